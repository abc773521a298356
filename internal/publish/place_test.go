package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"bangvang/internal/diag"
)

func TestTheFolderMayBeASymlinkToAFolder(t *testing.T) {
	for name, o := range modes {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			real, link := filepath.Join(top, "real", "www"), filepath.Join(top, "public")
			if err := errors.Join(os.MkdirAll(real, 0o777), os.Symlink("real/www", link)); err != nil {
				t.Fatal(err)
			}
			mustPublish(t, link, first, o)
			mustPublish(t, link, second, o)
			mustStand(t, real, second)
			if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
				t.Fatalf("the symlink is %v (%v)", info, err)
			}
		})
	}
}

func TestTheFolderMayBeRelativeAndNew(t *testing.T) {
	t.Chdir(t.TempDir())
	mustPublish(t, "dist/a/public", first, Options{})
	mustPublish(t, "dist/a/public/", second, Options{})
	mustStand(t, "dist/a/public", second)
}

func TestTheFolderKeepsItsMode(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, first, Options{})
	if err := os.Chmod(dir, 0o750); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dir, second, Options{})
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o750 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}
}

func TestAFolderThatCantBeIsRefusedInWords(t *testing.T) {
	tests := map[string]struct {
		make   func(dir string) error
		disk   Disk
		vi, en string
	}{
		"a file":           {func(dir string) error { return os.WriteFile(dir, nil, 0o666) }, nil, "đó không phải là thư mục", "it is not a folder"},
		"under a file":     {func(dir string) error { return os.WriteFile(filepath.Dir(dir), nil, 0o666) }, nil, "đó không phải là thư mục", "it is not a folder"},
		"a dead symlink":   {func(dir string) error { return os.Symlink("nowhere", dir) }, nil, "liên kết tượng trưng trỏ tới nơi không tồn tại", "the symlink leads nowhere"},
		"a read-only disk": {func(dir string) error { return os.Mkdir(dir, 0o777) }, closed{reason: syscall.EROFS}, "ổ đĩa chỉ cho phép đọc", "the disk is read-only"},
		"no permission":    {func(dir string) error { return os.Mkdir(dir, 0o777) }, closed{reason: syscall.EACCES}, "không có quyền", "permission denied"},
		"a long name":      {func(string) error { return nil }, closed{reason: syscall.ENAMETOOLONG}, "đường dẫn quá dài", "the path is too long"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			dir := filepath.Join(top, "x", "public")
			if name != "under a file" {
				_ = os.Mkdir(filepath.Dir(dir), 0o777)
			}
			if err := test.make(dir); err != nil {
				t.Fatal(err)
			}
			_, err := Begin(context.Background(), dir, Options{Disk: test.disk})
			if err == nil {
				t.Fatal("it was taken")
			}
			if vi := Describe(err, diag.Vi); !strings.HasPrefix(vi, "không chuẩn bị được thư mục xuất bản") || !strings.HasSuffix(vi, ": "+test.vi) {
				t.Errorf("in Vietnamese: %s", vi)
			}
			if en := Describe(err, diag.En); !strings.HasPrefix(en, "cannot prepare") || !strings.HasSuffix(en, ": "+test.en) {
				t.Errorf("in English: %s", en)
			}
		})
	}
}

// A closed disk lets nobody make a folder.
type closed struct {
	quick
	reason error
}

func (d closed) Mkdir(name string) error {
	return &fs.PathError{Op: "mkdir", Path: name, Err: d.reason}
}

// A walled disk does not let the workspace lie beside the folder.
type walled struct {
	quick
	beside string
}

func (d walled) Mkdir(name string) error {
	if name == d.beside {
		return &fs.PathError{Op: "mkdir", Path: name, Err: syscall.EACCES}
	}
	return d.quick.Mkdir(name)
}

func TestWhereTheParentIsClosedTheUpdateWorksInsideTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	o := Options{Disk: walled{beside: filepath.Join(filepath.Dir(dir), ".public.bangvang")}}
	write(t, filepath.Join(dir, "theirs"), "x")
	for _, portal := range []files{first, second, second, {}, first} {
		mustPublish(t, dir, portal, o)
		mustStand(t, dir, portal, files{"theirs": "x"})
		mustBeClean(t, dir)
	}
	mustPublish(t, dir, second, Options{})
	mustStand(t, dir, second, files{"theirs": "x"})
}

// A busy folder is one into which someone writes at the moment of the exchange.
type busyFolder struct {
	quick
	dir string
}

func (d busyFolder) Exchange(a, b string) error {
	name := filepath.Join(d.dir, "tai-len", "vua-xong.txt")
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte("late"), 0o666)); err != nil {
		return err
	}
	return d.quick.Exchange(a, b)
}

func TestAFileOfOthersThatComesAtTheLastMomentIsBroughtAlong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, first, Options{})
	mustPublish(t, dir, second, Options{Disk: busyFolder{dir: dir}})
	mustStand(t, dir, second, files{"tai-len/vua-xong.txt": "late"})
	mustPublish(t, dir, first, Options{})
	mustStand(t, dir, first, files{"tai-len/vua-xong.txt": "late"})
}

func TestAnUpdateStoppedByItsContextPublishesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, first, Options{})
	ctx, stop := context.WithCancel(context.Background())
	u, err := Begin(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := u.Put("index.html", []byte("new")); err != nil {
		t.Fatal(err)
	}
	stop()
	if _, _, err := u.Commit(); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	mustStand(t, dir, first)
	mustBeClean(t, dir)
}

func TestABusyFolderIsDescribedWithItsHolder(t *testing.T) {
	err := error(&Busy{PID: 417, Host: "may-1", Owner: "bangvang watch", Since: time.Date(2021, 5, 5, 7, 30, 0, 0, time.UTC)})
	want := "một tiến trình khác đang ghi vào thư mục xuất bản: bangvang watch, tiến trình số 417 trên máy may-1, từ 07:30:00 05/05/2021"
	if got := Describe(err, diag.Vi); got != want {
		t.Errorf("got %s", got)
	}
	if got := Describe(&Busy{}, diag.En); strings.Contains(got, "0") {
		t.Errorf("got %s", got)
	}
}

func TestOnePageThatDiffersCostsAFewChangesOfTheDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	portal := editionOf(3)
	mustPublish(t, dir, portal, Options{})
	for i := range 4 {
		portal["index.html"] = strings.Repeat("x", i)
		count := &counting{}
		mustPublish(t, dir, portal, Options{Disk: count})
		if i > 0 && count.changes.Load() > 20 {
			t.Errorf("update %d: one page differs, and the disk was changed %d times", i, count.changes.Load())
		}
	}
	count := &counting{}
	mustPublish(t, dir, portal, Options{Disk: count})
	if count.changes.Load() > 3 {
		t.Errorf("no page differs, and the disk was changed %d times", count.changes.Load())
	}
}

// A counting disk counts what it writes.
type counting struct {
	quick
	changes atomic.Int64
}

func (d *counting) WriteFile(name string, data []byte) (fs.FileInfo, error) {
	d.changes.Add(1)
	return d.quick.WriteFile(name, data)
}
func (d *counting) Mkdir(name string) error      { d.changes.Add(1); return d.quick.Mkdir(name) }
func (d *counting) Rename(old, new string) error { d.changes.Add(1); return d.quick.Rename(old, new) }
func (d *counting) Remove(name string) error     { d.changes.Add(1); return d.quick.Remove(name) }
func (d *counting) Link(old, new string) error   { d.changes.Add(1); return d.quick.Link(old, new) }
