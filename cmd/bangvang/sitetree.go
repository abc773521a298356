package main

import (
	"errors"
	"io/fs"
	"os"
)

// A siteTree is a folder out of which nothing leads, whatever links stand in it. Files are read whole where the system has a
// shorter way for that; what goes wrong on the short way is done again on the other, which has the words for it.
type siteTree struct {
	rooted
	root  *os.Root
	short *shortcut // nil where there is none
}

// rooted is what [os.Root.FS] can do.
type rooted interface {
	fs.ReadDirFS
	fs.ReadFileFS
	fs.ReadLinkFS
	fs.StatFS
}

func openTree(dir string) (*siteTree, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &siteTree{rooted: root.FS().(rooted), root: root, short: shortcutOf(root)}, nil
}

// ReadFile implements [fs.ReadFileFS].
func (t *siteTree) ReadFile(name string) ([]byte, error) {
	if t.short != nil && fs.ValidPath(name) {
		if data, ok := t.short.read(name); ok {
			return data, nil
		}
	}
	return t.rooted.ReadFile(name)
}

// Close lets go of the folder.
func (t *siteTree) Close() error {
	err := t.root.Close()
	if t.short != nil {
		err = errors.Join(err, t.short.Close())
	}
	return err
}
