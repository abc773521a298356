package workbook

import (
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"
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
	// Shown is what people see in Excel, with the digits rounded as the format says, "8.01".
	Shown string
	// Masked tells that they see no number, but Shown: a text of the format's, or nothing.
	Masked bool
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
	r := &reader{file: file, formats: map[int]format{}}
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
