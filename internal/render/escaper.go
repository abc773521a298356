package render

import (
	"bytes"
	"html/template"
	"strings"
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
	plain         [256]bool          // bytes that stay as they are, whatever stands around them
	prefixes      []string           // beginnings that stay as they are before plain bytes
}

// escapers returns the escapers by the names of html/template's functions, as its pipelines have them.
func escapers() map[string]*escaper {
	all := make(map[string]*escaper, len(contexts))
	for _, c := range contexts {
		e, names := newEscaper(c)
		all[names] = e
	}
	return all
}

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

// learn asks html/template what stays as it is. All its escapers that contexts name go from character to
// character, but for the scheme of an address, which needs a colon, and escapes, which need a percent sign; neither
// stays as it is alone, and for what follows a space in a srcset, which the second question shows. They treat all characters beyond ASCII alike.
func (e *escaper) learn() {
	for c := range 0x80 {
		e.plain[c] = e.stays(string(rune(c))) && e.stays("a"+string(rune(c))+"/a")
	}
	beyond := e.stays("ế")
	for c := 0x80; c < 0x100; c++ {
		e.plain[c] = beyond
	}
	for _, scheme := range []string{"https://", "http://"} {
		if e.stays(scheme) {
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

// write writes a value into its place.
func (e *escaper) write(out *bytes.Buffer, s string) {
	if e.isPlain(s) {
		out.WriteString(s)
		return
	}
	out.Write(e.escaped(s))
}

func (e *escaper) isPlain(s string) bool {
	for _, prefix := range e.prefixes {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			s = rest
			break
		}
	}
	for i := range len(s) {
		if !e.plain[s[i]] {
			return false
		}
	}
	return true
}
