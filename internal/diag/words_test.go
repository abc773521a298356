package diag

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expectations")

// foreign are words of Go's libraries and of the system. A reader who meets one has been left alone with the program.
var foreign = regexp.MustCompile(`yaml\.v3|yaml: line|did not find expected|cannot unmarshal|cannot start any token|no such file|permission denied|` +
	`unexpected EOF|invalid character|strconv\.|parsing time|runtime error|goroutine |text/template|html/template:|not defined|can't evaluate|nil pointer|` +
	`\b(?:open|lstat|stat|openat|mkdir|rename|readdirent) [^ ]*/[^ ]*: |excelize|zip: |parse error on line|bare " in non-quoted|wrong number of fields|context canceled|0x[0-9a-f]{6}`)

// Everything that a program says in a test is in a golden file or a script.
func TestNoTextOfLibrariesReachesAReader(t *testing.T) {
	files := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		golden := strings.HasPrefix(name, "findings") && strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".txtar")
		if err != nil || d.IsDir() || !golden || !strings.Contains(path, "testdata") {
			return err
		}
		data, err := os.ReadFile(path)
		files++
		for i, line := range strings.Split(string(data), "\n") {
			if word := foreign.FindString(line); word != "" {
				t.Errorf("%s:%d: %q in %q", path, i+1, word, line)
			}
		}
		return err
	})
	if err != nil || files < 100 {
		t.Fatalf("looked at %d files, %v", files, err)
	}
}

func TestEveryCodeHasAnExampleBeforeAndAfter(t *testing.T) {
	for _, code := range Codes() {
		e := Lookup(code)
		if e.Before == "" || e.After == "" {
			t.Errorf("%s: before %q, after %q", code, e.Before, e.After)
		}
		if e.Before == e.After && e.Before != "" {
			t.Errorf("%s: before and after are the same", code)
		}
	}
}

// testdata/messages.txt is the whole catalogue as `explain` and a finding without arguments would print it, in both
// languages: each change of a text is seen by whoever reviews it.
func TestEveryTextOfTheCatalogueIsAsItWasApproved(t *testing.T) {
	var out strings.Builder
	for _, code := range Codes() {
		e := Lookup(code)
		out.WriteString("[" + code + "] " + e.Severity.String())
		if e.Judgement {
			out.WriteString(", may be waived")
		}
		out.WriteString("\n")
		for _, text := range []Text{e.Message, e.Hint, e.Why} {
			for _, said := range []string{text.Vi, text.En} {
				if said != "" {
					out.WriteString("  " + said + "\n")
				}
			}
		}
		out.WriteString("  - " + strings.ReplaceAll(e.Before, "\n", "\n  - ") + "\n  + " + strings.ReplaceAll(e.After, "\n", "\n  + ") + "\n\n")
	}
	const file = "testdata/messages.txt"
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got, known := strings.Split(out.String(), "\n"), strings.Split(string(want), "\n")
	for i := range got {
		if i >= len(known) || got[i] != known[i] {
			t.Fatalf("%s:%d\n got %q\n(-update rewrites it)", file, i+1, got[i])
		}
	}
	if len(known) > len(got) {
		t.Fatalf("%s has more lines than the catalogue", file)
	}
}
