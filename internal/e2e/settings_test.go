package e2e

import (
	_ "embed" // for what runs in the page
	"strings"
	"testing"
)

//go:embed testdata/settings.js
var settingsScript string

// TestPagesBearTheReadersSettings looks at pages with letters of twice the size, with the reader's own colours, and with
// motion reduced (as in every test).
func TestPagesBearTheReadersSettings(t *testing.T) {
	d := laptop
	d.forced = true
	b := open(t, browser(t), d)
	eachPage(t, func(t *testing.T, address string) {
		b.T = t
		b.visit(address)
		report(t, evaluate[[]string](b, settingsScript))
	})
}

func TestTheLookAtSettingsSeesFaults(t *testing.T) {
	d := laptop
	d.forced = true
	b := open(t, browser(t), d)
	files := map[string]string{"/s.css": `
		.menu a { border-bottom: 3px solid transparent } .menu [aria-current] { border-color: red }
		.wide { width: 60rem } .low { height: 1.2rem; line-height: 1.2rem; overflow: hidden; font-size: 20px } .pixels { font-size: 14px }
		.moving { transition: opacity 1s }`}
	for _, c := range []struct{ name, fault, says string }{
		{"a sound page has none", "", ""},
		{"what grows out of the window", `<div class="wide">rộng</div>`, "sideways"},
		{"letters of a fixed size", `<p class="pixels">nhỏ</p>`, "do not grow"},
		{"the current entry like all others", `<nav class="menu"><a href="/">Một</a> <a href="/" aria-current="page">Hai</a></nav>`, "looks like the others"},
		{"what moves", `<p class="moving">chạy</p>`, "moves"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.T = t
			files["/"] = strings.Replace(sound, "FAULT", c.fault, 1)
			b.visit(handmade(t, files) + "/")
			found := strings.Join(evaluate[[]string](b, settingsScript), "\n")
			if c.says == "" && found != "" || !strings.Contains(found, c.says) {
				t.Errorf("want %q, found:\n%s", c.says, found)
			}
		})
	}
}
