package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// deadline is how long a test waits for what must come; it is only used up by a fault.
const deadline = 20 * time.Second

// site is a watched folder with content/ and templates/ (templates/ does not exist at first).
type site struct {
	*testing.T
	dir    string
	events <-chan Event
}

func watched(t *testing.T, o Options) *site {
	t.Helper()
	s := &site{T: t, dir: t.TempDir()}
	s.write("content/tin/bai.md", "cũ")
	s.events = s.watch(o)
	return s
}

func (s *site) watch(o Options) <-chan Event {
	s.Helper()
	ctx, stop := context.WithCancel(context.Background())
	events, err := Watch(ctx, []string{s.path("content"), s.path("templates")}, o)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() {
		stop()
		for range events { // so that no watcher outlives its folder
		}
	})
	return events
}

func (s *site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *site) do(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *site) write(name, text string) {
	s.Helper()
	s.do(os.MkdirAll(filepath.Dir(s.path(name)), 0o777))
	s.do(os.WriteFile(s.path(name), []byte(text), 0o666))
}

func (s *site) rename(from, to string) { s.Helper(); s.do(os.Rename(s.path(from), s.path(to))) }

// next returns the next event, or fails.
func (s *site) next() Event {
	s.Helper()
	select {
	case e, ok := <-s.events:
		if !ok {
			s.Fatal("the channel was closed")
		}
		return e
	case <-time.After(deadline):
		s.Fatal("no event came")
	}
	return Event{}
}

// until collects events until all folders have rung (an event with All rings them all).
func (s *site) until(folders ...string) (seen []Event) {
	s.Helper()
	missing := map[string]bool{}
	for _, f := range folders {
		missing[s.path(f)] = true
	}
	for len(missing) > 0 {
		e := s.next()
		seen = append(seen, e)
		if e.All {
			return seen
		}
		for _, f := range e.Folders {
			delete(missing, f)
		}
	}
	return seen
}

// modes runs a test with the system's events and by polling: what must ring is the same.
func modes(t *testing.T, test func(t *testing.T, o Options)) {
	t.Run("by events", func(t *testing.T) { test(t, Options{Rescan: time.Hour}) })
	t.Run("by polling", func(t *testing.T) { test(t, Options{Poll: true, PollEvery: 2 * time.Millisecond}) })
}

