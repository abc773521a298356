package render

import (
	"reflect"
	"text/template/parse"
)

// An expression gives a value of a type that is known before; of is not valid where the value can't be had, as
// behind a pointer to nothing. A nil type is that of and and or over several types: only its truth is known.
type expression struct {
	typ reflect.Type
	of  func(d *drawing) reflect.Value
}

// isCondition tells the types whose truth [truth] knows.
func isCondition(t reflect.Type) bool {
	if t == nil {
		return true
	}
	switch t.Kind() {
	case reflect.Bool, reflect.String, reflect.Int, reflect.Slice, reflect.Pointer, reflect.Struct:
		return true
	}
	return false
}

// truth is what text/template calls true: what is not empty.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice:
		return v.Len() > 0
	case reflect.Int:
		return v.Int() != 0
	case reflect.Pointer:
		return !v.IsNil()
	}
	return true
}

// nothing gives the template up.
func (r *routine) nothing() expression {
	r.uncover()
	return expression{}
}

// pipe is a pipeline of one command: what comes behind it, escapers, is for [routine.action].
func (r *routine) pipe(p *parse.PipeNode) expression {
	if len(p.Cmds) != 1 {
		return r.nothing()
	}
	return r.command(p.Cmds[0])
}

func (r *routine) command(cmd *parse.CommandNode) expression {
	if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return r.function(f.Ident, cmd.Args[1:])
	}
	if len(cmd.Args) > 1 {
		return r.nothing() // a method with arguments
	}
	return r.value(cmd.Args[0])
}

// value is one argument.
func (r *routine) value(node parse.Node) expression {
	switch n := node.(type) {
	case *parse.DotNode:
		return r.dotValue()
	case *parse.FieldNode:
		return r.fields(r.dotValue(), n.Ident)
	case *parse.VariableNode:
		return r.fields(r.variable(n.Ident[0]), n.Ident[1:])
	case *parse.PipeNode:
		r.allow(n, 0)
		return r.pipe(n)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		if n.IsInt {
			return constant(int(n.Int64))
		}
	}
	return r.nothing()
}

func constant(of any) expression {
	v := reflect.ValueOf(of)
	return expression{v.Type(), func(*drawing) reflect.Value { return v }}
}

func (r *routine) dotValue() expression {
	return expression{r.dot, func(d *drawing) reflect.Value { return d.dot }}
}

// variable is the innermost one of that name.
func (r *routine) variable(name string) expression {
	for i := len(r.vars) - 1; i >= 0; i-- {
		if r.vars[i].name == name {
			return expression{r.vars[i].typ, func(d *drawing) reflect.Value { return d.vars[d.base+i] }}
		}
	}
	return r.nothing()
}

func (r *routine) fields(e expression, names []string) expression {
	for _, name := range names {
		e = r.field(e, name)
	}
	return e
}

// field is a field of a struct or of what a pointer to one points to.
func (r *routine) field(e expression, name string) expression {
	typ := e.typ
	if typ == nil {
		return r.nothing()
	}
	behind := typ.Kind() == reflect.Pointer
	if behind {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return r.nothing()
	}
	f, ok := typ.FieldByName(name)
	if !ok || !f.IsExported() {
		return r.nothing()
	}
	return expression{f.Type, func(d *drawing) reflect.Value {
		v := e.of(d)
		if behind && v.IsValid() {
			v = v.Elem() // not valid where the pointer is nil
		}
		if !v.IsValid() {
			return v
		}
		v, _ = v.FieldByIndexErr(f.Index)
		return v
	}}
}

// function covers the functions that choose and compare.
func (r *routine) function(name string, nodes []parse.Node) expression {
	args := make([]expression, len(nodes))
	for i, n := range nodes {
		args[i] = r.value(n)
	}
	switch {
	case name == "and" || name == "or":
		return r.choice(args, name == "or")
	case name == "not" && len(args) == 1 && isCondition(args[0].typ):
		return judge(args, func(v []reflect.Value) bool { return !truth(v[0]) })
	case name == "eq" && are(reflect.String, args):
		return judge(args, func(v []reflect.Value) bool { return v[0].String() == v[1].String() })
	case name == "ne" && are(reflect.String, args):
		return judge(args, func(v []reflect.Value) bool { return v[0].String() != v[1].String() })
	case name == "gt" && are(reflect.Int, args):
		return judge(args, func(v []reflect.Value) bool { return v[0].Int() > v[1].Int() })
	case name == "len" && len(args) == 1 && args[0].typ != nil && args[0].typ.Kind() == reflect.Slice:
		return length(args[0])
	}
	return r.nothing()
}

// are tells that there are two arguments of a kind.
func are(kind reflect.Kind, args []expression) bool {
	return len(args) == 2 && args[0].typ != nil && args[1].typ != nil && args[0].typ.Kind() == kind && args[1].typ.Kind() == kind
}

// choice is the first argument whose truth is that of stop, else the last. Those after it are not looked at.
func (r *routine) choice(args []expression, stop bool) expression {
	if len(args) == 0 {
		return r.nothing()
	}
	typ := args[0].typ
	for _, a := range args {
		if !isCondition(a.typ) {
			return r.nothing()
		}
		if a.typ != typ {
			typ = nil
		}
	}
	return expression{typ, func(d *drawing) (v reflect.Value) {
		for _, a := range args {
			if v = a.of(d); !v.IsValid() || truth(v) == stop {
				return v
			}
		}
		return v
	}}
}

// judge is a question about one or two arguments.
func judge(args []expression, is func(v []reflect.Value) bool) expression {
	return expression{reflect.TypeFor[bool](), func(d *drawing) reflect.Value {
		var values [2]reflect.Value
		for i, a := range args {
			if values[i] = a.of(d); !values[i].IsValid() {
				return reflect.Value{}
			}
		}
		return reflect.ValueOf(is(values[:]))
	}}
}

func length(list expression) expression {
	return expression{reflect.TypeFor[int](), func(d *drawing) reflect.Value {
		v := list.of(d)
		if !v.IsValid() {
			return v
		}
		return reflect.ValueOf(v.Len())
	}}
}
