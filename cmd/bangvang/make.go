package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"bangvang/internal/scaffold"
)

// makeFiles writes new files below a folder and names each of those that show is true for. Where one of them exists,
// nothing is written at all.
func (a *app) makeFiles(dir string, files []scaffold.File, show func(path string) bool) int {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return a.machine(err)
	}
	defer root.Close()
	for _, f := range files {
		if _, err := root.Lstat(filepath.FromSlash(f.Path)); err == nil {
			return a.usage(a.say("đã có tệp «"+f.Path+"», không ghi đè; hãy đặt tên khác hoặc sửa tệp đó", "the file “"+f.Path+"” exists and is not overwritten; choose another name, or edit that file"))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return a.machine(err)
		}
	}
	for _, f := range files {
		if err := makeFile(root, f); err != nil {
			return a.machine(err)
		}
		if show(f.Path) {
			fmt.Fprintf(a.out, "%s %s\n", a.say("Đã tạo", "Made"), f.Path)
		}
	}
	return exitOK
}

// makeFile writes one file that must not exist.
func makeFile(root *os.Root, f scaffold.File) error {
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(f.Path)), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if bytes.HasPrefix(f.Data, []byte("#!")) {
		mode = 0o755 // git runs no hook that may not be run
	}
	file, err := root.OpenFile(filepath.FromSlash(f.Path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(f.Data)
	return errors.Join(err, file.Close())
}
