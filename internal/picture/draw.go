package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

const (
	quality = 82 // of JPEG: no faults that an eye finds in a photograph
	// dense is how many bytes a JPEG may have for ten pixels. Above that it was saved for printing.
	dense = 4
)

// Draw returns the files of all [Picture.Widths], in that order. The error is [ErrBroken]: the head was sound, and
// the rest is not.
func (p *Picture) Draw() ([][]byte, error) {
	if p.format == "gif" {
		return [][]byte{p.data}, nil
	}
	stored, _, err := image.Decode(bytes.NewReader(p.data))
	if err != nil {
		return nil, ErrBroken
	}
	if p.format == "webp" {
		fullRange(stored)
	}
	widths, full := p.Widths(), p.full()
	bare := p.bare()
	if bare != nil && len(widths) == 1 {
		return [][]byte{bare}, nil
	}
	whole := p.turn.apply(shrink(stored, p.turn.size(full)))
	if p.format == "webp" {
		whole = onWhite(whole)
	}
	colours := stored.ColorModel()
	out := make([][]byte, len(widths))
	for i, w := range widths[:len(widths)-1] {
		out[i] = p.encode(shrink(whole, image.Pt(w, scaled(full.Y, w, full.X))), colours)
	}
	if bare == nil {
		bare = p.encode(whole, colours)
	}
	out[len(out)-1] = bare
	return out, nil
}

// bare is the file itself without metadata; nil where its pixels have to be drawn anew.
func (p *Picture) bare() []byte {
	if p.format == "webp" || p.turn != upright || p.full() != p.stored {
		return nil
	}
	if p.format == "png" {
		out, ok := barePNG(p.data)
		if !ok {
			return nil
		}
		return out
	}
	out, ok := bareJPEG(p.data)
	if !ok || len(out) > light && 10*len(out) > dense*p.stored.X*p.stored.Y {
		return nil
	}
	return out
}

// shrink returns a picture at a size that is not larger than its own. Halves come first, as the mean of four pixels
// each, so that the costlier way does the last bit only.
func shrink(src image.Image, size image.Point) *image.RGBA {
	at := src.Bounds().Size()
	for at.X >= 2*size.X && at.Y >= 2*size.Y {
		at = at.Div(2)
		src = resample(draw.ApproxBiLinear, src, at)
	}
	if same, ok := src.(*image.RGBA); ok && at == size {
		return same
	}
	return resample(draw.CatmullRom, src, size)
}

func resample(how draw.Scaler, src image.Image, size image.Point) *image.RGBA {
	dst := image.NewRGBA(image.Rectangle{Max: size})
	if src.Bounds().Size() == size {
		draw.Draw(dst, dst.Rect, src, src.Bounds().Min, draw.Src)
		return dst
	}
	how.Scale(dst, dst.Rect, src, src.Bounds(), draw.Src, nil)
	return dst
}

// encode writes a size of the picture in the format of its file. Scans without colours stay without; what was stored
// for printing presses becomes what screens show, and loses the presses' profile.
func (p *Picture) encode(src *image.RGBA, stored color.Model) []byte {
	var b bytes.Buffer
	var shown image.Image = src
	if stored == color.GrayModel || stored == color.Gray16Model {
		shown = grey(src)
	}
	if p.format == "png" {
		must(png.Encode(&b, shown))
		return pngWithProfile(b.Bytes(), p.data)
	}
	must(jpeg.Encode(&b, shown, &jpeg.Options{Quality: quality}))
	if stored == color.CMYKModel {
		return b.Bytes()
	}
	if p.format == "webp" {
		return jpegWithWebPProfile(b.Bytes(), p.data)
	}
	return jpegWithProfile(b.Bytes(), p.data)
}

func grey(src *image.RGBA) *image.Gray {
	out := image.NewGray(src.Rect)
	for i := range out.Pix {
		out.Pix[i] = src.Pix[4*i]
	}
	return out
}

func must(err error) {
	if err != nil {
		panic("picture: writing to memory failed: " + err.Error())
	}
}
