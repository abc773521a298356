package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
)

func TestAFolderBecomesExactlyWhatWasPut(t *testing.T) {
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			for _, portal := range []files{first, second, first, {"index.html": "alone"}, {}, second} {
				mustPublish(t, dir, portal, o)
				mustStand(t, dir, portal)
				mustBeClean(t, dir)
			}
		})
	}
}

func TestTheListIsTheSameHoweverTheFolderCameAbout(t *testing.T) {
	lists := map[string][]byte{}
	for name, o := range modes {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, first, o)
		mustPublish(t, dir, second, o)
		text, err := os.ReadFile(filepath.Join(dir, listName))
		if err != nil {
			t.Fatal(err)
		}
		lists[name] = text
	}
	if !bytes.Equal(lists["by exchange"], lists["in place"]) {
		t.Fatalf("lists differ:\n%s\n%s", lists["by exchange"], lists["in place"])
	}
	l, ok := parseList(lists["in place"])
	if !ok || l["404.html"] != (listed{12, sha256.Sum256([]byte("nothing here"))}) {
		t.Fatalf("the list says %v of 404.html", l["404.html"])
	}
}

func TestStatsCountWhatWasDone(t *testing.T) {
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			write(t, filepath.Join(dir, "cua-toi.txt"), "mine")
			mustPublish(t, dir, first, o)
			got, _ := mustPublish(t, dir, second, o)
			want := Stats{Files: 9, Written: 6, Kept: 3, Removed: 3, Foreign: 1, Bytes: 60}
			if got != want {
				t.Fatalf("got %+v, want %+v", got, want)
			}
			got, _ = mustPublish(t, dir, second, o)
			if want = (Stats{Files: 9, Kept: 9, Foreign: 1, Bytes: 60}); got != want {
				t.Fatalf("again: got %+v, want %+v", got, want)
			}
		})
	}
}

func TestWhatOthersWroteIsNeverTouched(t *testing.T) {
	theirs := files{
		".gitkeep": "", ".git/HEAD": "ref", ".well-known/security.txt": "Contact:", "tin-tuc/a/ghi-chu.txt": "note",
		"tai-len/anh.jpg": "picture", "tai-len/trong/sau/x": "deep", "CNAME": "example.vn",
	}
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			for path, text := range theirs {
				write(t, filepath.Join(dir, path), text)
				age(t, filepath.Join(dir, path))
			}
			if err := os.Mkdir(filepath.Join(dir, "trong"), 0o750); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("../elsewhere", filepath.Join(dir, "lien-ket")); err != nil {
				t.Fatal(err)
			}
			others := files{"trong/": "", "lien-ket": "-> ../elsewhere"}
			before := infos(t, dir, theirs)
			for _, portal := range []files{first, second, {}, first} {
				mustPublish(t, dir, portal, o)
				mustStand(t, dir, portal, theirs, others)
			}
			for path, info := range infos(t, dir, theirs) {
				was := before[path]
				if !os.SameFile(info, was) || !info.ModTime().Equal(was.ModTime()) || info.Mode() != was.Mode() {
					t.Errorf("%s is another file, or has another time or mode", path)
				}
			}
			info, err := os.Stat(filepath.Join(dir, "trong"))
			if err != nil || info.Mode().Perm() != 0o750 {
				t.Errorf("the empty folder has mode %v (%v)", info.Mode(), err)
			}
		})
	}
}

func infos(t *testing.T, dir string, paths files) map[string]os.FileInfo {
	t.Helper()
	all := map[string]os.FileInfo{}
	for path := range paths {
		info, err := os.Lstat(filepath.Join(dir, path))
		if err != nil {
			t.Fatal(err)
		}
		all[path] = info
	}
	return all
}

func TestOthersMayChangeTheirFilesBetweenUpdates(t *testing.T) {
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			write(t, filepath.Join(dir, "theirs/a"), "1")
			write(t, filepath.Join(dir, "theirs/b"), "1")
			mustPublish(t, dir, first, o)
			mustPublish(t, dir, second, o)
			write(t, filepath.Join(dir, "theirs/a"), "2 in place")
			write(t, filepath.Join(dir, "theirs/new"), "3")
			if err := os.Rename(filepath.Join(dir, "theirs/new"), filepath.Join(dir, "theirs/b")); err != nil {
				t.Fatal(err)
			}
			mustPublish(t, dir, first, o)
			mustStand(t, dir, first, files{"theirs/a": "2 in place", "theirs/b": "3"})
			if err := os.RemoveAll(filepath.Join(dir, "theirs")); err != nil {
				t.Fatal(err)
			}
			mustPublish(t, dir, second, o)
			mustStand(t, dir, second)
		})
	}
}

