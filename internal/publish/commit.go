package publish

import (
	"bytes"
	"errors"
	"slices"
	"syscall"

	"bangvang/internal/diag"
)

// Commit makes the folder hold exactly the files put, and those of others. A finding that is an error, as any
// error, leaves the folder as it was; only in place may an error leave some files replaced already, which the next
// update heals. Errors are for [Describe].
func (u *Update) Commit() (Stats, []diag.Finding, error) {
	if !u.end() {
		return Stats{}, nil, ErrOver
	}
	stats, found, err := u.commit()
	if closed := u.close(); err != nil {
		err = errors.Join(err, closed)
	}
	// Published is published: what could not be swept the next update sweeps.
	return stats, found, err
}

func (u *Update) commit() (Stats, []diag.Finding, error) {
	if err := errors.Join(u.failed, u.ctx.Err()); err != nil {
		return Stats{}, nil, err
	}
	if u.known && u.inList == len(u.want) && (u.rest || len(u.want) == len(u.list)) {
		return u.touchUp()
	}
	if u.holdsAll() {
		return u.asSeen(), nil, nil
	}
	if u.rest {
		u.fill()
	}
	u.o.Known.forget()
	now, err := scanner{disk: u.disk, root: u.place.root, known: u.record, now: u.began}.scan()
	if err != nil {
		return Stats{}, nil, err
	}
	if err := u.ctx.Err(); err != nil {
		return Stats{}, nil, err
	}
	p := u.plan(now)
	found := u.findings(p)
	if diag.Errors(found) > 0 {
		return Stats{}, found, nil
	}
	if err := u.ctx.Err(); err != nil { // from here on to the end
		return Stats{}, nil, err
	}
	if err := u.apply(p); err != nil {
		return Stats{}, found, err
	}
	return u.stats(p), found, nil
}

// holdsAll reports whether every file of the list is wanted as it is, and stands there by the record: then nothing is to be done,
// whatever others have put beside. What a process is to know of the folder needs a look at it all the same.
func (u *Update) holdsAll() bool {
	return u.listed && u.o.Known == nil && u.staged == 0 && u.doubts == 0 && u.inList == len(u.want) && len(u.want) == len(u.list)
}

// asSeen counts without a look at the folder: the files of others are those that the last update saw.
func (u *Update) asSeen() Stats {
	s := Stats{Files: len(u.want), Kept: len(u.want), Bytes: u.bytes()}
	for name := range u.record.files {
		if _, ours := u.list[name]; !ours {
			s.Foreign++
		}
	}
	return s
}

// apply brings about what the plan says: by an exchange, or file by file where that is asked for or where the
// system leaves no other way.
func (u *Update) apply(p *plan) error {
	if u.staged == 0 && len(p.stale) == 0 && len(p.gone()) == 0 && bytes.Equal(p.text, u.listText) {
		return u.refresh(p)
	}
	if u.o.InPlace || !u.place.beside || p.now.mounts {
		return u.replace(p)
	}
	err := u.exchange(p)
	if !cannot(err) {
		return err
	}
	return u.replaceInstead(p)
}

// replaceInstead takes the new files from wherever the exchange that can't be done has brought them.
func (u *Update) replaceInstead(p *plan) error {
	if err := removeAll(u.disk, u.place.nextRecord()); err != nil {
		return fault(removing, u.place.nextRecord(), err)
	}
	if err := u.replace(p); err != nil {
		return err
	}
	if err := removeAll(u.disk, u.place.spare()); err != nil {
		return fault(removing, u.place.spare(), err)
	}
	return nil
}

// gone are the folders of ours that hold nothing any more, the deepest first.
func (p *plan) gone() []string {
	var gone []string
	for dir := range p.now.dirs {
		if dir != "." && !p.folders[dir] {
			gone = append(gone, dir)
		}
	}
	slices.SortFunc(gone, deepest)
	return gone
}

// cannot reports whether an error says that the system can't do it at all: no hard links or no exchange of
// folders there, a folder that is mounted, a thing whose owner is not ours to give.
func cannot(err error) bool {
	for _, e := range []error{errors.ErrUnsupported, syscall.EXDEV, syscall.EPERM, syscall.EINVAL, syscall.EMLINK, syscall.EBUSY} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// refresh notes what the looks at bytes and folders have found, so that the next update need not look again.
func (u *Update) refresh(p *plan) error {
	if u.doubts == 0 && len(u.record.dirs) == len(p.now.dirs) && !p.now.news(u.record) {
		u.learn(p, u.after(p, p.now.dirs))
		return nil
	}
	return u.note(p, p.now.dirs)
}

// news reports whether a folder's time is not as known.
func (t *tree) news(known *tree) bool {
	for dir, m := range t.dirs {
		if known.dirs[dir] != m {
			return true
		}
	}
	return false
}

// note writes the record of the folder, where there is a workspace to keep it in.
func (u *Update) note(p *plan, dirs map[string]int64) error {
	after := u.after(p, dirs)
	if u.place.beside {
		if err := u.keepRecord(after); err != nil {
			return err
		}
	}
	u.learn(p, after)
	return nil
}

func (u *Update) keepRecord(after *tree) error {
	if err := u.write(u.place.nextRecord(), after.text()); err != nil {
		return err
	}
	if err := u.disk.Rename(u.place.nextRecord(), u.place.publicRecord()); err != nil {
		return fault(recording, u.place.publicRecord(), err)
	}
	return nil
}

func (u *Update) write(name string, data []byte) error {
	if _, err := u.disk.WriteFile(name, data); err != nil {
		return fault(recording, name, err)
	}
	return nil
}

// after is the folder as it is to be, with the given times of its folders.
func (u *Update) after(p *plan, dirs map[string]int64) *tree {
	t := &tree{dirs: dirs, files: make(map[string]mark, len(u.want)+len(p.foreign))}
	for name := range p.foreign {
		t.files[name] = mark{}
	}
	for name, f := range u.want {
		t.files[name] = f.mark
	}
	return t
}

func (u *Update) stats(p *plan) Stats {
	return Stats{Files: len(u.want), Written: u.staged, Kept: len(u.want) - u.staged,
		Removed: len(p.stale), Foreign: len(p.foreign), Unknown: u.unknown(p), Bytes: u.bytes()}
}

// bytes is the size of all files wanted.
func (u *Update) bytes() int64 {
	var n int64
	for _, f := range u.want {
		n += f.size
	}
	return n
}
