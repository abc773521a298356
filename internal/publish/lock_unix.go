//go:build unix

package publish

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock at once or says errLocked.
func lockFile(f *os.File) error {
	for {
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err {
		case syscall.EINTR:
		case syscall.EWOULDBLOCK:
			return errLocked
		default:
			return err
		}
	}
}

// unlock frees the lock. The file goes while it is still held, so that no other can have locked it.
func unlock(f *os.File, remove bool) error {
	var err error
	if remove {
		err = os.Remove(f.Name())
	}
	return errors.Join(err, f.Close())
}
