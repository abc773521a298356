package build_test

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bangvang/internal/build"
	"bangvang/templates"
)

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
		"templates/static/site.css":         "body{color:#222}",
		"content/tin-tuc/2026/anh.png":      onePixel,
		"content/tin-tuc/2026/co-anh.md":    news("tags: [ảnh]\n", "Xem ![ảnh](anh.png), [kế hoạch](/phong-trao/thu/ke-hoach).\n\n## Mục\n\n::ranking{results=\"/phong-trao/thu/ket-qua/2026-xa\" top=2}\n"),
		"content/tin-tuc/2026/co-anh.en.md": "---\ntitle: With a picture\nsummary: y\n---\nSee [the plan](/phong-trao/thu/ke-hoach).\n",
		"content/gioi-thieu/lien-he.en.md":  "---\ntitle: Contact\nsummary: y\n---\nOne\n\nTwo\n",
		"content/gioi-thieu/_index.md":      plain("Giới thiệu"),
		"content/gioi-thieu/chuc-nang.md":   plain("Chức năng"),
		"content/gioi-thieu/lien-he.md":     "---\ntitle: Liên hệ\nsummary: x\naliases: [/lien-he-cu/]\n---\n[Chức năng](chuc-nang)\n",
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

func TestAFileThatWasGoneForAMomentIsReadOnceItIsBack(t *testing.T) {
	dir, memo := os.DirFS(lay(t, whole(t))), new(build.Memo)
	o := build.Options{Now: moment, Theme: templates.FS, Look: build.Look{Clock: time.Now().Add(time.Minute)}}
	documents := func(tree fs.FS) int {
		result, err := build.Build(tree, o, memo, build.Discard)
		if err != nil {
			t.Fatal(err)
		}
		return result.Documents
	}
	if without, all := documents(vanishing{dir, newsFile}), documents(dir); all != without+1 {
		t.Errorf("%d documents without one of them, %d when it is back", without, all)
	}
}

// What is said of a day to come is told until it comes, by a memo that has seen it too.
func TestAStatementOfADayToComeIsToldUntilThatDay(t *testing.T) {
	tree := with(load(t, "testdata/correction/in"), map[string]string{
		"content/tin-tuc/bai.md": "---\ntitle: Bài thử\nsummary: Tóm tắt\nauthor: A\nsource: B\ndate: 2026-01-02\n" +
			"updated: " + moment.AddDate(0, 0, 3).Format(time.DateOnly) + "\n" +
			"approved: {by: Lê Thị Mẫu, date: " + moment.AddDate(0, 0, 3).Format(time.DateOnly) + "}\n---\nChữ.\n",
	})
	memo := new(build.Memo)
	for _, days := range []int{0, 2, 4} {
		told := days < 3
		o := build.Options{Now: moment.AddDate(0, 0, days), Theme: templates.FS}
		warm, cold := constructAt(t, tree, memo, o), constructAt(t, tree, nil, o)
		if got := strings.Count(findings(cold.findings), "[future-statement]"); (got == 2) != told || (got == 0) == told {
			t.Errorf("after %d days %d are told", days, got)
		}
		if diff := differences(warm, cold); diff != nil {
			t.Errorf("after %d days the memo says otherwise: %v", days, diff)
		}
	}
}
