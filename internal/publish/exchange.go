package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"sync"
	"syscall"
)

// A spare is the tree beside the folder while it is being made equal to the plan.
type spare struct {
	u    *Update
	p    *plan
	root string
	had  *tree // what stood in it

	mu      sync.Mutex
	touched map[string]bool // folders whose entries were changed
}

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

// arrange makes the spare tree equal to the plan by the differences only. What is there already is known by
// being the same file, under a second name, as the one in the folder.
func (s *spare) arrange() error {
	// From here on the tree is not what its record says.
	known := readRecord(s.u.disk, s.u.place.spareRecord())
	if err := s.remove(s.u.place.spareRecord()); err != nil {
		return err
	}
	var err error
	if s.had, err = (scanner{disk: s.u.disk, root: s.root, known: known, now: s.u.began}).scan(); err != nil {
		return err
	}
	for _, step := range []func() error{s.drop, s.mkdirs, s.carry, s.imitate, s.ours, s.putList} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (s *spare) remove(name string) error {
	if err := s.u.disk.Remove(name); err != nil && !missing(err) {
		return fault(arranging, name, err)
	}
	return nil
}

// touch notes that the folder that name lies in has changed.
func (s *spare) touch(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.touched[path.Dir(name)] = true
}

// drop removes what is not to stand there.
func (s *spare) drop() error {
	for name := range s.had.files {
		if s.u.want[name] != nil || s.p.foreign[name] {
			continue
		}
		s.touch(name)
		if err := s.remove(at(s.root, name)); err != nil {
			return err
		}
	}
	dirs := slices.Collect(maps.Keys(s.had.dirs))
	slices.SortFunc(dirs, deepest)
	for _, dir := range dirs {
		if dir == "." || s.p.folders[dir] {
			continue
		}
		s.touch(dir)
		if err := s.remove(at(s.root, dir)); err != nil {
			return err
		}
	}
	return nil
}

// mkdirs makes the folders that are missing, the upper ones first.
func (s *spare) mkdirs() error {
	for _, dir := range append([]string{"."}, slices.Sorted(maps.Keys(s.p.folders))...) {
		if _, ok := s.had.dirs[dir]; ok {
			continue
		}
		s.touch(dir)
		s.touched[dir] = true
		if err := s.u.disk.Mkdir(at(s.root, dir)); err != nil {
			return fault(arranging, at(s.root, dir), err)
		}
	}
	return nil
}

// carry brings the files of others along. One that its owner has removed meanwhile is none.
func (s *spare) carry() error {
	names := slices.Collect(maps.Keys(s.p.foreign))
	return parallel(len(names), func(i int) error {
		err := s.link(names[i])
		if missing(err) && !exists(s.u.disk, at(s.u.place.root, names[i])) {
			return nil
		}
		return err
	})
}

// link makes name in the spare tree the same file as in the folder.
func (s *spare) link(name string) error {
	from, to := at(s.u.place.root, name), at(s.root, name)
	if was, had := s.had.files[name]; had {
		if f := s.u.want[name]; f != nil && was.known() && was == f.mark {
			return nil // the record says so, and nothing came or went in its folder since
		}
		same, err := s.same(from, to)
		if err != nil || same {
			return err
		}
		if err := s.remove(to); err != nil {
			return err
		}
	}
	s.touch(name)
	if err := s.u.disk.Link(from, to); err != nil {
		return fault(arranging, to, err)
	}
	return nil
}

func (s *spare) same(a, b string) (bool, error) {
	one, err := s.u.disk.Lstat(a)
	if err != nil {
		return false, fault(arranging, a, err)
	}
	two, err := s.u.disk.Lstat(b)
	if err != nil {
		return false, fault(arranging, b, err)
	}
	return os.SameFile(one, two), nil
}

// imitate gives the folders of others, and the whole tree, the mode, owner and time of their models.
func (s *spare) imitate() error {
	dirs := slices.Collect(maps.Keys(s.p.theirs))
	slices.SortFunc(dirs, deepest)
	for _, dir := range append(dirs, ".") {
		from, to := at(s.u.place.root, dir), at(s.root, dir)
		like, err := s.u.disk.Lstat(from)
		if missing(err) {
			continue // removed meanwhile, or no folder yet
		}
		if err == nil {
			err = s.u.disk.Imitate(to, like)
		}
		if err != nil {
			return fault(arranging, to, err)
		}
	}
	return nil
}

// ours puts our files into the tree: new ones from staging, the others from the folder.
func (s *spare) ours() error {
	names := slices.Collect(maps.Keys(s.u.want))
	return parallel(len(names), func(i int) error {
		f := s.u.want[names[i]]
		if f.at == "" {
			return s.link(names[i])
		}
		to := at(s.root, names[i])
		s.touch(names[i])
		if err := s.u.disk.Rename(f.at, to); err != nil {
			return fault(arranging, to, err)
		}
		f.at = to
		return nil
	})
}

// putList writes the list, always as a new file: the old one may be the folder's too.
func (s *spare) putList() error {
	name := at(s.root, listName)
	if err := s.remove(name); err != nil {
		return err
	}
	s.touch(listName)
	return s.u.write(name, s.p.text)
}

// times returns the folders of the tree with their times of change.
func (s *spare) times() (map[string]int64, error) {
	dirs := append(slices.Collect(maps.Keys(s.p.folders)), ".")
	times := make([]int64, len(dirs))
	err := parallel(len(dirs), func(i int) error {
		if times[i] = s.had.dirs[dirs[i]]; times[i] != 0 && !s.touched[dirs[i]] && !s.p.theirs[dirs[i]] {
			return nil
		}
		info, err := s.u.disk.Lstat(at(s.root, dirs[i]))
		if err != nil {
			return fault(arranging, at(s.root, dirs[i]), err)
		}
		times[i] = info.ModTime().UnixNano()
		return nil
	})
	known := make(map[string]int64, len(dirs))
	for i, dir := range dirs {
		known[dir] = times[i]
	}
	return known, err
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
