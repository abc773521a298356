package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// onePixel is the smallest picture.
const onePixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"

// news is an article with more keys and a body.
func news(keys, body string) string {
	return "---\ntitle: Tin\ndate: 2026-04-01\nauthor: A\nsource: B\nsummary: C\n" + keys + "---\n" + body
}

// plain is a page.
func plain(title string) string { return "---\ntitle: " + title + "\nsummary: Tóm tắt\n---\n" }

// settings is a site.yaml with more lines.
func settings(more string) string {
	return "title: C\norganization: D\nbase_url: https://a.vn/\ncategories: [Thông báo, Kết quả]\n" + more
}

const (
	newsFile     = "content/tin-tuc/2026/tin.md"
	siteFile     = "content/site.yaml"
	unitsFile    = "content/don-vi.md"
	planFile     = "content/phong-trao/thu/ke-hoach.md"
	criteriaFile = "content/phong-trao/thu/tieu-chi.md"
	resultsFile  = "content/phong-trao/thu/ket-qua/2026-xa.md"
	scoresFile   = "content/phong-trao/thu/ket-qua/2026-xa.csv"
	awardsFile   = "content/phong-trao/thu/khen-thuong.md"
)

// An attack is what hostile or careless hands put into a sound site, and what is said of it: the codes of all
// errors. None means that it does no harm and the portal is built.
type attack struct {
	name  string
	files map[string]string
	want  string
}

func TestWhateverIsPutInTheBuildEndsSoundlyAndSaysWhatIsWrong(t *testing.T) {
	base := load(t, "testdata/campaign-whole/in")
	text := func(name string) string { return string(base[name].Data) }
	edit := func(name string, pairs ...string) map[string]string {
		return map[string]string{name: strings.NewReplacer(pairs...).Replace(text(name))}
	}
	article := func(keys, body string) map[string]string { return map[string]string{newsFile: news(keys, body)} }
	for _, a := range slices.Concat(
		hugeAttacks(article), addressAttacks(article), fileAttacks(),
		[]attack{
			{"a title that closes the head is text", map[string]string{newsFile: "---\ntitle: a</title><script>alert(1)</script>\ndate: 2026-04-01\nauthor: \"<script>\"\nsource: B\nsummary: '\"><script>'\ntags: ['<script>x']\n---\n"}, ""},
			{"a caption with a script is text", map[string]string{newsFile: news("", "::figure{src=\"a.png\" alt=\"<script>\" caption=\"<script>x</script>\"}\n"), "content/tin-tuc/2026/a.png": onePixel}, ""},
			{"criteria with markup are text", edit(criteriaFile, `id: "1"`, `id: "<script>1"`, "name: Kết quả", `name: "<script>alert(1)</script>"`), ""},
			{"a prize that the plan lacks", edit(planFile, "  - {id: nhat, title: Giải nhất, block: xa, count: 1}\n", ""), "award-departs prize-unknown"},
			{"a round that compares itself with itself", edit(resultsFile, "block: xa", "block: xa\nprevious: ket-qua/2026-xa"), "round-loop"},
			{"a page that shows its own ranking, twice", map[string]string{resultsFile: text(resultsFile) + "\n::ranking{results=\"ket-qua/2026-xa\"}\n\n::ranking{results=\"ket-qua/2026-xa\"}\n"}, ""},
			{"an announcement that shows itself", map[string]string{awardsFile: text(awardsFile) + "\n::awards{campaign=\"thu\"}\n\n::awards{campaign=\"thu\"}\n"}, ""},
			{"a year before all time", edit(newsFile, "2026-04-01", "0001-01-01"), "date-year"},
			{"a year after all time", edit(newsFile, "2026-04-01", "9999-12-31"), "date-year"},
			{"a zone that is none", article("publish: 2026-04-01T08:00:00+99:00\n", ""), "date-impossible"},
			{"a menu that runs a script", map[string]string{siteFile: settings("menu: [{title: x, to: 'javascript:alert(1)'}]\n")}, "menu-target"},
			{"a menu to another scheme", map[string]string{siteFile: settings("menu: [{title: x, to: 'javascript://x'}]\n")}, "menu-target"},
			{"a menu to another host without a scheme", map[string]string{siteFile: settings("menu: [{title: x, to: '//evil.example'}]\n")}, "menu-target"},
			{"a base path with a quote and dots", map[string]string{siteFile: strings.Replace(settings(""), "https://a.vn/", `"https://a.vn/a b/../'c"`, 1)}, "base-url"},
			{"a base_url with a password", map[string]string{siteFile: strings.Replace(settings(""), "https://a.vn/", "https://u:p@a.vn/", 1)}, "base-url"},
			{"unit kinds that are written in two ways are one group", edit(unitsFile, "A, kind: xa", "A, kind: Xã", "C, kind: xa", "C, kind: '!!!'"), ""},
			{"a unit called like a part of the page", map[string]string{
				unitsFile: strings.ReplaceAll(text(unitsFile), "xa-c", "noi-dung"), planFile: strings.ReplaceAll(text(planFile), "xa-c", "noi-dung"),
				awardsFile: strings.ReplaceAll(text(awardsFile), "xa-c", "noi-dung"), scoresFile: strings.ReplaceAll(text(scoresFile), "xa-c", "noi-dung")}, ""},
			{"unit ids that climb", edit(unitsFile, "units:\n", "units:\n  - {id: '../../x', name: X}\n  - {id: 'a/b', name: Y}\n"), "unit-id-form"},
			{"a score table of 100.000 rows of nobody", map[string]string{scoresFile: text(scoresFile) + strangers(100_000)}, "unknown-unit"},
		},
	) {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			tree := with(base, a.files)
			start := time.Now()
			m := construct(t, tree, nil)
			if took := time.Since(start); took > time.Minute { // none takes three seconds on a machine that is free; one that grows with the square never ends
				t.Errorf("it took %v", took)
			}
			sound(t, tree, m)
			if got := errorCodes(m); got != a.want {
				t.Errorf("the errors are %q, want %q\n%.2000s", got, a.want, findings(m.findings))
			}
		})
	}
}

