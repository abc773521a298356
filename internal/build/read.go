package build

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/site"
)

// settingsFile is the one source that is YAML alone.
const settingsFile = site.Content + "site.yaml"

// sources are all files that a portal is made of.
type sources struct {
	markdown []*source // by path
	settings *source
	others   []*source            // other files of content/, by path
	files    map[string]site.File // the same, as a site wants them
}

// read takes in content/. The error is the machine's.
func read(tree fs.FS, o Look, memo *Memo) (*sources, []diag.Finding, error) {
	seen, err := memo.look(tree, o)
	if err != nil {
		return nil, nil, err
	}
	src := &sources{files: map[string]site.File{}}
	var files []*source
	var findings []diag.Finding
	for _, name := range slices.Sorted(maps.Keys(seen)) { // so that nearly all is in order already
		f := seen[name]
		findings = append(findings, f.findings...)
		if name == "content" || strings.HasPrefix(name, site.Content) {
			files = append(files, f.files...)
		}
	}
	slices.SortFunc(files, func(a, b *source) int {
		if order := strings.Compare(a.path, b.path); order != 0 {
			return order
		}
		return strings.Compare(a.real, b.real)
	})
	for i, f := range files {
		twice := i > 0 && files[i-1].path == f.path && !files[i-1].gone
		findings = append(findings, src.take(f, twice)...)
	}
	if src.settings == nil {
		args := diag.Args{}
		if _, err := fs.Stat(tree, path.Base(settingsFile)); err == nil {
			args["above"] = ".." // the folder is content itself
		}
		findings = append(findings, diag.New("site-missing", settingsFile, diag.Pos{}, args))
	}
	return src, findings, nil
}

// take sorts one file in; a second file whose name differs only in how its marks are composed is a finding.
func (src *sources) take(f *source, twice bool) []diag.Finding {
	switch {
	case f.gone:
	case f.busy:
		return []diag.Finding{diag.New("file-busy", f.path, diag.Pos{}, diag.Args{"file": path.Base(f.path)})}
	case twice:
		return []diag.Finding{diag.New("name-twice", f.path, diag.Pos{}, diag.Args{"file": f.path})}
	case f.path == settingsFile:
		src.settings = f
	case f.isDocument():
		src.markdown = append(src.markdown, f)
	case misnamed(f.path):
		return []diag.Finding{diag.New("name-ending", f.path, diag.Pos{}, diag.Args{"file": path.Base(f.path), "want": documentName(path.Base(f.path))})}
	default:
		src.others = append(src.others, f)
		src.files[f.path] = site.File{Data: f.data}
	}
	return nil
}

// misnamed reports whether a name was meant for a document: bai.MD, or bai.md.txt, which Windows makes of
// bai.md while it hides endings.
func misnamed(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, ".md") || strings.HasSuffix(lower, ".md.txt") || strings.HasSuffix(lower, ".markdown")
}

// documentName gives a misnamed document its right ending.
func documentName(name string) string {
	lower := strings.ToLower(name)
	for _, ending := range []string{".md.txt", ".markdown", ".md"} {
		if strings.HasSuffix(lower, ending) {
			return name[:len(name)-len(ending)] + ".md"
		}
	}
	return name
}

// IsForeign reports whether a name is an editor's, an office program's or a system's own, or a guide for
// authors: no content.
func IsForeign(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(lower, ".tmp") || strings.HasSuffix(lower, ".swp") ||
		name == "4913" || lower == "thumbs.db" || lower == "desktop.ini" || lower == "readme.md"
}
