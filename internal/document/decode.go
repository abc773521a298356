package document

import (
	"reflect"
	"strconv"
	"strings"

	"bangvang/internal/diag"

	"gopkg.in/yaml.v3"
)

// maxFindings bounds what is said about one file: a fault in every line of a long table has one cause.
const maxFindings = 200

// A decoder writes a header's nodes into structs by their tags and reports what does not fit.
type decoder struct {
	file     *file
	findings []diag.Finding
	faults   int             // errors that nobody can waive, those beyond the bound of the findings included
	unread   map[unread]bool // see [Document.Unread]
	remarks  int             // how many values with a "#" behind them were looked at
}

// An unread value stands, or should stand, in a mapping or list: under a key, at an index; "" is any key that is not there.
type unread struct {
	in  diag.Pos
	key string
}

// doubt remembers that a value was not understood.
func (d *decoder) doubt(in *yaml.Node, key string) {
	if d.unread == nil {
		d.unread = map[unread]bool{}
	}
	d.unread[unread{d.file.nodePos(in.Line, in.Column), key}] = true
}

func (d *decoder) report(code string, n *yaml.Node, args diag.Args) {
	if known := diag.Lookup(code); !known.Judgement && known.Severity == diag.Error {
		d.faults++
	}
	if len(d.findings) < maxFindings {
		d.findings = append(d.findings, d.file.finding(code, d.file.nodePos(n.Line, n.Column), args))
	}
}

// A target is a struct to fill and its keys.
type target struct {
	keys []Key
	into reflect.Value
}

func targetOf(into reflect.Value) target { return target{keysOf(into.Type()), into} }

// mapping fills structs from one mapping: each key goes to the struct that has it.
func (d *decoder) mapping(n *yaml.Node, targets ...target) {
	seen, keys := map[string]*yaml.Node{}, keysIn(targets)
	d.rejoin(n, keys)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !d.isNew(key, seen) || !d.translated(key, keys, seen) {
			continue
		}
		field, k, ok := find(key.Value, targets)
		switch {
		case !ok:
			d.doubt(n, d.unknown(key, keys))
		case isSwallowed(key, value):
			d.swallowed(key)
			d.doubt(n, k.Name)
		case field.IsValid():
			d.member(n, value, field, k, k.Name)
		}
	}
	d.required(n, seen, targets)
}

// isNew reports whether a key is a word that did not stand before.
func (d *decoder) isNew(key *yaml.Node, seen map[string]*yaml.Node) bool {
	if key.Kind != yaml.ScalarNode {
		if key.Kind != yaml.AliasNode {
			d.report("key-not-text", key, nil)
		}
		return false
	}
	if key.Tag == "!!merge" {
		return false // reported with the anchors
	}
	if first, twice := seen[key.Value]; twice {
		d.report("duplicate-key", key, diag.Args{"key": key.Value, "line": strconv.Itoa(d.file.nodePos(first.Line, 1).Line)})
		return false
	}
	seen[key.Value] = key
	return true
}

// find returns the field of a key; one that is not valid belongs to a key that someone else reads.
func find(name string, targets []target) (reflect.Value, Key, bool) {
	for _, t := range targets {
		for _, k := range t.keys {
			if k.Name != name {
				continue
			}
			if k.field < 0 {
				return reflect.Value{}, k, true
			}
			return t.into.Field(k.field), k, true
		}
	}
	return reflect.Value{}, Key{}, false
}

// keysIn returns all keys that a mapping may have.
func keysIn(targets []target) []Key {
	if len(targets) == 1 {
		return targets[0].keys
	}
	var keys []Key
	for _, t := range targets {
		keys = append(keys, t.keys...)
	}
	return keys
}

// unknown reports a key that nobody knows and returns the one that was meant, "" where that is not certain.
func (d *decoder) unknown(key *yaml.Node, keys []Key) string {
	args := diag.Args{"key": key.Value}
	if TypeOf(d.file.path) == TypeTranslation && (has(Keys(TypePage), key.Value) || typesWith(key.Value) != "") {
		d.report("translation-key", key, args)
		return ""
	}
	if has(keys, "type") { // the header's own keys, not those of a mapping inside it
		if types := typesWith(key.Value); types != "" {
			args["types"] = types
			d.report("misplaced-key", key, args)
			return ""
		}
	}
	args["near"] = diag.Nearest(key.Value, names(keys))
	args["keys"] = strings.Join(names(keys), ", ")
	d.report("unknown-key", key, args)
	return args["near"]
}

