// Package picture makes of an author's picture what a portal publishes: the same picture in a few widths, so that
// a phone loads no more than it shows, upright, and without what cameras write beside it. Metadata hold places and
// names; nothing of them is kept but the colour profile.
//
// [Read] looks at the head of a file and knows all sizes from it; [Picture.Draw] does the work, which takes about
// half a second for a photograph of twelve megapixels. The widest size stands at the picture's own address and is
// at most [Longest] on its longer edge; [Picture.Widths] lists it last. A file of at most [light] bytes gets no other
// size: it is no burden. Nothing is ever enlarged.
//
// What need not be drawn anew is not: a JPEG or PNG that is upright and small enough keeps its pixels as they are
// compressed, and loses its metadata only. A GIF may move, and stays as it is. A WebP becomes a JPEG, on white where it
// can be seen through.
//
// The same bytes give the same bytes. Hostile files can't make it use more memory than [MostPixels] stand for: the
// head is judged before anything is decoded.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	_ "image/gif" // its head is read
)

const (
	// Longest is the longer edge of what is published, in pixels.
	Longest = 1920
	// MostPixels is the size of the largest picture that is read: 50 megapixels, more than cameras of phones give
	// unless they are told to. As many may be in work at the same time.
	MostPixels = 50_000_000
	// light is how many bytes a picture may have that is published in one size.
	light = 48 << 10
	// version is part of what a picture is remembered by. It changes with whatever changes Draw's bytes.
	version = "picture 1\n"
)

// steps are the widths that a picture is offered in beside its own.
var steps = []int{320, 640, 960, 1280}

// The faults of files.
var (
	ErrBroken = errors.New("no picture, or a damaged one")
	ErrLarge  = errors.New("more pixels than are read")
)

// A Picture is a file whose head has been read.
type Picture struct {
	data   []byte
	format string      // "jpeg", "png", "gif", "webp"
	stored image.Point // size of the file's pixels, as they lie
	turn   turn        // how they are to be turned
}

// Read looks at the head of a picture's file. The error is [ErrBroken] or [ErrLarge].
func Read(data []byte) (*Picture, error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width < 1 || c.Height < 1 {
		return nil, ErrBroken
	}
	if c.Width > MostPixels/c.Height {
		return nil, ErrLarge
	}
	p := &Picture{data: data, format: format, stored: image.Pt(c.Width, c.Height), turn: upright}
	switch format {
	case "jpeg":
		p.turn = turnOf(exifOfJPEG(data))
	case "png":
		p.turn = turnOf(exifOfPNG(data))
	case "webp":
		p.turn = turnOf(exifOfWebP(data))
	}
	return p, nil
}

// Size is the size of what stands at the picture's own address, in pixels.
func (p *Picture) Size() (width, height int) {
	size := p.full()
	return size.X, size.Y
}

// full is the published size: upright, and not longer than Longest.
func (p *Picture) full() image.Point {
	size := p.turn.size(p.stored)
	if long := max(size.X, size.Y); long > Longest && p.format != "gif" {
		size = image.Pt(scaled(size.X, Longest, long), scaled(size.Y, Longest, long))
	}
	return size
}

// scaled is n × to ÷ from, to the nearest pixel, and at least one.
func scaled(n, to, from int) int { return max(1, (2*n*to+from)/(2*from)) }

// Widths are the widths in which the picture is published, the narrowest first, its own last.
func (p *Picture) Widths() []int {
	own := p.full().X
	var out []int
	if p.format != "gif" && len(p.data) > light {
		for _, w := range steps {
			if w*9/8 < own { // one that is hardly narrower saves nothing
				out = append(out, w)
			}
		}
	}
	return append(out, own)
}

// Key names what Draw gives: the same key, the same bytes.
func (p *Picture) Key() string {
	h := sha256.New()
	h.Write([]byte(version))
	h.Write(p.data)
	return hex.EncodeToString(h.Sum(nil))
}

// Weight is how many pixels are in memory while the picture is drawn, at most [MostPixels].
func (p *Picture) Weight() int64 { return int64(p.stored.X) * int64(p.stored.Y) }
