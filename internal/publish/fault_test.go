package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"bangvang/internal/diag"
)

// theirs stands beside the portals in these tests.
var theirs = files{".gitkeep": "", "tin-tuc/a/ghi-chu.txt": "note", "tai-len/anh.jpg": "picture"}

// settings are the kinds of update over a portal that stands already.
var settings = map[string]struct {
	bare    bool
	o       Options
	history []files // published before
	before  Options // how
}{
	"the first exchange":         {history: []files{first}},
	"a later exchange":           {history: []files{second, first}},
	"a swap by renames":          {bare: true, history: []files{first}},
	"a later swap by renames":    {bare: true, history: []files{second, first}},
	"a first portal":             {},
	"in place":                   {o: Options{InPlace: true}, history: []files{second, first}},
	"an exchange after in place": {history: []files{second, {}, first}, before: Options{InPlace: true}},
}

// prepared returns a folder in which first stands, beside things of others.
func prepared(t *testing.T, history []files, o Options) string {
	t.Helper()
	dir := folder(t)
	for path, text := range theirs {
		write(t, filepath.Join(dir, path), text)
	}
	for _, portal := range history {
		mustPublish(t, dir, portal, o)
	}
	return dir
}

// whole says which edition stands in dir, "" if neither or a mixture.
func whole(t *testing.T, dir string, old files) string {
	t.Helper()
	got := stand(t, dir)
	for path, text := range theirs {
		if there, ok := got[path]; !ok || there != text {
			return ""
		}
		delete(got, path)
	}
	maps.DeleteFunc(got, func(path, _ string) bool { return strings.HasPrefix(path, insideName) })
	switch {
	case maps.Equal(got, old):
		return "old"
	case maps.Equal(got, second):
		return "new"
	}
	return ""
}

func TestAFaultLeavesThePortalWholeAndTheNextRunSucceeds(t *testing.T) {
	for name, s := range settings {
		t.Run(name, func(t *testing.T) {
			for k, done := int64(1), false; !done; k++ {
				dir := prepared(t, s.history, s.before)
				disk := newFaulty(func(n int64) error {
					if n == k {
						return []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES}[k%3]
					}
					return nil
				})
				disk.bare = s.bare
				done = !faultAt(t, dir, disk, k, s.o, s.history)
			}
		})
	}
}

// faultAt publishes with one fault, checks what it left, and reports whether the fault came at all.
func faultAt(t *testing.T, dir string, disk faulty, k int64, o Options, history []files) bool {
	t.Helper()
	o.Disk = disk
	_, _, err := publish(dir, second, o)
	came := disk.ops.Load() >= k
	old := files{}
	if len(history) > 0 {
		old = first
	}
	is := whole(t, dir, old)
	switch {
	case err == nil && is != "new":
		t.Fatalf("operation %d: no error, but the portal is %q: %v", k, is, stand(t, dir))
	case err != nil && is == "" && !o.InPlace:
		t.Fatalf("operation %d: %v: the portal is a mixture: %v", k, err, stand(t, dir))
	case err != nil:
		mustBeClear(t, err)
	}
	mustPublish(t, dir, second, Options{InPlace: o.InPlace})
	mustStand(t, dir, second, theirs)
	mustBeClean(t, dir)
	return came
}

// mustBeClear fails unless the error says in words what was done, where and why.
func mustBeClear(t *testing.T, err error) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) || f.Path == "" {
		t.Fatalf("an error without its step: %v", err)
	}
	for _, lang := range []diag.Lang{diag.Vi, diag.En} {
		said := Describe(err, lang)
		if !strings.Contains(said, doings[f.Doing].In(lang)) || !strings.Contains(said, f.Path) || strings.Contains(said, "errno") {
			t.Fatalf("unclear: %s", said)
		}
	}
}

func TestEveryKthOperationFailing(t *testing.T) {
	for name, s := range settings {
		t.Run(name, func(t *testing.T) {
			for k := int64(2); k <= 120; k++ {
				dir := prepared(t, s.history, s.before)
				disk := newFaulty(func(n int64) error {
					if n%k == 0 {
						return syscall.ENOSPC
					}
					return nil
				})
				disk.bare = s.bare
				faultAt(t, dir, disk, k, s.o, s.history)
			}
		})
	}
}

// A stop is a kill at each single operation: from there on nothing happens any more.
func TestStoppedAfterAnyOperationThePortalIsWholeOrIsCompleted(t *testing.T) {
	for name, s := range settings {
		t.Run(name, func(t *testing.T) {
			for k, done := int64(1), false; !done; k++ {
				dir := prepared(t, s.history, s.before)
				disk := newFaulty(func(n int64) error {
					if n > k {
						return syscall.EIO
					}
					return nil
				})
				disk.bare = s.bare
				o := s.o
				o.Disk = disk
				_, _, err := publish(dir, second, o)
				done = err == nil && disk.ops.Load() <= k
				old := files{}
				if len(s.history) > 0 {
					old = first
				}
				_, there := os.Lstat(dir)
				if is := whole(t, dir, old); is == "" && !o.InPlace && !(s.bare && there != nil) {
					t.Fatalf("after operation %d the portal is a mixture: %v", k, stand(t, dir))
				}
				healed(t, dir, k, s.o)
			}
		})
	}
}

// healed fails unless the next update, of a third edition, leaves no trace of the one that was stopped.
func healed(t *testing.T, dir string, k int64, o Options) {
	t.Helper()
	third := files{"index.html": "home 3", "doi/x": "a file again"}
	if _, found, err := publish(dir, third, o); err != nil || diag.Errors(found) > 0 {
		t.Fatalf("after a stop at operation %d: %v, %v", k, codes(found), err)
	}
	mustStand(t, dir, third, theirs)
	mustBeClean(t, dir)
}

func TestWhereTheSystemCantTheUpdateGoesFileByFile(t *testing.T) {
	tests := map[string]func(op string) error{
		"no hard links":          refuse("link", syscall.EPERM),
		"another file system":    refuse("link", syscall.EXDEV),
		"a folder that is used":  refuse("exchange", syscall.EBUSY),
		"an owner we can't give": refuse("imitate", syscall.EPERM),
	}
	for name, refuses := range tests {
		t.Run(name, func(t *testing.T) {
			dir := prepared(t, []files{second, first}, Options{})
			stats, _ := mustPublish(t, dir, second, Options{Disk: refusing{refuses: refuses}})
			mustStand(t, dir, second, theirs)
			mustBeClean(t, dir)
			if stats.Written != 6 {
				t.Errorf("%d files written", stats.Written)
			}
			mustPublish(t, dir, first, Options{Disk: refusing{refuses: refuses}})
			mustPublish(t, dir, second, Options{})
			mustStand(t, dir, second, theirs)
		})
	}
}

func refuse(which string, err error) func(op string) error {
	return func(op string) error {
		if op == which {
			return fmt.Errorf("%s: %w", op, err)
		}
		return nil
	}
}
