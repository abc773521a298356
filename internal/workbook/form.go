package workbook

import (
	"bytes"
	"fmt"
	"html"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// A Form is a workbook that people fill in.
type Form struct {
	Title, Author string // of the file's properties
	Sheets        []FormSheet
}

// A FormSheet is one sheet of a form. It is protected, without a password, but for its cells of [Input].
type FormSheet struct {
	Name   string
	Widths []float64 // of the columns, in characters
	Lines  []int     // how many lines of text a row shows; 0, or no number, is one
	Rows   [][]FormCell
	// Rows and columns above and left of this cell stay in sight, "C7"; "" for none.
	Frozen string
	Checks []FormCheck
	Hidden bool
	Wide   bool // printed on the long side of the paper
}

// A FormCell is what stands in a place of a form.
type FormCell struct {
	Text    string // a text, or of a Number a plain decimal
	Number  bool
	Formula string // in English, with "=": its result stands there, not Text
	Look    Look
	Note    string // shown when the pointer rests on the cell
}

// A FormCheck says what may be typed into a range of cells.
type FormCheck struct {
	Range   Range
	Formula string // true where the value of the range's first cell is good; with relative references
	List    string // in place of a formula: the range that has the values, "Danh mục!$A$1:$A$9"
	Title   string // of the message, at most 32 characters
	Message string // what is expected, at most 255 characters
}

// WriteForm returns the file. The same form gives the same bytes. The error is a name that Excel does not allow.
func WriteForm(form Form) ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close()
	w := &formWriter{file: file, looks: map[Look]int{}}
	if err := w.write(form); err != nil {
		return nil, fmt.Errorf("a form %q: %w", form.Title, err)
	}
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		return nil, fmt.Errorf("a form %q: %w", form.Title, err)
	}
	return out.Bytes(), nil
}

// formWriter is a form on its way.
type formWriter struct {
	file  *excelize.File
	looks map[Look]int // the ids of styles
}

func (w *formWriter) write(form Form) error {
	if err := w.file.SetDocProps(&excelize.DocProperties{Title: form.Title, Creator: form.Author, LastModifiedBy: form.Author, Language: "vi"}); err != nil {
		return err
	}
	yes := true
	if err := w.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
		return err
	}
	for i, s := range form.Sheets {
		if i == 0 {
			if err := w.file.SetSheetName("Sheet1", s.Name); err != nil {
				return err
			}
		} else if _, err := w.file.NewSheet(s.Name); err != nil {
			return err
		}
		if err := w.sheet(s); err != nil {
			return err
		}
	}
	return nil
}

func (w *formWriter) sheet(s FormSheet) error {
	for i, width := range s.Widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := w.file.SetColWidth(s.Name, column, column, width); err != nil {
			return err
		}
	}
	for i, lines := range s.Lines {
		if lines > 1 {
			if err := w.file.SetRowHeight(s.Name, i+1, 15.5*float64(min(lines, 20))); err != nil {
				return err
			}
		}
	}
	for i, row := range s.Rows {
		for j, c := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return err
			}
			if err := w.cell(s.Name, name, c); err != nil {
				return err
			}
		}
	}
	for _, c := range s.Checks {
		if err := w.check(s.Name, c); err != nil {
			return err
		}
	}
	return w.frame(s)
}

// frame freezes, protects and prints a sheet as it says.
func (w *formWriter) frame(s FormSheet) error {
	if s.Frozen != "" {
		column, row, err := excelize.CellNameToCoordinates(s.Frozen)
		if err != nil {
			return err
		}
		panes := &excelize.Panes{Freeze: true, XSplit: column - 1, YSplit: row - 1, TopLeftCell: s.Frozen, ActivePane: "bottomRight"}
		if column == 1 {
			panes.ActivePane = "bottomLeft"
		}
		if err := w.file.SetPanes(s.Name, panes); err != nil {
			return err
		}
	}
	if s.Wide {
		size, landscape, fits, wide, high := 9, "landscape", true, 1, 0 // A4, one sheet of paper wide
		if err := w.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
			return err
		}
		if err := w.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
			return err
		}
	}
	if s.Hidden {
		if err := w.file.SetSheetVisible(s.Name, false); err != nil {
			return err
		}
	}
	return w.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, FormatCells: true,
	})
}

// cell writes one cell with its look and its note.
func (w *formWriter) cell(sheet, name string, c FormCell) error {
	style, err := w.style(c.Look)
	if err != nil {
		return err
	}
	if err := w.file.SetCellStyle(sheet, name, name, style); err != nil {
		return err
	}
	switch {
	case c.Formula != "":
		err = w.file.SetCellFormula(sheet, name, c.Formula)
	case c.Text == "":
	case c.Number:
		var value float64
		if value, err = strconv.ParseFloat(c.Text, 64); err == nil {
			err = w.file.SetCellValue(sheet, name, value)
		}
	default:
		err = w.file.SetCellStr(sheet, name, c.Text)
	}
	if err != nil || c.Note == "" {
		return err
	}
	return w.file.AddComment(sheet, note(name, c.Note))
}

func (w *formWriter) check(sheet string, c FormCheck) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(c.Range.String())
	if v.Type, v.Formula1 = "custom", html.EscapeString(c.Formula); c.List != "" {
		v.Type, v.Formula1 = "list", html.EscapeString(c.List)
	}
	v.SetError(excelize.DataValidationErrorStyleStop, c.Title, c.Message)
	return w.file.AddDataValidation(sheet, v)
}

// String returns a range as Excel writes it: "C7:H20".
func (r Range) String() string {
	from, _ := excelize.CoordinatesToCellName(r.FromColumn, r.FromRow) // ranges of ours begin at 1
	to, _ := excelize.CoordinatesToCellName(r.ToColumn, r.ToRow)
	return from + ":" + to
}

// CellName returns the name of a cell by its row and column from 1: "C7".
func CellName(row, column int) string {
	name, _ := excelize.CoordinatesToCellName(column, row) // an empty name for what is no place
	return name
}
