package build_test

import (
	"bytes"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/build"
)

const (
	placed   = "phong-trao/thu/ket-qua/2026-xa"
	replaced = "phong-trao/thu/ket-qua/ca-nam"
)

// renamed moves the results of a tree and gives their old address; more is written in their header, too.
func renamed(tree fstest.MapFS, more string) fstest.MapFS {
	out := with(tree, map[string]string{
		"content/" + replaced + ".md": strings.Replace(string(tree["content/"+placed+".md"].Data), "block: xa", "aliases: [/"+placed+"/]\n"+more+"block: xa", 1),
	})
	delete(out, "content/"+placed+".md")
	return out
}

// A results file that is renamed leaves no address behind that leads nowhere, in neither language: the pages that stood
// there lead to those of today, and the files are there as they are today.
func TestRenamedResultsAreFoundAtTheirOldAddressesWithTheirDataAndTheBreakdownOfEachUnit(t *testing.T) {
	tree := with(load(t, "testdata/campaign-whole/in"), map[string]string{
		"content/phong-trao/thu/_index.md":         "---\ntitle: Thử\nsummary: S\nauthor: A\nsource: B\n---\n",
		"content/phong-trao/thu/_index.en.md":      "---\ntitle: A trial\nsummary: S\n---\n",
		"content/phong-trao/thu/ket-qua/96-tb.pdf": "%PDF-1.4\n",
	})
	source := tree["content/"+placed+".md"]
	tree["content/"+placed+".md"] = &fstest.MapFile{Data: append(bytes.Clone(source.Data), "\n[Văn bản](96-tb.pdf)\n"...)}
	memo := &build.Memo{}
	before, after := construct(t, tree, memo), construct(t, renamed(tree, ""), memo)
	if cold := construct(t, renamed(tree, ""), nil); len(differences(cold, after)) > 0 {
		t.Error(differences(cold, after))
	}
	if !before.ok || !after.ok {
		t.Fatal(findings(before.findings), findings(after.findings))
	}
	kinds := map[string]int{}
	for name, data := range before.files {
		rest, inside := strings.CutPrefix(strings.TrimPrefix(name, "en/"), placed+"/")
		kind := path.Ext(name)
		if !inside || kind == ".png" {
			continue
		}
		kinds[kind]++
		now := strings.TrimSuffix(name, placed+"/"+rest) + replaced + "/" + rest
		switch is := after.files[name]; {
		case len(after.files[now]) == 0:
			t.Errorf("there is no %s", now)
		case kind != ".html" && (len(data) == 0 || !bytes.Equal(is, after.files[now])):
			t.Errorf("%s is not what %s is", name, now)
		case kind == ".html" && !bytes.Contains(is, []byte(`content="0; url=/`+strings.TrimSuffix(now, "index.html")+`"`)):
			t.Errorf("%s does not lead to %s", name, now)
		}
	}
	if kinds[".html"] < 6 || kinds[".csv"]+kinds[".json"]+kinds[".xlsx"]+kinds[".pdf"] != 4 {
		t.Error(kinds)
	}
}

// Whoever keeps the old address gets nothing there that was taken back.
func TestResultsThatAreWithdrawnAreNotKeptAtAnOldAddress(t *testing.T) {
	const why = "withdrawn: {date: 2026-04-20, reason: Bảng điểm lập lại.}\n"
	made := construct(t, renamed(load(t, "testdata/campaign-whole/in"), why), nil)
	for name, data := range made.files {
		if strings.HasPrefix(name, placed+"/") && (name != placed+"/index.html" || !bytes.Contains(data, []byte(`url=/`+replaced+`/"`))) {
			t.Errorf("%s is there", name)
		}
	}
	if made.files[placed+"/index.html"] == nil {
		t.Error(findings(made.findings))
	}
}

// A campaign's own page moves with its method and its feed, a list with its feed.
func TestASectionIsFoundAtItsOldAddress(t *testing.T) {
	made := construct(t, with(load(t, "testdata/campaign-whole/in"), map[string]string{
		"content/phong-trao/thu/_index.md": "---\ntitle: Thử\nsummary: S\nauthor: A\nsource: B\naliases: [/phong-trao/cu/, /phong-trao/cu.html, 'https://cu.vn/']\n---\n",
		"content/tin-tuc/_index.md":        "---\ntitle: Tin\nsummary: S\nauthor: A\nsource: B\naliases: [/tin/]\n---\n",
	}), nil)
	for name, to := range map[string]string{
		"phong-trao/cu/index.html": "/phong-trao/thu/", "phong-trao/cu.html": "/phong-trao/thu/",
		"phong-trao/cu/cach-xep-hang/index.html": "/phong-trao/thu/cach-xep-hang/", "tin/index.html": "/tin-tuc/",
	} {
		if !bytes.Contains(made.files[name], []byte(`url=`+to+`"`)) {
			t.Errorf("%s does not lead to %s", name, to)
		}
	}
	for name, of := range map[string]string{"phong-trao/cu/atom.xml": "phong-trao/thu/atom.xml", "tin/atom.xml": "tin-tuc/atom.xml"} {
		if made.files[name] == nil || !bytes.Equal(made.files[name], made.files[of]) {
			t.Errorf("%s is not %s", name, of)
		}
	}
	if got := findings(made.findings); !strings.Contains(got, "alias-form") {
		t.Error(got)
	}
}
