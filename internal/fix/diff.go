package fix

import (
	"bytes"
	"slices"
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
	return "@@" + visible(fewer(parts))
}

// fewer lets stand what the parts of a diff take out and put in again: the library finds only lines that occur once, so a
// blank one, or an item that stands twice, comes out on both sides.
func fewer(parts []byte) []byte {
	var out, gone, fresh [][]byte
	for _, line := range bytes.SplitAfter(parts, []byte("\n")) {
		switch {
		case bytes.HasPrefix(line, []byte("-")) && len(fresh) == 0:
			gone = append(gone, line)
			continue
		case bytes.HasPrefix(line, []byte("+")):
			fresh = append(fresh, line)
			continue
		}
		out, gone, fresh = append(out, kept(gone, fresh)...), nil, nil
		if bytes.HasPrefix(line, []byte("-")) {
			gone = append(gone, line)
			continue
		}
		out = append(out, line)
	}
	return bytes.Join(append(out, kept(gone, fresh)...), nil)
}

// kept lines up the lines of a change: those that stand on both sides, in their order, become lines around it.
func kept(gone, fresh [][]byte) [][]byte {
	const most = 1 << 20 // pairs; a larger change is shown as it is
	if len(gone)*len(fresh) > most {
		return slices.Concat(gone, fresh)
	}
	same := make([][]int, len(gone)+1) // how many lines the rests have in common
	for i := range same {
		same[i] = make([]int, len(fresh)+1)
	}
	for i := len(gone) - 1; i >= 0; i-- {
		for j := len(fresh) - 1; j >= 0; j-- {
			same[i][j] = max(same[i+1][j], same[i][j+1])
			if bytes.Equal(gone[i][1:], fresh[j][1:]) {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	var out [][]byte
	i, j := 0, 0
	for i < len(gone) && j < len(fresh) {
		switch {
		case bytes.Equal(gone[i][1:], fresh[j][1:]):
			out = append(out, append([]byte(" "), gone[i][1:]...))
			i, j = i+1, j+1
		case same[i+1][j] >= same[i][j+1]:
			out = append(out, gone[i])
			i++
		default:
			out = append(out, fresh[j])
			j++
		}
	}
	return slices.Concat(out, gone[i:], fresh[j:])
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
