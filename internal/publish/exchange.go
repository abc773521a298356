package publish

import (
	"errors"
	"io/fs"
	"path"
	"syscall"
)

// exchange brings the spare tree up to date and swaps it with the folder.
func (u *Update) exchange(p *plan) error {
	s := &spare{u: u, p: p, root: u.place.spare(), touched: map[string]bool{}}
	if err := s.arrange(); err != nil {
		return err
	}
	times, err := s.times()
	if err != nil {
		return err
	}
	if err := u.disk.Sync(u.place.work); err != nil {
		return fault(syncing, u.place.work, err)
	}
	if err := u.write(u.place.nextRecord(), u.after(p, times).text()); err != nil {
		return err
	}
	if err := u.ctx.Err(); err != nil {
		return fault(exchanging, u.place.root, err)
	}
	if err := u.swap(); err != nil {
		return err
	}
	u.turn()
	return s.late()
}

// swap puts the spare tree into the place of the folder, and the folder into its.
func (u *Update) swap() error {
	root, spare := u.place.root, u.place.spare()
	if _, err := u.disk.Lstat(root); missing(err) {
		if err := u.disk.Rename(spare, root); err != nil {
			return fault(exchanging, root, err)
		}
		return nil
	}
	err := u.disk.Exchange(spare, root)
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return u.swapByRenames()
	}
	if err != nil {
		return fault(exchanging, root, err)
	}
	return nil
}

// swapByRenames is for systems that can't exchange. While "old" stands the swap is under way: the next update
// completes it, see recover.
func (u *Update) swapByRenames() error {
	root, spare, old := u.place.root, u.place.spare(), u.place.old()
	if err := u.disk.Rename(root, old); err != nil {
		return fault(exchanging, root, err)
	}
	if err := u.disk.Rename(spare, root); err != nil {
		return errors.Join(fault(exchanging, root, err), u.disk.Rename(old, root))
	}
	_ = u.disk.Rename(old, spare) // the new portal stands; recover does it, too
	return nil
}

// turn lets the records follow their trees. One that gets lost costs the next update a look at every file.
func (u *Update) turn() {
	_ = u.disk.Rename(u.place.publicRecord(), u.place.spareRecord())
	_ = u.disk.Rename(u.place.nextRecord(), u.place.publicRecord())
}

// late brings along what others wrote into the old tree between our look at it and the exchange.
func (s *spare) late() error {
	after, err := scanner{disk: s.u.disk, root: s.root, known: s.p.now, now: s.u.began}.scan()
	if err != nil {
		return err
	}
	for name := range after.files {
		if _, seen := s.p.now.files[name]; seen {
			continue
		}
		if err := s.u.mkdirAll(path.Dir(name)); err != nil {
			return err
		}
		err := s.u.disk.Link(at(s.root, name), at(s.u.place.root, name))
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return fault(arranging, at(s.u.place.root, name), err)
		}
	}
	return nil
}
