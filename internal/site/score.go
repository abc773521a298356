package site

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/sheet"
)

// score computes the standings of every round, the round before always first.
func (a *assembly) score() {
	a.sheets = map[string]bool{}
	rounds := map[*Page]*Round{}
	for _, p := range a.site.Pages {
		if p.Doc.Results == nil || p.Campaign == nil {
			continue
		}
		if r := a.newRound(p); r != nil {
			rounds[p] = r
		}
	}
	done := map[*Round]bool{}
	for _, p := range a.site.Pages {
		if r := rounds[p]; r != nil {
			a.standings(r, rounds, done, nil)
		}
	}
	for _, c := range a.site.Campaigns {
		slices.SortFunc(c.Rounds, func(x, y *Round) int {
			return cmp.Or(cmp.Compare(y.Day, x.Day), cmp.Compare(y.Results.Round, x.Results.Round),
				slices.Index(c.blockIDs(), x.Block.ID)-slices.Index(c.blockIDs(), y.Block.ID))
		})
	}
}

// newRound finds a results file's block and criteria; nil where it has none.
func (a *assembly) newRound(p *Page) *Round {
	c, doc := p.Campaign, p.Doc
	r := &Round{Page: p, Campaign: c, Results: doc.Results, Block: c.Block(doc.Results.Block)}
	if r.Block == nil {
		a.report(doc.Finding("unknown-block", diag.Args{"got": doc.Results.Block, "near": diag.Nearest(doc.Results.Block, c.blockIDs())}, "block"))
		return nil
	}
	r.Criteria = c.criteriaOf(r.Block.ID)
	if r.Criteria == nil {
		if !c.strayCriteria {
			a.report(doc.Finding("no-criteria", diag.Args{"block": r.Block.Name}, "block"))
		}
		return nil
	}
	for _, other := range c.Rounds {
		if other.Block == r.Block && other.Results.Round == r.Results.Round {
			a.report(doc.Finding("round-twice", diag.Args{"round": r.Results.Round, "block": r.Block.Name, "first": other.Page.Doc.Path}, "round"))
			a.again(other, r)
			return nil
		}
	}
	r.Day = c.Plan.Period.To.Day
	if day := doc.Header.Date.Day; day != "" {
		r.Day = day
	}
	if act := doc.Results.Document; act != nil && act.Date.Day != "" {
		r.Day = act.Date.Day
	}
	c.Rounds = append(c.Rounds, r)
	return r
}

// standings computes a round after the one before it; trail holds the rounds that wait for this one. A round
// with an error is marked: what rests on it is not judged, so that one mistake is one finding.
func (a *assembly) standings(r *Round, rounds map[*Page]*Round, done map[*Round]bool, trail []*Round) {
	if done[r] {
		return
	}
	done[r] = true
	first := len(a.findings)
	defer func() { r.faulty = r.faulty || r.Criteria.faulty || r.stopped(a.findings[first:]) }()
	a.before(r, rounds, done, trail)
	sheets := len(a.findings)
	counted, self, sides := a.table(r, "scores"), a.table(r, "sheets", selfSheet), a.sides(r)
	if counted == nil {
		r.Standings = &campaign.Standings{Rules: r.Criteria.Rules, Units: len(r.Block.Units)}
		return
	}
	in := a.input(r, counted, self, sides)
	r.unread = r.stopped(slices.DeleteFunc(slices.Clone(a.findings[sheets:]), isMeant))
	if len(in.Entries) == 0 && r.stopped(a.findings[first:]) {
		r.Standings = &campaign.Standings{Rules: r.Criteria.Rules, Units: len(r.Block.Units)}
		return // nothing of the sheet could be read, which has been told
	}
	standings, problems := campaign.Rank(in)
	r.Standings = standings
	for _, p := range a.together(r, problems) {
		switch {
		case r.follows(p):
		case p.Self:
			a.report(a.roundFinding(r, self, p))
		default:
			a.report(a.roundFinding(r, tableOf(p.Criterion, counted, sides), p))
		}
	}
	a.published(r)
}

