package build_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bangvang/internal/build"
	"bangvang/templates"
)

var edits = flag.Int("edits", 150, "how many random edits the warm builds go through")

// whole is a site with something of everything.
func whole(t testing.TB) fstest.MapFS {
	tree := load(t, "testdata/campaign-whole/in")
	for _, more := range []string{"hidden-pages", "pagination"} {
		for name, file := range load(t, "testdata/"+more+"/in") {
			if name != siteFile && name != newsFile {
				tree[name] = file
			}
		}
	}
	return with(tree, map[string]string{
		"templates/static/site.css":       "body{color:#222}",
		"content/tin-tuc/2026/anh.png":    onePixel,
		"content/tin-tuc/2026/co-anh.md":  news("tags: [ảnh]\n", "Xem ![ảnh](anh.png), [kế hoạch](/phong-trao/thu/ke-hoach).\n\n## Mục\n\n::ranking{results=\"/phong-trao/thu/ket-qua/2026-xa\" top=2}\n"),
		"content/gioi-thieu/_index.md":    plain("Giới thiệu"),
		"content/gioi-thieu/chuc-nang.md": plain("Chức năng"),
		"content/gioi-thieu/lien-he.md":   "---\ntitle: Liên hệ\nsummary: x\naliases: [/lien-he-cu/]\n---\n[Chức năng](chuc-nang)\n",
	})
}

