package publish

import (
	"context"
	"crypto/sha256"
	"errors"
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
	// Known is what the updates of one process in place leave for the next; nil leaves nothing.
	Known *Known
}

// Stats count what an update did.
type Stats struct {
	Files   int   // files of ours, the list not counted
	Written int   // of them, those whose bytes were new or had been changed by someone
	Kept    int   // of them, those that were there already
	Removed int   // files of ours that are no longer produced
	Foreign int   // files of others, all kept; where nothing was to be done, as last seen
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
	bare     bool   // there is no folder yet
	record   *tree  // what the last update saw; empty without a record
	known    bool   // list and record are those of Options.Known, and nobody else has written since
	delivery any    // what the caller calls the files put; see Follow
	rest     bool   // what is neither put nor kept stays
	began    int64  // the file system's clock at the start, in nanoseconds
	release  func(remove bool) error

	staging  sync.Once
	stageOK  error
	stagedIn sync.Map // folders made in staging, by path

	mu     sync.Mutex
	want   map[string]*file
	staged int
	inList int // of the files wanted, those whose path the list has
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
	ours   bool   // the list has its path
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
	if u.recall() {
		return nil
	}
	_, err = u.disk.Lstat(u.place.root)
	u.bare = missing(err)
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
