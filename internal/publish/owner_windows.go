package publish

import "io/fs"

// device tells file systems apart; Windows says it only of open files, and its mounts are no plain folders.
func device(fs.FileInfo) uint64 { return 0 }

// sameOwner does nothing: on Windows a folder inherits its rights.
func sameOwner(string, fs.FileInfo, fs.FileInfo) error { return nil }
