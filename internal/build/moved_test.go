package build_test

import (
	"bytes"
	"path"
	"strings"
	"testing"
)

// A results file that is renamed leaves no address behind that leads nowhere: the pages that stood there lead to those of today.
func TestRenamedResultsAreFoundAtTheirOldAddressesWithTheBreakdownOfEachUnit(t *testing.T) {
	tree := load(t, "testdata/campaign-whole/in")
	const was, is = "phong-trao/thu/ket-qua/2026-xa", "phong-trao/thu/ket-qua/ca-nam"
	before := construct(t, tree, nil)
	moved := with(tree, map[string]string{
		"content/" + is + ".md": strings.Replace(string(tree["content/"+was+".md"].Data), "block: xa", "aliases: [/"+was+"/]\nblock: xa", 1),
	})
	delete(moved, "content/"+was+".md")
	after := construct(t, moved, nil)
	if !before.ok || !after.ok {
		t.Fatal(findings(before.findings), findings(after.findings))
	}
	pages := 0
	for name := range before.files {
		rest, inside := strings.CutPrefix(name, was+"/")
		if !inside || path.Base(name) != "index.html" {
			continue
		}
		pages++
		to := "/" + is + "/" + strings.TrimSuffix(rest, "index.html")
		if !bytes.Contains(after.files[name], []byte(`content="0; url=`+to+`"`)) || len(after.files[strings.TrimPrefix(to, "/")+"index.html"]) == 0 {
			t.Errorf("%s does not lead to %s", name, to)
		}
	}
	if pages < 3 {
		t.Errorf("only %d pages", pages)
	}
}
