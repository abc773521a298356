package publish

import (
	"bytes"
	"encoding/hex"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// listName is the list of our files, part of the output: which files of the folder are ours.
const listName = ".bangvang"

// listHead opens the list; the number of files follows it, so that a cut list is known as such.
const listHead = "bangvang files 1 "

// A list says of every file of ours its size and sum, by path.
type list map[string]listed

type listed struct {
	size int64
	sum  Sum
}

// listOf returns the list of the files wanted.
func listOf(want map[string]*file) list {
	l := make(list, len(want))
	for path, f := range want {
		l[path] = listed{f.size, f.sum}
	}
	return l
}

// text gives the list as it is written: a line per file, "path, tab, size, tab, SHA-256", sorted by path.
func (l list) text() []byte {
	out := make([]byte, 0, 64+len(l)*130)
	out = append(out, listHead...)
	out = strconv.AppendInt(out, int64(len(l)), 10)
	out = append(out, '\n')
	for _, path := range slices.Sorted(maps.Keys(l)) {
		out = l[path].appendLine(out, path)
	}
	return out
}

func (f listed) appendLine(out []byte, path string) []byte {
	out = append(out, path...)
	out = append(out, '\t')
	out = strconv.AppendInt(out, f.size, 10)
	out = append(out, '\t')
	out = hex.AppendEncode(out, f.sum[:])
	return append(out, '\n')
}

// amend writes the line of a path that is in the list anew, into the same text.
func amend(text []byte, path string, f listed) []byte {
	head := bytes.IndexByte(text, '\n') + 1
	lines := text[head:]
	at := sort.Search(len(lines), func(i int) bool {
		line := lines[bytes.LastIndexByte(lines[:i], '\n')+1:] // the one that i lies in
		return string(line[:bytes.IndexByte(line, '\t')]) >= path
	})
	end := at + bytes.IndexByte(lines[at:], '\n') + 1
	return slices.Replace(text, head+at, head+end, f.appendLine(nil, path)...)
}

// parseList reads a list; ok is false, and the list empty, for anything but a whole and sound one.
func parseList(text []byte) (l list, ok bool) {
	head, rest, _ := strings.Cut(string(text), "\n")
	count, err := strconv.Atoi(strings.TrimPrefix(head, listHead))
	if !strings.HasPrefix(head, listHead) || err != nil || count != strings.Count(rest, "\n") {
		return list{}, false
	}
	l = make(list, count)
	for line := range strings.Lines(rest) {
		path, f, ok := parseListed(strings.TrimSuffix(line, "\n"))
		if !ok {
			return list{}, false
		}
		l[path] = f
	}
	return l, len(l) == count
}

func parseListed(line string) (path string, f listed, ok bool) {
	path, rest, _ := strings.Cut(line, "\t")
	size, sum, _ := strings.Cut(rest, "\t")
	n, err := strconv.ParseInt(size, 10, 64)
	if err != nil || n < 0 || !validPath(path) || len(sum) != 2*len(f.sum) {
		return "", f, false
	}
	f.size = n
	_, err = hex.Decode(f.sum[:], []byte(sum))
	return path, f, err == nil
}
