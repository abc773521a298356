package sheet

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"
)

// LayoutEnding is what follows the name of a table in the name of the file that remembers its layout:
// 2021-xa.xlsx and 2021-xa.xlsx.cot.csv.
const LayoutEnding = ".cot.csv"

// A Layout is what a person has said about other people's table.
type Layout struct {
	Sheet string // the workbook's sheet that counts; "" lets us find it
	// Columns tells what headings mean, by the folded heading: a criterion's id, a column's word ("note"), "-" for a
	// column that counts for nothing.
	Columns map[string]string
}

// The first line of a layout's file, and the word by which it names the sheet.
const (
	layoutHead  = "tiêu đề trong bảng"
	layoutMeans = "là cột"
	layoutSheet = "(trang tính)"
)

// ParseLayout reads a layout's file. Lines that it can't understand say nothing.
func ParseLayout(data []byte) Layout {
	l := Layout{Columns: map[string]string{}}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = ';', -1, true
	for {
		fields, err := in.Read()
		if err != nil {
			return l
		}
		if len(fields) < 2 || clean(fields[0]) == layoutHead {
			continue
		}
		l.Tell(clean(fields[0]), clean(fields[1]))
	}
}

// Tell remembers what a heading means.
func (l *Layout) Tell(heading, means string) {
	if heading == layoutSheet {
		l.Sheet = means
		return
	}
	if l.Columns == nil {
		l.Columns = map[string]string{}
	}
	l.Columns[folded(heading)] = means
}

// IsZero reports whether nobody has said anything.
func (l Layout) IsZero() bool { return l.Sheet == "" && len(l.Columns) == 0 }

// Bytes returns the layout's file.
func (l Layout) Bytes() []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = ';'
	lines := [][]string{{layoutHead, layoutMeans}}
	if l.Sheet != "" {
		lines = append(lines, []string{layoutSheet, l.Sheet})
	}
	for _, heading := range slices.Sorted(maps.Keys(l.Columns)) {
		lines = append(lines, []string{heading, l.Columns[heading]})
	}
	_ = w.WriteAll(lines) // into memory
	return out.Bytes()
}
