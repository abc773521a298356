package picture

import (
	"encoding/binary"
	"image"
)

// A turn is how a camera lay when it took a picture, as EXIF numbers it: what the first row and the first column of
// the stored pixels are.
type turn int

// The turns, by what is to be done.
const (
	upright   turn = 1 + iota
	mirrored       // left becomes right
	halfTurn       // turned by 180°
	flipped        // top becomes bottom
	transpose      // rows become columns
	quarter        // turned by 90° clockwise
	transverse
	quarterBack // turned by 90° counter-clockwise
)

// sideways reports whether rows become columns.
func (t turn) sideways() bool { return t >= transpose }

// size is the size of the turned picture.
func (t turn) size(stored image.Point) image.Point {
	if t.sideways() {
		return image.Pt(stored.Y, stored.X)
	}
	return stored
}

// from is where a pixel of the turned picture lies in the stored one, whose size is given.
func (t turn) from(x, y int, stored image.Point) (int, int) {
	right, bottom := stored.X-1, stored.Y-1
	switch t {
	case mirrored:
		return right - x, y
	case halfTurn:
		return right - x, bottom - y
	case flipped:
		return x, bottom - y
	case transpose:
		return y, x
	case quarter:
		return y, bottom - x
	case transverse:
		return right - y, bottom - x
	case quarterBack:
		return right - y, x
	}
	return x, y
}

// apply turns a picture.
func (t turn) apply(src *image.RGBA) *image.RGBA {
	if t == upright {
		return src
	}
	stored := src.Bounds().Size()
	dst := image.NewRGBA(image.Rectangle{Max: t.size(stored)})
	for y := range dst.Rect.Max.Y {
		for x := range dst.Rect.Max.X {
			fromX, fromY := t.from(x, y, stored)
			copy(dst.Pix[dst.PixOffset(x, y):][:4], src.Pix[src.PixOffset(fromX, fromY):])
		}
	}
	return dst
}

// orientationTag is EXIF's number of the entry that holds the turn.
const orientationTag = 0x0112

// turnOf reads the turn from EXIF data; upright where they tell none.
func turnOf(exif []byte) turn {
	if len(exif) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(exif[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
	default:
		return upright
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return upright
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == orientationTag {
			if t := turn(order.Uint16(entries[8:])); upright <= t && t <= quarterBack {
				return t
			}
			break
		}
		entries = entries[12:]
	}
	return upright
}
