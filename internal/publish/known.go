package publish

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"bangvang/internal/diag"
)

// Known is what the updates of one process in place leave for each other, so that one file of ten thousand can be
// replaced without a look at the others: the list and the record, as they were written. It holds as long as the list in
// the folder is the very file that the last update wrote; another writer makes it void. What others did to our files
// shows after [Known.Doubt], or in the next process. The zero value is empty.
type Known struct {
	root    string
	stamp   fs.FileInfo // of the list's file
	list    list
	text    []byte
	paths   []string // of the list, sorted
	record  *tree
	foreign int
}

// Doubt lets the next update look at every file, and write again those that others have changed.
func (k *Known) Doubt() { k.forget() }

func (k *Known) forget() {
	if k != nil {
		*k = Known{}
	}
}

// recall takes the list and the record from the update before, where they still hold.
func (u *Update) recall() bool {
	k := u.o.Known
	if k == nil || k.stamp == nil || k.root != u.place.root || !u.o.InPlace {
		return false
	}
	now, err := u.disk.Lstat(at(k.root, listName))
	if err != nil || !os.SameFile(now, k.stamp) || markOf(now) != markOf(k.stamp) {
		k.forget()
		return false
	}
	u.list, u.listed, u.listText, u.record, u.known = k.list, true, k.text, k.record, true
	return true
}

// learn leaves what the folder holds now for the next update.
func (u *Update) learn(p *plan, after *tree) {
	k := u.o.Known
	if k == nil || !u.o.InPlace {
		return
	}
	stamp, err := u.disk.Lstat(at(u.place.root, listName))
	if err != nil {
		return
	}
	*k = Known{u.place.root, stamp, p.list, p.text, slices.Sorted(maps.Keys(p.list)), after, len(p.foreign)}
}

// touchUp replaces the files that differ where all others are known to be there: every path wanted is in the list, and
// every path of the list is wanted. The record on the disk stays behind: what it says of these files no longer fits.
func (u *Update) touchUp() (Stats, []diag.Finding, error) {
	k := *u.o.Known
	u.o.Known.forget() // until all is done
	if err := u.move(nil); err != nil {
		return Stats{}, nil, err
	}
	for name, f := range u.want {
		if f.at != "" {
			k.list[name] = listed{f.size, f.sum}
			k.record.files[name] = f.mark
			k.record.dirs[path.Dir(name)] = 0
		}
	}
	if u.staged > 0 {
		k.text = k.list.lines(k.paths)
		if err := u.saveList(k.text); err != nil {
			return Stats{}, nil, err
		}
		stamp, err := u.disk.Lstat(at(k.root, listName))
		if err != nil {
			return Stats{}, nil, fault(recording, at(k.root, listName), err)
		}
		k.stamp = stamp
	}
	*u.o.Known = k
	s := Stats{Files: len(u.want), Written: u.staged, Kept: len(u.want) - u.staged, Foreign: k.foreign}
	for _, f := range u.want {
		s.Bytes += f.size
	}
	return s, nil, nil
}
