package document

import (
	"bytes"
	"html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// wordsOf returns the words inside a node as a reader sees them, with single spaces between them. Of images it
// takes the description only where they are asked for.
func wordsOf(n ast.Node, source []byte, images bool) string {
	return singleSpaced(string(appendWords(nil, n, source, images)))
}

func singleSpaced(words string) string {
	isSpace := func(r rune) bool { return r <= ' ' || unicode.IsSpace(r) }
	return strings.Join(strings.FieldsFunc(words, isSpace), " ")
}

func appendWords(out []byte, n ast.Node, source []byte, images bool) []byte {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			out = appendText(out, child, source)
		case *ast.String:
			out = append(out, child.Value...)
		case *ast.AutoLink:
			out = append(out, child.Label(source)...)
		case *ast.RawHTML:
			out = append(out, ' ')
		case *ast.Image:
			if images {
				out = appendWords(out, child, source, images)
			}
		default:
			out = appendWords(out, child, source, images)
		}
	}
	return out
}

func appendText(out []byte, n *ast.Text, source []byte) []byte {
	value := n.Segment.Value(source)
	if !n.IsRaw() && bytes.ContainsAny(value, `\&`) {
		value = unescaped(value)
	}
	out = append(out, value...)
	if n.SoftLineBreak() || n.HardLineBreak() {
		out = append(out, ' ')
	}
	return out
}

// Text returns the words of the body as a reader sees them, with single spaces between them. It is made anew at
// each call: few bodies are asked.
func (b Body) Text() string {
	var words strings.Builder
	inside := false // of a tag, which may go on behind a slot
	for _, piece := range b.Pieces {
		for rest, more := string(piece), true; more; {
			end := "<"
			if inside {
				end = ">"
			}
			var part string
			if part, rest, more = strings.Cut(rest, end); !inside {
				words.WriteString(part)
			}
			inside = inside != more
		}
	}
	return singleSpaced(html.UnescapeString(words.String()))
}
