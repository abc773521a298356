package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"
)

// Bounds of a workbook that is read. 1.800 units by 60 criteria have 110.000 cells and 4 MB of XML; a hostile file
// of 1 MB may claim 16 GB.
const (
	maxBytes    = 8 << 20  // of the file
	maxUnzipped = 16 << 20 // of its parts that count, together
	maxCells    = 150_000  // with content, and the gaps before them
	maxRows     = 100_000
	maxColumns  = 2_000
	maxElements = 400_000  // of XML in the parts that are no sheets
	maxDepth    = 60       // of elements within each other
	maxString   = 16 << 10 // of a text that many cells may share
	maxFormat   = 1 << 10  // of a number format, which many cells may share
	maxText     = 32 << 20 // of all cells together
)

// A Fault says why a file can't be read as a workbook. Its code is that of a finding; the zero value is no fault.
type Fault struct {
	Code  Code
	Sheet string // where it is in one sheet, its name
	Got   string // the kind of file that it is, for [FaultKind]
}

// Code is what is wrong with a file. The strings are codes of findings.
type Code string

// The faults.
const (
	FaultPassword Code = "workbook-password"  // it is protected by a password, and encrypted
	FaultOld      Code = "workbook-old"       // .xls, as Excel wrote before 2007
	FaultKind     Code = "workbook-kind"      // another program's or another kind of file
	FaultBroken   Code = "workbook-broken"    // truncated, or damaged
	FaultLarge    Code = "workbook-too-large" // more bytes than a table of scores has
	FaultCells    Code = "workbook-cells"     // more rows, columns or cells than a table of scores has
)

// The kinds of cells beside [Text], [Number] and [Percent].
const (
	Empty   Kind = -1 - iota // nothing, not even a formula
	Date                     // a number that its format shows as a day
	Failure                  // an error of Excel's: #REF!
	Boolean                  // TRUE or FALSE
)

// A Book is a workbook as it was read.
type Book struct {
	Sheets []Sheet
}

// A Sheet is one of its tables.
type Sheet struct {
	Name   string
	Hidden bool
	// Rows are its rows from the first on, each as long as its last cell with content.
	Rows [][]Cell
	// Merged are its merged ranges, in the file's order.
	Merged []Range
	// HiddenRows and HiddenColumns are what its reader does not see, by number from 1.
	HiddenRows, HiddenColumns map[int]bool
}

// A Range is a rectangle of cells: the numbers from 1 of its first and last row and column, all included.
type Range struct{ FromRow, FromColumn, ToRow, ToColumn int }

// A Cell is what stands in one place.
type Cell struct {
	Kind Kind
	// Text is what counts: a text as it is; of a number its value with at most fifteen digits, "8.005"; of a
	// [Percent] the value in hundredths, "84.58" for 0.8458; of a [Date] day, month and year, "9/5/2021".
	Text string
	// Shown is what people see in Excel, with the digits grouped and rounded as the format says, "8.01".
	Shown string
	// Formula tells that the text is the result that a formula had when the file was saved; with an empty text,
	// that none was saved.
	Formula bool
}

// Read reads a workbook (.xlsx, .xlsm). It never panics and never takes more than some 100 MiB or a second or two:
// what is beyond the bounds, or can't be understood, is a fault.
func Read(data []byte) (book *Book, fault Fault) {
	if code, got := kindOf(data); code != "" {
		return nil, Fault{Code: code, Got: got}
	}
	defer func() {
		if recover() != nil { // excelize panics on some damaged files
			book, fault = nil, Fault{Code: FaultBroken}
		}
	}()
	slim, parts, fault := slimmed(data)
	if fault.Code != "" {
		return nil, fault
	}
	file, err := excelize.OpenReader(bytes.NewReader(slim), excelize.Options{UnzipSizeLimit: 2 * maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return nil, Fault{Code: FaultBroken}
	}
	defer file.Close()
	r := &reader{file: file, formats: map[int]bool{}}
	book = &Book{}
	for _, p := range parts {
		sheet, err := r.sheet(p)
		switch {
		case errors.Is(err, errBound):
			return nil, Fault{Code: FaultCells, Sheet: p.name}
		case err != nil:
			return nil, Fault{Code: FaultBroken, Sheet: p.name}
		}
		book.Sheets = append(book.Sheets, sheet)
	}
	return book, Fault{}
}

// kindOf recognises what is no workbook that can be read.
func kindOf(data []byte) (Code, string) {
	switch {
	case len(data) > maxBytes:
		return FaultLarge, ""
	case bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		// The names of streams are in UTF-16; an encrypted workbook is a stream of that name in a file of the old kind.
		if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
			return FaultPassword, ""
		}
		return FaultOld, ""
	case !bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return FaultBroken, ""
	case bytes.Contains(data[:min(len(data), 200)], []byte("application/vnd.oasis.opendocument")):
		return FaultKind, ".ods"
	}
	return "", ""
}

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
