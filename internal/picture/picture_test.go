package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"sync"
	"testing"

	"bangvang/internal/picture"
)

// scene is a landscape with grain, drawn by formula: as hard to compress as a photograph.
func scene(width, height int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	noise := uint32(1)
	for y := range height {
		for x := range width {
			noise = noise*1664525 + 1013904223
			grain := float64(noise>>24)/16 - 8
			u, v := float64(x)/float64(width), float64(y)/float64(height)
			hill := 0.5 + 0.1*math.Sin(9*u) + 0.04*math.Sin(31*u)
			c := color.RGBA{uint8(120 + 80*v + grain), uint8(170 + 40*v + grain), uint8(225 + grain), 255}
			if v > hill {
				c = color.RGBA{uint8(60 + 70*v + grain), uint8(110 + 60*math.Sin(40*u*v) + grain), uint8(50 + grain), 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func jpegOf(t testing.TB, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// photograph is a JPEG that has to be drawn anew.
var photograph = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, scene(2000, 1200), &jpeg.Options{Quality: 90}); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// place stands for what a camera notes of where it is.
const place = "GPS 10.2965 N 105.7593 E"

// exif is a head as cameras write it: the turn, then a place.
func exif(turn int) []byte {
	b := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	binary.BigEndian.PutUint16(b[18:], uint16(turn))
	return append(b, place...)
}

// withSegment puts a segment behind the beginning of a JPEG file.
func withSegment(file []byte, marker byte, body string) []byte {
	seg := binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2))
	return slices.Concat(file[:2], seg, []byte(body), file[2:])
}

// withChunk puts a chunk behind the head of a PNG file.
func withChunk(file []byte, name, body string) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	c = append(c, name+body...)
	c = binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
	return slices.Concat(file[:33], c, file[33:])
}

func draw(t testing.TB, data []byte) (*picture.Picture, [][]byte) {
	t.Helper()
	p, err := picture.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	files, err := p.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return p, files
}

func decode(t testing.TB, data []byte) image.Image {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestAPictureIsOfferedInTheWidthsBelowItsOwn(t *testing.T) {
	cases := []struct {
		name          string
		width, height int
		widths        []int
		height2       int
	}{
		{"a photograph is not longer than 1920", 2400, 1200, []int{320, 640, 960, 1280, 1920}, 960},
		{"one on end neither", 900, 2400, []int{320, 720}, 1920},
		{"nothing is enlarged", 700, 500, []int{320, 700}, 500},
		{"nor made again for a few pixels", 340, 2000, []int{326}, 1920},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, files := draw(t, jpegOf(t, scene(c.width, c.height), 90))
			if got := p.Widths(); !slices.Equal(got, c.widths) {
				t.Fatalf("widths %v, want %v", got, c.widths)
			}
			if w, h := p.Size(); w != c.widths[len(c.widths)-1] || h != c.height2 {
				t.Errorf("size %d×%d, want a height of %d", w, h, c.height2)
			}
			for i, f := range files {
				if got := decode(t, f).Bounds().Dx(); got != c.widths[i] {
					t.Errorf("file %d is %d wide, want %d", i, got, c.widths[i])
				}
			}
		})
	}
}

func TestALightPictureHasOneSizeAndKeepsItsPixels(t *testing.T) {
	for name, data := range map[string][]byte{"jpeg": jpegOf(t, scene(400, 200), 80), "png": pngOf(t, image.NewGray(image.Rect(0, 0, 1500, 900)))} {
		if _, files := draw(t, data); len(files) != 1 || !bytes.Equal(files[0], data) {
			t.Errorf("%s: %d files", name, len(files))
		}
	}
}

func TestEveryTurnIsMadeUpright(t *testing.T) {
	upright := image.NewRGBA(image.Rect(0, 0, 640, 320)) // four corners of their own colours
	colours := []color.RGBA{{200, 0, 0, 255}, {0, 200, 0, 255}, {0, 0, 200, 255}, {200, 200, 0, 255}}
	for y := range 320 {
		for x := range 640 {
			upright.SetRGBA(x, y, colours[x/320+2*(y/160)])
		}
	}
	lies := map[int]func(x, y int) (int, int){ // where a pixel of the stored file lies in the upright picture
		1: func(x, y int) (int, int) { return x, y },
		2: func(x, y int) (int, int) { return 639 - x, y },
		3: func(x, y int) (int, int) { return 639 - x, 319 - y },
		4: func(x, y int) (int, int) { return x, 319 - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return 639 - y, x },
		7: func(x, y int) (int, int) { return 639 - y, 319 - x },
		8: func(x, y int) (int, int) { return y, 319 - x },
	}
	for turn, at := range lies {
		size := image.Rect(0, 0, 640, 320)
		if turn > 4 {
			size = image.Rect(0, 0, 320, 640)
		}
		stored := image.NewRGBA(size)
		for y := range size.Max.Y {
			for x := range size.Max.X {
				fromX, fromY := at(x, y)
				stored.SetRGBA(x, y, upright.RGBAAt(fromX, fromY))
			}
		}
		for format, data := range map[string][]byte{
			"jpeg": withSegment(jpegOf(t, stored, 90), 0xE1, "Exif\x00\x00"+string(exif(turn))),
			"png":  withChunk(pngOf(t, stored), "eXIf", string(exif(turn))),
		} {
			_, files := draw(t, data)
			img := decode(t, files[0])
			if img.Bounds().Size() != image.Pt(640, 320) {
				t.Errorf("%s, turn %d: %v", format, turn, img.Bounds().Size())
				continue
			}
			for i, want := range colours {
				r, g, b, _ := img.At(160+320*(i%2), 80+160*(i/2)).RGBA()
				if far(r, want.R) || far(g, want.G) || far(b, want.B) {
					t.Errorf("%s, turn %d, quarter %d: %x %x %x, want %v", format, turn, i, r>>8, g>>8, b>>8, want)
				}
			}
		}
	}
}

func far(got uint32, want uint8) bool { return math.Abs(float64(got>>8)-float64(want)) > 12 }

func TestNothingThatACameraNotedIsPublished(t *testing.T) {
	small, large := jpegOf(t, scene(300, 200), 80), photograph()
	cases := map[string][]byte{
		"EXIF":                  withSegment(small, 0xE1, "Exif\x00\x00"+string(exif(1))),
		"EXIF of a turned one":  withSegment(small, 0xE1, "Exif\x00\x00"+string(exif(6))),
		"EXIF of a photograph":  withSegment(large, 0xE1, "Exif\x00\x00"+string(exif(6))),
		"XMP":                   withSegment(small, 0xE1, "http://ns.adobe.com/xap/1.0/\x00"+place),
		"IPTC":                  withSegment(small, 0xED, "Photoshop 3.0\x00"+place),
		"a comment":             withSegment(small, 0xFE, place),
		"a preview":             withSegment(small, 0xE0, "JFXX\x00"+place),
		"a list of pictures":    withSegment(small, 0xE2, "MPF\x00"+place),
		"a film behind the end": append(bytes.Clone(small), place...),
		"PNG text":              withChunk(pngOf(t, scene(300, 200)), "tEXt", "Comment\x00"+place),
		"PNG EXIF":              withChunk(pngOf(t, scene(300, 200)), "eXIf", string(exif(1))),
		"PNG behind the end":    append(pngOf(t, scene(300, 200)), place...),
	}
	for name, data := range cases {
		_, files := draw(t, data)
		for i, f := range files {
			if bytes.Contains(f, []byte(place)) {
				t.Errorf("%s: file %d still tells the place", name, i)
			}
			decode(t, f)
		}
	}
}

func TestColoursKeepTheirMeaning(t *testing.T) {
	profile := "ICC_PROFILE\x00\x01\x01 mô tả màu"
	for name, data := range map[string][]byte{
		"kept":      withSegment(jpegOf(t, scene(300, 200), 80), 0xE2, profile),
		"drawn":     withSegment(photograph(), 0xE2, profile),
		"drawn png": withChunk(pngOf(t, scene(2000, 300)), "iCCP", profile),
	} {
		_, files := draw(t, data)
		for i, f := range files {
			if !bytes.Contains(f, []byte(profile)) {
				t.Errorf("%s: file %d has lost its profile", name, i)
			}
		}
	}
}

func TestDamagedAndHostileFilesAreRefused(t *testing.T) {
	whole := jpegOf(t, scene(1000, 600), 90)
	huge := withSize(pngOf(t, image.NewGray(image.Rect(0, 0, 1, 1))), 60_000, 60_000)
	cases := []struct {
		name string
		data []byte
		want error
	}{
		{"no picture", []byte("Đây là chữ."), picture.ErrBroken},
		{"nothing", nil, picture.ErrBroken},
		{"half a file", whole[:len(whole)/2], picture.ErrBroken},
		{"a head alone", whole[:200], picture.ErrBroken},
		{"3.600 megapixels in a few bytes", huge, picture.ErrLarge},
	}
	for _, c := range cases {
		p, err := picture.Read(c.data)
		if err == nil {
			_, err = p.Draw()
		}
		if err != c.want {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// withSize writes another size into the head of a PNG file.
func withSize(file []byte, width, height uint32) []byte {
	out := bytes.Clone(file)
	binary.BigEndian.PutUint32(out[16:], width)
	binary.BigEndian.PutUint32(out[20:], height)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

func TestAGIFStaysAsItIs(t *testing.T) {
	frame := image.NewPaletted(image.Rect(0, 0, 2400, 30), color.Palette{color.Black, color.White})
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{50, 50}}); err != nil {
		t.Fatal(err)
	}
	p, files := draw(t, b.Bytes())
	if w, _ := p.Size(); w != 2400 || len(files) != 1 || !bytes.Equal(files[0], b.Bytes()) {
		t.Errorf("%d files, %d wide", len(files), w)
	}
}

func TestTheSamePictureGivesTheSameBytes(t *testing.T) {
	data := jpegOf(t, scene(1700, 1100), 92)
	p, first := draw(t, data)
	q, again := draw(t, bytes.Clone(data))
	if p.Key() != q.Key() || !slices.EqualFunc(first, again, bytes.Equal) {
		t.Error("two drawings of one picture differ")
	}
	if other, _ := draw(t, jpegOf(t, scene(1700, 1100), 91)); other.Key() == p.Key() {
		t.Error("another picture has the same key")
	}
}

func FuzzReadAndDraw(f *testing.F) {
	small := jpegOf(f, scene(64, 48), 80)
	f.Add(small)
	f.Add(withSegment(small, 0xE1, "Exif\x00\x00"+string(exif(6))))
	f.Add(withChunk(pngOf(f, scene(40, 30)), "eXIf", string(exif(3))))
	f.Add(webp(f, "veil.webp"))
	f.Add(withParts(webp(f, "corners.webp"), 640, 320, 0x08, part("EXIF", exif(6))))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := picture.Read(data)
		if err != nil || p.Weight() > 1<<20 {
			return
		}
		files, err := p.Draw()
		if err == nil && len(files) != len(p.Widths()) {
			t.Errorf("%d files for %v", len(files), p.Widths())
		}
	})
}

func BenchmarkPhotograph(b *testing.B) {
	data := withSegment(jpegOf(b, scene(4000, 3000), 92), 0xE1, "Exif\x00\x00"+string(exif(6)))
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		draw(b, data)
	}
}
