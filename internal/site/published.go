package site

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/sheet"
)

// printed are the faults of published tables that an author may vouch for: the source prints it so.
var printed = []campaign.Kind{
	campaign.OfficialDiffers, campaign.RankHole, campaign.RankOrder, campaign.RankMissing, campaign.MixedDecimals, campaign.ChangeDiffers,
}

// Vouched returns the author's reasons for faults of the source's table that stand as printed.
func (r *Round) Vouched() []string {
	var reasons []string
	for _, w := range r.Page.Doc.Header.Allow {
		if slices.Contains(printed, campaign.Kind(w.Code)) && !slices.Contains(reasons, w.Reason) {
			reasons = append(reasons, w.Reason)
		}
	}
	return reasons
}

// roundFinding puts a problem of the scores to the cell that shows it.
func (a *assembly) roundFinding(r *Round, t *sheet.Table, p campaign.Problem) diag.Finding {
	args := diag.Args{
		"unit": a.unitName(p.Unit), "id": p.Unit, "criterion": p.Criterion, "got": vnum(p.Got), "want": vnum(p.Want),
		"column": columnName(p.Column), "column.en": p.Column, "block": r.Block.Name, "sheet": t.Path,
	}
	doc := r.Page.Doc
	switch p.Kind {
	case campaign.ExcludedUnknown:
		args["near"] = nearIn(r.Block, p.Unit)
		return doc.Finding(string(p.Kind), args, "excluded", p.Unit)
	case campaign.ExtractCount:
		return doc.Finding(string(p.Kind), args, "extract", "of")
	case campaign.UnitMissing:
		return doc.Finding(string(p.Kind), args, "scores")
	case campaign.UnitGone:
		return r.Campaign.PlanPage.Doc.Finding(string(p.Kind), args, "blocks")
	}
	column := p.Column
	if column == "" {
		column = p.Criterion
	}
	return a.cellFinding(r, t, string(p.Kind), p.Unit, column, args)
}

// nearIn returns the unit of a block that was meant, "" where that is not certain.
func nearIn(b *Block, text string) string {
	names := map[string]string{}
	for _, u := range b.Units {
		names[u.ID] = u.Name
	}
	if like := sheet.NewUnitNames(names).Like(text); len(like) == 1 {
		return like[0]
	}
	return diag.Nearest(text, slices.Sorted(maps.Keys(names)))
}

// cellFinding puts a finding to a unit's cell of a score sheet, for which the results file answers.
func (a *assembly) cellFinding(r *Round, t *sheet.Table, code, unit, column string, args diag.Args) diag.Finding {
	doc, pos := r.Page.Doc, t.Where(cmp.Or(r.typed[unit], unit), column)
	if t.Path == doc.Path {
		return doc.FindingAt(code, pos, args)
	}
	f := diag.New(code, t.Path, pos, args)
	f.Quote, f.Owner = t.Quote(pos.Line), doc.Path
	return f
}

// columnName is the Vietnamese heading of an official column.
func columnName(column string) string {
	switch column {
	case "total":
		return "tổng điểm"
	case "percent":
		return "chỉ số"
	case "rank":
		return "xếp hạng"
	case "band":
		return "xếp loại"
	case "change":
		return "thay đổi"
	case "bonus":
		return "điểm thưởng"
	case "penalty":
		return "điểm trừ"
	}
	return column
}

// published compares figures of the source that stand in the header with ours.
func (a *assembly) published(r *Round) {
	if r.Criteria.isDoubtful() || r.unread {
		return
	}
	a.counts(r)
	mean := r.Results.Mean
	if mean == nil || r.Standings.Mean == nil {
		return
	}
	ours := r.Standings.Mean.Total
	if r.Standings.Rules.Scoring.RankBy == campaign.ByPercent {
		ours = r.Standings.Mean.Percent
	}
	if ours.Round(2) != mean.Round(2) {
		a.report(r.Page.Doc.Finding("mean-differs", diag.Args{"got": vnum(mean.String()), "want": vnum(ours.Text(2))}, "mean"))
	}
}

// counts compares how many units a source says to be in each band with ours, and their sum with all that are
// ranked. An extract shows too few units to compare.
func (a *assembly) counts(r *Round) {
	counts, rows, doc := r.Results.Counts, r.Standings.Rows, r.Page.Doc
	if len(counts) == 0 || r.Standings.Extract || doc.Unread("counts") {
		return
	}
	ours, sum := map[string]int{}, 0
	for _, row := range rows {
		ours[row.Band]++
	}
	for i, c := range counts {
		sum += c.Count
		if bands, known := r.Campaign.bandsOf(r.Block.ID); c.Count > 0 && known && !slices.Contains(bands, c.Band) {
			a.report(doc.Finding("unknown-band", diag.Args{
				"got": c.Band, "near": diag.Nearest(c.Band, bands), "bands": strings.Join(bands, ", ")}, "counts", i, "band"))
		} else if c.Count != ours[c.Band] {
			a.report(doc.Finding("band-count", diag.Args{
				"band": c.Band, "got": strconv.Itoa(c.Count), "want": strconv.Itoa(ours[c.Band])}, "counts", i, "count"))
		}
	}
	if sum != len(rows) {
		a.report(doc.Finding("counts-cover", diag.Args{"got": strconv.Itoa(sum), "want": strconv.Itoa(len(rows))}, "counts"))
	}
}
