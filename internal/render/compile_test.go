package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"bangvang/internal/diag"
	"bangvang/internal/view"
	"bangvang/templates"
)

// same draws a page by programs and by html/template alone, and wants the same bytes and the same findings.
func same(t *testing.T, compiled, plain *Theme, page *view.Page) {
	t.Helper()
	got, _, gotFound := compiled.Render(page)
	want, _, wantFound := plain.Render(page)
	if !bytes.Equal(got, want) {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("after %q\n    got %q\n    want %q", want[max(0, i-60):i], got[i:min(i+60, len(got))], want[i:min(i+60, len(want))])
	}
	if len(gotFound) != len(wantFound) || len(gotFound) > 0 && gotFound[0].Message("en") != wantFound[0].Message("en") {
		t.Errorf("findings %v, want %v", gotFound, wantFound)
	}
}

// both parses a theme twice; the second has no programs.
func both(t *testing.T, own fstest.MapFS) (compiled, plain *Theme) {
	t.Helper()
	compiled, found := Parse(diag.Vi, own, templates.FS)
	if compiled == nil {
		t.Fatal(found)
	}
	plain, _ = Parse(diag.Vi, own, templates.FS)
	plain.programs = nil
	return compiled, plain
}

var landing = []string{
	"chữ", "", `<script>alert("1")</script> & 'x' + y`, "javascript:alert(1)", "https://a.vn/b?c=d&e=%20%zz#f g", "http://a.vn:80/x",
	"/đường/dẫn x/", "#ạ", "mailto:a@b.vn", "\x00\xff\xc3\u2028\ufeff", "{{.}}", "a:b/c", "https://https://x",
}

func TestAProgramDrawsWhatHTMLTemplateDraws(t *testing.T) {
	compiled, plain := both(t, nil)
	for _, kind := range Kinds() {
		t.Run(kind, func(t *testing.T) {
			same(t, compiled, plain, emptyPage(kind))
			for _, text := range landing {
				same(t, compiled, plain, (&filler{text: text, yes: true, stage: "decided"}).page(kind))
				same(t, compiled, plain, (&filler{text: text, stage: "proposed"}).page(kind))
			}
		})
	}
}

func TestAProgramDrawsASiteTemplateAsHTMLTemplateDoes(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"a variable that is set anew", `{{$x := .Lead}}{{if .Lead}}{{$x = "mới"}}{{end}}{{$x}}`},
		{"a variable of a condition", `{{if $x := .Lead}}{{$x}}{{else}}{{$x}}không{{end}}`},
		{"a variable of with, and one after it", `{{with $p := .Next}}{{$p.Text}}{{$.Lead}}{{end}}{{$y := .Lead}}{{$y}}`},
		{"variables of loops inside each other", `{{range $i, $e := .Related}}{{$i}}{{range $j, $f := $.Related}}{{$i}}{{$j}}{{$e.Link.Text}}{{$f.Summary}}{{end}}{{end}}`},
		{"a loop over nothing, with its variable behind it", `{{range $i, $e := .Body.Contents}}{{$e.Text}}{{else}}{{$e}}{{end}}`},
		{"a loop that is left", `{{range .Related}}{{if .Kind}}{{break}}{{end}}{{.Summary}}{{end}}`},
		{"a loop over a number", `{{range $i := 3}}{{$i}}{{end}}`},
		{"functions that are not covered", `{{printf "%q" .Lead}}{{slice .Lead 0}}{{html .Lead}}{{index .Related 0 | printf "%v"}}`},
		{"comparisons", `{{if eq .Lead "a" "b"}}x{{end}}{{if ne .Lead "a"}}y{{end}}{{if gt (len .Related) 1}}z{{end}}{{not .Lead}}`},
		{"choices between types", `{{if or .Next .Lead .Related}}x{{end}}{{and .Lead .Lead}}{{or .Next .Lead}}`},
		{"a pointer that is printed", `{{.Next}}{{.Picture}}`},
		{"a value in a style, a script and a name", `<p style="color: {{.Lead}}">{{with .Next}}<script>var a = {{.Text}}</script>{{end}}<b {{.Lead}}="x">`},
		{"a value in an address, behind a question mark, without quotes", `<a href="/x/{{.Lead}}?a={{.Lead}}#{{.Lead}}"><img srcset="{{.Lead}}" alt={{.Lead}}>`},
		{"a part in an attribute", `<a href="{{template "mine" .}}">{{template "mine" .}}</a>`},
		{"a part without a dot", `{{template "fixed"}}`},
		{"a part that calls itself for ever, on some pages", `{{if eq .Lead "Lead "}}{{template "loop" .}}{{end}}`},
		{"a field behind nothing", `{{.Next.Text}}`},
		{"a comment", `a{{/* x */}}b`},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := fstest.MapFS{
				"article.html": {Data: []byte(c.text)}, "mine.html": {Data: []byte("{{.Lead}}")}, "fixed.html": {Data: []byte("x")},
				"loop.html": {Data: []byte(`{{template "loop" .}}`)},
			}
			compiled, plain := both(t, site)
			same(t, compiled, plain, emptyPage("article"))
			for _, text := range landing {
				same(t, compiled, plain, (&filler{text: text, yes: true}).page("article"))
			}
		})
	}
}

func TestEveryPageOfTheBuiltInThemeHasAProgram(t *testing.T) {
	for tmpl, p := range theme(t).programs {
		if !p.covered {
			t.Errorf("%s is not covered", tmpl.Name())
		}
	}
}

// places are the escapers by the template whose place they serve.
func places() map[string]*escaper {
	all := map[string]*escaper{}
	for _, c := range contexts {
		all[c], _ = newEscaper(c)
	}
	return all
}

func escape(e *escaper, s string) string {
	var out bytes.Buffer
	e.write(&out, s)
	return out.String()
}

func TestEveryCharacterIsWrittenAsHTMLTemplateWritesIt(t *testing.T) {
	for name, e := range places() {
		t.Run(name, func(t *testing.T) {
			for r := rune(0); r < utf8.RuneSelf; r++ {
				if s := string(r); escape(e, s) != string(e.escaped(s)) {
					t.Fatalf("%q: %q, want %q", r, escape(e, s), e.escaped(s))
				}
			}
			for r := rune(utf8.RuneSelf); r < unicode.MaxRune; r += 256 {
				many := make([]rune, 256) // characters that are written alike may be tried together
				for i := range many {
					many[i] = r + rune(i)
				}
				s := string(many)
				if got, want := escape(e, s), string(e.escaped(s)); got != want {
					t.Fatalf("from %U: %q, want %q", r, got, want)
				}
			}
		})
	}
}

func TestEveryTextIsWrittenAsHTMLTemplateWritesIt(t *testing.T) {
	parts := append(slices.Clone(landing), strings.Split("://;/;//;:;%;%2;%25;ạ;http:;HTTPS:;x;+;&;<;\xc3", ";")...)
	for name, e := range places() {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			s := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(parts), rapid.String())).Draw(t, "parts"), "")
			if got, want := escape(e, s), string(e.escaped(s)); got != want {
				t.Fatalf("%q: %q, want %q", s, got, want)
			}
		}))
	}
}

func BenchmarkRender(b *testing.B) {
	th, page := theme(b), (&filler{text: "chữ", yes: true}).page("article")
	b.ReportAllocs()
	for b.Loop() {
		th.Render(page)
	}
}
