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
	formats map[int]format // by style
	text    int            // bytes that the cells have shown
}

// A format is what a style says about numbers.
type format struct {
	day      bool // shows them all as days or times
	sections []section
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
			cells[f.column-1].hideZero(p.noZeros)
			r.text += len(cells[f.column-1].Shown)
		}
		s.Rows = append(s.Rows, cells)
	}
	return s, rows.Error()
}

// cell makes a cell of its facts and of what it shows.
func (r *reader) cell(f fact, shown string) Cell {
	c := Cell{Kind: Text, Text: shown, Shown: shown}
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
	if c.Formula = f.formula && (c.Text != "" || !f.blank); c.Text == "" && !c.Formula {
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
	format := r.format(f.style)
	percent := strings.HasSuffix(c.Shown, "%")
	section, ok := sectionOf(format.sections, value)
	if format.day || section.day {
		if day, err := excelize.ExcelDateToTime(value, r.is1904()); err == nil {
			c.Kind, c.Text = Date, fmt.Sprintf("%d/%d/%d", day.Day(), int(day.Month()), day.Year())
			return
		}
	} else if ok {
		text, masked := section.show(value)
		c.Shown, c.Masked, percent = norm.NFC.String(text), masked, section.percent
	}
	if c.Text = plain(value); percent {
		c.Kind, c.Text = Percent, plain(value*100)
	}
}

// hideZero empties what a zero shows, on a sheet that shows none.
func (c *Cell) hideZero(hidden bool) {
	if hidden && c.Text == "0" && (c.Kind == Number || c.Kind == Percent) {
		c.Shown, c.Masked = "", true
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

// format returns what a style says about numbers.
func (r *reader) format(style int) format {
	known, ok := r.formats[style]
	if !ok {
		known = r.findFormat(style)
		r.formats[style] = known
	}
	return known
}

func (r *reader) findFormat(style int) format {
	s, err := r.file.GetStyle(style)
	switch {
	case err != nil || s == nil:
		return format{}
	case s.CustomNumFmt != nil && *s.CustomNumFmt != "":
		return format{sections: parseFormat(*s.CustomNumFmt)}
	}
	n := s.NumFmt // the numbers that Office Open XML gives to days and times
	if 14 <= n && n <= 22 || 27 <= n && n <= 36 || 45 <= n && n <= 47 || 50 <= n && n <= 58 {
		return format{day: true}
	}
	if code := builtIn[n]; code != "" {
		return format{sections: parseFormat(code)}
	}
	return format{}
}
