package fix

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"bangvang/internal/build"
)

// A tree is a site's folder in which some files have other bytes or another name than on the disk. Only content is
// held by name; all else is the disk's. It is an [fs.FS].
type tree struct {
	base    fs.FS
	entries map[string]*entry // files of content and what is neither file nor folder, by path in this tree
	folders map[string][]string
}

// An entry is one file.
type entry struct {
	real string // its path on the disk
	mode fs.FileMode
	data []byte // nil while it is the disk's
}

// load lists a site's content.
func load(base fs.FS) (*tree, error) {
	t := &tree{base: base, entries: map[string]*entry{}}
	err := fs.WalkDir(base, "content", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("reading %s: %w", name, err)
		case build.IsForeign(path.Base(name)) && d.IsDir():
			return fs.SkipDir
		case !d.IsDir() && !build.IsForeign(path.Base(name)):
			t.entries[name] = &entry{real: name, mode: d.Type()}
		}
		return nil
	})
	return t, err
}

// With returns a site's folder as it would be with other bytes in some files of its content, or with new ones, by path.
func With(base fs.FS, files map[string][]byte) (fs.FS, error) {
	t, err := load(base)
	if err != nil {
		return nil, err
	}
	for name, data := range files {
		t.entries[name] = &entry{real: name, data: append([]byte{}, data...)}
	}
	return t, nil
}

// names lists the plain files, sorted.
func (t *tree) names() []string {
	var out []string
	for name, e := range t.entries {
		if e.mode.IsRegular() {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// read returns a file's bytes, which must not be changed.
func (t *tree) read(name string) ([]byte, error) {
	if e := t.entries[name]; e != nil && e.data != nil {
		return e.data, nil
	}
	return fs.ReadFile(t.base, t.real(name))
}

func (t *tree) real(name string) string {
	if e := t.entries[name]; e != nil {
		return e.real
	}
	return name
}

// rename gives a file another path.
func (t *tree) rename(from, to string) {
	t.entries[to] = t.entries[from]
	delete(t.entries, from)
	t.folders = nil
}

// Open implements fs.FS.
func (t *tree) Open(name string) (fs.File, error) {
	if name != "content" && !strings.HasPrefix(name, "content/") {
		return t.base.Open(name)
	}
	if e := t.entries[name]; e != nil {
		if e.data == nil {
			return t.base.Open(e.real)
		}
		return &file{Reader: bytes.NewReader(e.data), info: info{path.Base(name), int64(len(e.data)), e.mode}}, nil
	}
	list, ok := t.children()[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &folder{info: info{path.Base(name), 0, fs.ModeDir}, list: t.dirEntries(name, list)}, nil
}

// children returns the names in each folder, sorted.
func (t *tree) children() map[string][]string {
	if t.folders != nil {
		return t.folders
	}
	all := map[string][]string{"content": nil}
	seen := map[string]bool{"content": true}
	for name := range t.entries {
		for ; !seen[name]; name = path.Dir(name) {
			seen[name] = true
			all[path.Dir(name)] = append(all[path.Dir(name)], path.Base(name))
		}
	}
	for _, list := range all {
		slices.Sort(list)
	}
	t.folders = all
	return all
}

func (t *tree) dirEntries(dir string, list []string) []fs.DirEntry {
	out := make([]fs.DirEntry, len(list))
	for i, name := range list {
		mode := fs.ModeDir
		if e := t.entries[dir+"/"+name]; e != nil {
			mode = e.mode
		}
		out[i] = fs.FileInfoToDirEntry(info{name: name, mode: mode})
	}
	return out
}

// info is what the build asks of a file or folder: its name and kind.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// file is an open file that lies in memory.
type file struct {
	*bytes.Reader
	info info
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

// folder is an open folder; it is read in one go.
type folder struct {
	info info
	list []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile for callers that want all entries.
func (f *folder) ReadDir(int) ([]fs.DirEntry, error) {
	list := f.list
	f.list = nil
	return list, nil
}
