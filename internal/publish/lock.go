package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrBusy is what errors.Is finds in the error of a second writer.
var ErrBusy = errors.New("another process is writing to the folder")

// Busy is the error of a second writer, and names the first.
type Busy struct {
	PID   int    // 0 if the first has not said it yet
	Host  string // the machine it runs on
	Owner string // its Options.Owner
	Since time.Time
}

// Error says it in English, for logs; people get [Describe].
func (b *Busy) Error() string {
	return fmt.Sprintf("%v: %s (process %d on %s, since %s)", ErrBusy, b.Owner, b.PID, b.Host, b.Since.Format(time.DateTime))
}

// Is makes errors.Is(err, ErrBusy) true.
func (b *Busy) Is(target error) bool { return target == ErrBusy }

// errLocked is a Disk's answer where another process holds the lock.
var errLocked = errors.New("locked")

// retry is the pause between two attempts to get the lock.
const retry = 10 * time.Millisecond

// acquire takes the lock of a workspace, or names who has had it for all of o.Wait.
func acquire(ctx context.Context, o Options, name string) (release func(remove bool) error, err error) {
	host, _ := os.Hostname()
	note := fmt.Sprintf("%d\t%s\t%s\n", os.Getpid(), host, o.Owner)
	patience := time.NewTimer(o.Wait)
	defer patience.Stop()
	for {
		release, err = o.Disk.Lock(name, note)
		switch {
		case err == nil:
			return release, nil
		case !errors.Is(err, errLocked):
			return nil, fault(preparing, name, err)
		}
		select {
		case <-ctx.Done():
			return nil, fault(preparing, name, ctx.Err())
		case <-patience.C:
			return nil, holder(o.Disk, name)
		case <-time.After(retry):
		}
	}
}

// holder reads who holds the lock.
func holder(disk Disk, name string) *Busy {
	b := &Busy{}
	if info, err := disk.Lstat(name); err == nil {
		b.Since = info.ModTime()
	}
	note, err := disk.ReadFile(name)
	if err != nil {
		return b
	}
	if parts := strings.Split(strings.TrimSuffix(string(note), "\n"), "\t"); len(parts) == 3 {
		b.PID, _ = strconv.Atoi(parts[0])
		b.Host, b.Owner = parts[1], parts[2]
	}
	return b
}

// Lock takes the lock in the file of that name, which says who has it. The kernel frees it when the process dies.
func (d RealDisk) Lock(name, note string) (release func(remove bool) error, err error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if errors.Is(err, fs.ErrNotExist) {
		// The holder before us has just removed the workspace.
		if err := os.Mkdir(filepath.Dir(name), 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	}
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if !sameFile(f, name) {
		// It was removed while we waited: what we hold is no longer the lock.
		return nil, errors.Join(errLocked, f.Close())
	}
	if err := writeNote(f, note); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func(remove bool) error { return unlock(f, remove) }, nil
}

func sameFile(f *os.File, name string) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(ours, there)
}

func writeNote(f *os.File, note string) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(note), 0)
	return err
}
