package watch

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// silent are the file systems on which inotify does not tell what others change, by their number in statfs(2).
var silent = map[uint32]string{
	0x6969:     "nfs",
	0x517b:     "smb",
	0xff534d42: "cifs",
	0xfe534d42: "smb2",
	0x01021997: "9p",
	0x65735546: "fuse",
	0x00c36400: "ceph",
	0x5346414f: "afs",
	0x786f4256: "vboxsf",
	0x7c7c6673: "prl_fs",
}

// networked returns the first root that stands on a silent file system. For a root that does not exist yet
// its nearest parent counts.
func networked(roots []string) (at string, found bool) {
	for _, root := range roots {
		if _, found := silent[fileSystem(root)]; found {
			return root, true
		}
	}
	return "", false
}

// fileSystem returns the number of the file system that path, or its nearest parent, stands on; 0 if unknown.
func fileSystem(path string) uint32 {
	var s unix.Statfs_t
	for {
		if err := unix.Statfs(path, &s); err == nil {
			return uint32(s.Type)
		}
		parent := filepath.Dir(path)
		if parent == path {
			return 0
		}
		path = parent
	}
}
