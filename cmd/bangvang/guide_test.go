package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

// The authors' guide is followed to the letter: its console blocks are typed, what it has filled in is filled in, and
// the workbook is the one that was filled in with LibreOffice (testdata/workbooks).

// guideTime is the moment at which it is followed, 2026-05-02.
const guideTime = "SOURCE_DATE_EPOCH=1777683600"

// guideFolder is where the guide's campaign stands.
const guideFolder = "content/phong-trao/giu-sach-duong-lang-nam-2025/"

var (
	console   = regexp.MustCompile("(?ms)^```console\n(.*?)^```$")
	toFill    = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| `(‹[^`]+›)` \\| `([^`]+)` \\|$")
	asked     = regexp.MustCompile(`^(?:\S.*?[^:]): ?([^:]*)$`)
	measured  = regexp.MustCompile(`[0-9]+ trang, [0-9]+ tệp, [0-9,]+ giây`)
	guideCode = regexp.MustCompile("`([a-z]+(?:-[a-z]+)+)`")
)

func guide(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A step is a block of the guide: what is typed first, and what then stands on the screen.
type step struct{ command, screen string }

func guideSteps(t *testing.T) []step {
	t.Helper()
	var steps []step
	for _, m := range console.FindAllStringSubmatch(guide(t), -1) {
		command, screen, _ := strings.Cut(m[1], "\n")
		steps = append(steps, step{command, screen})
	}
	if len(steps) < 6 {
		t.Fatalf("the guide has %d blocks of the console", len(steps))
	}
	return steps
}

// answers are what stands behind the questions on the screen: each is a line of its own.
func (s step) answers() string {
	var out strings.Builder
	for line := range strings.Lines(s.screen) {
		line = strings.TrimRight(line, "\n")
		switch m := asked.FindStringSubmatch(line); {
		case strings.HasPrefix(line, "Đã tạo") || strings.HasPrefix(line, "content/"):
			return out.String() // the questions are over
		case strings.HasPrefix(line, "  "), line == "":
			out.WriteString(strings.TrimSpace(line) + "\n")
		case strings.HasSuffix(line, "là hết:"):
		case m != nil:
			out.WriteString(m[1] + "\n")
		}
	}
	return out.String()
}

// do types a step in a folder and returns what stands on the screen then, and how it ended.
func (s step) do(t *testing.T, dir string) (screen string, code int) {
	t.Helper()
	var words []string
	for i, part := range strings.Split(s.command, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir, cmd.Env, cmd.Stdin = dir, append(os.Environ(), guideTime), strings.NewReader(s.answers())
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	_ = cmd.Run()
	return out.String(), cmd.ProcessState.ExitCode()
}

// seen is a screen without the spaces at the ends of its lines, and without what every machine measures anew.
func seen(screen string) string {
	var out []string
	for line := range strings.Lines(measured.ReplaceAllString(screen, "…")) {
		out = append(out, strings.TrimRight(line, " \n"))
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// followGuide does everything that the guide says, and returns the site's folder.
func followGuide(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, s := range guideSteps(t) {
		if s.command == "bangvang list" {
			fillIn(t, dir)
		}
		screen, code := s.do(t, dir)
		if code != exitOK || s.screen != "" && seen(screen) != seen(s.screen) {
			t.Fatalf("%s ended with %d and said\n%s\nthe guide has\n%s", s.command, code, screen, s.screen)
		}
		switch {
		case strings.HasPrefix(s.command, "bangvang new results"):
			copyFile(t, "testdata/workbooks/guide.xlsx", filepath.Join(dir, guideFolder, "ket-qua/2025-cac-thon.xlsx"))
		case s.command == "bangvang list":
			publishAll(t, dir, screen)
		}
		if screen, code := (step{command: "bangvang check --drafts"}).do(t, dir); code != exitOK || strings.Contains(screen, "lỗi:") {
			t.Errorf("after %s check ended with %d and said\n%s", s.command, code, screen)
		}
	}
	return dir
}

// fillIn puts into files what the guide's table says.
func fillIn(t *testing.T, dir string) {
	t.Helper()
	table := toFill.FindAllStringSubmatch(guide(t), -1)
	if len(table) < 3 {
		t.Fatalf("the guide has %d places to fill in", len(table))
	}
	for _, m := range table {
		edit(t, filepath.Join(dir, guideFolder, m[1]), m[2], m[3])
	}
}

// publishAll takes the draft lines from the files that list has named, but for the introduction.
func publishAll(t *testing.T, dir, listed string) {
	t.Helper()
	for line := range strings.Lines(listed) {
		if file, _, _ := strings.Cut(line, ":"); strings.HasPrefix(file, guideFolder) {
			edit(t, filepath.Join(dir, file), "draft: true\n", "")
		}
	}
}

func edit(t *testing.T, path, old, fresh string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", path, old)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), old, fresh, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTheGuideLeadsFromAnEmptyFolderToARankingOutOfAWorkbook(t *testing.T) {
	dir := followGuide(t)
	files := tree(t, dir)
	ranking := files["public/phong-trao/giu-sach-duong-lang-nam-2025/ket-qua/2025-cac-thon/index.html"]
	article := files["public/phong-trao/giu-sach-duong-lang-nam-2025/tin/da-co-ket-qua-giu-sach-duong-lang/index.html"]
	for _, words := range []string{"Thôn Đông", "88,5", "Thôn Trung", "76,5"} {
		if !strings.Contains(ranking, words) || !strings.Contains(article, words) {
			t.Errorf("%q is not on both pages that the guide leads to", words)
		}
	}
	for _, name := range []string{"ke-hoach.md", "don-vi.md", "_index.md"} {
		edit(t, filepath.Join(dir, guideFolder, name), "illustrative: true\n", "")
	}
	if screen, code := (step{command: "bangvang check"}).do(t, dir); code != exitOK || !strings.Contains(screen, "Không có lỗi nào") {
		t.Errorf("without its illustrative lines check ended with %d and said\n%s", code, screen)
	}
}

func TestTheMessageThatTheGuideReadsOutIsTheOneThatCheckPrints(t *testing.T) {
	_, shown, found := strings.Cut(guide(t), "`365`")
	_, shown, fenced := strings.Cut(shown, "\n```\n")
	shown, _, closed := strings.Cut(shown, "```\n")
	if !found || !fenced || !closed {
		t.Fatal("the guide shows no message")
	}
	dir := followGuide(t)
	copyFile(t, "testdata/workbooks/guide-wrong.xlsx", filepath.Join(dir, guideFolder, "ket-qua/2025-cac-thon.xlsx"))
	if screen, code := (step{command: "bangvang check"}).do(t, dir); code != exitFindings || !strings.HasPrefix(screen, shown) {
		t.Errorf("check ended with %d and said\n%s\nthe guide shows\n%s", code, screen, shown)
	}
}

func TestEveryCodeInTheGuidesTableOfMessagesIsKnown(t *testing.T) {
	_, table, _ := strings.Cut(guide(t), "| Máy báo |")
	codes := guideCode.FindAllStringSubmatch(table, -1)
	if len(codes) < 20 {
		t.Fatalf("the table has %d codes", len(codes))
	}
	for _, m := range codes {
		if !diag.Known(m[1]) {
			t.Errorf("the guide names the code %s, which no message has", m[1])
		}
	}
}
