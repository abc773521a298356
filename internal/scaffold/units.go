package scaffold

import (
	"bytes"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// A Unit is a line of a registry.
type Unit struct{ ID, Name, Kind string }

// NewUnit makes a unit of a name: its id is the name in plain letters, with a number where that is taken.
func NewUnit(name, kind string, taken func(id string) bool) Unit {
	name = strings.Join(strings.Fields(name), " ")
	plain := viet.Slug(name)
	id := plain
	for n := 2; taken(id); n++ {
		id = plain + "-" + strconv.Itoa(n)
	}
	return Unit{ID: id, Name: name, Kind: kind}
}

func (u Unit) row() string {
	row := "- {id: " + scalar(u.ID) + ", name: " + scalar(u.Name)
	if u.Kind != "" {
		row += ", kind: " + scalar(u.Kind)
	}
	return row + "}"
}

// Registry returns a registry file.
func Registry(title string, units []Unit, illustrative bool) []byte {
	list := []entry{raw("type", "units"), is("title", title), is("summary", "Các đơn vị tham gia thi đua.")}
	list = append(list, only(illustrative, raw("illustrative", "true"))...)
	lines := entry{key: "units", value: "[]", notes: []string{
		" Mỗi đơn vị một dòng, ví dụ: - {id: thon-dong, name: Thôn Đông, kind: thon}",
		` Thêm nhanh bằng lệnh: bangvang new unit "Thôn Đông"`,
	}}
	if len(units) > 0 {
		lines = entry{key: "units", rows: unitRows(units)}
	}
	return whole(document.TypeUnits, append(list, lines), "")
}

func unitRows(units []Unit) []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = u.row()
	}
	return out
}

// Rows returns units as lines of a registry, for an author to copy.
func Rows(units []Unit) string { return "  " + strings.Join(unitRows(units), "\n  ") }

var noUnits = regexp.MustCompile(`^units:[ \t]*(\[[ \t]*\])?[ \t]*$`)

// AddUnits puts units at the end of a registry's list and keeps every other byte. ok is false where the list is not
// written one unit a line, or the file can't be read: then nobody but its author can add to it.
func AddUnits(registry []byte, units []Unit) (out []byte, ok bool) {
	doc, before := document.Parse("content/don-vi.md", registry)
	if doc.Units == nil || !doc.Readable || len(units) == 0 {
		return nil, false
	}
	lines := bytes.SplitAfter(registry, []byte("\n"))
	at, indent, ok := lastUnit(doc, lines)
	if !ok {
		return nil, false
	}
	end := "\n"
	if bytes.HasSuffix(lines[at], []byte("\r\n")) {
		end = "\r\n"
	}
	if len(doc.Units.Units) == 0 {
		lines[at] = []byte("units:" + end)
	}
	for _, row := range unitRows(units) {
		lines[at] = append(bytes.Clone(lines[at]), indent+row+end...)
	}
	out = bytes.Join(lines, nil)
	return out, gained(doc, len(before), out, units)
}

// lastUnit finds the index of the line behind which a unit may be added, and the indent of the list.
func lastUnit(doc *document.Document, lines [][]byte) (at int, indent string, ok bool) {
	count := len(doc.Units.Units)
	if count == 0 {
		for i, line := range lines {
			if noUnits.Match(bytes.TrimRight(line, "\r\n")) {
				return i, "  ", true
			}
		}
		return 0, "", false
	}
	at = doc.Where("units", count-1).Line - 1
	row := string(lines[at])
	indent = row[:len(row)-len(strings.TrimLeft(row, " "))]
	if !strings.HasPrefix(row[len(indent):], "- ") {
		return 0, "", false
	}
	for at+1 < len(lines) && strings.HasPrefix(string(lines[at+1]), indent+"  ") {
		at++
	}
	return at, indent, true
}

// gained reports whether a registry has its old units, the new ones behind them, and no more findings than before.
func gained(old *document.Document, findings int, data []byte, units []Unit) bool {
	doc, found := document.Parse(old.Path, data)
	if doc.Units == nil || len(found) > findings || !reflect.DeepEqual(doc.Header, old.Header) {
		return false
	}
	want := append([]document.Unit{}, old.Units.Units...)
	for _, u := range units {
		want = append(want, document.Unit{ID: u.ID, Name: u.Name, Kind: u.Kind})
	}
	return reflect.DeepEqual(doc.Units.Units, want)
}
