package build_test

import (
	"strings"
	"testing"
)

// index is all that the search files of a portal say.
func index(data map[string][]byte) (words, titles string) {
	for name, text := range data {
		switch {
		case strings.HasPrefix(name, "tim-kiem/tu."):
			words += string(text)
		case strings.HasPrefix(name, "tim-kiem/trang."):
			titles += string(text)
		}
	}
	return words, titles
}

func TestHiddenAndWithdrawnPagesAreNotInTheIndex(t *testing.T) {
	site := func(header string) map[string][]byte {
		data := construct(t, with(nil, map[string]string{
			"content/site.yaml":            "title: Cổng\norganization: Cơ quan\nbase_url: https://x.example.vn/\n",
			"content/tin-tuc/lo.md":        "---\ntitle: Quyếttâm mới\ndate: 2026-01-05\nauthor: A\nsource: B\nsummary: Tómlược\n" + header + "---\n\nNộidung của bài.\n",
			"content/tin-tuc/cong-khai.md": "---\ntitle: Công khai\ndate: 2026-01-06\nauthor: A\nsource: B\nsummary: C\n---\n\nBài khác.\n",
		}), nil).files
		return data
	}
	for _, c := range []struct {
		name, header string
		found        bool
	}{
		{"a public page is", "", true},
		{"a draft is not", "draft: true\n", false},
		{"an embargoed page is not", "publish: 2026-12-01\n", false},
		{"an expired page is not", "expires: 2026-02-01\n", false},
		{"a withdrawn page is not", "withdrawn: {date: 2026-02-01, reason: Sai}\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			words, titles := index(site(c.header))
			if !strings.Contains(titles, "Công khai") {
				t.Fatal("the other page is not in the index")
			}
			for _, word := range []string{"quyếttâm", "tómlược", "nộidung"} {
				if strings.Contains(words, word) != c.found {
					t.Errorf("%q is in the words: %v", word, !c.found)
				}
			}
			if strings.Contains(titles, "Quyếttâm") != c.found {
				t.Errorf("the title is in the index: %v", !c.found)
			}
		})
	}
}

func TestWordsOfABodyAreThoseBetweenItsTags(t *testing.T) {
	data := construct(t, with(nil, map[string]string{
		"content/site.yaml":     "title: Cổng\norganization: Cơ quan\nbase_url: https://x.example.vn/\n",
		"content/tin-tuc/ba.md": "---\ntitle: Bài\ndate: 2026-01-05\nauthor: A\nsource: B\nsummary: C\n---\n\n**Đậm** & [chữđường](/tin-tuc/ \"lờinhắc\") < `mãlệnh`\n",
	}), nil).files
	words, _ := index(data)
	for word, there := range map[string]bool{"đậm": true, "chữđường": true, "mãlệnh": true, "lờinhắc": false, "strong": false, "href": false, "amp": false, "lt": false} {
		if strings.Contains(words, "\n"+word+"\t") != there {
			t.Errorf("%q is in the index: %v", word, !there)
		}
	}
}
