package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/render"
)

// portal is one with a base path, a page with marks in its name, a static file and a data file.
func portal(base string) Portal {
	return Portal{Origin: "https://thu.example.vn", Base: base, Files: map[string]bool{
		"index.html": true, "tin/index.html": true, "tin/a/index.html": true, "404.html": true,
		"static/site.css": true, "tin/a/số liệu.csv": true, "cu.html": true,
	}}
}

// said checks one page at /tin/a/ with the markup, beside a page /tin/ that has a part "muc", and returns the codes.
func said(base, markup string) []string {
	c := New(portal(base))
	var codes []string
	blame := func(code, _ string, args diag.Args) diag.Finding {
		return diag.New(code, "f", diag.Pos{}, args)
	}
	var found []diag.Finding
	var pages []*Checked
	for address, body := range map[string]string{"/tin/": `<h1>a</h1><h2 id="muc">b</h2><i id="kế">c</i>`, "/tin/a/": "<h1>a</h1>" + markup} {
		p := c.Page(&Page{Address: address, Budget: Budget, Facts: render.Scan([]byte(body)), Blame: blame})
		pages, found = append(pages, p), append(found, p.Findings...)
	}
	for _, f := range append(found, Anchors(pages)...) {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return codes
}

func TestALinkIsFollowedAsABrowserDoes(t *testing.T) {
	for _, c := range []struct{ href, want string }{
		{"/", ""}, {"/tin/", ""}, {"/tin", ""}, {"/tin/a/", ""}, {"/404.html", ""}, {"/cu.html", ""}, {"/static/site.css", ""},
		{"/tin/b/", "broken-link"}, {"/tin/A/", "broken-link"}, {"/static/", "broken-link"},
		{"..", ""}, {"../", ""}, {".", ""}, {"./", ""}, {"../a/", ""}, {"../../", ""}, {"../../../..", ""}, {"b", "broken-link"}, {"../b/", "broken-link"},
		{"?trang=2", ""}, {"/tin/?trang=2", ""}, {"/tin/b?x", "broken-link"}, {"", ""},
		{"#muc", "broken-anchor"}, {"/tin/#muc", ""}, {"../#muc", ""}, {"/tin/?x=1#muc", ""}, {"/tin/#khong", "broken-anchor"},
		{"/tin/#k%E1%BA%BF", ""}, {"/tin/#kế", ""}, {"/tin/#top", ""}, {"#top", ""}, {"#", ""}, {"/static/site.css#x", ""},
		{"s%E1%BB%91%20li%E1%BB%87u.csv", ""}, {"/tin/a/s%E1%BB%91%20li%E1%BB%87u.csv", ""}, {"/tin/%zz", "broken-link"},
		{"mailto:a@example.vn", ""}, {"tel:+84277", ""}, {"https://example.vn/x", ""}, {"//example.vn/x", ""},
		{"https://thu.example.vn/tin/", ""}, {"https://thu.example.vn/tin/b/", "broken-link"}, {"https://thu.example.vn.evil/x", ""},
	} {
		if got := strings.Join(said("/", fmt.Sprintf(`<a href="%s">x</a>`, c.href)), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.href, got, c.want)
		}
	}
}

func TestBelowABasePathOnlyItsOwnAddressesLeadIntoThePortal(t *testing.T) {
	for href, want := range map[string]string{
		"/cong/": "", "/cong": "", "/cong/tin/#muc": "", "/tin/": "broken-link", "/": "broken-link", "../": "", "/cong/tin/b/": "broken-link",
		"https://thu.example.vn/cong/tin/": "", "https://thu.example.vn/tin/": "broken-link",
	} {
		if got := strings.Join(said("/cong/", `<a href="`+href+`">x</a>`), " "); got != want {
			t.Errorf("%q: %q, want %q", href, got, want)
		}
	}
}

func TestABrokenLinkIsSaidOncePerPageWithTheNearestAddress(t *testing.T) {
	c := New(portal("/"))
	found := c.Page(&Page{Address: "/tin/a/", Facts: render.Scan([]byte("<h1>a</h1>" + strings.Repeat(`<a href="/tim/">x</a>`, 1000))),
		Blame: func(code, _ string, args diag.Args) diag.Finding { return diag.New(code, "f", diag.Pos{}, args) }}).Findings
	if len(found) != 1 || found[0].Args["near"] != "/tin/" {
		t.Errorf("%d findings, the first with %v", len(found), found[0].Args)
	}
}

func TestAPageHasEveryIDOnceHeadingsInStepsAndImagesWithWords(t *testing.T) {
	for markup, want := range map[string]string{
		`<p id="x"></p><p id="y"></p>`:                 "",
		`<p id="x"></p><p id="x"></p>`:                 "id-twice",
		`<h2>a</h2><h3>b</h3><h2>c</h2>`:               "",
		`<h3>a</h3>`:                                   "heading-skips",
		`<h2>a</h2><h4>b</h4>`:                         "heading-skips",
		`<h1>b</h1>`:                                   "heading-tops",
		`<img src="/static/site.css" alt="x">`:         "",
		`<img src="/static/site.css" alt="">`:          "",
		`<img src="/static/site.css">`:                 "image-without-alt",
		`<img src="/anh.png" alt="x">`:                 "broken-image",
		`<img src="https://example.vn/a.png" alt="x">`: "",
		`<link href="/static/khong.css">`:              "broken-link",
		`<script src="/static/khong.js"></script>`:     "broken-link",
	} {
		if got := strings.Join(said("/", markup), " "); got != want {
			t.Errorf("%.60s: %q, want %q", markup, got, want)
		}
	}
}

func TestAPageIsHeavyByWhatAHostSends(t *testing.T) {
	c := New(portal("/"))
	for packed, want := range map[int]int{0: 0, Budget: 0, Budget + 1: 1} {
		p := Page{Address: "/a/", Budget: Budget, Facts: render.Scan([]byte("<h1>a</h1>")),
			Blame: func(code, _ string, args diag.Args) diag.Finding { return diag.New(code, "f", diag.Pos{}, args) }}
		p.Facts.Size, p.Facts.Packed = 10*Budget, packed
		if found := c.Page(&p).Findings; len(found) != want {
			t.Errorf("%d bytes: %v", packed, found)
		}
	}
}

func TestATitleThatSeveralPagesHaveIsOneFinding(t *testing.T) {
	c := New(portal("/"))
	var pages []*Checked
	for _, p := range []Page{
		{Address: "/b/", Lang: "vi"}, {Address: "/a/", Lang: "vi"}, {Address: "/c/", Lang: "vi"}, {Address: "/en/a/", Lang: "en"}, {Address: "/cu/", Lang: "vi", Untitled: true},
	} {
		p.Facts = render.Scan([]byte("<title>Thông báo</title><h1>a</h1>"))
		p.Blame = func(code, _ string, args diag.Args) diag.Finding { return diag.New(code, "f", diag.Pos{}, args) }
		pages = append(pages, c.Page(&p))
	}
	found := Titles(pages)
	if len(found) != 1 || found[0].Args["first"] != "/a/" || found[0].Args["page"] != "/b/" || found[0].Args["more"] != "1" {
		t.Errorf("%+v", found)
	}
}
