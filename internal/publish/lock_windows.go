package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// beyond is a place after the note: Windows lets nobody read locked bytes, and the note is to be read.
const beyond = 1 << 30

// lockFile takes the lock at once or says errLocked.
func lockFile(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{Offset: beyond})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// unlock frees the lock. Windows does not remove an open file; where another has opened it meanwhile it stays.
func unlock(f *os.File, remove bool) error {
	err := f.Close()
	if remove {
		_ = os.Remove(f.Name())
	}
	return err
}
