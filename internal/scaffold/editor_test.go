package scaffold_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/document"
	"bangvang/internal/schema"
)

// made returns a file of a new site.
func made(t *testing.T, path string) string {
	t.Helper()
	for _, f := range plain.Files() {
		if f.Path == path {
			return string(f.Data)
		}
	}
	t.Fatalf("a new site has no %s", path)
	return ""
}

// read decodes JSON as VS Code does, lines of remarks left out.
func read(t *testing.T, path string, into any) {
	t.Helper()
	text := regexp.MustCompile(`(?m)^\s*//.*$`).ReplaceAllString(made(t, path), "")
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}

func TestTheFilesForEditorsAreJSON(t *testing.T) {
	for _, f := range plain.Files() {
		if strings.HasSuffix(f.Path, ".json") || strings.HasSuffix(f.Path, ".code-snippets") {
			read(t, f.Path, new(any))
		}
	}
}

func TestAnEditorFindsThePlacesThatCheckPrints(t *testing.T) {
	var tasks struct {
		Tasks []struct {
			Command        string
			Args           []string
			ProblemMatcher []struct {
				Severity string
				Pattern  struct {
					Regexp string
					Kind   string
				}
			}
		}
	}
	read(t, ".vscode/tasks.json", &tasks)
	for line, want := range map[string][]string{
		"content/tin-tuc/a.md:12:5: lỗi: Thiếu khóa: «title».  [missing-key]":               {"error", "", "content/tin-tuc/a.md", "12", "5", "Thiếu khóa: «title».", "missing-key"},
		"content/tin-tuc/a.md:12: cảnh báo: Thiếu.  [x-y]":                                  {"warning", "", "content/tin-tuc/a.md", "12", "", "Thiếu.", "x-y"},
		"content/tin-tuc/a.md: lỗi: Tệp trống.  [empty-file]":                               {"error", "file", "content/tin-tuc/a.md", "lỗi: Tệp trống.  [empty-file]"},
		"content/x/2025-thon.xlsx:Bảng điểm!C7: lỗi: Điểm 365: vượt mức.  [score-over-max]": {"error", "file", "content/x/2025-thon.xlsx", "lỗi: Điểm 365: vượt mức.  [score-over-max]"},
		"    title: lỗi: [a]": nil,
	} {
		var got []string
		for _, task := range tasks.Tasks {
			for _, m := range task.ProblemMatcher {
				if found := regexp.MustCompile(m.Pattern.Regexp).FindStringSubmatch(line); found != nil {
					got = append(append(got, m.Severity, m.Pattern.Kind), found[1:]...)
				}
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s\nis read as %q, want %q", line, got, want)
		}
	}
}

func TestTheFormsHaveEveryKeyOfEveryType(t *testing.T) {
	var config struct {
		Types []struct {
			Name   string
			Fields []struct{ Name, Type string }
		} `json:"frontMatter.taxonomy.contentTypes"`
	}
	read(t, "frontmatter.json", &config)
	forms := map[string][]string{}
	for _, typ := range config.Types {
		for _, f := range typ.Fields {
			forms[typ.Name] = append(forms[typ.Name], f.Name)
		}
	}
	for _, typ := range schema.Types() {
		var keys []string
		for _, k := range document.Keys(typ) {
			keys = append(keys, k.Name)
		}
		if strings.Join(forms[string(typ)], " ") != strings.Join(keys, " ") {
			t.Errorf("the form of %s has %v, its header %v", typ, forms[string(typ)], keys)
		}
	}
	if len(forms["default"]) == 0 {
		t.Error("a document without a type has no form")
	}
}

// What a snippet inserts, its stops left as they are, is a document that can be read.
func TestEveryTypeHasASnippetThatIsADocument(t *testing.T) {
	var snippets map[string]struct {
		Prefix string
		Body   []string
	}
	read(t, ".vscode/bangvang.code-snippets", &snippets)
	stop := regexp.MustCompile(`\$\{\d+:([^}]*)\}`)
	day := strings.NewReplacer("${CURRENT_YEAR}", "2026", "${CURRENT_MONTH}", "05", "${CURRENT_DATE}", "02")
	for _, typ := range schema.Types() {
		s := snippets[string(typ)]
		text := day.Replace(stop.ReplaceAllString(strings.Join(s.Body, "\n"), "$1")) + "\n"
		path := map[document.Type]string{
			document.TypeSection: "content/a/_index.md", document.TypeArticle: "content/tin-tuc/a.md", document.TypeTranslation: "content/a.en.md",
		}[typ]
		if path == "" {
			path = "content/a.md"
		}
		doc, found := document.Parse(path, []byte(text))
		if s.Prefix != "bv-"+string(typ) || doc.Type != typ || len(found) > 0 || strings.Contains(text, "$") {
			t.Errorf("%s: %s, %v\n%s", typ, doc.Type, found, text)
		}
	}
}
