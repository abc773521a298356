package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"math"
	"slices"

	_ "golang.org/x/image/webp" // read; no module without C writes it
)

// webpChunk returns the body of the first part of a WebP file with a name; nil where it has none.
func webpChunk(data []byte, name string) []byte {
	const head = len("RIFF....WEBP")
	for at := uint64(head); at+8 <= uint64(len(data)); {
		size := uint64(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size
		if end > uint64(len(data)) {
			break
		}
		if string(data[at:at+4]) == name {
			return data[at+8 : end]
		}
		at = end + size%2
	}
	return nil
}

// exifOfWebP returns the EXIF data of a WebP file; nil where it has none. Some programs begin them as in a JPEG file.
func exifOfWebP(data []byte) []byte {
	return bytes.TrimPrefix(webpChunk(data, "EXIF"), []byte("Exif\x00\x00"))
}

// jpegWithWebPProfile puts the colour profile of a WebP file into a JPEG that was made from its pixels.
func jpegWithWebPProfile(made, from []byte) []byte {
	profile := webpChunk(from, "ICCP")
	head := slices.Concat(profileMark, []byte{1, 1}) // the first part of one
	size := 2 + len(head) + len(profile)
	if profile == nil || size > 0xFFFF {
		return made
	}
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, markerAPP2}, uint16(size))
	return slices.Concat(made[:2], segment, head, profile, made[2:])
}

// onWhite lays a picture that can be seen through on white paper, as a JPEG has no holes.
func onWhite(src *image.RGBA) *image.RGBA {
	if src.Opaque() {
		return src
	}
	dst := image.NewRGBA(src.Rect)
	draw.Draw(dst, dst.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, src, src.Rect.Min, draw.Over)
	return dst
}

// fullRange spreads the colours of a WebP with loss, which its decoder leaves in the range of television (luma from 16 to
// 235, the rest from 16 to 240), over the whole range that package image takes them to have.
func fullRange(img image.Image) {
	var planes *image.YCbCr
	switch img := img.(type) {
	case *image.YCbCr:
		planes = img
	case *image.NYCbCrA:
		planes = &img.YCbCr
	default:
		return // without loss: red, green and blue
	}
	spread(planes.Y, 16, 0, 219)
	spread(planes.Cb, 128, 128, 224)
	spread(planes.Cr, 128, 128, 224)
}

// spread widens the values of a plane so that from becomes to and span becomes 255.
func spread(plane []byte, from, to, span int) {
	var table [256]byte
	for v := range table {
		wide := float64((v-from)*255) / float64(span)
		table[v] = byte(min(max(to+int(math.Round(wide)), 0), 255))
	}
	for i, v := range plane {
		plane[i] = table[v]
	}
}
