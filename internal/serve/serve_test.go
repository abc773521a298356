package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"bangvang/internal/diag"
)

// portal is a small portal whose pages name the sheet at css.
func portal(css string) Files {
	page := func(text string) []byte {
		return []byte(`<!doctype html><html><head><link rel="stylesheet" href="` + css + `"></head><body><img src="/cong/a.png">` + text + `</body></html>`)
	}
	return Files{
		"index.html":     page("trang chủ"),
		"tin/index.html": page("tin tức"),
		"404.html":       page("không có trang này"),
		"a.png":          []byte("ảnh"),
		"s.1.css":        []byte("a{}"),
		"s.2.css":        []byte("b{}"),
		"bang.csv":       []byte("\ufeffđơn vị"),
		"feed.xml":       []byte("<feed/>"),
	}
}

func shown(t *testing.T, o Options) *Server {
	t.Helper()
	s := New(o)
	s.Show(portal("/cong/s.1.css"))
	return s
}

func get(h http.Handler, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://localhost"+target, nil)
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAddresses(t *testing.T) {
	root, below := shown(t, Options{}), shown(t, Options{BasePath: "/cong/"})
	for _, c := range []struct {
		name     string
		server   *Server
		address  string
		status   int
		location string
		kind     string
		holds    string
	}{
		{"a folder is its index.html", root, "/tin/", 200, "", htmlType, "tin tức"},
		{"a folder without its slash is redirected, with the query", root, "/tin?a=1", 302, "/tin/?a=1", "", ""},
		{"what is missing is the portal's 404.html", root, "/khong/", 404, "", htmlType, "không có trang này"},
		{"a table has its type and bytes", root, "/bang.csv", 200, "", "text/csv; charset=utf-8", "\ufeffđơn vị"},
		{"a feed has its type", root, "/feed.xml", 200, "", "application/xml; charset=utf-8", "<feed/>"},
		{"the root leads to the base path", below, "/", 302, "/cong/", "", ""},
		{"the base path without its slash is redirected", below, "/cong", 302, "/cong/", "", ""},
		{"below the base path stands the home page", below, "/cong/", 200, "", htmlType, "trang chủ"},
		{"beside the base path stands nothing", below, "/tin/", 404, "", htmlType, "không có trang này"},
		{"the script stands at the reserved address", below, Reserved + "live.js", 200, "", "text/javascript; charset=utf-8", "EventSource"},
		{"nothing else stands there", below, Reserved + "x", 404, "", "text/plain; charset=utf-8", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := get(c.server, "GET", c.address)
			if r.StatusCode != c.status || r.Header.Get("Location") != c.location {
				t.Errorf("%d %q, want %d %q", r.StatusCode, r.Header.Get("Location"), c.status, c.location)
			}
			if c.kind != "" && r.Header.Get("Content-Type") != c.kind {
				t.Errorf("type %q, want %q", r.Header.Get("Content-Type"), c.kind)
			}
			if b := body(t, r); !strings.Contains(b, c.holds) {
				t.Errorf("%q does not hold %q", b, c.holds)
			}
			if c.status != 302 && !strings.HasPrefix(r.Header.Get("Content-Security-Policy"), Policy) {
				t.Error("no policy")
			}
		})
	}
}

func TestHeadAndETag(t *testing.T) {
	s := shown(t, Options{})
	full, head := get(s, "GET", "/tin/"), get(s, "HEAD", "/tin/")
	if head.Header.Get("Content-Length") != fmt.Sprint(len(body(t, full))) || body(t, head) != "" {
		t.Error("HEAD is not GET without a body")
	}
	tag := full.Header.Get("ETag")
	if r := get(s, "GET", "/tin/", "If-None-Match", tag); r.StatusCode != 304 || body(t, r) != "" {
		t.Errorf("status %d for a page that the browser has", r.StatusCode)
	}
	s.Show(portal("/cong/s.2.css"))
	if r := get(s, "GET", "/tin/", "If-None-Match", tag); r.StatusCode != 200 {
		t.Errorf("status %d for a page that has changed", r.StatusCode)
	}
}

func TestOnlyPagesGetTheScriptAndThePortalKeepsItsBytes(t *testing.T) {
	s := New(Options{})
	p := portal("/s.1.css")
	want := portal("/s.1.css")
	s.Show(p)
	for path := range want {
		got := body(t, get(s, "GET", "/"+path))
		if injected := strings.Contains(got, Reserved); injected != strings.HasSuffix(path, ".html") {
			t.Errorf("%s: script added: %v", path, injected)
		}
		if string(p[path]) != string(want[path]) {
			t.Errorf("%s: the portal's bytes have changed", path)
		}
	}
}

