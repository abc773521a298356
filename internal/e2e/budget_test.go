package e2e

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

const kilobyte = 1024

// A budget is the most that a file of a portal may weigh on its way to a reader.
type budget struct {
	what   string
	limit  int // bytes
	weigh  func([]byte) int
	counts func(portal, file string) bool
}

var budgets = []budget{
	{"HTML of a page, brotli", 14 * kilobyte, brotliSize, func(portal, file string) bool { return isPage(file) && !longRanking(portal, file) }},
	{"HTML of a ranking of 150 units, brotli", 30 * kilobyte, brotliSize, longRanking},
	{"the style sheet, gzip", 9 * kilobyte, gzipSize, func(_, file string) bool { return strings.HasSuffix(file, ".css") }},
	{"a script, gzip", 8 * kilobyte, gzipSize, func(_, file string) bool { return strings.HasSuffix(file, ".js") }},
}

func isPage(file string) bool { return strings.HasSuffix(file, ".html") }

func longRanking(portal, file string) bool {
	return portal == "extreme" && strings.HasSuffix(file, "-nhieu/index.html")
}

// TestNothingWeighsMoreThanItsBudget prints the heaviest file of each kind over all portals beside its limit.
func TestNothingWeighsMoreThanItsBudget(t *testing.T) {
	for _, b := range budgets {
		heaviest, name := 0, ""
		for portal := range portals {
			p, err := portals[portal]()
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range p.files(t) {
				if !b.counts(portal, file) {
					continue
				}
				data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(file)))
				if err != nil {
					t.Fatal(err)
				}
				if w := b.weigh(data); w > heaviest {
					heaviest, name = w, portal+" "+file
				}
			}
		}
		said := fmt.Sprintf("%-40s %6.1f of %2d KB  %s", b.what, float64(heaviest)/kilobyte, b.limit/kilobyte, name)
		if heaviest == 0 || heaviest > b.limit {
			t.Error(said)
		} else {
			t.Log(said)
		}
	}
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
