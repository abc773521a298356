package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"time"

	"bangvang/internal/cache"
	"bangvang/internal/diag"
)

// A Stock is an Out that knows what it has been given.
type Stock interface {
	Keeper
	// Sums tells size and SHA-256 of every file given so far.
	Sums(tell func(path string, size int64, sum [sha256.Size]byte))
}

// A Sum names a file's bytes.
type Sum struct {
	Size int64
	Hash [sha256.Size]byte
}

// A Stale error says that a cache was wrong, which a build found that was asked to verify it, or that had taken a part of
// the last portal for its own.
type Stale struct {
	What string // the file of the portal, or "findings"
	Kept bool   // the file was kept from the last build as its sources looked the same, and then came out otherwise
}

// Error says it in English, for logs.
func (s *Stale) Error() string { return "the cache differs from a build from nothing: " + s.What }

// BuildStored is [Build] for a process that comes after others: where every file that the last build read is as it was, and
// out holds the files that it made, nothing is read. Else all is built, and remembered; what was drawn once is not drawn
// again. With verify all is built and drawn in any case, and what the cache says is compared with it.
func BuildStored(tree fs.FS, o Options, store *cache.Cache, verify bool, out Stock) (*Result, error) {
	if store == nil {
		return Build(tree, o, nil, out)
	}
	key := cache.KeyOf("portal", o.BaseURL, strconv.FormatBool(o.Drafts), fmt.Sprint(o.Revision))
	last := make(chan *stored, 1)
	go func() { last <- recallPortal(store, key) }()
	seen, err := walk(tree, o.Look.Clock)
	if err != nil {
		return nil, err
	}
	sources, err := seen.stored()
	if err != nil {
		return nil, err
	}
	known := <-last
	if !known.fits(tree, sources, o.Now) {
		known = nil
	}
	if o.Drawings = store; verify {
		o.Drawings = nil
	}
	if known != nil && !verify {
		given := &resumed{Stock: out, kept: map[string]Sum{}}
		if all, err := given.keepAll(known.Files); all || err != nil {
			return known.result(), err
		}
		out = given
	}
	o.Look.walked = seen
	result, err := Build(tree, o, nil, out)
	if err != nil || !result.OK() {
		return result, err
	}
	now := storedOf(result, o.Now, sources, out)
	if known != nil && verify {
		return result, known.differs(now)
	}
	if now.holds(tree) {
		store.Aside(func() { now.keep(store, key) })
	}
	return result, nil
}

// A stored is a whole build, by the files it was made of, as it is written to the disk.
type stored struct {
	From, Next       time.Time // the moments between which it holds
	Sources          map[string]storedFile
	Findings         []diag.Finding
	Pages, Documents int
	Files            map[string]Sum
}

// A storedFile is a source by its stamp; where that was too young to tell of a change, by its bytes too.
type storedFile struct {
	Size, Modified, Changed int64
	Inode                   uint64
	Settled                 bool
	Hash                    []byte
}

func (w storedFile) stamp() stamp {
	return stamp{size: w.Size, modified: w.Modified, changed: w.Changed, inode: w.Inode, settled: w.Settled}
}

// storedOf is a build of some sources at a moment, as it is written to the disk.
func storedOf(r *Result, from time.Time, sources map[string]storedFile, out Stock) *stored {
	s := &stored{
		From: from, Next: r.Next, Findings: r.Findings, Pages: r.Pages, Documents: r.Documents,
		Sources: sources, Files: map[string]Sum{},
	}
	out.Sums(func(path string, size int64, sum [sha256.Size]byte) { s.Files[path] = Sum{size, sum} })
	return s
}

// stored returns the files that were seen by their stamps, nil where the tree holds what has none: links and the like.
func (l *looker) stored() (map[string]storedFile, error) {
	files := map[string]storedFile{}
	for _, f := range l.after {
		if len(f.findings) > 0 {
			return nil, nil
		}
		for _, file := range f.files {
			s := file.stamp
			w := storedFile{Size: s.size, Modified: s.modified, Changed: s.changed, Inode: s.inode, Settled: s.settled}
			if s == (stamp{}) {
				return nil, nil
			}
			if !s.settled {
				if err := w.read(l.tree, file.real); err != nil {
					return nil, err
				}
			}
			files[file.real] = w
		}
	}
	return files, nil
}

