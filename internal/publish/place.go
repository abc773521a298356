package publish

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"syscall"
)

// A place is where an update happens: the folder and the workspace for it.
type place struct {
	given  string // the folder as the caller named it, with "/"
	root   string // the folder, absolute, without symlinks
	work   string // the workspace
	beside bool   // the workspace lies beside the folder, so that the two can be exchanged
	made   []string
}

func (p place) lock() string         { return at(p.work, "lock") }
func (p place) staging() string      { return at(p.work, "new") }
func (p place) spare() string        { return at(p.work, "spare") }
func (p place) old() string          { return at(p.work, "old") }
func (p place) draft() string        { return at(p.work, "draft") }
func (p place) publicRecord() string { return at(p.work, "public.record") }
func (p place) spareRecord() string  { return at(p.work, "spare.record") }
func (p place) nextRecord() string   { return at(p.work, "next.record") }

// insideName is the workspace where it can't lie beside the folder.
const insideName = listName + ".tmp"

// locate finds the folder and makes the workspace: beside it, named ".public.bangvang" for "public"; inside it
// where the folder is mounted or its parent may not be written.
func locate(disk Disk, dir string) (place, error) {
	p := place{given: filepath.ToSlash(dir)}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return p, fault(preparing, dir, err)
	}
	if p.root, err = p.resolve(disk, abs); err != nil {
		return p, err
	}
	info, err := disk.Lstat(p.root)
	if err != nil && !missing(err) {
		return p, fault(preparing, p.root, err)
	}
	if err == nil && !info.IsDir() {
		return p, fault(preparing, p.root, syscall.ENOTDIR)
	}
	return p, p.workspace(disk, info)
}

// resolve follows symlinks. Folders above that are missing are made.
func (p *place) resolve(disk Disk, abs string) (string, error) {
	real, err := filepath.EvalSymlinks(abs)
	if err == nil {
		return real, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", fault(preparing, abs, err)
	}
	if _, err := disk.Lstat(abs); err == nil {
		return "", fault(preparing, abs, errNowhere)
	}
	parent, err := p.resolve(disk, filepath.Dir(abs))
	if err != nil {
		return "", err
	}
	if _, err := disk.Lstat(parent); missing(err) {
		if err := disk.Mkdir(parent); err != nil {
			return "", fault(preparing, parent, err)
		}
		p.made = append(p.made, parent)
	}
	return filepath.Join(parent, filepath.Base(abs)), nil
}

// workspace chooses and makes the workspace; info is that of the folder, nil if there is none yet.
func (p *place) workspace(disk Disk, info fs.FileInfo) error {
	parent := filepath.Dir(p.root)
	above, err := disk.Lstat(parent)
	if err != nil {
		return fault(preparing, parent, err)
	}
	if parent != p.root && (info == nil || device(info) == device(above)) {
		p.work, p.beside = at(parent, "."+filepath.Base(p.root)+".bangvang"), true
		err = disk.Mkdir(p.work)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return nil
		}
		if info == nil || !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
			return fault(preparing, p.work, err)
		}
	}
	p.work, p.beside = at(p.root, insideName), false
	if err = disk.Mkdir(p.work); err != nil && !errors.Is(err, fs.ErrExist) {
		return fault(preparing, p.work, err)
	}
	return nil
}

// recover completes an exchange by two renames that was cut short: "old" stands only between its steps.
func (p place) recover(disk Disk) error {
	if !exists(disk, p.old()) {
		return nil
	}
	if exists(disk, p.spare()) {
		// The new portal has not taken its place yet. An empty folder that someone made there is no loss.
		if err := disk.Remove(p.root); err != nil && !missing(err) {
			return fault(exchanging, p.root, err)
		}
		if err := disk.Rename(p.spare(), p.root); err != nil {
			return fault(exchanging, p.root, err)
		}
	}
	if !exists(disk, p.root) {
		if err := disk.Rename(p.old(), p.root); err != nil {
			return fault(exchanging, p.root, err)
		}
		return nil
	}
	if err := disk.Rename(p.old(), p.spare()); err != nil {
		return fault(exchanging, p.spare(), err)
	}
	return nil
}

// sweep removes what only a running update needs.
func (p place) sweep(disk Disk) error {
	names := []string{p.staging(), p.nextRecord(), p.draft()}
	if p.beside {
		names = append(names, at(p.root, insideName))
	}
	for _, name := range names {
		if err := removeAll(disk, name); err != nil {
			return fault(removing, name, err)
		}
	}
	return nil
}

// keeps reports whether the workspace holds something for the next update.
func (p place) keeps(disk Disk) bool {
	return exists(disk, p.publicRecord()) || exists(disk, p.spare()) || exists(disk, p.old())
}

// unmake removes the workspace and the folders made for it, as far as they are empty.
func (p place) unmake(disk Disk) {
	for _, name := range append([]string{p.work}, reversed(p.made)...) {
		if disk.Remove(name) != nil {
			return
		}
	}
}

func reversed(names []string) []string {
	names = slices.Clone(names)
	slices.Reverse(names)
	return names
}

// removeAll removes a file or a folder with all it holds; one that is missing is fine. It follows no symlink.
func removeAll(disk Disk, name string) error {
	info, err := disk.Lstat(name)
	if missing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		entries, err := disk.ReadDir(name)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := removeAll(disk, at(name, e.Name())); err != nil {
				return err
			}
		}
	}
	return disk.Remove(name)
}

func exists(disk Disk, name string) bool {
	_, err := disk.Lstat(name)
	return err == nil
}

// missing reports whether err says that there is no such file; a file where a folder should be says it too.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
