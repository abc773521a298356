package publish

import (
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Whoever gives only what differs gets what he would get by giving all, whatever was given up, or written by others, meanwhile.
func TestWhatFollowsAKnownPortalNeedOnlyGiveWhatDiffers(t *testing.T) {
	top := filepath.Dir(folder(t))
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(top, "known")
		if err != nil {
			t.Fatalf("%v", err)
		}
		defer os.RemoveAll(dir)
		f := following{dir: filepath.Join(dir, "public"), known: new(Known), published: files{}}
		t.Repeat(map[string]func(*rapid.T){
			"all":     func(t *rapid.T) { f.put(t, portals.Draw(t, "next"), true) },
			"texts":   func(t *rapid.T) { f.put(t, f.otherTexts(t), true) },
			"dropped": func(t *rapid.T) { f.put(t, f.otherTexts(t), false) },
			"doubt":   func(*rapid.T) { f.known.Doubt() },
			"another": f.another,
			"":        f.check,
		})
	})
}

// following is a folder, with what was called how.
type following struct {
	dir       string
	known     *Known
	published files
	last      int // the name of what was put last, published or not
	lastFiles files
}

// otherTexts are the files put last, some of them with other texts.
func (f *following) otherTexts(t *rapid.T) files {
	next := maps.Clone(f.lastFiles)
	for _, path := range slices.Sorted(maps.Keys(next)) {
		if rapid.Bool().Draw(t, "another text") {
			next[path] = rapid.StringN(0, 12, -1).Draw(t, "text")
		}
	}
	return next
}

// put gives all files, or those that differ from the last where that is enough.
func (f *following) put(t *rapid.T, next files, commit bool) {
	u, err := Begin(t.Context(), f.dir, Options{InPlace: true, Known: f.known})
	if err != nil {
		t.Fatalf("%v", err)
	}
	var before any
	if slices.Equal(slices.Sorted(maps.Keys(next)), slices.Sorted(maps.Keys(f.lastFiles))) || rapid.Bool().Draw(t, "and more") && within(f.lastFiles, next) {
		before = f.last
	}
	rest := u.Follow(before, f.last+1)
	for path, text := range next {
		if was, there := f.lastFiles[path]; rest && there && was == text {
			continue
		}
		if err := u.Put(path, []byte(text)); err != nil {
			t.Fatalf("%v", err)
		}
	}
	f.last, f.lastFiles = f.last+1, next
	if !commit {
		if err := u.Discard(); err != nil {
			t.Fatalf("%v", err)
		}
		return
	}
	stats, found, err := u.Commit()
	if err != nil || len(found) > 0 {
		t.Fatalf("%v %v", err, found)
	}
	size := 0
	for _, text := range next {
		size += len(text)
	}
	if stats.Files != len(next) || stats.Written+stats.Kept != len(next) || stats.Bytes != int64(size) {
		t.Fatalf("%d files of %d bytes: %+v", len(next), size, stats)
	}
	f.published = next
}

func within(some, all files) bool {
	for path := range some {
		if _, there := all[path]; !there {
			return false
		}
	}
	return true
}

// another process publishes.
func (f *following) another(t *rapid.T) {
	next := portals.Draw(t, "of another process")
	if _, found, err := publish(f.dir, next, Options{InPlace: true}); err != nil || len(found) > 0 {
		t.Fatalf("%v %v", err, found)
	}
	f.published = next
}

func (f *following) check(t *rapid.T) {
	if f.last == 0 {
		return
	}
	if got := stand(t, f.dir); !maps.Equal(got, f.published) {
		t.Fatalf("stands %v, want %v", got, f.published)
	}
	text, err := os.ReadFile(filepath.Join(f.dir, listName))
	if os.IsNotExist(err) && len(f.published) == 0 {
		return
	}
	l, sound := parseList(text)
	want := list{}
	for path, text := range f.published {
		want[path] = listed{int64(len(text)), sha256.Sum256([]byte(text))}
	}
	if err != nil || !sound || string(l.text()) != string(text) || !maps.Equal(l, want) {
		t.Fatalf("the list of %v is %q, %v", f.published, text, err)
	}
}
