package schema

import (
	"slices"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

var zero = 0

// value is the schema of what stands behind a key.
func (w *writer) value(k document.Key) *node {
	switch k.Kind() {
	case document.KindBool:
		return &node{Type: []string{"boolean"}}
	case document.KindInteger:
		return &node{Type: []string{"integer", "string"}, Pattern: `^\d{1,13}$`, Minimum: &zero}
	case document.KindNumber:
		return &node{Type: []string{"number", "string"}, Pattern: document.NumberPattern, Minimum: &zero}
	case document.KindMoment:
		return &node{Type: []string{"string"}, Pattern: document.MomentPattern}
	case document.KindKeys:
		return &node{Ref: w.defined(k)}
	case document.KindList:
		return &node{Type: []string{"array"}, Items: w.value(k.Entry())}
	case document.KindByName:
		return &node{Type: []string{"object"}, Additional: text()}
	case document.KindScores:
		return scores()
	case document.KindBreak:
		return w.breakKey(k)
	}
	return w.word(k)
}

// text is any text: a year or the word true without quotation marks is something else to others.
func text() *node { return &node{Type: []string{"string", "number", "boolean"}} }

// word is text, or one of the words or forms that a key may have.
func (w *writer) word(k document.Key) *node {
	switch {
	case k.Enum != nil:
		return &node{Enum: enum(k.Enum)}
	case k.Form == "slug":
		return &node{Type: []string{"string", "number"}, Pattern: document.SlugPattern}
	case k.Form == "base":
		return &node{Type: []string{"string"}, Pattern: document.BasePattern}
	case k.Form == "judgement":
		return &node{Enum: enum(judgements())}
	}
	return text()
}

// judgements are the codes that may be waived.
func judgements() []string {
	return slices.DeleteFunc(diag.Codes(), func(code string) bool { return !diag.Lookup(code).Judgement })
}

func enum(words []string) []any {
	out := make([]any, len(words))
	for i, word := range words {
		out[i] = word
	}
	return out
}

// defined defines the mapping that a key holds, once, and returns the reference to it.
func (w *writer) defined(k document.Key) string {
	name := k.Holds()
	if w.defs[name] == nil {
		w.defs[name] = &node{} // a criterion holds criteria
		*w.defs[name] = *w.mapping(k.Keys())
	}
	return "#/$defs/" + name
}

// scores are the name of a file, or the cells of each unit.
func scores() *node {
	cells := &node{Type: []string{"object", "null"}, Additional: &node{Type: []string{"string", "number", "null"}}}
	return &node{OneOf: []*node{text(), {Type: []string{"object"}, Additional: cells}}}
}

// breakKey is one of the words, or a mapping with exactly one key.
func (w *writer) breakKey(k document.Key) *node {
	one := w.mapping(k.Keys())
	one.MinKeys, one.MaxKeys = 1, 1
	return &node{OneOf: []*node{{Enum: enum(k.Words())}, one}}
}
