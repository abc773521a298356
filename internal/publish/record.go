package publish

import (
	"strconv"
	"strings"
)

// recordHead opens a record; the number of entries follows it.
const recordHead = "bangvang record 1 "

// text gives the tree as a record: entries ended by NUL (names of others may hold anything else),
// "d time path", "f size time path" for ours, "x path" for others'.
func (t *tree) text() []byte {
	out := make([]byte, 0, 64+(len(t.dirs)+len(t.files))*80)
	out = append(out, recordHead...)
	out = strconv.AppendInt(out, int64(len(t.dirs)+len(t.files)), 10)
	out = append(out, 0)
	for name, mtime := range t.dirs {
		out = append(out, "d "...)
		out = strconv.AppendInt(out, mtime, 10)
		out = appendPath(out, name)
	}
	for name, m := range t.files {
		if !m.known() {
			out = appendPath(append(out, 'x'), name)
			continue
		}
		out = append(out, "f "...)
		out = strconv.AppendInt(out, m.size, 10)
		out = append(out, ' ')
		out = strconv.AppendInt(out, m.mtime, 10)
		out = appendPath(out, name)
	}
	return out
}

func appendPath(out []byte, name string) []byte {
	out = append(out, ' ')
	out = append(out, name...)
	return append(out, 0)
}

// readRecord returns the tree that a record tells of. Without a sound record it is empty: then everything is
// looked at anew. Times so near to the record's own that a change after it could carry them too are dropped.
// A record that belongs to another tree, or to an earlier state, does no harm: its times don't fit.
func readRecord(disk Disk, name string) *tree {
	info, err := disk.Lstat(name)
	if err != nil {
		return newTree()
	}
	text, err := disk.ReadFile(name)
	if err != nil {
		return newTree()
	}
	t, ok := parseRecord(string(text), info.ModTime().UnixNano())
	if !ok {
		return newTree()
	}
	return t
}

func parseRecord(text string, written int64) (*tree, bool) {
	head, rest, _ := strings.Cut(text, "\x00")
	count, err := strconv.Atoi(strings.TrimPrefix(head, recordHead))
	if !strings.HasPrefix(head, recordHead) || err != nil || strings.Count(rest, "\x00") != count {
		return nil, false
	}
	t := &tree{dirs: make(map[string]int64, count/2), files: make(map[string]mark, count/2)}
	for rest != "" {
		var entry string
		entry, rest, _ = strings.Cut(rest, "\x00")
		if !t.parseEntry(entry, written) {
			return nil, false
		}
	}
	return t, true
}

func (t *tree) parseEntry(entry string, written int64) bool {
	kind, rest, ok := strings.Cut(entry, " ")
	switch kind {
	case "x":
		t.files[rest] = mark{}
	case "d":
		var mtime int64
		mtime, rest, ok = number(rest)
		if !settled(mtime, written) {
			mtime = 0
		}
		t.dirs[rest] = mtime
	case "f":
		var m mark
		m.size, rest, _ = number(rest)
		m.mtime, rest, ok = number(rest)
		if !settled(m.mtime, written) {
			m = mark{}
		}
		t.files[rest] = m
	default:
		return false
	}
	return ok && rest != ""
}

// number reads the number before the first blank.
func number(text string) (n int64, rest string, ok bool) {
	digits, rest, ok := strings.Cut(text, " ")
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, rest, ok && err == nil
}
