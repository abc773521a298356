package render

import (
	"bytes"
	"html/template"
	"reflect"
)

// A program is one template compiled for one type of dot.
type program struct {
	dot     reflect.Type
	covered bool
	body    steps
	plain   *template.Template // the same for html/template
}

// A step writes one node; false where it can't, and the page is to be drawn by html/template.
type step func(d *drawing) bool

type steps []step

func (all steps) run(d *drawing) bool {
	for _, s := range all {
		if !s(d) {
			return false
		}
	}
	return true
}

// A drawing is one page on its way: where it goes, and the values of the template that is being drawn.
type drawing struct {
	theme *Theme
	out   *bytes.Buffer
	dot   reflect.Value
	vars  []reflect.Value // of all templates that are being drawn, the innermost last
	base  int             // where in vars those of the innermost begin; the first is "$"
	depth int
}

// maxDepth bounds templates that call themselves. html/template has its own bound, and the words for it.
const maxDepth = 1000

// draw writes the page of a value into a buffer.
func (p *program) draw(t *Theme, out *bytes.Buffer, dot any) bool {
	v := reflect.ValueOf(dot)
	d := drawing{theme: t, out: out, vars: make([]reflect.Value, 0, 16)}
	return v.IsValid() && v.Type() == p.dot && p.call(&d, v)
}

// call draws the template inside another one.
func (p *program) call(d *drawing, dot reflect.Value) bool {
	if !p.covered {
		return p.plain.Execute(d.out, dot.Interface()) == nil
	}
	if d.depth == maxDepth {
		return false
	}
	outer, base := d.dot, d.base
	d.dot, d.base, d.depth = dot, len(d.vars), d.depth+1
	d.vars = append(d.vars, dot)
	ok := p.body.run(d)
	d.vars = d.vars[:d.base]
	d.dot, d.base, d.depth = outer, base, d.depth-1
	return ok
}

// set gives the variable at a place of the innermost template its value; those declared after it are over.
func (d *drawing) set(place int, v reflect.Value) {
	d.vars = append(d.vars[:d.base+place], v)
}

// with runs steps with another dot.
func (d *drawing) with(dot reflect.Value, body steps) bool {
	outer := d.dot
	d.dot = dot
	ok := body.run(d)
	d.dot = outer
	return ok
}
