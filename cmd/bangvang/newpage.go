package main

import (
	"path"
	"path/filepath"
	"strings"

	"bangvang/internal/scaffold"
	"bangvang/internal/site"
)

// newPage makes an ordinary page.
func newPage(m *maker) int {
	name, ok := m.name(m.say("Tiêu đề của trang", "The page's title"))
	if !ok {
		return m.noName("page")
	}
	folder, code := m.inFolder()
	if code != exitOK {
		return code
	}
	f := scaffold.Page{Title: name, Folder: folder}.File()
	return m.made([]scaffold.File{f}, m.toFill(f.Path))
}

// newSection makes the first page of a folder.
func newSection(m *maker) int {
	name, ok := m.name(m.say("Tên mục", "The section's title"))
	if !ok {
		return m.noName("section")
	}
	folder, code := m.inFolder()
	if code != exitOK {
		return code
	}
	if m.new.folder == "" {
		folder = site.Content + scaffold.Name(name) + "/"
	}
	f := scaffold.Page{Title: name, Folder: folder, Section: true}.File()
	return m.made([]scaffold.File{f}, m.toFill(f.Path))
}

// inFolder is the folder that --in names, from content. One outside is refused.
func (m *maker) inFolder() (string, int) {
	in := path.Clean(strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(m.new.folder, `\`, "/"), "/"), site.Content))
	if !filepath.IsLocal(in) {
		return "", m.usage(m.say("--in phải là một thư mục trong content, không phải «"+m.new.folder+"»", "--in takes a folder below content, not “"+m.new.folder+"”"))
	}
	return path.Join(site.Content, in) + "/", exitOK
}

// toFill says what comes next for one file.
func (m *maker) toFill(path string) string {
	return m.say("Việc tiếp theo: mở "+path+", điền các chỗ ‹điền …›. Xong thì xóa dòng draft: true.",
		"What comes next: open "+path+" and fill in the places ‹điền …›. When it is done, remove the line draft: true.")
}
