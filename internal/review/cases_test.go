package review_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/review"
	"bangvang/internal/workbook"
	"bangvang/templates"
)

var update = flag.Bool("update", false, "rewrite the expectations")

// moment is when all reviews take place.
var moment = time.Date(2026, 5, 2, 8, 0, 0, 0, time.FixedZone("+07", 7*3600))

// A tree is a site's folder in memory.
type tree = fstest.MapFS

// site is testdata/site: a campaign with two rounds of one block, one of another, an expired round, awards and a proposal.
func site(t testing.TB) tree {
	t.Helper()
	out := tree{}
	root := os.DirFS(filepath.Join("testdata", "site"))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func compare(t testing.TB, base, head fs.FS) *review.Review {
	t.Helper()
	r, err := review.Of(base, head, build.Options{Now: moment, Theme: templates.FS}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// edited does to a site what a case says:
//
//	-- FILE --        the file is written so
//	-- edit FILE --   "old ⇒ new" on a line each: what stands there once stands there no more
//	-- move --        "old ⇒ new" names of files
//	-- remove --      names of files
//
// "base" before a word does it to the base, too, for what had to be there before.
func edited(t *testing.T, base tree, files []txtar.File) (tree, tree) {
	t.Helper()
	head := maps.Clone(base)
	for _, f := range files {
		name, inBase := strings.CutPrefix(f.Name, "base ")
		if name == "want" {
			continue
		}
		edit(t, head, name, string(f.Data))
		if inBase {
			edit(t, base, name, string(f.Data))
		}
	}
	return base, head
}

func edit(t *testing.T, site tree, name, text string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	file, isEdit := strings.CutPrefix(name, "edit ")
	switch {
	case isEdit && site[file] == nil: // a template of the built-in theme
		data, err := fs.ReadFile(templates.FS, strings.TrimPrefix(file, "templates/"))
		if err != nil {
			t.Fatal(err)
		}
		site[file] = &fstest.MapFile{Data: []byte(replaced(t, file, string(data), lines))}
	case isEdit:
		site[file] = &fstest.MapFile{Data: []byte(replaced(t, file, string(site[file].Data), lines))}
	case name == "move":
		for _, l := range lines {
			from, to, _ := strings.Cut(l, " ⇒ ")
			site[to] = site[from]
			delete(site, from)
		}
	case name == "remove":
		for _, l := range lines {
			delete(site, l)
		}
	default:
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
}

func replaced(t *testing.T, file, text string, lines []string) string {
	t.Helper()
	for _, l := range lines {
		was, now, ok := strings.Cut(l, " ⇒ ")
		if !ok || strings.Count(text, was) != 1 {
			t.Fatalf("%s: %q stands there %d times", file, was, strings.Count(text, was))
		}
		text = strings.Replace(text, was, strings.ReplaceAll(now, `\n`, "\n"), 1)
	}
	return text
}

// statements are all that a review says, one line each.
func statements(r *review.Review, lang diag.Lang) string {
	var b strings.Builder
	page := ""
	for _, c := range r.Changes {
		if c.Publication.Title != page {
			page = c.Publication.Title
			fmt.Fprintf(&b, "%s\n", page)
		}
		fmt.Fprintf(&b, "  %s\n", c.Sentence(lang))
	}
	if len(r.Changes) == 0 {
		b.WriteString("no fact changes\n")
	}
	found := append(slices.Clone(r.Fresh), r.Findings(lang)...)
	for _, f := range found {
		fmt.Fprintf(&b, "%s %s %s:%d %s\n", f.Severity, f.Code, f.File, f.Pos.Line, f.Message(lang))
	}
	pages := map[string]int{}
	for _, p := range r.Pages {
		kind := string(p.Act)
		if p.Act == review.Changed && !p.Words {
			kind = "looks"
		}
		pages[kind]++
	}
	fmt.Fprintf(&b, "pages: %v\n", pages)
	return b.String()
}

func cases(t *testing.T, folder string, each func(t *testing.T, archive *txtar.Archive, base, head tree)) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			base, head := edited(t, site(t), archive.Files)
			each(t, archive, base, head)
			golden(t, path, archive, statements(compare(t, base, head), diag.Vi))
		})
	}
}

