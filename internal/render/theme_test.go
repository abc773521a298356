package render

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"bangvang/internal/diag"
	"bangvang/internal/view"
	"bangvang/templates"
)

// theme is the built-in one, without a finding.
func theme(tb testing.TB) *Theme {
	tb.Helper()
	t, found := Parse(diag.Vi, templates.FS)
	for _, f := range found {
		tb.Errorf("%s:%d:%d: %s\n%s", f.File, f.Pos.Line, f.Pos.Column, f.Message("en"), f.Quote)
	}
	if t == nil {
		tb.FailNow()
	}
	return t
}

// own is a site's folder with one template.
func own(name, text string) fstest.MapFS {
	return fstest.MapFS{name + ".html": {Data: []byte(text)}}
}

func TestAFaultInATemplateIsAFindingWithItsPlace(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		code             string
		line, column     int
		message          string
	}{
		{"an if without its end", "article", "<p>\n{{if .Lead}}x\n", "template-syntax", 2, 1, "thiếu {{end}}"},
		{"an end too many", "article", "<p>\n{{end}}", "template-syntax", 2, 1, "thừa {{end}}"},
		{"a variable that nobody set", "article", "{{$x}}", "template-syntax", 1, 1, "$x"},
		{"a sign out of place", "article", "{{if .Lead ) }}{{end}}", "template-syntax", 1, 1, ""},

		{"an unknown function", "article", "<p>\n{{lead .}}", "template-syntax", 2, 1, "lead"},
		{"a field that does not exist", "article", "<p>\n<b>đ {{.Ladd}}", "template-field", 2, 8, "Ladd"},
		{"one in a branch that no page takes", "article", `{{if and .Lead (not .Lead)}}{{.Nothing}}{{end}}`, "template-field", 1, 31, "Nothing"},
		{"one below a pointer", "article", `{{.Picture.Source}}`, "template-field", 1, 11, "Source"},
		{"one of an element of a list", "list", `{{range .Entries}}{{.Name}}{{end}}`, "template-field", 1, 21, "Name"},
		{"one of a range's variable", "list", `{{range $i, $e := .Entries}}{{$e.Name}}{{end}}`, "template-field", 1, 33, "Name"},
		{"one under with", "article", `{{with .Next}}{{.Adress}}{{end}}`, "template-field", 1, 17, "Adress"},
		{"one of the dot outside", "list", `{{range .Entries}}{{$.Nothing}}{{end}}`, "template-field", 1, 22, "Nothing"},
		{"one in a part that is called", "link", `{{.Address}}`, "template-field", 1, 3, "Address"},
		{"one in the frame", "base", `{{.Heading}}{{template "main" .Main}}`, "template-field", 1, 3, "Heading"},
		{"one in the argument of a function", "article", `{{len .Leads}}`, "template-field", 1, 7, "Leads"},
		{"a template that does not exist", "article", "\n{{template \"pagre\" .}}", "template-missing", 2, 12, "pagre"},
		{"a script opened in one branch only", "article", "<p>{{if .Lead}}<script>{{end}}</p>", "template-context", 1, 9, "hai nhánh của if"},
		{"text in another encoding", "article", "\xff\xfe", "template-unreadable", 0, 0, "UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			th, found := Parse(diag.Vi, own(c.file, c.text), templates.FS)
			if th != nil || len(found) == 0 {
				t.Fatalf("theme %v, findings %v", th, found)
			}
			f := found[0]
			if f.Code != c.code || f.File != "templates/"+c.file+".html" || f.Pos != (diag.Pos{Line: c.line, Column: c.column}) {
				t.Errorf("%s:%d:%d [%s]", f.File, f.Pos.Line, f.Pos.Column, f.Code)
			}
			if !strings.Contains(f.Message(diag.Vi), c.message) {
				t.Errorf("%q does not say %q", f.Message(diag.Vi), c.message)
			}
			if c.line > 0 && f.Quote != strings.Split(c.text, "\n")[c.line-1] {
				t.Errorf("quotes %q", f.Quote)
			}
		})
	}
}

