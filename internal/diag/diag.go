// Package diag holds what is wrong in a user's files: where, what was found, what is expected, how to
// mend it. A [Finding] is data (a code, a place, the pieces of its sentence); its words, in Vietnamese and
// English, stand in the catalogue (catalogue*.go) under its code. Codes are permanent.
//
// Findings are never mixed with Go errors, which are the machine's: a full disk, a port in use.
package diag

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity says whether a finding stops the publication.
type Severity int

// The two severities. Every finding is an error unless its catalogue entry or a waiver says otherwise.
const (
	Error Severity = iota
	Warning
)

// String gives the word of the JSON form.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Lang is a language that messages can be had in.
type Lang string

// The languages.
const (
	Vi Lang = "vi"
	En Lang = "en"
)

// A Pos is a place in a file: 1-based line and column, the column counted in characters.
// Line 0 means the file as a whole. In a workbook it is a cell: its sheet, row and column, or with line 0 a whole sheet.
type Pos struct {
	Line, Column int
	Sheet        string // of a workbook, "" for text
}

// Cell returns the name of a cell as people know it, "C7"; "" in a text, and for a whole sheet.
func (p Pos) Cell() string {
	if p.Sheet == "" || p.Line == 0 {
		return ""
	}
	name := strconv.Itoa(p.Line)
	for n := p.Column; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// String returns the place as it follows a file's name: "12:5", "Bảng điểm!C7"; "" for the whole file.
func (p Pos) String() string {
	switch {
	case p.Sheet != "" && p.Line == 0:
		return p.Sheet
	case p.Sheet != "":
		return p.Sheet + "!" + p.Cell()
	case p.Line == 0:
		return ""
	case p.Column == 0:
		return strconv.Itoa(p.Line)
	}
	return strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// Args are the pieces of a finding's sentence by their name in the catalogue, without braces. Where a piece is words of
// ours and not of the author's, "name.en" has them in English.
type Args map[string]string

// A Finding is one thing that is wrong in one place of one file.
type Finding struct {
	Code     string
	File     string // path from the site's folder, with "/"
	Pos      Pos
	Quote    string // the line in question, without its line end; "" if there is none
	Args     Args
	Severity Severity
	// Owner is the document that answers for the file, where that is no document itself: the results of a score
	// sheet. Its `allow` and `draft` hold for the finding.
	Owner string
	// WaivedFor is the author's reason, where `allow` in the file has waived a judgement. It is then a warning.
	WaivedFor string
}

// Place returns where a finding stands: "content/x.md:12:5", "content/x.xlsx:Bảng điểm!C7".
func (f Finding) Place() string {
	if at := f.Pos.String(); at != "" {
		return f.File + ":" + at
	}
	return f.File
}

// New returns a finding with the severity of its catalogue entry.
func New(code, file string, pos Pos, args Args) Finding {
	return Finding{Code: code, File: file, Pos: pos, Args: args, Severity: Lookup(code).Severity}
}

// Message returns what was found, as one sentence.
func (f Finding) Message(lang Lang) string {
	text := f.fill(Lookup(f.Code).Message.In(lang), lang)
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:]
}

// Hint returns how to mend it, as one sentence; "" if the message says it all.
func (f Finding) Hint(lang Lang) string { return f.fill(Lookup(f.Code).Hint.In(lang), lang) }

// fill replaces {name} by the argument of that name. A sentence in brackets "[ … ]" that has a name
// without a value is left out whole, so that "[ Ý bạn là «{near}»?]" appears only where there is a near one.
func (f Finding) fill(text string, lang Lang) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '[')
		if open < 0 {
			break
		}
		end := strings.IndexByte(text[open:], ']')
		if end < 0 {
			break
		}
		out.WriteString(f.replace(text[:open], lang))
		if part := text[open+1 : open+end]; f.has(part, lang) {
			out.WriteString(f.replace(part, lang))
		}
		text = text[open+end+1:]
	}
	out.WriteString(f.replace(text, lang))
	return out.String()
}

// has reports whether every name in part has a value.
func (f Finding) has(part string, lang Lang) bool {
	for {
		_, rest, ok := strings.Cut(part, "{")
		if !ok {
			return true
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			return true
		}
		if value, _ := f.arg(name, lang); value == "" {
			return false
		}
		part = after
	}
}

func (f Finding) replace(text string, lang Lang) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			out.WriteString("{" + rest)
			return out.String()
		}
		if value, ok := f.arg(name, lang); ok {
			out.WriteString(value)
		} else {
			out.WriteString("…")
		}
		text = after
	}
}

// arg returns a piece of the sentence in a language.
func (f Finding) arg(name string, lang Lang) (string, bool) {
	if english, ok := f.Args[name+".en"]; ok && lang == En {
		return english, true
	}
	value, ok := f.Args[name]
	return value, ok
}

// Sort orders findings by file, sheet, line, column and code, and drops equal ones.
func Sort(fs []Finding) []Finding {
	if !slices.IsSortedFunc(fs, compare) { // as the findings of most builds are
		slices.SortStableFunc(fs, compare)
	}
	return slices.CompactFunc(fs, func(a, b Finding) bool {
		return a.Code == b.Code && a.File == b.File && a.Pos == b.Pos && a.Message(En) == b.Message(En)
	})
}

// compare orders two findings by file and place; all else is looked at only where these are the same.
func compare(a, b Finding) int {
	if files := cmp.Compare(a.File, b.File); files != 0 {
		return files
	}
	place := cmp.Or(
		cmp.Compare(a.Pos.Sheet, b.Pos.Sheet),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Code, b.Code),
	)
	if place != 0 {
		return place
	}
	return cmp.Compare(a.Message(En), b.Message(En))
}

// Errors counts the findings that stop the publication.
func Errors(fs []Finding) int {
	n := 0
	for _, f := range fs {
		if f.Severity == Error {
			n++
		}
	}
	return n
}
