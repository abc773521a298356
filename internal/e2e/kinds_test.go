package e2e

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A sight is a page of one kind.
type sight struct {
	kind    string // "ranking illustrative"
	name    string // of the portal and its address in it
	address string // whole
	size    int    // bytes
}

// sights returns, of every portal in the order of their names, the heaviest and the lightest page of each kind.
func sights(t *testing.T) (all []sight) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(portals)) {
		p, err := portals[name]()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p.extremes(t, name)...)
	}
	return all
}

func (p *portal) extremes(t *testing.T, name string) (all []sight) {
	t.Helper()
	kinds := map[string][]sight{}
	for _, s := range p.pages(t) {
		kinds[s.kind] = append(kinds[s.kind], s)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		of := kinds[kind]
		slices.SortStableFunc(of, func(a, b sight) int { return cmp.Compare(b.size, a.size) })
		if len(of) > 1 {
			of = []sight{of[0], of[len(of)-1]}
		}
		for _, s := range of {
			s.name = name + " " + kind + " " + s.name
			all = append(all, s)
		}
	}
	return all
}

// files returns the names on the portal's own list of its files.
func (p *portal) files(t *testing.T) (names []string) {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(p.dir, ".bangvang"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(list)) {
		if name, _, listed := strings.Cut(line, "\t"); listed {
			names = append(names, name)
		}
	}
	return names
}

// pages returns all pages, but those that only lead on.
func (p *portal) pages(t *testing.T) (all []sight) {
	t.Helper()
	for _, name := range p.files(t) {
		if !isPage(name) {
			continue
		}
		info, err := os.Stat(filepath.Join(p.dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		s := sight{kind: p.kind(t, name), name: strings.TrimSuffix(name, "index.html"), size: int(info.Size())}
		s.address = p.url + s.name
		if s.kind != "moved" {
			all = append(all, s)
		}
	}
	return all
}

var (
	bodyClass = regexp.MustCompile(`<body[^>]*\bclass="?([a-z-]+)`)    // its first class is the page's kind
	stage     = regexp.MustCompile(`class="state (proposed|decided)"`) // of an announcement
)

// kind is what a page is and what it looks different by: an announcement's stage, a list's later page, a withdrawal, invented data.
func (p *portal) kind(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	class := bodyClass.FindSubmatch(data)
	if class == nil {
		t.Fatalf("%s has no class on its body, so its kind is unknown", name)
	}
	kind := string(class[1])
	if found := stage.FindSubmatch(data); found != nil && kind == "awards" {
		kind += " " + string(found[1])
	}
	if strings.Contains(name, "trang/") {
		kind += " continued"
	}
	if strings.Contains(string(data), `class="notice withdrawn"`) {
		kind += " withdrawn"
	}
	if strings.Contains(string(data), `class="notice illustrative"`) {
		kind += " illustrative"
	}
	return kind
}