// holds reports whether a build read what its sources tell. A stamp was there before the file was read, and a later change has
// another one; the bytes of a file too young for that are looked at again.
func (s *stored) holds(tree fs.FS) bool {
	for name, file := range s.Sources {
		if !file.Settled && !file.is(tree, name, file) {
			return false
		}
	}
	return true
}

// read takes in the sum of the file.
func (w *storedFile) read(tree fs.FS, name string) error {
	data, err := fs.ReadFile(tree, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	w.Hash = sum[:]
	return nil
}

// recallPortal returns the build that is remembered under the key, nil if there is none.
func recallPortal(store *cache.Cache, key cache.Key) *stored {
	data, ok := store.Get(key)
	s := new(stored)
	if !ok || gob.NewDecoder(bytes.NewReader(data)).Decode(s) != nil {
		return nil
	}
	return s
}

// fits reports whether a build would come to the same with other sources at another moment.
func (s *stored) fits(tree fs.FS, now map[string]storedFile, at time.Time) bool {
	if s == nil || now == nil || len(s.Sources) != len(now) || at.Before(s.From) || !s.Next.IsZero() && !at.Before(s.Next) {
		return false
	}
	for name, file := range now {
		if was, known := s.Sources[name]; !known || !was.is(tree, name, file) {
			return false
		}
	}
	return true
}

// is reports whether a file holds what it held.
func (w storedFile) is(tree fs.FS, name string, now storedFile) bool {
	if w.Settled {
		return now.Settled && now.stamp() == w.stamp()
	}
	return now.read(tree, name) == nil && bytes.Equal(now.Hash, w.Hash)
}

// keep writes a build to the disk.
func (s *stored) keep(store *cache.Cache, key cache.Key) {
	var written bytes.Buffer
	if s.Sources != nil && gob.NewEncoder(&written).Encode(s) == nil {
		store.Put(key, written.Bytes())
	}
}

func (s *stored) result() *Result {
	return &Result{Findings: s.Findings, Next: s.Next, Pages: s.Pages, Files: len(s.Files), Documents: s.Documents}
}

// differs returns an error that names what a build from nothing came to instead.
func (s *stored) differs(now *stored) error {
	for _, files := range []map[string]Sum{now.Files, s.Files} {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if was, is := s.Files[name], now.Files[name]; was != is {
				return &Stale{What: name}
			}
		}
	}
	if !s.Next.Equal(now.Next) || !slices.EqualFunc(s.Findings, now.Findings, sameFinding) {
		return &Stale{What: "findings"}
	}
	return nil
}

func sameFinding(a, b diag.Finding) bool {
	x, y := a.Args, b.Args
	a.Args, b.Args = nil, nil
	return reflect.DeepEqual(a, b) && maps.Equal(x, y)
}

// resumed is an Out of which a part was kept before it turned out that the rest has to be built.
type resumed struct {
	Stock
	kept map[string]Sum
}

// keepAll keeps files until one is not there.
func (r *resumed) keepAll(files map[string]Sum) (bool, error) {
	names := slices.Collect(maps.Keys(files))
	there := make([]bool, len(names))
	err := parallel(len(names), func(i int) (err error) {
		f := files[names[i]]
		there[i], err = r.Stock.Keep(names[i], f.Size, f.Hash)
		return err
	})
	for i, name := range names {
		if there[i] {
			r.kept[name] = files[name]
		}
	}
	return len(r.kept) == len(files), err
}

// Put passes over what is kept: the same sources give the same bytes. Where they don't, a source was saved after the look at
// all of them, or the cache is wrong: then files of two portals would stand side by side.
func (r *resumed) Put(path string, data []byte) error {
	if kept, ok := r.kept[path]; ok {
		return kept.is(path, Sum{int64(len(data)), sha256.Sum256(data)})
	}
	return r.Stock.Put(path, data)
}

// Keep is Put for what is known by its sum.
func (r *resumed) Keep(path string, size int64, sum [sha256.Size]byte) (bool, error) {
	if kept, ok := r.kept[path]; ok {
		return true, kept.is(path, Sum{size, sum})
	}
	return r.Stock.Keep(path, size, sum)
}

// is returns an error where a file that was kept is another one now.
func (s Sum) is(path string, now Sum) error {
	if s != now {
		return &Stale{What: path, Kept: true}
	}
	return nil
}
