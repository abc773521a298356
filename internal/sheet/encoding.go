package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"bangvang/internal/viet"
)

// mark is the byte order mark of UTF-8, as Excel writes it.
var mark = []byte("\ufeff")

// inUTF8 returns a sheet's bytes as UTF-8 without a mark. Excel writes UTF-16 as «Unicode text», and plain «CSV» on an older
// Vietnamese machine in Windows-1258, which has tones as characters of their own. What is certainly neither stays
// as it is, and is told.
func inUTF8(data []byte) []byte {
	switch order := orderOf(data); {
	case order != nil:
		return bytes.TrimPrefix(fromUTF16(data, order), mark)
	case !utf8.Valid(data) && isWindows1258(data):
		text, err := charmap.Windows1258.NewDecoder().Bytes(data)
		if err != nil {
			return data
		}
		return []byte(viet.NFC(string(text)))
	}
	return bytes.TrimPrefix(data, mark)
}

// orderOf tells the order of bytes of UTF-16, by its mark or, without one, by every second byte of much of the text being
// zero, as those of digits and separators are; nil for what is no UTF-16.
func orderOf(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	var zeros [2]int
	start := data[:min(len(data), 4096)]
	for i, b := range start {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(start) / 2; {
	case half < 4 || len(data)%2 != 0:
	case zeros[0] == 0 && zeros[1]*2 > half:
		return binary.LittleEndian
	case zeros[1] == 0 && zeros[0]*2 > half:
		return binary.BigEndian
	}
	return nil
}

// fromUTF16 decodes UTF-16; half a character at the end is dropped.
func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return []byte(string(utf16.Decode(units)))
}

// The bytes of Windows-1258 that Vietnamese is written with: vowels and đ with what belongs to the letter, the five
// tones, which follow their vowel, and signs.
const (
	vowels1258 = "aeiouyAEIOUY\xc0\xc1\xc2\xc3\xc8\xc9\xca\xcd\xd3\xd4\xd5\xd9\xda\xdd\xe0\xe1\xe2\xe3\xe8\xe9\xea\xed\xf3\xf4\xf5\xf9\xfa\xfd"
	tones1258  = "\xcc\xd2\xde\xec\xf2"
	others1258 = "\xd0\xf0\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xb0\xb7\xbb\xd7"
)

// isWindows1258 reports whether bytes are certainly Vietnamese in Windows-1258: at least one tone, each behind a vowel,
// and no byte that Vietnamese does not need. Text of other old encodings has tones where none can be.
func isWindows1258(data []byte) bool {
	tones := 0
	for i, b := range data {
		switch {
		case b < utf8.RuneSelf:
		case strings.IndexByte(tones1258, b) >= 0:
			if i == 0 || strings.IndexByte(vowels1258, data[i-1]) < 0 {
				return false
			}
			tones++
		case strings.IndexByte(vowels1258, b) < 0 && strings.IndexByte(others1258, b) < 0:
			return false
		}
	}
	return tones > 0
}
