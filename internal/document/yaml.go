package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"bangvang/internal/diag"

	"gopkg.in/yaml.v3"
)

// Bounds of a header's shape. The deepest sound header, a tree of criteria, nests about ten levels.
const (
	maxDepth = 40
	maxNodes = 400_000
)

// parseYAML returns the root of the header, nil where it is empty or can't be read.
func (f *file) parseYAML() (*yaml.Node, []diag.Finding) {
	header := f.text[f.head.from:f.head.to]
	if fault := f.tooDense(header); fault != nil {
		return nil, []diag.Finding{*fault}
	}
	root, err := parseNode(header)
	if err != nil {
		return nil, []diag.Finding{f.syntaxFinding(header, err)}
	}
	if root == nil {
		return nil, nil
	}
	check := shape{file: f}
	check.node(root, 0)
	if check.broken {
		return nil, check.findings
	}
	return root, check.findings
}

// parseNode parses one YAML document. The parser's own panics on odd input are errors like others.
func parseNode(header []byte) (root *yaml.Node, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("yaml: %v", fault)
		}
	}()
	in := yaml.NewDecoder(bytes.NewReader(header))
	var doc yaml.Node
	if err := in.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	if err := in.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, errSecond
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// errSecond tells that a second YAML document follows, which a parser would drop without a word.
var errSecond = errors.New("yaml: second document")

// shape checks what YAML allows and a header does not: anchors, aliases, merges, tags, depth and size beyond reason.
type shape struct {
	file     *file
	nodes    int
	broken   bool // beyond the bounds: nothing of it is read
	findings []diag.Finding
}

func (s *shape) node(n *yaml.Node, depth int) {
	s.nodes++
	if s.broken {
		return
	}
	if depth > maxDepth || s.nodes > maxNodes {
		s.broken = true
		s.report("header-too-deep", n, nil)
		return
	}
	switch {
	case n.Kind == yaml.AliasNode:
		s.report("yaml-anchor", n, diag.Args{"got": "*" + n.Value})
	case n.Anchor != "":
		s.report("yaml-anchor", n, diag.Args{"got": "&" + n.Anchor})
	case n.Tag == "!!merge":
		s.report("yaml-anchor", n, diag.Args{"got": n.Value})
	case n.Style&yaml.TaggedStyle != 0:
		s.report("yaml-tag", n, diag.Args{"got": n.Tag})
	}
	for _, child := range n.Content {
		s.node(child, depth+1)
	}
}

func (s *shape) report(code string, n *yaml.Node, args diag.Args) {
	if len(s.findings) < maxFindings {
		s.findings = append(s.findings, s.file.finding(code, s.file.nodePos(n.Line, n.Column), args))
	}
}

// tooDense refuses a header whose brackets alone would nest deeper than any header does, or whose commas, colons and lines
// would be more entries, before the parser sees it: its time grows with the square of the depth, and an entry takes 200 bytes.
func (f *file) tooDense(header []byte) *diag.Finding {
	depth, entries := 0, 0
	for i, c := range header {
		switch c {
		case ',':
			entries++
		case ':':
			entries += 2 // a key and its value
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '\n':
			entries++
			if i+1 < len(header) && header[i+1] != ' ' {
				depth = 0
			}
		}
		if depth > 10*maxDepth || entries > maxNodes+maxNodes/4 {
			fault := f.finding("header-too-deep", f.pos(f.head.from+i), nil)
			return &fault
		}
	}
	return nil
}
