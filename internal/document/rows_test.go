package document

import (
	"reflect"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

// everyCell is the converter for which no table is plain.
var everyCell = newMarkdown()

func by(markdown string, plain bool) (Body, any) {
	f := &file{text: []byte(markdown)}
	f.raw = f.text
	if plain {
		body, found := f.convert()
		return body, found
	}
	with := everyCell
	if hasBareAddress(f.text) {
		with = markdownLinkify
	}
	body, found := f.convertBy(with)
	return body, found
}

func sameByCells(t interface {
	Helper()
	Fatalf(string, ...any)
}, markdown string) {
	t.Helper()
	got, found := by(markdown, true)
	want, told := by(markdown, false)
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(found, told) {
		t.Fatalf("of %q plain rows make\n%q %v\nand cells\n%q %v", markdown, got.Pieces, found, want.Pieces, told)
	}
}

// rowsOf counts the rows that stay lines.
func rowsOf(markdown string) int {
	n := 0
	_ = ast.Walk(converterFor([]byte(markdown)).Parser().Parse(text.NewReader([]byte(markdown))), func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if r, ok := node.(*plainRows); ok && entering {
			n += len(r.rows)
		}
		return ast.WalkContinue, nil
	})
	return n
}

func TestPlainRowsAreWhatTheirCellsWouldBe(t *testing.T) {
	const head = "| Hạng | Đơn vị | Điểm |\n| ---: | :--- | :-: |\n"
	for _, c := range []struct {
		name, markdown string
		plain          int
	}{
		{"names and numbers", head + "| 1 | Xã An Hiệp | 97,5 |\n| 2 | Xã Hòa Bình | 96 |\n", 2},
		{"no bars outside", "a | b\n-|-\n1 | 2\n3 | 4", 2},
		{"too few and too many cells", head + "| 1 |\n| 1 | 2 | 3 | 4 |\n| |\n|\n||\n", 5},
		{"empty cells", head + "|  |  |  |\n| a | | c |\n|a||c|\n", 3},
		{"signs that HTML has words for", head + "| 1 | Lao động & TB > 5 \"A\" &amp; | ' |\n", 1},
		{"spaces and tabs", head + "   |  1\t|\tXã   An |  5   |   \n", 1},
		{"nothing but null", head + "| 1 | null | N/A |\n| undefined | NaN | - |\n", 2},
		{"what is below ends it", head + "| 1 | a | 2 |\n\nĐoạn\n", 1},
		{"in a list", "- " + strings.ReplaceAll(head, "\n|", "\n  |") + "  | 1 | a | 2 |\n", 1},
		{"in a quotation", "> " + strings.ReplaceAll(head, "\n|", "\n> |") + "> | 1 | a | 2 |\n", 1},
		{"words before the head", "Lời dẫn\n" + head + "| 1 | a | 2 |\n", 0},
		{"a mark", head + "| 1 | **a** | 2 |\n", 0},
		{"a bar that parts nothing", head + "| 1 | a \\| b | 2 |\n", 0},
		{"an address", head + "| 1 | a | 2 |\n| 2 | https://example.vn | 2 |\n", 0},
		{"a slip in a cell", head + "##Nội dung | ::awards{} |\n", 0},
		{"a head with too few cells", "a\n---|---\n1 | 2\n", 1},
		{"a head of another width", "| a | b |\n|---|\n| 1 | 2 |\n", 0},
		{"a heading, no table", "a\n---\n1\n", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			sameByCells(t, c.markdown)
			if got := rowsOf(c.markdown); got != c.plain {
				t.Errorf("%d rows stay lines, want %d", got, c.plain)
			}
		})
	}
}

// tables draws texts that are tables more often than not.
var tables = rapid.Custom(func(t *rapid.T) string {
	cell := rapid.SampledFrom([]string{"", " ", "1", "97,5", "Xã An Hiệp", "null", "N/A", "a&b", "<b>", "\"", "*x*", "`|`", "\\|", "  ", "\t", "-", "---", ":-:", "#", "##a", "{", "a@b.vn", "&lt;", "é\u00a0"})
	edge := rapid.SampledFrom([]string{"", "|", "| ", "  |", "> ", "- ", "\t"})
	row := func(cell *rapid.Generator[string]) string {
		return edge.Draw(t, "from") + strings.Join(rapid.SliceOfN(cell, 0, 4).Draw(t, "cells"), rapid.SampledFrom([]string{"|", " | "}).Draw(t, "bar")) + edge.Draw(t, "to")
	}
	lines := []string{row(cell), row(rapid.SampledFrom([]string{"---", ":-:", "-:", ":--"}))}
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		lines = append(lines, row(cell))
	}
	before := rapid.SampledFrom([]string{"", "", "Đoạn\n", "Đoạn\n\n", "# a\n"}).Draw(t, "before")
	return before + strings.Join(lines, "\n") + rapid.SampledFrom([]string{"", "\n", "\n\nĐoạn\n"}).Draw(t, "after")
})

func TestAnyTableIsTheSameByRowsAndByCells(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) { sameByCells(rt, tables.Draw(rt, "text")) })
}

func FuzzPlainRows(f *testing.F) {
	f.Add("| a | b |\n| --- | ---: |\n| 1 | 2 |\n")
	f.Fuzz(func(t *testing.T, markdown string) {
		if code, _, _ := unreadable([]byte(markdown), false); code == "" {
			sameByCells(t, markdown)
		}
	})
}
