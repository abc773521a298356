package build_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"strings"
	"testing"

	"bangvang/internal/build"
)

// photograph is a JPEG with grain, which does not compress to a few bytes.
func photograph(t testing.TB, width, height int, seed uint32) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			seed = seed*1664525 + 1013904223
			img.SetRGBA(x, y, color.RGBA{uint8(seed >> 24), uint8(x), uint8(y), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 60}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAPhotographIsPublishedInSizesThatItsPageOffers(t *testing.T) {
	base := load(t, "testdata/campaign-whole/in")
	tree := with(base, map[string]string{
		newsFile:                         news("image: {src: Ảnh 1.jpg, alt: Lễ phát động}\n", "![Ảnh thứ hai](b.jpg)\n\n[Tải ảnh](b.jpg)\n"),
		"content/tin-tuc/2026/khac.md":   news("slug: khac\n", "![Một ảnh](b.jpg)\n\n::figure{src=\"Ảnh 1.jpg\" alt=\"Ảnh\"}\n"),
		"content/tin-tuc/2026/Ảnh 1.jpg": photograph(t, 1500, 600, 1),
		"content/tin-tuc/2026/b.jpg":     photograph(t, 800, 300, 2),
	})
	memo := &build.Memo{}
	m := construct(t, tree, memo)
	if got := errorCodes(m); got != "" {
		t.Fatal(findings(m.findings))
	}
	for name, width := range map[string]int{"anh-1.320.jpg": 320, "anh-1.1280.jpg": 1280, "anh-1.jpg": 1500, "b.640.jpg": 640, "b.jpg": 800} {
		c, err := jpeg.DecodeConfig(bytes.NewReader(m.files["tin-tuc/2026/tin/"+name]))
		if err != nil || c.Width != width {
			t.Errorf("%s is %d wide: %v", name, c.Width, err)
		}
	}
	const dir = "/tin-tuc/2026/tin/"
	page := string(m.files["tin-tuc/2026/tin/index.html"])
	for _, want := range []string{
		fmt.Sprintf(`<img src="%[1]sanh-1.jpg" alt="Lễ phát động" width="1500" height="600" srcset="%[1]sanh-1.320.jpg 320w, %[1]sanh-1.640.jpg 640w, %[1]sanh-1.960.jpg 960w, %[1]sanh-1.1280.jpg 1280w, %[1]sanh-1.jpg 1500w" sizes="(min-width: 768px) 704px, 92vw">`, dir),
		fmt.Sprintf(`<img src="%[1]sb.jpg" width="800" height="300" srcset="%[1]sb.320.jpg 320w, %[1]sb.640.jpg 640w, %[1]sb.jpg 800w" sizes="(min-width: 768px) 704px, 92vw" loading="lazy" alt="Ảnh thứ hai">`, dir),
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if other := string(m.files["tin-tuc/2026/khac/index.html"]); strings.Count(other, `loading="lazy"`) != 1 || strings.Index(other, "lazy") < strings.Index(other, "b.jpg") {
		t.Error("of two images in a text, not the second alone is loaded late")
	}
	if d := differences(construct(t, tree, memo), m); len(d) > 0 {
		t.Errorf("with a memo: %s", d)
	}
}

func TestAPictureThatCanNotBeDrawnIsToldOnceWithItsFile(t *testing.T) {
	base := load(t, "testdata/campaign-whole/in")
	whole := photograph(t, 900, 300, 3)
	for name, c := range map[string]struct{ file, want string }{
		"half a file": {whole[:len(whole)/2], "image-broken"},
		"no picture":  {"chữ", "image-broken"},
		"too large":   {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x00\x00\x00\x00\xa5\xb9\x2a\x9e", "image-large"},
	} {
		m := construct(t, with(base, map[string]string{
			newsFile:                       news("image: {src: a.jpg, alt: Ảnh}\n", "![Ảnh](a.jpg)\n"),
			"content/tin-tuc/2026/khac.md": news("slug: khac\n", "![Ảnh](a.jpg)\n"),
			"content/tin-tuc/2026/a.jpg":   c.file,
		}), nil)
		if got := findings(m.findings); errorCodes(m) != c.want || strings.Count(got, c.want) != 1 || !strings.HasPrefix(got, "content/tin-tuc/2026/a.jpg:") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestAWebPIsPublishedAsAJPEGBesideOneOfTheSameName(t *testing.T) {
	data, err := os.ReadFile("../picture/testdata/corners.webp")
	if err != nil {
		t.Fatal(err)
	}
	m := construct(t, with(load(t, "testdata/campaign-whole/in"), map[string]string{
		newsFile:                      news("", "![Ảnh](a.webp)\n\n![Ảnh khác](a.jpg)\n"),
		"content/tin-tuc/2026/a.webp": string(data),
		"content/tin-tuc/2026/a.jpg":  photograph(t, 20, 10, 1),
	}), nil)
	if got := errorCodes(m); got != "" {
		t.Fatal(findings(m.findings))
	}
	const img = `<img src="/tin-tuc/2026/tin/a-webp.jpg" width="640" height="320" alt="Ảnh">`
	if page := string(m.files["tin-tuc/2026/tin/index.html"]); !strings.Contains(page, img) {
		t.Errorf("no %s in %s", img, page)
	}
	if c, err := jpeg.DecodeConfig(bytes.NewReader(m.files["tin-tuc/2026/tin/a-webp.jpg"])); err != nil || c.Width != 640 {
		t.Errorf("%d wide: %v", c.Width, err)
	}
}

// BenchmarkBuildWithAPhotograph is a whole build with a photograph as phones take them, of 12 megapixels and lying on its side.
func BenchmarkBuildWithAPhotograph(b *testing.B) {
	file := photograph(b, 4000, 3000, 1)
	turned := file[:2] + "\xFF\xE1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00" + file[2:]
	tree := with(load(b, "testdata/campaign-whole/in"), map[string]string{
		newsFile: news("", "![Ảnh](a.jpg)\n"), "content/tin-tuc/2026/a.jpg": turned,
	})
	b.ReportAllocs()
	for b.Loop() {
		if m := construct(b, tree, nil); !m.ok || len(m.files["tin-tuc/2026/tin/a.960.jpg"]) == 0 {
			b.Fatal(findings(m.findings))
		}
	}
}
