package schema

import (
	"encoding/json"
	"slices"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// Draft is the version of JSON Schema that the schemas are written in.
const Draft = "https://json-schema.org/draft/2020-12/schema"

// Types are the types of documents that have a schema, in the order in which a campaign needs them.
func Types() []document.Type {
	var types []document.Type
	for _, word := range document.Keys(document.TypePage)[0].Enum {
		types = append(types, document.Type(word))
	}
	return append(types, document.TypeTranslation)
}

// Of returns the schema of a type's header, its descriptions in one language.
func Of(t document.Type, lang diag.Lang) []byte {
	w := writer{lang: lang, defs: map[string]*node{}}
	n := w.mapping(document.Keys(t))
	n.Schema, n.Title, n.Description = Draft, string(t), about["type."+string(t)].In(lang)
	w.ownType(n, t)
	for _, need := range document.Needs(t) {
		w.need(n, need)
	}
	return w.print(n)
}

// Site returns the schema of content/site.yaml.
func Site(lang diag.Lang) []byte {
	w := writer{lang: lang, defs: map[string]*node{}}
	n := w.mapping(document.SiteKeys())
	n.Schema, n.Title, n.Description = Draft, "site", about["type.site"].In(lang)
	return w.print(n)
}

// A node is one schema. Its fields are the words of JSON Schema that we use.
type node struct {
	Schema      string           `json:"$schema,omitempty"`
	Ref         string           `json:"$ref,omitempty"`
	Title       string           `json:"title,omitempty"`
	Description string           `json:"description,omitempty"`
	Type        []string         `json:"type,omitempty"`
	Const       string           `json:"const,omitempty"`
	Enum        []any            `json:"enum,omitempty"`
	Pattern     string           `json:"pattern,omitempty"`
	Minimum     *int             `json:"minimum,omitempty"`
	Properties  map[string]*node `json:"properties,omitempty"`
	Additional  any              `json:"additionalProperties,omitempty"` // false or a node
	Required    []string         `json:"required,omitempty"`
	MinKeys     int              `json:"minProperties,omitempty"`
	MaxKeys     int              `json:"maxProperties,omitempty"`
	Items       *node            `json:"items,omitempty"`
	OneOf       []*node          `json:"oneOf,omitempty"`
	If          *node            `json:"if,omitempty"`
	Then        *node            `json:"then,omitempty"`
	Else        *node            `json:"else,omitempty"`
	Defs        map[string]*node `json:"$defs,omitempty"`
}

// A writer makes one schema; each struct of the header is defined once, as criteria hold criteria.
type writer struct {
	lang diag.Lang
	defs map[string]*node
}

func (w *writer) print(n *node) []byte {
	n.Defs = w.defs
	text, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		panic("schema: " + err.Error()) // plain texts and numbers
	}
	return append(text, '\n')
}

// mapping is the schema of a mapping with the given keys and no others.
func (w *writer) mapping(keys []document.Key) *node {
	n := &node{Type: []string{"object"}, Properties: map[string]*node{}, Additional: false}
	for _, k := range keys {
		value := w.value(k)
		value.Description = About(k).In(w.lang)
		if k.Required {
			n.Required = append(n.Required, k.Name)
		} else {
			value.orNothing()
		}
		n.Properties[k.Name] = value
	}
	return n
}

// ownType lets `type` be the one word; where the place decides, it may be left out.
func (w *writer) ownType(n *node, t document.Type) {
	if t == document.TypeTranslation {
		return // its name says what it is
	}
	n.Properties["type"] = &node{Const: string(t), Description: about["type."+string(t)].In(w.lang)}
	switch t {
	case document.TypeArticle, document.TypePage:
	case document.TypeSection:
		n.Properties["type"] = w.value(document.Keys(t)[0]) // an _index.md is a section whatever it says
	default:
		n.Required = append(n.Required, "type")
	}
}

// need adds a key that is required because of another one.
func (w *writer) need(n *node, need document.Need) {
	if need.In != "" {
		held := n.Properties[need.In]
		n = w.defs[held.Ref[len("#/$defs/"):]]
	}
	if need.If == "" {
		n.Required = append(n.Required, need.Key)
		n.Properties[need.Key].orSomething()
		return
	}
	is := &node{Const: need.Is}
	if need.Is == "true" {
		is = &node{Enum: []any{true}}
	}
	n.If = &node{Properties: map[string]*node{need.If: is}, Required: []string{need.If}}
	must := &node{Required: []string{need.Key}}
	if need.Unless {
		n.Else = must
	} else {
		n.Then = must
	}
}

// orNothing lets an optional key stand with nothing behind it.
func (n *node) orNothing() {
	switch {
	case n.Ref != "":
		n.OneOf, n.Ref = []*node{{Ref: n.Ref}, {Type: []string{"null"}}}, ""
	case n.OneOf != nil:
		n.OneOf = append(n.OneOf, &node{Type: []string{"null"}})
	case n.Enum != nil:
		n.Enum = append(n.Enum, nil)
	default:
		n.Type = append(n.Type, "null")
	}
}

// orSomething takes back what [node.orNothing] allowed.
func (n *node) orSomething() {
	n.Type = slices.DeleteFunc(n.Type, func(t string) bool { return t == "null" })
}
