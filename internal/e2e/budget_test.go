package e2e

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"golang.org/x/net/html"
)

const kilobyte = 1024

// A budget is the most that a portal may have of something: bytes on their way to a reader, or faults.
type budget struct {
	what  string
	unit  int // in which it is printed: kilobytes, or pieces
	limit int
	// figure is the worst that a portal has, and the file that has it.
	figure func(t *testing.T, p *built) (worst int, file string)
}

// budgets are those of the files of a portal. A visit of the browser counts layout shift, requests and small targets
// (browser_test.go), and what a search loads (search_test.go).
var budgets = []budget{
	{"HTML of a page, brotli", kilobyte, 14 * kilobyte, heaviest(brotliSize, func(p *built, file string) bool { return isPage(file) && !p.longRanking(file) })},
	{"HTML of a ranking of 150 units, brotli", kilobyte, 30 * kilobyte, heaviest(brotliSize, (*built).longRanking)},
	{"the style sheet, gzip", kilobyte, 9 * kilobyte, heaviest(gzipSize, ending(".css"))},
	{"all scripts together, gzip", kilobyte, 8 * kilobyte, sum(gzipSize, ending(".js"))},
	{"style sheets of a page", 1, 1, onPages(styleSheets)},
	{"scripts that a page waits for", 1, 0, onPages(waited)},
	{"files that a page loads from other hosts", 1, 0, onPages(foreign)},
	{"inline scripts, styles and handlers", 1, 0, onPages(inline)},
	{"images without width and height", 1, 0, onPages(unsized)},
	{"images of a page that load before they are seen", 1, 2, onPages(eager)}, // the portal's own, and what stands on top
	{"wide pictures in one size", 1, 0, onPages(oneSize)},
}

// TestNothingExceedsItsBudget prints the worst of each budget over all portals beside its limit.
func TestNothingExceedsItsBudget(t *testing.T) {
	all := allBuilt(t)
	for _, b := range budgets {
		worst, where := 0, ""
		for _, p := range all {
			if n, file := b.figure(t, p); n > worst {
				worst, where = n, p.name+" "+file
			}
		}
		said := fmt.Sprintf("%-48s %4d of %d  %s", b.what, worst, b.limit, where)
		if b.unit == kilobyte {
			said = fmt.Sprintf("%-48s %6.1f of %d KB  %s", b.what, float64(worst)/kilobyte, b.limit/kilobyte, where)
		}
		if worst > b.limit || b.unit == kilobyte && worst == 0 {
			t.Error(said)
		} else {
			t.Log(said)
		}
	}
}

// built is the files of a portal.
type built struct {
	name  string
	files map[string][]byte
	pages map[string]*html.Node
}

// allBuilt are the portals that are looked at, and one of rows of which none is like another.
func allBuilt(t *testing.T) (all []*built) {
	t.Helper()
	add := func(name string, p *portal, err error) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, read(t, name, p))
	}
	for _, name := range slices.Sorted(maps.Keys(portals)) {
		p, err := portals[name]()
		add(name, p, err)
	}
	p, err := written("unlike", unlike())
	add("unlike", p, err)
	return all
}

