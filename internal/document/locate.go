package document

import (
	"fmt"

	"bangvang/internal/diag"

	"gopkg.in/yaml.v3"
)

// Settings are content/site.yaml and the places of its keys.
type Settings struct {
	Site
	file file
}

// Where returns the place of a key's value in the header: Where("awards", 2, "unit") is the unit of the third
// award. Where the key is absent it is the place of the nearest one above it, and line 1 where there is nothing.
// It reads the header again, once: findings are rare, documents many.
func (d *Document) Where(key ...any) diag.Pos { return d.file.where(key) }

// Unread reports whether the value of a key, or something within it, was not understood, which has been told. What the
// document has in its place is none of its author's, and what follows from that need not be told.
func (d *Document) Unread(key ...any) bool {
	if len(d.unread) == 0 {
		return false
	}
	at := d.file.nodes()
	for i, step := range key {
		in, next := d.file.nodePos(at.Line, at.Column), below(at, step)
		if (next == nil || i == len(key)-1) && d.unread[unread{in, fmt.Sprint(step)}] {
			return true
		}
		if next == nil {
			return d.unread[unread{in, ""}]
		}
		at = next
	}
	return false
}

// Line returns a line of the file to be quoted, "" where there is none.
func (d *Document) Line(line int) string { return d.file.quote(line) }

// Finding returns a finding at a key of the header.
func (d *Document) Finding(code string, args diag.Args, key ...any) diag.Finding {
	return d.file.finding(code, d.file.where(key), args)
}

// FindingAt returns a finding at a place of the file, of a slot for instance.
func (d *Document) FindingAt(code string, at diag.Pos, args diag.Args) diag.Finding {
	return d.file.finding(code, at, args)
}

// Finding returns a finding at a key of the settings.
func (s *Settings) Finding(code string, args diag.Args, key ...any) diag.Finding {
	return s.file.finding(code, s.file.where(key), args)
}

func (f *file) where(key []any) diag.Pos {
	root := f.nodes()
	if root == nil || len(key) == 0 {
		return diag.Pos{Line: 1, Column: 1}
	}
	at := root
	for _, step := range key {
		next := below(at, step)
		if next == nil {
			break
		}
		at = next
	}
	if at == root {
		return diag.Pos{Line: 1, Column: 1}
	}
	return f.nodePos(at.Line, at.Column)
}

// nodes returns the header's YAML, read again at the first finding after the parse and then kept: a registry of
// thousands of units may have a finding for each.
func (f *file) nodes() *yaml.Node {
	f.again.once.Do(func() {
		if root, err := parseNode(f.text[f.head.from:f.head.to]); err == nil {
			f.again.root = root
		}
	})
	return f.again.root
}

// below returns the node one step down: a key of a mapping or an index of a list; nil where there is none.
func below(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case string:
		return child(n, step)
	case int:
		if n.Kind == yaml.SequenceNode && step >= 0 && step < len(n.Content) {
			return n.Content[step]
		}
	}
	return nil
}

// child returns the value of a mapping's key, nil where it has none.
func child(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
