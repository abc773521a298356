package publish

import (
	"cmp"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// A tree is what stands in a folder, by path; "." is the folder itself.
type tree struct {
	dirs   map[string]int64 // time of the last change of its entries, in nanoseconds; 0: not to be relied on
	files  map[string]mark  // everything that is no folder: files, symlinks, sockets
	mounts bool             // another file system is mounted somewhere in it
}

// A mark is what the disk says of a file of ours without reading it. The zero mark matches nothing; files that
// are not ours have it.
type mark struct{ size, mtime int64 }

func (m mark) known() bool { return m.mtime != 0 }

func markOf(info fs.FileInfo) mark { return mark{info.Size(), info.ModTime().UnixNano()} }

func newTree() *tree { return &tree{dirs: map[string]int64{}, files: map[string]mark{}} }

// settled reports whether a time of change is old enough, seen from now, that a later change must carry another
// time. Clocks of file systems tick every 1–10 ms; where times are whole seconds, every one or two seconds.
func settled(mtime, now int64) bool {
	tick := int64(50e6)
	if mtime%1e9 == 0 {
		tick = 2500e6
	}
	return mtime < now-tick
}

// A scanner looks at a folder with what is known of it.
type scanner struct {
	disk  Disk
	root  string
	known *tree
	now   int64 // the file system's clock when the scan was about to begin

	device uint64
}

// scan returns what stands in the folder. Folders whose time of change is as known are taken as known, the
// others are read. A folder that does not exist is an empty tree.
func (s scanner) scan() (*tree, error) {
	t := newTree()
	root, err := s.disk.Lstat(s.root)
	if missing(err) {
		return t, nil
	}
	if err != nil {
		return nil, fault(reading, s.root, err)
	}
	s.device = device(root)
	todo, err := s.changed(t)
	if err != nil {
		return nil, err
	}
	for name, m := range s.known.files {
		if _, ok := t.dirs[path.Dir(name)]; ok {
			t.files[name] = m
		}
	}
	for len(todo) > 0 {
		if todo, err = s.read(t, todo); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// changed puts the known folders that are unchanged into t and returns the others that exist.
func (s scanner) changed(t *tree) ([]string, error) {
	names := append(make([]string, 0, len(s.known.dirs)+1), ".")
	for name := range s.known.dirs {
		if name != "." {
			names = append(names, name)
		}
	}
	var mu sync.Mutex
	var todo []string
	err := parallel(len(names), func(i int) error {
		info, err := s.disk.Lstat(at(s.root, names[i]))
		if missing(err) {
			return nil
		}
		if err != nil {
			return fault(reading, at(s.root, names[i]), err)
		}
		mu.Lock()
		defer mu.Unlock()
		switch m := info.ModTime().UnixNano(); {
		case !info.IsDir():
		case dirTimesTell && s.known.dirs[names[i]] == m:
			t.dirs[names[i]] = m
			t.mounts = t.mounts || device(info) != s.device
		default:
			todo = append(todo, names[i])
		}
		return nil
	})
	return todo, err
}

// read puts the entries of some folders into t and returns the folders among them that were not known.
func (s scanner) read(t *tree, dirs []string) ([]string, error) {
	var mu sync.Mutex
	var more []string
	err := parallel(len(dirs), func(i int) error {
		info, entries, err := s.entries(dirs[i])
		if missing(err) {
			return nil // removed meanwhile
		}
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		t.mounts = t.mounts || device(info) != s.device
		t.dirs[dirs[i]] = 0
		if m := info.ModTime().UnixNano(); settled(m, s.now) {
			t.dirs[dirs[i]] = m
		}
		more = append(more, s.sort(t, dirs[i], entries)...)
		return nil
	})
	return more, err
}

// entries reads a folder; its time is taken first, so that a change meanwhile shows at the next scan.
func (s scanner) entries(dir string) (fs.FileInfo, []fs.DirEntry, error) {
	full := at(s.root, dir)
	info, err := s.disk.Lstat(full)
	if err != nil {
		return nil, nil, fault(reading, full, err)
	}
	entries, err := s.disk.ReadDir(full)
	if err != nil {
		return nil, nil, fault(reading, full, err)
	}
	return info, entries, nil
}

// sort puts the files among the entries into t and returns the folders that were not known.
func (s scanner) sort(t *tree, dir string, entries []fs.DirEntry) (more []string) {
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch _, known := s.known.dirs[name]; {
		case reserved(name):
		case !e.IsDir():
			t.files[name] = mark{} // it may be another than the one known
		case !known:
			more = append(more, name)
		}
	}
	return more
}

// reserved reports whether a path is, or lies in, one of the two names in the folder that are our own.
func reserved(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return first == listName || first == insideName
}

// above calls do for every folder that path lies in, the nearest first, without ".", until do says to stop.
func above(name string, do func(dir string) (more bool)) {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if !do(dir) {
			return
		}
	}
}

// foldersOf adds to dirs every folder that one of the paths lies in.
func foldersOf[V any](paths map[string]V, dirs map[string]bool) {
	for name := range paths {
		above(name, func(dir string) bool {
			known := dirs[dir]
			dirs[dir] = true
			return !known
		})
	}
}

// deepest orders folders so that one comes before the folder it lies in.
func deepest(a, b string) int {
	return cmp.Or(cmp.Compare(strings.Count(b, "/"), strings.Count(a, "/")), cmp.Compare(a, b))
}

// parallel calls do for 0 … n-1 on several cores and returns the first error.
func parallel(n int, do func(i int) error) error {
	var next atomic.Int64
	var g errgroup.Group
	for range min(runtime.GOMAXPROCS(0), 8, n) {
		g.Go(func() error {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}