func read(t *testing.T, name string, p *portal) *built {
	t.Helper()
	out := &built{name: name, files: map[string][]byte{}, pages: map[string]*html.Node{}}
	for _, file := range p.files(t) {
		data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		out.files[file] = data
		if !isPage(file) {
			continue
		}
		if out.pages[file], err = html.Parse(bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// unlike is the portal of extremes with names and scores that do not repeat, so that they hardly pack.
func unlike() map[string]string {
	r := rand.New(rand.NewPCG(3, 5))
	words := vocabulary()
	name := func() string { return words[r.IntN(len(words))] + " " + words[r.IntN(len(words))] }
	files := extreme()
	var sheet strings.Builder
	sheet.WriteString(header())
	for u := 1; u <= manyUnits; u++ {
		sheet.WriteString(unitID(u))
		for range manyCriteria {
			fmt.Fprintf(&sheet, ",%d.%02d", r.IntN(10), r.IntN(100))
		}
		fmt.Fprintf(&sheet, ",%d.%02d,%d.%02d,%s\n", r.IntN(5), r.IntN(100), r.IntN(5), r.IntN(100), name())
		files[campaignOfExtremes+"don-vi.md"] = strings.Replace(files[campaignOfExtremes+"don-vi.md"],
			fmt.Sprintf("name: Xã Minh hoạ %d,", u), fmt.Sprintf("name: Xã %s,", name()), 1)
	}
	files[campaignOfExtremes+"ket-qua/dot-2-nhieu.csv"] = sheet.String()
	return files
}

func isPage(file string) bool { return strings.HasSuffix(file, ".html") }

// longRanking tells that a file is the page of a ranking of 150 units.
func (p *built) longRanking(file string) bool {
	return (p.name == "extreme" || p.name == "unlike") && strings.HasSuffix(file, "-nhieu/index.html")
}

func ending(with string) func(*built, string) bool {
	return func(_ *built, file string) bool { return strings.HasSuffix(file, with) }
}

// heaviest weighs the files that count, and returns the heaviest.
func heaviest(weigh func([]byte) int, counts func(*built, string) bool) func(*testing.T, *built) (int, string) {
	return func(_ *testing.T, p *built) (worst int, which string) {
		for _, file := range slices.Sorted(maps.Keys(p.files)) {
			data := p.files[file]
			if !counts(p, file) || len(data) <= worst || gzipSize(data) <= worst { // brotli packs better, and takes its time
				continue
			}
			if n := weigh(data); n > worst {
				worst, which = n, file
			}
		}
		return worst, which
	}
}

// sum weighs all files that count together.
func sum(weigh func([]byte) int, counts func(*built, string) bool) func(*testing.T, *built) (int, string) {
	return func(_ *testing.T, p *built) (all int, _ string) {
		for file, data := range p.files {
			if counts(p, file) {
				all += weigh(data)
			}
		}
		return all, ""
	}
}

// onPages counts elements of each page, and returns the page with most.
func onPages(counts func(element string, attributes map[string]string) bool) func(*testing.T, *built) (int, string) {
	return func(_ *testing.T, p *built) (worst int, which string) {
		for _, file := range slices.Sorted(maps.Keys(p.pages)) {
			n := 0
			for element := range p.pages[file].Descendants() {
				if element.Type == html.ElementNode && counts(element.Data, attributes(element)) {
					n++
				}
			}
			if n > worst {
				worst, which = n, file
			}
		}
		return worst, which
	}
}

func attributes(n *html.Node) map[string]string {
	out := map[string]string{}
	for _, a := range n.Attr {
		out[a.Key] = a.Val
	}
	return out
}

func styleSheets(element string, a map[string]string) bool {
	return element == "link" && a["rel"] == "stylesheet"
}

// isData tells that a script is a block of data, which nothing runs.
func isData(a map[string]string) bool { return a["type"] == "application/ld+json" }

func waited(element string, a map[string]string) bool {
	_, deferred := a["defer"]
	return element == "script" && !isData(a) && !deferred
}

func foreign(element string, a map[string]string) bool {
	address := a["src"]
	if element == "link" && slices.Contains([]string{"stylesheet", "icon", "apple-touch-icon", "manifest", "preload"}, a["rel"]) {
		address = a["href"]
	}
	return strings.Contains(address, "//")
}

func inline(element string, a map[string]string) bool {
	for name := range a {
		if name == "style" || strings.HasPrefix(name, "on") {
			return true
		}
	}
	return element == "style" || element == "script" && a["src"] == "" && !isData(a)
}

func unsized(element string, a map[string]string) bool {
	return element == "img" && (a["width"] == "" || a["height"] == "")
}

func eager(element string, a map[string]string) bool {
	return element == "img" && a["loading"] != "lazy"
}

// oneSize tells that a picture has more pixels across than a phone and no other sizes; light files need none.
func oneSize(element string, a map[string]string) bool {
	width, err := strconv.Atoi(a["width"])
	return element == "img" && err == nil && width > 1280 && a["srcset"] == ""
}

func brotliSize(data []byte) int {
	var out bytes.Buffer
	return compressed(&out, brotli.NewWriterLevel(&out, brotli.BestCompression), data)
}

func gzipSize(data []byte) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // the level is one there is
	return compressed(&out, w, data)
}

func compressed(out *bytes.Buffer, w io.WriteCloser, data []byte) int {
	// Nothing fails that writes into memory.
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Len()
}
