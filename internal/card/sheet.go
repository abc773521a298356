package card

import (
	"image"
	"image/color"
)

// A colour of letters is the first of the palette's shades between the ground and itself.
type shade uint8

const shades = 7 // of each colour of letters

// The colours of letters.
const (
	ink shade = shades * iota
	soft
	red
	markInk
)

// The flat colours stand behind the shades.
const (
	flatPaper = shades*4 + iota
	flatRed
	flatGold
	flatLine
	flatMark
	flatWash
)

var (
	paperColour = color.RGBA{255, 255, 255, 255}
	washColour  = color.RGBA{252, 245, 223, 255}
	markColour  = color.RGBA{109, 78, 0, 255}
	redColour   = color.RGBA{143, 20, 24, 255}
)

// palette holds all colours, as the theme's style sheet has them in light.
var palette = func() color.Palette {
	var out color.Palette
	for _, c := range []struct{ letters, ground color.RGBA }{
		{color.RGBA{31, 27, 24, 255}, paperColour}, {color.RGBA{92, 84, 77, 255}, paperColour}, {redColour, paperColour}, {markColour, washColour},
	} {
		for i := 1; i <= shades; i++ {
			mix := func(a, b uint8) uint8 { return uint8((int(a)*i + int(b)*(shades-i)) / shades) }
			out = append(out, color.RGBA{mix(c.letters.R, c.ground.R), mix(c.letters.G, c.ground.G), mix(c.letters.B, c.ground.B), 255})
		}
	}
	return append(out, paperColour, redColour, color.RGBA{184, 138, 27, 255}, color.RGBA{220, 213, 202, 255}, markColour, washColour)
}()

// A sheet is the image on its way, and a pen to write on it.
type sheet struct {
	*pen
	pixels *image.Paletted
}

func newSheet() *sheet {
	s := &sheet{pen: pens.Get().(*pen), pixels: image.NewPaletted(image.Rect(0, 0, Width, Height), palette)}
	s.fill(s.pixels.Rect, flatPaper)
	return s
}

// free lets others use the pen.
func (s *sheet) free() { pens.Put(s.pen) }

func (s *sheet) fill(r image.Rectangle, colour uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := s.pixels.Pix[s.pixels.PixOffset(r.Min.X, y):][:r.Dx()]
		for x := range row {
			row[x] = colour
		}
	}
}

// write puts a text on the line y, from x to the right.
func (s *sheet) write(x, y int, st style, colour shade, text string) {
	for _, r := range text {
		if l := s.letter(st, r); l != nil {
			s.print(l, image.Pt(x, y), colour)
			x += l.advance
		}
	}
}

// print puts one letter on the sheet. Where letters touch, the darker shade stays.
func (s *sheet) print(l *letter, at image.Point, colour shade) {
	area := l.mask.Rect.Add(at).Add(l.at).Intersect(s.pixels.Rect)
	from := at.Add(l.at)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			level := (int(l.mask.Pix[l.mask.PixOffset(x-from.X, y-from.Y)])*shades + 127) / 255
			if level == 0 {
				continue
			}
			pixel := &s.pixels.Pix[s.pixels.PixOffset(x, y)]
			dark := uint8(colour) + uint8(level-1)
			if *pixel < uint8(colour) || *pixel >= uint8(colour)+shades || *pixel < dark {
				*pixel = dark
			}
		}
	}
}
