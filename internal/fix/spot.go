package fix

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// An edit puts text in the place of the bytes from…to.
type edit struct {
	from, to int
	text     string
}

// A spot is a finding in the bytes of its file.
type spot struct {
	f    diag.Finding
	data []byte
	from int // the line of the finding, without its end
	to   int
	at   int // the finding's column
}

// spotOf finds a finding's place; ok is false where the file has no such line.
func spotOf(f diag.Finding, data []byte) (s spot, ok bool) {
	s = spot{f: f, data: data}
	if bytes.HasPrefix(data, mark) {
		s.from = len(mark)
	}
	for line := 1; line < f.Pos.Line; line++ {
		end := bytes.IndexByte(data[s.from:], '\n')
		if end < 0 {
			return s, false
		}
		s.from += end + 1
	}
	s.to = endOfLine(data, s.from)
	for s.at = s.from; s.at < s.to && f.Pos.Column > 1; f.Pos.Column-- {
		_, size := utf8.DecodeRune(data[s.at:])
		s.at += size
	}
	return s, f.Pos.Line > 0
}

// endOfLine returns the offset behind a line's last character.
func endOfLine(data []byte, from int) int {
	end := len(data)
	if i := bytes.IndexByte(data[from:], '\n'); i >= 0 {
		end = from + i
	}
	if end > from && data[end-1] == '\r' {
		end--
	}
	return end
}

// rest is the line from the finding's column on, without blanks at its end.
func (s spot) rest() string { return strings.TrimRight(string(s.data[s.at:s.to]), " \t") }

func (s spot) line() string { return string(s.data[s.from:s.to]) }

// find returns where a text stands that a finding is about: at its column, inside quotation marks there, around it, or
// else in the one place of the line that has it. -1 where it can't be told.
func (s spot) find(text string) int {
	if text == "" {
		return -1
	}
	line, column := s.line(), s.at-s.from
	only, count := -1, 0
	for i := 0; ; {
		next := strings.Index(line[i:], text)
		if next < 0 {
			break
		}
		i += next
		if i == column || i == column+1 && strings.ContainsRune(`"'`, rune(line[column])) || i < column && column < i+len(text) {
			return s.from + i
		}
		only, count = i, count+1
		i++
	}
	if count != 1 {
		return -1
	}
	return s.from + only
}

// replace puts another text in the place of the one that the finding is about.
func (s spot) replace(old, text string) []edit {
	i := s.find(old)
	if i < 0 || text == "" || old == text {
		return nil
	}
	return []edit{{i, i + len(old), text}}
}

// over replaces the rest of the line by text.
func (s spot) over(text string) []edit { return []edit{{s.at, s.at + len(s.rest()), text}} }

func (s spot) insert(at int, text string) []edit { return []edit{{at, at, text}} }

// newline is how the file ends its lines.
func (s spot) newline() string {
	if bytes.Contains(s.data, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

// A shift tells that behind a line of a file some were added or, negative, taken away.
type shift struct{ line, lines int }

// cross reports whether an edit of one list changes what one of the other does.
func cross(some, more []edit) bool {
	return slices.ContainsFunc(some, func(a edit) bool {
		return slices.ContainsFunc(more, func(b edit) bool { return a.from < b.to && b.from < a.to })
	})
}

// apply makes edits, and tells which lines have moved. Of those that overlap it makes the first.
func apply(data []byte, edits []edit) ([]byte, []shift) {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out []byte
	var shifts []shift
	done := 0
	for _, e := range edits {
		if e.from < done {
			continue
		}
		out = append(append(out, data[done:e.from]...), e.text...)
		if n := strings.Count(e.text, "\n") - bytes.Count(data[e.from:e.to], []byte("\n")); n != 0 {
			shifts = append(shifts, shift{bytes.Count(out, []byte("\n")) - n, n})
		}
		done = e.to
	}
	return append(out, data[done:]...), shifts
}
