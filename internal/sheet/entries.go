package sheet

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/personal"
	"bangvang/internal/viet"

	"golang.org/x/text/unicode/norm"
)

// Options are what a table's entries are read with.
type Options struct {
	Point  bool              // the results file says `decimal: "."`: 1.234 is one and a bit
	Names  map[string]string // the units of the block, id → name: for a name column to be checked, and slips to be understood
	Units  []string          // all known unit ids; nil: any id is taken
	Titles map[string]string // the criteria's names by their ids, for headings that have a part of one
	// Elsewhere are criteria that another sheet has: they may have a column here, and none is missed.
	Elsewhere []string
}

// Entries returns each unit's scores for the given leaves of the criteria, in the order of the rows, and everything
// that is wrong with columns and cells. A unit that stands twice is taken once.
func (t *Table) Entries(criteria []string, opt Options) ([]campaign.Entry, []diag.Finding) {
	if t.broken {
		return nil, nil
	}
	r := &reading{table: t, opt: opt}
	r.columns(criteria)
	var entries []campaign.Entry
	seen := map[string]Row{}
	for _, row := range t.Rows {
		unit, ok := r.unit(row, seen)
		if ok {
			entries = append(entries, r.entry(unit, row))
		}
	}
	r.decimals()
	return entries, r.findings
}

// reading is one call of Entries.
type reading struct {
	table    *Table
	opt      Options
	ids      []string // of each column that is a criterion's
	names    *UnitNames
	lines    map[string]bool // the units that have one, once somebody asks
	kinds    []Kind          // of each column, where the criteria have had their say; "" for one that is passed over
	findings []diag.Finding
}

func (r *reading) report(code string, at diag.Pos, args diag.Args) {
	if len(r.findings) < maxFindings {
		r.findings = append(r.findings, r.table.finding(code, at, args))
	}
}

// columns settles what each column is, and reports criteria without a column and columns without a criterion.
func (r *reading) columns(criteria []string) {
	have, first := map[string]bool{}, map[Kind]string{}
	for i, c := range r.table.Columns {
		kind := c.Kind
		id := c.Heading
		if r.table.Reading != nil {
			id = c.ID // the heading is the author's own
		}
		r.ids = append(r.ids, id)
		switch {
		case i > 0 && slices.Contains(criteria, id):
			kind = KindCriterion
			have[id] = true
		case kind == KindCriterion && isDate(c.Heading):
			want := meantCriterion(c.Heading, criteria)
			r.report("sheet-column-date", c.Pos, diag.Args{"got": c.Heading, "want": want})
			have[want], kind = true, ""
		case kind == KindCriterion && c.Heading != "":
			near := LikelyCriterion(c.Heading, r.opt.Titles)
			if near == "" {
				near = diag.Nearest(c.Heading, append(columnWords(), criteria...))
			}
			r.report("sheet-column-unknown", c.Pos, diag.Args{"got": c.Heading, "near": near, "title": r.opt.Titles[near]})
			have[near], kind = true, "" // so that its criterion is not missed as well
		}
		if i > 0 && (kind == KindUnit || c.Heading == "") {
			kind = ""
		}
		if before, twice := first[kind]; twice && r.table.at != nil && kind != KindCriterion { // in a header, two words for one column are two keys
			r.report("sheet-column-twice", c.Pos, diag.Args{"got": c.Heading, "first": before})
			kind = ""
		} else if kind != "" {
			first[kind] = c.Heading
		}
		r.kinds = append(r.kinds, kind)
	}
	for _, id := range criteria {
		if !have[id] && !slices.Contains(r.opt.Elsewhere, id) {
			r.report("sheet-column-missing", r.headingPos(), diag.Args{"criterion": id, "title": r.opt.Titles[id]})
		}
	}
}

// headingPos is the place of the heading's line; of a table without one, of its first row.
func (r *reading) headingPos() diag.Pos {
	for _, c := range r.table.Columns {
		if c.Pos.Line > 0 {
			return c.Pos
		}
	}
	return r.table.Where("", "")
}

func columnWords() []string {
	return []string{"bonus", "penalty", "note", "name", "total", "percent", "rank", "band", "change", "điểm thưởng", "điểm trừ", "ghi chú", "tổng điểm", "tỷ lệ", "xếp hạng", "xếp loại", "thay đổi"}
}

// unit returns the id of a row. One that is nearly a known id is taken for it, so that one slip is told once.
func (r *reading) unit(row Row, seen map[string]Row) (string, bool) {
	id := row.Unit
	if id == "" {
		r.report("sheet-unit-empty", row.Pos, r.nameIn(row))
		return "", false
	}
	if r.opt.Units != nil && !slices.Contains(r.opt.Units, id) {
		if id = r.meant(row); id == "" {
			return "", false
		}
	}
	if first, twice := seen[id]; twice {
		r.report("sheet-unit-twice", row.Pos, diag.Args{"got": id, "line": strconv.Itoa(first.Pos.Line)})
		return "", false
	}
	seen[id] = row
	return id, true
}

