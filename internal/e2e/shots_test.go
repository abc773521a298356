package e2e

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"bangvang/internal/render"

	"github.com/chromedp/cdproto/page"
)

var shots = flag.String("shots", "", "folder for pictures of every kind of page; a few are made and dropped without it")

// tallest is where a picture of a long page is cut, in pixels.
const tallest = 6000

// TestShots takes pictures of the heaviest page of each kind of each portal and of the pages at the edges, on three devices,
// light and dark, and of their first and last printed sheets, and lays them out on contact sheets.
func TestShots(t *testing.T) {
	dir := *shots
	first := pictured(t)
	kinds := slices.Sorted(maps.Keys(first))
	if dir == "" {
		dir, kinds = t.TempDir(), kinds[:1]
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	names := map[string][]string{}
	needsPoppler(t)
	window := browser(t)
	for _, d := range devices() {
		b := open(t, window, d)
		for _, kind := range kinds {
			name := fmt.Sprintf("%s-%04d-%s.png", kind, d.width, d.scheme())
			b.visit(first[kind])
			b.shoot(filepath.Join(dir, name))
			names[kind] = append(names[kind], name)
		}
	}
	paper := open(t, window, laptop)
	for _, kind := range kinds {
		paper.visit(first[kind])
		names[kind] = append(names[kind], paper.shootPrint(dir, kind)...)
	}
	sheets := contactSheets(t, dir, kinds, names)
	if err := os.WriteFile(filepath.Join(dir, "index.html"), index(kinds, names, sheets), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pictures, %d sheets and index.html in %s", len(kinds)*len(devices()), len(sheets), dir)
}

// edges are pages that are pictured whatever the weight of others of their kind, by portal and by what is extreme in them.
var edges = map[string]map[string]string{
	"sample": {
		"search found": "tim-kiem/?q=Châu+Thành",
	},
	"extreme": {
		"ranking of 150 rows and 12 columns": "phong-trao/gioi-han/ket-qua/dot-2-nhieu/",
		"ranking of one row":                 "phong-trao/gioi-han/ket-qua/dot-1-mot/",
		"ranking without data":               "phong-trao/gioi-han/ket-qua/dot-1-trong/",
		"breakdown of a long name":           "phong-trao/gioi-han/ket-qua/dot-2-nhieu/dv-001/",
		"breakdown without data":             "phong-trao/gioi-han/ket-qua/dot-1-trong/chua-cham/",
		"unit of a long name":                "don-vi/dv-001/",
	},
}

// pictured returns the addresses of the pages that are pictured, by portal and kind or edge, joined by hyphens. Of each kind it
// is the heaviest page in Vietnamese; in English, of each page type.
func pictured(t *testing.T) map[string]string {
	t.Helper()
	chosen, heaviest := map[string]string{}, map[string]int{}
	for portal := range portals {
		p, err := portals[portal]()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range p.pages(t) {
			kind := s.kind
			if edition(s.address) == "en" {
				kind, _, _ = strings.Cut(kind, " ")
				kind += " english"
			}
			key := hyphened(portal, kind)
			if s.size > heaviest[key] {
				chosen[key], heaviest[key] = s.address, s.size
			}
		}
		for edge, address := range edges[portal] {
			chosen[hyphened(portal, edge)] = p.url + address
		}
	}
	return chosen
}

// TestTheSheetsHoldEveryPageTypeAndEdge knows the page types, and counts what is extreme at the edges.
func TestTheSheetsHoldEveryPageTypeAndEdge(t *testing.T) {
	chosen := pictured(t)
	for _, kind := range render.Kinds() {
		if kind != "moved" && !slices.ContainsFunc(slices.Collect(maps.Keys(chosen)), func(key string) bool { return strings.HasPrefix(key, "sample-"+kind) }) {
			t.Errorf("no page of the type %s of the sample portal is pictured", kind)
		}
	}
	for _, key := range []string{"extreme-article-withdrawn-illustrative", "act-awards-decided", "sample-ranking-english", "bare-home"} {
		if chosen[key] == "" {
			t.Errorf("nothing is pictured as %s", key)
		}
	}
	if n := utf8.RuneCountInString(longName); n < 90 {
		t.Errorf("the long name has %d letters", n)
	}
	for edge, want := range map[string][3]int{ // rows, columns of criteria, units without a rank
		"ranking of 150 rows and 12 columns": {150, 12, 0},
		"ranking of one row":                 {1, 12, 0},
		"ranking without data":               {0, 12, 1},
	} {
		p, err := portals["extreme"]()
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(edges["extreme"][edge]), "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		ranking, unranked, _ := strings.Cut(string(data), `<table class="unranked"`)
		got := [3]int{strings.Count(ranking, "<tr id="), strings.Count(ranking, "(tối đa"), strings.Count(unranked, "<tr id=")}
		if got != want {
			t.Errorf("%s: rows, columns and unranked units are %d, want %d", edge, got, want)
		}
	}
}

func hyphened(words ...string) string {
	return strings.ReplaceAll(strings.Join(words, " "), " ", "-")
}

// devices are the ways in which a page is pictured.
func devices() (all []device) {
	for _, d := range []device{phone, tablet, laptop} {
		dark := d
		dark.dark = true
		all = append(all, d, dark)
	}
	return all
}

// shoot writes a picture of the whole page as a PNG, and looks that there is something on it.
func (b *tab) shoot(path string) {
	b.Helper()
	evaluate[facts](b, factsScript) // so that lazy pictures are there
	height := evaluate[float64](b, `document.documentElement.scrollHeight`)
	shot := send(b, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip:                  &page.Viewport{Width: float64(b.device.width), Height: min(height, tallest), Scale: 1},
		CaptureBeyondViewport: new(true),
	})
	picture, err := png.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		b.Fatal(err)
	}
	if int64(picture.Bounds().Dx()) != b.device.width || uniform(picture) {
		b.Errorf("%s: %v with one colour: %v", path, picture.Bounds(), uniform(picture))
	}
	if err := os.WriteFile(path, shot.Data, 0o666); err != nil {
		b.Fatal(err)
	}
}

