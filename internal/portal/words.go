package portal

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/explain"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

// day prints a moment; nil where it is unset.
func (p *planner) day(m document.Moment) *view.Day {
	t := p.Time(m)
	if t.IsZero() {
		return nil
	}
	if m.Time.IsZero() {
		return &view.Day{Text: p.Date(t), ISO: t.Format(time.DateOnly)}
	}
	return &view.Day{Text: p.Date(t) + " " + t.Format("15:04"), ISO: t.Format(time.RFC3339)}
}

// must prints a moment that is set; an unset one is empty.
func (p *planner) must(m document.Moment) view.Day {
	if d := p.day(m); d != nil {
		return *d
	}
	return view.Day{}
}

func (p *planner) dayOf(d campaign.Day) *view.Day { return p.day(document.Moment{Day: d}) }

// span prints a period: "05/5/2021 – 31/12/2021".
func (p *planner) span(from, to document.Moment) string {
	if to.Day == "" || to.Day == from.Day {
		return p.must(from).Text
	}
	return p.must(from).Text + " – " + p.must(to).Text
}

// number prints a plain decimal as the data files do, which are Vietnamese.
func number(plain string) string { return viet.Number(plain) }

// vietnamese marks Vietnamese words where the edition is another one.
func (p *planner) vietnamese() string {
	if p.Lang == diag.Vi {
		return ""
	}
	return string(diag.Vi)
}

// units counts units: "9 đơn vị", "9 units".
func units(s explain.Speech, n int) string { return s.Count(n, "đơn vị", "unit", "units") }

// bound keeps a figure and the word that says of what on one line: "84,58 điểm" has a no-break space.
func bound(text string) string {
	var out strings.Builder
	for i, r := range text {
		if r == ' ' && i > 0 && i+1 < len(text) && (isDigit(text[i-1]) || text[i-1] == '%') {
			if next, _ := utf8.DecodeRuneInString(text[i+1:]); unicode.IsLower(next) {
				r = '\u00a0'
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// summary is what a document's header says of it, else the first words of its text.
func summary(doc *document.Document) string {
	if doc.Header.Summary != "" {
		return doc.Header.Summary
	}
	return excerpt(doc.Body.Text())
}

// excerpt is the beginning of a text for a description: at most 200 letters, cut between words.
func excerpt(text string) string {
	const most = 200
	letters := 0
	for i := range text {
		if letters++; letters <= most {
			continue
		}
		cut := text[:i]
		if space := strings.LastIndexByte(cut, ' '); space > 0 {
			cut = cut[:space]
		}
		return strings.TrimRight(cut, " ,;:.–-") + "…"
	}
	return text
}

// sentence ends a text with a full stop where it has no end yet.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsRune(".!?…", lastRune(text)) {
		return text
	}
	return text + "."
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// lower makes the first letter small, for a title inside a sentence; abbreviations stay.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func digits(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= '0' && r <= '9' || r == '+' && b.Len() == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
