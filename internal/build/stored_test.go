package build_test

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/cache"
	"bangvang/internal/picture"
	"bangvang/internal/publish"
	"bangvang/templates"
)

// A cache that another program has filled under this one's name is wrong: verifying tells, and names the file.
func TestVerifyingTellsOfACacheThatIsWrong(t *testing.T) {
	site, dir := lay(t, whole(t)), t.TempDir()
	stored := func(theme fs.FS, verify bool) error {
		clock := time.Now().Add(time.Minute) // all files are old
		update, err := publish.Begin(context.Background(), filepath.Join(dir, "public"), publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer update.Discard()
		o := build.Options{Now: moment, Theme: theme, Look: build.Look{Clock: clock}}
		store := cache.Open(filepath.Join(dir, "cache"), "same", clock)
		defer store.Close()
		_, err = build.BuildStored(os.DirFS(site), o, store, verify, update)
		return err
	}
	if err := errors.Join(stored(templates.FS, false), stored(templates.FS, true)); err != nil {
		t.Fatal(err)
	}
	other := fstest.MapFS{}
	for _, name := range listed(t, "../../templates") {
		if data, err := fs.ReadFile(templates.FS, name); err == nil {
			other[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(data), "<h1", "<h1 title=\"x\"", 1))}
		}
	}
	var stale *build.Stale
	if err := stored(other, true); !errors.As(err, &stale) || !strings.HasSuffix(stale.What, ".html") {
		t.Errorf("verifying a wrong cache said %v", err)
	}
}

// What one process has drawn, the next takes as it is, and draws anew when it is to verify.
func TestAPhotographIsDrawnOnceForAllProcesses(t *testing.T) {
	file := photograph(t, 1500, 600, 1)
	site, dir := lay(t, with(whole(t), map[string]string{newsFile: news("", "![Ảnh](b.jpg)\n"), "content/tin-tuc/2026/b.jpg": file})), t.TempDir()
	clock := time.Now().Add(time.Minute)
	store := cache.Open(filepath.Join(dir, "cache"), "same", clock)
	pic, err := picture.Read([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	var mark bytes.Buffer
	if err := gob.NewEncoder(&mark).Encode([][]byte{{1}, {2}, {3}, {4}, []byte("drawn before")}); err != nil {
		t.Fatal(err)
	}
	store.Put(cache.KeyOf("drawing", pic.Key()), mark.Bytes())
	for _, verify := range []bool{false, true} {
		update, err := publish.Begin(context.Background(), filepath.Join(dir, "public"), publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		o := build.Options{Now: moment, Theme: templates.FS, Look: build.Look{Clock: clock}}
		result, err := build.BuildStored(os.DirFS(site), o, store, verify, update)
		var stale *build.Stale
		if result == nil || !result.OK() || err != nil && !errors.As(err, &stale) {
			t.Fatal(err, result)
		}
		if _, _, err := update.Commit(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, "public", "tin-tuc", "2026", "tin", "b.jpg"))
		if err != nil || (string(data) == "drawn before") == verify {
			t.Errorf("verify %v: %d bytes, %v", verify, len(data), err)
		}
	}
}

// resaved has a file that was saved right after its folder was looked at.
type resaved struct {
	fs.FS
	name, data string
}

func (r resaved) Open(name string) (fs.File, error) {
	if name == r.name {
		return fstest.MapFS{name: &fstest.MapFile{Data: []byte(r.data)}}.Open(name)
	}
	return r.FS.Open(name)
}

// Where a part of the last portal is kept and the rest built, a source that is saved meanwhile mixes no two portals.
func TestASaveWhileAPortalIsMendedPublishesNothing(t *testing.T) {
	site, dir := lay(t, whole(t)), t.TempDir()
	clock := time.Now().Add(time.Minute)
	store := cache.Open(filepath.Join(dir, "cache"), "same", clock)
	publishes := func(tree fs.FS) error {
		update, err := publish.Begin(context.Background(), filepath.Join(dir, "public"), publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer update.Discard()
		o := build.Options{Now: moment, Theme: templates.FS, Look: build.Look{Clock: clock}}
		if _, err := build.BuildStored(tree, o, store, false, update); err != nil {
			return err
		}
		store.Close()
		_, _, err = update.Commit()
		return err
	}
	if err := publishes(os.DirFS(site)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "public", "robots.txt")); err != nil {
		t.Fatal(err)
	}
	var stale *build.Stale
	if err := publishes(resaved{os.DirFS(site), newsFile, news("", "Chữ mới.\n")}); !errors.As(err, &stale) || !stale.Kept {
		t.Errorf("a save between the look and the reading: %v", err)
	}
	if err := publishes(os.DirFS(site)); err != nil {
		t.Error("the next time:", err)
	}
}