func TestAWrongNameBringsTheNearestOne(t *testing.T) {
	for _, c := range []struct{ name, file, text, near string }{
		{"a field", "article", "{{.Boddy}}", "Body"},
		{"a template", "article", `{{template "pagre" .}}`, "pager"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := Parse(diag.Vi, own(c.file, c.text), templates.FS)
			if len(found) != 1 || !strings.Contains(found[0].Hint(diag.Vi), "«"+c.near+"»") {
				t.Errorf("%+v", found)
			}
		})
	}
}

func TestASiteTemplateThatNoPageUsesIsAWarning(t *testing.T) {
	th, found := Parse(diag.Vi, own("artikle", "x"), templates.FS)
	if th == nil || len(found) != 1 || found[0].Code != "template-unused" || found[0].Severity != diag.Warning {
		t.Fatalf("theme %v, findings %+v", th, found)
	}
	if hint := found[0].Hint(diag.En); !strings.Contains(hint, "article.html") {
		t.Errorf("hint %q", hint)
	}
}

func TestASiteOverridesTheBuiltInThemeFileByFile(t *testing.T) {
	site := fstest.MapFS{
		"article.html": {Data: []byte("\ufeff<p class=\"own\">\r\n{{.Lead}} {{template \"mine\" .}}</p>\r\n")},
		"mine.html":    {Data: []byte("<i>{{len .Related}}</i>")},
	}
	th, found := Parse(diag.Vi, site, templates.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	p := emptyPage("article")
	p.Main = &view.Article{Lead: "Đoạn đầu"}
	out, _, _ := th.Render(p)
	if want := "<p class=\"own\">\nĐoạn đầu <i>0</i></p>\n"; !bytes.Contains(out, []byte(want)) {
		t.Errorf("no %q in\n%s", want, out)
	}
	if !bytes.Contains(out, []byte(`id="_main"`)) {
		t.Error("the frame is not the built-in one")
	}
}

func TestWhatGoesWrongOnOnePageIsAFindingOfThatPage(t *testing.T) {
	th, found := Parse(diag.Vi, own("list", "\n{{(index .Entries 3).Summary}}"), templates.FS)
	if th == nil {
		t.Fatal(found)
	}
	p := emptyPage("list")
	p.Address = "/tin-tuc/"
	out, _, found := th.Render(p)
	if out != nil || len(found) != 1 {
		t.Fatalf("%s %v", out, found)
	}
	f := found[0]
	if f.Code != "template-failed" || f.File != "templates/list.html" || f.Pos.Line != 2 || !strings.Contains(f.Message(diag.Vi), "/tin-tuc/") {
		t.Errorf("%+v %s", f, f.Message(diag.Vi))
	}
}

func TestAPageOfAnUnknownKindIsAFinding(t *testing.T) {
	_, _, found := theme(t).Render(&view.Page{Kind: "gallery"})
	if len(found) != 1 || found[0].Code != "template-missing" || found[0].File != "templates/gallery.html" {
		t.Errorf("%+v", found)
	}
}

func TestAKindIsTheTypesNameInSmallLettersWithHyphens(t *testing.T) {
	for want, main := range map[string]any{
		"article": view.Article{}, "corrections-page": &view.CorrectionsPage{}, "not-found": &view.NotFound{}, "link": view.Link{},
	} {
		if got := view.Kind(main); got != want {
			t.Errorf("Kind(%T) = %q, want %q", main, got, want)
		}
	}
}

func TestTheFootIsDrawnOncePerSiteAndNeverMixedUp(t *testing.T) {
	th := theme(t)
	one, two := emptyPage("article"), emptyPage("article")
	one.Site.Organization, two.Site.Organization = "Phòng Một", "Phòng Hai"
	for range 2 {
		for _, p := range []*view.Page{one, two} {
			out, _, _ := th.Render(p)
			if !bytes.Contains(out, []byte("<p>"+p.Site.Organization)) {
				t.Errorf("no %s in the foot", p.Site.Organization)
			}
		}
	}
}

func TestManyGoroutinesMayDrawAtOnce(t *testing.T) {
	th := theme(t)
	want, _, _ := th.Render((&filler{text: "x", yes: true}).page("ranking"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				if out, _, _ := th.Render((&filler{text: "x", yes: true}).page("ranking")); !bytes.Equal(out, want) {
					t.Error("drawn differently")
				}
			}
		})
	}
	wg.Wait()
}
