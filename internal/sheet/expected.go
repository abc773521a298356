package sheet

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// Expected is what a score sheet should hold. Other people's tables name criteria and units in their own way, and are
// understood by it; a CSV file of our form needs none. The zero value expects nothing.
type Expected struct {
	Criteria []Criterion       // the leaves, in the tree's order
	Inner    []Criterion       // the nodes above them: columns of their sums are passed over
	Units    map[string]string // of the block: id → name
	Layout   Layout            // what a person has said about this file
	// Loose tells that a CSV file, too, may have any layout, not only ours. A workbook always may.
	Loose bool

	names map[string]string // unit ids by the keys of their names
}

// A Criterion is a node of the criteria's tree, as a heading may name it.
type Criterion struct{ ID, Name string }

// Parse reads a score sheet, a CSV file or a workbook. The path is from the site's folder. It always returns a table
// with what could be understood, and everything that is wrong with the file as such; [Table.Entries] tells what is
// wrong with its cells.
func (e Expected) Parse(name string, data []byte) (*Table, []diag.Finding) {
	t := &Table{Path: viet.NFC(name), broken: true}
	e.names = namesOf(e.Units)
	if isWorkbook(name, data) {
		grids, finding := t.grids(data)
		if finding != nil {
			return t, []diag.Finding{*finding}
		}
		return t, t.arrange(grids, e)
	}
	records, findings := t.text(data)
	switch {
	case len(records) == 0:
	case e.Loose:
		findings = append(t.arrange([]grid{{rows: records}}, e), findings...)
	default:
		findings = append(t.fill(records), findings...)
	}
	return t, findings
}

// Parse reads a score sheet of our own form, see [Expected.Parse].
func Parse(name string, data []byte) (*Table, []diag.Finding) { return Expected{}.Parse(name, data) }

// passed are headings of columns that nobody counts, folded.
var passed = []string{"stt", "tt", "so tt", "so thu tu", "cong (tu tinh)", "khoi", "nhom"}

// sure says how certain it is what a heading names.
type sure int

const (
	unknown sure = iota
	word         // a column's word: "ghi chú"
	named        // a criterion by its name
	exact        // a criterion by its id, or told by a person
)

// column returns what a heading names. One that counts for nothing has the kind [KindPassed].
func (e Expected) column(cell Cell) (Column, sure) {
	heading := oneLine(cell.Text)
	c := columnOf(heading, cell.Pos)
	if to, told := e.Layout.Columns[folded(heading)]; told {
		return e.told(to, heading, cell.Pos), exact
	}
	if id := idOf(heading, e.Criteria); id != "" {
		return Column{KindCriterion, id, heading, cell.Pos}, exact
	}
	switch {
	case c.Kind != KindCriterion:
		return c, word
	case slices.Contains(passed, folded(heading)):
		return Column{KindPassed, "", heading, cell.Pos}, word
	}
	if id := byName(heading, e.Criteria); id != "" {
		return Column{KindCriterion, id, heading, cell.Pos}, named
	}
	if idOf(heading, e.Inner) != "" || byName(heading, e.Inner) != "" {
		return Column{KindPassed, "", heading, cell.Pos}, unknown
	}
	return c, unknown
}

// told returns the column that a person has said a heading to be.
func (e Expected) told(to, heading string, at diag.Pos) Column {
	if to == "-" {
		return Column{KindPassed, "", heading, at}
	}
	if slices.ContainsFunc(e.Criteria, func(c Criterion) bool { return c.ID == to }) {
		return Column{KindCriterion, to, heading, at}
	}
	c := columnOf(to, at)
	c.Heading = heading
	return c
}

// points is what people write behind a criterion's name: "(2 điểm)", "(tối đa 2,5đ)", "/2".
var points = regexp.MustCompile(`(?i)\s*(?:\((?:tối đa|điểm tối đa|điểm chuẩn|max)?:?\s*\d+(?:[.,]\d+)?\s*(?:điểm|đ)?\)|/\s*\d+(?:[.,]\d+)?)$`)

// idOf returns the criterion whose id a heading is, or begins with: "1.1", "(1.1)", "TC 1.1", "1.1. Ban hành kế hoạch".
func idOf(heading string, criteria []Criterion) string {
	text := strings.TrimSpace(points.ReplaceAllString(heading, ""))
	for _, before := range []string{"Tiêu chí thành phần", "Tiêu chí", "TCTP", "TC"} {
		if len(text) > len(before) && strings.EqualFold(text[:len(before)], before) {
			text = strings.TrimSpace(text[len(before):])
		}
	}
	text = strings.Trim(text, "()[]")
	best := ""
	for _, c := range criteria {
		rest, ok := strings.CutPrefix(text, c.ID)
		if ok && len(c.ID) > len(best) && (rest == "" || endsID(rest)) {
			best = c.ID
		}
	}
	return best
}

// endsID reports whether what follows an id parts it from a name: "1.1" ends before " Ban hành" and before ". Ban
// hành", not before ".2".
func endsID(rest string) bool {
	after := strings.TrimLeft(rest, ".:)-– ")
	return after == "" || after != rest && (after[0] < '0' || after[0] > '9')
}

// byName returns the one criterion that has a name, with or without its id, "" where there is none or are several.
func byName(heading string, criteria []Criterion) string {
	text, found := folded(points.ReplaceAllString(heading, "")), ""
	for _, c := range criteria {
		if folded(c.Name) != text || text == "" {
			continue
		}
		if found != "" {
			return ""
		}
		found = c.ID
	}
	return found
}

// LikelyCriterion returns the one criterion, of names by their ids, that a heading may mean by some of the words of its name or
// by a slip: "Quét dọn" for Quét dọn hằng tuần; "" where it is none or several.
func LikelyCriterion(heading string, names map[string]string) string {
	words := strings.Fields(folded(points.ReplaceAllString(heading, "")))
	byName := map[string]string{}
	var found []string
	for _, id := range slices.Sorted(maps.Keys(names)) {
		name := folded(names[id])
		if len(words) > 1 && isWithin(words, strings.Fields(name)) {
			found = append(found, id)
		}
		byName[name] = id
	}
	if len(found) == 1 {
		return found[0]
	}
	return byName[diag.Nearest(strings.Join(words, " "), slices.Sorted(maps.Keys(byName)))]
}

// isWithin reports whether all words stand among others, in their order.
func isWithin(words, others []string) bool {
	for _, w := range others {
		if len(words) > 0 && words[0] == w {
			words = words[1:]
		}
	}
	return len(words) == 0
}

// unit returns the id that a unit's cell means: an id, or the name that only one unit of the block has.
func (e Expected) unit(cell Cell) string {
	if cell.Number || cell.Text == "" {
		return ""
	}
	if _, known := e.Units[cell.Text]; known {
		return cell.Text
	}
	return e.names[nameKey(cell.Text)]
}

// namesOf returns the units' ids by the keys of their names, "" for a name that several have.
func namesOf(units map[string]string) map[string]string {
	names := map[string]string{}
	for id, name := range units {
		key := nameKey(name)
		if _, twice := names[key]; twice {
			id = ""
		}
		names[key] = id
	}
	return names
}

// oneLine joins the lines of a heading.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// folded is a heading without marks, case and spaces beyond need.
func folded(text string) string { return oneLine(viet.Fold(text)) }
