package publish

import (
	"io/fs"
	"os"
	"path"

	"bangvang/internal/diag"
)

// Known is what the updates of one process in place leave for each other, so that one file of ten thousand can be
// replaced without a look at the others: the list and the record, as they were written. It holds as long as the list in
// the folder is the very file that the last update wrote; another writer makes it void. What others did to our files
// shows after [Known.Doubt], or in the next process. The zero value is empty.
type Known struct {
	root     string
	stamp    fs.FileInfo // of the list's file
	list     list
	text     []byte
	record   *tree
	foreign  int
	bytes    int64 // of all files of the list
	delivery any   // what was told to [Update.Follow]
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
	*k = Known{u.place.root, stamp, p.list, p.text, after, len(p.foreign), u.bytes(), u.delivery}
}

// Follow names what is about to be put, so that a later update can build on it, and asks whether the folder is known to
// hold exactly what was called before. If so, what is neither put nor kept now stays as it is.
func (u *Update) Follow(before, now any) bool {
	u.delivery = now
	u.rest = u.known && before != nil && u.o.Known.delivery == before
	return u.rest
}

// fill wants the rest, too.
func (u *Update) fill() {
	for name, was := range u.list {
		if u.want[name] == nil {
			u.want[name] = &file{size: was.size, sum: was.sum, mark: u.record.files[name], ours: true}
			u.inList++
		}
	}
}

// touchUp replaces the files that differ where all others are known to be there: every path wanted is in the list, and
// every path of the list is wanted, or of the rest. The record on the disk stays behind: what it says of these files no longer fits.
func (u *Update) touchUp() (Stats, []diag.Finding, error) {
	k := *u.o.Known
	u.o.Known.forget() // until all is done
	if err := u.move(nil); err != nil {
		return Stats{}, nil, err
	}
	for name, f := range u.want {
		if f.at != "" {
			k.bytes += f.size - k.list[name].size
			k.list[name] = listed{f.size, f.sum}
			k.text = amend(k.text, name, k.list[name])
			k.record.files[name] = f.mark
			k.record.dirs[path.Dir(name)] = 0
		}
	}
	if u.staged > 0 {
		if err := u.saveList(k.text); err != nil {
			return Stats{}, nil, err
		}
		stamp, err := u.disk.Lstat(at(k.root, listName))
		if err != nil {
			return Stats{}, nil, fault(recording, at(k.root, listName), err)
		}
		k.stamp = stamp
	}
	k.delivery = u.delivery
	*u.o.Known = k
	return Stats{Files: len(k.list), Written: u.staged, Kept: len(k.list) - u.staged, Foreign: k.foreign, Bytes: k.bytes}, nil, nil
}
