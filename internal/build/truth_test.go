package build_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// One truth: the HTML, the CSV and the JSON of every ranking say the same, cell by cell.
func TestRankingsSayTheSameInEveryForm(t *testing.T) {
	sites, _ := filepath.Glob("testdata/*/in")
	seen := 0
	for _, dir := range append(sites, "../..") {
		if strings.Contains(dir, "bad-") {
			continue
		}
		result, data := run(t, dir, nil)
		if !result.OK() {
			continue
		}
		for name := range data {
			if folder, is := strings.CutSuffix(name, "bang-xep-hang.json"); is {
				seen++
				t.Run(filepath.Base(filepath.Dir(dir))+"/"+folder, func(t *testing.T) {
					sameInEveryForm(t, data[folder+"index.html"], data[folder+"bang-xep-hang.csv"], data[name])
				})
			}
		}
	}
	if seen < 12 {
		t.Errorf("only %d rankings were compared", seen)
	}
}

type jsonRows struct {
	Criteria []struct{ ID, Name string }
	Rows     []struct {
		Rank         *int
		Tied         bool
		Unit, Name   string
		Total        *string
		Percent      *string
		Band         *string
		PointsChange *string `json:"points_change"`
		Bonus        *string
		Penalty      *string
		Computed     *string `json:"computed_total"`
		Scores       map[string]*string
	}
}

func sameInEveryForm(t *testing.T, page, sheet, record []byte) {
	t.Helper()
	var data jsonRows
	if err := json.Unmarshal(record, &data); err != nil {
		t.Fatal(err)
	}
	text, hasMark := bytes.CutPrefix(sheet, []byte("\ufeff"))
	if !hasMark {
		t.Error("the CSV has no byte order mark")
	}
	cells, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(cells)-1 != len(data.Rows) {
		t.Fatalf("the CSV has %d rows, the JSON %d", len(cells)-1, len(data.Rows))
	}
	table := tableOf(t, page)
	ranked := 0
	for i, row := range data.Rows {
		line := byHeading(cells[0], cells[i+1])
		expect := map[string]string{
			"Mã đơn vị": row.Unit, "Đơn vị": row.Name, "Tổng điểm": point(row.Total), "Xếp loại": point(row.Band),
			"Điểm thưởng": point(row.Bonus), "Điểm trừ": point(row.Penalty), "Điểm tính lại": point(row.Computed),
		}
		for _, c := range data.Criteria {
			expect[c.ID+". "+c.Name] = point(row.Scores[c.ID])
		}
		if row.Percent != nil {
			expect["Chỉ số"] = point(row.Percent) + "%"
		}
		for head, want := range expect {
			if got, ok := line[head]; ok && !same(got, want) {
				t.Errorf("%s, %s: the CSV has %q, the JSON %q", row.Unit, head, got, want)
			}
		}
		if row.Rank == nil {
			continue
		}
		ranked++
		sameInPage(t, table, i, row.Unit, expect)
	}
	if rows := len(table.rows); rows != ranked {
		t.Errorf("the page has %d ranked rows, the JSON %d", rows, ranked)
	}
}

// sameInPage compares a row of the page's table with what the JSON says.
func sameInPage(t *testing.T, table ranked, i int, unit string, expect map[string]string) {
	t.Helper()
	if i >= len(table.rows) || table.ids[i] != unit {
		t.Errorf("row %d of the page is not %s's", i+1, unit)
		return
	}
	line := byHeading(table.heads, table.rows[i])
	for head, want := range expect {
		head = map[string]string{"Điểm tính lại": "Tính lại"}[head] + head
		for _, name := range []string{strings.TrimSuffix(head, "Điểm tính lại")} {
			if _, after, cut := strings.Cut(name, ". "); cut {
				name = after
			}
			got, ok := line[name]
			if !ok || name == "Đơn vị" {
				continue
			}
			if got == "–" {
				got = ""
			}
			if !same(got, want) {
				t.Errorf("%s, %s: the page has %q, the JSON %q", unit, name, got, want)
			}
		}
	}
}

// same holds a figure as the page and the CSV print it ("1.234,5") against the JSON's ("1234.5").
func same(printed, plain string) bool {
	return printed == plain || strings.NewReplacer(".", "", ",", ".").Replace(printed) == plain
}

