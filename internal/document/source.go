package document

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"bangvang/internal/diag"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// A file is the text of one file, made ready for reading, and the way back to its lines and columns.
// It is not changed once it is opened.
type file struct {
	path string
	raw  []byte // UTF-8 without a byte order mark, lines end in LF; otherwise as the author's editor wrote it
	text []byte // raw in NFC: the same slice unless the author wrote decomposed text
	head span   // the YAML, without its fences
	body int    // offset in text where the Markdown begins

	decomposed bool // raw is not text
	again      *reread
	lines      []keptLine // of the Markdown, by number: to be quoted when the text is no longer there
}

// A reread is the header's YAML as findings about the whole site need it.
type reread struct {
	once sync.Once
	root *yaml.Node // nil where it can't be read
}

// A span is a stretch of a file's text.
type span struct{ from, to int }

// A keptLine is a line as it is quoted.
type keptLine struct {
	number int
	text   string
}

// maxBytes bounds a file of content. The header alone is bounded by [maxHeader].
const maxBytes = 8 << 20

// open makes a file's bytes readable. Where they are no text that can be read, it says why and the file is empty.
func open(path string, data []byte) (file, *diag.Finding) {
	f := file{path: norm.NFC.String(path), again: new(reread)}
	raw := withLF(bytes.TrimPrefix(data, []byte("\ufeff")))
	ordinary := isOrdinary(raw)
	if code, at, args := unreadable(raw, ordinary); code != "" {
		// The position and the quoted line are those of the file as it is.
		f.raw, f.text = raw, raw
		fault := f.finding(code, f.pos(at), args)
		f.raw, f.text = nil, nil
		return f, &fault
	}
	f.raw, f.text = raw, raw
	if f.decomposed = !ordinary && !norm.NFC.IsNormal(raw); f.decomposed {
		f.text = norm.NFC.Bytes(f.raw)
	}
	return f, nil
}

// forget lets go of the Markdown, which is most of a file, but for the lines that findings about the whole site
// may quote: those with a slot or a heading.
func (f *file) forget(b Body) {
	if f.decomposed || f.body == 0 {
		return
	}
	f.lines = make([]keptLine, 0, len(b.Slots)+len(b.Headings))
	for _, s := range b.Slots {
		f.lines = append(f.lines, keptLine{number: s.Pos.Line})
	}
	for _, h := range b.Headings {
		f.lines = append(f.lines, keptLine{number: h.Pos.Line})
	}
	slices.SortFunc(f.lines, func(a, b keptLine) int { return a.number - b.number })
	number, rest := 1, f.text
	for i := range f.lines {
		for ; number < f.lines[i].number; number++ {
			rest = rest[min(len(firstLine(rest))+1, len(rest)):]
		}
		f.lines[i].text = quotable(firstLine(rest))
	}
	f.text = bytes.Clone(f.text[:f.body])
	f.raw = f.text
}

// isOrdinary reports whether text is UTF-8 in NFC, by one look at the bytes that Vietnamese is written with: ASCII,
// Latin up to U+02FF, U+1E00 to U+1EFF, and punctuation from U+2002 on. None of these characters is changed by NFC
// or joins the one before it. Looking each up takes five times as long; for other text that is done.
func isOrdinary(text []byte) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		switch rest := text[i+1:]; {
		case 0xc2 <= c && c < 0xcc && len(rest) > 0 && isLater(rest[0]):
			i += 2
		case c == 0xe1 && len(rest) > 1 && 0xb8 <= rest[0] && rest[0] <= 0xbb && isLater(rest[1]):
			i += 3
		case c == 0xe2 && len(rest) > 1 && rest[0] == 0x80 && 0x82 <= rest[1] && isLater(rest[1]):
			i += 3
		default:
			return false
		}
	}
	return true
}

// isLater tells the bytes behind the first of a character.
func isLater(b byte) bool { return b&0xc0 == 0x80 }

// unreadable returns the code of the finding for bytes that are no text in UTF-8, and where they go wrong.
func unreadable(raw []byte, ordinary bool) (code string, at int, args diag.Args) {
	switch {
	case len(raw) > maxBytes:
		return "file-too-large", 0, diag.Args{"got": megabytes(len(raw)), "max": megabytes(maxBytes)}
	case isUTF16(raw):
		return "utf-16", 0, nil
	case len(bytes.TrimSpace(raw)) == 0:
		return "empty-file", 0, nil
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return "nul-character", i, nil
	}
	if !ordinary && !utf8.Valid(raw) {
		return "invalid-utf8", firstInvalid(raw), nil
	}
	return "", 0, nil
}

