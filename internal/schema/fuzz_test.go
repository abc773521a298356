package schema_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// othersNothing are words that the reader takes for text and YAML for nothing; quoted booleans are the other difference.
var othersNothing = regexp.MustCompile(`(?i)null|~|["'](true|false)["']`)

// othersCheck are keys whose words are checked where the whole site is known.
var othersCheck = regexp.MustCompile(`slug|allow`)

// What the reader takes without a word, the schema of its type accepts: an editor never marks what is right.
func FuzzTheSchemaAcceptsWhatTheReaderTakes(f *testing.F) {
	for _, root := range []string{"../../content", "../build/testdata"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
				return err
			}
			data, err := os.ReadFile(name)
			if head, _, closed := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n"); closed && len(head) < 4000 {
				f.Add(head)
			}
			return err
		})
		if err != nil {
			f.Fatal(err)
		}
	}
	f.Add("title: true\ndate: 2024-02-29T08:00+07:00\nround: 2021")
	all := validators(f, diag.Vi)
	f.Fuzz(func(t *testing.T, head string) {
		text := "---\n" + head + "\n---\n"
		doc, found := document.Parse("content/tin-tuc/a.md", []byte(text))
		if len(found) > 0 || doc.Type == document.TypeUnits || othersNothing.MatchString(head) || othersCheck.MatchString(head) {
			return
		}
		value, err := header("a.md", []byte(text))
		if err != nil {
			t.Skip(err) // a header that ends early for one and not for the other
		}
		if err := all[string(doc.Type)].Validate(value); err != nil {
			t.Errorf("the reader takes\n%s\nand the schema of %s says %v", head, doc.Type, err)
		}
	})
}