func point(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func byHeading(heads, cells []string) map[string]string {
	out := map[string]string{}
	for i, h := range heads {
		if i < len(cells) {
			out[h] = cells[i]
		}
	}
	return out
}

// ranked is a page's ranking as a reader sees it: small print left out.
type ranked struct {
	heads []string
	rows  [][]string
	ids   []string
	mean  []string
}

func tableOf(t *testing.T, page []byte) ranked {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	table := find(doc, func(n *html.Node) bool { return n.Data == "table" && strings.Contains(attr(n, "class"), "ranking") })
	if len(table) == 0 {
		t.Fatal("the page has no ranking")
	}
	var out ranked
	for _, tr := range find(table[0], func(n *html.Node) bool { return n.Data == "tr" }) {
		var cells []string
		for _, c := range find(tr, func(n *html.Node) bool { return n.Data == "td" || n.Data == "th" }) {
			cells = append(cells, bodyText(c))
		}
		switch tr.Parent.Data {
		case "thead":
			out.heads = cells
		case "tfoot":
			out.mean = cells
		default:
			out.rows, out.ids = append(out.rows, cells), append(out.ids, attr(tr, "id"))
		}
	}
	return out
}

// bodyText is an element's text without what stands in <small>.
func bodyText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Data == "small" || n.Data == "svg" || n.Data == "meter" {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func find(n *html.Node, want func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && want(d) {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// column returns the cells of a column, by the heading.
func (r ranked) column(t *testing.T, heading string) []string {
	t.Helper()
	for i, h := range r.heads {
		if h == heading {
			var out []string
			for _, row := range r.rows {
				out = append(out, row[i])
			}
			return out
		}
	}
	t.Fatalf("no column %q in %q", heading, r.heads)
	return nil
}

func sample(t *testing.T) map[string][]byte {
	t.Helper()
	if _, err := os.Stat("../../content/site.yaml"); err != nil {
		t.Fatal(err)
	}
	result, data := run(t, "../..", nil)
	if !result.OK() {
		t.Fatal(findings(result.Findings))
	}
	return data
}

// The figures are those of data published by Cổng TTĐT huyện Bàu Bàng on 06/8/2018.
func TestBinhDuongShowsTheSourcesRanksTotalsAndMean(t *testing.T) {
	table := tableOf(t, sample(t)["phong-trao/par-index-binh-duong-2017/ket-qua/2017-huyen/index.html"])
	equal(t, table.column(t, "Hạng"), "1 2 3 4 5 6 7 8 9")
	equal(t, table.column(t, "Tổng điểm"), "84,58 82,00 80,27 79,04 78,06 77,83 76,22 76,03 71,46")
	equal(t, table.column(t, "Chỉ số"), "84,58% 82,00% 80,27% 79,04% 78,06% 77,83% 76,22% 76,03% 71,46%")
	if mean := strings.Join(table.mean, " "); !strings.Contains(mean, "78,39%") {
		t.Errorf("the mean is %q, want 78,39%%", mean)
	}
}

// The figures are those of VCCI's PCI 2021, ranks 1 to 21 of 63.
func TestPCIShowsThePrintedTotalsAsOfficialAndOursBeside(t *testing.T) {
	table := tableOf(t, sample(t)["phong-trao/pci-2021/ket-qua/2021-tinh/index.html"])
	printed := table.column(t, "Tổng điểm")
	equal(t, printed, "73,02 70,61 70,53 70,42 69,69 69,61 69,45 69,24 69,03 68,60 68,32 68,06 67,65 67,50 67,17 66,58 66,48 66,34 66,24 66,11 65,96")
	for i, ours := range table.column(t, "Tính lại") {
		if d := cents(t, ours) - cents(t, printed[i]); d < -2 || d > 2 {
			t.Errorf("row %d: ours %s, printed %s, more than 0,02 apart", i+1, ours, printed[i])
		}
	}
	bands := table.column(t, "Xếp loại")
	for i, band := range bands {
		want := "Khá"
		if i == 0 {
			want = "Rất tốt"
		} else if i < 12 {
			want = "Tốt"
		}
		if band != want {
			t.Errorf("row %d: band %q, want %q", i+1, band, want)
		}
	}
}

func equal(t *testing.T, got []string, want string) {
	t.Helper()
	if joined := strings.Join(got, " "); joined != want {
		t.Errorf("got  %s\nwant %s", joined, want)
	}
}

// cents reads "73,02" as 7302.
func cents(t *testing.T, s string) int {
	t.Helper()
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n = n*10 + int(r-'0')
		}
	}
	if !strings.Contains(s, ",") {
		t.Errorf("%q has no decimals", s)
	}
	return n
}
