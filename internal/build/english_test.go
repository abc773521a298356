package build_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// pagesOf parses the pages of a folder case by their output path.
func pagesOf(t *testing.T, dir string) map[string]*html.Node {
	t.Helper()
	result, data := run(t, dir, nil)
	if !result.OK() {
		t.Fatal(findings(result.Findings))
	}
	pages := map[string]*html.Node{}
	for name, text := range data {
		if strings.HasSuffix(name, ".html") {
			page, err := html.Parse(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			pages[name] = page
		}
	}
	return pages
}

func elements(page *html.Node, name string) []map[string]string {
	var out []map[string]string
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			attributes := map[string]string{"": strings.TrimSpace(textIn(n))}
			for _, a := range n.Attr {
				attributes[a.Key] = a.Val
			}
			out = append(out, attributes)
		}
	}
	return out
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for below := range n.Descendants() {
		if below.Type == html.TextNode {
			b.WriteString(below.Data)
		}
	}
	return b.String()
}

func TestTheEditionsOfAPageLeadToEachOther(t *testing.T) {
	pages := pagesOf(t, filepath.Join("testdata", "english", "in"))
	file := func(url string) string {
		rest, ok := strings.CutPrefix(url, "https://thu.example.vn/cong/")
		if !ok {
			t.Errorf("%s is of another portal", url)
		}
		return rest + "index.html"
	}
	pairs := 0
	for name, page := range pages {
		lang := elements(page, "html")[0]["lang"]
		if (lang == "en") != strings.HasPrefix(name, "en/") {
			t.Errorf("%s is marked %q", name, lang)
		}
		for _, link := range elements(page, "link") {
			other := link["hreflang"]
			if other == "" || other == lang || other == "x-default" {
				continue
			}
			pairs++
			back := false
			for _, l := range elements(pages[file(link["href"])], "link") {
				back = back || l["hreflang"] == lang && file(l["href"]) == name
			}
			if !back {
				t.Errorf("%s names %s, which does not name it", name, link["href"])
			}
		}
	}
	if pairs != 2*20 {
		t.Errorf("%d pages name their other edition", pairs)
	}
}

func TestAnEnglishPageSaysWhatIsTranslatedInEnglishAndLeadsToWhatIs(t *testing.T) {
	pages := pagesOf(t, filepath.Join("testdata", "english", "in"))
	about := pages["en/gioi-thieu/index.html"]
	for _, want := range []map[string]string{
		{"": "the rules", "href": "/cong/quy-che/"},
		{"": "the results", "href": "/cong/en/phong-trao/p/ket-qua/2026-xa/"},
		{"": "Emulation campaigns", "href": "/cong/en/phong-trao/"},
		{"": "About", "href": "/cong/en/gioi-thieu/", "aria-current": "page"},
		{"": "Quy chế", "href": "/cong/quy-che/", "lang": "vi"},
		{"": "Tiếng Việt", "href": "/cong/gioi-thieu/", "lang": "vi", "hreflang": "vi"},
		{"": "Xã A", "href": "/cong/en/phong-trao/p/ket-qua/2026-xa/xa-a/", "lang": "vi"},
	} {
		if !holds(elements(about, "a"), want) {
			t.Errorf("no link is %v", want)
		}
	}
	if !holds(elements(about, "img"), map[string]string{"src": "/cong/gioi-thieu/anh.png", "alt": "Picture of a house"}) {
		t.Error("the picture has no English alt")
	}
	if !holds(elements(pages["en/index.html"], "div"), map[string]string{"": "Chữ Việt.", "class": "prose", "lang": "vi"}) {
		t.Error("a Vietnamese text is not marked on an English page")
	}
	if !holds(elements(pages["en/phong-trao/p/ket-qua/2026-xa/index.html"], "bdi"), map[string]string{"": "Chung", "lang": "vi"}) {
		t.Error("the name of a criterion is not marked in the head of its column")
	}
	for name, page := range pages {
		if !strings.HasPrefix(name, "en/") && len(elements(page, "bdi")) > 0 {
			t.Errorf("%s marks Vietnamese on a Vietnamese page", name)
		}
	}
	if text := textIn(pages["en/phong-trao/p/ket-qua/2026-xa/index.html"]); !strings.Contains(text, "1,234.5") || strings.Contains(text, "1.234,5") {
		t.Errorf("figures are not written as in English: %s", text)
	}
}

