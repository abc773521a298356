package fix_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/fix"
	"bangvang/templates"
)

var options = build.Options{Now: time.Date(2026, 5, 2, 8, 0, 0, 0, time.UTC), Theme: templates.FS}

const settings = "title: Cổng thử\norganization: Cơ quan thử\nbase_url: https://thu.example.vn/\ncategories: [Thông báo]\n"

// article is where most cases stand.
const article = "content/tin-tuc/2026/tin.md"

// head is a header up to its own lines.
func head(lines string) string {
	return "---\ntitle: Tin thử\ndate: 2026-04-01\nauthor: Tổ biên tập\nsource: Cổng thử\nsummary: Tóm tắt\n" + lines + "---\n"
}

func body(text string) string { return head("") + text }

// site is a folder with settings and some files.
func site(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{"content/site.yaml": {Data: []byte(settings)}}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func propose(t testing.TB, s fstest.MapFS, only ...string) *fix.Proposal {
	t.Helper()
	p, err := fix.Propose(s, options, memo, only)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// memo keeps the theme from being read for every case.
var memo = new(build.Memo)

// fixed returns the files as they would be, and the codes of all repairs.
func fixed(t testing.TB, s fstest.MapFS, only ...string) (fstest.MapFS, []string) {
	t.Helper()
	out, codes := fstest.MapFS{}, []string(nil)
	for name, f := range s {
		out[name] = f
	}
	for _, f := range propose(t, s, only...).Files {
		delete(out, f.Path)
		out[f.To] = &fstest.MapFile{Data: f.After}
		for _, r := range f.Repairs {
			codes = append(codes, r.Code)
		}
	}
	return out, codes
}

func TestSlipsAreRepairedAndNothingElse(t *testing.T) {
	for _, c := range []struct{ code, in, want string }{
		{"byte-order-mark", "\ufeff" + body("A.\n"), body("A.\n")},
		{"mixed-line-ends", head("") + "A.\r\nB.\n", head("") + "A.\nB.\n"},
		{"mixed-line-ends", strings.ReplaceAll(body("A.\n"), "\n", "\r"), body("A.\n")},
		{"half-composed", body("kê\u0301t qua\u0309, Châu\n"), body("kết quả, Châu\n")},
		{"utf-16", utf16(body("Chữ\n")), body("Chữ\n")},
		{"vietnamese-key", head("chuyên mục: Thông báo\n"), head("category: Thông báo\n")},
		{"unknown-key", head("categry: Thông báo\n"), head("category: Thông báo\n")},
		{"unknown-category", head("category: thong bao\n"), head("category: Thông báo\n")},
		{"unknown-type", head("type: artikle\n"), head("type: article\n")},
		{"date-form", head("updated: 01/05/2026 # sửa\n"), head("updated: 2026-05-01 # sửa\n")},
		{"date-form", head("updated: \"1-5-2026\"\n"), head("updated: \"2026-05-01\"\n")},
		{"date-zone", head("publish: 2026-04-01 08:00\n"), head("publish: 2026-04-01T08:00+07:00\n")},
		{"not-boolean", head("draft: Không\n"), head("draft: false\n")},
		{"flow-colon", head("image: {src: a.jpg, alt: Hai việc: quét, trồng}\n"), head("image: {src: a.jpg, alt: \"Hai việc: quét, trồng\"}\n")},
		{"yaml-empty-list", head("tags: []  # thẻ\n  - thi đua\n"), head("tags:  # thẻ\n  - thi đua\n")},
		{"want-list", head("tags: thi đua, khen thưởng\n"), head("tags: [thi đua, khen thưởng]\n")},
		{"yaml-curly-quotes", head("slug: “tin-moi”\n"), head("slug: \"tin-moi\"\n")},
		{"yaml-tab", head("tags:\n\t- a\n\t- b\n"), head("tags:\n  - a\n  - b\n")},
		{"yaml-nbsp", head("category:\u00a0Thông báo\n"), head("category: Thông báo\n")},
		{"yaml-space", head("category:Thông báo\n"), head("category: Thông báo\n")},
		{"yaml-dash", head("corrections:\n  -date: 2026-04-02\n    what: A\n    reason: B\n"), head("corrections:\n  - date: 2026-04-02\n    what: A\n    reason: B\n")},
		{"yaml-wide-colon", head("category： Thông báo\n"), head("category: Thông báo\n")},
		{"yaml-colon", head("withdrawn:\n  date: 2026-04-02\n  reason: “A: b”\n"), head("withdrawn:\n  date: 2026-04-02\n  reason: \"A: b\"\n")},
		{"yaml-quote-inside", head("withdrawn:\n  date: 2026-04-02\n  reason: \"Xanh\" và \"Sạch\"\n"), head("withdrawn:\n  date: 2026-04-02\n  reason: \"“Xanh” và “Sạch”\"\n")},
		{"yaml-quote", head("category: \"Thông báo”\n"), head("category: \"Thông báo\"\n")},
		{"yaml-escape", head("withdrawn: {date: 2026-04-02, reason: C}\ncampaign: \"a\\khen\"\n"), head("withdrawn: {date: 2026-04-02, reason: C}\ncampaign: 'a\\khen'\n")},
		{"flow-comma", head("image: {src: a.jpg, alt: Xanh,sạch, đẹp}\n"), head("image: {src: a.jpg, alt: \"Xanh,sạch, đẹp\"}\n")},
		{"header-unclosed", strings.TrimSuffix(head("tags:\n- a\n# ghi chú\n"), "---\n") + "\nNội dung.\n", head("tags:\n- a\n# ghi chú\n") + "\nNội dung.\n"},
		{"header-unclosed", strings.TrimSuffix(head(""), "---\n") + "——\nNội dung.\n", body("Nội dung.\n")},
		{"header-missing", strings.Replace(body("A.\n"), "---", "—-", 1), body("A.\n")},
		{"look-alike", body("Theo 15/2021/NĐ-CР.\n"), body("Theo 15/2021/NĐ-CP.\n")},
		{"heading-space", body("##Mục\n"), body("## Mục\n")},
		{"link-space", body("[Lịch] (/lich/)\n"), body("[Lịch](/lich/)\n")},
		{"link-localhost", body("[Lịch](http://localhost:8080/lich/)\n"), body("[Lịch](/lich/)\n")},
		{"directive-syntax", body("::figure{src=“a.jpg” alt=“Ảnh”}\n"), body("::figure{src=\"a.jpg\" alt=\"Ảnh\"}\n")},
		{"directive-syntax", body(":figure{src=a.jpg alt=Ảnh}\n"), body("::figure{src=a.jpg alt=Ảnh}\n")},
		{"directive-unknown", body("::figur{src=a.jpg alt=Ảnh}\n"), body("::figure{src=a.jpg alt=Ảnh}\n")},
		{"directive-argument", body("::figure{src=a.jpg atl=Ảnh}\n"), body("::figure{src=a.jpg alt=Ảnh}\n")},
		{"no-break-spaces", body("Nơi nhận:\u00a0\u00a0\u00a0TM. UBND\n"), body("Nơi nhận: TM. UBND\n")},
		{"invisible-character", head("category: Thông\u200b báo\n") + "x\u00ady\u2060z 👩\u200d🏫\n", head("category: Thông báo\n") + "xyz 👩\u200d🏫\n"},
		{"pasted-bullet", body("Gồm:\n•\tMột\n\uf0b7 Hai\n-\u00a0Ba\n-Bốn\n"), body("Gồm:\n- Một\n- Hai\n- Ba\n- Bốn\n")},
		{"pasted-line", body("Gồm:\na) Một;\nb) Hai.\n"), body("Gồm:\n\na) Một;\n\nb) Hai.\n")},
		{"pasted-table", body("Bảng:\nĐơn vị\tĐiểm\nA | B\t9,5\nHết.\n"), body("Bảng:\n\n| Đơn vị | Điểm |\n| --- | --- |\n| A \\| B | 9,5 |\n\nHết.\n")},
		{"image-missing", body("![Ảnh](A.JPG)\n"), body("![Ảnh](a.jpg)\n")},

		{"", strings.ReplaceAll(body("A.\nB.\n"), "\n", "\r\n"), strings.ReplaceAll(body("A.\nB.\n"), "\n", "\r\n")},
		{"", head("updated: hôm qua\ndraft: maybe\n"), head("updated: hôm qua\ndraft: maybe\n")},
		{"", head("corrections:\n  - {date: 2026-04-02, what: \"A #1\", reason: Đợt #2 xong}\n"), head("corrections:\n  - {date: 2026-04-02, what: \"A #1\", reason: Đợt #2 xong}\n")},
		{"", body("    •\tmã\n\n`[a](b c)` “ngoặc” \u00a0– một\n"), body("    •\tmã\n\n`[a](b c)` “ngoặc” \u00a0– một\n")},
		{"", head("allow: [{code: pasted-bullet, reason: Như bản gốc}]\n") + "• Một\n", head("allow: [{code: pasted-bullet, reason: Như bản gốc}]\n") + "• Một\n"},
		{"", "\xff\xfe\x00", "\xff\xfe\x00"},
		{"", "Không có phần đầu\n", "Không có phần đầu\n"},
	} {
		t.Run(c.code, func(t *testing.T) {
			in := site(map[string]string{article: c.in, "content/tin-tuc/2026/a.jpg": "x"})
			out, codes := fixed(t, in)
			if got := string(out[article].Data); got != c.want {
				t.Errorf("from\n%q\ncame\n%q\nwant\n%q", c.in, got, c.want)
			}
			if c.code != "" && c.in != c.want && !slices.Contains(codes, c.code) || c.code == "" && codes != nil {
				t.Errorf("repairs %v, want %q", codes, c.code)
			}
			if _, again := fixed(t, out); again != nil {
				t.Errorf("a second run repairs %v", again)
			}
		})
	}
}

// utf16 is how Windows' Notepad saves plain letters and Vietnamese ones below U+FFFF.
func utf16(text string) string {
	out := "\xff\xfe"
	for _, r := range text {
		out += string([]byte{byte(r), byte(r >> 8)})
	}
	return out
}

// campaign is a site with units, a plan and awards.
func campaign() map[string]string {
	return map[string]string{
		"content/don-vi.md":                          "---\ntype: units\ntitle: Đơn vị\nunits:\n  - {id: xa-an-hiep, name: Xã An Hiệp}\n  - {id: xa-so-1, name: Xã số 1}\n---\n",
		"content/phong-trao/thu/ke-hoach.md":         "---\ntype: plan\ntitle: Kế hoạch\nillustrative: true\ndocument: {number: 1/KH-UBND, date: 2026-01-05}\nperiod: {from: 2026-01-05, to: 2026-12-31}\nblocks: [{id: xa, name: Khối xã, units: [xa-an-hiep, xa-so-1]}]\n---\n",
		"content/phong-trao/thu/tieu-chi.md":         "---\ntype: criteria\ntitle: Tiêu chí\nblocks: [xa]\nscoring: {basis: points}\ncriteria:\n  - {id: \"1\", name: Một, max: 10}\n---\n",
		"content/phong-trao/thu/ket-qua/2026-xa.md":  "---\ntype: results\ntitle: Kết quả\nblock: xa\nround: \"2026\"\nscores: 2026-xa.csv\n---\n",
		"content/phong-trao/thu/ket-qua/2026-xa.csv": "đơn vị;1\nxa-an-hiep;9,5\nxa-so-1;8\n",
	}
}

func with(files map[string]string, name, old, text string) map[string]string {
	files[name] = strings.Replace(files[name], old, text, 1)
	return files
}

func TestAnIdIsReplacedByTheOnlyOneNearItWhereNoDigitDiffers(t *testing.T) {
	const plan, sheet = "content/phong-trao/thu/ke-hoach.md", "content/phong-trao/thu/ket-qua/2026-xa.csv"
	for _, c := range []struct{ name, file, old, text, code string }{
		{"a letter is missing in a block", plan, "xa-an-hiep,", "xa-an-hip,", "unknown-unit"},
		{"a name for an id in a sheet", sheet, "xa-an-hiep", "Xa-An-Hiệp", "unknown-unit"},
		{"a block's name", "content/phong-trao/thu/ket-qua/2026-xa.md", "block: xa", "block: Xã", "unknown-block"},
		{"another number is another unit", sheet, "xa-so-1", "xa-so-2", ""},
		{"a unit that has its line already", sheet, "xa-so-1", "xa-an-hip", ""},
		{"a comma in braces", "content/phong-trao/thu/tieu-chi.md", "max: 10}", "max: 9,5}", "flow-comma"},
		{"the type that the keys tell", plan, "type: plan\n", "", "type-missing"},
		{"words before the number of an act", plan, "number: 1/KH", "number: KH số 1/KH", "act-number"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, codes := fixed(t, site(with(campaign(), c.file, c.old, c.text)))
			want := campaign()[c.file]
			if c.code == "" {
				want = with(campaign(), c.file, c.old, c.text)[c.file]
			} else if c.code == "flow-comma" {
				want = with(campaign(), c.file, "max: 10}", "max: 9.5}")[c.file]
			}
			if got := string(out[c.file].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if c.code != "" && !slices.Equal(codes, []string{c.code}) || c.code == "" && codes != nil {
				t.Errorf("repairs %v, want %q", codes, c.code)
			}
		})
	}
}

func TestAFileGetsAPlainNameAndWhatNamesItFollows(t *testing.T) {
	files := campaign()
	const folder = "content/phong-trao/thu/ket-qua/"
	files[folder+"Bảng điểm Xã.CSV"] = files[folder+"2026-xa.csv"]
	delete(files, folder+"2026-xa.csv")
	files = with(files, folder+"2026-xa.md", "2026-xa.csv", "Bảng điểm Xã.CSV")
	files["content/tin-tuc/Năm 2026/Tin Mới.md.txt"] = head("campaign: thu\n") + "![Ảnh](<Ảnh lễ.jpg>) và [tệp](%E1%BA%A2nh%20l%E1%BB%85.jpg), [kết quả](/phong-trao/thu/ket-qua/2026-xa)\n"
	files["content/tin-tuc/Năm 2026/Ảnh lễ.jpg"] = "x"
	out, codes := fixed(t, site(files))
	want := []string{
		folder + "2026-xa.md", folder + "bang-diem-xa.csv", "content/tin-tuc/nam-2026/anh-le.jpg", "content/tin-tuc/nam-2026/tin-moi.md",
	}
	for _, name := range want {
		if out[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
	if got := string(out["content/tin-tuc/nam-2026/tin-moi.md"].Data); !strings.Contains(got, "![Ảnh](<anh-le.jpg>) và [tệp](anh-le.jpg)") {
		t.Errorf("the links have not followed:\n%s", got)
	}
	if got := string(out[folder+"2026-xa.md"].Data); !strings.Contains(got, "scores: bang-diem-xa.csv\n") {
		t.Errorf("the results have not followed:\n%s", got)
	}
	if !slices.Contains(codes, "reference-follows") || !slices.Contains(codes, "name-ending") {
		t.Errorf("repairs %v", codes)
	}
}

func TestAFileKeepsItsNameWhereSomethingCanNotFollow(t *testing.T) {
	// The address is written with an entity, which no search for the name finds.
	in := site(map[string]string{
		article: body("![Ảnh](<Ảnh&#32;lễ.jpg>)\n"), "content/tin-tuc/2026/Ảnh lễ.jpg": "x", "content/tin-tuc/2026/anh-hai.jpg": "x", "content/tin-tuc/2026/Ảnh Hai.jpg": "y",
	})
	if out, _ := fixed(t, in); out["content/tin-tuc/2026/Ảnh lễ.jpg"] == nil || out["content/tin-tuc/2026/Ảnh Hai.jpg"] == nil {
		t.Error("a file was renamed")
	}
}

func TestOnlyTheFilesAskedForAreRepaired(t *testing.T) {
	in := site(map[string]string{article: body("##Mục\n"), "content/tin-tuc/2026/hai.md": body("##Mục\n")})
	out, _ := fixed(t, in, article)
	if got := string(out[article].Data); got != body("## Mục\n") {
		t.Errorf("got %q", got)
	}
	if got := string(out["content/tin-tuc/2026/hai.md"].Data); got != body("##Mục\n") {
		t.Errorf("another file became %q", got)
	}
}

func TestLinesOfRepairsAreThoseOfTheFileAsItIs(t *testing.T) {
	in := site(map[string]string{article: strings.TrimSuffix(head(""), "---\n") + "\nGồm:\na) Một;\nb) Hai\n\n##Mục\n"})
	got := map[string]int{}
	for _, r := range propose(t, in).Files[0].Repairs {
		got[r.Code] = r.Pos.Line
	}
	if got["pasted-line"] != 10 || got["heading-space"] != 12 || got["header-unclosed"] != 1 {
		t.Errorf("lines %v", got)
	}
}

func TestWriteChangesWholeFilesAndRefusesThoseThatChangedMeanwhile(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	put("content/site.yaml", settings)
	put("content/tin-tuc/Năm 2026/Tin.md", body("##Mục\n"))
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	p, err := fix.Propose(root.FS(), options, memo, nil)
	if err != nil {
		t.Fatal(err)
	}
	put("content/tin-tuc/Năm 2026/Tin.md", body("Khác.\n"))
	if err := fix.Write(root, p); err == nil {
		t.Error("a file that changed meanwhile was written over")
	}
	put("content/tin-tuc/Năm 2026/Tin.md", body("##Mục\n"))
	if err := fix.Write(root, p); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "content/tin-tuc/*/*"))
	hidden, _ := filepath.Glob(filepath.Join(dir, "content/tin-tuc/*/.*"))
	if want := filepath.Join(dir, "content/tin-tuc/nam-2026/tin.md"); len(names) != 1 || names[0] != want || hidden != nil {
		t.Fatalf("there are %v and %v, want only %s", names, hidden, want)
	}
	data, err := os.ReadFile(names[0])
	if err != nil || string(data) != body("## Mục\n") {
		t.Errorf("the file is %q, %v", data, err)
	}
	if folders, _ := filepath.Glob(filepath.Join(dir, "content/tin-tuc/*")); len(folders) != 1 {
		t.Errorf("folders %v are left", folders)
	}
}

func TestEveryMendableCodeIsOfTheCatalogue(t *testing.T) {
	n := 0
	for _, code := range diag.Codes() {
		if fix.Mendable(code) {
			n++
		}
	}
	if n < 45 {
		t.Errorf("only %d codes of the catalogue can be mended", n)
	}
}
