package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A part is one sheet as the scan found it.
type part struct {
	name                      string
	hidden, over              bool   // over: it has more than the bounds allow
	cells                     []fact // those with content, by row and column
	merged                    []Range
	hiddenRows, hiddenColumns map[int]bool
}

// A fact is what stands in the file about one cell.
type fact struct {
	row, column int // from 1
	style       int
	kind        string // "s", "str", "inlineStr" texts, "n" or "" a number, "b", "e", "d"
	value       string // of a number
	formula     bool
}

// before reports whether a cell stands before another, as cells do in their file.
func (f fact) before(g fact) bool {
	return f.row < g.row || f.row == g.row && f.column < g.column
}

// errBound tells that a part has more than the bounds allow.
var errBound = errors.New("workbook: more than the bounds allow")

// slimmed scans a workbook once, within the bounds, and returns it without everything that a table's values do not
// need: pictures, macros, cells and rows that have a format but no content (people format whole columns, and then
// a sheet has a million rows). What it returns is safe to hand to excelize.
func slimmed(data []byte) ([]byte, []part, Fault) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, Fault{Code: FaultBroken}
	}
	s := &slimmer{left: maxUnzipped, cells: maxCells, elements: maxElements, parts: map[string]*part{}, other: map[string][]byte{}}
	var out bytes.Buffer
	s.out = zip.NewWriter(&out)
	for _, entry := range archive.File {
		if fault := s.take(entry); fault.Code != "" {
			return nil, nil, fault
		}
	}
	if err := s.out.Close(); err != nil {
		return nil, nil, Fault{Code: FaultBroken}
	}
	parts, fault := s.sheets()
	return out.Bytes(), parts, fault
}

// slimmer is one scan.
type slimmer struct {
	out                   *zip.Writer
	left, cells, elements int // of the bounds
	strings               int // that cells may share
	parts                 map[string]*part
	other                 map[string][]byte // the parts that name the sheets
}

// needless are the folders and files of a workbook that hold no values.
var needless = []string{"drawings/", "media/", "charts/", "theme/", "embeddings/", "printersettings/", "comments", "threadedcomments/", "calcchain", "externallinks/", "pivot", "ctrlprops/", "activex/", "vbaproject", "persons/", "tables/", "querytables/", "slicer", "timeline", "model/", "metadata", "volatiledependencies", "custom"}

func isNeedless(name string) bool {
	lower := strings.ToLower(name)
	if !strings.HasSuffix(lower, ".xml") && !strings.HasSuffix(lower, ".rels") {
		return true
	}
	inner := strings.TrimPrefix(lower, "xl/")
	for _, n := range needless {
		if strings.HasPrefix(inner, n) {
			return true
		}
	}
	return strings.HasPrefix(lower, "docprops/") || strings.HasPrefix(lower, "customxml/") || strings.HasPrefix(inner, "worksheets/_rels/")
}

// take scans one part and keeps what is needed of it.
func (s *slimmer) take(entry *zip.File) Fault {
	name := strings.ReplaceAll(entry.Name, "\\", "/")
	switch {
	case strings.HasSuffix(strings.ToLower(name), "workbook.bin"):
		return Fault{Code: FaultKind, Got: ".xlsb"}
	case isNeedless(name):
		return Fault{}
	}
	in, err := entry.Open()
	if err != nil {
		return Fault{Code: FaultBroken}
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, int64(s.left)+1))
	s.left -= len(data)
	switch {
	case s.left < 0:
		return Fault{Code: FaultLarge}
	case err != nil:
		return Fault{Code: FaultBroken}
	}
	scan := &scanner{data: data, in: xml.NewDecoder(bytes.NewReader(data)), slimmer: s}
	kept, err := scan.run()
	switch {
	case errors.Is(err, errBound) && scan.part != nil:
		scan.part.over = true // told with the sheet's name, once that is known
	case errors.Is(err, errBound):
		return Fault{Code: FaultCells}
	case err != nil:
		return Fault{Code: FaultBroken}
	}
	if scan.part != nil {
		s.parts[strings.ToLower(name)] = scan.part
	} else {
		s.other[strings.ToLower(name)] = kept
	}
	to, err := s.out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err == nil {
		_, err = to.Write(kept)
	}
	if err != nil {
		return Fault{Code: FaultBroken}
	}
	return Fault{}
}

// sheets returns the worksheets in the order of their tabs. A chart's sheet is none.
func (s *slimmer) sheets() ([]part, Fault) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		To []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if xml.Unmarshal(s.other["xl/workbook.xml"], &book) != nil || xml.Unmarshal(s.other["xl/_rels/workbook.xml.rels"], &links) != nil {
		return nil, Fault{Code: FaultBroken}
	}
	targets := map[string]string{}
	for _, l := range links.To {
		target := l.Target
		if !strings.HasPrefix(target, "/") {
			target = "xl/" + target
		}
		targets[l.ID] = strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))
	}
	var out []part
	for _, sheet := range book.Sheets {
		if p := s.parts[targets[sheet.ID]]; p != nil {
			if p.over {
				return nil, Fault{Code: FaultCells, Sheet: sheet.Name}
			}
			if slices.ContainsFunc(p.cells, s.lost) {
				return nil, Fault{Code: FaultBroken, Sheet: sheet.Name}
			}
			found := *p
			found.name, found.hidden = sheet.Name, strings.HasSuffix(strings.ToLower(sheet.State), "hidden")
			out = append(out, found)
		}
	}
	if len(out) == 0 {
		return nil, Fault{Code: FaultBroken}
	}
	return out, Fault{}
}

// lost reports whether a cell names a shared text that is not there: it would be taken for an empty one.
func (s *slimmer) lost(f fact) bool {
	if f.kind != "s" || f.value == "" {
		return false
	}
	n, err := strconv.Atoi(strings.TrimSpace(f.value))
	return err != nil || n < 0 || n >= s.strings
}

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
		case t.Name.Local == "col":
			s.column(t)
		case t.Name.Local == "mergeCell":
			s.merge(t)
		}
	}
	if s.depth > 1 {
		return nil, io.ErrUnexpectedEOF
	}
	kept = append(kept, "</"+prefix+"sheetData>"...)
	return append(kept, "</"+prefix+"worksheet>"...), nil
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
		if c.Name.Local != "c" {
			if err := s.skip(); err != nil {
				return nil, err
			}
			continue
		}
		f, has, err := s.cell(c, *number, &column)
		if err != nil {
			return nil, err
		}
		if !has {
			continue
		}
		if last := len(s.part.cells) - 1; last >= 0 && !s.part.cells[last].before(f) {
			return nil, io.ErrUnexpectedEOF
		}
		if s.over(f) {
			return nil, errBound
		}
		empty = false
		s.part.cells = append(s.part.cells, f)
		kept = append(kept, s.data[from:s.in.InputOffset()]...)
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
