package build

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"syscall"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A Look says what of a tree may differ from what the memo's last build saw of it. It never says what to do: whatever
// is found, the build is the same function of it. The zero Look takes nothing for known.
type Look struct {
	// Folders are the only ones in which something has changed, come or gone, from the site's folder. Nil is all.
	Folders []string
	// Clock is the machine's clock before the look. A file whose size and times are as they were, and older
	// than the look that saw them, is not read again. Where it is zero every file is.
	Clock time.Time

	kept     bool    // what is seen will be compared with what is seen next
	walked   *looker // that has been in every folder already; nil for none
	progress *Progress
}

// tops are the folders of a site that are read.
var tops = []string{"content", "templates"}

// A shelf is what was seen of a tree, folder by folder, by path as the file system spells it. It is not changed once it
// is made, but for what a build works out of each file.
type shelf map[string]*folder

// A folder is the entries of one folder that count.
type folder struct {
	files    []*source // by name
	folders  []string  // paths of those in it
	findings []diag.Finding
}

// A source is one file. It is known as long as its bytes are.
type source struct {
	path  string // from the site's folder, NFC, "/"
	real  string // as the file system spells it
	stamp stamp
	data  []byte
	gone  bool
	busy  bool   // another program holds it so that nobody else may read it
	known *known // what was worked out of it; nil until it is parsed
}

// A stamp is what the file system says of a file without reading it. The zero stamp is like no other.
type stamp struct {
	size, modified, changed int64
	inode                   uint64
	settled                 bool // a later change would have another time
}

// stampOf reads a stamp. Of a system that tells nothing, and without a clock, it is zero.
func stampOf(e fs.DirEntry, clock time.Time) stamp {
	if clock.IsZero() {
		return stamp{}
	}
	info, err := e.Info()
	if err != nil || info.Sys() == nil {
		return stamp{}
	}
	s := stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
	s.system(info)
	s.settled = isSettled(s.modified, clock) && isSettled(s.changed, clock)
	return s
}

// isSettled reports whether a time is so long before the clock that a later change must carry another. Clocks of
// file systems tick every 1–10 ms; where times are whole seconds, every one or two seconds.
func isSettled(at int64, clock time.Time) bool {
	tick := 50 * time.Millisecond
	if at%int64(time.Second) == 0 {
		tick = 2500 * time.Millisecond
	}
	return at < clock.Add(-tick).UnixNano()
}

// tells reports whether a file with this stamp is the one that had the other.
func (s stamp) tells(before stamp) bool { return before.settled && s == before }

// A looker looks at a tree with what was seen before.
type looker struct {
	tree   fs.FS
	clock  time.Time
	kept   bool
	before shelf
	after  shelf
	unread []*source
}

// look returns what stands in a tree. What is as it was before keeps its source.
func look(tree fs.FS, before shelf, o Look) (shelf, error) {
	if o.walked != nil {
		return o.walked.after, o.walked.read(o.progress)
	}
	l := &looker{tree: tree, clock: o.Clock, kept: o.kept, before: before, after: shelf{}}
	again := o.Folders
	if again == nil || before == nil || slices.ContainsFunc(again, func(f string) bool { return before[f] == nil }) {
		again = tops
	} else {
		l.after = maps.Clone(before)
	}
	for _, name := range again {
		if err := l.folder(name); err != nil {
			return nil, err
		}
	}
	return l.after, l.read(o.progress)
}

// walk looks into every folder of a tree and reads no file.
func walk(tree fs.FS, clock time.Time) (*looker, error) {
	l := &looker{tree: tree, clock: clock, after: shelf{}}
	for _, top := range tops {
		if err := l.folder(top); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// folder looks into a folder, and into those below that are not looked into yet.
func (l *looker) folder(name string) error {
	entries, err := fs.ReadDir(l.tree, name)
	if errors.Is(err, fs.ErrNotExist) || err != nil && l.isFile(name) {
		l.drop(name)
		return nil // of content the missing site.yaml says it
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	f := &folder{}
	for _, e := range entries {
		l.entry(f, path.Join(name, e.Name()), e)
	}
	if was := l.after[name]; was != nil {
		for _, below := range was.folders {
			if !slices.Contains(f.folders, below) {
				l.drop(below)
			}
		}
	}
	l.after[name] = f
	for _, below := range f.folders {
		if l.after[below] != nil {
			continue
		}
		if err := l.folder(below); err != nil {
			return err
		}
	}
	return nil
}

func (l *looker) isFile(name string) bool {
	info, err := fs.Stat(l.tree, name)
	return err == nil && !info.IsDir()
}

// drop forgets a folder that is gone, and all below.
func (l *looker) drop(name string) {
	maps.DeleteFunc(l.after, func(at string, _ *folder) bool {
		return at == name || strings.HasPrefix(at, name+"/")
	})
}

// entry sorts in one entry of a folder. A link, or a folder with the name of a document, is a finding; a file that is no
// content (editors' own, README.md) is passed over.
func (l *looker) entry(f *folder, name string, e fs.DirEntry) {
	clean := viet.NFC(name)
	base := path.Base(clean)
	refuse := func(code string) {
		f.findings = append(f.findings, diag.New(code, clean, diag.Pos{}, diag.Args{"file": base}))
	}
	switch {
	case e.Type()&fs.ModeSymlink != 0:
		refuse("symlink")
	case IsForeign(base):
	case e.IsDir() && strings.HasSuffix(strings.ToLower(clean), ".md"):
		refuse("folder-like-file")
	case e.IsDir():
		f.folders = append(f.folders, name)
	case !e.Type().IsRegular():
		refuse("special-file")
	default:
		f.files = append(f.files, l.file(clean, name, e))
	}
}

// file returns a file as it was seen before where its stamp tells that it is the same.
func (l *looker) file(clean, name string, e fs.DirEntry) *source {
	s := &source{path: clean, real: name, stamp: stampOf(e, l.clock)}
	was := l.before.file(name)
	if was != nil && s.stamp.tells(was.stamp) {
		return was
	}
	l.unread = append(l.unread, s)
	return s
}

// file returns a file of the shelf by its path, nil if it has none.
func (s shelf) file(name string) *source {
	f := s[path.Dir(name)]
	if f == nil {
		return nil
	}
	i, found := slices.BinarySearchFunc(f.files, name, func(s *source, name string) int { return strings.Compare(s.real, name) })
	if !found {
		return nil
	}
	return f.files[i]
}

// isBusy reports whether a file can't be read because another program holds it, as Excel may do on Windows and on
// shared folders.
func isBusy(err error) bool {
	return errors.Is(err, syscall.EBUSY) || slices.ContainsFunc(busyErrors, func(busy error) bool { return errors.Is(err, busy) })
}

// read takes in the files that are not known. A document is parsed as soon as it is read, so that the bytes of all are never held
// together. The templates are read by whoever parses them.
func (l *looker) read(p *Progress) error {
	p.parses(l.unread)
	return parallel(len(l.unread), func(i int) error {
		s := l.unread[i]
		if strings.HasPrefix(s.real, "templates/") {
			return nil
		}
		data, err := fs.ReadFile(l.tree, s.real)
		if errors.Is(err, fs.ErrNotExist) {
			s.gone, s.stamp = true, stamp{} // removed since its folder was read: as if it had never been there
			return nil
		}
		if isBusy(err) {
			s.busy, s.stamp = true, stamp{} // to be read anew next time
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", s.path, err)
		}
		s.data = data
		s.recall(l.before.file(s.real))
		if s.isDocument() {
			s.parse(l.kept)
			p.parsedOne()
		}
		return nil
	})
}
