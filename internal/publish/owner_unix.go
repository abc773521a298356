//go:build unix

package publish

import (
	"io/fs"
	"os"
	"syscall"
)

// device tells file systems apart.
func device(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(st.Dev)
	}
	return 0
}

// sameOwner gives name the owner and group of like, where they differ.
func sameOwner(name string, now, like fs.FileInfo) error {
	a, ok := now.Sys().(*syscall.Stat_t)
	b, too := like.Sys().(*syscall.Stat_t)
	if !ok || !too || a.Uid == b.Uid && a.Gid == b.Gid {
		return nil
	}
	return os.Lchown(name, int(b.Uid), int(b.Gid))
}