// hugeAttacks are inputs whose cost could grow faster than their size.
func hugeAttacks(article func(keys, body string) map[string]string) []attack {
	again := strings.Repeat
	var ticks strings.Builder
	for i := range 1500 {
		ticks.WriteString(again("`", i) + "a")
	}
	return []attack{
		{"a line of 1,5 MB", article("", again("chữ ", 250_000)), ""},
		{"a header of 5 MB", map[string]string{newsFile: "---\ntitle: " + again("a", 5<<20) + "\n---\n"}, "header-too-large"},
		{"a header of 20.000 brackets", map[string]string{newsFile: "---\ntitle: " + again("[", 20_000) + "\n---\n"}, "header-too-deep"},
		{"a list in a list in a list in the header", article("tags:\n"+again("- ", 10_000)+"a\n", ""), "header-too-deep"},
		{"1.000 quotations in each other", article("", again("> ", 1000)+"a"), "body-too-nested"},
		{"5.000 lists in each other", article("", again("- ", 5000)+"a"), "body-too-nested"},
		{"50.000 links in each other", article("", again("[", 50_000)+"a"+again("](b)", 50_000)), "body-too-nested"},
		{"60.000 marks of stress", article("", again("*a **a ", 30_000)), "body-too-nested"},
		{"20.000 links by reference to nowhere", article("", again("[x]: /a\n", 20_000)+again("[x] ", 20_000)), "broken-link"},
		{"a table of 30.000 cells in a row", article("", "|a|\n|-|\n"+again("|a", 30_000)+"\n"), ""},
		{"1.500 code spans that never close", article("", ticks.String()), ""},
	}
}

