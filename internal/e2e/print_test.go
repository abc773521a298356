package e2e

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// A4 in inches, as the browser's printing wants it.
const a4Width, a4Height = 8.27, 11.69

// print returns the sheets of a page as their words, laid out as they stand on the paper.
func (b *tab) print(address string) (sheets []string) {
	b.Helper()
	needsPoppler(b.T)
	file := filepath.Join(b.TempDir(), "print.pdf")
	b.visit(address)
	b.pdf(file)
	sheets = sheetsOf(b.T, file)
	if len(strings.TrimSpace(sheets[0])) == 0 {
		b.Fatalf("nothing is printed of %s", address)
	}
	return sheets
}

// sheetsOf reads the sheets of a print as their words.
func sheetsOf(t *testing.T, file string) []string {
	t.Helper()
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("reading a print: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

// needsPoppler ends a test that can't read what is printed.
func needsPoppler(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		without(t, "PDFTOTEXT IS NOT HERE: no print was read (Debian: apt-get install poppler-utils)")
	}
}

// pdf prints the page that the tab shows.
func (b *tab) pdf(file string) {
	b.Helper()
	b.medium("print", "light")
	printed := send(b, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: a4Width, PaperHeight: a4Height, PreferCSSPageSize: new(true)})
	if err := os.WriteFile(file, printed.Data, 0o666); err != nil {
		b.Fatal(err)
	}
}

// rankingRow is how a row of the portal of extremes begins on paper: its rank, its unit, its points.
var rankingRow = regexp.MustCompile(`^ *\d+ +\p{L}.*? (\d+,\d{2}) `)

func TestARankingOf150RowsIsPrintedWithItsHeadOnEverySheet(t *testing.T) {
	p, err := portals["extreme"]()
	if err != nil {
		t.Fatal(err)
	}
	const round = "phong-trao/gioi-han/ket-qua/dot-1-nhieu/"
	var printed []string
	for i, sheet := range open(t, browser(t), laptop).print(p.url + round) {
		if !strings.Contains(sheet, p.url+round) {
			t.Errorf("sheet %d does not say where it is from", i+1)
		}
		head, rows := rowsOn(sheet)
		printed = append(printed, rows...)
		if len(rows) > 0 && head != "" {
			t.Errorf("sheet %d has no head right above its first row, or a row is cut: %q", i+1, head)
		}
	}
	// Rows below no head are not among the printed.
	if want := pointsOf(t, filepath.Join(p.dir, round, "bang-xep-hang.csv")); !slices.Equal(printed, want) {
		t.Errorf("%d rows are printed, the table has %d:\n%q\n%q", len(printed), len(want), printed, want)
	}
}

// rowsOn returns the points of the rows that begin on a sheet, and what stands between the table's head and them.
func rowsOn(sheet string) (between string, points []string) {
	headed := false
	between = "no head"
	for line := range strings.Lines(sheet) {
		row := rankingRow.FindStringSubmatch(line)
		switch {
		case strings.Contains(line, "Hạng ") && strings.Contains(line, "Đơn vị "):
			headed, between = true, ""
		case headed && row != nil:
			points = append(points, row[1])
		case headed && len(points) == 0:
			between += strings.TrimSpace(line)
		}
	}
	return between, points
}

// pointsOf reads the points of a published table in its order.
func pointsOf(t *testing.T, file string) (points []string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := slices.IndexFunc(rows[0], func(head string) bool { return strings.HasPrefix(head, "Tổng điểm") })
	if column < 0 {
		t.Fatalf("no points among %q", rows[0])
	}
	for _, row := range rows[1:] {
		points = append(points, row[column])
	}
	return points
}

func TestADecisionIsPrintedAsAnAct(t *testing.T) {
	p, err := portals["act"]()
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, browser(t), laptop)
	sheets := b.print(p.url + "phong-trao/mot-cua/khen-thuong/")
	text := strings.Join(strings.Fields(strings.Join(sheets, "\n")), " ")
	at := 0
	for _, block := range []string{
		"UBND XÃ MINH HOẠ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 20/QĐ-UBND", "Độc lập - Tự do - Hạnh phúc",
		"Minh Hoạ, ngày 05 tháng 01 năm 2026", "Quyết định khen thưởng phong trào một cửa", "Giải nhất", "Thôn Đông",
		"Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "Bản in từ",
	} {
		next := strings.Index(strings.ToUpper(text[at:]), strings.ToUpper(block))
		if next < 0 {
			t.Fatalf("%q does not follow in its place:\n%s", block, text)
		}
		at += next
	}
	foot := sheets[len(sheets)-1]
	for _, words := range []string{"KT. CHỦ TỊCH\n", "PHÓ CHỦ TỊCH\n", "(đã ký)", "Nguyễn Văn Mẫu", "Nơi nhận:"} {
		if !strings.Contains(strings.ToUpper(foot), strings.ToUpper(words)) {
			t.Errorf("%q is not on the sheet of the signature, or the block is cut:\n%s", words, foot)
		}
	}
}
