package serve

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// shownAtMost is how many findings the overlay lists; the console has them all.
const shownAtMost = 50

// words are what the preview says in its own name.
type words struct {
	title, building, waiting, stale, close, more, err, warning, offer, mend string
}

func (s *Server) words() words {
	if s.o.Lang == diag.En {
		return words{
			title: "The portal cannot be built", building: "The portal is being built",
			waiting: "This page appears by itself as soon as it is ready.",
			stale:   "What you see below is the last good version. Mend the files and save: this notice goes away by itself.",
			close:   "Close", more: "and %d more, listed in the console", err: "error", warning: "warning",
			offer: "Some of this can be repaired (files: %d)", mend: "Repair",
		}
	}
	return words{
		title: "Chưa dựng được cổng", building: "Đang dựng cổng",
		waiting: "Trang sẽ tự hiện ra ngay khi dựng xong.",
		stale:   "Trang bên dưới là bản tốt gần nhất. Hãy sửa tệp rồi lưu lại, thông báo này sẽ tự mất.",
		close:   "Đóng", more: "và %d mục nữa, xem ở cửa sổ dòng lệnh", err: "lỗi", warning: "cảnh báo",
		offer: "Máy sửa giúp được những chỗ này (số tệp: %d)", mend: "Sửa giúp",
	}
}

// overlay is the markup of findings, errors first, and of what a button would mend; every text escaped.
func (s *Server) overlay(now state, page string) string {
	w := s.words()
	var out strings.Builder
	fmt.Fprintf(&out, `<section role="alert" aria-labelledby="t"><header><h2 id="t">%s</h2>`, escape(w.title))
	fmt.Fprintf(&out, `<button type="button">%s</button></header><p>%s</p>`, escape(w.close), escape(w.stale))
	out.WriteString(s.list(now.findings))
	out.WriteString(s.button(now.offer, page))
	out.WriteString("</section>")
	return out.String()
}

func (s *Server) list(findings []diag.Finding) string {
	w := s.words()
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b diag.Finding) int { return int(a.Severity) - int(b.Severity) })
	var out strings.Builder
	out.WriteString("<ol>")
	for _, f := range sorted[:min(len(sorted), shownAtMost)] {
		s.item(&out, f)
	}
	out.WriteString("</ol>")
	if n := len(sorted) - shownAtMost; n > 0 {
		fmt.Fprintf(&out, "<p>"+escape(w.more)+"</p>", n)
	}
	return out.String()
}

func (s *Server) item(out *strings.Builder, f diag.Finding) {
	w := s.words()
	word := w.err
	if f.Severity == diag.Warning {
		word = w.warning
	}
	fmt.Fprintf(out, `<li class="%s"><p class="place">%s</p>`, f.Severity, escape(f.Place()))
	fmt.Fprintf(out, `<p><b>%s:</b> %s <code>[%s]</code></p>`, escape(word), escape(f.Message(s.o.Lang)), escape(f.Code))
	if f.Quote != "" {
		fmt.Fprintf(out, "<pre>%s</pre>", escape(f.Quote))
	}
	if hint := f.Hint(s.o.Lang); hint != "" {
		fmt.Fprintf(out, `<p class="hint">%s</p>`, escape(hint))
	}
	out.WriteString("</li>")
}

// blank is the page that stands everywhere before the first good build.
func (s *Server) blank(now state, page string) []byte {
	w := s.words()
	title, body := w.building, "<p>"+escape(w.waiting)+"</p>"
	if now.failed {
		title, body = w.title, s.list(now.findings)+s.button(now.offer, page)
	}
	lang := s.o.Lang
	if lang == "" {
		lang = diag.Vi
	}
	return fmt.Appendf(nil, `<!doctype html>
<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>%s</title><link rel="stylesheet" href="%soverlay.css"></head>
<body class="blank"><section><h1>%s</h1>%s</section></body></html>
`, lang, escape(title), Reserved, escape(title), body)
}

func escape(text string) string { return html.EscapeString(text) }
