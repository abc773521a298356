package publish

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
)

// A Disk is every file operation of this package, so that tests can wrap the real one in faults. Names are
// absolute. Errors are those of package os.
type Disk interface {
	Lstat(name string) (fs.FileInfo, error)
	// ReadDir returns the entries in any order.
	ReadDir(name string) ([]fs.DirEntry, error)
	ReadFile(name string) ([]byte, error)
	// WriteFile makes a file and tells what Lstat would; one that exists is an error.
	WriteFile(name string, data []byte) (fs.FileInfo, error)
	Mkdir(name string) error
	// Imitate gives a folder the mode, owner and time of change of another.
	Imitate(name string, like fs.FileInfo) error
	// Link gives a file or symlink a second name.
	Link(old, new string) error
	// Rename moves a file, over another if there is one, or a folder.
	Rename(old, new string) error
	// Exchange swaps two folders in one step; errors.ErrUnsupported where the system can't.
	Exchange(a, b string) error
	// Remove removes a file or an empty folder.
	Remove(name string) error
	// Sync returns when everything written to the file system of dir would survive a power cut, where the system
	// can do that in one call.
	Sync(dir string) error
	// Lock takes a lock that dies with the process.
	Lock(name, note string) (release func(remove bool) error, err error)
}

// RealDisk is the disk of the machine.
type RealDisk struct{}

// Lstat is [os.Lstat].
func (RealDisk) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// ReadDir reads a folder without sorting it.
func (RealDisk) ReadDir(name string) ([]fs.DirEntry, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// ReadFile is [os.ReadFile].
func (RealDisk) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

// WriteFile makes a file that must not exist.
func (RealDisk) WriteFile(name string, data []byte) (fs.FileInfo, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL|noWait, 0o666)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	info, unseen := f.Stat()
	if err := errors.Join(err, unseen, f.Close()); err != nil {
		return nil, err
	}
	if runtime.GOOS == "windows" {
		return os.Lstat(name) // there the time of a file is certain when it is closed
	}
	return info, nil
}

// Mkdir makes a folder with the rights that the system gives by default.
func (RealDisk) Mkdir(name string) error { return os.Mkdir(name, 0o777) }

// Imitate changes only what differs.
func (RealDisk) Imitate(name string, like fs.FileInfo) error {
	now, err := os.Lstat(name)
	if err != nil {
		return err
	}
	if err := sameOwner(name, now, like); err != nil {
		return err
	}
	if now.Mode() != like.Mode() {
		if err := os.Chmod(name, like.Mode()); err != nil {
			return err
		}
	}
	return os.Chtimes(name, like.ModTime(), like.ModTime())
}

// Link is [os.Link].
func (RealDisk) Link(old, new string) error { return os.Link(old, new) }

// Rename is [os.Rename].
func (RealDisk) Rename(old, new string) error { return os.Rename(old, new) }

// Exchange swaps two folders in one step.
func (RealDisk) Exchange(a, b string) error { return exchange(a, b) }

// Remove is [os.Remove].
func (RealDisk) Remove(name string) error { return os.Remove(name) }

// Sync is syncfs on Linux and nothing elsewhere.
func (RealDisk) Sync(dir string) error { return syncDisk(dir) }