// nameIn returns whose name stands in the name column of a row without an id.
func (r *reading) nameIn(row Row) diag.Args {
	i := slices.Index(r.kinds, KindName)
	if i < 0 {
		return nil
	}
	like := r.unitNames().Like(row.Cells[i].Text)
	if len(like) != 1 {
		return nil
	}
	return diag.Args{"near": like[0], "name": r.opt.Names[like[0]]}
}

// unitNames are the units by their names, once somebody asks.
func (r *reading) unitNames() *UnitNames {
	if r.names == nil {
		r.names = NewUnitNames(r.opt.Names)
	}
	return r.names
}

// meant reports a row of an unknown unit and returns the one of the block that it means, "" where that is not certain; never
// one that has a line.
func (r *reading) meant(row Row) string {
	absent := r.withoutLine(slices.Sorted(maps.Keys(r.opt.Names)))
	near, like := diag.Nearest(row.Unit, absent), r.withoutLine(r.unitNames().Like(row.Unit))
	if near == "" && len(like) == 1 {
		near = like[0]
	}
	args := diag.Args{"got": row.Unit, "near": near, "name": r.opt.Names[near]}
	switch {
	case near != "":
	case len(like) > 1:
		args["others"] = r.names.Named(like)
	case isAside(row.Unit):
		args["aside"] = row.Unit
	default:
		args["row"], args["absent"] = row.Unit, r.names.Named(absent)
	}
	r.report("unknown-unit", row.Pos, args)
	r.lines[near] = true
	return near
}

// withoutLine returns those of some units that the table has no line of, be it one that only means them.
func (r *reading) withoutLine(ids []string) []string {
	if r.lines == nil {
		r.lines = map[string]bool{}
		for _, row := range r.table.Rows {
			r.lines[row.Unit] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return r.lines[id] })
}

// entry reads one row.
func (r *reading) entry(unit string, row Row) campaign.Entry {
	e := campaign.Entry{Unit: unit, Scores: map[string]campaign.Score{}}
	for i, cell := range row.Cells {
		c := r.table.Columns[i]
		switch r.kinds[i] {
		case KindCriterion:
			e.Scores[r.ids[i]] = r.score(cell, c)
		case KindBonus:
			e.Bonus = r.adjustment(cell, c)
		case KindPenalty:
			e.Penalty = r.adjustment(cell, c)
		case KindNote:
			e.Note = r.note(cell)
		case KindName:
			r.name(unit, cell)
		case KindTotal:
			e.Official.Total = r.figure(cell, c)
		case KindPercent:
			e.Official.Percent = r.figure(cell, c)
		case KindChange:
			e.Official.Change = r.figure(cell, c)
		case KindRank:
			e.Official.Rank = r.rank(cell, c)
		case KindBand:
			e.Official.Band = r.band(cell, c)
		}
	}
	return e
}

// score reads a criterion's cell.
func (r *reading) score(cell Cell, c Column) campaign.Score {
	switch {
	case cell.Text == "" && cell.Odd == "":
		return campaign.Score{}
	case isDash(cell.Text):
		return campaign.Score{State: campaign.NotApplicable}
	case isWithheld(cell.Text):
		return campaign.Score{State: campaign.Withheld}
	}
	value, ok := r.number(cell, c, false)
	if !ok {
		return campaign.Score{}
	}
	return campaign.Score{State: campaign.Scored, Value: value}
}

// adjustment reads a bonus or a penalty, which are typed as positive numbers.
func (r *reading) adjustment(cell Cell, c Column) campaign.Decimal {
	if cell.Text == "" && cell.Odd == "" || isDash(cell.Text) || cell.isHiddenZero() {
		return 0
	}
	value, _ := r.number(cell, c, false)
	if value < 0 {
		r.report("number-negative", cell.Pos, diag.Args{"got": cell.Text, "column": c.Heading})
		return 0
	}
	return value
}

// figure reads an official total, percent or change, nil where there is none.
func (r *reading) figure(cell Cell, c Column) *campaign.Decimal {
	if isNothing(cell.Text) || c.Kind == KindChange && cell.isHiddenZero() {
		return nil
	}
	value, ok := r.number(cell, c, c.Kind == KindPercent || c.Kind == KindChange)
	if !ok {
		return nil
	}
	return &value
}

func (r *reading) rank(cell Cell, c Column) *int {
	if isNothing(cell.Text) || cell.isHiddenZero() || r.masked(cell, c) {
		return nil
	}
	n, err := strconv.Atoi(cell.Text)
	if err != nil || n < 1 || n > 1_000_000 {
		r.report("rank-form", cell.Pos, diag.Args{"got": cell.Text})
		return nil
	}
	return &n
}

func (r *reading) band(cell Cell, c Column) *string {
	if isNothing(cell.Text) || r.masked(cell, c) {
		return nil
	}
	return &cell.Text
}

