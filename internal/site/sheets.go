package site

import (
	"maps"
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/sheet"
)

// selfSheet is the kind of the sheet that is shown beside and never counted: the units' own scoring.
const selfSheet = "self"

// A side is a sheet that counts for the criteria of its kind, such as "survey", in place of the main one.
type side struct {
	kind   string
	table  *sheet.Table
	leaves []string
}

// sides returns the sheets that the results name beside the main one, in the order of their kinds.
func (a *assembly) sides(r *Round) []side {
	var out []side
	kinds := kindsOf(r.Criteria.Rules.Criteria)
	for _, kind := range slices.Sorted(maps.Keys(r.Results.Sheets)) {
		if kind == selfSheet {
			continue
		}
		if len(kinds[kind]) == 0 {
			a.report(r.Page.Doc.Finding("sheet-kind-unknown", diag.Args{"got": kind, "near": diag.Nearest(kind, append(slices.Sorted(maps.Keys(kinds)), selfSheet))}, "sheets", kind))
			continue
		}
		if t := a.table(r, "sheets", kind); t != nil {
			out = append(out, side{kind, t, kinds[kind]})
		}
	}
	return out
}

// kindsOf returns the leaves of the criteria by the kind of sheet that counts for them.
func kindsOf(tree []campaign.Criterion) map[string][]string {
	out := map[string][]string{}
	for _, c := range tree {
		if len(c.Items) == 0 && c.Sheet != "" {
			out[c.Sheet] = append(out[c.Sheet], c.ID)
		}
		for kind, ids := range kindsOf(c.Items) {
			out[kind] = append(out[kind], ids...)
		}
	}
	return out
}

// scores reads the main sheet and lets the sides have their say.
func (a *assembly) scores(r *Round, main *sheet.Table, sides []side) []campaign.Entry {
	all := leaves(r.Criteria.Rules.Criteria)
	var elsewhere []string
	for _, s := range sides {
		elsewhere = append(elsewhere, s.leaves...)
	}
	entries := a.entries(r, main, elsewhere)
	for _, s := range sides {
		others := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return slices.Contains(s.leaves, id) })
		a.columns(r, s)
		a.merge(r, main, s, entries, a.entries(r, s.table, others), all)
	}
	return entries
}

// merge gives the criteria of a side's kind the side's scores, and no others: a unit that the side lacks has
// none. Units that only the side has are left to the check of the main sheet.
func (a *assembly) merge(r *Round, main *sheet.Table, s side, entries, from []campaign.Entry, all []string) {
	for i := range entries {
		at := slices.IndexFunc(from, func(e campaign.Entry) bool { return e.Unit == entries[i].Unit })
		if at < 0 {
			a.sideLacks(r, s, entries[i].Unit)
		} else {
			a.differ(r, main, s.table, entries[i], from[at], all)
		}
		if entries[i].Scores == nil {
			entries[i].Scores = map[string]campaign.Score{}
		}
		for _, id := range s.leaves {
			entries[i].Scores[id] = campaign.Score{}
			if at >= 0 {
				entries[i].Scores[id] = from[at].Scores[id]
			}
		}
	}
}

func (a *assembly) sideLacks(r *Round, s side, unit string) {
	if _, excluded := r.Results.Excluded[unit]; !excluded {
		a.report(r.Page.Doc.Finding("sheet-side-unit", diag.Args{"kind": s.kind, "unit": a.unitName(unit), "id": unit}, "sheets", s.kind))
	}
}

// columns finds columns of a side that nobody reads: bonus, penalty and official figures stand in the main sheet.
func (a *assembly) columns(r *Round, s side) {
	read := []sheet.Kind{sheet.KindUnit, sheet.KindName, sheet.KindNote, sheet.KindCriterion}
	for _, c := range s.table.Columns {
		if !slices.Contains(read, c.Kind) {
			f := diag.New("sheet-side-column", s.table.Path, c.Pos, diag.Args{"column": c.Heading, "kind": s.kind})
			f.Quote, f.Owner = s.table.Quote(c.Pos.Line), r.Page.Doc.Path
			a.report(f)
		}
	}
}

// differ finds cells to which two tables give two scores. It stands at the second one.
func (a *assembly) differ(r *Round, first, second *sheet.Table, one, two campaign.Entry, criteria []string) {
	for _, id := range criteria {
		x, y := one.Scores[id], two.Scores[id]
		if x.State != campaign.Scored || y.State != campaign.Scored || x.Value == y.Value {
			continue
		}
		a.report(a.cellFinding(r, second, "cell-differs", one.Unit, id, diag.Args{
			"unit": a.unitName(one.Unit), "criterion": id, "got": vnum(y.Value.String()), "want": vnum(x.Value.String()), "first": first.Path,
		}))
	}
}

// again compares the cells of two results files that claim one round.
func (a *assembly) again(first, second *Round) {
	one, two := a.table(first, "scores"), a.table(second, "scores")
	if one == nil || two == nil {
		return
	}
	all := leaves(second.Criteria.Rules.Criteria)
	earlier, _ := one.Entries(all, sheet.Options{Point: first.Results.Decimal == "."})
	later, _ := two.Entries(all, sheet.Options{Point: second.Results.Decimal == "."})
	for _, x := range earlier {
		for _, y := range later {
			if x.Unit == y.Unit {
				a.differ(second, one, two, x, y, all)
			}
		}
	}
}

// tableOf returns the sheet that counts for a criterion.
func tableOf(criterion string, main *sheet.Table, sides []side) *sheet.Table {
	for _, s := range sides {
		if slices.Contains(s.leaves, criterion) {
			return s.table
		}
	}
	return main
}
