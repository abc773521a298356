package document

import (
	"bytes"
	"os"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func article(b testing.TB) []byte {
	data, err := os.ReadFile("testdata/article.md")
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkArticle parses an article of 6 KB with a table: header, body, scans.
func BenchmarkArticle(b *testing.B) {
	data := article(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, findings := Parse("content/tin-tuc/2026/bai.md", data); len(findings) > 0 {
			b.Fatal(findings[0].Message("vi"))
		}
	}
}

// BenchmarkBody converts the article's Markdown only.
func BenchmarkBody(b *testing.B) {
	f, _ := open("content/tin-tuc/2026/bai.md", article(b))
	f.split()
	b.ReportAllocs()
	for b.Loop() {
		f.convert()
	}
}

// BenchmarkPlainGoldmark converts the same Markdown with goldmark and GFM's tables and strikethrough alone.
func BenchmarkPlainGoldmark(b *testing.B) {
	f, _ := open("content/tin-tuc/2026/bai.md", article(b))
	f.split()
	plain := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := plain.Convert(f.text[f.body:], &out); err != nil {
			b.Fatal(err)
		}
	}
}
