package render

import (
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"bangvang/internal/diag"
	"bangvang/internal/view"
)

// A checker follows the type of the dot and of each variable through the templates, so that a wrong name is
// found in a branch that no page takes. A nil [reflect.Type] is a type it does not know: what stands in an
// interface, or comes out of a function that may return anything. It says nothing there.
type checker struct {
	set     *template.Template
	sources sources
	seen    map[call]bool
	found   []diag.Finding
}

// A call is one template with one type of dot; it is looked at once.
type call struct {
	name string
	dot  reflect.Type
}

// checkFields looks at every template that a page can reach, and names the site's own that none does.
func checkFields(set *template.Template, src sources) []diag.Finding {
	c := &checker{set: set, sources: src, seen: map[call]bool{}}
	c.enter("base", reflect.TypeFor[view.Page](), nil)
	c.enter("site-footer", reflect.TypeFor[view.Site](), nil)
	for name, typ := range kinds {
		c.enter(name, typ, nil)
	}
	for name, typ := range blocks {
		c.enter(name, typ, nil)
	}
	c.unused()
	return c.found
}

func (c *checker) unused() {
	used := map[string]bool{}
	for at := range c.seen {
		used[at.name] = true
	}
	for name, src := range c.sources {
		if src.outer && !used[name] {
			c.report("template-unused", name, diag.Pos{}, diag.Args{"name": name, "near": diag.Nearest(name, c.names())})
		}
	}
}

func (c *checker) names() []string {
	names := slices.AppendSeq(Kinds(), maps.Keys(blocks))
	for at := range c.seen {
		names = append(names, at.name)
	}
	return slices.Compact(slices.Sorted(slices.Values(names)))
}

func (c *checker) report(code, name string, pos diag.Pos, args diag.Args) {
	c.found = append(c.found, c.sources.finding(code, name, pos, args))
}

// enter checks a template with the type of its dot. from is the call, nil for those that Render starts from.
func (c *checker) enter(name string, dot reflect.Type, from *scope) {
	at := call{name, bare(dot)}
	if c.seen[at] {
		return
	}
	tmpl := c.set.Lookup(name)
	if tmpl == nil || tmpl.Tree == nil {
		c.lost(name, from)
		return
	}
	c.seen[at] = true
	s := &scope{checker: c, tree: tmpl.Tree, dot: at.dot, vars: []variable{{"$", at.dot}}}
	s.list(tmpl.Tree.Root, at.dot)
}

// lost reports a template that is called and does not exist.
func (c *checker) lost(name string, from *scope) {
	args := diag.Args{"name": name, "near": diag.Nearest(name, slices.Sorted(maps.Keys(c.sources)))}
	if from == nil {
		c.report("template-missing", name, diag.Pos{}, args)
		return
	}
	file, pos := from.place(from.at)
	c.report("template-missing", file, pos, args)
}

// bare is the type behind pointers; nil for an interface.
func bare(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t != nil && t.Kind() == reflect.Interface {
		return nil
	}
	return t
}

// A scope is one template while it is being looked at.
type scope struct {
	*checker
	tree *parse.Tree
	dot  reflect.Type
	vars []variable
	at   parse.Node // the call being entered
}

type variable struct {
	name string
	typ  reflect.Type
}

// place reads the file, line and column of a node from the tree, which tells them only as text.
func (s *scope) place(n parse.Node) (string, diag.Pos) {
	location, _ := s.tree.ErrorContext(n)
	var name string
	for i := range location {
		if location[i] == ':' {
			name = location[:i]
			pos, _ := position(location[i+1:] + ":")
			return name, pos
		}
	}
	return location, diag.Pos{}
}

// field is the type of a field of t, with the finding where there is none.
func (s *scope) field(t reflect.Type, name string, n parse.Node) reflect.Type {
	t = bare(t)
	if t == nil {
		return nil
	}
	if t.Kind() == reflect.Struct {
		if f, ok := t.FieldByName(name); ok && f.IsExported() {
			return f.Type
		}
	}
	if m, ok := reflect.PointerTo(t).MethodByName(name); ok && m.Type.NumOut() > 0 {
		return m.Type.Out(0)
	}
	file, pos := s.place(n)
	s.report("template-field", file, pos, diag.Args{
		"field": name, "type": fmt.Sprint(t), "near": diag.Nearest(name, fieldNames(t)),
	})
	return nil
}

func fieldNames(t reflect.Type) []string {
	if t.Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		names = append(names, f.Name)
	}
	return names
}