func TestWhatEditorsAndToolsDoRings(t *testing.T) {
	recipes := []struct {
		name  string
		steps func(s *site)
		rings []string
	}{
		{"a plain save", func(s *site) { s.write("content/tin/bai.md", "mới") }, []string{"content/tin"}},
		{"vim: probe, backup by rename, new file, backup removed", func(s *site) {
			s.write("content/tin/4913", "")
			s.do(os.Remove(s.path("content/tin/4913")))
			s.rename("content/tin/bai.md", "content/tin/bai.md~")
			s.write("content/tin/bai.md", "mới hơn")
			s.do(os.Remove(s.path("content/tin/bai.md~")))
		}, []string{"content/tin"}},
		{"VS Code and others: a temporary file renamed over", func(s *site) {
			s.write("content/tin/.bai.md.tmp", "mới hơn")
			s.rename("content/tin/.bai.md.tmp", "content/tin/bai.md")
		}, []string{"content/tin"}},
		{"VS Code: cut to nothing and written in place", func(s *site) {
			f, err := os.OpenFile(s.path("content/tin/bai.md"), os.O_WRONLY|os.O_TRUNC, 0)
			s.do(err)
			_, err = f.WriteString("mới hơn")
			s.do(err)
			s.do(f.Close())
		}, []string{"content/tin"}},
		{"Excel: a temporary name, then renamed", func(s *site) {
			s.write("content/~$diem.xlsx", "khoá")
			s.write("content/A1B2C300", "bảng")
			s.rename("content/A1B2C300", "content/diem.xlsx")
		}, []string{"content"}},
		{"a removed file", func(s *site) { s.do(os.Remove(s.path("content/tin/bai.md"))) }, []string{"content/tin"}},
		{"folders within folders, made at once and filled", func(s *site) {
			s.write("content/a/b/c/d/bai.md", "x")
		}, []string{"content", "content/a", "content/a/b", "content/a/b/c", "content/a/b/c/d"}},
		{"a folder renamed, then a file written in it", func(s *site) {
			s.rename("content/tin", "content/tin-tuc")
			s.until("content", "content/tin-tuc")
			s.write("content/tin-tuc/bai.md", "sau khi đổi tên")
		}, []string{"content/tin-tuc"}},
		{"two folders that change places, then a file in each", func(s *site) {
			s.write("content/khac/bai.md", "x")
			s.until("content/khac")
			s.rename("content/tin", "content/cho")
			s.rename("content/khac", "content/tin")
			s.rename("content/cho", "content/khac")
			s.until("content/tin", "content/khac")
			s.write("content/tin/bai.md", "một hai ba")
			s.write("content/khac/bai.md", "bốn năm sáu")
		}, []string{"content/tin", "content/khac"}},
		{"a folder moved in from outside with what it holds", func(s *site) {
			s.write("ngoai/sau/bai.md", "x")
			s.rename("ngoai", "content/ngoai")
		}, []string{"content", "content/ngoai", "content/ngoai/sau"}},
		{"a folder moved out", func(s *site) { s.rename("content/tin", "tin") }, []string{"content"}},
		{"a root that comes later", func(s *site) {
			s.write("templates/home.html", "x")
			s.until("templates")
			s.write("templates/home.html", "khác hẳn")
		}, []string{"templates"}},
		{"a root removed and made again, then a file in it", func(s *site) {
			s.do(os.RemoveAll(s.path("content")))
			s.next()
			s.write("content/tin/bai.md", "trở lại")
			s.until("content/tin")
			s.write("content/tin/bai.md", "trở lại lần nữa")
		}, []string{"content/tin"}},
		{"a root renamed away and back, then a file in it", func(s *site) {
			s.rename("content", "cat-di")
			s.next()
			s.rename("cat-di", "content")
			s.until("content", "content/tin")
			s.write("content/tin/bai.md", "sau khi trở lại")
		}, []string{"content/tin"}},
	}
	modes(t, func(t *testing.T, o Options) {
		for _, r := range recipes {
			t.Run(r.name, func(t *testing.T) {
				s := watched(t, o)
				s.T = t
				r.steps(s)
				s.until(r.rings...)
			})
		}
	})
}

func TestACheckoutOfAThousandFilesIsFewEvents(t *testing.T) {
	modes(t, func(t *testing.T, o Options) {
		o.Quiet, o.Longest = 50*time.Millisecond, 2*time.Second
		s := watched(t, o)
		var folders []string
		for i := range 1000 {
			folder := fmt.Sprintf("content/nam-%d", i/100)
			s.write(fmt.Sprintf("%s/bai-%d.md", folder, i), "nội dung")
			folders = append(folders, folder)
		}
		if n := len(s.until(slices.Compact(folders)...)); n > 10 {
			t.Errorf("1.000 files rang %d times, want a handful", n)
		}
	})
}

func TestEditorsOwnFilesRingNothing(t *testing.T) {
	modes(t, func(t *testing.T, o Options) {
		s := watched(t, o)
		for _, name := range []string{".bai.md.swp", "bai.md~", "~$bang.xlsx", "4913", ".DS_Store", "#bai.md#", ".git/index"} {
			s.write("content/tin/"+name, "x")
		}
		s.write("content/sau.md", "hàng rào") // whatever the files above rang would have come before this
		for _, e := range s.until("content") {
			if slices.Contains(e.Folders, s.path("content/tin")) {
				t.Errorf("content/tin rang: %+v", e)
			}
		}
	})
}

