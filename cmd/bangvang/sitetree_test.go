package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Whatever way a file is read on, it has the same bytes, and what can't be read has the same error.
func TestTheShortWayReadsWhatTheLongOneDoes(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	long := bytes.Repeat([]byte("bảng vàng\n"), 20_000)
	for name, data := range map[string][]byte{
		filepath.Join(dir, "content", "tin-tuc", "dài.md"): long,
		filepath.Join(dir, "content", "rỗng.md"):           nil,
		filepath.Join(outside, "mật.md"):                   []byte("không được đọc"),
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if runtime.GOOS != "windows" { // where making a link needs a right
		for name, to := range map[string]string{
			"content/trong.md":  "tin-tuc/dài.md",
			"content/ngoài.md":  filepath.Join(outside, "mật.md"),
			"content/thư-mục":   outside,
			"content/lên.md":    "../../mật.md",
			"content/vòng.md":   "vòng.md",
			"content/năm-trước": "tin-tuc",
		} {
			if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	site, err := openTree(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	for _, name := range []string{
		"content/tin-tuc/dài.md", "content/rỗng.md", "content/trong.md", "content/ngoài.md", "content/thư-mục/mật.md", "content/lên.md",
		"content/vòng.md", "content/năm-trước/dài.md", "content/không-có.md", "content/tin-tuc", "content/rỗng.md/x", "../mật.md", "/etc/passwd", "", ".",
		"content//rỗng.md", "content/rỗng.md\x00",
	} {
		got, fault := site.ReadFile(name)
		want, expected := fs.ReadFile(site.root.FS(), name)
		if !bytes.Equal(got, want) || (fault == nil) != (expected == nil) || fault != nil && fault.Error() != expected.Error() {
			t.Errorf("%q: %d bytes, %v; want %d bytes, %v", name, len(got), fault, len(want), expected)
		}
		if bytes.Contains(got, []byte("không được đọc")) {
			t.Errorf("%q: a file outside of the folder was read", name)
		}
		_, fault = fs.Stat(site, name)
		if _, expected = fs.Stat(site.root.FS(), name); fmt.Sprint(fault) != fmt.Sprint(expected) {
			t.Errorf("%q is looked at: %v; want %v", name, fault, expected)
		}
	}
	if got, err := fs.ReadFile(site, "content/tin-tuc/dài.md"); err != nil || !bytes.Equal(got, long) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}
