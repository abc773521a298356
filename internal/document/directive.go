package document

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A form is a block that a body may ask for, and what it may be told.
type form struct {
	name     string
	args     []string
	required []string
	example  string
}

var directives = []form{
	{"ranking", []string{"results", "top"}, []string{"results"}, `::ranking{results="ket-qua/2021-xa" top=10}`},
	{"awards", []string{"campaign", "awards"}, nil, `::awards{campaign="cai-cach-hanh-chinh-2021"}`},
	{"criteria", []string{"campaign", "criteria", "block"}, nil, `::criteria{criteria="tieu-chi"}`},
	{"figure", []string{"src", "alt", "caption"}, []string{"src"}, `::figure{src="anh.jpg" alt="Mô tả ảnh" caption="Chú thích"}`},
}

// A directive is a line "::name{key=value …}".
type directive struct {
	ast.BaseBlock
	line  string // as written
	name  string
	args  map[string]string
	sound bool // it becomes a slot
}

var kindDirective = ast.NewNodeKind("Directive")

// Kind implements goldmark's ast.Node.
func (d *directive) Kind() ast.NodeKind { return kindDirective }

// Dump implements goldmark's ast.Node.
func (d *directive) Dump(source []byte, level int) {
	ast.DumpHelper(d, source, level, map[string]string{"Line": d.line}, nil)
}

// directiveParser takes every line that begins with "::" and a letter.
type directiveParser struct{}

// Trigger implements goldmark's parser.BlockParser.
func (directiveParser) Trigger() []byte { return []byte{':'} }

// Open implements goldmark's parser.BlockParser.
func (directiveParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte("::")) || len(line) < at+3 || !isLetter(line[at+2]) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &directive{line: strings.TrimSpace(string(line[at:]))}, parser.NoChildren
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

// Continue implements goldmark's parser.BlockParser: a directive is one line.
func (directiveParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

// Close implements goldmark's parser.BlockParser.
func (directiveParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements goldmark's parser.BlockParser.
func (directiveParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements goldmark's parser.BlockParser.
func (directiveParser) CanAcceptIndentedLine() bool { return false }

// directive reads a directive's line and reports what is wrong with it.
func (c *conversion) directive(d *directive) {
	at := offset(d)
	name, args, ok := parseDirective(d.line)
	i := slices.IndexFunc(directives, func(known form) bool { return known.name == name })
	if i < 0 {
		c.unknownDirective(name, at)
		return
	}
	known := directives[i]
	if !ok {
		c.report("directive-syntax", at, diag.Args{"got": d.line, "example": known.example})
		return
	}
	d.name, d.args, d.sound = name, map[string]string{}, true
	for _, arg := range args {
		c.argument(d, arg, known.args, at)
	}
	for _, key := range known.required {
		if d.args[key] == "" {
			d.sound = false
			c.report("directive-missing", at, diag.Args{"name": name, "key": key, "example": known.example})
		}
	}
	if name == "figure" && d.args["alt"] == "" {
		c.report("image-alt", at, diag.Args{"argument": `alt="` + exampleAlt + `"`})
	}
}

func (c *conversion) unknownDirective(name string, at int) {
	var all []string
	for _, known := range directives {
		all = append(all, known.name)
	}
	c.report("directive-unknown", at, diag.Args{"got": name, "near": diag.Nearest(name, all), "allowed": strings.Join(all, ", ")})
}

// argument takes over one argument of a directive.
func (c *conversion) argument(d *directive, arg [2]string, allowed []string, at int) {
	key, value := arg[0], arg[1]
	_, twice := d.args[key]
	switch {
	case !slices.Contains(allowed, key):
		c.report("directive-argument", at, diag.Args{
			"name": d.name, "key": key, "near": diag.Nearest(key, allowed), "allowed": strings.Join(allowed, ", "),
		})
		return
	case twice:
		c.report("directive-twice", at, diag.Args{"name": d.name, "key": key})
		return
	case key == "top" && !isCount(value):
		c.report("directive-count", at, diag.Args{"name": d.name, "key": key, "got": value})
		return
	}
	d.args[key] = value
}

func isCount(text string) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n > 0 && n <= 10_000
}

// parseDirective parts "::name{key=value key="two words"}". It returns the name even where the rest is not sound.
func parseDirective(line string) (name string, args [][2]string, ok bool) {
	rest := strings.TrimPrefix(line, "::")
	end := strings.IndexAny(rest, "{ \t")
	if end < 0 {
		return rest, nil, true
	}
	name, rest = rest[:end], strings.TrimSpace(rest[end:])
	if len(rest) < 2 || rest[0] != '{' {
		return name, nil, false
	}
	rest = strings.TrimSpace(rest[1:])
	for rest != "}" {
		var arg [2]string
		if arg, rest, ok = parseArgument(rest); !ok {
			return name, nil, false
		}
		args = append(args, arg)
	}
	return name, args, true
}

// parseArgument takes one "key=value" off the beginning of text. A value with spaces stands in straight quotes.
func parseArgument(text string) (arg [2]string, rest string, ok bool) {
	key, rest, found := strings.Cut(text, "=")
	key = strings.TrimSpace(key)
	if !found || key == "" || strings.ContainsAny(key, " \t{}\"'") || rest == "" {
		return arg, "", false
	}
	var value string
	switch mark := rest[0]; mark {
	case '"', '\'':
		value, rest, found = strings.Cut(rest[1:], string(mark))
		if !found {
			return arg, "", false
		}
	default:
		end := strings.IndexAny(rest, " \t,}")
		if end <= 0 || strings.ContainsAny(rest[:end], "\"'“”‘’=") {
			return arg, "", false
		}
		value, rest = rest[:end], rest[end:]
	}
	return [2]string{key, value}, strings.TrimLeft(rest, " \t,"), true
}
