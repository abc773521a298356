package portal

import (
	"cmp"
	"slices"
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/view"
)

// breakdown plans one unit's result, criterion by criterion.
func (p *planner) breakdown(m *ranking, i int) {
	l := &m.rows[i]
	row, r := l.row, m.round
	v := &view.Breakdown{
		Unit: view.Link{Text: row.Unit.Name, Href: p.unitHref(row.Unit.ID)}, Rank: rankText(row.Rank),
		Of: "trên " + count(m.ranked, "đơn vị được xếp hạng"), Total: number(l.total), Band: row.Band,
		Illustrative: p.illustrative(r.Page), Figure: "Điểm", HasPoints: r.Standings.Rules.Scoring.Basis == campaign.Weighted,
		Bonus: number(l.bonus), Penalty: number(l.penalty), Ours: number(l.ours),
		Results: *p.linkTo(r.Page), Explain: Account(r, row, diag.Vi).Sentences,
	}
	if l.percent != "" {
		v.Percent = number(l.percent) + "%"
	}
	if row.Rank == 0 {
		v.Reason = explain.Cause(row, diag.Vi)
	}
	for k := range row.Parts {
		part := partRow(&row.Parts[k], v.HasPoints)
		v.HasSelf = v.HasSelf || part.Self != ""
		v.Rows = append(v.Rows, part)
	}
	v.Sentence = p.breakdownSentence(l)
	v.Lost = lost(row)
	if row.GapAhead != nil && *row.GapAhead > 0 {
		v.Gap = "Cần thêm " + number(row.GapAhead.String()) + " " + m.gapUnit() + " để bằng hạng trên."
	}
	for _, given := range r.Given(row.Unit.ID) {
		v.Awards = append(v.Awards, p.awardLink(given))
	}
	v.Prev, v.Next = p.neighbour(m, i-1), p.neighbour(m, i+1)
	p.addBreakdown(m, row, v)
}

func (p *planner) addBreakdown(m *ranking, row *campaign.Row, v *view.Breakdown) {
	r := m.round
	crumbs := append(p.hubCrumbs(r.Campaign), *p.linkTo(r.Page))
	address := m.unitAddress(row.Unit.ID)
	pg := p.page(address, row.Unit.Name, v.Sentence, v, crumbs...)
	pg.HeadTitle = row.Unit.Name + " – " + r.Page.Doc.Header.Title
	pg.NoIndex = p.illustrative(r.Page) || r.Page.Hidden
	pg.Notices = p.notices(r.Page)
	pg.Corrections = p.correctionsOf(r.Page)
	p.add(address, pg, nil, "kết quả của "+row.Unit.Name)
}

func (m *ranking) gapUnit() string {
	if m.round.Standings.Rules.Scoring.RankBy == campaign.ByPercent {
		return "điểm phần trăm"
	}
	return "điểm"
}

func rankText(rank int) string {
	if rank == 0 {
		return "–"
	}
	return strconv.Itoa(rank)
}

func (p *planner) breakdownSentence(l *line) string {
	name, title := l.row.Unit.Name, ""
	if l.row.Rank == 0 {
		return sentence(name + title + " không được xếp hạng: " + lower(explain.Cause(l.row, diag.Vi)))
	}
	text := name + " xếp hạng " + strconv.Itoa(l.row.Rank)
	if l.row.Tied {
		text += " (đồng hạng)"
	}
	text += " với " + number(l.total) + " điểm, đạt " + number(l.percent) + "% mức tối đa"
	if l.row.Band != "" {
		text += ", xếp loại " + l.row.Band
	}
	return text + "."
}

// partRow prints one criterion of one unit.
func partRow(part *campaign.Part, weighted bool) view.PartRow {
	v := view.PartRow{ID: part.ID, Name: part.Name, Level: part.Level, Leaf: part.Leaf, Score: "–"}
	if part.Self != nil {
		v.Self = number(part.Self.String())
	}
	switch part.State {
	case campaign.NotApplicable:
		v.Note = "không áp dụng"
		return v
	case campaign.Missing:
		v.Note = "chưa chấm"
	case campaign.Withheld:
		v.Note = "chưa công bố"
	case campaign.Scored:
		v.Score = number(part.Score.String())
	}
	v.Max = number(part.Max.String())
	if part.State != campaign.Scored {
		return v
	}
	if weighted {
		v.Points = number(part.Points.Round(4).String())
	}
	if part.Max > 0 {
		share := ratio(part.Points, part.Max)
		v.Percent, v.Bar = number(share.Text(2))+"%", bar(share)
	}
	if below := part.Max - part.Points; below > 0 {
		v.Lost = number(below.Round(4).String())
	}
	return v
}

// ratio is a share in percent, rounded half-up at two decimals.
func ratio(points, most campaign.Decimal) campaign.Decimal {
	return campaign.Percent(points, most).Round(2)
}

// lost names the leaves that cost the most points, at most three.
func lost(row *campaign.Row) []string {
	var parts []*campaign.Part
	for i := range row.Parts {
		if part := &row.Parts[i]; part.Leaf && part.State == campaign.Scored && part.Points < part.Max {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b *campaign.Part) int { return cmp.Compare(b.Max-b.Points, a.Max-a.Points) })
	var out []string
	for _, part := range parts[:min(3, len(parts))] {
		out = append(out, part.ID+". "+part.Name+": thiếu "+number((part.Max-part.Points).Round(4).String())+" điểm so với mức tối đa.")
	}
	return out
}

func (p *planner) neighbour(m *ranking, i int) *view.Link {
	if i < 0 || i >= m.ranked {
		return nil
	}
	row := m.rows[i].row
	return &view.Link{Text: "Hạng " + strconv.Itoa(row.Rank) + ": " + row.Unit.Name, Href: p.Href(m.unitAddress(row.Unit.ID))}
}
