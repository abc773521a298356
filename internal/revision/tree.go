package revision

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Tree returns the site's content/ and templates/ as they stand in a revision; empty folders do not exist in git.
func (r *Repository) Tree(rev Revision) (fs.FS, error) {
	out, err := r.git(nil, "ls-tree", "-r", "-z", "--full-tree", rev.Hash, "--", r.prefix+"content", r.prefix+"templates")
	if err != nil {
		return nil, &Fault{Kind: Failed, Name: rev.Name, Err: err}
	}
	t := tree{".": &node{name: ".", mode: fs.ModeDir}}
	var wanted []string
	for entry := range strings.SplitSeq(string(out), "\x00") {
		head, name, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(head)
		if !ok || len(fields) != 3 {
			continue
		}
		name = strings.ToValidUTF8(strings.TrimPrefix(name, r.prefix), "\ufffd")
		if fields[1] == "commit" {
			return nil, &Fault{Kind: Submodule, Name: name}
		}
		t.add(name, modeOf(fields[0]), fields[2])
		wanted = append(wanted, fields[2])
	}
	if err := r.load(rev, wanted); err != nil {
		return nil, err
	}
	for _, n := range t {
		n.data = r.blobs[n.blob]
	}
	return t, nil
}

// modeOf turns git's mode of a blob into ours: a symlink or a plain file.
func modeOf(mode string) fs.FileMode {
	if mode == "120000" {
		return fs.ModeSymlink
	}
	return 0
}

// load reads the objects that are not known yet, all by one git.
func (r *Repository) load(rev Revision, wanted []string) error {
	slices.Sort(wanted)
	wanted = slices.DeleteFunc(slices.Compact(wanted), func(id string) bool { _, known := r.blobs[id]; return known })
	if len(wanted) == 0 {
		return nil
	}
	out, err := r.git(strings.NewReader(strings.Join(wanted, "\n")+"\n"), "cat-file", "--batch")
	if err != nil {
		return &Fault{Kind: Failed, Name: rev.Name, Err: err}
	}
	answers := bufio.NewReader(bytes.NewReader(out))
	for _, id := range wanted {
		data, err := blob(answers, id)
		if err != nil {
			return &Fault{Kind: Damaged, Name: rev.Name, Err: err}
		}
		r.blobs[id] = data
	}
	return nil
}

// blob reads one answer of cat-file --batch: "ID blob SIZE", the bytes, a line's end.
func blob(answers *bufio.Reader, id string) ([]byte, error) {
	head, err := answers.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("reading object %s: %w", id, err)
	}
	var got, kind string
	var size int
	if n, _ := fmt.Sscan(head, &got, &kind, &size); n != 3 || got != id || kind != "blob" {
		return nil, fmt.Errorf("reading object %s: git answers %q", id, strings.TrimSpace(head))
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(answers, data); err != nil {
		return nil, fmt.Errorf("reading object %s: %w", id, err)
	}
	return data[:size:size], nil
}

// A tree is a folder in memory, by path. Nothing in it changes once it is made.
type tree map[string]*node

// A node is a file, a symlink or a folder.
type node struct {
	name  string // the last part of its path
	mode  fs.FileMode
	blob  string
	data  []byte
	below []fs.DirEntry // of a folder, by name
}

// add puts a file into the tree, with the folders above it. Git lists files in order, so folders are sorted at the end.
func (t tree) add(name string, mode fs.FileMode, blob string) {
	t[name] = &node{name: path.Base(name), mode: mode, blob: blob}
	for child := name; child != "."; child = path.Dir(child) {
		dir := path.Dir(child)
		above, known := t[dir]
		if !known {
			above = &node{name: path.Base(dir), mode: fs.ModeDir}
			t[dir] = above
		}
		above.below = append(above.below, info{t[child]})
		if known {
			break
		}
	}
}

// Open opens a file or a folder.
func (t tree) Open(name string) (fs.File, error) {
	n, err := t.node("open", name)
	if err != nil {
		return nil, err
	}
	return &opened{node: n, Reader: bytes.NewReader(n.data)}, nil
}

// ReadFile returns a copy of a file's bytes.
func (t tree) ReadFile(name string) ([]byte, error) {
	n, err := t.node("read", name)
	if err != nil {
		return nil, err
	}
	if n.mode.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	return bytes.Clone(n.data), nil
}

// ReadDir lists a folder, by name.
func (t tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.node("readdir", name)
	if err != nil {
		return nil, err
	}
	return n.list(), nil
}

// Stat describes a file or a folder.
func (t tree) Stat(name string) (fs.FileInfo, error) {
	n, err := t.node("stat", name)
	if err != nil {
		return nil, err
	}
	return info{n}, nil
}

func (t tree) node(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n, ok := t[name]
	if !ok {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

func (n *node) list() []fs.DirEntry {
	out := slices.Clone(n.below)
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out
}

// info tells of a node. It has no time: git keeps none for files.
type info struct{ n *node }

func (i info) Name() string               { return i.n.name }
func (i info) Size() int64                { return int64(len(i.n.data)) }
func (i info) Mode() fs.FileMode          { return i.n.mode | 0o444 }
func (i info) Type() fs.FileMode          { return i.n.mode.Type() }
func (i info) ModTime() time.Time         { return time.Time{} }
func (i info) IsDir() bool                { return i.n.mode.IsDir() }
func (i info) Sys() any                   { return nil }
func (i info) Info() (fs.FileInfo, error) { return i, nil }

// opened is a file that is being read, or a folder that is being listed.
type opened struct {
	*bytes.Reader
	node *node
	seen int
}

func (o *opened) Stat() (fs.FileInfo, error) { return info{o.node}, nil }
func (o *opened) Close() error               { return nil }

func (o *opened) Read(p []byte) (int, error) {
	if o.node.mode.IsDir() {
		return 0, &fs.PathError{Op: "read", Path: o.node.name, Err: fs.ErrInvalid}
	}
	return o.Reader.Read(p)
}

// ReadDir lists what is left of a folder, at most n entries where n is positive.
func (o *opened) ReadDir(n int) ([]fs.DirEntry, error) {
	if !o.node.mode.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: o.node.name, Err: fs.ErrInvalid}
	}
	rest := o.node.list()[o.seen:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 {
		rest = rest[:min(n, len(rest))]
	}
	o.seen += len(rest)
	return rest, nil
}
