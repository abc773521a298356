package fix

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

var (
	plainName = regexp.MustCompile(`^[a-z0-9_][a-z0-9._-]*$`)
	ending    = regexp.MustCompile(`^\.[A-Za-z0-9]{1,5}$`)
	odd       = regexp.MustCompile(`[^a-z0-9._]+`)
)

// plainPath makes each part of a path small plain letters, digits, points, hyphens and underlines, as its address has
// them anyway. A part without a letter or digit stays.
func plainPath(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		parts[i] = plainPart(part)
	}
	return strings.Join(parts, "/")
}

func plainPart(part string) string {
	if part == "" || plainName.MatchString(part) {
		return part
	}
	stem, ext := part, path.Ext(part)
	if ext != part && ending.MatchString(ext) {
		stem = strings.TrimSuffix(part, ext)
	} else {
		ext = ""
	}
	stem = strings.Trim(odd.ReplaceAllString(viet.Fold(stem), "-"), "-.")
	if viet.Slug(stem) == "" {
		return part
	}
	return stem + strings.ToLower(ext)
}

// rename gives files plain names where no other file has them, and says so.
func (p *Proposal) rename(name string) string {
	to := plainPath(name)
	if to == name || p.keep[name] || p.tree.entries[to] != nil || viet.Slug(to) != viet.Slug(name) {
		return name
	}
	p.moved(name, to, diag.New("file-name", viet.NFC(name), diag.Pos{}, diag.Args{"file": viet.NFC(path.Base(name)), "want": path.Base(to)}))
	return to
}

// moved renames a file in the tree and takes down why.
func (p *Proposal) moved(from, to string, why diag.Finding) {
	p.tree.rename(from, to)
	p.states[to] = p.states[from]
	delete(p.states, from)
	p.say(to, why)
}

// follow is the mend of a reference whose target has a plain name now: "Bảng điểm.csv" becomes bang-diem.csv.
func (p *Proposal) follow(s spot) []edit {
	got := s.f.Args["got"]
	want := plainRef(got)
	if got == "" || want == got || strings.Contains(got, "://") || p.target(s.f.File, want) == "" {
		return nil
	}
	if edits := s.replace(got, want); edits != nil {
		return edits
	}
	return s.replace((&url.URL{Path: got}).EscapedPath(), want)
}

// plainRef is a reference as it is when what it names has a plain name. It may be written with %20 and the like.
func plainRef(ref string) string {
	if plain, err := url.PathUnescape(ref); err == nil {
		return plainPath(plain)
	}
	return plainPath(ref)
}

// target returns the file that a reference of a document names: beside it, in its campaign's folder or in content; ""
// where there is none.
func (p *Proposal) target(from, ref string) string {
	ref, _, _ = strings.Cut(ref, "#")
	folders := []string{path.Dir(from), "content/phong-trao"}
	if parts := strings.SplitN(from, "/", 4); len(parts) == 4 {
		folders = append(folders, path.Join(parts[:3]...))
	}
	if strings.HasPrefix(ref, "/") {
		folders = []string{"content"}
	}
	for _, folder := range folders {
		full := path.Join(folder, ref)
		for _, name := range []string{full, full + ".md", full + "/ke-hoach.md"} {
			if p.tree.entries[name] != nil {
				return name
			}
		}
	}
	return ""
}
