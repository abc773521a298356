package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

// atGuide is a moment after all dates of the guide's example.
const atGuide = "2026-05-02"

// A guideFile is a fenced block of the authors' guide that stands below a line with nothing but its file's name,
// **`content/don-vi.md`**: the whole of that file.
type guideFile struct{ name, text string }

var (
	namedBlock = regexp.MustCompile("(?ms)^\\*\\*`(content/[^`\n]+)`\\*\\*\n+```[a-z]+\n(.*?)^```$")
	guideCode  = regexp.MustCompile("`([a-z]+(?:-[a-z]+)+)`")
)

func guide(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// guideFiles returns the files in the order in which the guide has them made.
func guideFiles(t *testing.T) []guideFile {
	t.Helper()
	text := guide(t)
	var files []guideFile
	for _, m := range namedBlock.FindAllStringSubmatch(text, -1) {
		files = append(files, guideFile{m[1], m[2]})
	}
	if named := strings.Count(text, "\n**`content/"); len(files) < 6 || named != len(files) {
		t.Fatalf("%d files of the guide have a block, %d are named", len(files), named)
	}
	return files
}

// layGuide makes the guide's files in a new folder, each text edited on its way.
func layGuide(t *testing.T, edit *strings.Replacer) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range guideFiles(t) {
		write(t, dir, f.name, edit.Replace(f.text))
	}
	return dir
}

// findsNothing runs a command and wants it to end well without a word of findings.
func findsNothing(t *testing.T, words ...string) {
	t.Helper()
	said, code := runs(t, append(words, "--at", atGuide)...)
	if code != exitOK || strings.Contains(said, "lỗi:") || strings.Contains(said, "cảnh báo") {
		t.Errorf("%v ended with %d and said\n%s", words, code, said)
	}
}

func TestTheGuideLeadsFromAnEmptyFolderToAPortalWithoutAnyFinding(t *testing.T) {
	dir := layGuide(t, strings.NewReplacer())
	findsNothing(t, "check", "--site", dir)
	findsNothing(t, "build", "--site", dir)
	page := tree(t, dir)["public/phong-trao/duong-lang-2025/ket-qua/2025-thon/index.html"]
	for _, words := range []string{"Thôn Đông", "88,5", "Thôn Trung", "76,5"} {
		if !strings.Contains(page, words) {
			t.Errorf("the ranking that the guide leads to lacks %q", words)
		}
	}
}

func TestNoStepOfTheGuideLeavesAnErrorBehind(t *testing.T) {
	dir := t.TempDir()
	for _, f := range guideFiles(t) {
		write(t, dir, f.name, f.text)
		if said, code := runs(t, "check", "--site", dir, "--at", atGuide); code != exitOK {
			t.Errorf("after %s check ended with %d and said\n%s", f.name, code, said)
		}
	}
}

func TestTheGuidesExampleBecomesRealByDroppingItsIllustrativeLines(t *testing.T) {
	dir := layGuide(t, strings.NewReplacer("illustrative: true\n", ""))
	findsNothing(t, "check", "--site", dir)
}

func TestTheMessageThatTheGuideReadsOutIsTheOneThatCheckPrints(t *testing.T) {
	_, shown, found := strings.Cut(guide(t), "`365`")
	_, shown, fenced := strings.Cut(shown, "\n```\n")
	shown, _, closed := strings.Cut(shown, "```\n")
	if !found || !fenced || !closed {
		t.Fatal("the guide shows no message")
	}
	dir := layGuide(t, strings.NewReplacer("Thôn Đông;36,5;", "Thôn Đông;365;"))
	if said, code := runs(t, "check", "--site", dir, "--at", atGuide); code != exitFindings || !strings.HasPrefix(said, shown) {
		t.Errorf("check ended with %d and said\n%s\nthe guide shows\n%s", code, said, shown)
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
