package build_test

import (
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"bangvang/internal/build"
	"bangvang/templates"
)

// held is a folder in which a program holds some files, so that they can't be opened.
type held struct {
	fs.FS
	ending string
}

func (h held) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, h.ending) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.EBUSY}
	}
	return h.FS.Open(name)
}

func TestAFileThatAnotherProgramHoldsIsAFindingAndReadOnceItIsFree(t *testing.T) {
	tree := os.DirFS("testdata/scores-workbook/in")
	memo := new(build.Memo)
	o := build.Options{Now: moment, Theme: templates.FS}
	result, err := build.Build(held{tree, ".xlsx"}, o, memo, build.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Findings) != 1 || result.Findings[0].Code != "file-busy" || result.Findings[0].File != "content/phong-trao/thu/ket-qua/2026-xa.xlsx" {
		t.Errorf("told is\n%s", findings(result.Findings))
	}
	if result, err = build.Build(tree, o, memo, build.Discard); err != nil || !result.OK() {
		t.Errorf("once it is free: %v\n%s", err, findings(result.Findings))
	}
}
