package build_test

import (
	"context"
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
		_, err = build.BuildStored(os.DirFS(site), o, cache.Open(filepath.Join(dir, "cache"), "same", clock), verify, update)
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
