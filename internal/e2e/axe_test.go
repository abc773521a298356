package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// axe returns the script of axe-core, which .ci/browser takes from npm, or ends the test.
func axe(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(cache, "bangvang-tests", "axe-core@*.js"))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		without(t, "AXE IS NOT HERE: no page was looked at with it (make browser brings it where npm is)")
	}
	script, err := os.ReadFile(found[len(found)-1])
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// axeRun asks for all of WCAG 2.2 AA and axe's own good practice. What depends on neither colour nor layout is the same
// in every scheme, so only the first look is a whole one.
const (
	axeRun     = `axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})`
	axeColours = `axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}})`
	axeWords   = `.then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.help + ': ' +
		v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '))))`
)

// axeFaults says what axe finds in the page of the tab: on its device in light and dark, and printed.
func (b *tab) axeFaults(script string) (found []string) {
	b.Helper()
	evaluate[bool](b, script+";true")
	for _, look := range []struct{ media, scheme, run string }{
		{"screen", "light", axeRun}, {"screen", "dark", axeColours}, {"print", "light", axeColours},
	} {
		b.medium(look.media, look.scheme)
		var violations []string
		if err := json.Unmarshal([]byte(evaluate[string](b, look.run+axeWords)), &violations); err != nil {
			b.Fatal(err)
		}
		for _, v := range violations {
			found = append(found, fmt.Sprintf("axe, %s, %s: %s", look.media, look.scheme, v))
		}
	}
	b.medium("screen", b.device.scheme())
	return found
}

func TestAxeFindsNothingOnAPhone(t *testing.T)  { noAxeFaults(t, phone) }
func TestAxeFindsNothingOnALaptop(t *testing.T) { noAxeFaults(t, laptop) }

func noAxeFaults(t *testing.T, d device) {
	script := axe(t)
	b := open(t, browser(t), d)
	eachPage(t, func(t *testing.T, address string) {
		b.T = t
		b.visit(address)
		report(t, b.axeFaults(script))
	})
}

func TestAxeSeesFaults(t *testing.T) {
	script := axe(t)
	b := open(t, browser(t), phone)
	files := map[string]string{"/s.css": `
		.pale { color: #ccc; background: #fff }
		@media (prefers-color-scheme: dark) { .night { color: #333; background: #222 } }
		@media print { .paper { color: #eee; background: #fff } }`}
	for _, c := range []struct{ name, fault, says string }{
		{"a sound page has none", "", ""},
		{"a picture without a text", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`, "image-alt"},
		{"pale letters", `<p class="pale">nhạt</p>`, "screen, light: color-contrast"},
		{"dark letters at night", `<p class="night">tối</p>`, "screen, dark: color-contrast"},
		{"pale letters on paper", `<p class="paper">mờ</p>`, "print, light: color-contrast"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.T = t
			files["/"] = strings.Replace(strings.Replace(sound, "<body>", "<body><main>", 1), "FAULT", c.fault+"</main>", 1)
			b.visit(handmade(t, files) + "/")
			found := strings.Join(b.axeFaults(script), "\n")
			if c.says == "" && found != "" || !strings.Contains(found, c.says) {
				t.Errorf("want %q, found:\n%s", c.says, found)
			}
		})
	}
}
