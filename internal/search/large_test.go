package search_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"bangvang/internal/search"
)

// portal is a large portal as it could be: articles whose words are drawn from syllables with the spread of a
// language (few words everywhere, most of them rare), units, and numbered acts.
func portal(articles int) []search.Page {
	r := rand.New(rand.NewPCG(7, 11))
	v := vocabulary()
	common := rand.NewZipf(r, 1.5, 14, uint64(len(v)-1))
	words := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = v[common.Uint64()]
		}
		return strings.Join(out, " ")
	}
	var pages []search.Page
	for i := range 300 {
		name := "Xã " + words(2)
		pages = append(pages, search.Page{Title: name, Href: fmt.Sprintf("/don-vi/ct-%d/", i), Kind: "Đơn vị"})
	}
	for i := range articles {
		pages = append(pages, search.Page{
			Title: "Tin về " + words(9), Href: fmt.Sprintf("/tin-tuc/%d/bai-viet-so-%d-ve-phong-trao/", 2010+i%16, i), Kind: "Tin",
			Campaign: fmt.Sprintf("Phong trào thi đua năm %d", 2010+i%16), Day: "05/5/2021",
			Names: []string{fmt.Sprintf("%d/KH-UBND", i)}, Text: slices.Values([]string{words(24), words(1100)}),
		})
	}
	return pages
}

// vocabulary is some 8.000 syllables, the usual ones of such a portal first.
func vocabulary() []string {
	v := strings.Fields("thi đua thành thanh phong trào châu kế hoạch tiêu chí kết quả đánh giá xếp loại khen thưởng tập thể cá nhân tiên tiến nông thôn mới")
	for _, vowel := range strings.Fields("a á à ả ã ạ o ó ò ỏ õ ọ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ ư ứ ừ ử ữ ự") {
		for _, first := range strings.Fields("b c ch d đ g gh h kh l m n ng nh ph qu r s t th tr v x gi") {
			for _, last := range strings.Fields("n ng nh m p t c ch i o y") {
				v = append(v, first+vowel+last)
			}
		}
	}
	rand.New(rand.NewPCG(3, 5)).Shuffle(len(v)-40, func(i, j int) { v[i+40], v[j+40] = v[j+40], v[i+40] })
	return v
}

var large = sync.OnceValue(func() []search.Page { return portal(10_000) })

// packed is how many bytes a host sends.
func packed(data []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 6)
	w.Write(data)
	w.Close()
	return b.Len()
}

// The budget of a first answer over 10.000 pages is 100 KB in all, of which the page, its style and its scripts take 16.
// The longest question that is looked up has twelve words.
func TestAFirstAnswerOverTenThousandPagesNeedsFewBytes(t *testing.T) {
	const page, most = 16_000, 100_000
	r := newReader(t, search.Index(large()))
	worst := 0
	for _, q := range []string{
		"thi đua", "chau thanh", "Châu Thành", "9999/KH-UBND", "kế hoạch", "khen thuong tap the", "phong trao thi dua ca nhan",
		"kế hoạch phong trào thi đua thành châu tiêu chí kết quả",
	} {
		r.fetched = map[string]bool{}
		found := r.find(q)
		if len(found) == 0 {
			t.Errorf("nothing found for %q", q)
		}
		bytes := page
		for name := range r.fetched {
			bytes += packed(r.files[name])
		}
		t.Logf("%q: %d pages, %d files, %d bytes with the page", q, len(found), len(r.fetched), bytes)
		worst = max(worst, bytes)
	}
	if worst > most {
		t.Errorf("a first answer needs %d bytes, the budget is %d", worst, most)
	}
}

func TestFilesOfALargePortalStaySmall(t *testing.T) {
	files := search.Index(large())
	var sizes []int
	all := 0
	for _, f := range files {
		sizes = append(sizes, packed(f.Data))
		all += len(f.Data)
	}
	sort.Ints(sizes)
	t.Logf("%d files, %d bytes in all, directory %d, largest %d bytes packed", len(files), all, packed(files[0].Data), sizes[len(sizes)-1])
	if sizes[len(sizes)-1] > 24_000 {
		t.Errorf("a file has %d bytes packed", sizes[len(sizes)-1])
	}
}

func BenchmarkIndexOfTenThousandArticles(b *testing.B) {
	pages := large()
	b.ReportAllocs()
	for b.Loop() {
		search.Index(pages)
	}
}
