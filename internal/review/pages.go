package review

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"bangvang/internal/build"
)

// A Portal is what a side publishes: the sum of every file. The bytes of the few that differ are made when they are
// looked at. It is a [build.Keeper] that knows every file it is asked for, so that what a memo has is not drawn again.
type Portal struct {
	made *build.Portal
	mu   sync.Mutex
	sums map[string][sha256.Size]byte
}

// Put takes one file.
func (p *Portal) Put(name string, data []byte) error {
	p.hold(name, sha256.Sum256(data))
	return nil
}

// Keep takes one file that is known by its sum.
func (p *Portal) Keep(name string, _ int64, sum [sha256.Size]byte) (bool, error) {
	p.hold(name, sum)
	return true, nil
}

func (p *Portal) hold(name string, sum [sha256.Size]byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sums[name] = sum
}

func (p *Portal) has(name string) bool { _, ok := p.sums[name]; return ok }

// lost are the files of a portal that are no pages and that another has not, by the folder that they stand in.
func (p *Portal) lost(other *Portal) map[string][]string {
	out := map[string][]string{}
	for name := range p.sums {
		if folder, file := path.Split(name); !other.has(name) && !strings.HasSuffix(file, ".html") {
			out["/"+folder] = append(out["/"+folder], file)
		}
	}
	return out
}

// page makes one file.
func (p *Portal) page(name string) []byte {
	data, _ := p.made.Open(name)
	return data
}

// A PageChange is a page that comes, goes or looks otherwise.
type PageChange struct {
	Address string
	Act     Act
	// Words tells that its visible text differs, not its markup alone: Was and Now are the first words that do.
	Words    bool
	Was, Now string
}

// A FileChange is any other file that differs. Data that are made from the facts (CSV, JSON, feeds, the search index)
// are not listed: the facts tell of them.
type FileChange struct {
	Path string
	Act  Act
}

// pageChanges compares the files of two portals.
func pageChanges(base, head *Portal) ([]PageChange, []FileChange) {
	var pages []PageChange
	var others []FileChange
	for _, name := range names(base, head) {
		act := Changed
		switch {
		case !base.has(name):
			act = Added
		case !head.has(name):
			act = Removed
		case base.sums[name] == head.sums[name]:
			continue
		}
		switch {
		case strings.HasSuffix(name, ".html"):
			pages = append(pages, pageChange(name, act, base, head))
		case attached(name):
			others = append(others, FileChange{name, act})
		}
	}
	return pages, others
}

func names(a, b *Portal) []string {
	all := maps.Clone(a.sums)
	maps.Copy(all, b.sums)
	return slices.Sorted(maps.Keys(all))
}

// shared is the picture that a page is shared with: it is drawn from the facts.
const shared = "chia-se.png"

// attached tells files that authors put beside their pages, or the theme's.
func attached(name string) bool {
	return slices.Contains([]string{".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".css", ".js"}, path.Ext(name)) &&
		!strings.HasPrefix(name, "tim-kiem/") && path.Base(name) != shared
}

func pageChange(name string, act Act, base, head *Portal) PageChange {
	c := PageChange{Address: "/" + strings.TrimSuffix(name, "index.html"), Act: act}
	if act == Changed {
		c.Was, c.Now = differing(visible(base.page(name)), visible(head.page(name)))
		c.Words = c.Was != c.Now
	}
	return c
}

// visible returns the words of a page as a reader meets them.
func visible(page []byte) []string {
	var out []string
	tokens := html.NewTokenizer(bytes.NewReader(page))
	silent := 0 // inside an element whose text is no text
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			if name, _ := tokens.TagName(); isSilent(string(name)) {
				silent++
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); isSilent(string(name)) {
				silent--
			}
		case html.TextToken:
			if silent == 0 {
				out = append(out, strings.Fields(html.UnescapeString(string(tokens.Raw())))...)
			}
		}
	}
}

func isSilent(name string) bool { return name == "script" || name == "style" }

// shown is how many words of a difference are quoted.
const shown = 12

// differing returns the stretch between the first and the last word that differ, shortened; equal where none does.
func differing(was, now []string) (string, string) {
	for len(was) > 0 && len(now) > 0 && was[0] == now[0] {
		was, now = was[1:], now[1:]
	}
	for len(was) > 0 && len(now) > 0 && was[len(was)-1] == now[len(now)-1] {
		was, now = was[:len(was)-1], now[:len(now)-1]
	}
	return shortened(was), shortened(now)
}

// passage is what [differing] returns, with the few words before it.
func passage(was, now []string) (string, string) {
	n := 0
	for n < len(was) && n < len(now) && was[n] == now[n] {
		n++
	}
	before := strings.Join(was[max(0, n-5):n], " ")
	gone, fresh := differing(was, now)
	return strings.TrimSpace(before + " " + gone), strings.TrimSpace(before + " " + fresh)
}

func shortened(words []string) string {
	if len(words) > shown {
		return strings.Join(words[:shown], " ") + " …"
	}
	return strings.Join(words, " ")
}
