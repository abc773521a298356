package publish

import (
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
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

// arrange makes the spare tree equal to the plan by the differences only. What is there already is known by
// being the same file, under a second name, as the one in the folder.
func (s *spare) arrange() error {
	// From here on the tree is not what its record says.
	known := readRecord(s.u.disk, s.u.place.spareRecord())
	if err := s.remove(s.u.place.spareRecord()); err != nil {
		return err
	}
	var err error
	if s.u.bare && s.u.staged > 0 {
		err = s.adopt()
	} else {
		s.had, err = (scanner{disk: s.u.disk, root: s.root, known: known, now: s.u.began}).scan()
	}
	if err != nil {
		return err
	}
	for _, step := range []func() error{s.drop, s.mkdirs, s.carry, s.imitate, s.ours, s.putList} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// adopt takes staging for the tree where there was no folder: the new files stand in it as they are to stand. A tree that is
// left of a folder that somebody removed goes.
func (s *spare) adopt() error {
	if err := removeAll(s.u.disk, s.root); err != nil {
		return fault(arranging, s.root, err)
	}
	if err := s.u.disk.Rename(s.u.place.staging(), s.root); err != nil {
		return fault(arranging, s.root, err)
	}
	s.had = newTree()
	s.had.dirs["."] = 0
	s.u.stagedIn.Range(func(dir, _ any) bool {
		s.had.dirs[dir.(string)] = 0
		above(dir.(string), func(dir string) bool {
			_, known := s.had.dirs[dir]
			s.had.dirs[dir] = 0
			return !known
		})
		return true
	})
	for name, f := range s.u.want {
		f.at = at(s.root, name)
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
	var dirs []string
	for dir := range s.had.dirs {
		if dir != "." && !s.p.folders[dir] {
			dirs = append(dirs, dir)
		}
	}
	slices.SortFunc(dirs, deepest)
	for _, dir := range dirs {
		s.touch(dir)
		if err := s.remove(at(s.root, dir)); err != nil {
			return err
		}
	}
	return nil
}

// mkdirs makes the folders that are missing, level by level from above.
func (s *spare) mkdirs() error {
	var levels [][]string
	for _, dir := range append(slices.Collect(maps.Keys(s.p.folders)), ".") {
		if _, ok := s.had.dirs[dir]; ok {
			continue
		}
		depth := 0
		if dir != "." {
			depth = 1 + strings.Count(dir, "/")
		}
		for len(levels) <= depth {
			levels = append(levels, nil)
		}
		levels[depth] = append(levels[depth], dir)
		s.touched[dir] = true
		s.touched[path.Dir(dir)] = true
	}
	for _, dirs := range levels {
		if err := parallel(len(dirs), func(i int) error { return s.mkdir(dirs[i]) }); err != nil {
			return err
		}
	}
	return nil
}

func (s *spare) mkdir(dir string) error {
	if err := s.u.disk.Mkdir(at(s.root, dir)); err != nil {
		return fault(arranging, at(s.root, dir), err)
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
		if f.at == to {
			return nil
		}
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
