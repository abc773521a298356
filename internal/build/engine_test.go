package build_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/templates"
)

// strict is an Out that keeps everything and remembers what a disk would refuse.
type strict struct {
	mu      sync.Mutex
	data    map[string][]byte
	refused []string
}

func (s *strict) Put(name string, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !fs.ValidPath(name) || name == "." {
		s.refused = append(s.refused, fmt.Sprintf("%q is no path", name))
	}
	if _, twice := s.data[name]; twice {
		s.refused = append(s.refused, fmt.Sprintf("%q is put twice", name))
	}
	s.data[name] = bytes.Clone(data)
	return nil
}

// faults are the files that could not stand in one folder, in order.
func (s *strict) faults() []string {
	out := slices.Clone(s.refused)
	for name := range s.data {
		for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
			if _, is := s.data[dir]; is {
				out = append(out, fmt.Sprintf("%q is a file and the folder of %q", dir, name))
			}
		}
	}
	slices.Sort(out)
	return out
}

// made is what a build came to, for comparisons.
type made struct {
	files    map[string][]byte
	findings []diag.Finding
	next     time.Time
	ok       bool
	faults   []string
}

// construct builds a tree at the moment of all tests.
func construct(t testing.TB, tree fs.FS, memo *build.Memo) made {
	t.Helper()
	return constructAt(t, tree, memo, build.Options{Now: moment, Theme: templates.FS})
}

func constructAt(t testing.TB, tree fs.FS, memo *build.Memo, o build.Options) made {
	t.Helper()
	out := &strict{data: map[string][]byte{}}
	r, err := build.Build(tree, o, memo, out)
	if err != nil {
		t.Fatal(err)
	}
	return made{out.data, r.Findings, r.Next, r.OK(), out.faults()}
}

// differences says where two builds differ, at most a few places.
func differences(a, b made) []string {
	var out []string
	if x, y := findings(a.findings), findings(b.findings); x != y {
		out = append(out, "findings:\n"+x+"and\n"+y)
	}
	if !a.next.Equal(b.next) {
		out = append(out, fmt.Sprintf("next: %v and %v", a.next, b.next))
	}
	names := slices.Sorted(maps.Keys(a.files))
	for _, name := range slices.Sorted(maps.Keys(b.files)) {
		if _, is := a.files[name]; !is {
			out = append(out, name+" is made by the second alone")
		}
	}
	for _, name := range names {
		if other, is := b.files[name]; !is {
			out = append(out, name+" is made by the first alone")
		} else if string(other) != string(a.files[name]) {
			out = append(out, name+" differs")
		}
	}
	return out[:min(len(out), 5)]
}

// load reads a folder into memory.
func load(t testing.TB, dir string) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{}
	for _, name := range listed(t, dir) {
		data, err := os.ReadFile(path.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		tree[name] = &fstest.MapFile{Data: data}
	}
	return tree
}

// with returns the tree with files put in.
func with(tree fstest.MapFS, files map[string]string) fstest.MapFS {
	out := maps.Clone(tree)
	if out == nil {
		out = fstest.MapFS{}
	}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// sound checks what holds of every build, whatever was fed in: files that a disk takes, well-formed text, no
// script but ours, findings inside the sources.
func sound(t testing.TB, tree fstest.MapFS, m made) {
	t.Helper()
	if m.ok {
		for _, fault := range m.faults {
			t.Error(fault)
		}
		for name, data := range m.files {
			if path.Ext(name) == ".html" {
				soundPage(t, name, string(data))
			}
		}
	}
	for _, f := range m.findings {
		soundFinding(t, tree, f)
	}
}

func soundPage(t testing.TB, name, page string) {
	t.Helper()
	if !utf8.ValidString(page) {
		t.Errorf("%s is not UTF-8", name)
	}
	for rest := page; ; {
		i := strings.Index(strings.ToLower(rest), "<script")
		if i < 0 {
			return
		}
		rest = rest[i+len("<script"):]
		if tag, _, _ := strings.Cut(rest, ">"); !strings.Contains(tag, ` src="/static/`) && !strings.Contains(tag, "application/ld+json") {
			t.Errorf("%s has a script of someone else: <script%s>", name, tag)
		}
	}
}

// unfilled is a name in braces that no argument has replaced.
var unfilled = regexp.MustCompile(`\{[a-z]+\}`)

func soundFinding(t testing.TB, tree fstest.MapFS, f diag.Finding) {
	t.Helper()
	if f.Message(diag.Vi) == "" || unfilled.MatchString(f.Message(diag.Vi)+f.Hint(diag.Vi)) && !strings.Contains(fmt.Sprint(f.Args), "{") {
		t.Errorf("%s: a finding without all its words: %q %q", f.Code, f.Message(diag.Vi), f.Hint(diag.Vi))
	}
	if f.Pos.Line == 0 {
		return
	}
	file, is := tree[f.File]
	if !is {
		return // names are compared as NFC
	}
	lines := strings.Count(strings.ReplaceAll(string(file.Data), "\r\n", "\n"), "\n") + strings.Count(string(file.Data), "\r") + 1
	if f.Pos.Line > lines {
		t.Errorf("%s: line %d of %s, which has %d", f.Code, f.Pos.Line, f.File, lines)
	}
	if !utf8.ValidString(f.Quote) {
		t.Errorf("%s: the quoted line is not UTF-8", f.Code)
	}
}
