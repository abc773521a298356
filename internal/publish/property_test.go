package publish

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bangvang/internal/diag"
)

// somewhere draws a path from few names, so that files meet folders and old files new ones.
var somewhere = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c.html", "d.xml"}), 1, 3).Draw(t, "parts"), "/")
})

// portals draws portals in which no file lies on the way to another.
var portals = rapid.Custom(func(t *rapid.T) files {
	portal := files{}
	for path, text := range rapid.MapOfN(somewhere, rapid.StringN(0, 3, -1), 0, 8).Draw(t, "portal") {
		if fits(portal, path) {
			portal[path] = text
		}
	}
	return portal
})

// fits reports whether a file can stand at path beside the others.
func fits(others files, path string) bool {
	for other := range others {
		if other == path || strings.HasPrefix(other, path+"/") || strings.HasPrefix(path, other+"/") {
			return false
		}
	}
	return true
}

// Whatever happened before: a folder in which a publish succeeds holds ours and theirs, and one that names
// conflicts holds what it held.
func TestAnyHistoryEndsWithOursAndTheirs(t *testing.T) {
	top := filepath.Dir(folder(t))
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(top, "any")
		if err != nil {
			t.Fatalf("%v", err)
		}
		defer os.RemoveAll(dir)
		h := history{dir: filepath.Join(dir, "public"), ours: files{}, theirs: files{}}
		t.Repeat(map[string]func(*rapid.T){
			"publish": h.publish,
			"add":     h.add,
			"take":    h.take,
			"tamper":  h.tamper,
			"discard": h.discard,
			"lose":    h.loseRecords,
			"":        h.check,
		})
	})
}

// A history knows what has to stand in a folder.
type history struct {
	dir          string
	ours, theirs files
	spoiled      bool // someone changed a file of ours
}

func (h *history) options(t *rapid.T) Options {
	disk := newFaulty(func(int64) error { return nil })
	disk.bare = rapid.Bool().Draw(t, "bare")
	return Options{InPlace: rapid.Bool().Draw(t, "in place"), Disk: disk}
}

func (h *history) publish(t *rapid.T) {
	portal := portals.Draw(t, "next")
	before := stand(t, h.dir)
	_, found, err := publish(h.dir, portal, h.options(t))
	if err != nil {
		t.Fatalf("%v", err)
	}
	conflict := false
	for path, text := range h.theirs {
		put, same := portal[path]
		conflict = conflict || !fits(portal, path) && !(same && put == text)
	}
	if got := diag.Errors(found) > 0; got != conflict {
		t.Fatalf("theirs %v, next %v: found %v", h.theirs, portal, codes(found))
	}
	if conflict {
		mustStand(t, h.dir, before)
		return
	}
	for path := range portal {
		delete(h.theirs, path) // the same bytes: from now on ours
	}
	h.ours, h.spoiled = portal, false
}

// add puts a file of someone else where none of ours is in the way.
func (h *history) add(t *rapid.T) {
	path := somewhere.Draw(t, "path")
	if !fits(h.ours, path) || !fits(h.theirs, path) {
		return
	}
	h.theirs[path] = rapid.StringN(0, 3, -1).Draw(t, "text")
	write(t, filepath.Join(h.dir, path), h.theirs[path])
}

// take removes a file of someone else, and the folders that are empty then.
func (h *history) take(t *rapid.T) {
	if len(h.theirs) == 0 {
		return
	}
	path := slices.Min(slices.Collect(maps.Keys(h.theirs)))
	if err := os.Remove(filepath.Join(h.dir, path)); err != nil {
		t.Fatalf("%v", err)
	}
	delete(h.theirs, path)
	above(path, func(dir string) bool { return os.Remove(filepath.Join(h.dir, dir)) == nil })
}

func (h *history) tamper(t *rapid.T) {
	if len(h.ours) == 0 {
		return
	}
	path := slices.Min(slices.Collect(maps.Keys(h.ours)))
	write(t, filepath.Join(h.dir, path), rapid.StringN(0, 3, -1).Draw(t, "text"))
	h.spoiled = true
}

func (h *history) discard(t *rapid.T) {
	before := stand(t, h.dir)
	u, err := Begin(t.Context(), h.dir, h.options(t))
	if err != nil {
		t.Fatalf("%v", err)
	}
	for path, text := range portals.Draw(t, "dropped") {
		if err := u.Put(path, []byte(text)); err != nil {
			t.Fatalf("%v", err)
		}
	}
	if err := u.Discard(); err != nil {
		t.Fatalf("%v", err)
	}
	mustStand(t, h.dir, before)
}

// loseRecords removes the workspace: it must only ever save time.
func (h *history) loseRecords(t *rapid.T) {
	if err := os.RemoveAll(filepath.Join(filepath.Dir(h.dir), ".public.bangvang")); err != nil {
		t.Fatalf("%v", err)
	}
}

func (h *history) check(t *rapid.T) {
	mustBeClean(t, h.dir)
	if h.spoiled {
		return
	}
	got := stand(t, h.dir)
	want := maps.Clone(h.ours)
	maps.Copy(want, h.theirs)
	if !maps.Equal(got, want) {
		t.Fatalf("stands %v, want %v", got, want)
	}
}

func FuzzAListIsReadOnlyWhole(f *testing.F) {
	sound := listOf(map[string]*file{"index.html": {size: 3}, "a b/ư": {size: 0, sum: Sum{1}}}).text()
	f.Add(sound)
	f.Add(sound[:len(sound)-1])
	f.Add([]byte("bangvang files 1 0\n"))
	f.Add([]byte("bangvang files 2 0\n"))
	f.Add([]byte("bangvang files 1 1\n../x\t1\t\n"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, text []byte) {
		l, ok := parseList(text)
		if !ok {
			if len(l) > 0 {
				t.Fatal("a list that is none has files")
			}
			return
		}
		again, ok := parseList(l.text())
		if !ok || !maps.Equal(l, again) || !bytes.Equal(l.text(), again.text()) {
			t.Fatalf("%q becomes %q", text, again.text())
		}
		for path := range l {
			if !validPath(path) {
				t.Fatalf("a path out of the folder: %q", path)
			}
		}
	})
}

func FuzzARecordIsReadOnlyWhole(f *testing.F) {
	t := &tree{dirs: map[string]int64{".": 5, "a": 0}, files: map[string]mark{"a/b": {3, 7}, "their\nname": {}}}
	f.Add(string(t.text()))
	f.Add(string(t.text()[:30]))
	f.Add("bangvang record 1 1\x00f 1 \x00")
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := parseRecord(text, 1<<62)
		if !ok {
			return
		}
		again, ok := parseRecord(string(got.text()), 1<<62)
		if !ok || !maps.Equal(got.dirs, again.dirs) || !maps.Equal(got.files, again.files) {
			t.Fatalf("%q becomes %v", text, again)
		}
	})
}
