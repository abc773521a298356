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
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

var shots = flag.String("shots", "", "folder for pictures of every kind of page; a few are made and dropped without it")

// tallest is where a picture of a long page is cut, in pixels.
const tallest = 6000

// TestShots takes pictures of the heaviest page of each kind of each portal on three devices, light and dark, and of its first
// printed sheet, and lays them out on contact sheets.
func TestShots(t *testing.T) {
	dir := *shots
	first := firsts(t)
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
		name := kind + "-print.png"
		paper.visit(first[kind])
		paper.shootPrint(filepath.Join(dir, name))
		names[kind] = append(names[kind], name)
	}
	sheets := contactSheets(t, dir, kinds, names)
	if err := os.WriteFile(filepath.Join(dir, "index.html"), index(kinds, names, sheets), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pictures, %d sheets and index.html in %s", len(kinds)*len(devices()), len(sheets), dir)
}

// firsts returns the address of one page for each portal and kind, by both joined by hyphens.
func firsts(t *testing.T) map[string]string {
	t.Helper()
	first := map[string]string{}
	for _, s := range sights(t) {
		portal, _, _ := strings.Cut(s.name, " ")
		key := strings.ReplaceAll(portal+" "+s.kind, " ", "-")
		if first[key] == "" {
			first[key] = s.address
		}
	}
	return first
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

// shootPrint writes a picture of the first sheet that the page of the tab prints.
func (b *tab) shootPrint(path string) {
	b.Helper()
	file := filepath.Join(b.TempDir(), "print.pdf")
	b.pdf(file)
	out, err := exec.Command("pdftoppm", "-png", "-singlefile", "-r", "110", file, strings.TrimSuffix(path, ".png")).CombinedOutput()
	if err != nil {
		b.Fatalf("picturing the print: %v\n%s", err, out)
	}
	if uniform(readPNG(b.T, path)) {
		b.Errorf("%s: nothing is printed", path)
	}
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