// isUTF16 recognises UTF-16 by its byte order mark, or by every second byte of the beginning being zero.
func isUTF16(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		return true
	}
	start := raw[:min(len(raw), 256)]
	return len(start) >= 8 && bytes.Count(start, []byte{0}) > len(start)/4
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(raw)
}

// withLF ends every line in LF, as on Linux. Files of Windows have CRLF, very old ones of the Mac CR.
func withLF(raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') < 0 {
		return raw
	}
	out := bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(out, []byte("\r"), []byte("\n"))
}

// pos returns the place of an offset in text: the line, and the column in the characters of the file as it is.
func (f *file) pos(offset int) diag.Pos {
	c := newCursor(f)
	return c.pos(offset)
}

// nodePos returns the place of a line and column that count from the header's first line, in composed characters.
func (f *file) nodePos(line, column int) diag.Pos {
	at := f.head.from
	for ; line > 1 && at < len(f.text); line-- {
		at += len(firstLine(f.text[at:])) + 1
	}
	for ; column > 1 && at < len(f.text) && f.text[at] != '\n'; column-- {
		_, size := utf8.DecodeRune(f.text[at:])
		at += size
	}
	return f.pos(at)
}

// A cursor turns offsets into places. It goes on from the offset before, so that asking for many in their
// order costs one walk over the file.
type cursor struct {
	f    *file
	text int // offset in f.text
	raw  int // the same place in f.raw
	at   diag.Pos
}

func newCursor(f *file) cursor { return cursor{f: f, at: diag.Pos{Line: 1, Column: 1}} }

func (c *cursor) pos(offset int) diag.Pos {
	offset = min(max(offset, 0), len(c.f.text))
	if offset < c.text {
		*c = newCursor(c.f)
	}
	if c.f.decomposed {
		c.walk(offset)
	} else {
		c.pass(c.f.text[c.text:offset])
		c.text = offset
	}
	return c.at
}

// walk composes the raw text piece by piece until it reaches the offset in the composed one.
func (c *cursor) walk(offset int) {
	var pieces norm.Iter
	pieces.Init(norm.NFC, c.f.raw[c.raw:])
	for start := c.raw; c.text < offset && !pieces.Done(); {
		c.text += len(pieces.Next())
		end := start + pieces.Pos()
		c.pass(c.f.raw[c.raw:end])
		c.raw = end
	}
}

// pass moves the place behind a stretch of text.
func (c *cursor) pass(text []byte) {
	if n := bytes.Count(text, []byte("\n")); n > 0 {
		c.at = diag.Pos{Line: c.at.Line + n, Column: 1}
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	c.at.Column += utf8.RuneCount(text)
}

// quote returns a line of the file, in NFC and without its end.
func (f *file) quote(line int) string {
	if i, kept := slices.BinarySearchFunc(f.lines, line, func(q keptLine, line int) int { return q.number - line }); kept {
		return f.lines[i].text
	}
	return quotable(lineOf(f.text, line))
}

func quotable(line []byte) string {
	text := strings.ToValidUTF8(string(shortened(line)), "\ufffd")
	return strings.ReplaceAll(text, "\x00", "\ufffd")
}

// maxQuote is how many bytes of a line are quoted.
const maxQuote = 400

func shortened(line []byte) []byte {
	if len(line) <= maxQuote {
		return line
	}
	cut := maxQuote
	for cut > 0 && !utf8.RuneStart(line[cut]) {
		cut--
	}
	return append(bytes.Clone(line[:cut]), "…"...)
}

// lineOf returns the 1-based line of text, nil where there is none.
func lineOf(text []byte, line int) []byte {
	if line < 1 {
		return nil
	}
	for ; line > 1; line-- {
		end := bytes.IndexByte(text, '\n')
		if end < 0 {
			return nil
		}
		text = text[end+1:]
	}
	return bytes.TrimSuffix(firstLine(text), []byte("\r"))
}

func firstLine(text []byte) []byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return line
}

// finding returns a finding at a place of the file, with its line quoted.
func (f *file) finding(code string, at diag.Pos, args diag.Args) diag.Finding {
	found := diag.New(code, f.path, at, args)
	found.Quote = f.quote(at.Line)
	return found
}
