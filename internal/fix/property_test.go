package fix_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"bangvang/internal/fix"
)

// A slip changes a sound file in a way that is repaired without a thought.
type slip struct {
	name string
	make func(t *rapid.T, text string) string
}

// sound is a file in which each slip can be made, with things beside them that look like slips and are none.
const sound = `---
type: article
title: "Kết quả: đợt 1"   # tên bài
date: 2026-04-01
updated: 2026-05-12
author: Tổ biên tập
source: Cổng thử
summary: 'Tóm  tắt của “tin”, có dấu # ở giữa'
category: Thông báo
tags: [thi đua, khen thưởng]
draft: false
illustrative: true
corrections:
  - date: 2026-04-02
    what: |
      Hai  dòng:
      • không phải danh sách
    reason: Nhầm
---

Thân của tin:   có “ngoặc” và – gạch.

## Mục

- Một
- Hai

| Đơn vị | Điểm |
| --- | --- |
| Xã A | 9,5 |

` + "```\n##mã\n• mã\n```\n"

var slips = []slip{
	{"a byte order mark", func(_ *rapid.T, s string) string { return "\ufeff" + s }},
	{"some letters decomposed", func(t *rapid.T, s string) string {
		return some(t, s, strings.Fields(s), func(word string) string { return norm.NFD.String(word) })
	}},
	{"a letter half-composed", func(_ *rapid.T, s string) string { return strings.ReplaceAll(s, "ế", "ê\u0301") }},
	{"some lines end otherwise", func(t *rapid.T, s string) string {
		lines := strings.SplitAfter(s, "\n")
		for range rapid.IntRange(1, len(lines)/3).Draw(t, "ends") {
			i := rapid.IntRange(0, len(lines)-2).Draw(t, "line")
			lines[i] = strings.TrimRight(lines[i], "\r\n") + "\r\n"
		}
		return strings.Join(lines, "")
	}},
	{"a Vietnamese key", old("author:", "tác giả:")},
	{"another", old("\ntags:", "\nthẻ:")},
	{"a slip in a key", old("category:", "categry:")},
	{"the type in Vietnamese", old("type: article", "loại: article")},
	{"a date as acts write it", old("2026-05-12", "12/5/2026")},
	{"no for false", old("draft: false", "draft: không")},
	{"yes for true", old("illustrative: true", "illustrative: có")},
	{"a list without brackets", old("[thi đua, khen thưởng]", "thi đua, khen thưởng")},
	{"curly marks", old(`"Kết quả: đợt 1"   # tên bài`, `"Kết quả: đợt 1"   # tên bài`)},
	{"no space behind a colon", old("author: Tổ", "author:Tổ")},
	{"a no-break space behind a colon", old("source: Cổng", "source:\u00a0Cổng")},
	{"a wide colon", old("source: Cổng", "source：Cổng")},
	{"tabs", old("  - date: 2026-04-02\n    what", "\t- date: 2026-04-02\n\t\twhat")},
	{"no space behind a dash", old("  - date: 2026-04-02", "  -date: 2026-04-02")},
	{"a name without marks", old("category: Thông báo", "category: thong bao")},
	{"no closing fence", old("reason: Nhầm\n---\n", "reason: Nhầm\n")},
	{"a closing fence of a dash", old("reason: Nhầm\n---\n", "reason: Nhầm\n—-\n")},
	{"a heading without a space", old("## Mục", "##Mục")},
	{"bullets", old("- Một\n- Hai\n", "•\tMột\n•\tHai\n")},
	{"characters that nobody sees", func(t *rapid.T, s string) string {
		return some(t, s, strings.Fields(s), func(word string) string { return "\u200b" + word + "\u00ad" })
	}},
	{"a table with tabs", old("| Đơn vị | Điểm |\n| --- | --- |\n| Xã A | 9,5 |\n", "Đơn vị\tĐiểm\nXã A\t9,5\n")},
}

// old puts a slip for what is right, once.
func old(right, wrong string) func(*rapid.T, string) string {
	return func(_ *rapid.T, s string) string { return strings.Replace(s, right, wrong, 1) }
}

// some changes a few of the words.
func some(t *rapid.T, s string, words []string, change func(string) string) string {
	for range rapid.IntRange(1, 4).Draw(t, "words") {
		word := rapid.SampledFrom(words).Draw(t, "word")
		if strings.ContainsAny(word, "-|`#•") { // not those that another slip needs, and no fences
			continue
		}
		s = strings.Replace(s, word, change(word), 1)
	}
	return s
}

func TestWhatSlipsHaveChangedComesBackToTheByte(t *testing.T) {
	if _, codes := fixed(t, site(map[string]string{article: sound})); codes != nil {
		t.Fatalf("the sound file is repaired: %v", codes)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := sound
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(slips)-1), 1, 4, rapid.ID).Draw(t, "slips") {
			text = slips[i].make(t, text)
		}
		p, err := fix.Propose(site(map[string]string{article: text}), options, memo, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := text
		for _, f := range p.Files {
			got = string(f.After)
		}
		if got != sound {
			t.Fatalf("from\n%q\ncame\n%s", text, fix.File{Path: "a", To: "a", Before: []byte(sound), After: []byte(got)}.Diff())
		}
	})
}

// Whatever a file is, a second run finds nothing, and a file without a repair stays as it is.
func FuzzFix(f *testing.F) {
	for i, s := range slips {
		f.Add(strings.Replace(sound, "Một", s.name, i%2))
	}
	for _, text := range []string{"", "\ufeff", "---", "—\na: b", "---\ntiêu đề: “a: b\n\t- x\n", "---\ntitle: A\n---\na\tb\nc\td\n•\u00a0e\n1) f\n2) g\n", "---\r---\n\r\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		again(t, text)
	})
}

func again(t testing.TB, text string) {
	t.Helper()
	for _, file := range propose(t, site(map[string]string{article: text})).Files {
		if len(file.Repairs) == 0 {
			t.Errorf("%q became %q for no reason", text, file.After)
		}
		if file.Path != article {
			continue
		}
		for _, second := range propose(t, site(map[string]string{article: string(file.After)})).Files {
			if !bytes.Equal(second.After, file.After) {
				t.Errorf("%q\nbecame first\n%q\nand then\n%q", text, file.After, second.After)
			}
		}
	}
}