// shuffled gives the entries of every folder in an order of its own, as file systems do.
type shuffled struct {
	fs.FS
	seed uint64
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	r := rand.New(rand.NewPCG(s.seed, uint64(len(name))))
	r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// Invariant 1: the same tree and options give the same bytes and findings, whatever carries the tree, the order of
// its files, the number of cores, the machine's zone and language.
func TestTheSameTreeGivesTheSamePortalWhateverCarriesIt(t *testing.T) {
	tree := whole(t)
	first := construct(t, tree, nil)
	if !first.ok || len(first.files) < 40 {
		t.Fatalf("the site is not sound:\n%s", findings(first.findings))
	}
	faulty := with(tree, map[string]string{newsFile: news("tags: ['!!!']\n", "[a](/x/) [b](/y/)"), "content/x.md": "no header"})
	for name, sources := range map[string]fstest.MapFS{"a sound site": tree, "a faulty site": faulty} {
		want := construct(t, sources, nil)
		dir := lay(t, sources)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		for how, other := range map[string]fs.FS{
			"a folder": os.DirFS(dir), "a rooted folder": root.FS(), "another order": shuffled{sources, 1}, "a third order": shuffled{sources, 2},
		} {
			if d := differences(want, construct(t, other, nil)); d != nil {
				t.Errorf("%s from %s: %s", name, how, strings.Join(d, "\n"))
			}
		}
		for _, cores := range []int{1, 2, 7} {
			before := runtime.GOMAXPROCS(cores)
			if d := differences(want, construct(t, sources, nil)); d != nil {
				t.Errorf("%s on %d cores: %s", name, cores, strings.Join(d, "\n"))
			}
			runtime.GOMAXPROCS(before)
		}
		for _, zone := range []string{"America/New_York", "Pacific/Kiritimati", "UTC"} {
			before, loc := time.Local, zoneOf(t, zone)
			time.Local = loc
			o := build.Options{Now: moment.In(loc), Theme: templates.FS}
			if d := differences(want, constructAt(t, sources, nil, o)); d != nil {
				t.Errorf("%s in %s: %s", name, zone, strings.Join(d, "\n"))
			}
			time.Local = before
		}
	}
}

func zoneOf(t *testing.T, zone string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(zone)
	if err != nil {
		t.Skip("this machine has no time zones")
	}
	return loc
}

// lay writes a tree into a folder.
func lay(t testing.TB, tree fstest.MapFS) string {
	t.Helper()
	dir := t.TempDir()
	for name, file := range tree {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// vanishing lists a file that is gone when it is read.
type vanishing struct {
	fs.FS
	name string
}

func (v vanishing) Open(name string) (fs.File, error) {
	if name == v.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return v.FS.Open(name)
}

func TestAFileThatGoesWhileTheTreeIsReadIsAsIfItHadNeverBeen(t *testing.T) {
	tree := whole(t)
	without := maps.Clone(tree)
	delete(without, newsFile)
	got := construct(t, vanishing{struct{ fs.FS }{tree}, newsFile}, nil)
	if d := differences(construct(t, without, nil), got); d != nil {
		t.Error(strings.Join(d, "\n"))
	}
}

// Invariant 2: after any history of edits a build with a memo equals a build from nothing. The memo is kept over
// all edits, half of which leave the site broken.
func TestAWarmBuildEqualsAColdOneAfterAnyHistoryOfEdits(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 1))
	start := whole(t)
	tree, memo := maps.Clone(start), new(build.Memo)
	history := []string{}
	broken := 0
	for n := range *edits {
		if broken > 12 {
			tree, broken = maps.Clone(start), 0 // else everything ends up refused
			history = append(history, "all anew")
		}
		history = append(history, change(r, tree, n))
		now := moment.Add(time.Duration(r.IntN(3)) * 24 * time.Hour)
		o := build.Options{Now: now, Theme: templates.FS, Drafts: r.IntN(8) == 0}
		warm, cold := constructAt(t, tree, memo, o), constructAt(t, tree, nil, o)
		if d := differences(warm, cold); d != nil {
			t.Fatalf("seed %d, after %d edits (%s): %s", seed, n+1, strings.Join(history[max(0, len(history)-5):], "; "), strings.Join(d, "\n"))
		}
		if !cold.ok {
			broken++
		}
	}
}

// change makes one random edit and says what it did.
func change(r *rand.Rand, tree fstest.MapFS, n int) string {
	names := slices.Sorted(maps.Keys(tree))
	name := names[r.IntN(len(names))]
	put := func(name, text string) { tree[name] = &fstest.MapFile{Data: []byte(text)} }
	text := string(tree[name].Data)
	switch r.IntN(12) {
	case 0:
		put(name, text+fmt.Sprintf("\nThêm dòng %d.\n", n))
		return "append to " + name
	case 1:
		put(name, strings.Replace(text, "title: ", fmt.Sprintf("title: Bản %d ", n), 1))
		return "retitle " + name
	case 2:
		put(scoresFile, fmt.Sprintf("unit,1.1,1.2,2\nxa-a,%d,9,45\nxa-b,35,8,%d\nxa-c,30,7,31\n", r.IntN(41), r.IntN(51)))
		return "other scores"
	case 3:
		put(siteFile, settings(fmt.Sprintf("notice: Thông báo số %d\noptions: {page_size: %d}\n", n, 1+r.IntN(30))))
		return "other settings"
	case 4:
		put("templates/not-found.html", fmt.Sprintf("{{define \"content\"}}<h1>Không thấy %d</h1>{{end}}", n))
		return "a template"
	case 5:
		delete(tree, name)
		return "delete " + name
	case 6:
		put(strings.Replace(name, ".md", fmt.Sprintf("-%d.md", n), 1), text)
		delete(tree, name)
		return "rename " + name
	case 7:
		put(fmt.Sprintf("content/tin-tuc/%d/%s", 2020+r.IntN(6), filepath.Base(name)), text)
		return "copy " + name
	case 8:
		put(name, text[:r.IntN(len(text)+1)])
		return "half of " + name
	case 9:
		put(newsFile, news(fmt.Sprintf("tags: [thẻ %d, chung]\npublish: 2026-05-0%d\n", n%3, 1+r.IntN(5)), fmt.Sprintf("## Mục %d\n\n[a](co-anh.md#muc)\n", n)))
		return "rewrite the article"
	case 10:
		if units := tree[unitsFile]; units != nil {
			put(unitsFile, strings.Replace(string(units.Data), "Xã Minh hoạ B", fmt.Sprintf("Xã Minh hoạ B%d", n), 1))
		}
		return "rename a unit"
	}
	delete(tree, "templates/not-found.html")
	return "the built-in template"
}
