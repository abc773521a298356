package main

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mount puts a small file system of its own on a new folder; only root may.
func mount(t *testing.T, flags uintptr, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", flags, options); err != nil {
		if os.Geteuid() == 0 && !errors.Is(err, syscall.EPERM) {
			t.Fatal(err)
		}
		t.Skip("only root may mount a file system: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestAFullDiskEndsWithCode3InWordsAndLeavesThePortalWhole(t *testing.T) {
	disk, dir := mount(t, 0, "size=600k"), layIn(t)
	out := filepath.Join(disk, "public")
	if said, code := runs(t, "build", "--site", dir, "--out", out); code != exitOK {
		t.Fatal(said)
	}
	before := tree(t, out)
	for i := range 200 {
		write(t, dir, "content/tin-tuc/2025/tin-"+strings.Repeat("a", i+1)+".md", strings.TrimPrefix(smallSite["content/tin-tuc/2026/tin.md"], "\n"))
	}
	said, code := runs(t, "build", "--site", dir, "--out", out)
	if code != exitMachine || !strings.Contains(said, "đĩa đã đầy") || strings.Contains(said, "no space") {
		t.Errorf("code %d, it said %q", code, said)
	}
	if !maps.Equal(before, tree(t, out)) {
		t.Error("the full disk changed the portal")
	}
	entries, err := os.ReadDir(disk)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "public" && !strings.HasPrefix(e.Name(), ".public.") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestAReadOnlyDiskEndsWithCode3InWords(t *testing.T) {
	disk := mount(t, syscall.MS_RDONLY, "size=64k")
	said, code := runs(t, "build", "--site", layIn(t), "--out", filepath.Join(disk, "public"))
	if code != exitMachine || !strings.Contains(said, "chỉ") || strings.Contains(said, "read-only") {
		t.Errorf("code %d, it said %q", code, said)
	}
}
