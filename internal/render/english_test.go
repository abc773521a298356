package render

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/diag"
	"bangvang/internal/view"
	"bangvang/templates"
)

func TestTheThemeHasEnglishForAllItsWordsAndUsesAllThatItHas(t *testing.T) {
	_, found := Parse(diag.En, templates.FS)
	for _, f := range found {
		t.Errorf("%s:%d:%d: %s", f.File, f.Pos.Line, f.Pos.Column, f.Message("en"))
	}
	said := map[string]bool{}
	src := sources{}
	src.read([]fs.FS{templates.FS})
	for _, s := range src {
		english{}.translate(s.text, func(words string, _ int) { said[words] = true })
	}
	for vi := range readEnglish([]fs.FS{templates.FS}) {
		if !said[vi] {
			t.Errorf("no template says %q", vi)
		}
	}
}

func TestASitesOwnWordsHaveTheirEnglishBesideThem(t *testing.T) {
	page := &view.Page{Site: &view.Site{Lang: "en"}, Kind: "text", Title: "x", Main: &view.Text{}}
	own := fstest.MapFS{
		"text.html":   {Data: []byte("<p class=\"tên\" title='Giữ'>\n{{/* Chú thích */}}Xin chào {{.Lead}}: <b lang=\"vi\">Lạ lùng</b> 5")},
		"english.tsv": {Data: []byte("\ufeffXin chào\tGood day\r\n")},
	}
	th, found := Parse(diag.En, own, templates.FS)
	if len(found) != 1 || found[0].Code != "template-english" || found[0].Args["got"] != "Lạ lùng" || found[0].Pos.Line != 2 {
		t.Errorf("%+v", found)
	}
	out, _, _ := th.Render(page)
	if want := "<p class=\"tên\" title='Giữ'>\nGood day : <b lang=\"vi\">Lạ lùng</b> 5"; !strings.Contains(string(out), want) {
		t.Errorf("%s", out)
	}
	th, _ = Parse(diag.Vi, own, templates.FS)
	page.Site.Lang = "vi"
	out, _, _ = th.Render(page)
	if want := "\nXin chào : <b>Lạ lùng</b> 5"; !strings.Contains(string(out), want) {
		t.Errorf("%s", out)
	}
}
