package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// pngHead is what every PNG file begins with.
const pngHead = "\x89PNG\r\n\x1a\n"

// A chunk is one part of a PNG file, with its length, name and check sum.
type chunk struct {
	name        string
	whole, body []byte
}

// chunks cuts a PNG file into its parts, up to its end; false where it is not built as one.
func chunks(data []byte) ([]chunk, bool) {
	rest, ok := bytes.CutPrefix(data, []byte(pngHead))
	var out []chunk
	for ok && len(rest) >= 12 {
		n := uint64(binary.BigEndian.Uint32(rest)) + 12
		if n > uint64(len(rest)) {
			return out, false
		}
		c := chunk{string(rest[4:8]), rest[:n], rest[8 : n-4]}
		out = append(out, c)
		if c.name == "IEND" {
			return out, true
		}
		rest = rest[n:]
	}
	return out, false
}

// pixels and profile are the names of the chunks without which a picture looks different.
var (
	pixels  = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS"}
	profile = []string{"gAMA", "cHRM", "sRGB", "iCCP", "cICP"}
)

// barePNG is the file without texts, times, EXIF and whatever else does not show. A picture that moves becomes its
// first frame.
func barePNG(data []byte) ([]byte, bool) {
	parts, ok := chunks(data)
	out := []byte(pngHead)
	for _, c := range parts {
		if slices.Contains(pixels, c.name) || slices.Contains(profile, c.name) {
			out = append(out, c.whole...)
		}
	}
	return out, ok
}

// pngWithProfile puts the colour profile of one PNG file into another that was made from its pixels.
func pngWithProfile(made, from []byte) []byte {
	parts, _ := chunks(from)
	head := len(pngHead) + 25 // with IHDR, after which profiles stand
	out := bytes.Clone(made[:head])
	for _, c := range parts {
		if slices.Contains(profile, c.name) {
			out = append(out, c.whole...)
		}
	}
	return append(out, made[head:]...)
}

// exifOfPNG returns the EXIF data of a PNG file; nil where it has none.
func exifOfPNG(data []byte) []byte {
	parts, _ := chunks(data)
	for _, c := range parts {
		if c.name == "eXIf" {
			return c.body
		}
	}
	return nil
}
