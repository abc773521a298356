package review

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/site"
)

// removed: what was announced stays, or its page says that it was withdrawn and why.
func (j *judge) removed(p pair) {
	was, is := p.public()
	if !was || is {
		return
	}
	at, hidden := j.goneAt(p)
	args := diag.Args{"page": p.base.Title, "address": p.base.Address}
	switch {
	case p.base.Topic == OfResults || p.base.Topic == OfAwards || p.base.Topic == OfPlan && j.binding(p) || p.base.Topic == OfCriteria && j.binding(p):
		j.report("review-removed", at, args)
	case j.head.Portal.has(fileOf(p.base.Address)):
		j.lost(p, p.base.Address, at)
	case hidden:
		j.report("review-address-hidden", at, args)
	default:
		j.report("review-address-gone", at, args)
	}
}

// hiders are the keys that hide a document.
var hiders = map[site.Why]string{site.WhyDraft: "draft", site.WhyPublish: "publish", site.WhyExpired: "expires"}

// goneAt is the line that hides a publication, or the file that is gone; hidden tells which.
func (j *judge) goneAt(p pair) (at Place, hidden bool) {
	path := p.one().Path
	for _, h := range j.head.Result.Site.Hidden {
		if h.Doc.Path == path {
			return lineOf(path, h.Doc.Where(hiders[h.Why]).Line), true
		}
	}
	return Place{File: path}, false
}

// expiring: an announcement that stands for good is given an end.
func (j *judge) expiring(p pair) {
	if p.base == nil || p.head == nil || !p.head.Public || p.head.Topic != OfResults && p.head.Topic != OfAwards {
		return
	}
	for _, c := range j.of(p) {
		if t, ok := c.turn(Expires); ok && isSelf(c) && t.Now.Plain != "" {
			j.report("review-expiring", t.At(), diag.Args{"page": p.head.Title, "until": day(t.Now.Plain, j.lang)})
		}
	}
}

// waived: what authors let pass is told to those who approve.
func (j *judge) waived(p pair) {
	if p.head == nil {
		return
	}
	for _, c := range j.of(p) {
		if c.Topic == OfWaiver && c.Act != Removed {
			j.report("review-waiver", c.At, diag.Args{"code": c.Name, "reason": c.now.value(Said, "")})
		}
	}
}

// moved: an address that readers know leads where it led, and the files that they know there are there.
func (j *judge) moved(p pair) {
	if was, is := p.public(); !was || !is {
		return
	}
	at := Place{File: p.head.Path}
	for _, address := range p.base.addresses() {
		if j.stands(p, address, at) && p.base.Topic != OfRegistry && !slices.Contains(p.head.addresses(), address) {
			j.report("review-address-taken", at, diag.Args{"page": p.base.Title, "address": address})
		}
	}
	if p.base.hub != "" {
		j.stands(p, p.base.hub, at)
	}
}

// stands tells that an address of a page leads somewhere, in English, too, where it did; it reports what does not, and the
// files that are gone.
func (j *judge) stands(p pair, address string, at Place) bool {
	for _, place := range []string{address, "/en" + address} {
		switch was, is := j.base.Portal.has(fileOf(place)), j.head.Portal.has(fileOf(place)); {
		case was && !is:
			j.report("review-address-gone", at, diag.Args{"page": p.base.Title, "address": place})
			return false
		case was && !p.head.withdrawn():
			j.lost(p, place, at)
		}
	}
	return j.base.Portal.has(fileOf(address))
}

// lost reports the files that stood beside a page and are gone: no page can lead there instead of them. Pictures are a part
// of their page.
func (j *judge) lost(p pair, address string, at Place) {
	gone := map[string][]string{}
	for _, name := range slices.Sorted(slices.Values(j.files[address])) {
		switch {
		case path.Ext(name) == ".pdf":
			gone["review-file-gone"] = append(gone["review-file-gone"], name)
		case !attached(name) && name != shared:
			gone["review-data-gone"] = append(gone["review-data-gone"], name)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(gone)) {
		j.report(code, at, diag.Args{"page": p.base.Title, "address": address, "files": strings.Join(gone[code], ", ")})
	}
}

// rebased: under another base_url every address is another one.
func (j *judge) rebased(p pair) {
	if p.base == nil || p.head == nil || p.base.Topic != OfSite {
		return
	}
	for _, c := range j.of(p) {
		for _, t := range c.Turns {
			if t.Aspect == Setting && t.Of == "base_url" {
				j.report("review-base-url", t.At(), diag.Args{"was": t.Was.Plain, "now": t.Now.Plain})
			}
		}
	}
}

// generated: lists that the portal makes by itself have addresses, too: a category, a tag, a unit. What belongs to a
// publication is told there: its own addresses and, below results, those of the units; later pages of a list come and go.
func (j *judge) generated() {
	told, rankings := map[string]bool{}, map[string]bool{}
	for _, p := range j.pairs {
		if p.base == nil {
			continue
		}
		told[p.base.hub] = p.head != nil // where its plan is gone, nothing else tells of it
		for _, address := range p.base.addresses() {
			told[address], rankings[address] = true, rankings[address] || p.base.Topic == OfResults
		}
	}
	var gone []string
	for _, page := range j.Pages {
		above := path.Dir(strings.TrimSuffix(page.Address, "/")) + "/"
		if page.Act == Removed && !told[page.Address] && !rankings[above] && path.Base(above) != "trang" && !strings.HasPrefix(page.Address, "/en/") {
			gone = append(gone, page.Address)
		}
	}
	if n := len(gone); n > 0 {
		j.report("review-lists-gone", Place{File: site.Content + "site.yaml"}, diag.Args{"count": strconv.Itoa(n), "addresses": strings.Join(gone[:min(n, 5)], ", ")})
	}
}

// fileOf is the file of an address.
func fileOf(address string) string {
	if strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return strings.TrimPrefix(address, "/")
}

// themed: a theme changes how the portal looks, not what it says.
func (j *judge) themed() {
	const file = "templates/"
	t := j.Theme
	for _, c := range t.Cells {
		j.report("review-theme-figures", Place{File: file}, diag.Args{"address": c.Address, "was": c.Was, "now": c.Now})
	}
	if n := len(t.Words); n > 0 && len(t.Cells) == 0 {
		j.report("review-theme-words", Place{File: file}, diag.Args{"count": strconv.Itoa(n), "address": t.Words[0].Address, "was": t.Words[0].Was, "now": t.Words[0].Now})
	}
	if len(t.Static) > 0 {
		j.report("review-theme-static", Place{File: file}, diag.Args{"files": strings.Join(paths(t.Static), ", ")})
	}
}

// stamped is a file's name with the mark of its content, under which browsers keep it.
var stamped = regexp.MustCompile(`\.[0-9a-f]{8}(\.[a-z]+)$`)

// paths are the names of files as the theme has them, each once.
func paths(files []FileChange) []string {
	var out []string
	for _, f := range files {
		out = append(out, stamped.ReplaceAllString(f.Path, "$1"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
