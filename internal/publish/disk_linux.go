package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// dirTimesTell: a folder's time of change tells whether entries came or went.
const dirTimesTell = true

// foldCase: names that differ only in case are one file.
const foldCase = false

// noWait opens a file without asking whether it can be waited for, which costs package os four calls for each.
const noWait = unix.O_NONBLOCK

func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

func syncDisk(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := unix.Syncfs(int(f.Fd())); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return &os.PathError{Op: "syncfs", Path: dir, Err: err}
	}
	return nil
}
