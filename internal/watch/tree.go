package watch

import (
	"encoding/binary"
	"errors"
	"hash/maphash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// signature stands for what a folder holds: the name, kind, rights, size and time of every entry that counts.
type signature uint64

// seed makes signatures of one process comparable; they are never kept.
var seed = maphash.MakeSeed()

// young is how fresh a file's time must be for a second write to leave the same time and size: file systems
// count in steps of up to two seconds. Only polling needs to mind it.
const young = 2 * time.Second

// scan looks at all folders, watches those it does not watch yet, and calls ring (unless nil) for each
// that is new, gone or not as it was.
func (w *watcher) scan(ring func(folder, path string)) {
	start := time.Now()
	if ring == nil {
		ring = func(string, string) {}
	}
	before := w.seen
	w.seen = make(map[string]signature, len(before))
	for _, root := range w.roots {
		w.follow(filepath.Dir(root))
		w.walk(root, func(folder string, now signature) {
			if was, known := before[folder]; !known || was != now {
				ring(folder, folder)
			}
		})
	}
	for folder := range before {
		if _, still := w.seen[folder]; !still {
			w.unfollow(folder)
			ring(folder, folder)
		}
	}
	w.scanned = time.Since(start)
}

// learn watches what has come at path, if it is a folder, and rings for it and every folder below.
func (w *watcher) learn(path string, ring func(folder, path string)) {
	w.walk(path, func(folder string, _ signature) { ring(folder, path) })
}

// forget stops watching path and what is below: it was moved or removed. A folder that was moved comes
// back under its new name as created; the old watch would tell of it under the old one.
func (w *watcher) forget(path string) {
	if _, known := w.seen[path]; !known {
		return
	}
	below := path + string(filepath.Separator)
	for folder := range w.seen {
		if folder == path || strings.HasPrefix(folder, below) {
			delete(w.seen, folder)
			w.unfollow(folder)
		}
	}
}

// adopt takes the state of folders that have just been announced as known, so that the slow net does not
// announce them again. Folders to the side of the roots are left out.
func (w *watcher) adopt(folders map[string]bool) {
	if w.system == nil {
		return // the scan that found them has noted what it saw; what came after must ring
	}
	for folder := range folders {
		if _, known := w.seen[folder]; !known {
			continue
		}
		if entries, err := os.ReadDir(folder); err == nil {
			w.seen[folder] = w.sign(entries)
		}
	}
}

// walk visits a folder and all below it that count: first it is watched, then read.
func (w *watcher) walk(folder string, visit func(folder string, now signature)) {
	look := os.Lstat
	if w.isRoot(folder) {
		look = os.Stat // a root may be a link
	}
	info, err := look(folder)
	if err != nil || !info.IsDir() {
		w.visitFile(folder, info, visit)
		return
	}
	w.follow(folder)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return // gone again; an unreadable folder is visited as an empty one
	}
	now := w.sign(entries)
	w.seen[folder] = now
	visit(folder, now)
	for _, e := range entries {
		if e.IsDir() && !Ignored(e.Name()) {
			w.walk(filepath.Join(folder, e.Name()), visit)
		}
	}
}

// visitFile visits a root that is a single file, as if it were a folder that holds only itself.
func (w *watcher) visitFile(path string, info fs.FileInfo, visit func(folder string, now signature)) {
	if info == nil || !w.isRoot(path) {
		return
	}
	now := w.sign([]fs.DirEntry{fs.FileInfoToDirEntry(info)})
	w.seen[path] = now
	visit(path, now)
}

// sign makes the signature of a folder's entries, which os.ReadDir has sorted.
func (w *watcher) sign(entries []fs.DirEntry) signature {
	var h maphash.Hash
	h.SetSeed(seed)
	var number [8]byte
	count := func(n int64) {
		binary.LittleEndian.PutUint64(number[:], uint64(n))
		h.Write(number[:])
	}
	for _, e := range entries {
		if Ignored(e.Name()) {
			continue
		}
		h.WriteString(e.Name())
		h.WriteByte(0)
		info, err := e.Info()
		if err != nil {
			continue // gone since it was listed: the next look differs
		}
		count(int64(info.Mode()))
		if info.IsDir() {
			continue // a folder's own time only says that an entry came or went, which its own signature says
		}
		count(info.Size())
		count(info.ModTime().UnixNano())
		if w.system == nil && time.Since(info.ModTime()) < young {
			h.WriteByte(1) // so that it rings once more when it has settled
		}
	}
	return signature(h.Sum64())
}

// follow asks the system for the events of a folder. Where the system has no more watches to give, polling begins.
func (w *watcher) follow(folder string) {
	if w.system == nil {
		return
	}
	if err := w.system.Add(folder); errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
		w.poll(Notice{Reason: Limit, Path: folder, Err: err})
	} // other errors: the folder is gone or may not be read, which the parent's events and the net notice
}

func (w *watcher) unfollow(folder string) {
	if w.system != nil {
		w.system.Remove(folder) // an error means that the system has dropped it already
	}
}

// concerns reports whether a path that rang is below or at a root, and no editor's own file.
func (w *watcher) concerns(path string) bool {
	if w.isRoot(path) {
		return true
	}
	for _, root := range w.roots {
		if strings.HasPrefix(path, root+string(filepath.Separator)) {
			return !Ignored(filepath.Base(path))
		}
	}
	return false
}

func (w *watcher) isRoot(path string) bool { return slices.Contains(w.roots, path) }
