package workbook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/workbook"
)

const (
	bookPart  = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`
	linksPart = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	typesPart = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	rootPart  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
)

// pack makes a workbook of one sheet out of the pieces of its XML, each written as often as it says.
func pack(parts map[string]string, pieces ...any) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range map[string]string{"[Content_Types].xml": typesPart, "_rels/.rels": rootPart, "xl/workbook.xml": bookPart, "xl/_rels/workbook.xml.rels": linksPart} {
		if _, own := parts[name]; !own {
			w, _ := z.Create(name)
			_, _ = w.Write([]byte(text))
		}
	}
	for name, text := range parts {
		w, _ := z.Create(name)
		_, _ = w.Write([]byte(text))
	}
	w, _ := z.Create("xl/worksheets/sheet1.xml")
	_, _ = w.Write([]byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`))
	for i := 0; i < len(pieces); i += 2 {
		for range pieces[i+1].(int) {
			_, _ = w.Write([]byte(pieces[i].(string)))
		}
	}
	_, _ = w.Write([]byte(`</worksheet>`))
	_ = z.Close()
	return out.Bytes()
}

// rows writes rows by a pattern with their number.
func rows(n int, pattern string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(pattern, "N", fmt.Sprint(i+1)))
	}
	return "<sheetData>" + b.String() + "</sheetData>"
}

// claiming changes the size that the archive says its parts to have.
func claiming(data []byte, size uint32) []byte {
	out := bytes.Clone(data)
	for at := 0; ; at++ {
		i := bytes.Index(out[at:], []byte("PK\x01\x02"))
		if i < 0 {
			return out
		}
		at += i
		binary.LittleEndian.PutUint32(out[at+24:], size)
	}
}

// sound is a workbook as people have it.
func sound(t testing.TB) []byte {
	return file(t, func(f *excelize.File) {
		for i := range 40 {
			must(t, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &[]any{"Xã A", 1.5, "=1", 2}))
		}
	})
}

