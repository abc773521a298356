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
)

// A part is one sheet as the scan found it.
type part struct {
	name                      string
	hidden, over              bool   // over: it has more than the bounds allow
	noZeros                   bool   // it shows nothing where a zero stands
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
	blank       bool // saved as a text, which may be empty: what a formula came to
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
