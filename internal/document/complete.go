package document

import (
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/personal"

	"gopkg.in/yaml.v3"
)

// complete checks what no single key can tell: keys that others make necessary, and personal data where only a
// name, a position and a unit belong.
func (d *decoder) complete(root *yaml.Node, doc *Document) {
	for _, n := range Needs(doc.Type) {
		d.need(root, n)
	}
	if list := child(root, "awards"); list != nil && doc.Type == TypeAwards {
		d.private(list)
		if len(list.Content) == 0 && !isAbsent(list) && !doc.Header.Draft && doc.Header.Withdrawn == nil {
			d.report("awards-none", list, nil)
		}
	}
	d.title(root)
	d.picture(root, doc.Header.Image)
	d.printed(root, "")
}

// need reports a key that a mapping lacks because of another one.
func (d *decoder) need(root *yaml.Node, n Need) {
	in := root
	if n.In != "" {
		in = child(root, n.In)
	}
	if in == nil || !isAbsent(child(in, n.Key)) {
		return
	}
	if given := child(in, n.If); n.If == "" || n.Unless != (given != nil && strings.TrimSpace(given.Value) == n.Is) {
		d.missing(in, Key{Name: n.Key})
		d.doubt(in, n.Key)
	}
}

// title reports what another program prints where it had no title.
func (d *decoder) title(root *yaml.Node) {
	n := child(root, "title")
	if n == nil || n.Kind != yaml.ScalarNode {
		return
	}
	switch strings.ToLower(strings.TrimSpace(n.Value)) {
	case "null", "undefined", "nil", "none", "nan":
		d.report("title-null", n, diag.Args{"got": n.Value})
	}
}

// picture reports an image of the header that those who do not see it can't know.
func (d *decoder) picture(root *yaml.Node, image *Image) {
	if image != nil && image.Src != "" && image.Alt == "" {
		d.report("image-alt", child(root, "image"), diag.Args{"key": "alt: " + exampleAlt})
	}
}

// private reports personal data in any text below a node.
func (d *decoder) private(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode {
		for _, below := range n.Content {
			d.private(below)
		}
		return
	}
	for _, hit := range personal.Find(n.Value) {
		d.report("personal-data", n, diag.Args{"got": personal.Masked(n.Value[hit.Start:hit.End])})
	}
}

// printed reports letters of another alphabet in the symbols of acts, where they look like Latin ones, and what another
// program prints where it had no value or no date. key is what the node stands under: cells of scores are numbers, of
// which package sheet speaks, and the title has been looked at.
func (d *decoder) printed(n *yaml.Node, key string) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, below := range n.Content {
			d.printed(below, key)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			d.printed(n.Content[i], key)
			if key == "scores" {
				d.printed(n.Content[i+1], key)
			} else {
				d.printed(n.Content[i+1], n.Content[i].Value)
			}
		}
	case yaml.ScalarNode:
		if word, letter := lookAlike(n.Value); word != "" {
			d.report("look-alike", n, diag.Args{"got": word, "letter": letter, "want": latinOf(word)})
		}
		if key != "scores" && key != "title" {
			d.unset(n)
		}
	}
}
