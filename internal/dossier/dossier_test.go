package dossier_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/dossier"
	"bangvang/internal/review"
	"bangvang/templates"
)

// hostile is what an author may type into a name, and what no form may take for its own.
const hostile = `Xã <script>alert(1)</script> [x](http://xau.example) @tat-ca | ![a](b)`

// changed is a review of the site of package review's tests, in which a unit has a hostile name and another score.
func changed(t *testing.T, lang diag.Lang) *dossier.Dossier {
	t.Helper()
	base, head := fstest.MapFS{}, fstest.MapFS{}
	root := os.DirFS("../review/testdata/site")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		text := strings.Replace(string(data), "name: Xã Minh hoạ D,", "name: '"+hostile+"',", 1)
		base[name] = &fstest.MapFile{Data: []byte(text)}
		head[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, "xa-d;30;7;31", "xa-d;30;7;33", 1))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := review.Of(base, head, build.Options{Now: time.Date(2026, 5, 2, 1, 0, 0, 0, time.UTC), Theme: templates.FS}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return dossier.New(r, "main (1a2b3c4d)", "sua (5e6f7a8b)", lang)
}

func written(t *testing.T, d *dossier.Dossier, f dossier.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatAuthorsTypeStaysText(t *testing.T) {
	d := changed(t, diag.Vi)
	page := written(t, d, dossier.HTML)
	if strings.Contains(page, "<script") || !strings.Contains(page, "&lt;script&gt;") {
		t.Error("the page holds a script of an author's")
	}
	comment := written(t, d, dossier.Markdown)
	for _, bad := range []string{"<script", "[x](", "![a]", "@tat"} {
		if strings.Contains(comment, bad) {
			t.Errorf("the comment holds %q", bad)
		}
	}
}

// The page is one file: it loads nothing, runs nothing, and each id stands in it once.
func TestThePageStandsAlone(t *testing.T) {
	for _, lang := range []diag.Lang{diag.Vi, diag.En} {
		root, err := html.Parse(strings.NewReader(written(t, changed(t, lang), dossier.HTML)))
		if err != nil {
			t.Fatal(err)
		}
		ids, tables := map[string]bool{}, 0
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				switch {
				case a.Key == "src" || a.Key == "href" || strings.HasPrefix(a.Key, "on") || a.Key == "style":
					t.Errorf("<%s %s>", n.Data, a.Key)
				case a.Key == "id" && ids[a.Val]:
					t.Errorf("the id %s stands twice", a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "lang" && a.Val != string(lang):
					t.Errorf("the page is in %s", a.Val)
				}
			}
			if n.Type == html.ElementNode && n.Data == "table" {
				tables++
			}
		}
		if tables != 1 {
			t.Errorf("%d tables", tables)
		}
	}
}

// All forms are of one outline: what is said in one is said in all.
func TestFormsAgree(t *testing.T) {
	d := changed(t, diag.Vi)
	const want = "68,0 → 70,0 điểm"
	for _, f := range []dossier.Format{dossier.Text, dossier.Markdown, dossier.HTML, dossier.JSON} {
		if text := written(t, d, f); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q", f, want)
		}
	}
	var out struct {
		Stops    bool
		Findings []struct{ Code string }
		Changes  []struct {
			Topic, Sentence string
			Turns           []struct{ Aspect, Was, Now string }
		}
	}
	if err := json.Unmarshal([]byte(written(t, d, dossier.JSON)), &out); err != nil {
		t.Fatal(err)
	}
	if !out.Stops || !d.Stops() || len(out.Changes) != 1 || out.Changes[0].Turns[0].Aspect != "total" || out.Changes[0].Turns[0].Now != "70.0" {
		t.Errorf("as JSON it is %+v", out)
	}
	if strings.Contains(written(t, changed(t, diag.En), dossier.Text), "điểm") {
		t.Error("the English text has Vietnamese words of ours")
	}
}
