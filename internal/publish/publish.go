package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Options are what an update may be told.
type Options struct {
	// Wait is how long a second writer waits for the first before it gets [ErrBusy].
	Wait time.Duration
	// InPlace replaces the changed files one by one instead of exchanging the whole folder: for watch.
	InPlace bool
	// Disk does the file operations; nil is the real one.
	Disk Disk
	// Owner is how a second writer names this one, for instance "bangvang watch".
	Owner string
}

// Stats count what an update did.
type Stats struct {
	Files   int   // files of ours, the list not counted
	Written int   // of them, those whose bytes were new or had been changed by someone
	Kept    int   // of them, those that were there already
	Removed int   // files of ours that are no longer produced
	Foreign int   // files of others, all kept
	Unknown int   // of them, those that could be ours: counted where the list is missing or damaged
	Bytes   int64 // size of all files of ours
}

// A Sum is the SHA-256 of a file's bytes.
type Sum [sha256.Size]byte

// An Update is the next content of one folder. Put, Keep and then either Commit or Discard.
type Update struct {
	ctx   context.Context
	disk  Disk
	place place
	o     Options

	list     list   // what the folder's list says is ours
	listed   bool   // there was a list, and it could be read
	listText []byte // the list as it stood
	blocked  bool   // something that is no file stands on the place of the list
	record   *tree  // what the last update saw; empty without a record
	began    int64  // the file system's clock at the start, in nanoseconds
	release  func(remove bool) error

	staging sync.Once
	stageOK error

	mu     sync.Mutex
	want   map[string]*file
	staged int
	doubts int // files that only a look at their bytes could clear
	failed error
	over   bool
}

// A file is one that is to be in the folder.
type file struct {
	size   int64
	sum    Sum
	mark   mark   // size and time on the disk
	at     string // where the new bytes wait; "" if the folder has them already
	proven bool   // the file now on its path is one that the record says we wrote
}

// ErrOver is returned by a call on an update after its Commit or Discard.
var ErrOver = errors.New("the update is over")

// Begin locks dir, completes what a killed run left half done, and prepares an update. A dir that does not exist
// yet is made by Commit; a symlink to a folder is followed. The errors are for [Describe].
func Begin(ctx context.Context, dir string, o Options) (*Update, error) {
	if o.Disk == nil {
		o.Disk = RealDisk{}
	}
	p, err := locate(o.Disk, dir)
	if err != nil {
		return nil, err
	}
	u := &Update{ctx: ctx, disk: o.Disk, place: p, o: o, want: map[string]*file{}}
	if u.release, err = acquire(ctx, o, p.lock()); err != nil {
		p.unmake(o.Disk)
		return nil, err
	}
	if err := u.prepare(); err != nil {
		return nil, errors.Join(err, u.close())
	}
	return u, nil
}

// prepare heals what a kill left and reads the list and the record.
func (u *Update) prepare() error {
	info, err := u.disk.Lstat(u.place.lock())
	if err != nil {
		return fault(preparing, u.place.lock(), err)
	}
	u.began = info.ModTime().UnixNano()
	if err := u.place.recover(u.disk); err != nil {
		return err
	}
	if err := u.place.sweep(u.disk); err != nil {
		return err
	}
	u.record = readRecord(u.disk, u.place.publicRecord())
	return u.readList()
}

// readList reads the list of the folder. Something else than a file on its place is left for the findings.
func (u *Update) readList() error {
	name := at(u.place.root, listName)
	info, err := u.disk.Lstat(name)
	if missing(err) {
		return nil
	}
	if err == nil && !info.Mode().IsRegular() {
		u.blocked = true
		return nil
	}
	if err == nil {
		u.listText, err = u.disk.ReadFile(name)
	}
	if err != nil {
		return fault(reading, name, err)
	}
	u.list, u.listed = parseList(u.listText)
	return nil
}

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
		if err := u.stage(f, data); err != nil {
			return u.fail(err)
		}
	}
	u.settle(path, f)
	return nil
}

// Keep says the same as Put for bytes that the caller knows only by size and sum. It reports false, and has done
// nothing, where the folder does not hold exactly these bytes: then Put them.
func (u *Update) Keep(path string, size int64, sum Sum) (bool, error) {
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
	if was, ok := u.list[path]; ok && f.proven {
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

// stage writes data under a number in the workspace.
func (u *Update) stage(f *file, data []byte) error {
	dir := u.place.staging()
	u.staging.Do(func() { u.stageOK = u.disk.Mkdir(dir) })
	if u.stageOK != nil {
		return fault(writing, dir, u.stageOK)
	}
	u.mu.Lock()
	u.staged++
	name := at(dir, strconv.Itoa(u.staged))
	u.mu.Unlock()
	if err := u.disk.WriteFile(name, data); err != nil {
		return fault(writing, name, err)
	}
	info, err := u.disk.Lstat(name)
	if err != nil {
		return fault(writing, name, err)
	}
	f.at, f.mark = name, markOf(info)
	return nil
}

// Discard ends the update and leaves the folder as it was. After a Commit it does nothing.
func (u *Update) Discard() error {
	if !u.end() {
		return nil
	}
	return u.close()
}

// end marks the update as over, once.
func (u *Update) end() bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	was := u.over
	u.over = true
	return !was
}

// close removes what waits in staging and gives up the lock; a workspace that holds nothing goes too.
func (u *Update) close() error {
	swept := u.place.sweep(u.disk)
	empty := !u.place.keeps(u.disk)
	err := u.release(empty)
	if empty {
		u.place.unmake(u.disk)
	}
	if err != nil {
		err = fault(preparing, u.place.lock(), err)
	}
	return errors.Join(swept, err)
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
