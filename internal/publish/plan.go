package publish

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"bangvang/internal/diag"
)

// A plan is the difference between what stands in the folder and what is to stand there.
type plan struct {
	now     *tree
	list    list            // the new list
	text    []byte          // the same as it is written
	stale   []string        // ours, no longer produced, still there; sorted
	foreign map[string]bool // others' files
	theirs  map[string]bool // others' folders, and all folders that hold something of others
	folders map[string]bool // every folder that is to stand, without "."
}

// plan compares the wanted files with what stands in the folder.
func (u *Update) plan(now *tree) *plan {
	p := &plan{now: now, list: listOf(u.want), foreign: map[string]bool{}, theirs: map[string]bool{}, folders: map[string]bool{}}
	written := make(chan []byte, 1)
	go func() { written <- p.list.text() }()
	keys := sync.OnceValue(u.keys)
	for name := range now.files {
		_, wanted := u.want[name]
		_, ours := u.list[name]
		switch {
		case wanted:
		case !ours:
			p.foreign[name] = true
		case !keys()[key(name)]:
			p.stale = append(p.stale, name)
		}
	}
	slices.Sort(p.stale)
	ours, others := map[string]bool{}, map[string]bool{}
	foldersOf(u.list, ours)
	for dir := range now.dirs {
		if dir != "." && !ours[dir] {
			others[dir] = true
		}
	}
	foldersOf(p.foreign, p.theirs)
	foldersOf(others, p.theirs)
	maps.Copy(p.theirs, others)
	foldersOf(u.want, p.folders)
	maps.Copy(p.folders, p.theirs)
	p.text = <-written
	return p
}

// keys are the wanted paths as the file system tells them apart.
func (u *Update) keys() map[string]bool {
	keys := make(map[string]bool, len(u.want))
	for name := range u.want {
		keys[key(name)] = true
	}
	return keys
}

// key is the same for two paths that are one file.
func key(name string) string {
	if foldCase {
		return strings.ToLower(name)
	}
	return name
}

// findings name what others have put where we need the place, and count what could be ours.
func (u *Update) findings(p *plan) []diag.Finding {
	var found []diag.Finding
	conflicts := u.conflicts(p)
	for _, name := range conflicts[:min(len(conflicts), shown)] {
		found = append(found, u.finding(name))
	}
	if more := len(conflicts) - shown; more > 0 {
		found = append(found, u.count("foreign-files", more))
	}
	if n := u.unknown(p); n > 0 {
		found = append(found, u.count("unknown-files", n))
	}
	return found
}

// shown is how many things of others are named one by one.
const shown = 20

// finding names one thing that stands where we need the place.
func (u *Update) finding(name string) diag.Finding {
	code := "foreign-file"
	if info, err := u.disk.Lstat(at(u.place.root, name)); err == nil {
		switch {
		case info.IsDir():
			code = "foreign-folder"
		case info.Mode()&fs.ModeSymlink != 0:
			code = "output-symlink"
		}
	}
	return diag.New(code, path.Join(u.place.given, name), diag.Pos{}, diag.Args{"path": name})
}

func (u *Update) count(code string, n int) diag.Finding {
	return diag.New(code, u.place.given, diag.Pos{}, diag.Args{"count": strconv.Itoa(n)})
}

// conflicts are the things of others on paths that we need, sorted.
func (u *Update) conflicts(p *plan) []string {
	found := map[string]bool{}
	for name, f := range u.want {
		if p.theirs[name] || f.at != "" && u.inTheWay(p, name) {
			found[name] = true
		}
	}
	if len(p.foreign) > 0 {
		needed, keys := map[string]bool{}, u.keys()
		foldersOf(u.want, needed)
		for name := range p.foreign {
			if needed[name] || keys[key(name)] {
				found[name] = true
			}
		}
	}
	if u.blocked {
		found[listName] = true
	}
	return slices.Sorted(maps.Keys(found))
}

// inTheWay reports whether a file stands on a wanted path that we did not write: neither the list says so, nor,
// where the list is lost, the record.
func (u *Update) inTheWay(p *plan, name string) bool {
	_, there := p.now.files[name]
	_, ours := u.list[name]
	return there && !ours && !u.want[name].proven
}

// unknown counts the files that could be ours, had we a list. We never write into folders whose name begins with
// a dot, nor such files, unless asked to: those are not counted.
func (u *Update) unknown(p *plan) int {
	if u.listed {
		return 0
	}
	n := 0
	for name := range p.foreign {
		if !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.") {
			n++
		}
	}
	return n
}
