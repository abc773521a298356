package e2e

import (
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"bangvang/internal/serve"
)

// sound is a page without faults; a case puts its fault in.
const sound = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Trang thử</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/s.css"></head>
<body><h1>Trang thử</h1><p><a href="/">Về đầu</a></p>FAULT</body></html>`

// handmade serves hand-made pages under the policy.
func handmade(t *testing.T, files map[string]string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		kind := serve.ContentType(r.URL.Path)
		if path.Ext(r.URL.Path) == "" {
			kind = serve.ContentType(".html")
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Security-Policy", serve.Policy)
		w.Write([]byte(text))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestTheHarnessSeesEachFault(t *testing.T) {
	window := browser(t)
	scripts, noScripts, keys := open(t, window, phone), open(t, window, device{width: 320, height: 640, noScript: true}), open(t, window, laptop)
	files := map[string]string{
		"/s.css":       "a:focus { outline: 3px solid } .wide { width: 400px } .dull:focus { outline: 0 } .off { visibility: hidden } .away { position: fixed; left: -99px }",
		"/late.js":     "setTimeout(() => document.querySelector('h1').before(Object.assign(document.createElement('p'), {textContent: 'muộn'})), 0)",
		"/later.js":    "addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => { const p = document.createElement('p'); p.textContent = 'chen vào'; document.body.prepend(p) })))",
		"/throws.js":   "throw new Error('hỏng')",
		"/complete.js": "document.body.append(Object.assign(document.createElement('button'), {textContent: 'Sao chép'}))",
	}
	cases := []struct{ name, fault, says string }{
		{"a sound page has none", "", ""},
		{"a script that only adds a button is fine", `<script src="/complete.js" defer></script>`, ""},
		{"too wide", `<div class="wide">rộng</div>`, "scrolls sideways"},
		{"an inline script", `<script>1</script>`, "policy"},
		{"an inline style", `<p style="color: red">đỏ</p>`, "policy"},
		{"another host", `<img src="http://localhost:1/x.png" alt="">`, "another host"},
		{"a missing picture", `<img src="/khong.png" alt="">`, "pictures do not load"},
		{"a script that throws", `<script src="/throws.js"></script>`, "console"},
		{"two main headings", `<h1>hai</h1>`, "2 h1"},
		{"what moves after it was drawn", `<script src="/later.js" defer></script>`, "layout shift"},
		{"text by script alone", `<script src="/late.js" defer></script>`, "only with scripts: \"muộn\""},
		{"focus that is not marked", `<a class="dull" href="/">mờ</a>`, "not marked"},
		{"focus out of sight", `<a class="away" href="/">xa</a>`, "out of sight"},
		{"a link that Tab skips", `<a href="/" tabindex="-1">bỏ</a>`, "does not reach"},
		{"a button that Tab skips", `<button tabindex="-1">bỏ</button>`, "does not reach"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			files["/"] = strings.Replace(sound, "FAULT", c.fault, 1)
			address := handmade(t, files) + "/"
			for _, b := range []*tab{scripts, noScripts, keys} {
				b.T = t
			}
			found := strings.Join(allFaults(scripts, noScripts, keys, address), "\n")
			if c.says == "" && found != "" {
				t.Errorf("found in a sound page:\n%s", found)
			}
			if !strings.Contains(found, c.says) {
				t.Errorf("no %q in:\n%s", c.says, found)
			}
		})
	}
}

// allFaults is what a page must be free of, for every reader.
func allFaults(scripts, noScripts, keys *tab, address string) []string {
	found := scripts.faults(address)
	for _, line := range missing(scripts.text(address), noScripts.text(address)) {
		found = append(found, `only with scripts: "`+line+`"`)
	}
	return append(found, keys.keyboardFaults(address)...)
}
