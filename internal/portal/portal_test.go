package portal

import (
	"strings"
	"testing"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// planned plans the portal of a few files below content/.
func planned(t *testing.T, files map[string]string) (map[string]Output, []diag.Finding) {
	t.Helper()
	settings, _ := document.ParseSite("content/site.yaml", []byte("title: C\norganization: D\nbase_url: https://thu.example.vn/cong/\noptions: {page_size: 2}\n"))
	in := site.Input{Settings: settings, Files: map[string]site.File{}, Now: time.Date(2026, 5, 2, 1, 0, 0, 0, time.UTC)}
	for name, text := range files {
		doc, _ := document.Parse("content/"+name, []byte(text))
		in.Docs = append(in.Docs, doc)
	}
	s, _ := site.Assemble(in)
	plan := Plan(s, Assets{Files: []Output{{Path: "static/site.css"}, {Path: "static/chu/a.woff2"}}})
	out := map[string]Output{}
	for _, o := range plan.Outputs {
		if _, twice := out[o.Path]; twice {
			t.Errorf("%s is planned twice", o.Path)
		}
		out[o.Path] = o
	}
	return out, plan.Findings
}

func item(title, more string) string {
	return "---\ntitle: " + title + "\nsummary: S\ndate: 2026-01-01\nauthor: A\nsource: B\n" + more + "---\n"
}

func TestNoCellRunsAFormulaAndNumbersStayNumbers(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "Xã A": "Xã A", "9,5": "9,5", "-0,42": "-0,42", "-1.234,50": "-1.234,50", "+3": "+3", "84,58%": "84,58%", "-5%": "-5%",
		"=1+1": "'=1+1", "+A1": "'+A1", "-A1": "'-A1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "-": "'-", "--1": "'--1", "=": "'=",
		"-1+1|cmd": "'-1+1|cmd", "-2.3,4.5-": "'-2.3,4.5-",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestThePagerShowsTheEndsAndTheNeighboursAndMarksTheGaps(t *testing.T) {
	p := &planner{Site: &site.Site{Base: "/cong/"}}
	show := func(v *view.Pager) string {
		var out []string
		for _, l := range v.Pages {
			text := l.Text
			if l.Current {
				text = "[" + text + "]"
			}
			if (l.Href == "") != (l.Text == "…") {
				text += "!"
			}
			out = append(out, text)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		n, total int
		want     string
	}{
		{1, 2, "[1] 2"}, {1, 10, "[1] 2 3 … 10"}, {5, 10, "1 … 3 4 [5] 6 7 … 10"}, {10, 10, "1 … 8 9 [10]"}, {3, 5, "1 2 [3] 4 5"}, {4, 7, "1 2 3 [4] 5 6 7"}, {1, 1500, "[1] 2 3 … 1.500"},
	} {
		v := p.pager("/tin-tuc/", c.n, c.total)
		if got := show(v); got != c.want {
			t.Errorf("page %d of %d: %s, want %s", c.n, c.total, got, c.want)
		}
		if (v.Prev == nil) != (c.n == 1) || (v.Next == nil) != (c.n == c.total) {
			t.Errorf("page %d of %d: wrong neighbours", c.n, c.total)
		}
	}
	if p.pager("/tin-tuc/", 1, 1) != nil {
		t.Error("one page needs no pager")
	}
	if got := p.pager("/tin-tuc/", 3, 5).Prev.Href; got != "/cong/tin-tuc/trang/2/" {
		t.Errorf("the page before is at %s", got)
	}
}

func TestTheFeedsIDsAreTheAddressesAndItsTimeIsThatOfItsNewestEntry(t *testing.T) {
	out, _ := planned(t, map[string]string{
		"tin-tuc/a.md": item("A & <B>", ""), "tin-tuc/b.md": item("B", "updated: 2026-03-01\n"), "tin-tuc/c.md": item("C", "corrections: [{date: 2026-04-01, what: x, reason: y}]\n"),
	})
	feed := string(out["tin-tuc/atom.xml"].Data)
	for _, want := range []string{
		"<id>https://thu.example.vn/cong/tin-tuc/atom.xml</id>\n <updated>2026-04-01T00:00:00+07:00</updated>",
		"<id>https://thu.example.vn/cong/tin-tuc/a/</id>", "<title>A &amp; &lt;B&gt;</title>", "<published>2026-01-01T00:00:00+07:00</published>",
	} {
		if !strings.Contains(feed, want) {
			t.Errorf("the feed lacks %s\n%s", want, feed)
		}
	}
	if c, b, a := strings.Index(feed, "<title>C<"), strings.Index(feed, "<title>B<"), strings.Index(feed, "<title>A "); c > b || b > a {
		t.Error("the newest change does not stand first")
	}
}

func TestTwoClaimsOnOnePlaceAreOneFindingThatNamesTheFirst(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		first string // "" for none
	}{
		"two files":                          {map[string]string{"a.md": item("A", ""), "b.md": item("B", "slug: a\n")}, "content/a.md"},
		"a file and a list":                  {map[string]string{"tin-tuc.md": item("A", "")}, "danh sách «Tin tức»"},
		"a file and a second page of a list": {map[string]string{"tin-tuc/1.md": item("A", ""), "tin-tuc/2.md": item("A", ""), "tin-tuc/trang/2.md": item("A", "")}, "danh sách «Tin tức – trang 2»"},
		"an alias and a page":                {map[string]string{"a.md": item("A", "aliases: [/b/]\n"), "b.md": item("B", "")}, "content/b.md"},
		"an alias and a feed as a folder":    {map[string]string{"a.md": item("A", "aliases: [/atom.xml/x]\n")}, "nguồn tin Atom"},
		"an alias and a static file":         {map[string]string{"a.md": item("A", "aliases: [/static/site.css]\n")}, "tệp của giao diện"},
		"an alias and a static folder":       {map[string]string{"a.md": item("A", "aliases: [/static/chu.html, /static/chu]\n")}, ""},
		"none":                               {map[string]string{"a.md": item("A", "aliases: [/cu/a.html]\n"), "b.md": item("B", "aliases: [/cu/b.html]\n")}, ""},
	} {
		_, findings := planned(t, c.files)
		var first []string
		for _, f := range findings {
			if f.Code == "address-twice" {
				first = append(first, f.Args["first"])
			}
		}
		if got := strings.Join(first, "; "); got != c.first {
			t.Errorf("%s: %q, want %q", name, got, c.first)
		}
	}
}

func TestTermsShareNoAddressAndHaveOne(t *testing.T) {
	out, findings := planned(t, map[string]string{
		"tin-tuc/a.md": item("A", "tags: [Khen thưởng, '!!!', khen-thuong]\n"), "tin-tuc/b.md": item("B", "tags: [Khen thưởng, Khen thưởng]\n"),
	})
	if out["the/khen-thuong/index.html"].Page == nil {
		t.Error("the tag has no page")
	}
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	if got := strings.Join(codes, " "); got != "term-form term-twice" {
		t.Errorf("findings: %s", got)
	}
	if list := out["the/khen-thuong/index.html"].Page.Main.(*view.List); list.Total != "2 tin" {
		t.Errorf("the tag has %s", list.Total)
	}
}

func TestAFigureStaysWithTheWordAfterIt(t *testing.T) {
	for text, want := range map[string]string{
		"An Hiệp dẫn đầu với 84,58 điểm, hơn 2,58 điểm": "An Hiệp dẫn đầu với 84,58~điểm, hơn 2,58~điểm",
		"với 80,00%, hơn 18,46 điểm phần trăm":          "với 80,00%, hơn 18,46~điểm phần trăm",
		"Khối 2 Châu Thành, 10 đơn vị":                  "Khối 2 Châu Thành, 10~đơn vị",
		"2 ":                                            "2 ",
		"":                                              "",
	} {
		if got := strings.ReplaceAll(bound(text), "\u00a0", "~"); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
