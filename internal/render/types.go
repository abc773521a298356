package render

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// list walks nodes with a type of dot. Variables declared inside end with it.
func (s *scope) list(list *parse.ListNode, dot reflect.Type) {
	if list == nil {
		return
	}
	outer, depth := s.dot, len(s.vars)
	s.dot = bare(dot)
	for _, n := range list.Nodes {
		s.node(n)
	}
	s.dot, s.vars = outer, s.vars[:depth]
}

func (s *scope) node(node parse.Node) {
	depth := len(s.vars)
	switch n := node.(type) {
	case *parse.ActionNode:
		s.pipe(n.Pipe)
		return // a variable it declares lives on to the end of the list
	case *parse.TemplateNode:
		s.call(n)
	case *parse.IfNode:
		s.pipe(n.Pipe)
		s.list(n.List, s.dot)
		s.list(n.ElseList, s.dot)
	case *parse.WithNode:
		typ := s.pipe(n.Pipe)
		s.list(n.List, typ)
		s.list(n.ElseList, s.dot)
	case *parse.RangeNode:
		elem := s.ranged(n.Pipe)
		s.list(n.List, elem)
		s.list(n.ElseList, s.dot)
	}
	s.vars = s.vars[:depth]
}

// call enters the named template. "main" is a page type's own, which is looked at by itself.
func (s *scope) call(n *parse.TemplateNode) {
	var dot reflect.Type
	if n.Pipe != nil {
		dot = s.pipe(n.Pipe)
	}
	if n.Name == "main" {
		return
	}
	s.at = n
	s.enter(n.Name, dot, s)
}

// ranged is the type of the elements that a range goes over; its variables are the index and the element.
func (s *scope) ranged(p *parse.PipeNode) reflect.Type {
	elem := element(s.commands(p))
	switch len(p.Decl) {
	case 1:
		s.declare(p.Decl[0], elem)
	case 2:
		s.declare(p.Decl[0], reflect.TypeFor[int]())
		s.declare(p.Decl[1], elem)
	}
	return elem
}

func element(t reflect.Type) reflect.Type {
	if t = bare(t); t == nil {
		return nil
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map, reflect.Chan:
		return t.Elem()
	}
	return nil
}

func (s *scope) declare(v *parse.VariableNode, typ reflect.Type) {
	s.vars = append(s.vars, variable{v.Ident[0], typ})
}

// pipe is the type of what a pipeline gives, and declares its variables.
func (s *scope) pipe(p *parse.PipeNode) reflect.Type {
	typ := s.commands(p)
	for _, v := range p.Decl {
		s.declare(v, typ)
	}
	return typ
}

func (s *scope) commands(p *parse.PipeNode) reflect.Type {
	var typ reflect.Type
	for _, cmd := range p.Cmds {
		typ = s.command(cmd)
	}
	return typ
}

// command is the type of a value or of a function's result, after looking at all arguments.
func (s *scope) command(cmd *parse.CommandNode) reflect.Type {
	args := make([]reflect.Type, len(cmd.Args))
	for i, arg := range cmd.Args {
		args[i] = s.value(arg)
	}
	if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return result(f.Ident, args[1:])
	}
	return args[0]
}

// value is the type of one argument.
func (s *scope) value(node parse.Node) reflect.Type {
	switch n := node.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return s.fields(s.dot, n.Ident, n)
	case *parse.VariableNode:
		return s.fields(s.variable(n.Ident[0]), n.Ident[1:], n)
	case *parse.ChainNode:
		return s.fields(s.value(n.Node), n.Field, n)
	case *parse.PipeNode:
		return s.pipe(n)
	}
	return nil
}

func (s *scope) fields(t reflect.Type, names []string, n parse.Node) reflect.Type {
	for _, name := range names {
		t = s.field(t, name, n)
	}
	return t
}

// variable is the type of the innermost variable of that name; the parser has made sure that there is one.
func (s *scope) variable(name string) reflect.Type {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return s.vars[i].typ
		}
	}
	return nil
}

// result is the type of what a function gives, where its name or its arguments tell.
func result(function string, args []reflect.Type) reflect.Type {
	switch function {
	case "body", "foot", "data":
		return reflect.TypeFor[template.HTML]()
	case "and", "or":
		return common(args)
	case "index":
		if len(args) == 2 {
			return element(args[0])
		}
	case "slice":
		if len(args) > 0 {
			return args[0]
		}
	}
	return nil
}

// common is the type that all have.
func common(types []reflect.Type) reflect.Type {
	for _, t := range types {
		if t == nil || t != types[0] {
			return nil
		}
	}
	if len(types) == 0 {
		return nil
	}
	return types[0]
}