func TestWhatLiesBesideTheRootsRingsNothing(t *testing.T) {
	s := watched(t, Options{Rescan: time.Hour})
	s.write("public/index.html", "x")
	s.write("content/sau.md", "hàng rào")
	if e := s.next(); !slices.Equal(e.Folders, []string{s.path("content")}) {
		t.Errorf("rang %q, want content alone", e.Folders)
	}
}

func TestASingleFileCanBeARoot(t *testing.T) {
	modes(t, func(t *testing.T, o Options) {
		s := &site{T: t, dir: t.TempDir()}
		s.write("site.yaml", "title: cũ")
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		var err error
		s.events, err = Watch(ctx, []string{s.path("site.yaml")}, o)
		s.do(err)
		s.write("site.yaml", "title: mới hơn")
		if e := s.next(); e.First != s.path("site.yaml") {
			t.Errorf("first = %q", e.First)
		}
	})
}

func TestAnEventThatIsNotTakenTakesInWhatFollows(t *testing.T) {
	s := watched(t, Options{Rescan: time.Hour, Quiet: time.Millisecond})
	s.write("content/tin/bai.md", "một")
	s.write("content/a/bai.md", "hai")
	s.until("content", "content/a", "content/tin")
}

func TestASaveThatNeverEndsStillRings(t *testing.T) {
	s := watched(t, Options{Rescan: time.Hour, Quiet: time.Hour, Longest: 20 * time.Millisecond})
	for i := range 1 << 20 {
		s.write("content/tin/bai.md", strings.Repeat("x", i%7))
		select {
		case <-s.events:
			return
		default:
		}
	}
	t.Fatal("a million saves rang nothing")
}

func TestTheSlowNetFindsWhatRangNowhere(t *testing.T) {
	s := &site{T: t, dir: t.TempDir()}
	s.write("content/tin/bai.md", "cũ")
	w, err := open([]string{s.path("content")}, Options{Rescan: time.Millisecond})
	s.do(err)
	for _, path := range w.system.WatchList() {
		s.do(w.system.Remove(path)) // a file system that tells nothing
	}
	ctx, stop := context.WithCancel(context.Background())
	events := make(chan Event)
	s.events = events
	s.write("content/tin/bai.md", "không ai báo")
	go w.run(ctx, events)
	if e := s.until("content/tin"); !e[len(e)-1].Rescan {
		t.Errorf("%+v does not say that the net found it", e)
	}
	stop()
	for range events {
	}
}

func TestTheNetLearnsThatTheWholeSiteWasReplaced(t *testing.T) {
	s := &site{T: t, dir: filepath.Join(t.TempDir(), "site")}
	s.write("content/tin/bai.md", "cũ")
	s.events = s.watch(Options{Rescan: 5 * time.Millisecond})
	s.do(os.Rename(s.dir, s.dir+"-cu"))
	s.write("content/tin/bai.md", "một nơi khác hẳn")
	s.until("content/tin")
	s.write("content/tin/them.md", "và thêm một tệp")
	s.until("content/tin")
}

func TestChannelClosesWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	events, err := Watch(ctx, []string{t.TempDir()}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	stop()
	select {
	case _, open := <-events:
		if open {
			t.Error("an event without a change")
		}
	case <-time.After(deadline):
		t.Error("the channel stays open")
	}
}

func TestIgnoredNames(t *testing.T) {
	for name, want := range map[string]bool{
		".bai.md.swp": true, "bai.md~": true, "~$bang.xlsx": true, "4913": true, ".DS_Store": true, "#bai#": true,
		"Thumbs.db": true, "": true,
		"bai.md": false, "49135": false, "#": false, "bảng điểm.xlsx": false, "a~b.md": false, "_index.md": false,
	} {
		if Ignored(name) != want {
			t.Errorf("Ignored(%q) = %v", name, !want)
		}
	}
}
