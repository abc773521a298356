package form

import (
	"bytes"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/sheet"
)

// A Standing entry is one that a header has already.
type Standing struct {
	Values map[string]string // by the keys of the fields
	Line   int               // of the file, where it begins
}

// block is the lines under a key, as they are.
type block struct {
	list     List
	lines    [][]byte // of the whole file
	from, to int      // the key's line and those below it, from 0
	indent   string   // of an entry
	eol      string
	entries  []kept
	tail     [][]byte // comments behind the last entry
}

// kept is an entry as its author wrote it.
type kept struct {
	identity    string
	same        string // how we would write it
	above, own  [][]byte
	alreadyUsed bool
}

// Splice puts entries in place of those that stand under the list's key in a document's header, or at its end, and
// leaves every other byte alone: an entry that says the same stays as its author wrote it, and the comments above an
// entry stay with it. The places tell from which cell each line of the result comes; ok is false where the file has no
// header.
func (l List) Splice(document []byte, standing []Standing, entries []Entry) (out []byte, places map[int]diag.Pos, ok bool) {
	b, ok := l.block(document, standing)
	if !ok {
		return nil, nil, false
	}
	var w bytes.Buffer
	places = map[int]diag.Pos{}
	line := b.from + 1
	put := func(text []byte, at diag.Pos) {
		w.Write(text)
		if at != (diag.Pos{}) {
			places[line] = at
		}
		line++
	}
	w.Write(bytes.Join(b.lines[:b.from], nil))
	put([]byte(l.Key+":"+b.eol), diag.Pos{})
	for _, e := range entries {
		old := b.find(l.identity(e), strings.Join(e.Lines, "\n"))
		if old != nil {
			for _, text := range old.above {
				put(text, diag.Pos{})
			}
		}
		if old != nil && old.same == strings.Join(e.Lines, "\n") {
			for _, text := range old.own {
				put(text, e.Pos)
			}
			continue
		}
		for i, text := range e.Lines {
			lead := b.indent + "- "
			if i > 0 {
				lead = b.indent + "  "
			}
			put([]byte(lead+text+b.eol), e.At(i))
		}
	}
	w.Write(bytes.Join(b.tail, nil))
	w.Write(bytes.Join(b.lines[b.to:], nil))
	return w.Bytes(), places, true
}

// block finds the lines of the key, and in them those of each entry.
func (l List) block(document []byte, standing []Standing) (*block, bool) {
	b := &block{list: l, lines: bytes.SplitAfter(document, []byte("\n")), indent: "  ", eol: "\n"}
	if !isFence(bytes.TrimPrefix(b.lines[0], []byte("\ufeff"))) {
		return nil, false
	}
	end := 1
	for end < len(b.lines) && !isFence(b.lines[end]) {
		end++
	}
	if end == len(b.lines) {
		return nil, false
	}
	if bytes.HasSuffix(b.lines[0], []byte("\r\n")) {
		b.eol = "\r\n"
	}
	if b.from, b.to = keyLines(b.lines[:end], l.Key); b.from < 0 {
		b.from, b.to = end, end
	}
	b.known(standing)
	return b, true
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t\r\n")) == "---" }

// keyLines returns the lines of a key at the margin of a header; comments before the next key are left to that.
func keyLines(lines [][]byte, key string) (from, to int) {
	from = slices.IndexFunc(lines, func(l []byte) bool { return bytes.HasPrefix(l, []byte(key+":")) })
	if from < 0 {
		return -1, -1
	}
	to = from + 1
	for i := from + 1; i < len(lines); i++ {
		switch c := lines[i][0]; {
		case c == ' ' || c == '\t' || c == '-':
			to = i + 1
		case c != '#' && c != '\r' && c != '\n':
			return from, to
		}
	}
	return from, to
}

// known notes how each standing entry is written. Entries that share a line are written anew.
func (b *block) known(standing []Standing) {
	next := b.from + 1
	for i, s := range standing {
		start, stop := s.Line-1, b.to
		if i+1 < len(standing) {
			stop = standing[i+1].Line - 1
		}
		if start < next || stop <= start || stop > b.to || !bytes.HasPrefix(bytes.TrimLeft(b.lines[start], " "), []byte("-")) {
			b.entries, b.tail = nil, nil
			return
		}
		last := stop
		for last > start+1 && isAsideLine(b.lines[last-1]) {
			last--
		}
		b.indent = string(b.lines[start][:bytes.IndexByte(b.lines[start], '-')])
		e := b.list.entry(rowOf(s.Values), nil)
		b.entries = append(b.entries, kept{
			identity: b.list.identity(e), same: strings.Join(e.Lines, "\n"),
			above: b.lines[next:start], own: b.lines[start:last],
		})
		next, b.tail = last, b.lines[last:stop]
	}
}

// isAsideLine reports whether a line is blank or a comment.
func isAsideLine(line []byte) bool {
	text := bytes.TrimSpace(line)
	return len(text) == 0 || text[0] == '#'
}

// rowOf makes a line of a list of values that a header has.
func rowOf(values map[string]string) sheet.ListRow {
	r := sheet.ListRow{Cells: map[string]sheet.Cell{}}
	for key, text := range values {
		if text != "" {
			r.Cells[key] = sheet.Cell{Text: text}
		}
	}
	return r
}

// find returns the standing entry that an entry is: the one that says the same, else the first about the same.
func (b *block) find(identity, same string) *kept {
	for _, exact := range []bool{true, false} {
		for i := range b.entries {
			k := &b.entries[i]
			if !k.alreadyUsed && k.identity == identity && (!exact || k.same == same) {
				k.alreadyUsed = true
				return k
			}
		}
	}
	return nil
}

// identity is what an entry is about: of a unit its id, of an award what is given and to whom.
func (l List) identity(e Entry) string {
	if l.flow {
		first, _, _ := strings.Cut(strings.Join(e.Lines, ""), ",")
		return first
	}
	var about []string
	for _, line := range e.Lines {
		key, _, _ := strings.Cut(line, ":")
		if slices.Contains([]string{"prize", "commendation", "unit", "person"}, key) {
			about = append(about, line)
		}
	}
	return strings.Join(about, "\n")
}
