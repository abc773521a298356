package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// A plain file is read on the short way, and nothing on it is a link.
func TestTheShortWayIsTaken(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("a"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.md", filepath.Join(dir, "b.md")); err != nil {
		t.Fatal(err)
	}
	site, err := openTree(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	fd, err := unix.Openat2(int(site.short.Fd()), "a.md", &below)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		t.Skip("not on this system: openat2")
	}
	_ = unix.Close(fd)
	if data, ok := site.short.read("a.md"); !ok || string(data) != "a" {
		t.Errorf("%q, %v", data, ok)
	}
	if data, ok := site.short.read("b.md"); ok {
		t.Errorf("through a link came %q", data)
	}
}