// addressAttacks try to reach places that are not theirs.
func addressAttacks(article func(keys, body string) map[string]string) []attack {
	alias := func(name, address, want string) attack {
		return attack{name, article("aliases: ['"+address+"']\n", ""), want}
	}
	return []attack{
		alias("an alias above the portal", "../..", "alias-form"),
		alias("an alias that climbs on its way", "/a/../../b", "alias-form"),
		alias("an alias on another host", "//evil.example", "alias-form"),
		alias("an alias with a scheme", "https://evil.example/a", "alias-form"),
		alias("an alias with a query", "/default.aspx?id=1", "alias-form"),
		alias("an empty alias", "", "alias-form"),
		alias("an alias on the list of our files", "/.bangvang", "alias-form"),
		alias("an alias on the home page", "/index.html", "address-twice"),
		alias("an alias that makes a folder of the feed", "/atom.xml", "address-twice"),
		alias("an alias that makes a folder of robots.txt", "/robots.txt", "address-twice"),
		alias("an alias on its own page", "/tin-tuc/2026/tin/", "address-twice"),
		alias("an alias that was a file", "/tin/phat-dong.html", ""),
		alias("an alias with capitals and dots", "/Portals/1.2/Default.aspx", ""),
		{"a slug that climbs", article("slug: '..'\n", ""), "slug-form"},
		{"a slug with a slash", article("slug: 'a/b'\n", ""), "slug-form"},
		{"a tag without a letter", article("tags: ['!!!']\n", ""), "term-form"},
		{"an empty tag", article("tags: ['']\n", ""), "term-form"},
		{"tags that climb", article("tags: ['../..']\n", ""), "term-form"},
		{"two tags on one address", article("tags: [a/b, a b]\n", ""), "term-twice"},
		{"a tag named like the lists' pages", article("tags: [trang]\n", ""), ""},
		{"one tag twice", article("tags: [a, a]\n", ""), ""},
		{"two categories on one address", map[string]string{siteFile: settings("")[:strings.Index(settings(""), "categories")] + "categories: [Thông báo, Thong bao]\n"}, "term-twice"},
		{"a category without a letter", map[string]string{siteFile: settings("")[:strings.Index(settings(""), "categories")] + "categories: [Thông báo, '!!!']\n"}, "term-form"},
	}
}

// fileAttacks are files whose names get in the way of others.
func fileAttacks() []attack {
	return []attack{
		{"names without a letter", map[string]string{"content/!!!.md": plain("x")}, "address-empty"},
		{"pages called index and trang", map[string]string{"content/index.md": plain("x"), "content/trang.md": plain("y"), "content/tin-tuc/index.md": news("", "")}, ""},
		{"a page called like a list", map[string]string{"content/bang-vang.md": plain("x")}, "address-twice"},
		{"a page called like a unit's", map[string]string{"content/don-vi/xa-a.md": plain("x")}, "address-twice"},
		{"a page called like a unit's result", map[string]string{"content/phong-trao/thu/ket-qua/2026-xa/xa-a.md": plain("x")}, "address-twice"},
		{"a page called like the static files' folder", map[string]string{"content/static.md": plain("x")}, ""},
		{"one name, composed and not", map[string]string{"content/kế.md": plain("x"), "content/ke\u0302\u0301.md": plain("y")}, "name-twice"},
		{"one section, composed and not", map[string]string{"content/kế/_index.md": plain("x"), "content/ke\u0302\u0301/_index.md": plain("y")}, "name-twice"},
		{"one name, large and small", map[string]string{"content/Ke.md": plain("x"), "content/ke.md": plain("y")}, "address-twice"},
		{"a name of 200 letters", map[string]string{"content/" + strings.Repeat("a", 200) + ".md": plain("x")}, ""},
		{"pictures with blanks, quotes, # ? and % in their names", map[string]string{
			newsFile:                       news("", "![a](<a b.png>)\n![a](a%20b.png)\n![a](\"q\".png)\n![a](h%23.png)\n![a](p%25.png)\n![a](m%3F.png)\n"),
			"content/tin-tuc/2026/a b.png": onePixel, "content/tin-tuc/2026/\"q\".png": onePixel, "content/tin-tuc/2026/h#.png": onePixel,
			"content/tin-tuc/2026/p%.png": onePixel, "content/tin-tuc/2026/m?.png": onePixel}, ""},
		{"a picture without a name", map[string]string{newsFile: news("", "![a](<!!!.png>)\n"), "content/tin-tuc/2026/!!!.png": onePixel}, ""},
		{"an attachment called like its page", map[string]string{newsFile: news("", "[a](index.html)\n"), "content/tin-tuc/2026/index.html": "<script>"}, "file-kind"},
		{"two attachments on one address", map[string]string{newsFile: news("", "![a](<a b.png>)\n![b](a-b.png)"), "content/tin-tuc/2026/a b.png": onePixel, "content/tin-tuc/2026/a-b.png": onePixel}, "address-twice"},
		{"a drawing that runs scripts", map[string]string{newsFile: news("", "![a](a.svg)\n"), "content/tin-tuc/2026/a.svg": "<svg onload=alert(1)>"}, "image-broken"},
		{"an attachment with an odd ending", map[string]string{newsFile: news("", "[b](<a.b c>)"), "content/tin-tuc/2026/a.b c": "x"}, "file-kind"},
		{"a registry that shows a picture and a file", map[string]string{
			unitsFile: registry("", "![a](a.png)\n\n[b](b.pdf)\n"), "content/a.png": onePixel, "content/b.pdf": "x", newsFile: news("", "[c](/don-vi.md)")}, ""},
		{"a part of an attachment", map[string]string{newsFile: news("", "[b](a.pdf#page=2)"), "content/tin-tuc/2026/a.pdf": "x"}, ""},
	}
}

