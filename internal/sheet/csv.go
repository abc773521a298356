package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// maxBytes bounds a sheet: 1.800 units by 60 criteria have half a megabyte.
const maxBytes = 8 << 20

// maxTable bounds the cells of a table, the empty ones with which its short lines are filled up included.
const maxTable = 500_000

// maxFindings bounds what is said about one sheet: the same fault in every line has one cause.
const maxFindings = 200

// text reads the records of a CSV file, and everything that is wrong with it as a file.
func (t *Table) text(data []byte) ([]record, []diag.Finding) {
	text, code, at := decode(data)
	t.Lines = func(line int) string { return quoted(text, line) }
	if code != "" {
		p := places{text: text, line: 1}
		return nil, []diag.Finding{t.finding(code, p.at(at), nil)}
	}
	comma, named := delimiter(text)
	t.comma = comma
	if bytes.Count(text, []byte(string(comma)))+bytes.Count(text, []byte("\n")) > maxTable {
		return nil, []diag.Finding{t.finding("workbook-cells", diag.Pos{}, nil)}
	}
	records, fault := read(text, comma, named)
	switch {
	case fault != nil:
		return records, []diag.Finding{t.finding("sheet-quotes", *fault, nil)}
	case len(records) == 0:
		return nil, []diag.Finding{t.finding("sheet-empty", diag.Pos{Line: 1, Column: 1}, nil)}
	}
	return records, nil
}

// decode returns a sheet's text in UTF-8, or the code of the finding that says why it has none, and where.
func decode(data []byte) (text []byte, code string, at int) {
	if len(data) > maxBytes {
		return nil, "sheet-too-large", 0
	}
	text = inUTF8(data)
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return text, "sheet-binary", i
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return text, "sheet-encoding", i
		}
		i += size
	}
	return text, "", 0
}

// quoted returns a line of a text.
func quoted(text []byte, line int) string {
	for ; line > 1; line-- {
		_, rest, found := bytes.Cut(text, []byte("\n"))
		if !found {
			return ""
		}
		text = rest
	}
	first, _, _ := bytes.Cut(text, []byte("\n"))
	first = first[:min(len(first), 400)]
	return viet.NFC(strings.ToValidUTF8(strings.TrimSuffix(string(first), "\r"), "\ufffd"))
}

// A record is one line of the table, over as many lines of the file as its quoted fields have.
type record []Cell

// isBlank reports whether a record has no text at all.
func (r record) isBlank() bool {
	for _, c := range r {
		if c.Text != "" {
			return false
		}
	}
	return true
}

// read parts a text into records; skip tells that its first line only names the delimiter. It stops at a fault of quotation marks and returns its place.
func read(text []byte, comma rune, skip bool) ([]record, *diag.Pos) {
	p := places{text: text, line: 1}
	in := csv.NewReader(bytes.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = comma, -1, true
	var records []record
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return records, nil
		}
		if fault := (*csv.ParseError)(nil); errors.As(err, &fault) {
			at := p.place(fault.StartLine, 1)
			return records, &at
		}
		r := make(record, len(fields))
		for i, field := range fields {
			line, column := in.FieldPos(i)
			r[i] = Cell{Text: clean(field), Pos: p.place(line, column)}
		}
		if skip {
			skip = false
			continue
		}
		if !r.isBlank() {
			records = append(records, r)
		}
	}
}

// delimiter returns the character that parts fields, and whether the first line only names it, as Excel's "sep=;" does.
func delimiter(text []byte) (comma rune, named bool) {
	first := ""
	for line := range strings.Lines(string(text[:min(len(text), 64<<10)])) {
		if first = strings.TrimSpace(line); first != "" {
			break
		}
	}
	if len(first) == len("sep=;") && strings.HasPrefix(strings.ToLower(first), "sep=") && strings.ContainsAny(first[4:], ",;\t") {
		return rune(first[4]), true
	}
	comma, most := ',', 0
	for _, c := range ";\t," {
		if n := outsideQuotes(first, c); n > most {
			comma, most = c, n
		}
	}
	return comma, false
}

func outsideQuotes(line string, c rune) int {
	n, quoted := 0, false
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case r == c && !quoted:
			n++
		}
	}
	return n
}
