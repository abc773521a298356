package publish

import (
	"errors"
	"io/fs"
	"sync/atomic"
)

// A faulty disk is the real one, in which the operations that fails picks do not succeed. What fails half way,
// as writing to a full disk does, has half happened.
type faulty struct {
	RealDisk
	ops   *atomic.Int64
	fails func(n int64) error
	// bare: no exchange of folders, as on Windows
	bare bool
}

func newFaulty(fails func(n int64) error) faulty { return faulty{ops: new(atomic.Int64), fails: fails} }

func (d faulty) next(op, name string) error {
	if err := d.fails(d.ops.Add(1)); err != nil {
		return &fs.PathError{Op: op, Path: name, Err: err}
	}
	return nil
}

func (d faulty) Lstat(name string) (fs.FileInfo, error) {
	if err := d.next("lstat", name); err != nil {
		return nil, err
	}
	return d.RealDisk.Lstat(name)
}

func (d faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := d.next("readdir", name); err != nil {
		return nil, err
	}
	return d.RealDisk.ReadDir(name)
}

func (d faulty) ReadFile(name string) ([]byte, error) {
	if err := d.next("read", name); err != nil {
		return nil, err
	}
	return d.RealDisk.ReadFile(name)
}

func (d faulty) WriteFile(name string, data []byte) (fs.FileInfo, error) {
	if err := d.next("write", name); err != nil {
		_, half := d.RealDisk.WriteFile(name, data[:len(data)/2])
		return nil, errors.Join(err, half)
	}
	return d.RealDisk.WriteFile(name, data)
}

func (d faulty) Mkdir(name string) error {
	if err := d.next("mkdir", name); err != nil {
		return err
	}
	return d.RealDisk.Mkdir(name)
}

func (d faulty) Imitate(name string, like fs.FileInfo) error {
	if err := d.next("imitate", name); err != nil {
		return err
	}
	return d.RealDisk.Imitate(name, like)
}

func (d faulty) Link(old, new string) error {
	if err := d.next("link", new); err != nil {
		return err
	}
	return d.RealDisk.Link(old, new)
}

func (d faulty) Rename(old, new string) error {
	if err := d.next("rename", new); err != nil {
		return err
	}
	return d.RealDisk.Rename(old, new)
}

func (d faulty) Exchange(a, b string) error {
	if err := d.next("exchange", b); err != nil {
		return err
	}
	if d.bare {
		return errors.ErrUnsupported
	}
	return d.RealDisk.Exchange(a, b)
}

func (d faulty) Remove(name string) error {
	if err := d.next("remove", name); err != nil {
		return err
	}
	return d.RealDisk.Remove(name)
}

func (d faulty) Sync(dir string) error {
	return d.next("sync", dir)
}

func (d faulty) Lock(name, note string) (func(bool) error, error) {
	if err := d.next("lock", name); err != nil {
		return nil, err
	}
	release, err := d.RealDisk.Lock(name, note)
	return func(remove bool) error {
		if err := d.next("unlock", name); err != nil {
			return errors.Join(err, release(false)) // the kernel frees the lock in any case
		}
		return release(remove)
	}, err
}

// A refusing disk is the real one on a system that lacks something.
type refusing struct {
	quick
	refuses func(op string) error
}

func (d refusing) Link(old, new string) error {
	return errors.Join(d.refuses("link"), whenFine(d.refuses("link"), func() error { return d.RealDisk.Link(old, new) }))
}

func (d refusing) Exchange(a, b string) error {
	return errors.Join(d.refuses("exchange"), whenFine(d.refuses("exchange"), func() error { return d.RealDisk.Exchange(a, b) }))
}

func (d refusing) Imitate(name string, like fs.FileInfo) error {
	return errors.Join(d.refuses("imitate"), whenFine(d.refuses("imitate"), func() error { return d.RealDisk.Imitate(name, like) }))
}

func whenFine(err error, do func() error) error {
	if err != nil {
		return nil
	}
	return do()
}
