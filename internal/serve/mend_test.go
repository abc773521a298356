package serve

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// offered is a preview that offers one change; made counts how often it was made.
func offered(t *testing.T, o Options) (s *Server, made *int) {
	t.Helper()
	s, made = shown(t, o), new(int)
	s.Fail(broken)
	s.Offer([]Mend{{File: "content/<x>.md", Why: []string{"Khóa <b>"}, Diff: "-a <i>\n+b"}}, func() { *made++ })
	return s, made
}

// press sends the button's form.
func press(s *Server, change func(*http.Request, url.Values)) *http.Response {
	form := url.Values{"token": {s.token}, "offer": {s.now().offer.id}, "page": {"/tin/"}}
	r := httptest.NewRequest("POST", "http://localhost:8080"+Reserved+"fix", nil)
	r.RemoteAddr = "127.0.0.1:5000"
	r.Header.Set("Origin", "http://localhost:8080")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if change != nil {
		change(r, form)
	}
	r.Body = http.NoBody
	if r.Method == http.MethodPost {
		body := httptest.NewRequest("POST", "/", strings.NewReader(form.Encode()))
		r.Body = body.Body
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func TestTheButtonMakesWhatItsPageShowsOnceAndLeadsBack(t *testing.T) {
	s, made := offered(t, Options{})
	id := s.now().offer.id
	if r := press(s, nil); r.StatusCode != 303 || r.Header.Get("Location") != "/tin/" || *made != 1 {
		t.Errorf("status %d to %q, made %d times", r.StatusCode, r.Header.Get("Location"), *made)
	}
	s.Offer(nil, func() { *made++ })
	if r := press(s, func(_ *http.Request, form url.Values) { form.Set("offer", id) }); r.StatusCode != 303 || *made != 1 {
		t.Errorf("an older button: status %d, made %d times", r.StatusCode, *made)
	}
}

func TestNobodyElsePressesTheButton(t *testing.T) {
	for _, c := range []struct {
		name   string
		status int
		change func(*http.Request, url.Values)
	}{
		{"without the token", 403, func(_ *http.Request, f url.Values) { f.Del("token") }},
		{"with another token", 403, func(_ *http.Request, f url.Values) { f.Set("token", strings.Repeat("0", 32)) }},
		{"from another machine", 403, func(r *http.Request, _ url.Values) { r.RemoteAddr = "192.168.1.7:5000" }},
		{"by a name that was made to point here", 403, func(r *http.Request, _ url.Values) {
			r.Host = "evil.example"
			r.Header.Set("Origin", "http://evil.example")
		}},
		{"from another site's form", 403, func(r *http.Request, _ url.Values) { r.Header.Set("Origin", "https://evil.example") }},
		{"from a sandbox", 403, func(r *http.Request, _ url.Values) { r.Header.Set("Origin", "null") }},
		{"from nowhere", 403, func(r *http.Request, _ url.Values) { r.Header.Del("Origin") }},
		{"from another port of this machine", 403, func(r *http.Request, _ url.Values) { r.Header.Set("Sec-Fetch-Site", "same-site") }},
		{"by a link", 404, func(r *http.Request, _ url.Values) { r.Method = "GET" }},
		{"with the method of a program", 405, func(r *http.Request, _ url.Values) { r.Method = "PUT" }},
		{"with more than a form", 403, func(_ *http.Request, f url.Values) { f.Set("token", strings.Repeat("0", maxForm)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, made := offered(t, Options{Addr: "0.0.0.0:8080"})
			if r := press(s, c.change); r.StatusCode != c.status || *made != 0 {
				t.Errorf("status %d, want %d; made %d times", r.StatusCode, c.status, *made)
			}
		})
	}
}

func TestTheButtonLeadsToNoOtherSite(t *testing.T) {
	for _, page := range []string{"https://evil.example/", "//evil.example/", `/\evil.example/`, "/%2f/evil", ""} {
		s, _ := offered(t, Options{BasePath: "/cong/"})
		r := press(s, func(_ *http.Request, f url.Values) { f.Set("page", page) })
		if to := r.Header.Get("Location"); to != "/cong/" && to != "/%252f/evil" {
			t.Errorf("%q leads to %q", page, to)
		}
	}
}

func TestAnOfferIsEscapedAndShownOnThisMachineOnly(t *testing.T) {
	s, _ := offered(t, Options{Addr: "0.0.0.0:8080"})
	m := s.advise(s.now(), "/tin/", "")
	for _, want := range []string{"content/&lt;x&gt;.md", "Khóa &lt;b&gt;", "-a &lt;i&gt;", s.token, `action="` + Reserved + `fix"`} {
		if !strings.Contains(m.Overlay, want) {
			t.Errorf("the overlay lacks %q: %s", want, m.Overlay)
		}
	}
	r := httptest.NewRequest("GET", "http://localhost/", nil)
	r.RemoteAddr = "192.168.1.7:5000"
	if m := s.advise(s.seen(r), "/tin/", ""); strings.Contains(m.Overlay, s.token) || !strings.Contains(m.Overlay, "content/x.md") {
		t.Errorf("another machine sees %s", m.Overlay)
	}
	s.Show(portal("/s.2.css"))
	if m := s.advise(s.now(), "/tin/", ""); m.Overlay != "" {
		t.Errorf("an offer outlives its findings: %s", m.Overlay)
	}
}
