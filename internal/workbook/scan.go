package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// scanner reads one part.
type scanner struct {
	*slimmer
	data  []byte
	in    *xml.Decoder
	part  *part // of a worksheet
	depth int
	text  int // bytes of the shared string that is being read
}

// run returns the part's bytes, those of a worksheet without its empty cells.
func (s *scanner) run() ([]byte, error) {
	for {
		token, err := s.in.RawToken()
		if errors.Is(err, io.EOF) {
			return s.data, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if s.depth == 0 && t.Name.Local == "worksheet" {
				return s.worksheet(t, s.in.InputOffset())
			}
			if s.elements--; s.elements < 0 {
				return nil, errBound
			}
			if s.depth++; s.depth > maxDepth || len(attr(t, "formatCode")) > maxFormat {
				return nil, errDeep
			}
			if t.Name.Local == "si" {
				s.text = 0
				s.strings++
			}
		case xml.CharData:
			if s.text += len(t); s.text > maxString && s.depth > 1 {
				return nil, errBound
			}
		case xml.EndElement:
			s.depth--
		}
	}
}

// errDeep tells of elements within elements, or formats, beyond all reason.
var errDeep = errors.New("workbook: nested too deep")

// worksheet scans a sheet behind its first tag. It keeps the rows with content and stops writing behind them, as
// nothing else is read from there.
func (s *scanner) worksheet(root xml.StartElement, from int64) ([]byte, error) {
	s.part = &part{hiddenRows: map[int]bool{}, hiddenColumns: map[int]bool{}}
	prefix := ""
	if root.Name.Space != "" {
		prefix = root.Name.Space + ":"
	}
	kept := append([]byte{}, s.data[:from]...)
	kept = append(kept, "<"+prefix+"sheetData>"...)
	s.depth = 1
	row := 0
	for {
		start := s.in.InputOffset()
		token, err := s.in.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if _, ends := token.(xml.EndElement); ends {
			s.depth--
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if s.depth++; s.depth > maxDepth {
			return nil, errDeep
		}
		switch {
		case t.Name.Local == "row" && s.depth == 3:
			if kept, err = s.row(t, &row, start, prefix, kept); err != nil {
				return nil, err
			}
		default:
			s.aside(t)
		}
	}
	if s.depth > 1 {
		return nil, io.ErrUnexpectedEOF
	}
	kept = append(kept, "</"+prefix+"sheetData>"...)
	return append(kept, "</"+prefix+"worksheet>"...), nil
}

// aside reads an element beside the rows.
func (s *scanner) aside(t xml.StartElement) {
	switch t.Name.Local {
	case "sheetView":
		zeros := attr(t, "showZeros")
		s.part.noZeros = zeros == "0" || zeros == "false"
	case "col":
		s.column(t)
	case "mergeCell":
		s.merge(t)
	}
}

// row reads one row to its end and keeps it where it has a cell with content.
func (s *scanner) row(t xml.StartElement, number *int, start int64, prefix string, kept []byte) ([]byte, error) {
	*number++
	if n, err := strconv.Atoi(attr(t, "r")); err == nil {
		*number = n
	}
	before, column := len(kept), 0
	kept = append(kept, s.data[start:s.in.InputOffset()]...)
	empty := true
	for {
		from := s.in.InputOffset()
		token, err := s.in.RawToken()
		if err != nil {
			return nil, io.ErrUnexpectedEOF
		}
		if _, ends := token.(xml.EndElement); ends {
			break
		}
		c, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		has, err := s.child(c, *number, &column)
		if err != nil {
			return nil, err
		}
		if has {
			empty = false
			kept = append(kept, s.data[from:s.in.InputOffset()]...)
		}
	}
	s.depth--
	if empty {
		return kept[:before], nil
	}
	if on := attr(t, "hidden"); on == "1" || on == "true" {
		s.part.hiddenRows[*number] = true
	}
	return append(kept, "</"+prefix+"row>"...), nil
}

// child reads an element of a row, and notes it where it is a cell with content.
func (s *scanner) child(t xml.StartElement, row int, column *int) (has bool, err error) {
	if t.Name.Local != "c" {
		return false, s.skip()
	}
	f, has, err := s.cell(t, row, column)
	if err != nil || !has {
		return false, err
	}
	if last := len(s.part.cells) - 1; last >= 0 && !s.part.cells[last].before(f) {
		return false, io.ErrUnexpectedEOF
	}
	if s.over(f) {
		return false, errBound
	}
	s.part.cells = append(s.part.cells, f)
	return true, nil
}

// over takes a cell and the gap before it off the bounds.
func (s *scanner) over(f fact) bool {
	gap := f.column
	if n := len(s.part.cells); n > 0 && s.part.cells[n-1].row == f.row {
		gap -= s.part.cells[n-1].column
	}
	s.cells -= max(gap, 1)
	return s.cells < 0 || f.row > maxRows || f.column > maxColumns
}

// cell reads a cell to its end and reports whether it has content.
func (s *scanner) cell(t xml.StartElement, row int, column *int) (f fact, has bool, err error) {
	*column++
	f = fact{row: row, column: *column, kind: attr(t, "t")}
	if name := attr(t, "r"); name != "" {
		if f.column, f.row, err = excelize.CellNameToCoordinates(name); err != nil || f.row != row {
			return f, false, io.ErrUnexpectedEOF
		}
		*column = f.column
	}
	f.style, _ = strconv.Atoi(attr(t, "s"))
	in, depth := "", 0
	for {
		token, err := s.in.RawToken()
		if err != nil {
			return f, false, io.ErrUnexpectedEOF
		}
		switch t := token.(type) {
		case xml.EndElement:
			if depth == 0 {
				return f, has, nil
			}
			depth--
		case xml.StartElement:
			if depth++; s.depth+depth > maxDepth {
				return f, false, errDeep
			}
			if depth == 1 {
				in = t.Name.Local
			}
			f.formula = f.formula || in == "f"
			f.blank = f.blank || in == "v" && f.kind == "str"
			has = has || in == "f"
		case xml.CharData:
			if depth == 0 || len(bytes.TrimSpace(t)) == 0 {
				continue
			}
			has = true
			if in == "v" {
				f.value += string(t)
			}
		}
	}
}

// skip reads an element that is not needed to its end.
func (s *scanner) skip() error {
	for depth := 0; ; {
		token, err := s.in.RawToken()
		if err != nil {
			return io.ErrUnexpectedEOF
		}
		switch token.(type) {
		case xml.EndElement:
			if depth--; depth < 0 {
				return nil
			}
		case xml.StartElement:
			if depth++; s.depth+depth > maxDepth {
				return errDeep
			}
		}
	}
}

// column notes columns that are hidden.
func (s *scanner) column(t xml.StartElement) {
	if on := attr(t, "hidden"); on != "1" && on != "true" {
		return
	}
	from, _ := strconv.Atoi(attr(t, "min"))
	to, _ := strconv.Atoi(attr(t, "max"))
	for i := from; i <= min(to, maxColumns); i++ {
		s.part.hiddenColumns[i] = true
	}
}

func (s *scanner) merge(t xml.StartElement) {
	first, last, _ := strings.Cut(attr(t, "ref"), ":")
	var r Range
	var err, err2 error
	r.FromColumn, r.FromRow, err = excelize.CellNameToCoordinates(first)
	r.ToColumn, r.ToRow, err2 = excelize.CellNameToCoordinates(last)
	if err == nil && err2 == nil && len(s.part.merged) < maxRows {
		s.part.merged = append(s.part.merged, r)
	}
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
