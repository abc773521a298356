package picture

import (
	"bytes"
	"encoding/binary"
)

// The markers of a JPEG file that matter here.
const (
	markerSOI  = 0xD8 // the beginning
	markerEOI  = 0xD9 // the end
	markerSOS  = 0xDA // compressed pixels follow
	markerTEM  = 0x01
	markerRST0 = 0xD0
	markerRST7 = 0xD7
	markerAPP0 = 0xE0
	markerAPP1 = 0xE1
	markerAPP2 = 0xE2
	markerAPPE = 0xEE
	markerAPPF = 0xEF
	markerCOM  = 0xFE
)

var profileMark = []byte("ICC_PROFILE\x00")

// A segment is one part of a JPEG file, with its marker and, where it begins a scan, the compressed pixels.
type segment struct {
	marker byte
	whole  []byte
	body   []byte
}

// segments cuts a JPEG file into its parts, up to its end; false where it is not built as one. What some phones hang
// behind the end, a second picture or a film, is no part of it.
func segments(data []byte) ([]segment, bool) {
	if len(data) < 4 || data[0] != 0xFF || data[1] != markerSOI {
		return nil, false
	}
	var out []segment
	for at := 2; at+1 < len(data); {
		if data[at] != 0xFF {
			return nil, false
		}
		marker := data[at+1]
		switch {
		case marker == 0xFF: // padding
			at++
			continue
		case marker == markerEOI:
			return out, true
		case marker == markerTEM || markerRST0 <= marker && marker <= markerRST7 || at+4 > len(data):
			return nil, false
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return nil, false
		}
		body := data[at+4 : end]
		if marker == markerSOS {
			end = scanEnd(data, end)
		}
		out = append(out, segment{marker, data[at:end], body})
		at = end
	}
	return nil, false
}

// scanEnd is where compressed pixels end: at the next marker that is none of theirs.
func scanEnd(data []byte, at int) int {
	for at+1 < len(data) {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			break
		}
		at += i
		if next := data[at+1]; next != 0 && next != 0xFF && (next < markerRST0 || next > markerRST7) {
			return at
		}
		at++
	}
	return len(data)
}

// bareJPEG is the file without its metadata: of what programs add, the colours' meaning stays.
func bareJPEG(data []byte) ([]byte, bool) {
	parts, ok := segments(data)
	if !ok {
		return nil, false
	}
	out := []byte{0xFF, markerSOI}
	for _, s := range parts {
		if !s.metadata() {
			out = append(out, s.whole...)
		}
	}
	return append(out, 0xFF, markerEOI), true
}

// metadata reports whether the picture looks the same without the segment.
func (s *segment) metadata() bool {
	switch {
	case s.marker == markerAPP0:
		return !bytes.HasPrefix(s.body, []byte("JFIF\x00")) // else a preview
	case s.marker == markerAPP2:
		return !bytes.HasPrefix(s.body, profileMark)
	case s.marker == markerAPPE:
		return !bytes.HasPrefix(s.body, []byte("Adobe")) // how the colours are stored
	}
	return markerAPP0 <= s.marker && s.marker <= markerAPPF || s.marker == markerCOM
}

// jpegWithProfile puts the colour profile of one JPEG file into another that was made from its pixels.
func jpegWithProfile(made, from []byte) []byte {
	parts, ok := segments(from)
	if !ok {
		return made
	}
	out := bytes.Clone(made[:2])
	for _, s := range parts {
		if s.marker == markerAPP2 && bytes.HasPrefix(s.body, profileMark) {
			out = append(out, s.whole...)
		}
	}
	return append(out, made[2:]...)
}

// exifOfJPEG returns the EXIF data of a JPEG file; nil where it has none. They stand before the pixels, so a file
// that ends early still has them.
func exifOfJPEG(data []byte) []byte {
	mark := []byte("Exif\x00\x00")
	for at := 2; at+4 <= len(data) && data[at] == 0xFF && data[at+1] != markerSOS; {
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			break
		}
		if body, ok := bytes.CutPrefix(data[at+4:end], mark); ok && data[at+1] == markerAPP1 {
			return body
		}
		at = end
	}
	return nil
}
