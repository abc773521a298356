// Package workbook writes tables and forms as Excel files (.xlsx, Office Open XML), and reads those that people made. It is
// the only importer of excelize.
//
//	data, err := workbook.Write(workbook.Table{
//		Sheet: "Bảng xếp hạng", Title: "Kết quả năm 2021", Author: "UBND huyện",
//		Columns: []workbook.Column{{Head: "Đơn vị"}, {Head: "Tổng điểm", Kind: workbook.Number}},
//		Rows:    [][]string{{"Xã An Hiệp", "84.58"}},
//	})
//
// The file has one sheet: the headings in bold, fixed above the rows, the columns as wide as what stands in them.
//
// # Cells
//
// A cell of a [Text] column is text, whatever it looks like, and so never a formula. A cell of a [Number] column is a plain
// decimal ("-0.42") and becomes a number that shows exactly the decimals it was written with; of a [Percent] column,
// "84.58" becomes the number 0.8458 shown as 84,58%. An empty cell has no value. Excel prints numbers as its reader's language
// does. A cell that is no number, in a column of numbers, is an error.
//
// # Reading
//
// [Read] gives every cell with what counts and what is shown. The file is scanned once, within bounds, before excelize sees
// it, and everything is dropped that values do not need: what a hostile file claims is never believed. [Annotate]
// returns a file with notes on its cells.
//
// # Invariants
//
// The same table or form gives the same bytes: nothing in the file knows a clock. Reading never panics, and ends in a
// [Fault] within some 100 MiB and a second or two.
package workbook

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Kind says what the cells of a column are.
type Kind int

// The kinds of columns.
const (
	Text    Kind = iota
	Number       // plain decimals
	Percent      // plain decimals, in hundredths of the value
)

// A Column is a heading and what stands below it.
type Column struct {
	Head string
	Kind Kind
}

// A Table is what becomes a file.
type Table struct {
	Sheet         string // name of the sheet, at most 31 characters, none of : \ / ? * [ ]
	Title, Author string // of the file's properties
	Columns       []Column
	Rows          [][]string // a cell for each column
}

// Write returns the file. The error is a cell that is no number, or a name that Excel does not allow.
func Write(t Table) (data []byte, err error) {
	w := &writer{Table: t, file: excelize.NewFile(), styles: map[string]int{}}
	defer func() {
		if failed := w.file.Close(); err == nil {
			err = failed
		}
	}()
	if err := w.prepare(); err != nil {
		return nil, fmt.Errorf("a workbook %q: %w", t.Title, err)
	}
	if err := w.rows(); err != nil {
		return nil, fmt.Errorf("a workbook %q: %w", t.Title, err)
	}
	var b bytes.Buffer
	if err := w.file.Write(&b); err != nil {
		return nil, fmt.Errorf("a workbook %q: %w", t.Title, err)
	}
	return b.Bytes(), nil
}

// writer is a file on its way.
type writer struct {
	Table
	file   *excelize.File
	stream *excelize.StreamWriter
	styles map[string]int // by number format
}

func (w *writer) prepare() (err error) {
	if err = w.file.SetSheetName("Sheet1", w.Sheet); err != nil {
		return err
	}
	if err = w.file.SetDocProps(&excelize.DocProperties{Title: w.Title, Creator: w.Author, LastModifiedBy: w.Author, Language: "vi"}); err != nil {
		return err
	}
	if w.stream, err = w.file.NewStreamWriter(w.Sheet); err != nil {
		return err
	}
	for i := range w.Columns {
		if err = w.stream.SetColWidth(i+1, i+1, w.width(i)); err != nil {
			return err
		}
	}
	return w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// width is a column's in characters: as its longest cell, or its heading on two lines.
func (w *writer) width(column int) float64 {
	const least, most = 8, 60
	longest := utf8.RuneCountInString(w.Columns[column].Head) / 2
	for _, row := range w.Rows {
		longest = max(longest, utf8.RuneCountInString(row[column]))
	}
	return float64(min(max(longest+2, least), most))
}

func (w *writer) rows() error {
	head, err := w.file.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
	})
	if err != nil {
		return err
	}
	cells := make([]any, len(w.Columns))
	for i, c := range w.Columns {
		cells[i] = excelize.Cell{StyleID: head, Value: c.Head}
	}
	if err := w.stream.SetRow("A1", cells); err != nil {
		return err
	}
	for n, row := range w.Rows {
		for i, c := range w.Columns {
			if cells[i], err = w.cell(c.Kind, row[i]); err != nil {
				return fmt.Errorf("row %d, column %q: %w", n+1, c.Head, err)
			}
		}
		if err := w.stream.SetRow("A"+strconv.Itoa(n+2), cells); err != nil {
			return err
		}
	}
	return w.stream.Flush()
}

func (w *writer) cell(kind Kind, text string) (any, error) {
	switch {
	case text == "":
		return nil, nil
	case kind == Text:
		return text, nil
	}
	format, exponent := "#,##0", ""
	if kind == Percent {
		format, exponent = "0", "e-2" // the decimal point moves in the text, so that nothing is rounded twice
	}
	if _, decimals, has := strings.Cut(text, "."); has {
		format += "." + strings.Repeat("0", len(decimals))
	}
	if kind == Percent {
		format += "%"
	}
	value, err := strconv.ParseFloat(text+exponent, 64)
	if err != nil {
		return nil, err
	}
	style, err := w.style(format)
	return excelize.Cell{StyleID: style, Value: value}, err
}

// style returns the style of a number format, made once.
func (w *writer) style(format string) (int, error) {
	if id, ok := w.styles[format]; ok {
		return id, nil
	}
	id, err := w.file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	w.styles[format] = id
	return id, err
}
