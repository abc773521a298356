package build

import (
	"cmp"
	"slices"
	"strconv"
	"sync"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// waive applies what the authors decided about judgements: `allow` in a file turns them into warnings that
// carry the reason, `strict_from` turns those of older articles into one warning with their count. Findings
// of drafts are warnings: a half-written draft never stops the publication of the rest. A registry's are errors, as
// its units count while it is a draft too.
// It uses the memory of the findings it is given.
func waive(findings []diag.Finding, settings *document.Settings, docs []*document.Document) []diag.Finding {
	byPath := pathsOf(docs)
	out, old := judged(findings, settings, byPath)
	for i := range out {
		if f := &out[i]; f.Severity == diag.Error {
			if doc := byPath()[blamed(f)]; doc != nil && doc.Header.Draft && doc.Units == nil {
				f.Severity = diag.Warning
			}
		}
	}
	out = certain(out, docs) // what is waived leaves no doubt
	for _, d := range docs {
		out = append(out, allowances(d)...)
	}
	if old > 0 {
		out = append(out, diag.New("old-judgements", settingsFile, diag.Pos{}, diag.Args{
			"count": strconv.Itoa(old), "from": string(settings.Site.StrictFrom.Day),
		}))
	}
	return out
}

// judged waives judgements and takes out those of old articles, which it counts.
func judged(findings []diag.Finding, settings *document.Settings, byPath func() map[string]*document.Document) (out []diag.Finding, old int) {
	out = findings[:0]
	for _, f := range findings {
		if f.Severity == diag.Error && diag.Lookup(f.Code).Judgement {
			doc := byPath()[blamed(&f)]
			if doc != nil && waiver(doc, f.Code) != "" {
				f.Severity, f.WaivedFor = diag.Warning, waiver(doc, f.Code)
			} else if doc != nil && isOld(doc, settings) {
				old++
				continue
			}
		}
		out = append(out, f)
	}
	return out, old
}

// blamed is the file that a finding is put to.
func blamed(f *diag.Finding) string { return cmp.Or(f.Owner, f.File) }

// pathsOf returns the documents by their paths, for those who ask.
func pathsOf(docs []*document.Document) func() map[string]*document.Document {
	return sync.OnceValue(func() map[string]*document.Document {
		byPath := make(map[string]*document.Document, len(docs))
		for _, d := range docs {
			byPath[d.Path] = d
		}
		return byPath
	})
}

// certain holds back what can't be known yet: that something is missing, while a file can't be read; that
// something is unused, while there are mistakes; that a page shares its title, while it has a mistake of its own. So
// one mistake is not told as ten, and nobody is led to delete what is good. An error gives way to an error alone: no
// warning lets a mistake be published.
func certain(findings []diag.Finding, docs []*document.Document) []diag.Finding {
	wrong, unreadable, busy := map[string]bool{}, false, false // files with a mistake, of drafts too; whether an error is of that kind
	for _, f := range findings {
		if diag.Lookup(f.Code).Severity == diag.Error && f.WaivedFor == "" {
			wrong[f.File] = true
		}
		if f.Severity == diag.Error {
			unreadable = unreadable || f.Code == "unknown-type" || f.Code == "type-missing"
			busy = busy || f.Code == "file-busy"
		}
	}
	unreadable = unreadable || slices.ContainsFunc(docs, func(d *document.Document) bool { return !d.Readable && wrong[d.Path] })
	faulty := len(wrong) > 0
	if !unreadable && !faulty && !busy {
		return findings
	}
	return slices.DeleteFunc(findings, func(f diag.Finding) bool {
		unused := f.Code == "unused-file" || f.Code == "unused-unit"
		missing := f.Code == "file-missing" || f.Code == "image-missing" || f.Code == "site-missing"
		return unreadable && diag.Lookup(f.Code).Absence || faulty && unused || busy && missing || f.Code == "title-twice" && wrong[f.File]
	})
}

func waiver(doc *document.Document, code string) string {
	for _, w := range doc.Header.Allow {
		if w.Code == code {
			return w.Reason
		}
	}
	return ""
}

// isOld tells that an article is older than the site's strict_from.
func isOld(doc *document.Document, settings *document.Settings) bool {
	if settings == nil || doc.Type != document.TypeArticle {
		return false
	}
	from := settings.Site.StrictFrom.Day
	return from != "" && doc.Header.Date.Day != "" && doc.Header.Date.Day < from
}

// allowances finds waivers of codes that don't exist or can't be waived.
func allowances(doc *document.Document) []diag.Finding {
	var out []diag.Finding
	for i, w := range doc.Header.Allow {
		switch {
		case w.Code == "":
		case !diag.Known(w.Code):
			out = append(out, doc.Finding("allow-unknown", diag.Args{"got": w.Code, "near": diag.Nearest(w.Code, diag.Codes())}, "allow", i, "code"))
		case !diag.Lookup(w.Code).Judgement:
			out = append(out, doc.Finding("allow-refused", diag.Args{"got": w.Code}, "allow", i, "code"))
		}
	}
	return out
}
