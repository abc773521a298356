package fix

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// ErrChanged tells that somebody has changed a source since the proposal was made. Nothing of that file was written.
var ErrChanged = errors.New("changed meanwhile")

// Write makes the changes of a proposal below the site's folder: each file is whole, the old or the new, whatever
// happens. It stops at the first that the machine refuses.
func Write(site *os.Root, p *Proposal) error {
	for _, f := range p.Files {
		if err := write(site, f); err != nil {
			return fmt.Errorf("repairing %s: %w", f.Path, err)
		}
	}
	return nil
}

func write(site *os.Root, f File) error {
	now, err := site.ReadFile(f.Path)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, f.Before) {
		return ErrChanged
	}
	if f.To != f.Path {
		if err := move(site, f.Path, f.To); err != nil {
			return err
		}
	}
	if bytes.Equal(f.Before, f.After) {
		return nil
	}
	return replace(site, f.To, f.After)
}

// move renames a file and removes the folders that it leaves empty.
func move(site *os.Root, from, to string) error {
	if err := site.MkdirAll(path.Dir(to), 0o755); err != nil {
		return err
	}
	if err := site.Rename(from, to); err != nil {
		return err
	}
	for dir := path.Dir(from); dir != "content" && dir != "."; dir = path.Dir(dir) {
		if site.Remove(dir) != nil { // not empty
			break
		}
	}
	return nil
}

// replace writes a new file beside the old one and gives it its name. The name begins with a dot: it is no content.
func replace(site *os.Root, name string, data []byte) (err error) {
	info, err := site.Stat(name)
	if err != nil {
		return err
	}
	fresh := path.Join(path.Dir(name), "."+path.Base(name)+".bangvang.tmp")
	out, err := site.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, info.Mode().Perm())
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = site.Remove(fresh)
		}
	}()
	if _, err = out.Write(data); err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	_ = site.Chmod(fresh, info.Mode()&fs.ModePerm) // the umask may have taken some
	return site.Rename(fresh, name)
}
