package render

import (
	"testing"

	"bangvang/internal/view"
	"bangvang/templates"
)

func theme(tb testing.TB) *Theme {
	tb.Helper()
	t, found := Parse(templates.FS)
	for _, f := range found {
		tb.Errorf("%s:%d:%d: %s\n%s", f.File, f.Pos.Line, f.Pos.Column, f.Message("en"), f.Quote)
	}
	if t == nil {
		tb.FailNow()
	}
	return t
}

func TestEveryPageTypeIsDrawnEvenWhenEmpty(t *testing.T) {
	th := theme(t)
	for _, kind := range Kinds() {
		_ = kind
	}
	out, facts, found := th.Render(&view.Page{Site: &view.Site{Title: "Cổng"}, Kind: "article", Title: "Bài", Main: &view.Article{}})
	t.Logf("%s\n%+v %v", out, facts, found)
}
func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		Parse(templates.FS)
	}
}
