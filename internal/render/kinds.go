package render

import (
	"html/template"
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"bangvang/internal/view"
)

// kinds are the page types by the name of their template.
var kinds = named("",
	view.Home{}, view.Campaigns{}, view.Campaign{}, view.Plan{}, view.Criteria{}, view.Method{}, view.Ranking{}, view.Breakdown{},
	view.Awards{}, view.Roll{}, view.Units{}, view.Unit{}, view.List{}, view.Terms{}, view.Article{}, view.Text{},
	view.Documents{}, view.CorrectionsPage{}, view.Calendar{}, view.Moved{}, view.NotFound{}, view.Search{}, view.OpenData{},
)

// blocks are what may stand inside a text, by the name of their template.
var blocks = named("block-",
	view.RankingTable{}, view.AwardsBlock{}, view.CriteriaTable{}, view.Picture{},
)

// Kinds returns the names of the page templates, which are the values of [view.Page.Kind], in order.
func Kinds() []string { return slices.Sorted(maps.Keys(kinds)) }

// Blocks returns the names of the templates of what may stand inside a text, in order.
func Blocks() []string { return slices.Sorted(maps.Keys(blocks)) }

func named(prefix string, values ...any) map[string]reflect.Type {
	types := make(map[string]reflect.Type, len(values))
	for _, v := range values {
		types[prefix+view.Kind(v)] = reflect.TypeOf(v)
	}
	return types
}

// frameFor adds a copy of the frame to the set in which "main" is the template of one page type. The parts
// are shared, so that each is escaped once however many page types there are.
func frameFor(set *template.Template, kind string) *template.Template {
	tree := set.Lookup("base").Tree.Copy()
	each(tree.Root, func(n *parse.TemplateNode) {
		if n.Name == "main" {
			n.Name = kind
		}
	})
	return template.Must(set.AddParseTree("base:"+kind, tree))
}

// each calls f for every {{template}} in a list, however deep.
func each(list *parse.ListNode, f func(*parse.TemplateNode)) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TemplateNode:
			f(n)
		case *parse.IfNode:
			each(n.List, f)
			each(n.ElseList, f)
		case *parse.WithNode:
			each(n.List, f)
			each(n.ElseList, f)
		case *parse.RangeNode:
			each(n.List, f)
			each(n.ElseList, f)
		}
	}
}