// before computes the round that the results call the previous one, and has the round know it.
func (a *assembly) before(r *Round, rounds map[*Page]*Round, done map[*Round]bool, trail []*Round) {
	ref := r.Results.Previous
	if ref == "" {
		return
	}
	page, _ := a.site.Resolve(ref, r.Campaign)
	before := rounds[page]
	switch {
	case before == nil:
		a.report(r.Page.Doc.Finding("unknown-round", diag.Args{"got": ref, "near": diag.Nearest(ref, roundRefs(rounds))}, "previous"))
	case before == r || slices.Contains(trail, before):
		a.report(r.Page.Doc.Finding("round-loop", diag.Args{"got": ref}, "previous"))
	default:
		a.standings(before, rounds, done, append(trail, r))
		r.faulty = before.faulty
		if before.Page.Doc.Header.Withdrawn == nil {
			r.Previous = before
		}
	}
}

// together makes one finding of many units that the sheet lacks.
func (a *assembly) together(r *Round, problems []campaign.Problem) []campaign.Problem {
	const few = 3
	var names []string
	rest := slices.DeleteFunc(slices.Clone(problems), func(p campaign.Problem) bool {
		if p.Kind != campaign.UnitMissing || p.Self {
			return false
		}
		names = append(names, a.unitName(p.Unit))
		return true
	})
	if len(names) <= few || r.follows(campaign.Problem{Kind: campaign.UnitMissing}) {
		return problems
	}
	a.report(r.Page.Doc.Finding("units-missing", diag.Args{
		"count": strconv.Itoa(len(names)), "units": strings.Join(names[:few], ", "), "block": r.Block.Name,
	}, "scores"))
	return rest
}

// stopped reports whether an error stands among the findings of the round that its own `allow` does not waive.
func (r *Round) stopped(findings []diag.Finding) bool {
	doc := r.Page.Doc
	return slices.ContainsFunc(findings, func(f diag.Finding) bool {
		waived := diag.Lookup(f.Code).Judgement && slices.ContainsFunc(doc.Header.Allow, func(w document.Waiver) bool { return w.Code == f.Code })
		return f.Severity == diag.Error && !waived && (f.File == doc.Path || f.Owner == doc.Path)
	})
}

func roundRefs(rounds map[*Page]*Round) []string {
	var out []string
	for p := range rounds {
		out = append(out, "/"+reference(p.Doc.Path))
	}
	slices.Sort(out)
	return out
}

// input collects everything that decides a round's standings.
func (a *assembly) input(r *Round, counted, self *sheet.Table, sides []side) *campaign.Round {
	res := r.Results
	in := &campaign.Round{
		Rules: r.Criteria.Rules, Block: r.Block.Units, Excluded: res.Excluded, Day: r.Day,
		Carried: res.CarriedOver, Registry: a.site.Registry,
	}
	in.Entries = a.scores(r, counted, sides)
	if self != nil {
		in.Self = a.entries(r, self, nil)
	}
	if res.Extract != nil {
		in.Extract = res.Extract.Of
	}
	if res.Official != nil {
		in.Official = &campaign.Tolerance{Within: res.Official.Tolerance, Reason: res.Official.Reason}
	}
	if r.Previous != nil {
		in.Previous = r.Previous.Standings
	}
	for _, w := range r.Page.Doc.Header.Allow {
		in.Allowed = append(in.Allowed, campaign.Kind(w.Code))
	}
	return in
}

// entries reads a score sheet; the columns of criteria that are scored elsewhere may be missing in it.
func (a *assembly) entries(r *Round, t *sheet.Table, elsewhere []string) []campaign.Entry {
	names := map[string]string{}
	for _, u := range r.Block.Units {
		names[u.ID] = u.Name
	}
	entries, findings := t.Entries(leaves(r.Criteria.Rules.Criteria), sheet.Options{
		Point: r.Results.Decimal == ".", Names: names, Units: a.site.Registry.IDs(), Titles: titles(r.Criteria.Rules.Criteria), Elsewhere: elsewhere,
	})
	if len(r.Criteria.twice) > 0 { // whose columns they are nobody knows
		findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return strings.HasPrefix(f.Code, "sheet-column-") })
	}
	r.lines(findings)
	a.otherNames(findings)
	a.ownedBy(r, findings)
	return entries
}

