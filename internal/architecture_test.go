package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sole names the packages that alone may import a module, mostly one.
var sole = map[string]string{
	"github.com/yuin/goldmark":     "document",
	"github.com/adrg/frontmatter":  "document",
	"gopkg.in/yaml.v3":             "document",
	"github.com/fsnotify/fsnotify": "watch",
	"html/template":                "render dossier",
	"github.com/xuri/excelize/v2":  "workbook",
	"os/exec":                      "revision",
	"github.com/spf13/pflag":       "cmd/bangvang",
	"golang.org/x/text/collate":    "viet",
}

func TestImportsAreThoseOfTheTable(t *testing.T) {
	allowed := table(t)
	for pkg, imports := range imported(t) {
		may, listed := allowed[pkg]
		if !listed {
			t.Errorf("package %s is not in the table of internal/README.md", pkg)
			continue
		}
		for _, i := range imports {
			if ours, is := strings.CutPrefix(i, "bangvang/"); is {
				ours = strings.TrimPrefix(ours, "internal/")
				if !slices.Contains(may, ours) {
					t.Errorf("%s imports %s, which the table does not list", pkg, ours)
				}
			}
			if one, is := sole[root(i)]; is && !slices.Contains(strings.Fields(one), pkg) && pkg != "bench" {
				t.Errorf("%s imports %s, which only %q may", pkg, i, one)
			}
		}
	}
	for pkg, may := range allowed {
		for _, m := range may {
			if _, there := allowed[m]; !there && m != "templates" {
				t.Errorf("the table lets %s import %s, which it does not describe", pkg, m)
			}
		}
	}
}

func TestEveryListedPackageExists(t *testing.T) {
	for pkg := range table(t) {
		if _, err := os.Stat(filepath.Join("..", folder(pkg))); err != nil {
			t.Errorf("the table lists %s, which is not there", pkg)
		}
	}
}

func TestEveryModuleHasItsReason(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		fields := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(fields) == 2 && strings.HasPrefix(fields[1], "v") && !strings.Contains(string(readme), "| "+fields[0]) && fields[0] != "github.com/chromedp/cdproto" {
			t.Errorf("%s has no line in the table of modules in internal/README.md", fields[0])
		}
	}
}

func root(i string) string {
	for one := range sole {
		if i == one || strings.HasPrefix(i, one+"/") {
			return one
		}
	}
	return i
}

func folder(pkg string) string {
	if strings.HasPrefix(pkg, "cmd/") {
		return pkg
	}
	return path.Join("internal", pkg)
}

var row = regexp.MustCompile("^\\| [a-z ]+ \\| `([a-z0-9/]+)` \\|.*\\| ([a-z0-9/, ]*)\\|$")

// table reads which packages each one may import.
func table(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		if m := row.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			out[m[1]] = strings.FieldsFunc(m[2], func(r rune) bool { return r == ',' || r == ' ' })
		}
	}
	if len(out) < 10 {
		t.Fatalf("the table of internal/README.md has only %d packages that can be read", len(out))
	}
	return out
}

// imported reads what the packages import, tests excepted.
func imported(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, top := range []string{".", "../cmd"} {
		err := filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && d.Name() == "testdata" {
				return filepath.SkipDir
			}
			if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../")
			for _, i := range f.Imports {
				p, _ := strconv.Unquote(i.Path.Value)
				out[pkg] = append(out[pkg], p)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
