package build_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/cache"
	"bangvang/internal/publish"
	"bangvang/templates"
)

var (
	edits  = flag.Int("edits", 150, "how many random edits the warm builds go through")
	pages  = flag.Int("pages", 0, "how many articles the site of the warm builds has beside the others")
	seeded = flag.Uint64("seed", 0, "what the random edits begin with; 0 is another each time")
)

// Invariant 2: after any history of edits, what stands in public after a warm build in place, and what it found, equals a
// build from nothing. The memo, and what publishing knows, go through all edits, half of which leave the site broken.
func TestAWarmBuildEqualsAColdOneAfterAnyHistoryOfEdits(t *testing.T) {
	seed := *seeded
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	start := whole(t)
	if *pages > 0 {
		start = with(start, nil)
		for name, file := range large(*pages) {
			if start[name] == nil {
				start[name] = file
			}
		}
	}
	h := newHistory(t, start, rand.New(rand.NewPCG(seed, 1)))
	if testing.Short() {
		*edits = min(*edits, 50)
	}
	for n := range *edits {
		if h.step(n); t.Failed() {
			t.Fatalf("seed %d, after %d edits: %s", seed, n+1, strings.Join(h.told[max(0, len(h.told)-5):], "; "))
		}
	}
}

// A history is a site on the disk that is edited, and its portal beside it, published in place.
type history struct {
	*testing.T
	r      *rand.Rand
	start  fstest.MapFS
	tree   fstest.MapFS // what stands on the disk
	site   string
	root   *os.Root
	rang   []string // folders in which something has changed since the last warm build
	memo   *build.Memo
	shown  *build.Memo // of a preview
	known  *publish.Known
	public string
	built  string // the portal of processes that come and go
	now    time.Time
	broken int
	told   []string
}

func newHistory(t *testing.T, start fstest.MapFS, r *rand.Rand) *history {
	site := lay(t, start)
	root, err := os.OpenRoot(site)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return &history{
		T: t, r: r, start: start, tree: maps.Clone(start), site: site, root: root,
		memo: new(build.Memo), shown: new(build.Memo), known: new(publish.Known), now: moment, public: filepath.Join(t.TempDir(), "public"), built: filepath.Join(t.TempDir(), "public"),
	}
}

// step makes one edit, and compares.
func (h *history) step(n int) {
	after := maps.Clone(h.tree)
	switch {
	case h.broken > 12: // else everything ends up refused
		after, h.broken = maps.Clone(h.start), 0
		h.told = append(h.told, "all anew")
	case h.r.IntN(40) == 0:
		h.memo, h.known = new(build.Memo), new(publish.Known)
		h.told = append(h.told, "another process")
	default:
		h.told = append(h.told, change(h.r, after, n))
	}
	h.save(after)
	if h.now = h.now.Add(time.Duration(h.r.IntN(9)) * time.Hour); h.r.IntN(20) == 0 {
		h.now = moment
	}
	o := build.Options{Now: h.now, Theme: templates.FS, Drafts: n/16%4 == 3}
	cold := constructAt(h, h.tree, nil, o)
	if !cold.ok {
		h.broken++
	}
	h.preview(cold, o)
	for range 1 + h.r.IntN(2) {
		h.process(cold, o)
	}
	h.giveUp(o)
	o.Look, o.LateSearch = h.look(), true
	h.compare(cold, h.publish(o), false)
	if h.r.IntN(3) > 0 || !cold.ok {
		return
	}
	h.meddle(h.public)
	h.known.Doubt()
	o.Look, o.LateSearch = build.Look{Folders: []string{}, Clock: time.Now()}, false
	h.compare(cold, h.publish(o), true)
}

// save brings the disk from one tree to another and notes which folders ring for it.
func (h *history) save(after fstest.MapFS) {
	ring := func(name string) {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) { // a folder's coming rings in the one above
			if h.rang = append(h.rang, dir); dir == "content" || dir == "templates" {
				break
			}
		}
	}
	for name := range h.tree {
		if after[name] == nil {
			h.must(os.Remove(filepath.Join(h.site, name)))
			for dir := path.Dir(name); os.Remove(filepath.Join(h.site, dir)) == nil; dir = path.Dir(dir) {
			}
			ring(name)
		}
	}
	for name, file := range after {
		if was := h.tree[name]; was != nil && bytes.Equal(was.Data, file.Data) {
			continue
		}
		at := filepath.Join(h.site, name)
		h.must(os.MkdirAll(filepath.Dir(at), 0o755))
		if h.r.IntN(2) == 0 {
			h.must(os.WriteFile(at, file.Data, 0o644))
		} else {
			h.must(os.WriteFile(at+"~", file.Data, 0o644))
			h.must(os.Rename(at+"~", at))
		}
		ring(name)
	}
	h.tree = after
}