// shootPrint writes pictures of the first and, where there are more, of the last sheet that the page of the tab prints.
func (b *tab) shootPrint(dir, kind string) (names []string) {
	b.Helper()
	file := filepath.Join(b.TempDir(), "print.pdf")
	b.pdf(file)
	last := len(sheetsOf(b.T, file))
	for _, sheet := range slices.Compact([]int{1, last}) {
		name := kind + "-print.png"
		if sheet > 1 {
			name = kind + "-print-last.png"
		}
		path, number := filepath.Join(dir, name), strconv.Itoa(sheet)
		out, err := exec.Command("pdftoppm", "-png", "-singlefile", "-r", "110", "-f", number, "-l", number, file, strings.TrimSuffix(path, ".png")).CombinedOutput()
		if err != nil {
			b.Fatalf("picturing the print: %v\n%s", err, out)
		}
		if uniform(readPNG(b.T, path)) {
			b.Errorf("%s: nothing is printed", path)
		}
		names = append(names, name)
	}
	return names
}

// index is a page with all sheets and pictures.
func index(kinds []string, names map[string][]string, sheets []string) []byte {
	var out strings.Builder
	out.WriteString("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Contact sheets</title>\n<h1>Contact sheets</h1>\n")
	for _, s := range sheets {
		fmt.Fprintf(&out, "<p><a href=\"%s\">%s</a></p>\n", s, s)
	}
	for _, kind := range kinds {
		fmt.Fprintf(&out, "<h2>%s</h2>\n<p>", html.EscapeString(kind))
		for _, n := range names[kind] {
			fmt.Fprintf(&out, "<a href=\"%s\"><img src=\"%s\" alt=\"%s\" height=\"300\"></a>\n", n, n, n)
		}
		out.WriteString("</p>\n")
	}
	return []byte(out.String())
}