// masked reports a number in whose place people see a text.
func (r *reading) masked(cell Cell, c Column) bool {
	if cell.Odd == oddMasked {
		r.report(cell.Odd, cell.Pos, cell.maskedArgs(c.Heading))
	}
	return cell.Odd == oddMasked
}

// number reads a number and reports what is wrong with it. A percent sign may stand behind a percentage only.
func (r *reading) number(cell Cell, c Column, percent bool) (campaign.Decimal, bool) {
	if r.masked(cell, c) {
		return 0, false
	}
	if cell.Odd != "" {
		r.report(cell.Odd, cell.Pos, diag.Args{"got": cell.Text, "column": c.Heading})
		return 0, false
	}
	text, sign := strings.CutSuffix(cell.Text, "%")
	value, fault := Number(text, r.opt.Point || cell.Number)
	switch {
	case strings.HasPrefix(text, "#"):
		fault = faultExcel
	case sign && !percent:
		fault = faultPercent
	}
	if fault != "" {
		r.report(string(fault), cell.Pos, r.numberArgs(cell.Text, text, c))
	} else if cell.Shown != "" {
		r.report("workbook-shown", cell.Pos, diag.Args{"got": inVietnamese(cell.Shown), "column": c.Heading, "want": inVietnamese(cell.Text)})
	}
	return value, fault == ""
}

// inVietnamese writes a number of Excel's with a decimal comma.
func inVietnamese(number string) string {
	return strings.NewReplacer(",", ".", ".", ",").Replace(number)
}

// numberArgs says what a text may have been meant for.
func (r *reading) numberArgs(got, text string, c Column) diag.Args {
	from, to := ".", ","
	if r.opt.Point {
		from, to = to, from
	}
	plain := ""
	if m := withUnit.FindStringSubmatch(text); m != nil {
		plain = m[1]
	}
	return diag.Args{
		"got": got, "column": c.Heading, "want": meant(text), "plain": plain,
		"thousands": strings.NewReplacer(".", "", ",", "").Replace(text), "decimal": strings.Replace(text, from, to, 1),
	}
}

// withUnit is a score with its unit behind it: "36,5 điểm".
var withUnit = regexp.MustCompile(`^(\d+(?:[.,]\d+)?) ?(?:điểm|đ)$`)

func isDash(text string) bool     { return text == "-" || text == "–" || text == "—" }
func isWithheld(text string) bool { return strings.EqualFold(text, "N/A") }
func isNothing(text string) bool  { return text == "" || isDash(text) || isWithheld(text) }

// note returns a note, which is published: personal data must not be in it.
func (r *reading) note(cell Cell) string {
	for _, hit := range personal.Find(cell.Text) {
		r.report("personal-data", cell.Pos, diag.Args{"got": personal.Masked(cell.Text[hit.Start:hit.End])})
	}
	return cell.Text
}

// name compares a name column with the registry.
func (r *reading) name(unit string, cell Cell) {
	if want := r.opt.Names[unit]; want != "" && cell.Text != "" && !sameName(want, cell.Text) {
		r.report("sheet-name-differs", cell.Pos, diag.Args{"unit": unit, "got": cell.Text, "want": want, "renamed": want})
	}
}

// sameName compares names without regard to case, spaces, and where in a word its tone is written: hòa and hoà.
func sameName(a, b string) bool { return nameKey(a) == nameKey(b) }

// nameKey is what names that are the same have in common.
func nameKey(name string) string {
	var key strings.Builder
	for _, word := range strings.Fields(name) {
		key.WriteString(viet.Fold(word) + marks(word) + " ")
	}
	return key.String()
}

// marks returns a word's marks in a fixed order, đ among them.
func marks(word string) string {
	var found []rune
	for _, c := range norm.NFD.String(strings.ToLower(word)) {
		if c >= 0x300 && c <= 0x36f || c == 'đ' {
			found = append(found, c)
		}
	}
	slices.Sort(found)
	return string(found)
}

// decimals reports an official column that prints figures with different numbers of decimals.
func (r *reading) decimals() {
	for i, kind := range r.kinds {
		if kind != KindTotal && kind != KindPercent {
			continue
		}
		first := -1
		for _, row := range r.table.Rows {
			cell := row.Cells[i]
			n, ok := printed(cell.Text)
			if !ok || cell.Number && cell.Pos.Sheet != "" {
				continue // a workbook's number is a value: how it is printed its format says
			}
			if first >= 0 && n != first {
				r.report("mixed-decimals", cell.Pos, diag.Args{"column": r.table.Columns[i].Heading, "got": cell.Text})
				break
			}
			first = n
		}
	}
}

// printed returns how many decimals a figure shows. A whole number tells nothing: 83 is how many write 83,00.
func printed(text string) (int, bool) {
	text = strings.TrimSuffix(text, "%")
	i := strings.LastIndexAny(text, ".,")
	if i < 0 || isNothing(text) {
		return 0, false
	}
	return len(text) - i - 1, true
}
