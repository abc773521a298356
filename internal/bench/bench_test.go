package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// script writes an executable shell script and returns its path.
func script(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text+"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestItSaysWhatIsMissing(t *testing.T) {
	empty, python := t.TempDir(), t.TempDir()
	script(t, python, "python3", "exit 0")
	for _, c := range []struct {
		name, path, says string
		args             []string
	}{
		{"without python3", empty, "python3", []string{"-dir", empty}},
		{"without its folder", python, "gen-site.py", []string{"-dir", empty}},
		{"when a number is none", python, "nhiều", []string{"nhiều"}},
		{"when nothing is to be built", python, "no number", []string{"0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("PATH", c.path)
			err := run(context.Background(), c.args, &strings.Builder{})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("said %v, want %q", err, c.says)
			}
		})
	}
}

func TestGeneratorsBuildInTurnAndTheTableDivides(t *testing.T) {
	dir := t.TempDir()
	order, site := filepath.Join(dir, "order"), filepath.Join(dir, "site")
	article := filepath.Join(site, "content", "tin-tuc", "2024", "bai.md")
	if err := errors.Join(os.MkdirAll(filepath.Dir(article), 0o777), os.WriteFile(article, []byte("---\n---\n"), 0o666)); err != nil {
		t.Fatal(err)
	}
	build := func(name, files string) generator {
		path := script(t, dir, name, `mkdir -p "$1" && cd "$1" && touch `+files+` && printf '`+name+` ' >> '`+order+`'`)
		return generator{name: name, build: func(_, out string) []string { return []string{path, out} }}
	}
	var said strings.Builder
	b, table := bench{runs: 2, say: &said, out: filepath.Join(dir, "out")}, &table{articles: 7}
	if err := b.builds(context.Background(), table, site, []generator{build("one", "a"), build("two", "a b c")}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(order); err != nil || string(got) != strings.Repeat("one two ", 8) {
		t.Errorf("the order was %q (%v)", got, err)
	}
	if text, err := os.ReadFile(article); err != nil || string(text) != "---\n---\n" {
		t.Errorf("the content that is kept was changed: %q (%v)", text, err)
	}
	if err := table.print(b); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(line(said.String(), "files")), " "); got != "files 1 3 3.00" {
		t.Errorf("three files beside one: %q in\n%s", got, said.String())
	}
	for _, figure := range []string{"cold build, s ", "peak memory", "nothing changed", "one article changed"} {
		if line(said.String(), figure) == "" {
			t.Errorf("no line %q in\n%s", figure, said.String())
		}
	}
}

// line returns the line of a text that begins with a word, behind spaces.
func line(text, word string) string {
	for l := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimLeft(l, " "), word) {
			return strings.TrimSpace(l)
		}
	}
	return ""
}

func TestAFailingGeneratorIsAnErrorWithItsWords(t *testing.T) {
	path := script(t, t.TempDir(), "broken", "echo hỏng rồi; exit 1")
	_, err := measure(context.Background(), []string{path}, nil)
	if err == nil || !strings.Contains(err.Error(), "hỏng rồi") {
		t.Errorf("error %v", err)
	}
}

func TestMedianAndTheTailOfTimes(t *testing.T) {
	var hundred []float64
	for i := range 100 {
		hundred = append(hundred, float64(i+1))
	}
	for _, c := range []struct {
		sorted      []float64
		median, p95 float64
	}{
		{[]float64{3}, 3, 3}, {[]float64{1, 2, 9}, 2, 9}, {[]float64{1, 2, 4, 9}, 3, 9}, {hundred, 50.5, 95}, {nil, 0, 0},
	} {
		if m, p := middle(c.sorted), p95(c.sorted); m != c.median || p != c.p95 {
			t.Errorf("of %v: %v and %v, want %v and %v", c.sorted, m, p, c.median, c.p95)
		}
	}
}

func TestAnArticleOfALargerPortalIsComparedWithTheSmaller(t *testing.T) {
	larger := &table{articles: 5000, seconds: 11}
	larger.linear(&table{articles: 1000, seconds: 2})
	if got := larger.rows[0].ours; got < 1.0999 || got > 1.1001 {
		t.Errorf("%v, want 1.1", got)
	}
}

func TestSavesAreTimedUntilEveryPageShowsThem(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	pages := []string{filepath.Join(dir, "one"), filepath.Join(dir, "two")}
	if err := os.WriteFile(path, []byte(`title: "Tựa"`), 0o666); err != nil {
		t.Fatal(err)
	}
	article, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	looks, onAll := 0, onDisk(pages...)
	var words []string
	seen := func(word string, saved time.Time) bool {
		text, _ := os.ReadFile(path)
		if want := `title: "` + word + ` Tựa"`; string(text) != want {
			t.Errorf("saved %q, want %q", text, want)
		}
		if looks++; looks%3 > 0 { // a page at each look: both are there at the third
			_ = os.WriteFile(pages[looks%3-1], text, 0o666)
			if onAll(word, saved) != (looks%3 == 2) {
				t.Errorf("look %d: all pages are there, or none", looks)
			}
			return false
		}
		words = append(words, word)
		return onAll(word, saved)
	}
	times, err := article.saves(context.Background(), 2, inTitle, seen)
	if err != nil || len(times) != 2 || len(words) != 3 || words[0] == words[1] {
		t.Errorf("%v, words %v, error %v", times, words, err)
	}
	if text, _ := os.ReadFile(path); string(text) != `title: "Tựa"` {
		t.Errorf("left behind: %q", text)
	}
}

func TestWordsArePutWhereTheyShow(t *testing.T) {
	for _, c := range []struct {
		in         place
		text, want string
	}{
		{inBody, "a\n", "a\n\nzq\n"}, {inTitle, `title: "b"`, `title: "zq b"`}, {inFrame, "x</body>", "x<p hidden>zq</p></body>"},
	} {
		if got := string(c.in([]byte(c.text), "zq")); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if w := word(); strings.ContainsAny(w, "0123456789@") || w == word() {
		t.Errorf("%q may be taken for something else", w)
	}
}

func TestPagesThatShowATitleAreFound(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.html": "x Tựa y", "b.html": "", "c.xml": "Tựa"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	all, titled, err := pagesOf(dir, "Tựa")
	if err != nil || len(all) != 2 || len(titled) != 1 {
		t.Errorf("%v, %v, %v", all, titled, err)
	}
	if _, _, err := pagesOf(dir, "khác"); err == nil {
		t.Error("a title that no page shows would be waited for in vain")
	}
	wait := writtenAnew(all)
	if wait("Tựa", time.Now().Add(time.Hour)) {
		t.Error("pages older than a change do not show it")
	}
}
