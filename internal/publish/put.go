package publish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// Put says that the folder holds data under path (relative, with "/"). Bytes that are not there yet go straight to
// staging, so that the caller need not keep them. It is safe from several goroutines.
func (u *Update) Put(path string, data []byte) error {
	if err := u.claim(path); err != nil {
		return err
	}
	f := &file{size: int64(len(data)), sum: sha256.Sum256(data)}
	same, err := u.compare(path, f, data)
	if err != nil {
		return u.fail(err)
	}
	if !same {
		if err := u.stage(path, f, data); err != nil {
			return u.fail(err)
		}
	}
	u.settle(path, f)
	return nil
}

// Keep says the same as Put for bytes that the caller knows only by size and sum. It reports false, and has done
// nothing, where the folder does not hold exactly these bytes: then Put them.
func (u *Update) Keep(path string, size int64, sum [sha256.Size]byte) (bool, error) {
	if err := u.claim(path); err != nil {
		return false, err
	}
	f := &file{size: size, sum: sum}
	same, err := u.compare(path, f, nil)
	if err != nil {
		return false, u.fail(err)
	}
	if !same {
		u.mu.Lock()
		delete(u.want, path)
		u.mu.Unlock()
		return false, nil
	}
	u.settle(path, f)
	return true, nil
}

// Sums tells size and sum of every file put or kept so far.
func (u *Update) Sums(tell func(path string, size int64, sum [sha256.Size]byte)) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for path, f := range u.want {
		if f != nil {
			tell(path, f.size, f.sum)
		}
	}
}

// claim reserves path for one Put.
func (u *Update) claim(path string) error {
	if err := u.ctx.Err(); err != nil {
		return fault(writing, path, err)
	}
	if !validPath(path) {
		return fmt.Errorf("publish: not a path for a file of ours: %q", path)
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.over {
		return ErrOver
	}
	if _, twice := u.want[path]; twice {
		return fmt.Errorf("publish: two files on one path: %q", path)
	}
	u.want[path] = nil
	return nil
}

func (u *Update) settle(path string, f *file) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.want[path] = f
	if f.ours {
		u.inList++
	}
}

// fail remembers the first error, so that a caller who overlooks it can't commit a part.
func (u *Update) fail(err error) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.failed == nil {
		u.failed = err
	}
	return err
}

// compare reports whether the folder holds f under path already. The record answers where size and time on the
// disk are as recorded; else the bytes are read. data may be nil.
func (u *Update) compare(path string, f *file, data []byte) (bool, error) {
	was, ours := u.list[path]
	f.ours = ours
	if u.known && ours && was.size == f.size && was.sum == f.sum {
		f.mark = u.record.files[path]
		return true, nil
	}
	if u.bare {
		return false, nil
	}
	full := at(u.place.root, path)
	info, err := u.disk.Lstat(full)
	if missing(err) {
		return false, nil
	}
	if err != nil {
		return false, fault(reading, full, err)
	}
	now := markOf(info)
	f.proven = now.known() && u.record.files[path] == now
	if !info.Mode().IsRegular() || info.Size() != f.size {
		return false, nil
	}
	f.mark = u.lasting(now)
	if ours && f.proven {
		return was.sum == f.sum, nil
	}
	return u.sameBytes(full, f, data)
}

func (u *Update) sameBytes(full string, f *file, data []byte) (bool, error) {
	u.mu.Lock()
	u.doubts++
	u.mu.Unlock()
	there, err := u.disk.ReadFile(full)
	if err != nil {
		return false, fault(reading, full, err)
	}
	if data != nil {
		return bytes.Equal(there, data), nil
	}
	return sha256.Sum256(there) == f.sum, nil
}

// lasting returns m, or a mark that matches nothing where the file is so young that a second change could still
// carry the same time.
func (u *Update) lasting(m mark) mark {
	if !settled(m.mtime, u.began) {
		return mark{}
	}
	return m
}

// stage writes data into the workspace.
func (u *Update) stage(path string, f *file, data []byte) error {
	name, err := u.waits(path)
	if err != nil {
		return fault(writing, u.place.staging(), err)
	}
	info, err := u.disk.WriteFile(name, data)
	if err != nil {
		return fault(writing, name, err)
	}
	f.at, f.mark = name, markOf(info)
	return nil
}

// waits returns where the bytes of a path wait in staging: under a number; where there is no folder yet, as they are to stand
// in it, so that staging will do for the spare tree.
func (u *Update) waits(name string) (string, error) {
	dir := u.place.staging()
	u.staging.Do(func() { u.stageOK = u.disk.Mkdir(dir) })
	if u.stageOK != nil {
		return "", u.stageOK
	}
	u.mu.Lock()
	u.staged++
	number := strconv.Itoa(u.staged)
	u.mu.Unlock()
	if !u.bare {
		return at(dir, number), nil
	}
	folder := path.Dir(name)
	if _, made := u.stagedIn.Load(folder); !made {
		if err := mkdirAll(u.disk, dir, folder); err != nil {
			return "", err
		}
		u.stagedIn.Store(folder, true)
	}
	return at(dir, name), nil
}

// validPath reports whether path is a name we may write: plain, relative, none of our own working names.
func validPath(path string) bool {
	return fs.ValidPath(path) && path != "." && !reserved(path) && !strings.ContainsFunc(path, func(r rune) bool {
		return r < ' ' || r == 0x7f || r == '\\'
	})
}

// at joins a folder of the system and a path of ours.
func at(root, path string) string {
	if path == "." {
		return root
	}
	return root + string(filepath.Separator) + filepath.FromSlash(path)
}
