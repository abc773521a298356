package schema_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/schema"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// validators compiles every schema with a validator that is not ours.
func validators(t testing.TB, lang diag.Lang) map[string]*jsonschema.Schema {
	t.Helper()
	texts := map[string][]byte{"site": schema.Site(lang)}
	for _, typ := range schema.Types() {
		texts[string(typ)] = schema.Of(typ, lang)
	}
	out := map[string]*jsonschema.Schema{}
	for name, text := range texts {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(name+".json", value); err != nil {
			t.Fatal(err)
		}
		if out[name], err = c.Compile(name + ".json"); err != nil {
			t.Fatalf("%s is no schema: %v", name, err)
		}
	}
	return out
}

// header reads the YAML of a file as a program that knows nothing of ours would, dates as text.
func header(name string, data []byte) (any, error) {
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	if filepath.Ext(name) == ".md" {
		rest, opened := strings.CutPrefix(text, "---\n")
		head, _, closed := strings.Cut(rest, "\n---\n")
		if !opened || !closed {
			return nil, errors.New("no header")
		}
		text = head
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil || len(root.Content) == 0 {
		return nil, fmt.Errorf("no YAML: %w", err)
	}
	var twice any // the parser refuses keys that stand twice only where it makes values
	if err := root.Decode(&twice); err != nil {
		return nil, err
	}
	return plain(root.Content[0]), nil
}

func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return plain(n.Alias)
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			out[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, entry := range n.Content {
			out = append(out, plain(entry))
		}
		return out
	}
	var value any = n.Value
	if n.Tag == "!!null" || n.Tag == "!!bool" || n.Tag == "!!int" || n.Tag == "!!float" {
		_ = n.Decode(&value)
	}
	return value
}

