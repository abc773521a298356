package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/portal"
	"bangvang/internal/render"
)

// A Memo is what builds of one site remember for each other. Everything in it is immutable and depends only
// on its key, so a build with a memo gives the same result as one without; only what the last build used
// stays. The zero value is empty; nil remembers nothing. A memo serves one build at a time.
type Memo struct {
	docs     map[docKey]parsed
	themed   *themed
	drawings *drawings
}

type docKey struct {
	path string
	hash [sha256.Size]byte
}

type parsed struct {
	doc      *document.Document
	findings []diag.Finding
}

// themed is a parsed theme by the bytes of all its files.
type themed struct {
	hash     [sha256.Size]byte
	theme    *render.Theme
	assets   portal.Assets
	findings []diag.Finding
}

// parse reads every source once; what the memo knows by path and bytes is not read again.
func parse(src *sources, memo *Memo) (*document.Settings, []*document.Document, []diag.Finding) {
	results := make([]parsed, len(src.markdown))
	keys := make([]docKey, len(src.markdown))
	_ = parallel(len(src.markdown), func(i int) error {
		s := &src.markdown[i]
		if memo != nil {
			keys[i] = docKey{s.path, sha256.Sum256(s.data)}
		}
		if known, ok := memo.document(keys[i]); ok {
			results[i] = known
			return nil
		}
		results[i].doc, results[i].findings = document.Parse(s.path, s.data)
		s.data = nil // the document keeps what it needs
		return nil
	})
	memo.keep(keys, results)
	var findings []diag.Finding
	docs := make([]*document.Document, len(results))
	for i, r := range results {
		docs[i] = r.doc
		findings = append(findings, r.findings...)
	}
	if src.settings == nil {
		return nil, docs, findings
	}
	settings, found := document.ParseSite(src.settings.path, src.settings.data)
	return settings, docs, append(findings, found...)
}

func (m *Memo) document(k docKey) (parsed, bool) {
	if m == nil {
		return parsed{}, false
	}
	p, ok := m.docs[k]
	return p, ok
}

func (m *Memo) keep(keys []docKey, results []parsed) {
	if m == nil {
		return
	}
	m.docs = make(map[docKey]parsed, len(keys))
	for i, k := range keys {
		m.docs[k] = results[i]
	}
}

// theme parses the theme, the site's own files before the built-in ones.
func (m *Memo) theme(own, builtin fs.FS) (*render.Theme, portal.Assets, []diag.Finding) {
	hash, err := hashTheme(own, builtin)
	if m != nil && m.themed != nil && err == nil && m.themed.hash == hash {
		return m.themed.theme, m.themed.assets, m.themed.findings
	}
	t := &themed{hash: hash}
	t.theme, t.findings = render.Parse(diag.Vi, own, builtin)
	t.assets = assetsOf(own, builtin)
	if m != nil {
		m.themed = t
	}
	return t.theme, t.assets, t.findings
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
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		path := name
		switch name {
		case "static/site.css":
			path = fingerprint(name, files[name])
			a.Style = "/" + path
		case "static/site.js":
			path = fingerprint(name, files[name])
			a.Script = "/" + path
		case "static/search.js":
			path = fingerprint(name, files[name])
			a.Search = "/" + path
		case "static/icon.svg":
			path = fingerprint(name, files[name])
			a.Icon = "/" + path
		}
		a.Files = append(a.Files, portal.Output{Path: path, Data: files[name]})
	}
	return a
}

func fingerprint(name string, data []byte) string {
	sum := sha256.Sum256(data)
	dot := strings.LastIndexByte(name, '.')
	return name[:dot] + "." + hex.EncodeToString(sum[:4]) + name[dot:]
}
