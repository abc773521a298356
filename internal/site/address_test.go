package site

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

const yaml = "title: C\norganization: D\nbase_url: https://thu.example.vn/cong/\n"

// assemble joins files by their paths below content/ at a moment.
func assemble(t *testing.T, at string, files map[string]string) (*Site, []*document.Document, []diag.Finding) {
	t.Helper()
	now, err := time.Parse(time.RFC3339, at)
	if err != nil {
		t.Fatal(err)
	}
	text := yaml
	if own, is := files["site.yaml"]; is {
		text = own
	}
	settings, findings := document.ParseSite("content/site.yaml", []byte(text))
	in := Input{Settings: settings, Files: map[string]File{}, Now: now}
	for name, text := range files {
		if strings.HasSuffix(name, ".md") {
			doc, found := document.Parse("content/"+name, []byte(text))
			in.Docs, findings = append(in.Docs, doc), append(findings, found...)
		} else if name != "site.yaml" {
			in.Files["content/"+name] = File{Data: []byte(text)}
		}
	}
	s, found := Assemble(in)
	return s, in.Docs, append(findings, found...)
}

func text(more string) string { return "---\ntitle: T\nsummary: S\n" + more + "---\n" }

func article(more string) string {
	return "---\ntitle: T\nsummary: S\ndate: 2026-01-01\nauthor: A\nsource: B\n" + more + "---\n"
}

const noon = "2026-05-02T12:00:00+07:00"

// page finds a page by its file below content/.
func page(t *testing.T, s *Site, name string) *Page {
	t.Helper()
	for _, p := range s.Pages {
		if p.Doc.Path == "content/"+name {
			return p
		}
	}
	t.Fatalf("no page %s", name)
	return nil
}