func TestAFileOfOursThatSomeoneChangedIsWrittenAgain(t *testing.T) {
	spoil := map[string]func(name string) error{
		"other bytes":       func(name string) error { return os.WriteFile(name, []byte("spoiled"), 0o666) },
		"same size":         func(name string) error { return os.WriteFile(name, []byte("HOME 1"), 0o666) },
		"removed":           os.Remove,
		"emptied":           func(name string) error { return os.Truncate(name, 0) },
		"turned to symlink": func(name string) error { return errors.Join(os.Remove(name), os.Symlink("404.html", name)) },
		"turned to folder":  func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o777)) },
	}
	for mode, o := range modes {
		for what, do := range spoil {
			t.Run(mode+", "+what, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				mustPublish(t, dir, first, o)
				mustPublish(t, dir, first, o)
				if err := do(filepath.Join(dir, "index.html")); err != nil {
					t.Fatal(err)
				}
				stats, found, err := publish(dir, first, o)
				if what == "turned to folder" {
					if !slices.Equal(codes(found), []string{"foreign-folder"}) {
						t.Fatalf("got findings %v, %v", codes(found), err)
					}
					return
				}
				if err != nil || found != nil || stats.Written != 1 {
					t.Fatalf("got %+v, %v, %v", stats, codes(found), err)
				}
				mustStand(t, dir, first)
			})
		}
	}
}

func TestSomethingOfOthersOnOurAddressIsAFindingAndPublishesNothing(t *testing.T) {
	tests := map[string]struct {
		path, code, file string
		make             func(name string) error
	}{
		"a file":                   {"doi/x/z", "foreign-file", "doi/x/z", touch},
		"a file for a folder":      {"doi/x", "foreign-file", "doi/x", touch},
		"a folder with something":  {"tep/trong/file", "foreign-folder", "tep/trong", touch},
		"an empty folder":          {"sitemap.xml", "foreign-folder", "sitemap.xml", mkdir},
		"a symlink":                {"index.html", "output-symlink", "index.html", symlink},
		"a symlink for a folder":   {"tin-tuc", "output-symlink", "tin-tuc", symlink},
		"a folder for the list":    {listName, "foreign-folder", listName, mkdir},
		"a symlink for the list":   {listName, "output-symlink", listName, symlink},
		"a symlink to a like file": {"404.html", "output-symlink", "404.html", symlink},
	}
	for mode, o := range modes {
		for name, test := range tests {
			t.Run(mode+", "+name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				if test.path != listName {
					mustPublish(t, dir, files{"khac/index.html": "ours"}, o)
				}
				full := filepath.Join(dir, test.path)
				if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o777), test.make(full)); err != nil {
					t.Fatal(err)
				}
				before := stand(t, dir)
				_, found, err := publish(dir, second, o)
				if err != nil || !slices.Contains(codes(found), test.code) {
					t.Fatalf("got findings %v, error %v", codes(found), err)
				}
				if want := filepath.ToSlash(dir) + "/" + test.file; found[0].File != want {
					t.Errorf("the finding names %s, want %s", found[0].File, want)
				}
				mustStand(t, dir, before)
				mustBeClean(t, dir)
			})
		}
	}
}

func touch(name string) error   { return os.WriteFile(name, []byte("theirs"), 0o666) }
func mkdir(name string) error   { return os.Mkdir(name, 0o777) }
func symlink(name string) error { return os.Symlink("/dev/null", name) }

func TestManyFilesOfOthersAreNamedUpToTwenty(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	portal := files{}
	for i := range 33 {
		name := "p" + strconv.Itoa(i)
		portal[name] = "ours"
		write(t, filepath.Join(dir, name), "theirs")
	}
	_, found, err := publish(dir, portal, Options{})
	if err != nil || len(found) != 21 || found[20].Code != "foreign-files" || found[20].Args["count"] != "13" {
		t.Fatalf("got %v, %v", found, err)
	}
}

