package build_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// eachSite runs a test on the portal of every case that may be published, and of the repository's own site.
func eachSite(t *testing.T, test func(t *testing.T, data map[string][]byte)) {
	t.Helper()
	sites, _ := filepath.Glob("testdata/*/in")
	for _, dir := range append(sites, "../..") {
		if strings.Contains(dir, "bad-") {
			continue
		}
		t.Run(filepath.Base(filepath.Dir(dir)), func(t *testing.T) {
			if result, data := run(t, dir, nil); result.OK() {
				test(t, data)
			}
		})
	}
}

// One truth, in Excel too: every cell of a ranking's workbook is the cell of its CSV, numbers as numbers.
func TestWorkbooksSayWhatTheCSVSays(t *testing.T) {
	seen := 0
	eachSite(t, func(t *testing.T, data map[string][]byte) {
		for name, book := range data {
			if folder, is := strings.CutSuffix(name, "bang-xep-hang.xlsx"); is {
				seen++
				sameWorkbook(t, folder, cellsOf(t, data[folder+"bang-xep-hang.csv"]), book)
			}
		}
	})
	if seen < 12 {
		t.Errorf("only %d workbooks were compared", seen)
	}
}

func cellsOf(t *testing.T, sheet []byte) [][]string {
	t.Helper()
	cells, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(sheet, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return cells
}

func sameWorkbook(t *testing.T, name string, want [][]string, book []byte) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	shown, err := f.GetRows("Bảng xếp hạng")
	if err != nil {
		t.Fatal(err)
	}
	if len(shown) != len(want) {
		t.Fatalf("%s: the workbook has %d rows, the CSV %d", name, len(shown), len(want))
	}
	for i, row := range want {
		for k, cell := range row {
			got := ""
			if k < len(shown[i]) {
				got = shown[i][k]
			}
			at, _ := excelize.CoordinatesToCellName(k+1, i+1)
			if kind, _ := f.GetCellType("Bảng xếp hạng", at); kind == excelize.CellTypeUnset && got != "" {
				got = vietnamese(got)
			}
			if got != strings.TrimPrefix(cell, "'") {
				t.Errorf("%s %s (%s): the workbook shows %q, the CSV %q", name, at, want[0][k], got, cell)
			}
		}
	}
}

// vietnamese writes a number as Excel does for its Vietnamese readers.
func vietnamese(shown string) string {
	return strings.NewReplacer(",", ".", ".", ",").Replace(shown)
}

// descriptor is what the rules of datapackage.json are stated on.
type descriptor struct {
	Profile, Name, Title, Homepage string
	Licenses                       []struct{ Path, Title string }
	Resources                      []struct {
		Name, Path, Profile, Format, MediaType, Encoding, Hash string
		Bytes                                                  int
		Dialect                                                *struct {
			Delimiter, LineTerminator, QuoteChar string
			DoubleQuote, Header                  bool
		}
		Schema *struct {
			Fields []struct {
				Name, Type, DecimalChar, GroupChar string
				BareNumber                         *bool
			}
			MissingValues []string
			PrimaryKey    string
		}
	}
}

var nameRule = regexp.MustCompile(`^[-a-z0-9._/]+$`)

// The rules are those of the Data Package, Data Resource, Tabular Data Resource, CSV Dialect and Table Schema
// specifications, version 1: what a descriptor must have, and that it describes the files as they are.
func TestTheDataPackageDescribesTheFilesAsTheyAre(t *testing.T) {
	tables := 0
	eachSite(t, func(t *testing.T, data map[string][]byte) {
		var d descriptor
		if err := json.Unmarshal(data["du-lieu/datapackage.json"], &d); err != nil {
			t.Fatal(err)
		}
		if d.Profile != "data-package" || !nameRule.MatchString(d.Name) || d.Resources == nil {
			t.Errorf("the package is %q, %q, resources %v", d.Profile, d.Name, d.Resources)
		}
		for _, l := range d.Licenses {
			if !strings.HasPrefix(l.Path, "https://") {
				t.Errorf("a licence without a path: %q", l)
			}
		}
		names := map[string]bool{}
		for _, r := range d.Resources {
			if !nameRule.MatchString(r.Name) || names[r.Name] {
				t.Errorf("the name %q is wrong or taken", r.Name)
			}
			names[r.Name] = true
			base, _, _ := strings.Cut(d.Homepage, "du-lieu/")
			file, ours := strings.CutPrefix(r.Path, base)
			bytes, there := data[file]
			if !ours || !there {
				t.Errorf("%s is not there", r.Path)
				continue
			}
			sum := sha256.Sum256(bytes)
			if r.Bytes != len(bytes) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) || !strings.HasSuffix(file, "."+r.Format) {
				t.Errorf("%s: %d bytes, %s, %s are not its own", file, r.Bytes, r.Hash, r.Format)
			}
			if r.Profile != "tabular-data-resource" {
				continue
			}
			tables++
			if dialect := r.Dialect; r.Encoding != "utf-8" || dialect == nil || dialect.Delimiter != "," || dialect.LineTerminator != "\r\n" ||
				dialect.QuoteChar != `"` || !dialect.DoubleQuote || !dialect.Header {
				t.Fatalf("%s: encoding %q, dialect %+v", file, r.Encoding, dialect)
			}
			if r.Schema == nil || !slices.Equal(r.Schema.MissingValues, []string{""}) {
				t.Fatalf("%s: schema %+v", file, r.Schema)
			}
			cells := cellsOf(t, bytes)
			keys := map[string]bool{}
			for k, f := range r.Schema.Fields {
				if k >= len(cells[0]) || f.Name != cells[0][k] {
					t.Fatalf("%s: field %d is %q, the columns are %q", file, k+1, f.Name, cells[0])
				}
				for _, row := range cells[1:] {
					if !fits(f.Type, f.DecimalChar, f.GroupChar, f.BareNumber, row[k]) {
						t.Errorf("%s, %s: %q is no %s", file, f.Name, row[k], f.Type)
					}
					if f.Name == r.Schema.PrimaryKey {
						if keys[row[k]] {
							t.Errorf("%s: the key %q stands twice", file, row[k])
						}
						keys[row[k]] = true
					}
				}
			}
			if len(r.Schema.Fields) != len(cells[0]) || len(keys) != len(cells)-1 {
				t.Errorf("%s: %d fields for %d columns, %d keys for %d rows", file, len(r.Schema.Fields), len(cells[0]), len(keys), len(cells)-1)
			}
		}
		page := string(data["du-lieu/index.html"])
		for name := range data {
			if strings.HasSuffix(name, "bang-xep-hang.csv") && !bytes.Contains(data[name], []byte("Dữ liệu minh hoạ")) && !strings.Contains(page, name) {
				t.Errorf("the page does not offer %s", name)
			}
			if strings.Contains(page, name) && bytes.Contains(data[name], []byte("Dữ liệu minh hoạ")) {
				t.Errorf("the page offers invented data: %s", name)
			}
		}
	})
	if tables < 6 {
		t.Errorf("only %d tables were described", tables)
	}
}

// fits tells that a cell can be read as its field's type, as the Table Schema says.
func fits(kind, decimal, group string, bare *bool, cell string) bool {
	if cell == "" || kind == "string" {
		return true
	}
	if kind == "integer" {
		_, err := strconv.Atoi(cell)
		return err == nil
	}
	if bare != nil && !*bare {
		cell = strings.TrimSuffix(cell, "%")
	}
	_, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(cell, group, ""), decimal, "."), 64)
	return kind == "number" && err == nil
}