// required reports the keys that must be there and are not, or hold nothing.
func (d *decoder) required(n *yaml.Node, seen map[string]*yaml.Node, targets []target) {
	for _, t := range targets {
		for _, k := range t.keys {
			if !k.Required {
				continue
			}
			key := seen[k.Name]
			switch {
			case key == nil && !d.mistyped(k.Name, seen, targets):
				d.missing(n, k)
				d.doubt(n, k.Name)
			case key != nil && isAbsent(child(n, k.Name)) && !isSwallowed(key, child(n, k.Name)):
				d.missing(key, k)
				d.doubt(n, k.Name)
			}
		}
	}
}

// mistyped reports whether a key that nobody knows was meant for the missing one: one fault is told once.
func (d *decoder) mistyped(missing string, seen map[string]*yaml.Node, targets []target) bool {
	keys := keysIn(targets)
	for word := range seen {
		if !has(keys, word) && diag.Nearest(word, names(keys)) == missing {
			return true
		}
	}
	return false
}

func (d *decoder) missing(n *yaml.Node, k Key) {
	d.report("missing-key", n, diag.Args{"key": k.Name, "example": example(k)})
}

// isAbsent tells a key with nothing behind it, or only "~". The word null is text that somebody typed.
func isAbsent(n *yaml.Node) bool {
	return n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null" && (n.Value == "" || n.Value == "~")
}

// member writes a value of a mapping or list into a field, and remembers where it was not understood.
func (d *decoder) member(in, n *yaml.Node, into reflect.Value, k Key, key string) {
	before := d.faults
	d.value(n, into, k)
	if d.faults > before {
		d.doubt(in, key)
	}
}

// value writes one node into a field.
func (d *decoder) value(n *yaml.Node, into reflect.Value, k Key) {
	if isAbsent(n) || n.Kind == yaml.AliasNode {
		return
	}
	if into.Kind() == reflect.Pointer {
		fresh := reflect.New(into.Type().Elem())
		before := d.faults
		d.value(n, fresh.Elem(), k)
		if n.Kind != yaml.ScalarNode || d.faults == before {
			into.Set(fresh)
		}
		return
	}
	switch kindOf(into.Type()) {
	case KindList:
		d.list(n, into, k)
	case KindByName:
		d.byName(n, into, k)
	case KindScores:
		d.scores(n, into.Addr().Interface().(*Scores), k)
	case KindBreak:
		d.breakKey(n, into.Addr().Interface().(*BreakKey))
	case KindKeys:
		if d.isKind(n, yaml.MappingNode, k) {
			d.mapping(n, targetOf(into))
		}
	default:
		if d.isKind(n, yaml.ScalarNode, k) {
			d.scalar(n, into, k)
		}
	}
}

// isKind reports whether a node has the shape that a key wants, and says so where it has not.
func (d *decoder) isKind(n *yaml.Node, want yaml.Kind, k Key) bool {
	if n.Kind == want {
		return true
	}
	code := map[yaml.Kind]string{yaml.MappingNode: "want-keys", yaml.SequenceNode: "want-list", yaml.ScalarNode: "want-one-value"}[want]
	d.report(code, n, diag.Args{"key": k.Name, "got": shortText(n), "example": example(k)})
	return false
}

func (d *decoder) list(n *yaml.Node, into reflect.Value, k Key) {
	if !d.isKind(n, yaml.SequenceNode, k) {
		return
	}
	all := reflect.MakeSlice(into.Type(), len(n.Content), len(n.Content))
	for i, entry := range n.Content {
		if isAbsent(entry) {
			d.report("empty-entry", entry, diag.Args{"key": k.Name})
			continue
		}
		d.member(n, entry, all.Index(i), k, strconv.Itoa(i))
	}
	into.Set(all)
}

// scalar writes one plain value.
func (d *decoder) scalar(n *yaml.Node, into reflect.Value, k Key) {
	switch kindOf(into.Type()) {
	case KindMoment:
		into.Set(reflect.ValueOf(d.moment(n, k)))
	case KindNumber:
		into.Set(reflect.ValueOf(d.number(n, k)))
	case KindInteger:
		into.SetInt(d.integer(n, k))
	case KindBool:
		into.SetBool(d.boolean(n, k))
	default:
		if k.Enum != nil {
			into.SetString(d.word(n, k.Enum, k.Name))
			return
		}
		value := d.free(n)
		if into.SetString(value); k.Name == "number" {
			d.actNumber(n, value)
		}
	}
}
