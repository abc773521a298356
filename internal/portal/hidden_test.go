package portal

import (
	"testing"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
)

func TestAPreviewTellsOnEveryHiddenPageWhatHidesIt(t *testing.T) {
	settings, _ := document.ParseSite("content/site.yaml", []byte("title: C\norganization: D\nbase_url: https://thu.example.vn/\n"))
	in := site.Input{Settings: settings, Drafts: true, Now: time.Date(2026, 5, 2, 1, 0, 0, 0, time.UTC)}
	want := map[string]string{
		"draft: true\n":                        "Bản nháp, chỉ hiện khi bỏ dòng draft ở phần đầu của tệp.",
		"publish: 2026-06-01T07:30:00+07:00\n": "Trang hẹn hiện lúc 07:30, ngày 01/6/2026.",
		"expires: 2026-05-01\n":                "Trang đã hết hạn (expires).",
		"":                                     "",
	}
	for more := range want {
		doc, _ := document.Parse("content/a"+more[:min(3, len(more))]+".md", []byte("---\ntitle: T\n"+more+"---\n"))
		in.Docs = append(in.Docs, doc)
	}
	s, _ := site.Assemble(in)
	p := newPlanner(s, diag.Vi, newShelf(0))
	for more, words := range want {
		for _, page := range s.Pages {
			if page.Doc.Path != "content/a"+more[:min(3, len(more))]+".md" {
				continue
			}
			got := ""
			for _, n := range p.notices(page) {
				got += n.Text
			}
			if got != words {
				t.Errorf("%q is marked %q, want %q", more, got, words)
			}
		}
	}
}

func TestAPreviewMarksHiddenPagesInItsLists(t *testing.T) {
	settings, _ := document.ParseSite("content/site.yaml", []byte("title: C\norganization: D\nbase_url: https://thu.example.vn/\n"))
	in := site.Input{Settings: settings, Drafts: true, Now: time.Date(2026, 5, 2, 1, 0, 0, 0, time.UTC)}
	for name, more := range map[string]string{"tin-tuc/a.md": "draft: true\n", "tin-tuc/b.md": ""} {
		doc, _ := document.Parse("content/"+name, []byte(item(name, more)))
		in.Docs = append(in.Docs, doc)
	}
	s, _ := site.Assemble(in)
	p := newPlanner(s, diag.Vi, newShelf(0))
	for _, page := range s.Pages {
		if hidden := page.Doc.Header.Draft; p.entry(page).Hidden != hidden {
			t.Errorf("the entry of %s has the mark: %v", page.Doc.Path, !hidden)
		}
	}
}