func TestAFilesAddressIsItsPathInPlainLetters(t *testing.T) {
	for name, c := range map[string]struct{ header, want string }{
		"gioi-thieu.md":        {"", "/gioi-thieu/"},
		"Giới thiệu/Cơ cấu.md": {"", "/gioi-thieu/co-cau/"},
		"đơn vị cũ.md":         {"", "/don-vi-cu/"},
		"a.b.md":               {"", "/a-b/"},
		"index.md":             {"", "/index/"},
		"x/dai-dong.md":        {"slug: ngan\n", "/x/ngan/"},
		"x/sai.md":             {"slug: Sai Rồi\n", "/x/sai/"},
		"!!!.md":               {"", "/-/"},
	} {
		s, _, _ := assemble(t, noon, map[string]string{name: text(c.header)})
		if got := page(t, s, name).Address; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	s, _, _ := assemble(t, noon, map[string]string{"Tin tức/_index.md": text("slug: khac\n"), "_index.md": text("")})
	if a, b := s.Sections["content/Tin tức/"].Address, s.Sections["content/"].Address; a != "/tin-tuc/" || b != "/" {
		t.Errorf("sections stand at %s and %s", a, b)
	}
}

func TestTheBaseURLIsSplitIntoHostAndPath(t *testing.T) {
	for base, want := range map[string][2]string{
		"https://a.vn": {"https://a.vn", "/"}, "https://a.vn/": {"https://a.vn", "/"}, "http://a.vn:8080/cong": {"http://a.vn:8080", "/cong/"},
		"https://a.vn/x/y-1.2/": {"https://a.vn", "/x/y-1.2/"},
		"a.vn":                  {}, "": {}, "ftp://a.vn/": {}, "https://": {}, "https:///x": {}, "https://u:p@a.vn/": {}, "https://a.vn/?x": {}, "https://a.vn/#": {},
		"https://a.vn/a b/": {}, "https://a.vn/../": {}, "https://a.vn/a//b/": {}, "https://a.vn/'/": {}, "https://a.vn/%20/": {}, "//a.vn/": {}, "javascript://a.vn/": {},
	} {
		host, path, ok := origin(base)
		if good := want[0] != ""; ok != good || good && [2]string{host, path} != want {
			t.Errorf("%q: %q %q %v, want %q", base, host, path, ok, want)
		}
	}
}

func TestALinkMeansTheFileBesideThenContentThenNothing(t *testing.T) {
	s, _, _ := assemble(t, noon, map[string]string{
		"tin-tuc/2026/a.md": article(""), "tin-tuc/2026/b.md": article(""), "tin-tuc/_index.md": text(""), "gioi-thieu.md": text(""),
		"tin-tuc/2026/a b.pdf": "x", "tin-tuc/2026/h#1.pdf": "x", "tin-tuc/2026/kế.pdf": "x", "chung.pdf": "x",
	})
	from := page(t, s, "tin-tuc/2026/a.md")
	for link, want := range map[string]Target{
		"b": {Address: "/tin-tuc/2026/b/"}, "b.md": {Address: "/tin-tuc/2026/b/"}, "b.md#muc": {Address: "/tin-tuc/2026/b/", Rest: "#muc"},
		"b?x=1#y": {Address: "/tin-tuc/2026/b/", Rest: "?x=1#y"}, "./b/": {Address: "/tin-tuc/2026/b/"},
		"../../gioi-thieu": {Address: "/gioi-thieu/"}, "/gioi-thieu.md": {Address: "/gioi-thieu/"}, "/gioi-thieu/": {Address: "/gioi-thieu/"},
		"..": {Address: "/tin-tuc/"}, "/tin-tuc/_index.md": {Address: "/tin-tuc/"}, "/tin-tuc": {Address: "/tin-tuc/"},
		"a b.pdf": {File: "content/tin-tuc/2026/a b.pdf"}, "a%20b.pdf#page=2": {File: "content/tin-tuc/2026/a b.pdf", Rest: "#page=2"},
		"h#1.pdf": {File: "content/tin-tuc/2026/h#1.pdf"}, "h%231.pdf": {File: "content/tin-tuc/2026/h#1.pdf"},
		"ke\u0302\u0301.pdf": {File: "content/tin-tuc/2026/kế.pdf"}, "k%E1%BA%BF.pdf": {File: "content/tin-tuc/2026/kế.pdf"}, "/chung.pdf": {File: "content/chung.pdf"},
		"": {}, "#muc": {}, "?x": {}, "c": {}, "/": {}, "../../../secret": {}, "/../secret": {}, "%zz": {},
	} {
		got, ok := s.Link(from, link)
		if !ok {
			got = Target{}
		}
		if got != want || ok != (want != Target{}) {
			t.Errorf("%q: %+v %v, want %+v", link, got, ok, want)
		}
	}
}

func TestAReferenceIsReadFromTheCampaignOrFromContent(t *testing.T) {
	plan := "---\ntype: plan\ntitle: P\nsummary: S\ndocument: {number: 1/KH-UBND, date: 2026-01-01, issuer: X}\nperiod: {from: 2026-01-01, to: 2026-12-31}\nblocks: [{id: xa, name: X, units: [a]}]\n---\n"
	s, _, _ := assemble(t, noon, map[string]string{
		"phong-trao/p/ke-hoach.md": plan, "phong-trao/p/mot.md": text(""), "gioi-thieu.md": text(""), "an.md": text("draft: true\n"),
		"don-vi.md": "---\ntype: units\ntitle: U\nunits: [{id: a, name: A}]\n---\n",
	})
	c := s.Campaign("/phong-trao/p/")
	if c == nil || s.Campaign("p") != c || s.Campaign("q") != nil {
		t.Fatal("the campaign is not found by its address and its name")
	}
	for ref, want := range map[string]string{"mot": "/phong-trao/p/mot/", "/gioi-thieu": "/gioi-thieu/", "/phong-trao/p/mot.md": "/phong-trao/p/mot/", "gioi-thieu": "", "/an": ""} {
		got, hidden := s.Resolve(ref, c)
		if (got == nil) != (want == "") || got != nil && got.Address != want || hidden != (ref == "/an") {
			t.Errorf("%q: %v, hidden %v, want %q", ref, got, hidden, want)
		}
	}
	if got, _ := s.Resolve("mot", nil); got != nil {
		t.Error("outside a campaign only the form with a slash counts")
	}
}

func TestOnlyDraftPublishAndExpiresHideAPageAtTheirVeryMoment(t *testing.T) {
	for _, c := range []struct {
		keys, at string
		hidden   Why
		next     string
	}{
		{"draft: true\npublish: 2026-05-01\n", noon, WhyDraft, ""},
		{"", noon, "", ""},
		{"updated: 2026-01-01\n", noon, "", ""},
		{"updated: 2030-01-01\n", noon, "", "2030-01-01T00:00:00+07:00"}, // till then the page is warned of it
		{"publish: 2026-05-03\n", "2026-05-02T23:59:59+07:00", WhyPublish, "2026-05-03T00:00:00+07:00"},
		{"publish: 2026-05-03\n", "2026-05-03T00:00:00+07:00", "", ""},
		{"publish: 2026-05-03\n", "2026-05-02T17:00:00Z", "", ""},
		{"publish: 2026-05-03T07:30:00+07:00\n", "2026-05-03T07:29:59+07:00", WhyPublish, "2026-05-03T07:30:00+07:00"},
		{"publish: 2026-05-03T07:30:00+07:00\n", "2026-05-03T00:30:00Z", "", ""},
		{"expires: 2026-05-03\n", "2026-05-02T23:59:59+07:00", "", "2026-05-03T00:00:00+07:00"},
		{"expires: 2026-05-03\n", "2026-05-03T00:00:00+07:00", WhyExpired, ""},
		{"publish: 2026-05-03\nexpires: 2026-05-10\n", noon, WhyPublish, "2026-05-03T00:00:00+07:00"},
		{"publish: 2026-05-01\nexpires: 2026-05-10\n", noon, "", "2026-05-10T00:00:00+07:00"},
	} {
		s, docs, _ := assemble(t, c.at, map[string]string{"tin-tuc/a.md": article(c.keys)})
		var why Why
		if len(s.Hidden) > 0 {
			why = s.Hidden[0].Why
		}
		if why != c.hidden || (len(s.Pages) == 0) != (c.hidden != "") {
			t.Errorf("%q at %s: hidden by %q, want %q", c.keys, c.at, why, c.hidden)
		}
		next := ""
		if n := s.Next(docs); !n.IsZero() {
			next = n.In(s.Zone).Format(time.RFC3339)
		}
		if next != c.next {
			t.Errorf("%q at %s: next %q, want %q", c.keys, c.at, next, c.next)
		}
	}
}

func TestADayBeginsInTheSitesOwnZone(t *testing.T) {
	s, docs, _ := assemble(t, "2026-05-02T16:00:00Z", map[string]string{
		"site.yaml": yaml + "time_zone: Asia/Tokyo\n", "tin-tuc/a.md": article("publish: 2026-05-03\n"), "tin-tuc/b.md": article("publish: 2026-05-04\n"),
	})
	var shown []string
	for _, p := range s.Pages {
		shown = append(shown, p.Doc.Path)
	}
	if !slices.Equal(shown, []string{"content/tin-tuc/a.md"}) {
		t.Errorf("shown are %v", shown)
	}
	if got := s.Next(docs).UTC().Format(time.RFC3339); got != "2026-05-03T15:00:00Z" {
		t.Errorf("next is %s", got)
	}
}

func TestAFilesNameIsPublishedInPlainLetters(t *testing.T) {
	for name, want := range map[string]string{
		"Kế hoạch 138.PDF": "ke-hoach-138.pdf", "a b.png": "a-b.png", "!!!.png": "tep.png", "x": "x", "a.b.c": "a-b.c", "a.b c": "a.b-c", ".png": "tep.png", "a.": "a", "a.<b>": "a.b",
	} {
		if got := plainName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestAnAliasIsAPathOfThisPortal(t *testing.T) {
	for alias, want := range map[string]string{
		"/cu/": "/cu/", "cu": "/cu/", "/a/b": "/a/b/", "/tin/1.html": "/tin/1.html", "/tin/1.htm": "/tin/1.htm", "/Portals/0/Default.aspx": "/Portals/0/Default.aspx/", "/~a/b_c-d.e/": "/~a/b_c-d.e/",
		"": "", "/": "", "..": "", "/a/../b": "", "//a": "", "/a//b": "", "/.a": "", "https://a.vn": "", "/a?b": "", "/a#b": "", "/a b": "", "/kế": "", `\a`: "", "/a%20b": "", "/a/.": "",
	} {
		got, ok := OldAddress(alias)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", alias, got, ok, want)
		}
	}
}