func TestAttacksAreRefused(t *testing.T) {
	for _, c := range []struct {
		name    string
		addr    string
		headers []string
		method  string
		want    int
	}{
		{"a name that was made to point here", "", []string{"Host", "evil.example"}, "GET", 403},
		{"that name with our port", "", []string{"Host", "evil.example:8080"}, "GET", 403},
		{"a name that begins like ours", "", []string{"Host", "localhost.evil.example"}, "GET", 403},
		{"no name at all", "", []string{"Host", ""}, "GET", 403},
		{"another address of the machine, when only loopback was chosen", "127.0.0.1:8080", []string{"Host", "192.168.1.5:8080"}, "GET", 403},
		{"a foreign name, when all addresses were chosen", "0.0.0.0:8080", []string{"Host", "evil.example:8080"}, "GET", 403},
		{"another site's script reads a page", "", []string{"Origin", "https://evil.example"}, "GET", 403},
		{"a page in a sandbox reads a page", "", []string{"Origin", "null"}, "GET", 403},
		{"another port of this machine reads a page", "", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"}, "GET", 403},
		{"another site embeds a file", "", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}, "GET", 403},
		{"a form is sent", "", nil, "POST", 405},
		{"a preflight is sent", "", nil, "OPTIONS", 405},
		{"a file is deleted", "", nil, "DELETE", 405},

		{"localhost is welcome", "", []string{"Host", "LocalHost:8080"}, "GET", 200},
		{"the loopback addresses are welcome", "", []string{"Host", "[::1]:8080"}, "GET", 200},
		{"the chosen name is welcome", "xem.noi-bo:8080", []string{"Host", "xem.noi-bo:8080"}, "GET", 200},
		{"any address as digits, when all were chosen", "0.0.0.0:8080", []string{"Host", "192.168.1.5:8080"}, "GET", 200},
		{"our own script is welcome", "", []string{"Origin", "http://localhost", "Sec-Fetch-Site", "same-origin"}, "GET", 200},
		{"a link on another site is welcome", "", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, "GET", 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := get(shown(t, Options{Addr: c.addr}), c.method, "/tin/", c.headers...)
			if r.StatusCode != c.want {
				t.Errorf("status %d, want %d", r.StatusCode, c.want)
			}
			for name := range r.Header {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("the answer opens itself to others: %s", name)
				}
			}
			if c.want != 200 && strings.Contains(body(t, r), "tin tức") {
				t.Error("the page was given away")
			}
		})
	}
}

// greedy opens whatever is asked for, as a portal that reads a disk might.
type greedy struct{ t *testing.T }

func (g greedy) Open(path string) ([]byte, bool) {
	if strings.Contains(path, "..") || strings.ContainsAny(path, "\\\x00") {
		g.t.Errorf("the portal was asked for %q", path)
	}
	return []byte("bí mật"), true
}

func TestTricksInAddressesReachNoPortal(t *testing.T) {
	s := New(Options{})
	s.Show(greedy{t})
	server := httptest.NewServer(s)
	defer server.Close()
	for _, path := range []string{
		"/../etc/passwd", "/tin/../../etc/passwd", "/tin/..", "/%2e%2e/etc/passwd", "/.%2e/x", "/./tin/",
		`/..\..\x`, "/..%5c..%5cx", "/tin%5Cx", "/%2fetc/passwd", "/tin%2Findex.html", "/tin%2F..%2Fx", "/%00", "/tin/%00.html",
		"//evil.example/", "//evil.example/%2e%2e", "/tin//x", "/%0d%0aSet-Cookie:a", "http://localhost/../x",
		Reserved + "live?page=/../x", Reserved + "live?page=x", Reserved + "live?page=/%00", Reserved + "../x",
	} {
		t.Run(path, func(t *testing.T) {
			conn, err := net.Dial("tcp", server.Listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			conn.SetDeadline(time.Now().Add(20 * time.Second))
			fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", path)
			answer, err := io.ReadAll(conn)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(answer), "HTTP/1.1 400") || strings.Contains(string(answer), "bí mật") {
				t.Errorf("answered %q", answer)
			}
		})
	}
}

// stream opens the stream of a page that shows a state, and returns a reader of its messages.
func stream(t *testing.T, url, page, state string) func() message {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(stop)
	r, err := http.NewRequestWithContext(ctx, "GET", url+Reserved+"live?page="+page+"&shown="+state, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	return func() (m message) {
		t.Helper()
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(data), &m); err != nil {
					t.Fatal(err)
				}
				return m
			}
		}
		t.Fatalf("the stream ended: %v", lines.Err())
		return m
	}
}

func TestPagesAreToldWhatChanged(t *testing.T) {
	with := func(path, text string) Files {
		p := portal("/cong/s.1.css")
		p[path] = []byte(text)
		return p
	}
	gone := portal("/cong/s.1.css")
	delete(gone, "tin/index.html")
	for _, c := range []struct {
		name   string
		next   Files
		reload bool
		styles string
	}{
		{"nothing, when nothing changed", portal("/cong/s.1.css"), false, ""},
		{"nothing, when another page changed", with("index.html", "khác"), false, ""},
		{"to reload, when the page changed", with("tin/index.html", "khác"), true, ""},
		{"to reload, when an image of it changed", with("a.png", "ảnh khác"), true, ""},
		{"to reload, when it went", gone, true, ""},
		{"to swap the sheet, when that has another name", portal("/cong/s.2.css"), false, "/cong/s.2.css"},
		{"to swap the sheet, when that has other bytes", with("s.1.css", "c{}"), false, "/cong/s.1.css"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := shown(t, Options{BasePath: "/cong/"})
			server := httptest.NewServer(s)
			defer server.Close()
			next := stream(t, server.URL, "/cong/tin/", s.digest(s.now(), "/cong/tin/"))
			if first := next(); first.Reload || first.Styles != nil || first.Overlay != "" {
				t.Fatalf("told %+v before anything changed", first)
			}
			s.Show(c.next)
			if m := next(); m.Reload != c.reload || strings.Join(m.Styles, " ") != c.styles {
				t.Errorf("told %+v", m)
			}
			server.CloseClientConnections()
		})
	}
}

