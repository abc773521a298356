package render

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"bangvang/internal/view"
)

// oracle reads the same facts with the full HTML tokenizer.
func oracle(page []byte) Facts {
	f := Facts{Size: len(page)}
	z := html.NewTokenizer(bytes.NewReader(page))
	var inside string // the heading or title that is open
	var words strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return f
		case html.TextToken:
			if inside != "" {
				words.Write(z.Raw())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			f.note(t)
			if isHeading(t.Data) || t.Data == "title" {
				inside = t.Data
				words.Reset()
			}
		case html.EndTagToken:
			if t := z.Token(); t.Data == inside {
				f.text(inside, strings.Join(strings.Fields(html.UnescapeString(words.String())), " "))
				inside = ""
			}
		}
	}
}

func isHeading(name string) bool { return len(name) == 2 && name[0] == 'h' && isLevel(name[1]) }

func (f *Facts) text(element, words string) {
	if element == "title" {
		if f.Title == "" {
			f.Title = words
		}
		return
	}
	f.Headings[len(f.Headings)-1].Text = words
}

func (f *Facts) note(t html.Token) {
	at := map[string]string{}
	for _, a := range t.Attr {
		at[a.Key] = a.Val
	}
	if id, ok := at["id"]; ok {
		f.IDs = append(f.IDs, id)
	}
	key := map[string]string{"a": "href", "link": "href", "area": "href", "use": "href", "script": "src", "iframe": "src", "source": "src", "form": "action"}[t.Data]
	if href, ok := at[key]; ok && key != "" {
		f.Links = append(f.Links, Link{Element: t.Data, Href: href})
	}
	if t.Data == "img" {
		_, alt := at["alt"]
		_, width := at["width"]
		_, height := at["height"]
		f.Images = append(f.Images, Image{Src: at["src"], Alt: at["alt"], HasAlt: alt, Sized: width && height})
	}
	if isHeading(t.Data) {
		f.Headings = append(f.Headings, Heading{Level: int(t.Data[1] - '0'), ID: at["id"]})
	}
}

func sameFacts(t interface{ Fatalf(string, ...any) }, page []byte) {
	if got, want := Scan(page), oracle(page); !reflect.DeepEqual(got, want) {
		t.Fatalf("scan   %+v\noracle %+v\npage   %s", got, want, page)
	}
}

func TestTheScanFindsWhatAFullTokenizerFinds(t *testing.T) {
	for name, page := range map[string]string{
		"nothing":                   "",
		"text alone":                "1 < 2 & 3 > 2",
		"a link in double quotes":   `<a href="/x/?a=1&amp;b=2#y">x</a>`,
		"one in single quotes":      `<a class=b href='/x "y"'>x</a>`,
		"one without quotes":        `<a href=/x/ id=y>x</a>`,
		"a link without an address": `<a id="x">x</a>`,
		"an attribute in two lines": "<img\n  src=\"a.png\"\n\talt=\"\"\n>",
		"a sign inside a value":     `<a title="a > b" href="/y/">x</a>`,
		"a commented link":          `<!-- <a href="/no/">x</a> --><a href="/yes/">x</a>`,
		"a link inside a script":    `<script type="application/ld+json">"<a href='/no/'>"</script><a href="/yes/">x</a>`,
		"markup in a heading":       `<h2 id="x">Kết <em>quả</em>  &amp; <a href="/y/">hạng</a></h2>`,
		"headings in a row":         `<h1>A</h1><h3>B</h3><header><h2>C</h2></header>`,
		"a title with a character":  "<title>A &amp; B\n C</title><svg><title>no</title></svg>",
		"a form and a picture":      `<form action="/tim/"><img src="a.png" alt="x" width="3" height="4"></form>`,
		"an attribute without one":  `<script src="/x.js" defer></script><img alt src="y.png">`,
		"a svg":                     `<svg class="bar" width="96" height="6" aria-hidden="true"><rect width="84.5%" height="6"/></svg>`,
		"a table row":               `<tr id="xa"><td>1<th scope="row">Xã`,
	} {
		t.Run(name, func(t *testing.T) { sameFacts(t, []byte(page)) })
	}
}

func TestTheScanReadsOurOwnPagesRight(t *testing.T) {
	every(t, `chữ & "dấu" <b>'`, func(t *testing.T, _ *html.Node, out []byte, _ Facts) { sameFacts(t, out) })
}

// markup draws well-formed HTML such as templates and Markdown make.
func markup() *rapid.Generator[string] {
	value := rapid.StringMatching(`[a-zđ/#&<>?=. \n'-]{0,8}`)
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "pieces") {
			name := rapid.SampledFrom([]string{"a", "h1", "h2", "h3", "p", "div", "script", "li", "form", "b"}).Draw(t, "element")
			b.WriteString("<" + name)
			for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"id", "href", "src", "alt", "class", "action", "data-x"}), 0, 4, rapid.ID).Draw(t, "attributes") {
				fmt.Fprintf(&b, ` %s="%s"`, key, html.EscapeString(value.Draw(t, "value")))
			}
			b.WriteString(">")
			if name != "script" {
				b.WriteString(html.EscapeString(value.Draw(t, "text")))
				b.WriteString(rapid.SampledFrom([]string{"", "<em>x</em>", "<!-- <a href=y> -->", `<img src="a" alt="">`, "<br>"}).Draw(t, "inner"))
			}
			b.WriteString("</" + name + ">")
		}
		return b.String()
	})
}

func TestTheScanAgreesWithTheTokenizerOnAnyWellFormedMarkup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { sameFacts(t, []byte(markup().Draw(t, "page"))) })
}

func FuzzScan(f *testing.F) {
	for _, seed := range []string{`<a href="x`, `<h2>`, `<!--`, `<script>`, `<img alt=`, `</`, `<a =b>`, `<h1></h1></h2>`, "<title"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		facts := Scan(page)
		if facts.Size != len(page) || len(facts.IDs)+len(facts.Links)+len(facts.Images)+len(facts.Headings) > len(page) {
			t.Errorf("%+v", facts)
		}
	})
}

// article is a page such as a news portal has thousands of: about 15 KB.
func article() *view.Page {
	p := (&filler{text: "chữ thường", yes: true}).page("article")
	text := view.HTML(strings.Repeat("<p>Phong trào thi đua được phát động trong toàn huyện, với hai khối xếp hạng riêng và một bộ tiêu chí chung.</p>\n", 60))
	p.Main = &view.Article{Lead: "Đoạn đầu", Body: view.Body{Parts: []view.Part{{HTML: text}}}, Prev: &view.Link{Text: "Trước", Href: "/a/"}, Next: &view.Link{Text: "Sau", Href: "/b/"}}
	p.Notices, p.Corrections = nil, nil
	return p
}

func BenchmarkRenderArticle(b *testing.B) {
	th, p := theme(b), article()
	b.ReportAllocs()
	for b.Loop() {
		th.Render(p)
	}
}

func BenchmarkScanArticle(b *testing.B) {
	out, _, _ := theme(b).Render(article())
	b.SetBytes(int64(len(out)))
	b.ReportAllocs()
	for b.Loop() {
		Scan(out)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		theme(b)
	}
}
