package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/fix"
	"bangvang/internal/report"
	"bangvang/internal/viet"
)

func fixFlags(a *app) {
	a.flags.BoolVar(&a.yes, "yes", false, a.say("ghi ngay, không hỏi", "write without asking"))
	a.flags.BoolVar(&a.dry, "dry-run", false, a.say("chỉ cho xem, không ghi gì", "only show, write nothing"))
}

// runFix shows what can be repaired without a thought, asks, and repairs it.
func runFix(a *app, files []string) int {
	p, code := a.proposal(files)
	if p == nil {
		return code
	}
	if a.json {
		a.encode(map[string]any{"files": a.fixed(p)})
	} else {
		a.showFixes(p)
	}
	switch {
	case len(p.Files) == 0 || a.dry || a.json && !a.yes:
		return exitOK
	case !a.yes && !a.agrees():
		return exitOK
	}
	if code := a.writeFixes(p); code != exitOK || a.json {
		return code
	}
	fmt.Fprintln(a.out, a.say("Đã ghi. Chạy «bangvang check» để xem còn gì phải sửa tay.", "Written. Run bangvang check for what is left to mend by hand."))
	return exitOK
}

// proposal finds the repairs of the files that were named, or of all; nil with an exit code where that can't be done.
func (a *app) proposal(files []string) (*fix.Proposal, int) {
	o, ok := a.options()
	if !ok {
		return nil, exitUsage
	}
	tree, closeSite, code := a.openSite()
	if code != exitOK {
		return nil, code
	}
	defer closeSite()
	only, code := a.below(files)
	if code != exitOK {
		return nil, code
	}
	p, err := fix.Propose(tree, o, new(build.Memo), only)
	if err != nil {
		return nil, a.machine(err)
	}
	return p, exitOK
}

// below turns the names of files into paths from the site's folder. They may be given from there or from the working
// folder.
func (a *app) below(files []string) (only []string, code int) {
	for _, name := range files {
		path := filepath.Join(a.site, name)
		if _, err := os.Stat(path); err != nil {
			path = name
		}
		rel, err := filepath.Rel(plainPath(a.site), plainPath(path))
		if _, gone := os.Stat(path); err != nil || gone != nil || !strings.HasPrefix(filepath.ToSlash(rel), "content/") {
			return nil, a.usage(a.say("không có tệp «"+name+"» trong content", "there is no file “"+name+"” in content"))
		}
		only = append(only, filepath.ToSlash(rel))
	}
	return only, exitOK
}

// showFixes prints what would change in each file, and why.
func (a *app) showFixes(p *fix.Proposal) {
	count := 0
	for _, f := range p.Files {
		fmt.Fprintln(a.out, fixedName(f))
		for _, r := range f.Repairs {
			fmt.Fprintf(a.out, "  %s%s  [%s]\n", a.lineOf(r), r.Message(a.lang), r.Code)
		}
		count += len(f.Repairs)
		for line := range strings.Lines(f.Diff()) {
			fmt.Fprint(a.out, "    ", line)
		}
		fmt.Fprintln(a.out)
	}
	if count == 0 {
		fmt.Fprintln(a.out, a.say("Không có gì để sửa tự động.", "There is nothing to repair."))
		return
	}
	fmt.Fprintln(a.out, a.say(fmt.Sprintf("Sửa được %s chỗ trong %s tệp.", group(count), group(len(p.Files))),
		fmt.Sprintf("%d %s in %d %s.", count, plural(count, "repair"), len(p.Files), plural(len(p.Files), "file"))))
}

func (a *app) lineOf(f diag.Finding) string {
	if f.Pos.Line == 0 {
		return ""
	}
	return a.say(fmt.Sprintf("dòng %d: ", f.Pos.Line), fmt.Sprintf("line %d: ", f.Pos.Line))
}

// agrees asks. Where nobody answers it says how to.
func (a *app) agrees() bool {
	if a.askYes(a.say("Ghi những thay đổi này?", "Write these changes?")) {
		return true
	}
	if a.answers.ended {
		fmt.Fprintln(a.out, a.say("Chưa ghi gì. Thêm --yes để ghi.", "Nothing was written. Add --yes to write."))
		return false
	}
	fmt.Fprintln(a.out, a.say("Chưa ghi gì.", "Nothing was written."))
	return false
}

// writeFixes writes the files of a proposal.
func (a *app) writeFixes(p *fix.Proposal) int {
	root, err := os.OpenRoot(a.site)
	if err != nil {
		return a.machine(fmt.Errorf("opening %s: %w", a.site, err))
	}
	defer root.Close()
	err = fix.Write(root, p)
	if errors.Is(err, fix.ErrChanged) {
		fmt.Fprintln(a.err, "bangvang: "+a.say("một tệp vừa bị sửa ở nơi khác trong lúc chờ; chạy lại lệnh này", "a file was changed elsewhere meanwhile; run this again"))
		return exitMachine
	}
	if err != nil {
		return a.machine(err)
	}
	return exitOK
}

// fixedFile is the JSON form of a file that changes.
type fixedFile struct {
	File    string           `json:"file"`
	To      string           `json:"to"`
	Repairs []report.Finding `json:"repairs"`
	Diff    string           `json:"diff"`
}

func (a *app) fixed(p *fix.Proposal) []fixedFile {
	list := make([]fixedFile, 0, len(p.Files))
	for _, f := range p.Files {
		list = append(list, fixedFile{viet.NFC(f.Path), viet.NFC(f.To), report.List(f.Repairs, a.lang), f.Diff()})
	}
	return list
}
