//go:build !linux && !darwin

package publish

import (
	"errors"
	"runtime"
)

// dirTimesTell: a folder's time of change tells whether entries came or went; not so on FAT under Windows.
const dirTimesTell = runtime.GOOS != "windows"

// foldCase: names that differ only in case are one file.
const foldCase = runtime.GOOS == "windows"

// noWait is for Linux, where it saves time.
const noWait = 0

func exchange(string, string) error { return errors.ErrUnsupported }

func syncDisk(string) error { return nil }
