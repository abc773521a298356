package build_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/templates"
)

var update = flag.Bool("update", false, "rewrite the expectations")

// moment is when all folder tests take place.
var moment = time.Date(2026, 5, 2, 8, 0, 0, 0, time.FixedZone("+07", 7*3600))

// files is an Out that keeps everything.
type files struct {
	mu   sync.Mutex
	data map[string][]byte
}

func (f *files) Put(path string, data []byte) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.data[path] = bytes.Clone(data)
	return nil
}

func run(t testing.TB, dir string, memo *build.Memo) (*build.Result, map[string][]byte) {
	t.Helper()
	out := &files{data: map[string][]byte{}}
	result, err := build.Build(os.DirFS(dir), build.Options{Now: moment, Theme: templates.FS}, memo, out)
	if err != nil {
		t.Fatal(err)
	}
	return result, out.data
}

// A folder is a test: testdata/<case>/in is a site, want holds its findings, the list of its files and every
// file that is text, but HTML and the search index. Pages are tested by their facts. Findings that keep a portal from
// being published are there in both languages.
func TestFolders(t *testing.T) {
	cases, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join("testdata", c.Name())
			result, data := run(t, filepath.Join(dir, "in"), nil)
			if bad := strings.HasPrefix(c.Name(), "bad-"); bad == result.OK() {
				t.Errorf("bad = %v, but the portal may be published: %v", bad, result.OK())
			}
			compare(t, filepath.Join(dir, "want"), wanted(result, data))
		})
	}
}

// wanted is what a case is compared with.
func wanted(r *build.Result, data map[string][]byte) map[string]string {
	out := map[string]string{"findings.txt": findings(r.Findings)}
	if !r.OK() {
		out["findings-en.txt"] = findingsIn(r.Findings, diag.En)
		return out
	}
	var names []string
	for name, bytes := range data {
		if strings.HasPrefix(name, "static/") || strings.Contains(name, "tim-kiem/t") {
			continue // named by their content
		}
		names = append(names, name)
		if !slices.Contains([]string{".html", ".png", ".xlsx"}, path.Ext(name)) && !strings.HasSuffix(name, "tim-kiem/muc-luc.json") {
			out[name] = string(bytes)
		}
	}
	slices.Sort(names)
	out["files.txt"] = strings.Join(names, "\n") + "\n"
	return out
}

func findings(list []diag.Finding) string { return findingsIn(list, diag.Vi) }

func findingsIn(list []diag.Finding, lang diag.Lang) string {
	var b strings.Builder
	for _, f := range list {
		place := fmt.Sprintf("%s:%d:%d", f.File, f.Pos.Line, f.Pos.Column)
		if f.Pos.Sheet != "" {
			place = f.Place()
		}
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", place, f.Severity, f.Message(lang), f.Code)
		if f.Quote != "" {
			fmt.Fprintf(&b, "    | %s\n", f.Quote)
		}
		if hint := f.Hint(lang); hint != "" {
			fmt.Fprintf(&b, "    → %s\n", hint)
		}
	}
	return b.String()
}

// compare holds files against a folder. A folder that is missing is written, but not under CI.
func compare(t *testing.T, dir string, got map[string]string) {
	t.Helper()
	_, err := os.Stat(dir)
	if *update || err != nil && os.Getenv("CI") == "" {
		rewrite(t, dir, got)
		return
	}
	for name, text := range got {
		want, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Errorf("%s is made, but not expected", name)
		} else if string(want) != text {
			t.Errorf("%s is\n%s\nwant\n%s", name, text, want)
		}
	}
	for _, name := range listed(t, dir) {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is expected, but not made", name)
		}
	}
}

func rewrite(t *testing.T, dir string, got map[string]string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for name, text := range got {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func listed(t testing.TB, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