func (h *history) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

// look is what a watcher would say; now and then it asks to look at everything.
func (h *history) look() build.Look {
	look := build.Look{Folders: append([]string{}, h.rang...), Clock: time.Now().Add(time.Duration(h.r.IntN(2)) * time.Minute)}
	if h.r.IntN(10) == 0 {
		look.Folders = nil
	}
	h.rang = nil
	return look
}

// publish builds in place, or leaves public as it is where there are errors.
func (h *history) publish(o build.Options) *build.Result {
	h.Helper()
	update, err := publish.Begin(h.Context(), h.public, publish.Options{InPlace: true, Known: h.known})
	h.must(err)
	result, err := build.Build(h.root.FS(), o, h.memo, update)
	h.must(err)
	if !result.OK() {
		h.must(update.Discard())
		return result
	}
	_, found, err := update.Commit()
	h.must(err)
	if len(found) > 0 {
		h.Errorf("publishing found %v", found)
	}
	return result
}

// giveUp begins what is done when it is quiet, and leaves it, as nothing is quiet.
func (h *history) giveUp(o build.Options) {
	h.Helper()
	if h.r.IntN(2) > 0 {
		return
	}
	before, stands := *h.known, h.memo.Delivered()
	h.known.Doubt()
	ctx, cancel := context.WithCancel(h.Context())
	defer cancel()
	update, err := publish.Begin(ctx, h.public, publish.Options{InPlace: true, Known: h.known})
	h.must(err)
	o.Look, o.Context = build.Look{Folders: []string{}, Clock: time.Now()}, ctx
	out := &interrupted{Update: update, cancel: cancel}
	out.left.Store(int64(h.r.IntN(200)))
	result, err := build.Build(h.root.FS(), o, h.memo, out)
	if err != nil && !errors.Is(err, context.Canceled) {
		h.Fatal(err)
	}
	if cancel(); err == nil && result.OK() {
		if _, _, err := update.Commit(); !errors.Is(err, context.Canceled) {
			h.Fatalf("what is no longer wanted was published: %v", err)
		}
	} else {
		h.must(update.Discard())
	}
	*h.known = before
	stands()
}

// An interrupted update is no longer wanted after a number of files.
type interrupted struct {
	*publish.Update
	left   atomic.Int64
	cancel func()
}

func (i *interrupted) Keep(path string, size int64, sum [sha256.Size]byte) (bool, error) {
	if i.left.Add(-1) == 0 {
		i.cancel()
	}
	return i.Update.Keep(path, size, sum)
}

// process compares with a cold build what a new process makes, which knows no more than the cache on the disk. Now and then
// the cache is damaged, or a file of the portal.
func (h *history) process(cold made, o build.Options) {
	h.Helper()
	o.Look.Clock = time.Now()
	store := cache.Open(filepath.Join(h.built, "..", "cache"), "test", o.Look.Clock)
	defer store.Close()
	update, err := publish.Begin(h.Context(), h.built, publish.Options{})
	h.must(err)
	result, err := build.BuildStored(h.root.FS(), o, store, h.r.IntN(8) == 0, update)
	h.must(err)
	if !result.OK() {
		h.must(update.Discard())
		h.compare(cold, result, true)
		return
	}
	_, found, err := update.Commit()
	h.must(err)
	if len(found) > 0 {
		h.Errorf("publishing found %v", found)
	}
	h.compareWith(h.built, cold, result, true)
	if h.r.IntN(10) == 0 {
		h.meddle(h.built)
	}
	if kept, _ := filepath.Glob(filepath.Join(h.built, "..", "cache", "*", "*")); len(kept) > 0 && h.r.IntN(10) == 0 {
		h.must(os.Truncate(kept[0], int64(h.r.IntN(2000))))
	}
}

