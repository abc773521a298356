package fix

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"

	"bangvang/internal/document"
)

// Diff returns the lines that change, as "-" and "+" lines with some around them, in parts that begin with "@@". What
// shows in no line (a byte order mark, ends of lines, letters composed) is not in it; the repairs name it.
func (f File) Diff() string {
	text := func(data []byte) []byte {
		data, _ = plain(f.To, data)
		data = bytes.TrimPrefix(bytes.ReplaceAll(data, []byte("\r"), nil), mark)
		return append(bytes.TrimRight(data, "\n"), '\n')
	}
	_, parts, _ := bytes.Cut(diff.Diff("a", text(f.Before), "b", text(f.After)), []byte("\n@@"))
	if len(parts) == 0 {
		return ""
	}
	return "@@" + visible(parts)
}

// visible shows characters that nobody sees as signs.
func visible(text []byte) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case document.IsInvisible(text, i):
			out.WriteRune('·')
		case r == '\u00a0':
			out.WriteRune('⍽')
		case r == '\t':
			out.WriteRune('→')
		default:
			out.Write(text[i : i+size])
		}
		i += size
	}
	return out.String()
}