func holds(all []map[string]string, want map[string]string) bool {
	for _, one := range all {
		same := true
		for key, value := range want {
			same = same && one[key] == value
		}
		if same {
			return true
		}
	}
	return false
}

// invented is an illustrative campaign with a unit of its own.
var invented = map[string]string{
	"content/phong-trao/m/don-vi.md":          "---\ntype: units\ntitle: Sổ minh hoạ\nsummary: x\nauthor: A\nsource: B\nillustrative: true\nunits: [{id: mh-a, name: Xã Hư Cấu}]\n---\n",
	"content/phong-trao/m/ke-hoach.md":        "---\ntype: plan\ntitle: Phong trào minh hoạ\nsummary: x\ndate: 2026-01-05\nauthor: A\nsource: B\nillustrative: true\ndocument: {number: 2/KH-UBND, date: 2026-01-05, issuer: UBND huyện}\nperiod: {from: 2026-01-05, to: 2026-04-30}\nblocks: [{id: xa, name: Khối, units: [mh-a]}]\n---\n",
	"content/phong-trao/m/tieu-chi.md":        "---\ntype: criteria\ntitle: Tiêu chí minh hoạ\nsummary: x\nauthor: A\nsource: B\nblocks: [xa]\nscoring: {basis: points, rank_by: total, decimals: 1}\ncriteria: [{id: \"1\", name: Chung, max: 10}]\n---\n",
	"content/phong-trao/m/ket-qua/2026-xa.md": "---\ntype: results\ntitle: Kết quả minh hoạ\nsummary: x\ndate: 2026-05-01\nauthor: A\nsource: B\nblock: xa\nround: \"2026\"\nscores: {mh-a: {\"1\": 9}}\n---\n",
}

func TestAnIllustrativeCampaignIsInEnglishOnlyWhereAFileOfItsIsTranslated(t *testing.T) {
	tree := with(load(t, filepath.Join("testdata", "english", "in")), invented)
	translated := with(tree, map[string]string{"content/phong-trao/m/ket-qua/2026-xa.en.md": "---\ntitle: Invented results\n---\n"})
	for _, c := range []struct {
		tree    fstest.MapFS
		english bool
	}{{tree, false}, {translated, true}} {
		got := construct(t, c.tree, nil)
		if !got.ok {
			t.Fatal(findings(got.findings))
		}
		for _, page := range []string{
			"phong-trao/m/index.html", "phong-trao/m/cach-xep-hang/index.html", "phong-trao/m/tieu-chi/index.html",
			"phong-trao/m/ket-qua/2026-xa/index.html", "phong-trao/m/ket-qua/2026-xa/mh-a/index.html", "don-vi/mh-a/index.html",
		} {
			_, english := got.files["en/"+page]
			if paired := bytes.Contains(got.files[page], []byte(`hreflang="x-default"`)); english != c.english || paired != english {
				t.Errorf("%s is in English: %v, want %v; it names its other edition: %v", page, english, c.english, paired)
			}
		}
	}
}

func TestWhatEnglishPagesSayOfACampaignWithoutTranslationLeadsToVietnamesePages(t *testing.T) {
	got := construct(t, with(load(t, filepath.Join("testdata", "english", "in")), invented), nil)
	for name, text := range got.files {
		inIndex := strings.HasPrefix(name, "en/tim-kiem/") && strings.HasSuffix(name, ".json")
		if bytes.Contains(text, []byte("/en/phong-trao/m/")) || bytes.Contains(text, []byte("/en/don-vi/mh-a/")) || inIndex && bytes.Contains(text, []byte("phong-trao/m/")) {
			t.Errorf("%s leads to a page that is not there", name)
		}
	}
	for page, want := range map[string]string{
		"en/phong-trao/index.html": `<a href="/cong/phong-trao/m/" lang="vi">Phong trào minh hoạ</a>`,
		"en/don-vi/index.html":     `<a href="/cong/don-vi/mh-a/" lang="vi">Xã Hư Cấu</a>`,
	} {
		if !bytes.Contains(got.files[page], []byte(want)) {
			t.Errorf("%s has no %s", page, want)
		}
	}
}
