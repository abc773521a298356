package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"bangvang/internal/view"
)

// every draws all page types, empty, full, and full with all flags down, and hands each to check.
func every(t *testing.T, text string, check func(t *testing.T, page *html.Node, out []byte, facts Facts)) {
	th := theme(t)
	for _, kind := range Kinds() {
		pages := map[string]*view.Page{
			"empty":      emptyPage(kind),
			"full":       (&filler{text: text, yes: true, stage: "decided"}).page(kind),
			"flags down": (&filler{text: text, stage: "proposed"}).page(kind),
		}
		for name, page := range pages {
			t.Run(kind+" "+name, func(t *testing.T) {
				out, facts, found := th.Render(page)
				for _, f := range found {
					t.Fatalf("%s:%d: %s", f.File, f.Pos.Line, f.Message("en"))
				}
				doc, err := html.Parse(bytes.NewReader(out))
				if err != nil {
					t.Fatal(err)
				}
				check(t, doc, out, facts)
			})
		}
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func TestEveryPageHasOneH1AndItsHeadingsSkipNoLevel(t *testing.T) {
	every(t, "chữ", func(t *testing.T, _ *html.Node, _ []byte, facts Facts) {
		last := 0
		for i, h := range facts.Headings {
			if (h.Level == 1) != (i == 0) {
				t.Errorf("heading %d is an h%d: %s", i+1, h.Level, h.Text)
			}
			if h.Level > last+1 {
				t.Errorf("h%d follows h%d: %s", h.Level, last, h.Text)
			}
			last = h.Level
		}
		if len(facts.Headings) == 0 {
			t.Error("no heading")
		}
	})
}

func TestNoPageHasAnIdTwice(t *testing.T) {
	every(t, "chữ", func(t *testing.T, _ *html.Node, _ []byte, facts Facts) {
		seen := map[string]bool{}
		for _, id := range facts.IDs {
			if seen[id] {
				t.Errorf("id %q stands twice", id)
			}
			seen[id] = true
		}
	})
}

func TestWhatAnElementIsLabelledByIsThere(t *testing.T) {
	every(t, "chu", func(t *testing.T, page *html.Node, _ []byte, facts Facts) {
		ids := " " + strings.Join(facts.IDs, "\n ") + "\n"
		for n := range page.Descendants() {
			if id, ok := attr(n, "aria-labelledby"); ok && !strings.Contains(ids, " "+id+"\n") {
				t.Errorf("<%s> is labelled by %q, which is not on the page", n.Data, id)
			}
		}
	})
}

func TestEveryTableSaysWhatItIsAndWhatItsHeadersHead(t *testing.T) {
	every(t, "chữ", func(t *testing.T, page *html.Node, _ []byte, _ Facts) {
		for n := range page.Descendants() {
			switch n.Data {
			case "th":
				if scope, _ := attr(n, "scope"); scope != "col" && scope != "row" {
					t.Errorf("<th> with scope %q", scope)
				}
			case "table":
				if n.FirstChild.NextSibling == nil || n.FirstChild.NextSibling.Data != "caption" {
					t.Errorf("a table does not begin with its caption")
				}
				sameWidth(t, n)
			}
		}
	})
}

// sameWidth checks that each row of a table has as many cells as its head.
func sameWidth(t *testing.T, table *html.Node) {
	want := 0
	for n := range table.Descendants() {
		if n.Data != "tr" {
			continue
		}
		cells := 0
		for c := range n.ChildNodes() {
			if c.Data == "td" || c.Data == "th" {
				cells++
			}
		}
		if want == 0 {
			want = cells
		}
		if cells != want {
			t.Errorf("a row has %d cells, the head %d", cells, want)
		}
	}
}

func TestNoPageRunsOrStylesAnythingInline(t *testing.T) {
	every(t, "chữ", func(t *testing.T, page *html.Node, _ []byte, _ Facts) { noInline(t, page) })
}

func noInline(t *testing.T, page *html.Node) {
	for n := range page.Descendants() {
		if n.Data == "style" && n.Type == html.ElementNode {
			t.Error("an inline style sheet")
		}
		if kind, _ := attr(n, "type"); n.Data == "script" && kind == "application/ld+json" {
			continue // data, which TestAPageSaysToProgramsWhatItWasGiven reads
		}
		if src, ok := attr(n, "src"); n.Data == "script" && n.Type == html.ElementNode && (!ok || n.FirstChild != nil) {
			t.Errorf("an inline script, src %q", src)
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s> has the attribute %s", n.Data, a.Key)
			}
		}
	}
}

func TestEveryImageHasAnAlternative(t *testing.T) {
	every(t, "chữ", func(t *testing.T, _ *html.Node, _ []byte, facts Facts) {
		for _, image := range facts.Images {
			if !image.HasAlt || !image.Sized {
				t.Errorf("%+v", image)
			}
		}
	})
}

func TestHostileTextStaysText(t *testing.T) {
	hostile := []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onclick='alert(1)`, "javascript:alert(1)",
		" \tJavaScript:alert(1)", "data:text/html,<script>alert(1)</script>", `</title><script>alert(1)</script>`,
		`--><svg onload=alert(1)>`, "&lt;b&gt;", "{{.}}", "\x00<b",
	}
	for _, text := range hostile {
		every(t, text, func(t *testing.T, page *html.Node, _ []byte, _ Facts) {
			noInline(t, page)
			for n := range page.Descendants() {
				for _, key := range []string{"href", "src", "action"} {
					value, _ := attr(n, key)
					scheme, _, ok := strings.Cut(strings.ToLower(strings.TrimSpace(value)), ":")
					if ok && (scheme == "javascript" || scheme == "data") {
						t.Errorf("<%s %s=%q>", n.Data, key, value)
					}
				}
			}
		})
	}
}