// golden holds what was said against the archive's want.
func golden(t *testing.T, path string, archive *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	if *update {
		if i < 0 {
			archive.Files, i = append(archive.Files, txtar.File{Name: "want"}), len(archive.Files)
		}
		archive.Files[i].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if i < 0 || string(archive.Files[i].Data) != got {
		t.Errorf("it says\n%s", got)
	}
}

// Each change says exactly what the public will read otherwise, and the other way round it says the opposite.
func TestChanges(t *testing.T) {
	cases(t, "changes", func(t *testing.T, _ *txtar.Archive, base, head tree) {
		there, back := compare(t, base, head), compare(t, head, base)
		if got, want := sides(back, true), sides(there, false); !slices.Equal(got, want) {
			t.Errorf("back it says\n%s\nthere it says\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// sides are the changes as plain lines, exchanged where back is set.
func sides(r *review.Review, back bool) []string {
	act := map[review.Act]review.Act{review.Added: review.Removed, review.Removed: review.Added, review.Changed: review.Changed}
	var out []string
	for _, c := range r.Changes {
		if !back {
			act[c.Act] = c.Act
		}
		lines := []string{fmt.Sprint(c.Topic, " ", act[c.Act], " ", c.Why)}
		for _, t := range slices.Concat(c.Turns, c.Causes) {
			if back {
				t.Was, t.Now = t.Now, t.Was
			}
			lines = append(lines, fmt.Sprint(t.Aspect, t.Of, ":", t.Was.Plain, ">", t.Now.Plain))
		}
		out = append(out, strings.Join(lines, " "))
		act = map[review.Act]review.Act{review.Added: review.Removed, review.Removed: review.Added, review.Changed: review.Changed}
	}
	slices.Sort(out)
	return out
}

// Each way to alter something published in silence is stopped, or at least shown: its first line says which.
func TestAttacks(t *testing.T) {
	cases(t, "attacks", func(t *testing.T, archive *txtar.Archive, base, head tree) {
		r := compare(t, base, head)
		word, _, _ := strings.Cut(string(archive.Comment), ":")
		errors := diag.Errors(append(slices.Clone(r.Fresh), r.Findings(diag.Vi)...))
		switch {
		case word != "stopped" && word != "shown":
			t.Fatalf("the case begins with %q", word)
		case word == "stopped" && errors == 0:
			t.Error("nothing stops it")
		case word == "shown" && len(r.Changes) == 0 && len(r.Findings(diag.Vi)) == 0:
			t.Error("nothing shows it")
		}
	})
}

func TestASiteComparedWithItselfIsEmpty(t *testing.T) {
	r := compare(t, site(t), site(t))
	if !r.Empty() || len(r.Findings(diag.Vi)) > 0 {
		t.Errorf("it says\n%s", statements(r, diag.Vi))
	}
}

func TestWithoutABaseEverythingIsNew(t *testing.T) {
	r := compare(t, tree{}, site(t))
	for _, c := range r.Changes {
		if c.Act != review.Added {
			t.Errorf("%s", c.Sentence(diag.En))
		}
	}
	if !r.First() || len(r.Changes) == 0 {
		t.Error("nothing is new")
	}
}

// The register is one publication of several files: a correction is asked for in the one that changes.
func TestACorrectionIsAskedForInTheFileThatChanges(t *testing.T) {
	const own = "content/phong-trao/thu/don-vi.md"
	registry := func(name string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntype: units\ntitle: Đơn vị của phong trào\nillustrative: true\nunits:\n  - {id: xa-d, name: " + name + ", kind: xa}\n---\n")}
	}
	base := site(t)
	edit(t, base, "edit content/don-vi.md", "  - {id: xa-d, name: Xã Minh hoạ D, kind: xa} ⇒   # xa-d has a file of its own")
	base[own] = registry("Xã Minh hoạ D")
	head := maps.Clone(base)
	head[own] = registry("Xã Minh hoạ Đ")
	for _, f := range compare(t, base, head).Findings(diag.Vi) {
		if f.Code == "review-changed" && strings.Contains(f.Hint(diag.Vi), "corrections vào "+own+",") {
			return
		}
	}
	t.Error("no finding asks for a correction in " + own)
}

// In a workbook a row has no line that a reader could go to: the cell is named.
func TestAScoreInAWorkbookIsNamedByItsCell(t *testing.T) {
	const results, sheet = "content/phong-trao/thu/ket-qua/2026-xa.md", "content/phong-trao/thu/ket-qua/2026-xa.xlsx"
	scores := func(last string) *fstest.MapFile {
		data, err := workbook.Write(workbook.Table{
			Sheet:   "Bảng điểm",
			Columns: []workbook.Column{{Head: "unit"}, {Head: "1.1", Kind: workbook.Number}, {Head: "1.2", Kind: workbook.Number}, {Head: "2", Kind: workbook.Number}},
			Rows:    [][]string{{"xa-a", "38", "9", "45.5"}, {"xa-b", "35", "8", "40"}, {"xa-c", "36", "8.5", "40"}, {"xa-d", "30", "7", last}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: data}
	}
	base := site(t)
	edit(t, base, "edit "+results, "scores: 2026-xa.csv ⇒ scores: 2026-xa.xlsx")
	delete(base, "content/phong-trao/thu/ket-qua/2026-xa.csv")
	base[sheet] = scores("31")
	head := maps.Clone(base)
	head[sheet] = scores("33")
	r := compare(t, base, head)
	const want = "Xã Minh hoạ D: 68,0 → 70,0 điểm; vì tiêu chí 2: 31 → 33 (ket-qua/2026-xa.xlsx:Bảng điểm!D5)"
	if !slices.ContainsFunc(r.Changes, func(c review.Change) bool { return c.Sentence(diag.Vi) == want }) {
		t.Errorf("it says\n%s", statements(r, diag.Vi))
	}
	for _, f := range r.Findings(diag.Vi) {
		if f.Code == "review-changed" && f.Pos.Cell() == "D5" {
			return
		}
	}
	t.Error("no finding stands at the cell")
}
