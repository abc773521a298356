package search_test

import (
	"bytes"
	"iter"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"bangvang/internal/search"
	"bangvang/internal/viet"
)

func text(parts ...string) iter.Seq[string] { return slices.Values(parts) }

// few are pages as a small portal has them; the number of each is its place.
var few = []search.Page{
	0: {Title: "Cải cách hành chính huyện Châu Thành 2021", Href: "/phong-trao/cchc/", Kind: "Phong trào"},
	1: {Title: "Xã An Hiệp", Href: "/don-vi/an-hiep/", Kind: "Đơn vị", Text: text("huyện Châu Thành")},
	2: {Title: "Kế hoạch thi đua", Href: "/ke-hoach/", Kind: "Kế hoạch", Names: []string{"138/KH-UBND"}},
	3: {Title: "Chấu thánh là gì", Href: "/chau/", Kind: "Tin"},
	4: {Title: "Đập Đá", Href: "/dap-da/", Kind: "Tin", Text: text("Năm 138, ở Châu Á, có một thành phố.")},
	5: {Title: "Nguyễn Thị Hòa", Href: "/khen/#1", Kind: "Giấy khen", Text: text("Trưởng ấp", "giỏi việc nước")},
	6: {Title: "Quán quân R&D", Href: "/rd/", Kind: "Tin", Illustrative: true},
}

func TestAQuestionFindsPagesBestFirst(t *testing.T) {
	for _, c := range []struct {
		name, question string
		want           []int
	}{
		{"without marks, side by side in the name before apart in the text", "chau thanh", []int{0, 3, 1, 4}},
		{"with marks, the same marks before all else", "châu thành", []int{0, 1, 4, 3}},
		{"capitals do not count", "CHÂU THÀNH", []int{0, 1, 4, 3}},
		{"decomposed input is the same question", norm.NFD.String("châu thành"), []int{0, 1, 4, 3}},
		{"half-composed input is the same question", "châu tha\u0300nh", []int{0, 1, 4, 3}},
		{"đ is found by d", "dap da", []int{4}},
		{"đ is found by đ", "đập đá", []int{4}},
		{"the whole number of an act", "138/KH-UBND", []int{2}},
		{"the bare number of an act before the number in a text", "138", []int{2, 4}},
		{"a unit by a part of its name", "an hiep", []int{1}},
		{"a person", "nguyen thi hoa", []int{5}},
		{"another place of the tone mark", "Nguyễn Thị Hoà", []int{5}},
		{"words of a text, in any order", "nước việc", []int{5}},
		{"every word must be there", "châu an", []int{1}},
		{"nothing", "không có", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := newReader(t, search.Index(few)).find(c.question); !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v", got, c.want)
			}
		})
	}
}

func TestAnIndexOfNothingIsADirectoryAlone(t *testing.T) {
	files := search.Index(nil)
	if len(files) != 1 || string(files[0].Data) != `{"pages":0,"chunk":24,"names":[],"words":[]}` {
		t.Errorf("the files are %s", files)
	}
}

func TestTitlesCarryWhatAResultShows(t *testing.T) {
	files := search.Index([]search.Page{
		{Title: "A", Href: "/a/", Kind: "Tin", Campaign: "C", Day: "05/5/2021"}, {Title: "B", Href: "/b/", Kind: "Kết quả", Illustrative: true},
	})
	last := files[len(files)-1]
	if want := `[["A","/a/","Tin","C","05/5/2021"],["B","/b/","Kết quả","","",1]]`; string(last.Data) != want {
		t.Errorf("%s is %s, want %s", last.Name, last.Data, want)
	}
}

// pages draws portals of any words, marks and signs.
var pages = rapid.Custom(func(t *rapid.T) []search.Page {
	word := rapid.OneOf(rapid.SampledFrom([]string{"châu", "chấu", "chau", "thành", "Đá", "da", "138", "hòa", "–", "&"}), rapid.String())
	sentence := rapid.Custom(func(t *rapid.T) string {
		return viet.NFC(strings.Join(rapid.SliceOfN(word, 0, 6).Draw(t, "words"), " "))
	})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) search.Page {
		return search.Page{Title: sentence.Draw(t, "title"), Names: rapid.SliceOfN(sentence, 0, 2).Draw(t, "names"),
			Text: slices.Values(rapid.SliceOfN(sentence, 0, 3).Draw(t, "text"))}
	}), 0, 250).Draw(t, "pages")
})

// A list holds exactly the pages that have the word: the rule of words is the oracle.
func TestEveryListHoldsThePagesThatHaveTheWord(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		all := pages.Draw(rt, "pages")
		type place struct {
			word  string
			named bool
		}
		want := map[place][]int{}
		put := func(p place, page int) {
			if l := want[p]; len(l) == 0 || l[len(l)-1] != page {
				want[p] = append(l, page)
			}
		}
		for i, p := range all {
			for _, name := range append([]string{p.Title}, p.Names...) {
				words := search.Words(name)
				for k, w := range words {
					put(place{w, true}, i)
					if k > 0 {
						put(place{words[k-1] + " " + w, true}, i)
					}
				}
			}
			for part := range p.Text {
				for _, w := range search.Words(part) {
					if l := want[place{w, true}]; len(l) == 0 || l[len(l)-1] != i {
						put(place{w, false}, i)
					}
				}
			}
		}
		r := newReader(t, search.Index(all))
		for p, list := range want {
			at := 1
			if p.named {
				at = 0
			}
			if got := r.lists(viet.Fold(p.word))[p.word][at]; !slices.Equal(got, list) {
				rt.Fatalf("%q (named: %v): %v, want %v", p.word, p.named, got, list)
			}
		}
	})
}

func TestTheSamePagesGiveTheSameFiles(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		all := pages.Draw(rt, "pages")
		a, b := search.Index(all), search.Index(all)
		if !slices.EqualFunc(a, b, func(x, y search.File) bool { return x.Name == y.Name && bytes.Equal(x.Data, y.Data) }) {
			rt.Fatal("two runs differ")
		}
	})
}
