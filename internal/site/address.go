package site

import (
	"net/url"
	"path"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// folder returns the folder of a path, with a slash at the end.
func folder(file string) string { return file[:strings.LastIndexByte(file, '/')+1] }

// reference returns how content refers to a document: its path from content, without ".md".
func reference(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, Content), ".md")
}

// addressOf makes a document's path plain ASCII; `slug` replaces the last segment.
func (a *assembly) addressOf(doc *document.Document) string {
	ref := reference(doc.Path)
	if doc.Type == document.TypeSection {
		ref = strings.TrimSuffix(path.Dir(ref), ".")
	}
	if ref == "" {
		return "/"
	}
	segments := strings.Split(ref, "/")
	for i, s := range segments {
		slug := viet.Slug(s)
		if slug == "" {
			a.report(doc.Finding("address-empty", diag.Args{"got": s}))
			slug = "-"
		}
		segments[i] = slug
	}
	if own := doc.Header.Slug; own != "" && doc.Type != document.TypeSection {
		if viet.Slug(own) != own {
			a.report(doc.Finding("slug-form", diag.Args{"got": own, "want": viet.Slug(own)}, "slug"))
		} else {
			segments[len(segments)-1] = own
		}
	}
	return "/" + strings.Join(segments, "/") + "/"
}

// Resolve finds the page that a reference of content names: from the campaign's folder, or from content with
// a leading slash. hidden tells that the page exists but is not public.
func (s *Site) Resolve(ref string, c *Campaign) (page *Page, hidden bool) {
	ref = strings.TrimSuffix(strings.TrimSuffix(viet.NFC(ref), "/"), ".md")
	if from, ok := strings.CutPrefix(ref, "/"); ok {
		ref = path.Clean(from)
	} else if c != nil {
		ref = path.Join("phong-trao", c.ID, ref)
	}
	return s.byRef[ref], s.hiddenRef[ref]
}

// Campaign returns the campaign of a folder's name, which may be written as an address or a path; nil if none.
func (s *Site) Campaign(ref string) *Campaign {
	id := strings.Trim(strings.TrimPrefix(strings.Trim(ref, "/"), "phong-trao/"), "/")
	for _, c := range s.Campaigns {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Target is what a link in a body leads to, when it names content: exactly one of Page and File is set.
type Target struct {
	Address string // of the page, without the base path
	File    string // path from the site's folder
	Rest    string // "?…" and "#…" after the name
}

// Link finds what an author's link means. A path is tried as the name of a file beside the document, then as
// content, with or without ".md"; then without what follows a "?" or "#", and with %20 and the like decoded. ok is
// false where it is neither, so that it may still be an address.
func (s *Site) Link(from *Page, target string) (t Target, ok bool) {
	if t, ok = s.named(from, target); ok {
		return t, true
	}
	name, rest := target, ""
	if i := strings.IndexAny(target, "?#"); i >= 0 {
		name, rest = target[:i], target[i:]
	}
	if t, ok = s.named(from, name); !ok {
		plain, err := url.PathUnescape(name)
		if err != nil {
			return Target{}, false
		}
		t, ok = s.named(from, plain)
	}
	t.Rest = rest
	return t, ok
}

// Hides tells that a link names a document that is not public at the site's moment.
func (s *Site) Hides(from *Page, target string) bool {
	name, _, _ := strings.Cut(viet.NFC(strings.TrimSuffix(target, "/")), "#")
	full := path.Join(folder(from.Doc.Path), name)
	if rooted, is := strings.CutPrefix(name, "/"); is {
		full = path.Clean(Content + rooted)
	}
	_, public := s.Link(from, target)
	return !public && s.hiddenRef[reference(full)]
}

// named finds the file or the page that a plain path names.
func (s *Site) named(from *Page, target string) (t Target, ok bool) {
	name := viet.NFC(strings.TrimSuffix(target, "/"))
	full := path.Join(folder(from.Doc.Path), name)
	if rooted, is := strings.CutPrefix(name, "/"); is {
		full = path.Clean(Content + rooted)
	}
	if target == "" || !strings.HasPrefix(full, Content) {
		return Target{}, false
	}
	if _, is := s.files[full]; is {
		return Target{File: full}, true
	}
	if p, is := s.byRef[reference(full)]; is {
		return Target{Address: p.Address}, true
	}
	if p, is := s.Sections[strings.TrimSuffix(strings.TrimSuffix(full, "_index.md"), "/")+"/"]; is {
		return Target{Address: p.Address}, true
	}
	return Target{}, false
}

// OldAddress reads an alias: a path of plain letters, digits and . - _ ~, no segment of which begins with a dot.
// One that ends in .html or .htm is that file, any other a folder. ok is false for all else: a query, another host.
func OldAddress(alias string) (address string, ok bool) {
	path := strings.TrimSuffix(strings.TrimPrefix(alias, "/"), "/")
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "" || segment[0] == '.' || strings.Trim(strings.ToLower(segment), "abcdefghijklmnopqrstuvwxyz0123456789.-_~") != "" {
			return "", false
		}
	}
	if strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".htm") {
		return "/" + path, true
	}
	return "/" + path + "/", true
}