// judge holds every header below a folder against the schema of its type and returns what is refused.
func judge(t *testing.T, all map[string]*jsonschema.Schema, dir string) map[string]error {
	t.Helper()
	refused := map[string]error{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".md" && d.Name() != "site.yaml" || d.Name() == "README.md" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		value, err := header(name, data)
		if err == nil {
			err = all[typeOf(name, value)].Validate(value)
		}
		if err != nil {
			refused[name] = err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return refused
}

// typeOf chooses the schema; a type that nobody knows is refused by any.
func typeOf(name string, value any) string {
	if filepath.Base(name) == "site.yaml" {
		return "site"
	}
	if keys, ok := value.(map[string]any); ok && keys["type"] != nil {
		if word := fmt.Sprint(keys["type"]); slices.Contains(schema.Types(), document.Type(word)) {
			return word
		}
	}
	return string(document.TypeOf(filepath.ToSlash(name)))
}

func TestTheSchemasAcceptTheWholeSampleSite(t *testing.T) {
	for _, lang := range []diag.Lang{diag.Vi, diag.En} {
		for name, err := range judge(t, validators(t, lang), "../../content") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// notShape lists the broken cases of package build whose fault no header shows, each with where it lies.
var notShape = map[string]string{
	"bad-anchor-alias":               "to YAML an anchor is a value like any other",
	"bad-award-before-results":       "two files contradict each other",
	"bad-award-departs":              "an award against the ranking",
	"bad-award-departs-under-waiver": "an award against the ranking",
	"bad-award-decisions":            "two files against each other",
	"bad-award-quota":                "more awards than the plan has",
	"bad-award-rounds":               "more awards than the plan has",
	"bad-award-tie-edge":             "an award against the ranking",
	"bad-award-whom":                 "two keys of which one must be there",
	"bad-block-unknown":              "an id against the plan",
	"bad-near-names":                 "names against other files",
	"bad-row-unread":                 "lines of score sheets",
	"bad-broken-anchor":              "in the body",
	"bad-broken-image":               "in the body",
	"bad-broken-link":                "in the body",
	"bad-category-unknown":           "a name against the settings",
	"bad-cell-differs":               "two score sheets contradict each other",
	"bad-change-differs":             "a column of the score sheet",
	"bad-inline-column-twice":        "a column of the score sheet",
	"bad-counts":                     "counts against the score sheet",
	"bad-criteria-band-order":        "an order",
	"bad-criterion-column-missing":   "a column of the score sheet",
	"bad-criterion-twice":            "two ids",
	"bad-curly-quotes":               "to YAML a curly mark is a letter",
	"bad-date-before-decision":       "two dates contradict each other",
	"bad-dates-crossed":              "dates contradict each other",
	"bad-directive":                  "in the body",
	"bad-expires-before-publish":     "two dates contradict each other",
	"bad-file-on-generated-address":  "an address",
	"bad-header-remark":              "to YAML a remark is nothing",
	"bad-identity-number":            "in the body",
	"bad-image-no-alt":               "in the body, and a judgement",
	"bad-invalid-utf8":               "bytes of the body",
	"bad-invisible-character":        "a character inside a text",
	"bad-javascript-link":            "in the body",
	"bad-legacy-font":                "in the body",
	"bad-link-with-space":            "in the body",
	"bad-look-alike-letter":          "in the body",
	"bad-max-missing":                "what the kind of scoring asks for",
	"bad-max-sum":                    "a sum",
	"bad-mean-differs":               "a mean against the score sheet",
	"bad-mixed-decimals":             "in the score sheet",
	"bad-name-ending":                "a file's name",
	"bad-no-criteria":                "a file is missing",
	"bad-official-differs":           "in the score sheet",
	"bad-parts-differ":               "in the score sheet",
	"bad-pasted-bullets":             "in the body",
	"bad-pasted-clauses":             "in the body",
	"bad-pasted-table":               "in the body",
	"bad-period-order":               "two dates contradict each other",
	"bad-publish-before-decision":    "two dates contradict each other",
	"bad-rank-hole":                  "in the score sheet",
	"bad-rank-missing":               "in the score sheet",
	"bad-rank-order":                 "in the score sheet",
	"bad-raw-html":                   "in the body",
	"bad-round-twice":                "two files contradict each other",
	"bad-output-shape":               "in the body and a template",
	"bad-output-text":                "words of the header",
	"bad-score-over-max":             "in the score sheet",
	"bad-score-text":                 "in the score sheet",
	"bad-scores-file":                "a file is missing",
	"bad-sheet-column-unknown":       "in the score sheet",
	"bad-sheet-date-heading":         "in the score sheet",
	"bad-sheet-excel-error":          "in the score sheet",
	"bad-sheet-kind":                 "a word that the project may extend",
	"bad-sheet-not-utf8":             "in the score sheet",
	"bad-sheet-percent-sign":         "in the score sheet",
	"bad-sheet-row-long":             "in the score sheet",
	"bad-sheet-unit-twice":           "in the score sheet",
	"bad-side-sheet":                 "in a score sheet",
	"bad-site-missing":               "a file is missing",
	"bad-two-files-one-address":      "an address",
	"bad-award-undisclosed":          "two dates contradict each other",
	"bad-unit-ceased":                "two dates contradict each other",
	"bad-unit-id-twice":              "two ids",
	"bad-unit-in-two-blocks":         "two ids",
	"bad-unit-missing":               "in the score sheet",
	"bad-unknown-unit":               "an id against the registry",
	"bad-unknown-unit-in-sheet":      "in the score sheet",
	"bad-word-attached":              "in the body",
	"bad-workbook-text-number":       "in the score sheet",
	"bad-workbooks":                  "in the score sheets",
	"bad-year-slip":                  "a year in the body",
}

func TestTheSchemasRejectEveryBrokenHeaderOfTheFolderCases(t *testing.T) {
	all := validators(t, diag.Vi)
	cases, err := os.ReadDir("../build/testdata")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, c := range cases {
		refused := judge(t, all, filepath.Join("../build/testdata", c.Name(), "in"))
		why, listed := notShape[c.Name()]
		broken := strings.HasPrefix(c.Name(), "bad-") && !listed
		switch {
		case broken && len(refused) == 0:
			t.Errorf("%s is accepted", c.Name())
		case !broken && len(refused) > 0:
			t.Errorf("%s (%s) is refused: %v", c.Name(), why, refused)
		}
		if broken {
			seen++
		}
	}
	if seen < 15 {
		t.Errorf("only %d cases are broken in their header", seen)
	}
}

func TestEveryKeyIsDescribedInBothLanguagesAndNothingElseIs(t *testing.T) {
	want := map[string]bool{"type.site": true}
	var walk func(keys []document.Key)
	walk = func(keys []document.Key) {
		for _, k := range keys {
			name := k.Of + "." + k.Name
			if want[name] {
				continue
			}
			want[name] = true
			if about := schema.About(k); about.Vi == "" || about.En == "" {
				t.Errorf("%s is not described", name)
			}
			walk(k.Keys())
		}
	}
	walk(document.SiteKeys())
	for _, typ := range schema.Types() {
		want["type."+string(typ)] = true
		walk(document.Keys(typ))
	}
	for _, name := range schema.Described() {
		if !want[name] {
			t.Errorf("%s is described, but no header has it", name)
		}
	}
}

// The patterns and the reader agree on what is a moment, a number, an id and an address.
func TestThePatternsTellWhatTheReaderTakes(t *testing.T) {
	all := validators(t, diag.Vi)
	article, criteria := all["article"], all["units"]
	digits := rapid.StringMatching(`(19|20)[0-9]{2}-[0-1][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-5][0-9](:[0-5][0-9])? ?(Z|[+]0[0-9]:00)?)?`)
	rapid.Check(t, func(t *rapid.T) {
		at := digits.Draw(t, "moment")
		if strings.Contains(at, "-02-29") {
			return // the calendar is not the schema's
		}
		accepted := article.Validate(map[string]any{"title": "T", "date": at}) == nil
		_, found := document.Parse("content/tin-tuc/a.md", []byte("---\ntitle: T\ndate: "+at+"\n---\n"))
		if read := len(found) == 0; read != accepted {
			t.Fatalf("%q: the schema says %v, the reader %v: %v", at, accepted, read, found)
		}
		id := rapid.StringMatching(`[a-zđ0-9-]{1,6}`).Draw(t, "id")
		accepted = criteria.Validate(map[string]any{"type": "units", "title": "T", "units": []any{map[string]any{"id": id, "name": "N"}}}) == nil
		if is := viet.Slug(id) == id; is != accepted {
			t.Fatalf("id %q: the schema says %v, the site %v", id, accepted, is)
		}
	})
}

func TestThePatternOfBaseURLTellsWhatTheSiteTakes(t *testing.T) {
	of := validators(t, diag.Vi)["site"]
	for _, base := range []string{"https://a.vn", "https://a.vn/cong/", "http://a.vn:81/x", "a.vn", "ftp://a.vn/", "https:///x", "https://a.vn/?q=1", "https://a.vn/#x", ""} {
		accepted := of.Validate(map[string]any{"title": "T", "organization": "O", "base_url": base}) == nil
		if is := site.IsBase(base); is != accepted {
			t.Errorf("%q: the schema says %v, the site %v", base, accepted, is)
		}
	}
}