func TestAPageThatSleptCatchesUp(t *testing.T) {
	s := shown(t, Options{})
	server := httptest.NewServer(s)
	defer server.Close()
	if m := stream(t, server.URL, "/tin/", "another.state")(); !m.Reload {
		t.Errorf("told %+v", m)
	}
	server.CloseClientConnections()
}

var broken = []diag.Finding{
	{Code: diag.Codes()[0], File: "content/<b>.md", Severity: diag.Warning},
	{Code: diag.Codes()[0], File: "content/x.md", Pos: diag.Pos{Line: 12, Column: 5}, Quote: "<script>alert(1)</script>"},
}

func TestFindingsLieOverTheLastGoodPage(t *testing.T) {
	s := shown(t, Options{BasePath: "/cong/"})
	server := httptest.NewServer(s)
	defer server.Close()
	next := stream(t, server.URL, "/cong/tin/", s.digest(s.now(), "/cong/tin/"))
	next()
	s.Fail(broken)
	m := next()
	for _, want := range []string{"content/x.md:12:5", "lỗi", "cảnh báo", "&lt;script&gt;", "content/&lt;b&gt;.md"} {
		if !strings.Contains(m.Overlay, want) {
			t.Errorf("the overlay lacks %q: %s", want, m.Overlay)
		}
	}
	if strings.Contains(m.Overlay, "<script>") || m.Reload {
		t.Errorf("told %+v", m)
	}
	if strings.Index(m.Overlay, "content/x.md") > strings.Index(m.Overlay, "content/&lt;b") {
		t.Error("a warning stands before an error")
	}
	if page := body(t, get(s, "GET", "/cong/tin/")); !strings.Contains(page, "tin tức") {
		t.Error("the last good page is gone")
	}
	s.Show(portal("/cong/s.1.css"))
	if m := next(); m.Overlay != "" || m.Reload {
		t.Errorf("told %+v when all was mended", m)
	}
	server.CloseClientConnections()
}

func TestWithoutAGoodBuildFindingsHaveAPage(t *testing.T) {
	s := New(Options{Lang: diag.En})
	if r := get(s, "GET", "/"); r.StatusCode != 503 || !strings.Contains(body(t, r), "being built") {
		t.Error("no page says that the portal is being built")
	}
	before := s.digest(s.now(), "/")
	s.Fail(broken)
	if page := body(t, get(s, "GET", "/x/")); !strings.Contains(page, "content/x.md:12:5") || strings.Contains(page, "<script>alert") {
		t.Error("the page does not list the findings, escaped")
	}
	if m := s.advise(s.now(), "/", before); !m.Reload {
		t.Error("a page that waits is not told to look again")
	}
}

func TestServeStopsWithinASecondThoughPagesListen(t *testing.T) {
	s := shown(t, Options{})
	ln, err := Listen(":0")
	if err != nil {
		t.Fatal(err)
	}
	if host, _, _ := net.SplitHostPort(ln.Addr().String()); host != "127.0.0.1" {
		t.Errorf("listens on %s unasked", host)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- s.Serve(ctx, ln) }()
	stream(t, strings.TrimSuffix(s.URL(ln), "/"), "/tin/", "x.y")()
	start := time.Now()
	stop()
	if err := <-done; err != nil || time.Since(start) > time.Second {
		t.Errorf("stopped after %v: %v", time.Since(start), err)
	}
}

func TestListenSaysWhatIsWrong(t *testing.T) {
	ln, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	for _, addr := range []string{ln.Addr().String(), "8080"} {
		if _, err := Listen(addr); err == nil || !strings.Contains(err.Error(), addr) {
			t.Errorf("Listen(%q): %v", addr, err)
		}
	}
}

func FuzzAddresses(f *testing.F) {
	for _, seed := range []string{"/tin/", "/..%2f", "/a\\b", "//x", "/%252e%252e/", "/a?b=c", "/tin"} {
		f.Add(seed)
	}
	s := New(Options{BasePath: "/cong/"})
	f.Fuzz(func(t *testing.T, target string) {
		s.Show(greedy{t})
		r, err := http.NewRequest("GET", "http://localhost/", nil)
		if err != nil {
			t.Fatal(err)
		}
		if u, err := r.URL.Parse(target); err == nil {
			r.URL = u
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r.WithContext(stopped()))
		if to := w.Header().Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//")) {
			t.Errorf("%q leads to %q", target, to)
		}
	})
}

// stopped is a context that has ended, so that streams end at once.
func stopped() context.Context {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	return ctx
}
