package fix

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/diag"
)

// mark is the UTF-8 byte order mark.
var mark = []byte("\ufeff")

// plain repairs the bytes of a text, whatever stands in it. A file that is no text, and one that is as it should be,
// come back as they are.
func plain(name string, data []byte) ([]byte, []diag.Finding) {
	var found []diag.Finding
	say := func(code string, line int, args diag.Args) {
		found = append(found, diag.New(code, name, diag.Pos{Line: line, Column: 1}, args))
	}
	table := strings.HasSuffix(strings.ToLower(name), ".csv")
	if text, ok := fromUTF16(data); ok && !table {
		say("utf-16", 1, nil)
		data = text
	}
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return data, found
	}
	if bytes.HasPrefix(data, mark) && !table {
		say("byte-order-mark", 1, nil)
		data = data[len(mark):]
	}
	if whole, line := oneEnding(data); line > 0 && !table {
		say("mixed-line-ends", line, nil)
		data = whole
	}
	if at := notComposed(data); at >= 0 {
		composed := norm.NFC.Bytes(data)
		say("half-composed", bytes.Count(data[:at], []byte("\n"))+1, diag.Args{"count": strconv.Itoa(differing(data, composed))})
		data = composed
	}
	return data, found
}

// fromUTF16 decodes a text of Windows' that begins with a mark. A file with half a character is none.
func fromUTF16(data []byte) ([]byte, bool) {
	little := bytes.HasPrefix(data, []byte{0xff, 0xfe})
	if !little && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) || len(data)%2 != 0 {
		return data, false
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i < len(data); i += 2 {
		low, high := data[i], data[i+1]
		if !little {
			low, high = high, low
		}
		units = append(units, uint16(high)<<8|uint16(low))
	}
	text := string(utf16.Decode(units))
	return []byte(text), !strings.ContainsRune(text, utf8.RuneError)
}

// oneEnding ends all lines of a text alike, where they are not: as most do, in LF where there are as many of both, and
// never in CR alone. line is the first that changes, 0 where none does.
func oneEnding(data []byte) (whole []byte, line int) {
	crlf := bytes.Count(data, []byte("\r\n"))
	cr, lf := bytes.Count(data, []byte("\r"))-crlf, bytes.Count(data, []byte("\n"))-crlf
	if cr == 0 && (crlf == 0 || lf == 0) {
		return data, 0
	}
	whole = bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	if crlf > lf {
		whole = bytes.ReplaceAll(whole, []byte("\n"), []byte("\r\n"))
	}
	same := 0
	for same < len(data) && same < len(whole) && data[same] == whole[same] {
		same++
	}
	return whole, bytes.Count(whole[:same], []byte("\n")) + 1
}

// notComposed returns where a text first is not NFC, -1 where it is.
func notComposed(data []byte) int {
	if norm.NFC.IsNormal(data) {
		return -1
	}
	at, _ := norm.NFC.Span(data, true)
	return at
}

// differing counts the lines in which two texts of as many lines differ.
func differing(a, b []byte) int {
	n := 0
	for line := range bytes.Lines(a) {
		other, rest, _ := bytes.Cut(b, []byte("\n"))
		if !bytes.Equal(bytes.TrimSuffix(line, []byte("\n")), other) {
			n++
		}
		b = rest
	}
	return n
}
