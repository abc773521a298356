package watch

import "strings"

// Ignored reports whether a file or folder of this name (the last part of its path) is none of the author's:
// hidden files and temporary files beginning with a dot (.x.swp, .DS_Store, .~lock.x#, .git), the backups and
// locks of editors and Office (x~, ~$x.xlsx, ~WRL0001.tmp, #x#), vim's probe 4913 and what Windows leaves.
func Ignored(name string) bool {
	switch name {
	case "", "4913", "Thumbs.db", "desktop.ini":
		return true
	}
	return name[0] == '.' || name[0] == '~' || strings.HasSuffix(name, "~") ||
		len(name) > 1 && name[0] == '#' && strings.HasSuffix(name, "#")
}
