package document

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the expectations")

// faulty are files with one fault each, or a few of a kind. What they are told is in testdata/findings.txt.
var faulty = []struct{ name, path, text string }{
	{"nothing at all", "content/a.md", ""},
	{"a byte order mark and nothing else", "content/a.md", "\ufeff"},
	{"UTF-16 by its mark", "content/a.md", "\xff\xfe-\x00-\x00-\x00\n\x00t\x00"},
	{"UTF-16 without a mark", "content/a.md", "-\x00-\x00-\x00\n\x00t\x00i\x00t\x00l\x00e\x00"},
	{"a NUL character", "content/a.md", "---\ntitle: A\n---\n\nab\x00c\n"},
	{"bytes that are not UTF-8", "content/a.md", "---\ntitle: A\n---\n\nX\xe3 An Hi\xd6p\n"},
	{"a file of 9 MB", "content/a.md", strings.Repeat("a", 9<<20)},
	{"no header", "content/a.md", "Kế hoạch phát động\n"},
	{"a header that begins with a dash of Word's", "content/a.md", "—\ntitle: A\n—\n"},
	{"a header that is not closed", "content/a.md", "---\ntitle: A\n\nNội dung\n"},
	{"a header that closes with four hyphens", "content/a.md", "---\ntitle: A\n----\n\nNội dung\n"},
	{"an empty header", "content/a.md", "---\n---\n\nNội dung\n"},
	{"a header of 5 MB", "content/a.md", "---\ntitle: A\nsummary: " + strings.Repeat("a", 5_000_000) + "\n---\n"},
	{"a header without keys", "content/a.md", "---\nGiới thiệu\n---\n"},
	{"a header that nests without end", "content/a.md", "---\ntags: " + strings.Repeat("[", 500) + "\n---\n"},

	{"a tab as indentation", "content/a.md", "---\ntitle: A\ntags:\n\t- thi đua\n---\n"},
	{"a no-break space behind a colon", "content/a.md", "---\ntitle:\u00a0Giới thiệu\n---\n"},
	{"no space behind a colon", "content/a.md", "---\ntitle:Giới thiệu\nsummary: B\n---\n"},
	{"a colon in a value", "content/a.md", "---\nsummary: B\ntitle: Kết quả: đợt 1\n---\n"},
	{"a colon inside curly quotation marks", "content/a.md", "---\ntitle: “Tổng kết: năm giải”\n---\n"},
	{"a colon inside braces", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: proposed\nawards:\n  - {prize: nhat, unit: xa-a, merit: Hai việc: quét, trồng, reason: B}\n---\n"},
	{"a key that is indented below an empty list", "content/a.md", "---\ntype: page\ntitle: A\ntags: []\n summary: B\n---\n"},
	{"entries below an empty list", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: proposed\nawards: []\n# thay [] ở trên\n  - {prize: nhat, unit: xa-a}\n---\n"},
	{"a quotation mark that is not closed", "content/a.md", "---\ntitle: \"Giới thiệu\nsummary: B\n---\n"},
	{"a quotation mark that Word made", "content/a.md", "---\ntitle: \"Giới thiệu”\nsummary: B\n---\n"},
	{"text behind a closing quotation mark", "content/a.md", "---\ntitle: \"Xanh\" và \"Sạch\"\n---\n"},
	{"quotation marks inside quotation marks", "content/a.md", "---\ntitle: \"Phong trào \"Tết trồng cây\" năm 2026\"\n---\n"},
	{"no space behind the dash of a list", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nawards:\n  -prize: nhat\n    unit: xa-a\n---\n"},
	{"a wide colon behind a key", "content/a.md", "---\ntitle： A\nsummary: B\n---\n"},
	{"a value that begins with an at sign", "content/a.md", "---\ntitle: @baochinh\n---\n"},
	{"a bracket that is not closed", "content/a.md", "---\ntitle: A\ntags: [thi đua, khen thưởng\nsummary: B\n---\n"},
	{"a backslash in quotation marks", "content/a.md", "---\ntitle: \"C:\\khen\"\n---\n"},
	{"a key too far in", "content/a.md", "---\ntitle: A\n summary: B\n---\n"},
	{"a line without a colon", "content/a.md", "---\ntitle: A\nphát động thi đua\nsummary: B\n---\n"},
	{"a second document in the header", "content/a.md", "---\ntitle: A\n...\nsummary: B\n---\n"},
	{"a question mark and a colon", "content/a.md", "---\ntitle: A\n%: x\n---\n"},
	{"a line that nobody can make sense of", "content/a.md", "---\n? - a\n: - b\n  c\n---\n"},
	{"an anchor and its alias", "content/a.md", "---\ntitle: &t A\nsummary: *t\n---\n"},
	{"a merge", "content/a.md", "---\ntitle: A\n<<: {summary: B}\n---\n"},
	{"a tag", "content/a.md", "---\ntitle: !khan A\n---\n"},
	{"a list as a key", "content/a.md", "---\ntitle: A\n? [a, b]\n: c\n---\n"},
	{"a key that stands twice", "content/a.md", "---\ntitle: A\nsummary: B\ntitle: C\n---\n"},

	{"a number below zero", "content/phong-trao/x/tieu-chi.md", "---\ntype: criteria\ntitle: A\nblocks: [xa]\nscoring: {basis: points}\ncriteria: [{id: \"1\", name: A, max: 40}]\nadjustments: {penalty: {max: -5}}\n---\n"},
	{"an unknown type", "content/a.md", "---\ntype: artikel\ntitle: A\n---\n"},
	{"an unknown key", "content/a.md", "---\ntitle: A\nsumary: B\n---\n"},
	{"a required key with a slip in it", "content/a.md", "---\ntitel: A\n---\n"},
	{"an unknown key that is like none", "content/a.md", "---\ntitle: A\nxyz: B\n---\n"},
	{"Vietnamese keys with and without marks", "content/a.md", "---\ntiêu đề: A\nTom tat: B\n---\n"},
	{"a key of another type", "content/a.md", "---\ntype: page\ntitle: A\nprizes: []\n---\n"},
	{"keys of a type that is not named", "content/phong-trao/x/ke-hoach.md", "---\ntitle: A\ndocument: {number: 12/KH-UBND, date: 2026-02-20}\nperiod: {from: 2026-03-01, to: 2026-08-31}\nblocks: []\nprizes: []\n---\n"},
	{"a key that several types have, and no type", "content/a.md", "---\ntitle: A\ndocument: {number: 12/KH-UBND, date: 2026-02-20}\n---\n"},
	{"a type in Vietnamese under a Vietnamese key", "content/a.md", "---\nloại: Kế hoạch\ntitle: A\n---\n"},
	{"Vietnamese keys where they are required", "content/tin-tuc/a.md", "---\ntiêu đề: A\nngày: 2026-02-20\n---\n"},
	{"the symbol of an act twice, and nobody on its list", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: decided\ndocument: {number: 118/QĐ-UBND/QĐ-UBND, date: 2026-02-20}\nawards: []\n---\n"},
	{"words before the number of an act", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: decided\ndocument: {number: QĐ số 118/QĐ-UBND, date: 2026-02-20}\nawards: []\n---\n"},
	{"a remark behind a sentence", "content/a.md", "---\ntitle: Phát động #1 phong trào\n# một dòng ghi chú\ndraft: true # chưa xong\ntags: [a, b] # hai thẻ\nsummary: \"Đợt #2\" # tạm\n---\n"},
	{"a remark behind text of two lines and in a list", "content/a.md", "---\ntitle: A\nsummary: Phát động\n  đợt #1 năm nay\ntags:\n  - đợt #2\n  - b\n---\n"},
	{"a value that begins with a number sign", "content/a.md", "---\ntitle: A\nsummary: #1 thi đua\nauthor: # chưa rõ\ncategory:\n---\n"},
	{"a remark inside braces", "content/a.md", "---\ntitle: A\nimage: {src: a.jpg, alt: Ảnh #3 của xã}\n---\n"},
	{"values in curly quotation marks", "content/a.md", "---\ntitle: “Xanh, sạch, đẹp”\ndate: ‘2026-02-20’\ntags: [“a”]\nsummary: “Xanh” và “Sạch”\n---\n"},
	{"commas inside braces", "content/phong-trao/x/tieu-chi.md", "---\ntype: criteria\ntitle: A\nblocks: [xa]\nscoring: {basis: points}\ncriteria:\n  - {id: \"1\", name: Xanh, sạch, đẹp, max: 40,5}\n---\n"},
	{"an image of the header without a description", "content/a.md", "---\ntitle: A\nimage: {src: a.jpg}\n---\n"},
	{"what a new document leaves to its author", "content/a.md", "---\ntitle: Tin về ‹điền tên›\n---\n\nCó ‹điền nội dung› và ‹điền tên›.\n"},
	{"no title", "content/a.md", "---\nsummary: B\n---\n"},
	{"a title with nothing in it", "content/a.md", "---\ntitle:\nsummary: B\n---\n"},
	{"a title that another program wrote", "content/a.md", "---\ntitle: null\n---\n"},
	{"an article without a date", "content/tin-tuc/2021/a.md", "---\ntitle: A\n---\n"},
	{"a plan with next to nothing", "content/phong-trao/x/ke-hoach.md", "---\ntype: plan\ntitle: A\n---\n"},
	{"weighted scoring without a scale", "content/phong-trao/x/tieu-chi.md", "---\ntype: criteria\ntitle: A\nblocks: [xa]\nscoring: {basis: weighted}\ncriteria: [{id: 1, name: B, weight: 100}]\n---\n"},
	{"decided awards without a document", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: decided\nawards: []\n---\n"},
	{"text where keys belong", "content/a.md", "---\ntitle: A\nimage: anh.jpg\n---\n"},
	{"one value where a list belongs", "content/a.md", "---\ntitle: A\ntags: thi đua\n---\n"},
	{"a list where one value belongs", "content/a.md", "---\ntitle: [A, B]\n---\n"},
	{"an empty entry", "content/a.md", "---\ntitle: A\ntags:\n  - a\n  -\n---\n"},
	{"a break key with two things", "content/phong-trao/x/tieu-chi.md", "---\ntype: criteria\ntitle: A\nblocks: [xa]\nscoring: {basis: points}\ncriteria: []\nties: {break_by: [{criterion: 1, sheet: survey}, {}, bonnus]}\n---\n"},
	{"a control character", "content/a.md", "---\ntitle: \"A\\u0007B\"\n---\n"},
	{"a word that is not one of the few", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: decidet\nawards: []\n---\n"},
	{"yes for true", "content/a.md", "---\ntitle: A\ndraft: có\nillustrative: maybe\n---\n"},
	{"money with points", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: proposed\nawards:\n  - {prize: nhat, unit: xa-a, money: 1.800.000}\n  - {prize: nhi, unit: xa-b, money: 1_000}\n  - {prize: ba, unit: xa-c, money: 1e3}\n---\n"},
	{"a number with a unit", "content/phong-trao/x/tieu-chi.md", "---\ntype: criteria\ntitle: A\nblocks: [xa]\nscoring: {basis: points}\ncriteria:\n  - {id: 1, name: B, max: 10 điểm}\n  - {id: 2, name: C, max: 1.2345678}\n---\n"},
	{"a date as acts write it", "content/tin-tuc/a.md", "---\ntitle: A\ndate: 01/05/2021\nupdated: 2021-5-1\n---\n"},
	{"a date in words", "content/tin-tuc/a.md", "---\ntitle: A\ndate: hôm qua\n---\n"},
	{"the 30th of February", "content/tin-tuc/a.md", "---\ntitle: A\ndate: 2021-02-30\nupdated: 2021-02-01T25:00+07:00\n---\n"},
	{"times as people write them", "content/tin-tuc/a.md", "---\ntitle: A\npublish: 01/12/2026 8:00\nexpires: 17h30 ngày 5/12/2026\ndate: ngày 01 tháng 12 năm 2026, lúc 8 giờ\nupdated: 2026-12-1 8:05\n---\n"},
	{"a time that nobody can make sense of", "content/tin-tuc/a.md", "---\ntitle: A\ndate: 2026-12-01\npublish: sáng thứ hai\n---\n"},
	{"a time without its zone", "content/tin-tuc/a.md", "---\ntitle: A\ndate: 2021-05-05 08:00\n---\n"},
	{"a date that was never set", "content/tin-tuc/a.md", "---\ntitle: A\ndate: 0001-01-01\n---\n"},
	{"personal data of a laureate", "content/phong-trao/x/khen-thuong.md", "---\ntype: awards\ntitle: A\nstage: proposed\nawards:\n  - commendation: gk\n    person: {name: Nguyễn Văn Mẫu, position: \"Công chức, sinh ngày 01/02/1980\", unit: xa-a}\n    merit: CCCD 079080000001, ĐT 0912 345 678, thư mau@dongthap.gov.vn\n---\n"},
	{"a Cyrillic letter in the symbol of an act", "content/a.md", "---\ntitle: Nghị định 15/2021/NĐ-CР\n---\n\nTheo Nghị định 15/2021/NĐ-CР.\n"},

	{"a body of 3 MB", "content/a.md", "---\ntitle: A\n---\n" + strings.Repeat("a b c d\n", 400_000)},
	{"a body that nests without end", "content/a.md", "---\ntitle: A\n---\n\n" + strings.Repeat(">", 200) + "\n"},
	{"HTML in a block and in a line", "content/a.md", "---\ntitle: A\n---\n\n<script>alert(1)</script>\n\nChữ <b>đậm</b> và <!-- ghi chú -->.\n"},
	{"links that run a program", "content/a.md", "---\ntitle: A\n---\n\n[a](javascript:alert(1)) [b](<java\tscript:x>) [c](JAVASCRIPT&colon;x) <vbscript:x> ![d](data:image/png;base64,AA)\n"},
	{"an image of another site", "content/a.md", "---\ntitle: A\n---\n\n![Lễ](https://example.vn/a.jpg)\n"},
	{"addresses of other kinds", "content/a.md", "---\ntitle: A\n---\n\n[a](ftp://example.vn/x) [b](//example.vn/x) [c](C:/kh.pdf)\n"},
	{"a backslash in an address", "content/a.md", "---\ntitle: A\n---\n\n![Lễ](anh\\le.jpg)\n"},
	{"addresses with spaces", "content/a.md", "---\ntitle: A\n---\n\n![Quét đường](quet duong.png) và [tin](/tin tuc/a \"Tin\"), [tin] (/x/), [1] (xem thêm), `[a](b c)`, [b](<b c.png>).\n\n    ![mã](a b.png)\n"},
	{"a link to the preview", "content/a.md", "---\ntitle: A\n---\n\n[Kế hoạch](http://127.0.0.1:8080/phong-trao/x/) và [đơn vị](http://localhost:8080/don-vi)\n"},
	{"headings without a space", "content/a.md", "---\ntitle: A\n---\n\n##Nội dung\n\n```\n##mã\n```\n\n#thiđua\n"},
	{"directives that are none", "content/a.md", "---\ntitle: A\n---\n\nBảng: ::ranking{results=\"x\" top=2}\n\n:awards{campaign=x}\n\n`::criteria{}` và {x}\n"},
	{"a link without an address", "content/a.md", "---\ntitle: A\n---\n\n[Kế hoạch]()\n"},
	{"images without a description", "content/a.md", "---\ntitle: A\n---\n\nẢnh: ![](a.jpg)\n\n![](<lễ trao giải.jpg>)\n\n::figure{src=b.jpg}\n"},
	{"directives with slips", "content/a.md", "---\ntitle: A\n---\n\n::rankings{results=\"x\"}\n\n::ranking{results=“x”}\n\n::ranking{top=10}\n\n::ranking{results=x topp=10}\n\n::ranking{results=x top=mười}\n\n::figure{src=a.jpg src=b.jpg alt=Ảnh}\n\n::awards xyz\n"},
	{"personal data in a body", "content/a.md", "---\ntitle: A\n---\n\nCCCD 079080000001 và CMND 331234567, gọi 0912.345.678 hoặc +84 912 345 678, thư ten@gmail.com.\n"},
	{"text of TCVN3", "content/a.md", "---\ntitle: A\n---\n\nTØnh Qu¶ng Nam\n"},
	{"text of VNI", "content/a.md", "---\ntitle: A\n---\n\nTænh Ñoàng Thaùp, xaõ Taân Nhuaän Ñoâng\n"},
	{"a line pushed aside", "content/a.md", "---\ntitle: A\n---\n\nNơi nhận:\u00a0\u00a0\u00a0\u00a0TM. UBND\n"},

	{"characters that nobody sees", "content/a.md", "---\ntitle: Kế ho\u00adạch\n---\n\nXã An\u200b Hiệp\u2060, 👩\u200d🏫.\n"},
	{"an invisible character in an id of the settings", "content/site.yaml", "title: A\norganization: B\u200b\nbase_url: https://a.vn/\n"},
	{"bullets of Word's", "content/a.md", "---\ntitle: A\n---\n\nNhiệm vụ:\n• Tuyên truyền\n\uf0b7\tTập huấn\n\n-Kiểm tra\n-\u00a0Đôn đốc\n\n– Một câu nói.\n\n– Hai mục\n– Ba mục\n\n- Mục\n  • Mục con\n\n    • mã\n"},
	{"clauses that run together", "content/a.md", "---\ntitle: A\n---\n\nNhiệm vụ:\na) Tuyên truyền;\nđ) Tập huấn.\n2. Kinh phí\n(3) Thời hạn.\n\na) Một mình\n\nGiao cho\n12. tháng này\n\n1. Một\n2. Hai\n"},
	{"a table with tabs", "content/a.md", "---\ntitle: A\n---\n\nKết quả:\nĐơn vị\tĐiểm\nXã A\t9,5\nXã B\t8\n\nmột\ttab\n\n\tmã\ttab\n\tmã\ttab\n"},
	{"what programs print where they have nothing", "content/a.md", "---\ntitle: A\nauthor: NULL\nsummary: Từ ngày 1/1/0001\ndate: 2026-01-01\n---\n\n| Đơn vị | Điểm |\n| --- | --- |\n| Xã A | undefined |\n| `null` | 9 null |\n\nBan hành ngày 01/01/0001, 0001-01-01; không phải 1/1/00012, 11/1/2001, 10001.\n"},

	{"a translation that repeats facts", "content/a.en.md", "---\ntype: page\ntitle: A\ndate: 2026-03-01\nprizes: []\nsumary: B\n---\n"},

	{"settings with slips", "content/site.yaml", "titel: A\norganization: B\nbase_url: https://a.vn/\nmenu:\n  - {title: C}\noptions: {page_size: mười}\n"},
	{"settings with nothing in them", "content/site.yaml", "# chưa ghi gì\n"},
	{"settings that are blank", "content/site.yaml", "\n"},
	{"groups and lists written as something else", "content/a.md", "---\ntitle: A\nwithdrawn: true\ncorrections: {date: 2026-03-01, what: Tên, reason: Nhầm}\n---\n"},
	{"settings that can't be read", "content/site.yaml", "title: A\n\torganization: B\n"},
}

func parseAny(path, text string) []diag.Finding {
	if strings.HasSuffix(path, ".yaml") {
		_, findings := ParseSite(path, []byte(text))
		return findings
	}
	_, findings := Parse(path, []byte(text))
	return findings
}

func printed(f diag.Finding) string {
	quote := f.Quote
	if len(quote) > 100 {
		quote = quote[:40] + " …"
	}
	return fmt.Sprintf("%s:%d:%d: %s [%s]\n    | %s\n    → %s\n    en: %s\n", f.File, f.Pos.Line, f.Pos.Column, f.Message(diag.Vi), f.Code,
		strings.ReplaceAll(quote, "\u00a0", "⍽"), f.Hint(diag.Vi), f.Message(diag.En))
}

func TestEveryFaultIsToldWithItsPlaceAndHowToMendIt(t *testing.T) {
	var got strings.Builder
	for _, c := range faulty {
		fmt.Fprintf(&got, "# %s\n", c.name)
		findings := parseAny(c.path, c.text)
		if len(findings) == 0 {
			t.Errorf("%s: nothing is said", c.name)
		}
		for _, f := range findings {
			got.WriteString(printed(f))
			checkWords(t, f)
		}
		got.WriteString("\n")
	}
	golden(t, "testdata/findings.txt", got.String())
}

// checkWords holds what is true of any finding.
func checkWords(t *testing.T, f diag.Finding) {
	t.Helper()
	for _, text := range []string{f.Message(diag.Vi), f.Message(diag.En), f.Hint(diag.Vi), f.Hint(diag.En)} {
		if strings.Contains(text, "yaml:") || strings.Contains(text, "…") || text == "" {
			t.Errorf("%s: %q has a hole, or words of the parser's", f.Code, text)
		}
	}
	if f.Pos.Line < 1 || f.Pos.Column < 1 {
		t.Errorf("%s has no place: %v", f.Code, f.Pos)
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d\n got %q\nwant %q\n(-update rewrites it)", file, i+1, g[i], w[min(i, len(w)-1)])
		}
	}
	t.Fatalf("%s has more lines than are told", file)
}

func TestEveryCodeOfTheCatalogueIsRaisedByAFaultyFile(t *testing.T) {
	source, err := os.ReadFile("../diag/catalogue_document.go")
	if err != nil {
		t.Fatal(err)
	}
	raised := map[string]bool{}
	for _, c := range faulty {
		for _, f := range parseAny(c.path, c.text) {
			raised[f.Code] = true
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^\t"([a-z0-9-]+)": \{$`).FindAllStringSubmatch(string(source), -1) {
		if !raised[m[1]] {
			t.Errorf("no file shows the code %q", m[1])
		}
	}
}

func TestEveryKeyHasAnExampleWithoutHoles(t *testing.T) {
	seen := map[reflect.Type]bool{} // criteria hold criteria
	var walk func(keys []Key)
	walk = func(keys []Key) {
		for _, k := range keys {
			if text := example(k); strings.HasSuffix(text, ": ") {
				t.Errorf("the example of %s is %q", k.Name, text)
			}
			if !seen[k.typ] {
				seen[k.typ] = true
				walk(k.Keys())
			}
		}
	}
	for _, name := range typeNames {
		walk(Keys(Type(name)))
	}
	walk(SiteKeys())
}
