package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// replace makes the folder equal to the plan file by file: what pages need, then pages, then lists of pages;
// then away with what is no longer produced; then the list. A file that is new gets into the list beforehand,
// so that the next update knows it as ours wherever this one is cut short.
func (u *Update) replace(p *plan) error {
	if err := u.mkdirAll("."); err != nil {
		return err
	}
	if err := u.announce(p); err != nil {
		return err
	}
	steps := []func(*plan) error{u.move, u.clear}
	if u.entangled(p) {
		steps = []func(*plan) error{u.clear, u.move}
	}
	for _, step := range append(steps, u.putList) {
		if err := step(p); err != nil {
			return err
		}
	}
	return u.note(p, u.untouched(p))
}

// announce puts the files to come into the list, beside those that are there. Of a file that is there the list goes
// on to say what it held: with the new sum, a file not yet replaced would pass for the new one.
func (u *Update) announce(p *plan) error {
	both := maps.Clone(p.list)
	maps.Copy(both, u.list)
	if len(both) == len(u.list) {
		return nil
	}
	return u.saveList(both.text())
}

func (u *Update) putList(p *plan) error { return u.saveList(p.text) }

// saveList writes the list whole and renames it over the old one.
func (u *Update) saveList(text []byte) error {
	if err := u.write(u.place.draft(), text); err != nil {
		return err
	}
	name := at(u.place.root, listName)
	if err := u.disk.Rename(u.place.draft(), name); err != nil {
		return fault(recording, name, err)
	}
	return nil
}

// move puts the new files into their places in the order that leaves no page without what it needs. Those that come at the same
// place of the order come together.
func (u *Update) move(*plan) error {
	var names []string
	for name, f := range u.want {
		if f.at != "" {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, byNeed)
	for len(names) > 0 {
		n := 1
		for n < len(names) && need(names[n]) == need(names[0]) && strings.Count(names[n], "/") == strings.Count(names[0], "/") {
			n++
		}
		if err := parallel(n, func(i int) error { return u.moveOne(names[i]) }); err != nil {
			return err
		}
		names = names[n:]
	}
	return nil
}

// moveOne puts a new file into its place. Most often its folder is there.
func (u *Update) moveOne(name string) error {
	from, to := u.want[name].at, at(u.place.root, name)
	err := u.disk.Rename(from, to)
	if missing(err) {
		if err := u.mkdirAll(path.Dir(name)); err != nil {
			return err
		}
		err = u.disk.Rename(from, to)
	}
	if err != nil {
		return fault(replacing, to, err)
	}
	return nil
}

// byNeed orders files: what pages need (styles, pictures, data), then pages from the deepest up, as the upper ones
// list the lower, then feeds and the sitemap.
func byNeed(a, b string) int {
	return cmp.Or(cmp.Compare(need(a), need(b)), deepest(a, b))
}

func need(name string) int {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return 1
	case ".xml":
		return 2
	}
	return 0
}

// entangled reports whether a file that goes stands where a folder is to be, or the other way round: then what
// goes must go first.
func (u *Update) entangled(p *plan) bool {
	for _, name := range p.stale {
		if p.folders[name] {
			return true
		}
	}
	for name := range u.want {
		if _, ok := p.now.dirs[name]; ok {
			return true
		}
	}
	return false
}

// clear removes the files no longer produced, and the folders of ours that are empty then.
func (u *Update) clear(p *plan) error {
	for _, name := range p.stale {
		full := at(u.place.root, name)
		if err := u.disk.Remove(full); err != nil && !missing(err) {
			return fault(removing, full, err)
		}
	}
	for _, dir := range p.gone() {
		full := at(u.place.root, dir)
		err := u.disk.Remove(full)
		if err != nil && !missing(err) && !occupied(u.disk, full) {
			return fault(removing, full, err)
		}
	}
	return nil
}

// occupied reports whether someone has put something into a folder meanwhile.
func occupied(disk Disk, dir string) bool {
	entries, err := disk.ReadDir(dir)
	return err == nil && len(entries) > 0
}

// mkdirAll makes a folder of the portal and those above it, as far as they are missing.
func (u *Update) mkdirAll(dir string) error {
	if err := mkdirAll(u.disk, u.place.root, dir); err != nil {
		return fault(replacing, at(u.place.root, dir), err)
	}
	return nil
}

// mkdirAll makes a folder below root and those above it, as far as they are missing.
func mkdirAll(disk Disk, root, dir string) error {
	err := disk.Mkdir(at(root, dir))
	if missing(err) && dir != "." {
		if err := mkdirAll(disk, root, path.Dir(dir)); err != nil {
			return err
		}
		err = disk.Mkdir(at(root, dir))
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// untouched returns the times of the folders in which nothing was changed, and 0 for the others: something else
// could have changed there in the same moment.
func (u *Update) untouched(p *plan) map[string]int64 {
	times := map[string]int64{".": 0}
	changed := append(slices.Clone(p.stale), p.gone()...)
	for name, f := range u.want {
		if f.at != "" {
			changed = append(changed, name)
		}
	}
	for dir := range p.folders {
		times[dir] = p.now.dirs[dir]
		if _, there := p.now.dirs[dir]; !there {
			changed = append(changed, dir)
		}
	}
	for _, name := range changed {
		if _, stands := times[path.Dir(name)]; stands {
			times[path.Dir(name)] = 0
		}
	}
	return times
}
