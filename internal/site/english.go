package site

import (
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// vietnamese returns the path of the file that a translation translates: x.md for x.en.md.
func vietnamese(translation string) string { return strings.TrimSuffix(translation, ".en.md") + ".md" }

// translate gives each page its English words. A translation shows and hides with its page.
func (a *assembly) translate() {
	for _, doc := range a.english {
		original := vietnamese(doc.Path)
		if page := a.original(original); page != nil {
			page.English = doc
		} else if !a.site.hiddenRef[reference(original)] {
			a.report(doc.FindingAt("translation-alone", diag.Pos{}, diag.Args{
				"want": path.Base(original), "near": diag.Nearest(path.Base(original), a.siblings(original)),
			}))
		}
	}
}

// original returns the public page of a file, nil if there is none.
func (a *assembly) original(file string) *Page {
	if path.Base(file) == "_index.md" {
		return a.site.Sections[folder(file)]
	}
	return a.site.byRef[reference(file)]
}

// siblings are the names of the documents that stand in a file's folder.
func (a *assembly) siblings(file string) []string {
	var names []string
	for _, doc := range a.Docs {
		if doc.Type != document.TypeTranslation && folder(doc.Path) == folder(file) {
			names = append(names, path.Base(doc.Path))
		}
	}
	return names
}

// Translated tells that the portal has an English edition: some page has its words in English.
func (s *Site) Translated() bool {
	has := func(p *Page) bool { return p.English != nil }
	for _, section := range s.Sections {
		if has(section) {
			return true
		}
	}
	return slices.ContainsFunc(s.Pages, has) || slices.ContainsFunc(s.Register, has)
}
