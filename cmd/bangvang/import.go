package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/fix"
	"bangvang/internal/scaffold"
	"bangvang/internal/sheet"
	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

func importFlags(a *app) {
	a.flags.StringVar(&a.to, "to", "", a.say("tệp nhận: ket-qua/ĐỢT-KHỐI.csv, hoặc tệp .md của kết quả, khen thưởng, sổ đơn vị", "where it goes: ket-qua/ROUND-BLOCK.csv, or a results, awards or units file"))
	a.flags.StringVar(&a.block, "block", "", a.say("khối của bảng điểm, khi tên tệp nhận không nói rõ", "the scores' block, where the name does not tell"))
	a.flags.StringVar(&a.tab, "sheet", "", a.say("trang tính có bảng, khi tệp có nhiều trang giống nhau", "the workbook's sheet, where several look alike"))
	a.flags.StringArrayVar(&a.maps, "map", nil, a.say("«tên cột=mã tiêu chí» hoặc «tên cột=-» để bỏ qua; dùng được nhiều lần", "“heading=criterion”, or “heading=-” to pass it over; may be repeated"))
	a.flags.BoolVar(&a.yes, "yes", false, a.say("ghi ngay, không hỏi", "write without asking"))
}

// runImport reads a table that people have filled in, shows how it was understood, and writes it where it belongs.
func runImport(a *app, args []string) int {
	switch {
	case len(args) == 0:
		return a.usage(a.say("cần tên tệp Excel hoặc CSV", "it needs an Excel or CSV file"))
	case a.to == "":
		return a.usage(a.say("cần --to: tệp nhận bảng, ví dụ --to content/phong-trao/…/ket-qua/2026-xa.csv", "it needs --to: where the table goes, such as --to content/phong-trao/…/ket-qua/2026-xa.csv"))
	}
	data, err := os.ReadFile(args[0])
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return a.usage(a.say("không có tệp «"+args[0]+"»", "there is no file “"+args[0]+"”"))
	case err != nil:
		return a.machine(fmt.Errorf("reading %s: %w", args[0], err))
	}
	if isOpen(args[0]) {
		fmt.Fprintln(a.err, a.say("Tệp đang mở trong Excel: chỉ những gì đã lưu được đọc.", "The file is open in Excel: what is saved is read."))
	}
	whole, code := a.whole()
	if whole == nil {
		return code
	}
	in := &importing{app: a, name: viet.NFC(filepath.ToSlash(args[0])), real: args[0], data: data, whole: whole}
	if l, ok := listAt(whole, a.inContent(a.to)); ok && l.doc != nil {
		return in.list(l)
	}
	return in.scores(a.inContent(a.to))
}

// isOpen reports whether Excel or LibreOffice has left the file that says so beside a workbook.
func isOpen(name string) bool {
	dir, base := filepath.Split(name)
	for _, lock := range []string{"~$" + base, ".~lock." + base + "#"} {
		if _, err := os.Stat(filepath.Join(dir, lock)); err == nil {
			return true
		}
	}
	return false
}

// rehearse builds the site as it would be with other files, and returns what is said about one of them. That its
// document may be a draft yet does not soften it.
func (a *app) rehearse(files map[string][]byte, about string) ([]diag.Finding, int) {
	o, ok := a.options()
	if !ok {
		return nil, exitUsage
	}
	tree, closeSite, code := a.openSite()
	if code != exitOK {
		return nil, code
	}
	defer closeSite()
	changed, err := fix.With(tree, files)
	if err != nil {
		return nil, a.machine(err)
	}
	result, err := build.Build(changed, o, nil, build.Discard)
	if err != nil {
		return nil, a.machine(err)
	}
	var found []diag.Finding
	for _, f := range result.Findings {
		if f.File != about {
			continue
		}
		if f.WaivedFor == "" {
			f.Severity = diag.Lookup(f.Code).Severity
		}
		found = append(found, f)
	}
	return found, exitOK
}

// wrong prints what is wrong with a table, and writes a copy of a workbook in which the cells say it.
func (in *importing) wrong(found []diag.Finding) int {
	if !in.machineForm(found) {
		in.findings(in.err, found)
	}
	if i := slices.IndexFunc(found, func(f diag.Finding) bool { return f.Code == "sheet-column-unknown" }); i >= 0 && !in.json {
		id := found[i].Args["near"]
		if !slices.ContainsFunc(in.expected.Criteria, func(c sheet.Criterion) bool { return c.ID == id }) {
			id = in.expected.Criteria[0].ID
		}
		fmt.Fprintln(in.err, in.say("Cột có tên riêng thì nói rõ là tiêu chí nào: ", "Say which criterion a column of another name is: ")+
			`--map "`+found[i].Args["got"]+`=`+id+`"`+in.say(", hoặc bỏ qua: ", ", or pass it over: ")+`--map "`+found[i].Args["got"]+`=-"`)
	}
	var remarks []workbook.Remark
	for _, f := range found {
		if f.Pos.Cell() != "" {
			remarks = append(remarks, workbook.Remark{Sheet: f.Pos.Sheet, Row: f.Pos.Line, Column: f.Pos.Column, Text: strings.TrimSpace(f.Message(in.lang) + "\n" + f.Hint(in.lang))})
		}
	}
	if !in.json {
		fmt.Fprintf(in.err, "%s%s\n", in.say("Chưa nhập gì: ", "Nothing was imported: "), in.counts(found))
	}
	if len(remarks) == 0 {
		return exitFindings
	}
	copied, err := workbook.Annotate(in.data, "bangvang", remarks)
	if err != nil {
		return exitFindings // what is wrong has been said; the copy only helps
	}
	name := strings.TrimSuffix(in.real, filepath.Ext(in.real)) + "-loi" + filepath.Ext(in.real)
	if err := os.WriteFile(name, copied, 0o644); err != nil {
		return in.machine(fmt.Errorf("writing %s: %w", name, err))
	}
	fmt.Fprintln(in.err, in.say("Bản sao có ghi chú ở từng ô sai: "+name, "A copy with a note on each wrong cell: "+name))
	return exitFindings
}

// writeSources puts files where they belong: those that are new, and those that change.
func (a *app) writeSources(fresh []scaffold.File, changed []fix.File) int {
	if len(fresh) > 0 {
		if code := a.makeFiles(a.site, fresh, func(string) bool { return !a.json }); code != exitOK {
			return code
		}
	}
	root, err := os.OpenRoot(a.site)
	if err != nil {
		return a.machine(fmt.Errorf("opening %s: %w", a.site, err))
	}
	defer root.Close()
	if err := fix.Write(root, &fix.Proposal{Files: changed}); err != nil {
		return a.machine(err)
	}
	for _, f := range changed {
		if a.json {
			continue
		}
		fmt.Fprintln(a.out, a.say("Đã ghi ", "Wrote ")+f.Path)
	}
	return exitOK
}

// besides returns the path of a file beside another.
func besides(file, name string) string { return path.Join(path.Dir(file), name) }
