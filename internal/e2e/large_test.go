package e2e

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
)

const largeArticles = 10_000

// large is a portal of many articles. It stands apart from the other portals, since nobody looks at each of its pages.
var large = sync.OnceValues(func() (*portal, error) {
	files := map[string]string{"site.yaml": settings}
	words := vocabulary()
	r := rand.New(rand.NewPCG(7, 11))
	common := rand.NewZipf(r, 1.4, 12, uint64(len(words)-1)) // few words everywhere, most of them rare
	say := func(n int) string {
		said := make([]string, n)
		for i := range said {
			said[i] = words[common.Uint64()]
		}
		return strings.Join(said, " ")
	}
	for i := range largeArticles {
		files[fmt.Sprintf("tin-tuc/%d/bai-viet-so-%d.md", 2010+i%16, i)] = fmt.Sprintf(
			"---\ntitle: Tin số %d về %s\ndate: %d-05-05\nsummary: %s\nauthor: Văn phòng\nsource: Văn phòng\n---\n\nTheo Kế hoạch %d/KH-UBND: %s.\n",
			i, say(8), 2010+i%16, say(20), i, say(400))
	}
	return written("large", files)
})

// TestALargePortalHasNoFault looks at pages of its kinds: the first and a far page of its lists, and an article between others.
func TestALargePortalHasNoFault(t *testing.T) {
	p, err := large()
	if err != nil {
		t.Fatal(err)
	}
	window, script := browser(t), axe(t)
	small, wide, plain := open(t, window, phone), open(t, window, laptop), open(t, window, device{width: 320, height: 640, noScript: true})
	for _, name := range []string{"", "tin-tuc/", "tin-tuc/trang/250/", "tin-tuc/2015/bai-viet-so-5/", "tim-kiem/"} {
		t.Run(name, func(t *testing.T) {
			for _, b := range []*tab{small, wide, plain} {
				b.T = t
			}
			report(t, allFaults(small, plain, wide, p.url+name))
			report(t, wide.faults(p.url+name))
			report(t, wide.axeFaults(script))
		})
	}
}

// vocabulary is some thousand syllables, those of such a portal first.
func vocabulary() []string {
	words := strings.Fields("thi đua khen thưởng phong trào kế hoạch tiêu chí kết quả tập thể cá nhân")
	for _, vowel := range strings.Fields("a á à ả ã ạ o ó ò ỏ õ ọ ê ế ề ể ễ ệ") {
		for _, first := range strings.Fields("b c ch d đ g h kh l m n ng nh ph s t th tr v x") {
			for _, last := range strings.Fields("n ng m p t i o y") {
				words = append(words, first+vowel+last)
			}
		}
	}
	return words
}
