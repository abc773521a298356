package publish

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/diag"
)

// folder returns a place for "public" that is gone after the test: in memory where there is such a place, as these
// tests make and remove files by the ten thousand.
func folder(t *testing.T) string {
	t.Helper()
	top, err := os.MkdirTemp("/dev/shm", "publish")
	if err != nil {
		return filepath.Join(t.TempDir(), "public")
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(top); err != nil {
			t.Error(err)
		}
	})
	return filepath.Join(top, "public")
}

// files are a portal, or what stands in a folder, by path.
type files map[string]string

// tester is what tests, properties and benchmarks have in common.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

// A quick disk is the real one without waiting for it: hundreds of tests would wait for what everybody else writes.
type quick struct{ RealDisk }

func (quick) Sync(string) error { return nil }

// publish puts a portal into dir and commits.
func publish(dir string, portal files, o Options) (Stats, []diag.Finding, error) {
	if o.Disk == nil {
		o.Disk = quick{}
	}
	u, err := Begin(context.Background(), dir, o)
	if err != nil {
		return Stats{}, nil, err
	}
	for path, text := range portal {
		if err := u.Put(path, []byte(text)); err != nil {
			return Stats{}, nil, errors.Join(err, u.Discard())
		}
	}
	return u.Commit()
}

// mustPublish is publish where nothing may go wrong.
func mustPublish(t tester, dir string, portal files, o Options) (Stats, []diag.Finding) {
	t.Helper()
	stats, found, err := publish(dir, portal, o)
	if err != nil {
		t.Fatalf("publish: %v", err)
	}
	if diag.Errors(found) > 0 {
		t.Fatalf("publish: findings: %v", codes(found))
	}
	return stats, found
}

// stand reads what stands in dir, the list left out; folders that are empty end in "/".
func stand(t tester, dir string) files {
	t.Helper()
	got := files{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		path, _ := filepath.Rel(dir, name)
		path = filepath.ToSlash(path)
		switch {
		case path == listName:
			return nil
		case e.IsDir():
			entries, err := os.ReadDir(name)
			if len(entries) == 0 {
				got[path+"/"] = ""
			}
			return err
		case e.Type()&fs.ModeSymlink != 0:
			to, err := os.Readlink(name)
			got[path] = "-> " + to
			return err
		}
		text, err := os.ReadFile(name)
		got[path] = string(text)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("reading %s: %v", dir, err)
	}
	return got
}

// mustStand fails unless dir holds exactly what is wanted.
func mustStand(t tester, dir string, want ...files) {
	t.Helper()
	all := files{}
	for _, w := range want {
		maps.Copy(all, w)
	}
	if got := stand(t, dir); !maps.Equal(got, all) {
		t.Fatalf("in %s stand\n%v\nwant\n%v", dir, got, all)
	}
}

// write puts a file of someone else, or changes one of ours behind our back.
func write(t tester, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatalf("%v", err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatalf("%v", err)
	}
}

func codes(found []diag.Finding) (codes []string) {
	for _, f := range found {
		codes = append(codes, f.Code)
	}
	return codes
}

// leftovers are the names in the workspace that only a running update may have.
func leftovers(t tester, dir string) (left []string) {
	t.Helper()
	work := filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".bangvang")
	entries, err := os.ReadDir(work)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%v", err)
	}
	known := []string{"lock", "spare", "public.record", "spare.record"}
	for _, e := range entries {
		if !slices.Contains(known, e.Name()) {
			left = append(left, e.Name())
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, insideName)); err == nil {
		left = append(left, insideName)
	}
	return left
}

func mustBeClean(t tester, dir string) {
	t.Helper()
	if left := leftovers(t, dir); left != nil {
		t.Fatalf("left over: %s", strings.Join(left, ", "))
	}
}

// age sets the time of a file back, as if it had stood there for long.
func age(t tester, name string) time.Time {
	t.Helper()
	old := time.Date(2021, 5, 5, 7, 30, 0, 123456789, time.UTC)
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatalf("%v", err)
	}
	return old
}

// first and second are two editions of a small portal: pages that change, stay, come and go, a folder that
// empties, a file that becomes a folder and a folder that becomes a file.
var (
	first = files{
		"index.html": "home 1", "404.html": "nothing here", "sitemap.xml": "map 1",
		"static/site.css": "body {}", "tin-tuc/index.html": "news 1", "tin-tuc/a/index.html": "a",
		"tin-tuc/b/index.html": "b", "doi/x": "a file", "tep/trong/y": "in a folder",
	}
	second = files{
		"index.html": "home 2", "404.html": "nothing here", "sitemap.xml": "map 2",
		"static/site.css": "body {}", "tin-tuc/index.html": "news 2", "tin-tuc/a/index.html": "a",
		"tin-tuc/c/index.html": "c", "doi/x/z": "now a folder", "tep/trong": "now a file",
	}
)

// modes are the two ways of publishing.
var modes = map[string]Options{"by exchange": {}, "in place": {InPlace: true}}