// ownedBy reports findings of a score sheet, for which the results file answers.
func (a *assembly) ownedBy(r *Round, findings []diag.Finding) {
	for _, f := range findings {
		f.Owner = r.Page.Doc.Path
		a.report(f)
	}
}

// leaves returns the ids of the criteria that are scored, in the tree's order.
func leaves(tree []campaign.Criterion) []string {
	var ids []string
	for _, c := range tree {
		if len(c.Items) == 0 {
			ids = append(ids, c.ID)
		}
		ids = append(ids, leaves(c.Items)...)
	}
	return ids
}

// titles returns the names of the criteria that are scored, by their ids.
func titles(tree []campaign.Criterion) map[string]string {
	out := map[string]string{}
	for _, c := range tree {
		if len(c.Items) == 0 {
			out[c.ID] = c.Name
		}
		maps.Copy(out, titles(c.Items))
	}
	return out
}

// table reads the score sheet that a key of the results names, nil where there is none to read.
func (a *assembly) table(r *Round, key ...any) *sheet.Table {
	doc, name := r.Page.Doc, r.Results.Scores.File
	if len(key) == 2 {
		name = r.Results.Sheets[key[1].(string)]
	} else if name == "" {
		return a.inline(doc)
	}
	if name == "" {
		return nil
	}
	file, ok := a.beside(doc, name, key...)
	if !ok {
		return nil
	}
	a.sheets[file] = true
	expected := r.Expected()
	if layout, ok := a.site.files[file+sheet.LayoutEnding]; ok {
		a.sheets[file+sheet.LayoutEnding] = true
		expected.Layout, expected.Loose = sheet.ParseLayout(layout.Data), true
	}
	t, findings := expected.Parse(file, a.site.files[file].Data)
	a.ownedBy(r, findings)
	return t
}

// Expected is what the round's score sheets should hold.
func (r *Round) Expected() sheet.Expected { return Expect(r.Criteria.Rules, r.Block) }

// Expect says what the score sheets of a block should hold by its rules.
func Expect(rules *campaign.Rules, block *Block) sheet.Expected {
	e := sheet.Expected{Units: map[string]string{}}
	var walk func([]campaign.Criterion)
	walk = func(tree []campaign.Criterion) {
		for _, c := range tree {
			if node := (sheet.Criterion{ID: c.ID, Name: c.Name}); len(c.Items) == 0 {
				e.Criteria = append(e.Criteria, node)
			} else {
				e.Inner = append(e.Inner, node)
			}
			walk(c.Items)
		}
	}
	walk(rules.Criteria)
	for _, u := range block.Units {
		e.Units[u.ID] = u.Name
	}
	return e
}

// inline makes a table of the scores that stand in a results file itself.
func (a *assembly) inline(doc *document.Document) *sheet.Table {
	cells := map[string]map[string]sheet.Cell{}
	for unit, row := range doc.Results.Scores.Inline {
		cells[unit] = map[string]sheet.Cell{}
		for column, cell := range row {
			cells[unit][column] = sheet.Cell{Text: cell.Text, Number: cell.Number}
		}
	}
	t := sheet.Inline(doc.Path, cells, func(unit, column string) diag.Pos {
		if column == "" {
			return doc.Where("scores", unit)
		}
		return doc.Where("scores", unit, column)
	})
	t.Lines = doc.Line
	return t
}

// beside finds a file that a document names relative to itself and reports it where it is not there.
func (a *assembly) beside(doc *document.Document, name string, key ...any) (string, bool) {
	full := path.Clean(folder(doc.Path) + name)
	if _, ok := a.site.files[full]; ok {
		return full, true
	}
	a.report(doc.Finding("file-missing", diag.Args{"got": name, "folder": folder(doc.Path), "near": diag.Nearest(name, a.neighbours(doc))}, key...))
	return "", false
}

// neighbours returns the names of the files in a document's folder.
func (a *assembly) neighbours(doc *document.Document) []string {
	var out []string
	for name := range a.site.files {
		if folder(name) == folder(doc.Path) {
			out = append(out, path.Base(name))
		}
	}
	slices.Sort(out)
	return out
}
