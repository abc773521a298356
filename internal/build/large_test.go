package build_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/build"
	"bangvang/templates"
)

// large is a site of n articles of about 6 KB, each with headings, a list, a table and links, in memory.
func large(n int) fstest.MapFS {
	tree := fstest.MapFS{
		"content/site.yaml":         {Data: []byte("title: Cổng lớn\norganization: Cơ quan thử\nbase_url: https://lon.example.vn/\ncategories: [Thông báo, Kết quả]\n")},
		"content/tin-tuc/_index.md": {Data: []byte("---\ntitle: Tin tức\n---\n")},
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		tree[fmt.Sprintf("content/tin-tuc/%d/tin-%05d.md", 2015+i%10, i)] = &fstest.MapFile{Data: []byte(article(r, i))}
	}
	return tree
}

var syllables = strings.Fields("phong trào thi đua yêu nước kế hoạch tiêu chí kết quả đánh giá xếp loại khen thưởng tập thể cá nhân tiên tiến nông thôn mới")

func article(r *rand.Rand, i int) string {
	var b strings.Builder
	words := func(n int) string {
		out := make([]string, n)
		for k := range out {
			out[k] = syllables[r.IntN(len(syllables))]
		}
		return strings.Join(out, " ")
	}
	fmt.Fprintf(&b, "---\ntitle: Tin số %d về %s\ndate: %d-%02d-%02dT%02d:00:00+07:00\nauthor: Tổ biên tập\nsource: Cổng lớn\nsummary: %s\ncategory: %s\ntags: [%s, %s]\n---\n",
		i, words(6), 2015+i%10, 1+i%12, 1+i%28, i%24, words(24), []string{"Thông báo", "Kết quả"}[i%2], fmt.Sprintf("thẻ %d", r.IntN(50)), fmt.Sprintf("nhóm %d", r.IntN(20)))
	for s := range 4 {
		fmt.Fprintf(&b, "\n## Mục %d %s\n\n%s.\n\n- %s\n- **%s**\n- %s\n\n%s, xem [tin tức](/tin-tuc/).\n", s, words(3), words(150), words(12), words(9), words(11), words(120))
	}
	b.WriteString("\n| Hạng | Đơn vị | Tổng |\n| ---: | :--- | ---: |\n")
	for k := range 15 {
		fmt.Fprintf(&b, "| %d | %s | %d,%d |\n", k+1, words(3), 60+r.IntN(40), r.IntN(10))
	}
	return b.String()
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{100, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			tree := large(n)
			b.ReportAllocs()
			for b.Loop() {
				result, err := build.Build(tree, build.Options{Now: moment, Theme: templates.FS}, nil, build.Discard)
				if err != nil || !result.OK() {
					b.Fatal(err, findings(result.Findings))
				}
			}
		})
	}
}
