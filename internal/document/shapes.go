package document

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"

	"gopkg.in/yaml.v3"
)

// byName reads a mapping of names that the author chooses to text.
func (d *decoder) byName(n *yaml.Node, into reflect.Value, k Key) {
	if d.isKind(n, yaml.MappingNode, k) {
		d.rejoin(n, nil)
		into.Set(reflect.ValueOf(d.texts(n, k)))
	}
}

func (d *decoder) texts(n *yaml.Node, k Key) map[string]string {
	out, seen := map[string]string{}, map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if d.isNew(key, seen) && d.isKind(value, yaml.ScalarNode, k) {
			out[key.Value] = d.free(value)
		}
	}
	return out
}

// scores reads the name of a file, or cells as they are typed.
func (d *decoder) scores(n *yaml.Node, into *Scores, k Key) {
	if n.Kind == yaml.ScalarNode {
		into.File = d.free(n)
		return
	}
	if !d.isKind(n, yaml.MappingNode, k) {
		return
	}
	into.Inline = map[string]map[string]InlineCell{}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		unit, cells := n.Content[i], n.Content[i+1]
		switch {
		case !d.isNew(unit, seen):
		case isAbsent(cells):
			into.Inline[unit.Value] = map[string]InlineCell{}
		case d.isKind(cells, yaml.MappingNode, Key{Name: unit.Value, typ: reflect.TypeFor[map[string]string]()}):
			into.Inline[unit.Value] = d.cells(cells, k)
		}
	}
}

// cells reads one unit's scores.
func (d *decoder) cells(n *yaml.Node, k Key) map[string]InlineCell {
	out := map[string]InlineCell{}
	for column, text := range d.texts(n, k) {
		value := child(n, column)
		number := value != nil && value.Style == 0 && (value.Tag == "!!float" || value.Tag == "!!int")
		out[column] = InlineCell{Text: text, Number: number}
	}
	return out
}

// breakKey reads {criterion: "1"}, {sheet: survey} or a word.
func (d *decoder) breakKey(n *yaml.Node, into *BreakKey) {
	field, _ := reflect.TypeFor[BreakKey]().FieldByName("Word")
	allowed := words(field.Tag.Get("word"))
	if n.Kind == yaml.ScalarNode {
		if into.Word = d.text(n); !slices.Contains(allowed, into.Word) {
			d.report("unknown-value", n, diag.Args{
				"key": "break_by", "got": into.Word, "near": nearWord(into.Word, allowed),
				"allowed": strings.Join(allowed, ", ") + `, {criterion: "1.1"}, {sheet: survey}`,
			})
			into.Word = ""
		}
		return
	}
	if d.isKind(n, yaml.MappingNode, Key{Name: "break_by"}) {
		d.mapping(n, targetOf(reflect.ValueOf(into).Elem()))
		d.oneOf(n, map[string]bool{"criterion": into.Criterion != "", "sheet": into.Sheet != ""}, "criterion", "sheet")
	}
}

// oneOf reports a mapping that has none or several of the keys of which it must have exactly one.
func (d *decoder) oneOf(n *yaml.Node, set map[string]bool, keys ...string) {
	count := 0
	for _, key := range keys {
		if set[key] {
			count++
		}
	}
	if count != 1 {
		d.report("choose-one", n, diag.Args{"keys": strings.Join(keys, ", "), "count": strconv.Itoa(count)})
	}
}
