package build_test

import (
	"testing"

	"bangvang/internal/build"
)

// One Markdown file in a small sound site, whatever is in it: no panic, no script of its author, well-formed pages,
// findings inside the file. (go test -fuzz FuzzBuild -fuzzminimizetime 1x: each try is a whole build.)
func FuzzBuild(f *testing.F) {
	base := load(f, "testdata/campaign-whole/in")
	for name, file := range base {
		if name != siteFile {
			f.Add(file.Data)
		}
	}
	for _, seed := range []string{
		news("tags: [<script>, 'a/b']\naliases: [/x, '//y']\n", "# a\n\n<script>x</script>\n\n[a](javascript:x) ![b](c.png)\n\n::ranking{results=\"/phong-trao/thu/ket-qua/2026-xa\" top=1}\n"),
		news("corrections: [{date: 2026-05-01, what: a, was: b, now: c, reason: d}]\nwithdrawn: {date: 2026-05-02, reason: x}\n", "| a | b |\n|---|:-:|\n| `x` | **y** |\n"),
		news("image: {src: anh.png, alt: '\"><script>'}\nunit: xa-a\ncampaign: thu\n", "> - 1. a\n\n```\n<script>\n```\n"),
		"\ufeff---\r\ntitle: a\r\n---\r\n\u202e\x00\x1b", "---\n", "",
		"---\ntype: units\ntitle: a\nunits: [{id: '..', name: <script>}, {id: a, name: b, became: [a]}]\n---\n",
	} {
		f.Add([]byte(seed))
	}
	memo := new(build.Memo) // the theme and the other files are parsed once
	f.Fuzz(func(t *testing.T, data []byte) {
		tree := with(base, map[string]string{newsFile: string(data)})
		sound(t, tree, construct(t, tree, memo))
	})
}
