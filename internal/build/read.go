package build

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// settingsFile is the one source that is YAML alone.
const settingsFile = site.Content + "site.yaml"

// sources are all files that a portal is made of.
type sources struct {
	markdown  []source // by path
	settings  *source
	files     map[string]site.File // other files of content/, by NFC path
	templates fs.FS                // the site's own theme
	seen      map[string]bool      // NFC paths
}

// A source is one file.
type source struct {
	path string // from the site's folder, NFC, "/"
	real string // as the file system spells it
	data []byte
	gone bool
}

// read takes in content/. A file that is no content (editors' own, README.md) is passed over; a link or a
// folder with the name of a document is a finding. The error is the machine's.
func read(tree fs.FS) (*sources, []diag.Finding, error) {
	src := &sources{files: map[string]site.File{}, seen: map[string]bool{}}
	paths, findings, err := walk(tree, "content")
	if err != nil {
		return nil, nil, err
	}
	_, found, err := walk(tree, "templates") // what is a link there is told, too
	if err != nil {
		return nil, nil, err
	}
	findings = append(findings, found...)
	src.templates, err = fs.Sub(tree, "templates")
	if err != nil {
		return nil, nil, fmt.Errorf("opening templates: %w", err)
	}
	err = parallel(len(paths), func(i int) error {
		data, err := fs.ReadFile(tree, paths[i].real)
		if errors.Is(err, fs.ErrNotExist) {
			paths[i].gone = true // removed since the walk: as if it had never been there
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", paths[i].path, err)
		}
		paths[i].data = data
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	for i := range paths {
		findings = append(findings, src.take(&paths[i])...)
	}
	slices.SortFunc(src.markdown, func(a, b source) int { return strings.Compare(a.path, b.path) })
	if src.settings == nil {
		findings = append(findings, diag.New("site-missing", settingsFile, diag.Pos{}, diag.Args{}))
	}
	return src, findings, nil
}

// take sorts one file in; a second file whose name differs only in how its marks are composed is a finding.
func (src *sources) take(f *source) []diag.Finding {
	if f.gone {
		return nil
	}
	if src.seen[f.path] {
		return []diag.Finding{diag.New("name-twice", f.path, diag.Pos{}, diag.Args{"file": f.path})}
	}
	src.seen[f.path] = true
	switch {
	case f.path == settingsFile:
		src.settings = f
	case strings.HasSuffix(f.path, ".md"):
		src.markdown = append(src.markdown, *f)
	case misnamed(f.path):
		return []diag.Finding{diag.New("name-ending", f.path, diag.Pos{}, diag.Args{"file": path.Base(f.path), "want": documentName(path.Base(f.path))})}
	default:
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

// walk lists the files of a folder that count, without following links.
func walk(tree fs.FS, top string) ([]source, []diag.Finding, error) {
	var paths []source
	var findings []diag.Finding
	err := fs.WalkDir(tree, top, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if name == top && errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll // the missing site.yaml says it
			}
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return fmt.Errorf("reading %s: %w", name, err)
		}
		clean := viet.NFC(name)
		switch {
		case d.Type()&fs.ModeSymlink != 0:
			findings = append(findings, diag.New("symlink", clean, diag.Pos{}, diag.Args{"file": path.Base(clean)}))
		case IsForeign(path.Base(clean)):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if strings.HasSuffix(strings.ToLower(clean), ".md") {
				findings = append(findings, diag.New("folder-like-file", clean, diag.Pos{}, diag.Args{"file": path.Base(clean)}))
				return fs.SkipDir
			}
		case !d.Type().IsRegular():
			findings = append(findings, diag.New("special-file", clean, diag.Pos{}, diag.Args{"file": path.Base(clean)}))
		default:
			paths = append(paths, source{path: clean, real: name})
		}
		return nil
	})
	return paths, findings, err
}

// IsForeign reports whether a name is an editor's, an office program's or a system's own, or a guide for
// authors: no content.
func IsForeign(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(lower, ".tmp") || strings.HasSuffix(lower, ".swp") ||
		name == "4913" || lower == "thumbs.db" || lower == "desktop.ini" || lower == "readme.md"
}
