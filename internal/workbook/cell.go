package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"
)

// reader reads the sheets of one file.
type reader struct {
	file    *excelize.File
	formats map[int]bool // by style: whether it shows a day
	text    int          // bytes that the cells have shown
}

// sheet joins what excelize says that cells show with what the scan found out about them.
func (r *reader) sheet(p part) (Sheet, error) {
	s := Sheet{Name: norm.NFC.String(p.name), Hidden: p.hidden, Merged: p.merged, HiddenRows: p.hiddenRows, HiddenColumns: p.hiddenColumns}
	rows, err := r.file.Rows(p.name)
	if err != nil {
		return s, err
	}
	defer rows.Close()
	facts := p.cells
	for number := 1; rows.Next(); number++ {
		shown, err := rows.Columns()
		if err != nil {
			return s, err
		}
		for _, text := range shown {
			r.text += len(text)
		}
		if r.text > maxText {
			return s, errBound
		}
		var cells []Cell
		for len(facts) > 0 && facts[0].row <= number {
			f := facts[0]
			facts = facts[1:]
			if f.row < number {
				continue
			}
			for len(cells) < f.column {
				cells = append(cells, Cell{Kind: Empty})
			}
			text := ""
			if f.column <= len(shown) {
				text = shown[f.column-1]
			}
			cells[f.column-1] = r.cell(f, norm.NFC.String(text))
		}
		s.Rows = append(s.Rows, cells)
	}
	return s, rows.Error()
}

// cell makes a cell of its facts and of what it shows.
func (r *reader) cell(f fact, shown string) Cell {
	c := Cell{Kind: Text, Text: shown, Shown: shown, Formula: f.formula}
	switch {
	case f.kind == "e":
		c.Kind, c.Text = Failure, f.value
	case f.kind == "b":
		c.Kind = Boolean
	case f.kind != "" && f.kind != "n":
		// a text: what it shows is what it is
	case f.value == "":
		c.Text, c.Shown = "", ""
	default:
		r.number(&c, f)
	}
	if c.Text == "" && !c.Formula {
		c.Kind = Empty
	}
	return c
}

// number reads a stored number, which has the form of a machine's: 8.0050000000000008, 1E-2.
func (r *reader) number(c *Cell, f fact) {
	value, err := strconv.ParseFloat(strings.TrimSpace(f.value), 64)
	if err != nil {
		return // a text after all
	}
	c.Kind = Number
	switch {
	case r.isDay(f.style):
		if day, err := excelize.ExcelDateToTime(value, r.is1904()); err == nil {
			c.Kind, c.Text = Date, fmt.Sprintf("%d/%d/%d", day.Day(), int(day.Month()), day.Year())
			return
		}
		c.Text = plain(value)
	case strings.HasSuffix(c.Shown, "%"):
		c.Kind, c.Text = Percent, plain(value*100)
	default:
		c.Text = plain(value)
	}
}

// plain writes a number as Excel knows it, with fifteen digits, and without an exponent.
func plain(value float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', 15, 64), 64)
	if err != nil {
		rounded = value
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

func (r *reader) is1904() bool {
	props, err := r.file.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

// isDay reports whether a style shows numbers as days or times.
func (r *reader) isDay(style int) bool {
	known, ok := r.formats[style]
	if !ok {
		known = r.findDay(style)
		r.formats[style] = known
	}
	return known
}

func (r *reader) findDay(style int) bool {
	s, err := r.file.GetStyle(style)
	switch {
	case err != nil || s == nil:
		return false
	case s.CustomNumFmt != nil:
		return showsDay(*s.CustomNumFmt)
	}
	n := s.NumFmt // the numbers that Office Open XML gives to days and times
	return 14 <= n && n <= 22 || 27 <= n && n <= 36 || 45 <= n && n <= 47 || 50 <= n && n <= 58
}

// showsDay reports whether a format has a letter of days or times outside quotation marks and brackets.
func showsDay(format string) bool {
	quoted, bracket := false, false
	for i, c := range format {
		switch {
		case i > 0 && format[i-1] == '\\':
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == ']':
			bracket = c == '['
		case !bracket && strings.ContainsRune("dmyhsDMYHS", c):
			return true
		}
	}
	return false
}
