package picture_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"os"
	"slices"
	"testing"

	"bangvang/internal/picture"
)

// webp reads a file of testdata, which another program wrote: corners.webp is four colours in 640 × 320 pixels, hole.webp
// and veil.webp are 40 × 30, red on the left and nothing on the right, the one without and the other with loss.
func webp(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// withParts makes a WebP file without parts of its own into one with some, as cameras and programs write them.
func withParts(file []byte, width, height uint32, flags byte, parts ...[]byte) []byte {
	head := binary.LittleEndian.AppendUint32([]byte{flags, 0, 0, 0}, width-1)[:7]
	head = binary.LittleEndian.AppendUint32(head, height-1)[:10]
	body := slices.Concat([]byte("WEBP"), part("VP8X", head), file[12:], slices.Concat(parts...))
	return slices.Concat([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(len(body))), body)
}

func part(name string, body []byte) []byte {
	out := append(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(body))), body...)
	return append(out, make([]byte, len(body)%2)...)
}

func TestAWebPIsPublishedAsAnUprightJPEGWithItsColoursAndNothingElse(t *testing.T) {
	profile := "mô tả màu"
	data := withParts(webp(t, "corners.webp"), 640, 320, 0x28, part("ICCP", []byte(profile)), part("EXIF", exif(6)), part("XMP ", []byte(place)))
	p, files := draw(t, data)
	if w, h := p.Size(); w != 320 || h != 640 || len(files) != 1 {
		t.Fatalf("%d files, %d × %d", len(files), w, h)
	}
	if bytes.Contains(files[0], []byte(place)) || !bytes.Contains(files[0], []byte(profile)) {
		t.Error("the place is still there, or the profile is not")
	}
	img, format, err := image.Decode(bytes.NewReader(files[0]))
	if err != nil || format != "jpeg" {
		t.Fatal(format, err)
	}
	for i, want := range []color.RGBA{{0, 0, 200, 255}, {200, 0, 0, 255}, {200, 200, 0, 255}, {0, 200, 0, 255}} {
		r, g, b, _ := img.At(80+160*(i%2), 160+320*(i/2)).RGBA()
		if far(r, want.R) || far(g, want.G) || far(b, want.B) {
			t.Errorf("quarter %d: %x %x %x, want %v", i, r>>8, g>>8, b>>8, want)
		}
	}
}

func TestWhatCanBeSeenThroughInAWebPIsWhite(t *testing.T) {
	for _, name := range []string{"hole.webp", "veil.webp"} {
		_, files := draw(t, webp(t, name))
		img := decode(t, files[0])
		for x, want := range map[int]color.RGBA{4: {200, 0, 0, 255}, 36: {255, 255, 255, 255}} {
			if r, g, b, _ := img.At(x, 15).RGBA(); far(r, want.R) || far(g, want.G) || far(b, want.B) {
				t.Errorf("%s at %d: %x %x %x, want %v", name, x, r>>8, g>>8, b>>8, want)
			}
		}
	}
}

func TestAWebPThatHasNoPictureOrAnotherThanItSaysIsRefused(t *testing.T) {
	whole := webp(t, "corners.webp")
	for name, data := range map[string][]byte{
		"half a file": whole[:len(whole)/2], "a head alone": whole[:30], "another size in its head": withParts(whole, 64, 32, 0), "a film": withParts(make([]byte, 12), 64, 32, 2),
	} {
		p, err := picture.Read(data)
		if err == nil {
			_, err = p.Draw()
		}
		if err != picture.ErrBroken {
			t.Errorf("%s: %v", name, err)
		}
	}
}
