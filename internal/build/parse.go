package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/portal"
	"bangvang/internal/render"
	"bangvang/internal/view"
)

// isDocument tells a document by its name.
func (s *source) isDocument() bool { return strings.HasSuffix(s.path, ".md") }

// parse works out what a document says, unless that is known. Of the bytes it keeps what it needs, and their sum where
// others will be compared with them.
func (s *source) parse(kept bool) {
	if s.known != nil {
		return
	}
	doc, findings := document.Parse(s.path, s.data)
	s.known = &known{doc: doc, findings: findings}
	if kept {
		s.known.sum = sha256.Sum256(s.data)
	}
	s.data = nil
}

// parsed collects what the sources say.
func (src *sources) parsed() (*document.Settings, []*document.Document, []diag.Finding) {
	var findings []diag.Finding
	docs := make([]*document.Document, len(src.markdown))
	for i, s := range src.markdown {
		docs[i] = s.known.doc
		findings = append(findings, s.known.findings...)
	}
	s := src.settings
	if s == nil {
		return nil, docs, findings
	}
	if s.known == nil {
		settings, found := document.ParseSite(s.path, s.data)
		s.known = &known{settings: settings, findings: found}
	}
	return s.known.settings, docs, append(findings, s.known.findings...)
}

// theme parses the theme, the site's own files before the built-in ones.
func (m *Memo) theme(own, builtin fs.FS) *themed {
	if m == nil {
		return parseTheme(own, builtin)
	}
	hash, err := hashTheme(own, builtin)
	if m.themed != nil && err == nil && m.themed.hash == hash {
		return m.themed
	}
	t := parseTheme(own, builtin)
	t.hash = hash
	if after, changed := hashTheme(own, builtin); changed == nil && after == hash {
		m.themed = t // else a file changed while it was read
	}
	return t
}

func parseTheme(own, builtin fs.FS) *themed {
	t := &themed{assets: assetsOf(own, builtin)}
	t.theme, t.findings = render.Parse(diag.Vi, own, builtin)
	return t
}

// inEnglish parses the theme for English pages, too.
func (t *themed) inEnglish(own, builtin fs.FS) []diag.Finding {
	if t.english == nil {
		t.english, t.untold = render.Parse(diag.En, own, builtin)
	}
	return t.untold
}

// of returns the theme for a page's language.
func (t *themed) of(page *view.Page) *render.Theme {
	if page.Site.Lang == string(diag.En) {
		return t.english
	}
	return t.theme
}

func hashTheme(folders ...fs.FS) ([sha256.Size]byte, error) {
	h := sha256.New()
	for _, folder := range folders {
		err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(folder, name)
			sum := sha256.Sum256(data)
			h.Write([]byte(name + "\x00"))
			h.Write(sum[:])
			return err
		})
		if err != nil {
			return [sha256.Size]byte{}, err
		}
		h.Write([]byte{0})
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// assetsOf collects the static files of the folders, the first folder's before the others'. The style sheet,
// the scripts and the icon carry a fingerprint in their names, so that browsers may keep them for ever.
func assetsOf(folders ...fs.FS) portal.Assets {
	files := map[string][]byte{}
	for _, folder := range slices.Backward(folders) {
		_ = fs.WalkDir(folder, "static", func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && !IsForeign(d.Name()) {
				if data, err := fs.ReadFile(folder, name); err == nil {
					files[name] = data
				}
			}
			return nil
		})
	}
	var a portal.Assets
	called := map[string]*string{
		"static/site.css": &a.Style, "static/site.js": &a.Script, "static/search.js": &a.Search,
		"static/icon.svg": &a.Icon, "static/icon-180.png": &a.TouchIcon,
	}
	sizes := map[string]int{"static/icon-192.png": 192, "static/icon-512.png": 512}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path, data := name, files[name]
		if address := called[name]; address != nil {
			path = fingerprint(name, data)
			*address = "/" + path
		} else if size := sizes[name]; size > 0 {
			path = fingerprint(name, data)
			a.Icons = append(a.Icons, portal.Icon{Address: "/" + path, Size: size})
		}
		a.Files = append(a.Files, portal.Output{Path: path, Data: data})
	}
	return a
}

func fingerprint(name string, data []byte) string {
	sum := sha256.Sum256(data)
	dot := strings.LastIndexByte(name, '.')
	return name[:dot] + "." + hex.EncodeToString(sum[:4]) + name[dot:]
}
