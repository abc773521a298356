package document

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"bangvang/internal/diag"
)

func FuzzDocument(f *testing.F) {
	for _, c := range faulty {
		if len(c.text) < 2000 {
			f.Add(c.text)
		}
	}
	f.Add(string(article(f)))
	f.Fuzz(func(t *testing.T, text string) {
		doc, findings := Parse("content/tin-tuc/a.md", []byte(text))
		checkBody(t, doc.Body)
		for _, found := range findings {
			checkPlace(t, text, found)
		}
		doc.Where("awards", 1, "unit")
	})
}

func FuzzDirective(f *testing.F) {
	for _, line := range []string{`::ranking{results="a b" top=10}`, "::figure{src=a.jpg}", "::awards", "::x{", "::x{a=}", "::x{a=\"}", "::ranking{=}"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		name, args, ok := parseDirective(line)
		if strings.ContainsAny(name, "{ \t") {
			t.Errorf("name %q", name)
		}
		for _, arg := range args {
			if ok && (arg[0] == "" || strings.ContainsAny(arg[0], "{}\" ")) {
				t.Errorf("argument %q of %q", arg, line)
			}
		}
		if code, _, _ := unreadable([]byte(line), false); code == "" { // what does not pass the door is never converted
			body, _ := converted(line + "\n")
			checkBody(t, body)
		}
	})
}

// checkBody holds for any body, whatever the file.
func checkBody(t *testing.T, b Body) {
	t.Helper()
	if len(b.Pieces) != len(b.Slots)+1 {
		t.Fatalf("%d pieces for %d slots", len(b.Pieces), len(b.Slots))
	}
	all := ""
	for _, p := range b.Pieces {
		all += string(p)
	}
	low := strings.ToLower(all)
	if !utf8.ValidString(all) || strings.Contains(low, "<script") || strings.Contains(low, "style=\"") || strings.Contains(low, "href=\"javascript:") {
		t.Errorf("unsafe: %q", all)
	}
	seen := map[string]bool{}
	for _, id := range b.Anchors {
		if id == "" || seen[id] {
			t.Errorf("the id %q is empty or stands twice", id)
		}
		seen[id] = true
	}
}

// checkPlace holds for any finding: its line is in the file, its column at most one behind the line.
func checkPlace(t *testing.T, text string, f diag.Finding) {
	t.Helper()
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	if f.Pos.Line < 1 || f.Pos.Line > len(lines) {
		t.Fatalf("%s is in line %d of %d", f.Code, f.Pos.Line, len(lines))
	}
	if most := utf8.RuneCountInString(lines[f.Pos.Line-1]) + 1; f.Pos.Column < 1 || f.Pos.Column > most {
		t.Errorf("%s is in column %d of %d, line %d of %q", f.Code, f.Pos.Column, most, f.Pos.Line, text)
	}
	if !utf8.ValidString(f.Quote) || !utf8.ValidString(f.Message(diag.Vi)) {
		t.Errorf("%s: quote %q or message %q are no text", f.Code, f.Quote, f.Message(diag.Vi))
	}
}

// Whatever is typed for a date, it is a day that exists, a finding, or what was meant.
func FuzzMoment(f *testing.F) {
	for _, text := range []string{"2021-05-05", "2021-05-05 08:00", "2021-05-05T08:00+07:00", "01/05/2021", "2021-5-1", "31/02/2021", "0001-01-01", "2024-02-29T24:00Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, code := parseMoment(text)
		if code == "" {
			at, err := time.Parse(time.DateOnly, string(m.Day))
			if err != nil || at.Year() < 1945 || at.Year() > 2100 {
				t.Errorf("%q is the day %q", text, m.Day)
			}
		} else if !diag.Known(code) {
			t.Errorf("%q: no code %q", text, code)
		}
		if meant := meantDay(text); meant != "" {
			if _, fault := parseMoment(meant); fault != "" && fault != "date-year" {
				t.Errorf("%q was meant as %q, which is %s", text, meant, fault)
			}
		}
	})
}

// Every type's header is read to its end whatever stands in it, and what is said of it stands in the file.
func FuzzHeader(f *testing.F) {
	for _, c := range faulty {
		if head, _, ok := strings.Cut(strings.TrimPrefix(c.text, "---\n"), "\n---\n"); ok && len(head) < 500 {
			for i := range typeNames {
				f.Add(i, head)
			}
		}
	}
	f.Fuzz(func(t *testing.T, i int, head string) {
		text := "---\ntype: " + typeNames[abs(i%len(typeNames))] + "\n" + head + "\n---\n"
		doc, findings := Parse("content/phong-trao/x/a.md", []byte(text))
		for _, found := range findings {
			checkPlace(t, text, found)
		}
		if again, _ := Parse("content/phong-trao/x/a.md", []byte(text)); again.Readable != doc.Readable || again.Type != doc.Type {
			t.Error("read twice it is another document")
		}
		_, findings = ParseSite("content/site.yaml", []byte(head))
		for _, found := range findings {
			checkPlace(t, head, found)
		}
	})
}