func TestAPageSaysToProgramsWhatItWasGiven(t *testing.T) {
	const bad = `</script><script>alert("ế")</script><!--`
	every(t, bad, func(t *testing.T, page *html.Node, out []byte, _ Facts) {
		blocks := 0
		for n := range page.Descendants() {
			if kind, _ := attr(n, "type"); n.Data != "script" || kind != "application/ld+json" {
				continue
			}
			blocks++
			var block struct {
				Graph []map[string]any `json:"@graph"`
			}
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &block); err != nil {
				t.Fatal(err)
			}
			if news := block.Graph[0]; news["headline"] != "Headline "+bad {
				t.Errorf("the headline is %q", news["headline"])
			}
		}
		if full := bytes.Contains(out, []byte("og:image")); full != (blocks == 1) {
			t.Errorf("%d blocks of data", blocks)
		}
	})
}

func TestFieldsThatAreAddressesAloneCanNotRunEither(t *testing.T) {
	th := theme(t)
	p := emptyPage("article")
	bad := "javascript:alert(1)"
	p.Site.Script, p.Site.Home, p.Canonical = bad, bad, bad
	p.Main = &view.Article{Prev: &view.Link{Text: "x", Href: bad}, Body: view.Body{Parts: []view.Part{{HTML: `<a href="`}, {Value: "JAVASCRIPT\t:x"}, {HTML: `">`}, {Value: bad}}}}
	out, facts, _ := th.Render(p)
	for _, l := range facts.Links {
		if strings.HasPrefix(strings.ToLower(l.Href), "javascript") {
			t.Errorf("%+v in %s", l, out)
		}
	}
}

func TestTheSameValueGivesTheSameBytes(t *testing.T) {
	every(t, "chữ", func(t *testing.T, _ *html.Node, out []byte, facts Facts) {
		if facts.Size != len(out) {
			t.Errorf("size %d, %d bytes", facts.Size, len(out))
		}
		if bytes.Contains(out, []byte("ZgotmplZ")) {
			t.Error("html/template refused a value")
		}
	})
	one, _, _ := theme(t).Render((&filler{text: "x", yes: true}).page("ranking"))
	two, _, _ := theme(t).Render((&filler{text: "x", yes: true}).page("ranking"))
	if !bytes.Equal(one, two) {
		t.Error("two themes draw the same page differently")
	}
}

func TestAnIllustrativeAnnouncementIsNeverPrintedAsAnAct(t *testing.T) {
	const national = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	for _, c := range []struct {
		name         string
		illustrative bool
		stage        string
		act          *view.Act
		want         bool
	}{
		{"a decided one has the national title", false, "decided", &view.Act{}, true},
		{"a proposed one has none", false, "proposed", &view.Act{}, false},
		{"one without an act has none", false, "decided", nil, false},
		{"an illustrative one has none", true, "decided", &view.Act{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := emptyPage("awards")
			p.Main = &view.Awards{StageKind: c.stage, Act: c.act, Block: view.AwardsBlock{Illustrative: c.illustrative}}
			out, _, _ := theme(t).Render(p)
			if got := bytes.Contains(out, []byte(national)); got != c.want {
				t.Errorf("national title: %v", got)
			}
			if got := bytes.Contains(out, []byte("printmark")); got != c.illustrative {
				t.Errorf("illustrative mark for print: %v", got)
			}
		})
	}
}

func TestTheCaptionOfAnInventedTableSaysSo(t *testing.T) {
	for name, main := range map[string]any{
		"a ranking":       &view.Ranking{Table: view.RankingTable{Illustrative: true}},
		"the unranked":    &view.Ranking{Table: view.RankingTable{Illustrative: true}, Unranked: []view.UnrankedRow{{Unit: "Xã"}}},
		"a set of rules":  &view.Criteria{Table: view.CriteriaTable{Illustrative: true}},
		"one unit's part": &view.Breakdown{Illustrative: true},
		"awards":          &view.Awards{Block: view.AwardsBlock{Illustrative: true, Groups: []view.AwardGroup{{Title: "Xã"}}}},
		"a head":          &view.Home{Latest: &view.RankingHead{Illustrative: true, Rows: []view.HeadRow{{Rank: "1"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			p := emptyPage(view.Kind(main))
			p.Main = main
			out, _, _ := theme(t).Render(p)
			captions := bytes.Count(out, []byte("<caption"))
			if marked := bytes.Count(out, []byte("Số liệu minh hoạ</b></span></caption>")); marked != captions || captions == 0 {
				t.Errorf("%d of %d captions are marked", marked, captions)
			}
		})
	}
}
