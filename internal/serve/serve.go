// Package serve shows the latest portal in a browser while its authors write: from memory, reloading what
// changed, with the findings over the last good page. What it adds stays here; the portal's bytes never change.
//
//	s := serve.New(serve.Options{Addr: "127.0.0.1:8080"})
//	ln, err := serve.Listen("127.0.0.1:8080")
//	go s.Serve(ctx, ln)          // until ctx ends; stops within a second
//	s.Show(portal)               // after each good build
//	s.Fail(findings)             // after each build that must not be published
//	s.Offer(mends, apply)        // what a button beside the findings would change
//
// # Addresses
//
// With the base path "/cong/", "/cong/x/" is the file "x/index.html" of the portal. A folder's address without
// its slash is redirected to the one with it, "/" to the base path, and what does not exist is answered
// with the portal's 404.html. Below [Reserved], which no address of a portal can begin with, stand the script,
// the style and the stream of what this package adds.
//
// # Live pages
//
// Every HTML answer gets one script element, which says what state of the page it shows: a digest in two
// halves, one of the page and what it embeds, one of its style sheets. The script tells the server
// that state over a stream of events (SSE), and is told what to do whenever the newest portal has another one:
// swap the style sheets when only they differ, else reload at the same scroll position. So no list
// of changes is kept, a page that did not change is never reloaded, and one that was asleep, or whose server
// was away, catches up by itself.
//
// # Safety
//
// Only what [Portal] opens is served. Only GET and HEAD are answered, beside the one button of an [Server.Offer], and only where Host is a name of this machine or the
// chosen address, so that no foreign site can reach the preview by a name of its own (DNS rebinding). Requests
// that another origin's page makes are refused, and no CORS header is sent. Addresses with "..", "\", NUL or
// an encoded slash are refused before anything is looked up. [Policy] is sent with every answer. The button works on this
// machine only, from a page of ours, with this process's token, and makes the changes that its page shows or none.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"bangvang/internal/diag"
)

// Reserved is where the addresses begin that the preview adds.
const Reserved = "/~bangvang/"

// Policy is the Content-Security-Policy under which a portal must work, and under which it is previewed.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'self'; manifest-src 'self'"

// A Portal is a set of files by their path without a leading slash: "x/index.html". Open is called from several
// goroutines; the bytes are not changed by the caller.
type Portal interface {
	Open(path string) (data []byte, ok bool)
}

// Files is a portal that lies in memory.
type Files map[string][]byte

// Open returns the file at path.
func (f Files) Open(path string) ([]byte, bool) {
	data, ok := f[path]
	return data, ok
}

// Options shape a preview.
type Options struct {
	Addr     string    // the address asked for, "host:port"; its host is answered beside this machine's names
	BasePath string    // where the portal stands, "/cong/"; "/" if empty
	Lang     diag.Lang // of the overlay
}

// A Server is a preview. It is an http.Handler, and safe for concurrent use.
type Server struct {
	o    Options
	host string // of Options.Addr
	// token is known to the pages of this process alone.
	token string

	mu    sync.Mutex
	state state
}

// state is what the preview knows. A copy of it stays as it was.
type state struct {
	portal   Portal // nil before the first good build
	findings []diag.Finding
	failed   bool
	offer    *offer        // nil where nothing can be mended by a button
	next     chan struct{} // closed when there is a newer state
}

// New returns a preview that says "building" until the first Show or Fail.
func New(o Options) *Server {
	o.BasePath = "/" + strings.Trim(o.BasePath, "/") + "/"
	if o.BasePath == "//" {
		o.BasePath = "/"
	}
	host, _, err := net.SplitHostPort(o.Addr)
	if err != nil {
		host = o.Addr
	}
	return &Server{o: o, host: host, token: newToken(), state: state{next: make(chan struct{})}}
}

// Show makes p the portal, and tells the browsers whose page it changes.
func (s *Server) Show(p Portal) { s.set(state{portal: p}) }

// Fail lays findings over the last good portal, or over a page of their own if there was none yet.
func (s *Server) Fail(findings []diag.Finding) {
	s.set(state{portal: s.now().portal, findings: findings, failed: true})
}

func (s *Server) set(n state) {
	n.next = make(chan struct{})
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.state.next)
	s.state = n
}

func (s *Server) now() state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// Listen opens addr, "host:port". Without a host only this machine is served; "0.0.0.0" must be asked for.
func Listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("reading the address %q: %w", addr, err)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	ln, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if err != nil {
		return nil, fmt.Errorf("listening on %s: %w", addr, err)
	}
	return ln, nil
}

// URL is where the portal stands for a browser on this machine, once ln listens.
func (s *Server) URL(ln net.Listener) string {
	host, port, _ := net.SplitHostPort(ln.Addr().String())
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + s.o.BasePath
}

// Serve answers on ln until ctx ends, then closes it and returns nil within a second.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		MaxHeaderBytes:    1 << 16,
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends the streams with it
	}
	stopped := make(chan struct{})
	cancel := context.AfterFunc(ctx, func() {
		defer close(stopped)
		shut(server)
	})
	if err := server.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		cancel()
		return fmt.Errorf("serving on %s: %w", ln.Addr(), err)
	}
	<-stopped
	return nil
}

// shut lets answers under way finish for a moment, then cuts them.
func shut(server *http.Server) {
	short, cancel := context.WithTimeout(context.Background(), 700*time.Millisecond)
	defer cancel()
	if server.Shutdown(short) != nil {
		server.Close()
	}
}
