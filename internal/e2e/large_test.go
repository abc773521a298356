package e2e

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
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
