package card

import (
	"image"
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A style is a font in a size, in pixels.
type style struct {
	bold bool
	size int
}

func regular(size int) style { return style{false, size} }
func bold(size int) style    { return style{true, size} }

// fonts are read once; they may be used by many goroutines.
var fonts = sync.OnceValue(func() map[bool]*sfnt.Font {
	read := func(data []byte) *sfnt.Font {
		f, err := opentype.Parse(data)
		must(err)
		return f
	}
	return map[bool]*sfnt.Font{false: read(liberationsansregular.TTF), true: read(liberationsansbold.TTF)}
})

// A pen has letters at hand that it wrote before. It belongs to one goroutine at a time.
type pen struct {
	faces   map[style]font.Face
	letters map[styled]*letter
	buffer  sfnt.Buffer
}

type styled struct {
	style
	rune
}

// A letter is how much of each pixel it covers, beside and above its place on the line.
type letter struct {
	mask    *image.Alpha
	at      image.Point
	advance int
}

var pens = sync.Pool{New: func() any { return &pen{faces: map[style]font.Face{}, letters: map[styled]*letter{}} }}

// letter draws a letter, once; nil for one that the font lacks.
func (p *pen) letter(st style, r rune) *letter {
	key := styled{st, r}
	if l, known := p.letters[key]; known {
		return l
	}
	p.letters[key] = nil
	if i, err := fonts()[st.bold].GlyphIndex(&p.buffer, r); err != nil || i == 0 {
		return nil
	}
	bounds, mask, from, advance, ok := p.face(st).Glyph(fixed.Point26_6{}, r)
	if !ok {
		return nil
	}
	l := &letter{mask: image.NewAlpha(image.Rectangle{Max: bounds.Size()}), at: bounds.Min, advance: advance.Round()}
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			_, _, _, a := mask.At(from.X+x, from.Y+y).RGBA()
			l.mask.Pix[l.mask.PixOffset(x, y)] = uint8(a >> 8)
		}
	}
	p.letters[key] = l
	return l
}

func (p *pen) face(st style) font.Face {
	if p.faces[st] == nil {
		face, err := opentype.NewFace(fonts()[st.bold], &opentype.FaceOptions{Size: float64(st.size), DPI: 72})
		must(err)
		p.faces[st] = face
	}
	return p.faces[st]
}

// width is how wide a text is, in pixels.
func (p *pen) width(text string, st style) int {
	w := 0
	for _, r := range text {
		if l := p.letter(st, r); l != nil {
			w += l.advance
		}
	}
	return w
}

// cut shortens a text at a word to a width, and ends it in "…" then.
func (p *pen) cut(text string, st style, room int) string {
	if p.width(text, st) <= room {
		return text
	}
	words := strings.Fields(text)
	for n := len(words) - 1; n > 0; n-- {
		if short := strings.TrimRight(join(words[:n]), ",;:–- ") + "…"; p.width(short, st) <= room {
			return short
		}
	}
	letters := []rune(text)
	for len(letters) > 0 && p.width(string(letters)+"…", st) > room {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

// balanced breaks a text into as few lines as it needs, and makes these about equally long.
func (p *pen) balanced(text string, st style, room int) []string {
	lines := p.broken(text, st, room)
	low, high := room/2, room
	for high-low > 8 && len(lines) > 1 {
		if mid := (low + high) / 2; len(p.broken(text, st, mid)) > len(lines) {
			low = mid
		} else {
			high = mid
		}
	}
	return p.broken(text, st, high)
}

// broken breaks a text between words where a line is full.
func (p *pen) broken(text string, st style, room int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && p.width(longer, st) > room {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

func join(words []string) string { return strings.Join(words, " ") }