func TestWithoutAListUnknownFilesAreKeptAndCountedInOneWarning(t *testing.T) {
	lose := map[string]func(name string) error{
		"missing": os.Remove,
		"cut":     func(name string) error { return os.Truncate(name, 200) },
		"emptied": func(name string) error { return os.Truncate(name, 0) },
		"foreign": func(name string) error { return os.WriteFile(name, []byte("something else\n"), 0o666) },
	}
	for mode, o := range modes {
		for how, do := range lose {
			t.Run(mode+", "+how, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				write(t, filepath.Join(dir, ".gitkeep"), "")
				portal := files{"index.html": "home", "tin/a/index.html": "a", "tin/b/index.html": "b"}
				mustPublish(t, dir, portal, o)
				if err := do(filepath.Join(dir, listName)); err != nil {
					t.Fatal(err)
				}
				next := files{"index.html": "home", "tin/c/index.html": "c"}
				stats, found := mustPublish(t, dir, next, o)
				if !slices.Equal(codes(found), []string{"unknown-files"}) || found[0].Args["count"] != "2" || stats.Unknown != 2 {
					t.Fatalf("got %v, %+v", found, stats)
				}
				kept := files{"tin/a/index.html": "a", "tin/b/index.html": "b", ".gitkeep": ""}
				mustStand(t, dir, next, kept)
				if _, found := mustPublish(t, dir, files{}, o); found != nil {
					t.Fatalf("the list is back, and still %v", codes(found))
				}
				mustStand(t, dir, kept)
			})
		}
	}
}

func TestWithoutAListTheRecordStillKnowsWhatMayBeReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, first, Options{})
	age(t, filepath.Join(dir, "index.html"))
	mustPublish(t, dir, first, Options{}) // notes the time
	if err := os.Remove(filepath.Join(dir, listName)); err != nil {
		t.Fatal(err)
	}
	next := files{"index.html": "home 2"}
	if _, found, err := publish(dir, next, Options{}); err != nil || !slices.Equal(codes(found), []string{"unknown-files"}) {
		t.Fatalf("got %v, %v", codes(found), err)
	}
	if got := stand(t, dir)["index.html"]; got != "home 2" {
		t.Fatalf("index.html is %q", got)
	}
}

func TestDiscardLeavesNoTrace(t *testing.T) {
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			dir := filepath.Join(top, "xuat", "ban", "public")
			u, err := Begin(context.Background(), dir, o)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(u.Put("index.html", []byte("x")), u.Discard(), u.Discard()); err != nil {
				t.Fatal(err)
			}
			mustStand(t, top)
			mustPublish(t, dir, first, o)
			if u, err = Begin(context.Background(), dir, o); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(u.Put("index.html", []byte("x")), u.Discard()); err != nil {
				t.Fatal(err)
			}
			mustStand(t, dir, first)
			mustBeClean(t, dir)
		})
	}
}

func TestAnUpdateIsOverAfterItsEnd(t *testing.T) {
	u, err := Begin(context.Background(), filepath.Join(t.TempDir(), "public"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := u.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := u.Put("late", nil); !errors.Is(err, ErrOver) {
		t.Errorf("Put: %v", err)
	}
	if _, _, err := u.Commit(); !errors.Is(err, ErrOver) {
		t.Errorf("Commit: %v", err)
	}
	if err := u.Discard(); err != nil {
		t.Errorf("Discard: %v", err)
	}
}

func TestPutRefusesPathsThatAreNoneOfAFile(t *testing.T) {
	u, err := Begin(context.Background(), filepath.Join(t.TempDir(), "public"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer u.Discard()
	for _, path := range []string{"", ".", "/a", "../a", "a/../b", "a/", "a//b", `a\b`, "a\nb", "a\x00b", listName, insideName, listName + "/x"} {
		if u.Put(path, nil) == nil {
			t.Errorf("%q was taken", path)
		}
	}
	if u.Put("a", nil) != nil || u.Put("a", nil) == nil {
		t.Error("one path was taken twice, or not once")
	}
}

func TestKeepTakesWhatStandsThereAndNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, first, Options{})
	write(t, filepath.Join(dir, "404.html"), "no  thing at")
	u, err := Begin(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{"index.html": true, "404.html": false, "new.html": false} {
		text := first[path]
		if kept, err := u.Keep(path, int64(len(text)), sha256.Sum256([]byte(text))); kept != want || err != nil {
			t.Errorf("%s: %v, %v", path, kept, err)
		}
	}
	if err := u.Put("404.html", []byte(first["404.html"])); err != nil {
		t.Fatal(err)
	}
	if _, _, err := u.Commit(); err != nil {
		t.Fatal(err)
	}
	mustStand(t, dir, files{"index.html": "home 1", "404.html": "nothing here"})
}

func TestPutIsSafeFromManyGoroutines(t *testing.T) {
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			u, err := Begin(context.Background(), dir, o)
			if err != nil {
				t.Fatal(err)
			}
			portal := files{}
			var all sync.WaitGroup
			for i := range 300 {
				path := "p/" + strconv.Itoa(i%7) + "/" + strconv.Itoa(i)
				portal[path] = path
				all.Go(func() {
					if err := u.Put(path, []byte(path)); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if _, _, err := u.Commit(); err != nil {
				t.Fatal(err)
			}
			mustStand(t, dir, portal)
		})
	}
}
