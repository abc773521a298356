package document

import (
	"strings"
	"testing"
	"time"
)

// Nobody may hold up a build by what they write: each of these ends, with a finding or without; a file that did not would run into the time limit of the tests.
func TestHostileFilesEndSoon(t *testing.T) {
	const n = 300_000
	header := func(yaml string) string { return "---\ntitle: A\n" + yaml + "\n---\n" }
	body := func(text string) string { return header("") + text }
	for name, text := range map[string]string{
		"brackets in a header":              header("tags: " + strings.Repeat("[", n)),
		"braces in a header":                header("image: " + strings.Repeat("{a: ", n)),
		"lists within lists":                header("tags:\n" + strings.Repeat("- ", n)),
		"ever deeper keys":                  header(deeper(1500)),
		"a million entries":                 header("tags: [" + strings.Repeat("a,", 4*n) + "]"),
		"many unknown keys":                 header(strings.Repeat("ab: 1\n", n)),
		"many different unknown keys":       header(many(n / 4)),
		"a bomb of aliases":                 header(bomb()),
		"an unclosed quote before much":     header("summary: \"" + strings.Repeat("a\n", n)),
		"colons":                            header(strings.Repeat("a: ", n)),
		"question marks":                    header(strings.Repeat("? ", n)),
		"quotations within quotations":      body(strings.Repeat(">", n)),
		"quotations of several lines":       body(strings.Repeat(strings.Repeat("> ", 50)+"a\n", n/100)),
		"lists on one line":                 body(strings.Repeat("- ", n)),
		"lists ever further in":             body(stairs(1000)),
		"open brackets":                     body(strings.Repeat("[", n)),
		"open brackets over lines":          body(strings.Repeat(strings.Repeat("[", 50)+"\n", n/50)),
		"open images":                       body(strings.Repeat("![", n)),
		"open parentheses":                  body(strings.Repeat("[a](", n)),
		"closed brackets":                   body(strings.Repeat("[a]", n)),
		"stars":                             body(strings.Repeat("*a **a ", n/4)),
		"stars and underlines":              body(strings.Repeat("*a_ ", n/4)),
		"backticks of all lengths":          body(ticks(1800)),
		"angle brackets":                    body(strings.Repeat("<", n)),
		"open comments":                     body(strings.Repeat("<!--", n/4)),
		"open tags":                         body(strings.Repeat("<a ", n)),
		"entities":                          body(strings.Repeat("&", n)),
		"tildes":                            body(strings.Repeat("~~a ", n/4)),
		"a wide table":                      body("|" + strings.Repeat("a|", n/8) + "\n|" + strings.Repeat("-|", n/8) + "\n|" + strings.Repeat("b|", n/8) + "\n"),
		"a long table of few cells":         body("|" + strings.Repeat("a|", 1000) + "\n|" + strings.Repeat("-|", 1000) + "\n" + strings.Repeat("|b|\n", 3000)),
		"a table delimiter in every line":   body(strings.Repeat("|-|\n", n/4)),
		"headings of one name":              body(strings.Repeat("# a\n", n/10)),
		"links on one line":                 body(strings.Repeat("[a](b) ", n/7)),
		"decomposed links on one line":      body(strings.Repeat("[â](b) ", n/14)),
		"digits":                            body(strings.Repeat("1", n)),
		"digits in groups":                  body(strings.Repeat("123 ", n/4)),
		"at signs":                          body(strings.Repeat("a@", n/2)),
		"dots before an at sign":            body(strings.Repeat("a.", n/2) + "@"),
		"bare addresses":                    body(strings.Repeat("http://a ", n/9)),
		"no-break spaces":                   body(strings.Repeat("\u00a0", n/2)),
		"cyrillic letters":                  body(strings.Repeat("Рa ", n/4)),
		"one cyrillic word":                 body(strings.Repeat("Р", n/2)),
		"links with spaces on one line":     body(strings.Repeat("[a](b c) ", n/9)),
		"links that nearly are":             body(strings.Repeat("](", n/2)),
		"brackets and spaces":               body(strings.Repeat("] (a", n/4)),
		"headings without spaces":           body(strings.Repeat("##a\n", n/4)),
		"directives on one line":            body(strings.Repeat("a ::awards{b=c} ", n/16)),
		"commas inside braces":              header("image: {alt: a" + strings.Repeat(", b", n/3) + "}"),
		"many commas inside braces":         header("image: {" + strings.Repeat("alt: a, b, ", n/11) + "}"),
		"remarks":                           header("tags:\n" + strings.Repeat("  - a # b\n", n/10)),
		"remarks behind brackets":           header("tags:\n" + strings.Repeat("  - [a] # b\n", n/12)),
		"directives":                        body(strings.Repeat("::a{b=c}\n", n/9)),
		"a directive of many arguments":     body("::figure{" + strings.Repeat("a=b ", n/4) + "}\n"),
		"reference definitions":             body(refs(n / 12)),
		"fences that never close in header": strings.Repeat("---\n  ---\n", n/8),
	} {
		t.Run(name, func(t *testing.T) {
			doc, findings := Parse("content/a.md", []byte(text))
			if len(doc.Body.Pieces) != len(doc.Body.Slots)+1 {
				t.Errorf("%d pieces for %d slots", len(doc.Body.Pieces), len(doc.Body.Slots))
			}
			if len(findings) > 3*maxFindings {
				t.Errorf("%d findings", len(findings))
			}
		})
	}
}

func deeper(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("k" + strings.Repeat(string(rune('a'+i%26)), i%7) + time.Duration(i).String() + ": 1\n")
	}
	return b.String()
}

func bomb() string {
	b := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 10; i++ {
		was, is := string(rune('0'+i-1)), string(rune('0'+i))
		b += "a" + is + ": &a" + is + " [" + strings.Repeat("*a"+was+", ", 9) + "]\n"
	}
	return b
}

func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func ticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("`", i+1) + "a ")
	}
	return b.String()
}

func refs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("[" + time.Duration(i).String() + "]: /a\n")
	}
	return b.String() + strings.Repeat("[0s]", 1000)
}
