package document

import (
	"reflect"
	"strings"
	"testing"
)

// bodyOf converts a body that must be without findings.
func bodyOf(t *testing.T, text string) Body {
	t.Helper()
	return sound(t, "content/a.md", "---\ntitle: A\n---\n"+text).Body
}

// joined shows a body with its slots as «kind target».
func joined(b Body) string {
	var out strings.Builder
	for i, piece := range b.Pieces {
		out.WriteString(string(piece))
		if i < len(b.Slots) {
			s := b.Slots[i]
			out.WriteString("«" + string(s.Kind) + " " + s.Target + s.Name + "»")
		}
	}
	return out.String()
}

func TestABodyIsCutWhereTheSiteDecides(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a link of the site":       {"[a](/x/ \"T\")", `<p><a href="«link /x/»" title="T">a</a></p>`},
		"a link with entities":     {"[a](/x?a=1&amp;b=2\\*)", `<p><a href="«link /x?a=1&b=2*»">a</a></p>`},
		"an anchor":                {"[a](#muc)", `<p><a href="«link #muc»">a</a></p>`},
		"a link of another host":   {"[a](https://b.vn/?a=1&b=2)", `<p><a href="https://b.vn/?a=1&amp;b=2">a</a></p>`},
		"mail and telephone":       {"[a](mailto:a@b.gov.vn) [c](tel:02773000000)", `<p><a href="mailto:a@b.gov.vn">a</a> <a href="tel:02773000000">c</a></p>`},
		"a reference":              {"[a][r]\n\n[r]: /x/", `<p><a href="«link /x/»">a</a></p>`},
		"a bare address":           {"Xem https://b.vn/a, www.c.vn.", `<p>Xem <a href="https://b.vn/a">https://b.vn/a</a>, <a href="http://www.c.vn">www.c.vn</a>.</p>`},
		"an address in brackets":   {"<https://b.vn>", `<p><a href="https://b.vn">https://b.vn</a></p>`},
		"an image":                 {"![Lễ *phát* \"động\"](anh.jpg)", `<p><img «image anh.jpg» alt="Lễ phát &quot;động&quot;"></p>`},
		"an image inside a link":   {"[![A](a.jpg)](/x/)", `<p><a href="«link /x/»"><img «image a.jpg» alt="A"></a></p>`},
		"strikethrough":            {"~~a~~", `<p><del>a</del></p>`},
		"a directive":              {"a\n::ranking{results=x}\nb", "<p>a</p>\n«directive ranking»<p>b</p>"},
		"a directive in a list":    {"- ::awards", "<ul>\n<li>\n«directive awards»</li>\n</ul>"},
		"two colons in a sentence": {"a ::x{y=z}", `<p>a ::x{y=z}</p>`},
		"a directive as a word":    {"a \\::ranking{results=x}", `<p>a ::ranking{results=x}</p>`},
		"parentheses of words":     {"[1] (xem thêm) \\[a](b c)", `<p>[1] (xem thêm) [a](b c)</p>`},
		"two colons and a space":   {":: a", `<p>:: a</p>`},
		"colons in code":           {"    ::x", "<pre><code>::x\n</code></pre>"},
	} {
		if got := strings.TrimSpace(joined(bodyOf(t, c.text))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestHeadingsHaveAddressesThatVietnameseCanRead(t *testing.T) {
	b := bodyOf(t, "# Kết quả đợt 1\n\n## Điểm *số*\n\n## Điểm số\n\n## điểm-số 2\n\n## ???\n\n# Đơn vị\n\n###### Sâu\n")
	var got []string
	for _, h := range b.Headings {
		got = append(got, strings.Repeat("#", h.Level)+h.ID+"|"+h.Text)
	}
	want := []string{"##ket-qua-dot-1|Kết quả đợt 1", "###diem-so|Điểm số", "###diem-so-2|Điểm số", "###diem-so-2-2|điểm-số 2", "###muc|???", "##don-vi|Đơn vị", "######sau|Sâu"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if strings.Contains(joined(b), "<h1") {
		t.Error("the page's title must stay the only heading of the first level")
	}
	if first := bodyOf(t, "## Một\n").Headings[0].Level; first != 2 {
		t.Errorf("a text that begins at the second level is shifted to %d", first)
	}
}

func TestTablesScrollByThemselvesAndHaveNoInlineStyle(t *testing.T) {
	html := joined(bodyOf(t, "## Bảng xếp hạng\n\n| Đơn vị | Điểm | Mức |\n|:--|--:|:-:|\n| Xã A | 9,5 | Tốt |\n"))
	for _, part := range []string{
		`<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 1: Bảng xếp hạng">`,
		`<th scope="col">Đơn vị</th>`, `<th scope="col" class="num">Điểm</th>`, `<td class="mid">Tốt</td>`, "</table>\n</div>",
	} {
		if !strings.Contains(html, part) {
			t.Errorf("%s is missing in\n%s", part, html)
		}
	}
	if strings.Contains(html, "style=") {
		t.Errorf("inline style in\n%s", html)
	}
}

func TestPlainTextIsWhatAReaderSees(t *testing.T) {
	b := bodyOf(t, "## Mục\n\nChữ **đậm** [liên&nbsp;kết](/x/) \\*sao\\* `mã`.\nDòng hai\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![Mô tả](a.jpg)\n\n- một\n- hai\n")
	if want := "Mục Chữ đậm liên kết *sao* mã. Dòng hai a b 1 2 một hai"; b.Text() != want {
		t.Errorf("got  %q\nwant %q", b.Text(), want)
	}
}

func TestDirectivesAreReadWithTheirArguments(t *testing.T) {
	for line, want := range map[string]map[string]string{
		`::ranking{results="ket-qua/2021-xa" top=10}`:  {"results": "ket-qua/2021-xa", "top": "10"},
		`::ranking{results=x, top=3}`:                  {"results": "x", "top": "3"},
		`::figure{src='a b.jpg' alt="Ảnh" caption=""}`: {"src": "a b.jpg", "alt": "Ảnh", "caption": ""},
		`::awards{}`:            {},
		`::awards`:              {},
		`::awards {campaign=x}`: {"campaign": "x"},
	} {
		doc, findings := Parse("content/a.md", []byte("---\ntitle: A\n---\n"+line+"\n"))
		if len(findings) > 0 || len(doc.Body.Slots) != 1 || !reflect.DeepEqual(doc.Body.Slots[0].Args, want) {
			t.Errorf("%s: %+v, %v", line, doc.Body.Slots, findings)
		}
	}
}

// What an office writes every day must not look like personal data, an old encoding or a foreign letter.
func TestOrdinaryTextsAreNotSuspected(t *testing.T) {
	for _, text := range []string{
		"Kế hoạch số 138/KH-UBND ngày 05/5/2021, mức thưởng 1.800.000 đồng, tổng 500000000 đồng.",
		"Điện thoại (0277) 3 123 456, đường dây nóng 1900 1234, thư phongnoivu@dongthap.gov.vn.",
		"Xem https://vanban.example.vn/2021/079080000001?id=123456789 và /tep/123456789.pdf.",
		"Điểm 84,583283 và 0.512345678; mã hồ sơ HS-123456789, H079080000001.",
		"Dài 5 μm, rộng 12 m², nhiệt độ 37°C, «trích dẫn», Müller, Señor, naïf, où, São Paulo.",
		"Điều\u00a05, khoản\u00a0\u00a02; học sinh năm 2021; phát sinh năm 2020.",
		"Москва là thủ đô nước Nga.",
		"Tỷ số 1234567890123456, thời gian 2021-05-05 08:00.",
	} {
		bodyOf(t, text+"\n")
	}
}
