package render

import (
	"html/template"
	"reflect"
	"text/template/parse"

	"bangvang/internal/view"
)

// A compiler makes programs of the templates of a set, once for each type of dot they are called with.
type compiler struct {
	set      *template.Template
	escapers map[string]*escaper
	programs map[call]*program
}

// compile makes the programs that Render starts from. It comes after html/template has escaped the set.
func (t *Theme) compile(set *template.Template) {
	c := &compiler{set: set, escapers: escapers(), programs: map[call]*program{}}
	t.programs = make(map[*template.Template]*program, len(t.pages)+len(t.blocks)+1)
	add := func(tmpl *template.Template, dot reflect.Type) { t.programs[tmpl] = c.program(call{tmpl.Name(), dot}) }
	for _, page := range t.pages {
		add(page, reflect.TypeFor[*view.Page]())
	}
	for typ, block := range t.blocks {
		add(block, reflect.PointerTo(typ))
	}
	add(t.footer, reflect.TypeFor[*view.Site]())
}

// program returns a template's program; nil for one that html/template made for a place that is no text, which
// nobody else can look up.
func (c *compiler) program(at call) *program {
	if p := c.programs[at]; p != nil {
		return p
	}
	tmpl := c.set.Lookup(at.name)
	if tmpl == nil {
		return nil
	}
	p := &program{dot: at.dot, plain: tmpl}
	c.programs[at] = p // before its body, which may call it
	r := routine{compiler: c, vars: []variable{{"$", at.dot}}}
	if body := r.list(tmpl.Tree.Root, at.dot); !r.uncovered {
		p.body, p.covered = body, true
	}
	return p
}

// A routine is one template while it is being compiled: the types of its dot and variables at the node in hand.
type routine struct {
	*compiler
	dot       reflect.Type
	vars      []variable
	uncovered bool // a construct was met that programs do not have
}

// uncover gives the template up.
func (r *routine) uncover() { r.uncovered = true }

// list compiles nodes with a type of dot. Variables declared inside end with it.
func (r *routine) list(list *parse.ListNode, dot reflect.Type) steps {
	if list == nil {
		return nil
	}
	outer, depth := r.dot, len(r.vars)
	r.dot = dot
	all := make(steps, 0, len(list.Nodes))
	for _, n := range list.Nodes {
		if s := r.node(n); s != nil {
			all = append(all, s)
		}
	}
	r.dot, r.vars = outer, r.vars[:depth]
	return all
}

func (r *routine) node(node parse.Node) step {
	depth := len(r.vars)
	switch n := node.(type) {
	case *parse.TextNode:
		return verbatim(n.Text)
	case *parse.ActionNode:
		return r.action(n.Pipe) // a variable it declares lives on to the end of the list
	case *parse.TemplateNode:
		return r.call(n)
	case *parse.IfNode:
		return r.branch(&n.BranchNode, depth, false)
	case *parse.WithNode:
		return r.branch(&n.BranchNode, depth, true)
	case *parse.RangeNode:
		return r.loop(&n.BranchNode, depth)
	}
	r.uncover()
	return nil
}

func verbatim(words []byte) step {
	return func(d *drawing) bool {
		d.out.Write(words)
		return true
	}
}

// branch is {{if}} or {{with}}. A variable it declares has the place depth.
func (r *routine) branch(n *parse.BranchNode, depth int, with bool) step {
	get := r.pipe(n.Pipe)
	r.allow(n.Pipe, 1)
	dot := r.dot
	if with {
		dot = get.typ
	}
	r.declare(n.Pipe, get.typ)
	body, other := r.list(n.List, dot), r.list(n.ElseList, r.dot)
	declares := len(n.Pipe.Decl) > 0
	r.vars = r.vars[:depth]
	if !isCondition(get.typ) || with && get.typ == nil {
		r.uncover()
	}
	return func(d *drawing) bool {
		v := get.of(d)
		if !v.IsValid() {
			return false
		}
		if declares {
			d.set(depth, v)
		}
		switch {
		case !truth(v):
			return other.run(d)
		case with:
			return d.with(v, body)
		}
		return body.run(d)
	}
}

// loop is {{range}} over a slice. The variables it declares have the places from depth on.
func (r *routine) loop(n *parse.BranchNode, depth int) step {
	get := r.pipe(n.Pipe)
	if get.typ == nil || get.typ.Kind() != reflect.Slice {
		r.uncover()
		return nil
	}
	r.allow(n.Pipe, 2)
	elem := get.typ.Elem()
	counts, names := len(n.Pipe.Decl) == 2, len(n.Pipe.Decl) > 0
	if counts {
		r.vars = append(r.vars, variable{n.Pipe.Decl[0].Ident[0], reflect.TypeFor[int]()})
	}
	r.declare(n.Pipe, elem)
	body := r.list(n.List, elem)
	r.vars = r.vars[:depth]
	other := r.list(n.ElseList, r.dot)
	return func(d *drawing) bool {
		all := get.of(d)
		if !all.IsValid() {
			return false
		}
		for i := range all.Len() {
			v, place := all.Index(i), depth
			if counts {
				d.set(place, reflect.ValueOf(i))
				place++
			}
			if names {
				d.set(place, v)
			}
			if !d.with(v, body) {
				return false
			}
		}
		return all.Len() > 0 || other.run(d)
	}
}

// allow refuses assignments and more variables than there may be.
func (r *routine) allow(p *parse.PipeNode, most int) {
	if p.IsAssign || len(p.Decl) > most {
		r.uncover()
	}
}

// declare adds the last variable that a pipeline declares.
func (r *routine) declare(p *parse.PipeNode, typ reflect.Type) {
	if n := len(p.Decl); n > 0 {
		r.vars = append(r.vars, variable{p.Decl[n-1].Ident[0], typ})
	}
}

// call is {{template}}. What stands in an interface is drawn as the page type that the template is named after.
func (r *routine) call(n *parse.TemplateNode) step {
	if n.Pipe == nil {
		r.uncover()
		return nil
	}
	r.allow(n.Pipe, 0)
	get := r.pipe(n.Pipe)
	typ := get.typ
	inside := typ != nil && typ.Kind() == reflect.Interface && kinds[n.Name] != nil
	if inside {
		typ = reflect.PointerTo(kinds[n.Name])
	}
	if !isCondition(typ) || typ == nil {
		r.uncover()
		return nil
	}
	p := r.program(call{n.Name, typ})
	if p == nil {
		r.uncover()
	}
	return func(d *drawing) bool {
		v := get.of(d)
		if inside {
			v = v.Elem()
		}
		return v.IsValid() && v.Type() == typ && p.call(d, v)
	}
}
