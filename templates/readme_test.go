package templates_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/render"
	"bangvang/templates"
)

var update = flag.Bool("update", false, "write the list of fields in README.md anew")

const (
	opening = "<!-- fields -->\n"
	closing = "<!-- /fields -->\n"
)

func TestTheReadmeListsEveryFieldThatATemplateCanSee(t *testing.T) {
	old, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(old), opening)
	_, after, closed := strings.Cut(rest, closing)
	if !ok || !closed {
		t.Fatal("README.md has lost the marks around its list of fields")
	}
	want := before + opening + fields(t) + closing + after
	if want == string(old) {
		return
	}
	if !*update {
		t.Fatal("README.md does not list the fields of package view as they are: run go generate ./templates")
	}
	if err := os.WriteFile("README.md", []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestEveryTemplateFileIsReadAndNoStyleOrScriptIsMissing(t *testing.T) {
	for _, name := range []string{"static/site.css", "static/site.js", "static/icon.svg"} {
		if text, err := templates.FS.ReadFile(name); err != nil || len(text) == 0 {
			t.Errorf("%s: %d bytes, %v", name, len(text), err)
		}
	}
	if _, found := render.Parse(diag.Vi, templates.FS); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

// fields prints every struct of package view with its fields, in the order of the source.
func fields(t *testing.T) string {
	var b strings.Builder
	paths, err := filepath.Glob("../internal/view/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if general, ok := decl.(*ast.GenDecl); ok && general.Tok == token.TYPE {
				section(&b, general)
			}
		}
	}
	return b.String()
}

func section(b *strings.Builder, decl *ast.GenDecl) {
	spec := decl.Specs[0].(*ast.TypeSpec)
	body, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	fmt.Fprintf(b, "\n### %s%s\n\n%s\n\n| trường | kiểu | là gì |\n|---|---|---|\n", spec.Name.Name, drawnBy(spec.Name.Name), line(decl.Doc))
	for _, f := range body.Fields.List {
		typ := types.ExprString(f.Type)
		names := "(các trường của `" + typ + "`)"
		if len(f.Names) > 0 {
			names = ""
		}
		for i, n := range f.Names {
			if i > 0 {
				names += ", "
			}
			names += "`" + n.Name + "`"
		}
		fmt.Fprintf(b, "| %s | `%s` | %s |\n", names, typ, line(f.Comment))
	}
}

// drawnBy names the template of a type that has its own.
func drawnBy(name string) string {
	if name == "Page" {
		return " – `base.html`"
	}
	for _, template := range append(render.Kinds(), render.Blocks()...) {
		if strings.ReplaceAll(strings.TrimPrefix(template, "block-"), "-", "") == strings.ToLower(name) {
			return " – `" + template + ".html`"
		}
	}
	return ""
}

// line joins a comment into one line that can stand in a table.
func line(c *ast.CommentGroup) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(c.Text()), " "), "|", "\\|")
}

func TestStyleAndScriptKeepTheirBudgets(t *testing.T) {
	for name, most := range map[string]int{"static/site.css": 9 << 10, "static/site.js": 8 << 10} {
		text, err := templates.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var packed bytes.Buffer
		w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		w.Write(text)
		w.Close()
		if packed.Len() > most {
			t.Errorf("%s is %d bytes in gzip, the budget %d", name, packed.Len(), most)
		}
	}
}