// preview compares what a browser would see with a cold build.
func (h *history) preview(cold made, o build.Options) {
	h.Helper()
	o.LateSearch = true
	plan, err := build.Plan(h.tree, o, h.shown)
	h.must(err)
	result, err := plan.Draw(build.Discard)
	h.must(err)
	h.compare(made{files: cold.files, findings: cold.findings, next: cold.next}, result, false)
	if plan.Undrawn() > 0 && result.OK() {
		h.Errorf("%d pages would be drawn again", plan.Undrawn())
	}
	if !cold.ok {
		return
	}
	for name, want := range cold.files {
		if got, ok := plan.Open(name); !ok || !bytes.Equal(got, want) {
			h.Errorf("the preview shows another %s (%v)", name, ok)
		}
	}
	if _, ok := plan.Open("khong/co.html"); ok {
		h.Error("the preview shows what is not there")
	}
}

// meddle does to a file of the portal what only others do.
func (h *history) meddle(public string) {
	names := slices.Sorted(maps.Keys(h.standing(public)))
	at := filepath.Join(public, names[h.r.IntN(len(names))])
	switch h.r.IntN(3) {
	case 0:
		h.must(os.Remove(at))
	case 1:
		h.must(os.WriteFile(at, []byte("of others"), 0o644))
	}
}

// standing is what stands in a portal's folder, without the list.
func (h *history) standing(public string) map[string][]byte {
	out := map[string][]byte{}
	h.must(fs.WalkDir(os.DirFS(public), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ".bangvang" {
			return err
		}
		out[name], err = os.ReadFile(filepath.Join(public, name))
		return err
	}))
	return out
}

// compare compares what a warm build came to with a cold one; before it is quiet the search may lag behind.
func (h *history) compare(cold made, warm *build.Result, quiet bool) {
	h.Helper()
	h.compareWith(h.public, cold, warm, quiet)
}

func (h *history) compareWith(public string, cold made, warm *build.Result, quiet bool) {
	h.Helper()
	got := made{files: cold.files, findings: warm.Findings, next: warm.Next}
	if cold.ok && warm.OK() {
		got.files = h.standing(public)
		if !quiet {
			lagging := func(name string, _ []byte) bool {
				return path.Base(path.Dir(name)) == "tim-kiem" && path.Ext(name) != ".html"
			}
			cold.files = maps.Clone(cold.files)
			maps.DeleteFunc(cold.files, lagging)
			maps.DeleteFunc(got.files, lagging)
		}
	}
	if d := differences(got, cold); d != nil {
		h.Errorf("warm and cold, quiet %v: %s", quiet, strings.Join(d, "\n"))
	}
}

// change makes one random edit and says what it did.
func change(r *rand.Rand, tree fstest.MapFS, n int) string {
	names := slices.Sorted(maps.Keys(tree))
	name := names[r.IntN(len(names))]
	put := func(name, text string) { tree[name] = &fstest.MapFile{Data: []byte(text)} }
	text := string(tree[name].Data)
	switch r.IntN(16) {
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
	case 11:
		to := fmt.Sprintf("content/tin-tuc/dời-%d/", n)
		for _, below := range names {
			if rest, is := strings.CutPrefix(below, path.Dir(newsFile)+"/"); is {
				tree[to+rest] = tree[below]
				delete(tree, below)
			}
		}
		return "move a folder"
	case 12:
		if cut := strings.LastIndex(text, "\n\n"); cut > 0 {
			put(name, text[:cut]+fmt.Sprintf("\n\nChèn đoạn %d.", n)+text[cut:])
		}
		return "a paragraph in the middle of " + name
	case 13, 14:
		name := "content/tin-tuc/2026/co-anh.md" // it has links, a picture and a directive
		if file := tree[name]; file != nil {
			put(name, strings.Replace(string(file.Data), "---\nXem ", fmt.Sprintf("---\nChèn %d.\n\nXem ", n), 1))
			if n%3 == 0 {
				put(name, strings.Replace(string(file.Data), "Xem ", "Xem lại ", 1))
			}
		}
		return "another text before links"
	}
	delete(tree, "templates/not-found.html")
	return "the built-in template"
}
