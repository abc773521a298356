package render

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/view"
)

// sources are the templates' texts by name, for parsing and for quoting a line.
type sources map[string]source

type source struct {
	text  string
	outer bool // from a folder above the last: the site's own
}

// file is the path of a template from the site's folder.
func file(name string) string { return "templates/" + name + ".html" }

// read takes each template from the first folder that has it.
func (s sources) read(folders []fs.FS) []diag.Finding {
	var found []diag.Finding
	for i, folder := range folders {
		names, _ := fs.Glob(folder, "*.html") // the only error is a bad pattern
		for _, path := range names {
			name := strings.TrimSuffix(path, ".html")
			if _, hidden := s[name]; hidden {
				continue
			}
			text, err := fs.ReadFile(folder, path)
			if err != nil || !utf8.Valid(text) {
				found = append(found, diag.New("template-unreadable", file(name), diag.Pos{}, nil))
				continue
			}
			s[name] = source{text: plain(text), outer: i < len(folders)-1}
		}
	}
	return found
}

// plain drops what Windows' editors add, a byte order mark and carriage returns, which would make the same
// page differ between two machines; and the line end of the last line, which is no part of the page.
func plain(text []byte) string {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return string(bytes.TrimRight(text, "\n"))
}

// parse adds every source to the set under its name, in a language.
func (s sources) parse(set *template.Template, lang diag.Lang, words english) []diag.Finding {
	var found []diag.Finding
	for name := range s {
		text, untold := s.in(lang, name, words)
		found = append(found, untold...)
		if _, err := set.New(name).Parse(text); err != nil {
			found = append(found, s.failure("template-syntax", err, ""))
		}
	}
	return found
}

// escape makes html/template work out how each value is escaped where it lands, which it does when a
// template is first executed. What the execution itself says of an empty page does not matter.
func (t *Theme) escape() []diag.Finding {
	var found []diag.Finding
	try := func(tmpl *template.Template, dot any) {
		var unsafe *template.Error
		if err := tmpl.Execute(io.Discard, dot); errors.As(err, &unsafe) {
			found = append(found, t.sources.failure("template-context", err, ""))
		}
	}
	for kind, page := range t.pages {
		try(page, &view.Page{Site: &view.Site{}, Kind: kind, Main: reflect.New(kinds[kind]).Interface()})
	}
	for typ, block := range t.blocks {
		try(block, reflect.New(typ).Interface())
	}
	try(t.footer, &view.Site{})
	return found
}

// failure turns an error of html/template into a finding. The errors carry their place only as text:
// "template: name:line:column: what" or "html/template:name:line:column: what".
func (s sources) failure(code string, err error, page string) diag.Finding {
	text := err.Error()
	text = strings.TrimPrefix(text, "html/template:")
	text = strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(text, "template:")), " ")
	name, rest, _ := strings.Cut(text, ":")
	pos, problem := position(rest)
	return s.finding(code, name, pos, reason(problem, page))
}

// position reads "line:column: rest" or "line: rest". Columns of text/template count bytes from 0.
func position(text string) (diag.Pos, string) {
	var pos diag.Pos
	for _, field := range []*int{&pos.Line, &pos.Column} {
		number, rest, _ := strings.Cut(text, ":")
		n, err := strconv.Atoi(number)
		if err != nil {
			break
		}
		*field, text = n, rest
	}
	return pos, strings.TrimSpace(text)
}

// finding quotes the line, and counts the column in characters from 1.
func (s sources) finding(code, name string, pos diag.Pos, args diag.Args) diag.Finding {
	f := diag.New(code, file(name), pos, args)
	lines := strings.Split(s[name].text, "\n")
	if pos.Line < 1 || pos.Line > len(lines) {
		return f
	}
	f.Quote = lines[pos.Line-1]
	if pos.Column <= len(f.Quote) {
		f.Pos.Column = utf8.RuneCountInString(f.Quote[:pos.Column]) + 1
	}
	return f
}

func missing(name string) diag.Finding {
	return diag.New("template-missing", file(name), diag.Pos{}, diag.Args{"name": name})
}
