package document

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/util"
)

// specFile is the examples of the CommonMark specification, as goldmark's module carries them.
func specFile(t *testing.T) []byte {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatalf("where is goldmark? %v", err)
	}
	spec, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// leftOut says why an example does not come out as the specification prints it: the converter reports a finding and
// drops what it must not publish, or GFM differs. All others must match, but for the spelling that [asSpecified] evens out.
func leftOut(markdown string) string {
	_, findings := converted(markdown)
	for _, f := range findings {
		if why, ok := map[string]string{
			"raw-html":       "raw HTML of authors is never published",
			"link-scheme":    "an address of a scheme that a portal has no use for is a finding",
			"link-empty":     "a link without an address is a finding",
			"link-backslash": "a backslash in an address is a finding",
		}[f.Code]; ok {
			return why
		}
	}
	if bareAddress.MatchString(markdown) {
		return "GFM makes a link of a bare address"
	}
	return ""
}

var bareAddress = regexp.MustCompile(`(?m)(?:^|[\s*_~(])(?:https?://|[\w.]+@[\w.]+\.\w)`)

func TestTheExamplesOfCommonMarkComeOutAsTheSpecificationPrintsThem(t *testing.T) {
	var examples []struct {
		Markdown, HTML, Section string
		Example                 int
	}
	if err := json.Unmarshal(specFile(t), &examples); err != nil {
		t.Fatal(err)
	}
	left := map[string]int{}
	for _, e := range examples {
		if sameAs(e.Markdown, e.HTML) {
			continue
		}
		if why := leftOut(e.Markdown); why != "" {
			left[why]++
			continue
		}
		t.Errorf("example %d (%s): %q\n got %q\nwant %q", e.Example, e.Section, e.Markdown, filled(e.Markdown), asSpecified(e.HTML))
	}
	want := map[string]int{
		"raw HTML of authors is never published":                           72,
		"an address of a scheme that a portal has no use for is a finding": 4,
		"a link without an address is a finding":                           5,
		"a backslash in an address is a finding":                           2,
		"GFM makes a link of a bare address":                               3,
	}
	if len(examples) != 652 || !maps.Equal(left, want) {
		t.Errorf("of %d examples left out:\n got %v\nwant %v", len(examples), left, want)
	}
}

func sameAs(markdown, html string) bool {
	return strings.TrimSpace(filled(markdown)) == strings.TrimSpace(asSpecified(html))
}

// asSpecified writes the specification's HTML as this package spells it: void elements without a slash, headings
// one level down where there is one of the first, the description of an image behind its address as ever.
func asSpecified(html string) string {
	html = strings.ReplaceAll(html, " />", ">")
	if strings.Contains(html, "<h1>") {
		for level := 5; level >= 1; level-- {
			from, to := string(rune('0'+level)), string(rune('1'+level))
			html = strings.NewReplacer("<h"+from+">", "<h"+to+">", "</h"+from+">", "</h"+to+">").Replace(html)
		}
	}
	return html
}

var headingID = regexp.MustCompile(`(<h[2-6]) id="[^"]*"`)

func converted(markdown string) (Body, []diag.Finding) {
	f := &file{text: []byte(markdown)}
	f.raw = f.text
	return f.convert()
}

// filled converts Markdown and fills the slots with the addresses as they are, as a site would with its own.
func filled(markdown string) string {
	body, _ := converted(markdown)
	var out strings.Builder
	for i, piece := range body.Pieces {
		out.WriteString(string(piece))
		if i == len(body.Slots) {
			break
		}
		target := string(util.EscapeHTML(util.URLEscape([]byte(body.Slots[i].Target), false)))
		switch body.Slots[i].Kind {
		case SlotLink:
			out.WriteString(target)
		case SlotImage:
			out.WriteString(`src="` + target + `"`)
		}
	}
	return headingID.ReplaceAllString(out.String(), "$1")
}