// hostile are files that mean harm, or have come to some.
var hostile = []struct {
	name string
	make func(t testing.TB) []byte
	want workbook.Code
}{
	{"a sheet that unpacks to 400 MB", func(testing.TB) []byte { return pack(nil, strings.Repeat(" ", 100_000), 4_000) }, workbook.FaultLarge},
	{"parts that claim 4 GB each", func(t testing.TB) []byte { return claiming(sound(t), 0xfffffffe) }, workbook.FaultBroken},
	{"parts that claim nothing", func(t testing.TB) []byte { return claiming(sound(t), 0) }, workbook.FaultBroken},
	{"a million rows", func(testing.TB) []byte { return pack(nil, rows(1_000_000, `<row r="N"><c><v>1</v></c></row>`), 1) }, workbook.FaultLarge},
	{"four hundred thousand rows", func(testing.TB) []byte { return pack(nil, rows(400_000, `<row r="N"><c><v>1</v></c></row>`), 1) }, workbook.FaultCells},
	{"ten thousand columns", func(testing.TB) []byte {
		return pack(nil, `<sheetData><row r="1">`, 1, `<c><v>1</v></c>`, 10_000, `</row></sheetData>`, 1)
	}, workbook.FaultCells},
	{"a cell in the last place there is", func(testing.TB) []byte {
		return pack(nil, `<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`, 1)
	}, workbook.FaultCells},
	{"a far cell in each of many rows", func(testing.TB) []byte {
		return pack(nil, rows(50_000, `<row r="N"><c r="BXXN"><v>1</v></c></row>`), 1)
	}, workbook.FaultCells},
	{"ten thousand levels", func(testing.TB) []byte { return pack(nil, "<a>", 10_000, "</a>", 10_000) }, workbook.FaultBroken},
	{"ten thousand levels in a cell", func(testing.TB) []byte {
		return pack(nil, `<sheetData><row><c>`, 1, "<a>", 10_000, "</a>", 10_000, `</c></row></sheetData>`, 1)
	}, workbook.FaultBroken},
	{"a million strings", func(testing.TB) []byte {
		return pack(map[string]string{"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + strings.Repeat("<si/>", 1_000_000) + "</sst>"}, "", 1)
	}, workbook.FaultCells},
	{"a cell whose string is not there", func(testing.TB) []byte {
		return pack(map[string]string{"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + "</sst>"}, `<sheetData><row r="1"><c r="A1" t="s"><v>99999999999</v></c></row></sheetData>`, 1)
	}, workbook.FaultBroken},
	{"a text of 8 MB in every cell", func(testing.TB) []byte {
		long := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + "<si><r><t>" + strings.Repeat("a", 4<<20) + "</t></r><r><t>" + strings.Repeat("b", 4<<20) + "</t></r></si></sst>"
		return pack(map[string]string{"xl/sharedStrings.xml": long}, rows(50_000, `<row r="N"><c t="s"><v>0</v></c></row>`), 1)
	}, workbook.FaultCells},
	{"a text of 15 KB in every cell", func(testing.TB) []byte {
		long := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + "<si><r><t>" + strings.Repeat("a", 8<<10) + "</t></r><r><t>" + strings.Repeat("b", 7<<10) + "</t></r></si></sst>"
		return pack(map[string]string{"xl/sharedStrings.xml": long}, rows(50_000, `<row r="N"><c t="s"><v>0</v></c></row>`), 1)
	}, workbook.FaultCells},
	{"a format of 1 MB on every cell", func(testing.TB) []byte {
		styles := `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="0&quot;` + strings.Repeat("a", 1<<20) + `&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>`
		return pack(map[string]string{"xl/styles.xml": styles}, rows(50_000, `<row r="N"><c s="1"><v>1</v></c></row>`), 1)
	}, workbook.FaultBroken},
	{"merged ranges over all there is", func(testing.TB) []byte {
		return pack(nil, `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>`, 1, `<mergeCell ref="A1:XFD1048576"/>`, 100_000, `</mergeCells>`, 1)
	}, ""},
	{"a file that ends in its middle", func(t testing.TB) []byte { d := sound(t); return d[:len(d)/2] }, workbook.FaultBroken},
	{"bytes by chance", func(testing.TB) []byte {
		d := make([]byte, 1<<20)
		rand.New(rand.NewSource(1)).Read(d)
		return append([]byte("PK\x03\x04"), d...)
	}, workbook.FaultBroken},
	{"an archive of something else", func(testing.TB) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("word/document.xml")
		_, _ = w.Write([]byte("<document/>"))
		_ = z.Close()
		return b.Bytes()
	}, workbook.FaultBroken},
	{"an old workbook", func(testing.TB) []byte {
		return append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 4096)...)
	}, workbook.FaultOld},
	{"a workbook with a password", func(t testing.TB) []byte {
		f := excelize.NewFile()
		defer f.Close()
		var b bytes.Buffer
		must(t, f.SetCellValue("Sheet1", "A1", 1), f.Write(&b, excelize.Options{Password: "mật khẩu"}))
		return b.Bytes()
	}, workbook.FaultPassword},
	{"a file of 9 MB", func(testing.TB) []byte { return append([]byte("PK\x03\x04"), make([]byte, 9<<20)...) }, workbook.FaultLarge},
}

// Reading any of them takes at most 200 MiB and ends. Each is read by a process of its own, whose memory the system tells.
func TestHostileWorkbooksAreTurnedAwayWithinBounds(t *testing.T) {
	if name := os.Getenv("BANGVANG_READ"); name != "" {
		readAlone(t, name)
		return
	}
	dir := t.TempDir()
	for i, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			name := filepath.Join(dir, fmt.Sprintf("%d.xlsx", i))
			must(t, os.WriteFile(name, c.make(t), 0o600))
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestHostileWorkbooksAreTurnedAwayWithinBounds$")
			cmd.Env = append(os.Environ(), "BANGVANG_READ="+name)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if want := "code=" + string(c.want) + "\n"; !strings.Contains(string(out), want) {
				t.Errorf("want %q, got %s", want, out)
			}
			used := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			t.Logf("%v of the processor; %s", used.Round(time.Millisecond), peak.FindString(string(out)))
			if m := peak.FindStringSubmatch(string(out)); m != nil {
				if kib, _ := strconv.Atoi(m[1]); kib > 200<<10 {
					t.Errorf("it took %d MiB", kib>>10)
				}
			}
		})
	}
}

// peak is how Linux tells the most memory that a process has had. Other systems are not asked.
var peak = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

func readAlone(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	must(t, err)
	_, fault := workbook.Read(data)
	status, _ := os.ReadFile("/proc/self/status")
	fmt.Printf("code=%s\n%s\n", fault.Code, peak.Find(status))
}

// FuzzRead: whatever the bytes, there is a book or a fault.
func FuzzRead(f *testing.F) {
	f.Add(sound(f))
	for _, c := range hostile {
		if data := c.make(f); len(data) < 100<<10 {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, fault := workbook.Read(data)
		if (book == nil) == (fault.Code == "") {
			t.Errorf("%v, %v", book, fault)
		}
	})
}
