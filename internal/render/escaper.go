package render

import (
	"bytes"
	"html/template"
	"strings"
	"sync"
	"text/template/parse"
)

// contexts are the places where values land in pages, each as a template of its own. What html/template makes of
// them tells which of its escapers it puts there, and serves as these escapers.
var contexts = []string{
	`{{.}}`,
	`<title>{{.}}</title>`,
	`<b title="{{.}}">`,
	`<a href="{{.}}">`,
	`<a href="/{{.}}">`,
	`<a href="/?{{.}}">`,
	`<img srcset="{{.}}">`,
	`<meta http-equiv="refresh" content="0; url={{.}}">`,
}

// An escaper writes text into one kind of place as html/template does.
type escaper struct {
	tmpl          *template.Template // the place
	before, after int                // bytes of it around the value
	sorts         [256]sort
	instead       [256]string // what is written for a byte that is alone
	prefixes      []string    // beginnings that stay as they are, though a byte of them is together
}

// A sort says how html/template writes a byte. The bits of all bytes of a text tell what the text needs.
type sort byte

const (
	asItIs   sort = 0         // as it is, whatever stands around it
	alone    sort = 1 << iota // always as the same other bytes, whatever stands around it
	together                  // only html/template knows
)

// escapers returns the escapers by the names of html/template's functions, as its pipelines have them. No theme changes
// them.
var escapers = sync.OnceValue(func() map[string]*escaper {
	all := make(map[string]*escaper, len(contexts))
	for _, c := range contexts {
		e, names := newEscaper(c)
		all[names] = e
	}
	return all
})

func newEscaper(context string) (e *escaper, names string) {
	before, after, _ := strings.Cut(context, "{{.}}")
	e = &escaper{tmpl: template.Must(template.New("").Parse(context)), before: len(before), after: len(after)}
	e.learn()
	for _, n := range e.tmpl.Tree.Root.Nodes {
		if action, ok := n.(*parse.ActionNode); ok {
			names = functions(action.Pipe)
		}
	}
	return e, names
}

// functions joins the names of the functions behind a pipeline's value.
func functions(p *parse.PipeNode) string {
	var names []string
	for _, cmd := range p.Cmds[1:] {
		names = append(names, cmd.String())
	}
	return strings.Join(names, "|")
}

// learn asks html/template how it writes each byte. All its escapers that contexts name go from character to
// character, but for the scheme of an address, which needs a colon, escapes, which need a percent sign, and lists of
// pictures, where a space ends an address. They treat all characters beyond ASCII alike.
func (e *escaper) learn() {
	for c := range byte(0x80) {
		s := string(rune(c))
		e.instead[c] = string(e.escaped(s))
		amid := string(e.escaped("a " + s + " b"))
		switch context := string(e.escaped("a ")) + e.instead[c] + string(e.escaped(" b")); {
		case amid != context || e.instead[c] != s && (c == ':' || c == '%'):
			e.sorts[c] = together
		case e.instead[c] == s:
			e.sorts[c] = asItIs
		default:
			e.sorts[c] = alone
		}
	}
	beyond := together
	if e.stays("ế") {
		beyond = asItIs
	}
	for c := 0x80; c < 0x100; c++ {
		e.sorts[c] = beyond
	}
	for _, scheme := range []string{"https://", "http://"} {
		if e.sorts[':'] != asItIs && e.stays(scheme) {
			e.prefixes = append(e.prefixes, scheme)
		}
	}
}

func (e *escaper) stays(s string) bool { return string(e.escaped(s)) == s }

// escaped returns what html/template makes of a value.
func (e *escaper) escaped(s string) []byte {
	var out bytes.Buffer
	if err := e.tmpl.Execute(&out, s); err != nil {
		panic("render: a writer to memory failed: " + err.Error())
	}
	return out.Bytes()[e.before : out.Len()-e.after]
}

// write writes a value into its place. Asking html/template costs as much as fifty values that it need not be asked.
func (e *escaper) write(out *bytes.Buffer, s string) {
	rest := s
	for _, prefix := range e.prefixes {
		if after, ok := strings.CutPrefix(s, prefix); ok {
			rest = after
			break
		}
	}
	var needs sort
	for i := range len(rest) {
		needs |= e.sorts[rest[i]]
	}
	switch {
	case needs == asItIs:
		out.WriteString(s)
	case needs == alone:
		out.WriteString(s[:len(s)-len(rest)])
		e.writeAlone(out, rest)
	default:
		out.Write(e.escaped(s))
	}
}

// writeAlone writes a value byte by byte.
func (e *escaper) writeAlone(out *bytes.Buffer, s string) {
	from := 0
	for i := range len(s) {
		if e.sorts[s[i]] == alone {
			out.WriteString(s[from:i])
			out.WriteString(e.instead[s[i]])
			from = i + 1
		}
	}
	out.WriteString(s[from:])
}