// registry is the list of units with more keys and a body.
func registry(keys, body string) string {
	return "---\ntype: units\ntitle: Đơn vị\n" + keys + "units:\n  - {id: xa-a, name: A}\n  - {id: xa-b, name: B}\n  - {id: xa-c, name: C}\n---\n" + body
}

func TestARegistryPublishesWhatItsTextShows(t *testing.T) {
	base := load(t, "testdata/campaign-whole/in")
	files := map[string]string{unitsFile: registry("", "![a](a.png)\n\nLời giới thiệu.\n"), "content/a.png": onePixel}
	m := construct(t, with(base, files), nil)
	if page := string(m.files["don-vi/index.html"]); !strings.Contains(page, `src="/don-vi/a.png"`) || m.files["don-vi/a.png"] == nil {
		t.Errorf("the picture is not on the page, or not published\n%s", findings(m.findings))
	}
	files[unitsFile] = registry("draft: true\n", "Lời giới thiệu.\n")
	m = construct(t, with(base, files), nil)
	if !m.ok || strings.Contains(string(m.files["don-vi/index.html"]), "Lời giới thiệu") || m.files["don-vi/xa-a/index.html"] == nil {
		t.Errorf("of a draft registry the units count, but not the text\n%s", findings(m.findings))
	}
}

func TestAWarningOfADraftLetsNoMistakeBePublished(t *testing.T) {
	base := load(t, "testdata/campaign-whole/in")
	for name, files := range map[string]map[string]string{
		"a unit is missing, and a draft is of no known type": {
			scoresFile:            "unit,1.1,1.2,2\nxa-a,38,9,45\nxa-b,35,8,40\n",
			"content/tin/nhap.md": "---\ntype: ketquaxx\ntitle: Nháp\ndraft: true\n---\n",
		},
		"a registry that is a draft has a unit twice": {
			unitsFile: strings.Replace(registry("draft: true\n", ""), "name: A}\n", "name: A}\n  - {id: xa-a, name: B}\n", 1),
		},
	} {
		if m := construct(t, with(base, files), nil); m.ok {
			t.Errorf("%s: it was published\n%s", name, findings(m.findings))
		}
	}
}

// strangers are rows of a score table whose units nobody knows.
func strangers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "la-%d,1,1,1\n", i)
	}
	return b.String()
}

// errorCodes lists the codes of the errors, each once, in order.
func errorCodes(m made) string {
	var codes []string
	for _, f := range m.findings {
		if f.Severity == 0 && !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	slices.Sort(codes)
	return strings.Join(codes, " ")
}

// A district's registry and its results: the cost grows with the number of units, not with its square.
func TestARegistryOf10000UnitsIsReadInSeconds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	var units strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&units, "  - {id: dv-%d, name: Đơn vị số %d của tỉnh Minh hoạ, kind: xa, act: Nghị quyết số %d/NQ-HĐND về việc sắp xếp đơn vị hành chính}\n", i, i%9_000, i)
	}
	tree := with(load(t, "testdata/campaign-whole/in"), map[string]string{"content/so-dang-ky.md": "---\ntype: units\ntitle: Danh mục\nunits:\n" + units.String() + "---\n"})
	start := time.Now()
	m := construct(t, tree, nil)
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
	if got := errorCodes(m); got != "" {
		t.Errorf("errors: %s", got)
	}
	if m.files["don-vi/dv-9999/index.html"] == nil {
		t.Error("the last unit has no page")
	}
}
