package render

import (
	"reflect"
	"strconv"
	"text/template/parse"

	"bangvang/internal/view"
)

// action is {{…}}: a variable's declaration, a text of an author, the foot, or a value with its escapers.
func (r *routine) action(p *parse.PipeNode) step {
	if len(p.Decl) > 0 {
		return r.declaration(p)
	}
	names := functions(p)
	if f, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode); ok && names == "_html_template_htmlescaper" {
		switch f.Ident {
		case "body":
			return drawn(r, p.Cmds[0], func(d *drawing, b *view.Body) bool { return d.theme.writeBody(d.out, *b) == nil })
		case "foot":
			return drawn(r, p.Cmds[0], func(d *drawing, s *view.Site) bool { return d.theme.writeFoot(d.out, s) == nil })
		case "data":
			return drawn(r, p.Cmds[0], func(d *drawing, data *view.Data) bool { return d.theme.writeData(d.out, data) == nil })
		}
	}
	get, escaper := r.command(p.Cmds[0]), r.escapers[names]
	if escaper == nil {
		r.uncover()
		return nil
	}
	switch get.typ {
	case reflect.TypeFor[string]():
		return written(get, escaper, reflect.Value.String)
	case reflect.TypeFor[int]():
		return written(get, escaper, func(v reflect.Value) string { return strconv.FormatInt(v.Int(), 10) })
	}
	r.uncover()
	return nil
}

func (r *routine) declaration(p *parse.PipeNode) step {
	r.allow(p, 1)
	get, place := r.pipe(p), len(r.vars)
	r.declare(p, get.typ)
	return func(d *drawing) bool {
		v := get.of(d)
		if !v.IsValid() {
			return false
		}
		d.set(place, v)
		return true
	}
}

func written(get expression, e *escaper, words func(reflect.Value) string) step {
	return func(d *drawing) bool {
		v := get.of(d)
		if !v.IsValid() {
			return false
		}
		e.write(d.out, words(v))
		return true
	}
}

// drawn is a function of the theme with one argument: a T, or a pointer to one.
func drawn[T any](r *routine, cmd *parse.CommandNode, write func(*drawing, *T) bool) step {
	if len(cmd.Args) != 2 {
		r.uncover()
		return nil
	}
	get := r.value(cmd.Args[1])
	if get.typ != reflect.TypeFor[T]() && get.typ != reflect.TypeFor[*T]() {
		r.uncover()
		return nil
	}
	return func(d *drawing) bool {
		v := get.of(d)
		if v.Kind() == reflect.Struct && v.CanAddr() {
			v = v.Addr()
		}
		at, ok := v.Interface().(*T)
		return ok && at != nil && write(d, at)
	}
}
