package build_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/portal"
	"bangvang/internal/site"
	"bangvang/templates"
)

const wholeCampaign = "testdata/campaign-whole/in"

func built(t *testing.T, dir string, revision site.Revision) map[string][]byte {
	t.Helper()
	out := &files{data: map[string][]byte{}}
	result, err := build.Build(os.DirFS(dir), build.Options{Now: moment, Theme: templates.FS, Revision: revision}, nil, out)
	if err != nil || !result.OK() {
		t.Fatal(err, result.Findings)
	}
	return out.data
}

func TestTheRevisionStandsInOneFileAndNowhereElse(t *testing.T) {
	without := built(t, wholeCampaign, site.Revision{})
	with := built(t, wholeCampaign, site.Revision{Commit: "0123456789abcdef", Time: time.Date(2026, 5, 1, 20, 0, 0, 0, time.UTC)})
	const want = "{\n \"commit\": \"0123456789abcdef\",\n \"committed\": \"2026-05-02T03:00:00+07:00\"\n}\n"
	if got := string(with[portal.RevisionFile]); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	delete(with, portal.RevisionFile)
	if !maps.EqualFunc(without, with, bytes.Equal) {
		t.Error("the revision changes other files")
	}
}

func TestAPublishedTableLinksToItsSources(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(wholeCampaign)); err != nil {
		t.Fatal(err)
	}
	settings, err := os.OpenFile(filepath.Join(dir, "content/site.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer settings.Close()
	if _, err := settings.WriteString("repository: {url: \"https://kho.example.vn/thi-dua/\", branch: chinh, path: cổng}\n"); err != nil {
		t.Fatal(err)
	}
	page := string(built(t, dir, site.Revision{})["phong-trao/thu/ket-qua/2026-xa/index.html"])
	for _, file := range []string{"2026-xa.md", "2026-xa.csv"} {
		if want := `href="https://kho.example.vn/thi-dua/blob/chinh/c%E1%BB%95ng/content/phong-trao/thu/ket-qua/` + file + `"`; !strings.Contains(page, want) {
			t.Errorf("no %s on the page", want)
		}
	}
}
