package serve

import (
	_ "embed" // for the script and the style
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

//go:embed live.js
var liveScript []byte

//go:embed overlay.css
var overlayStyle []byte

// pause is how often a stream says nothing, so that a browser that has gone is noticed.
const pause = 15 * time.Second

// answerOwn answers below Reserved.
func (s *Server) answerOwn(w http.ResponseWriter, r *http.Request, name string) {
	own := answer{status: http.StatusOK, kind: ContentType(name)}
	switch name {
	case "live":
		s.stream(w, r)
		return
	case "live.js":
		own.data = liveScript
	case "overlay.css":
		own.data = overlayStyle
	default:
		own = answer{status: http.StatusNotFound, kind: "text/plain; charset=utf-8"}
	}
	own.write(w, r)
}

// A message tells a page what to do.
type message struct {
	Shown   string   `json:"shown"`            // the state it then shows
	Reload  bool     `json:"reload,omitempty"` // load again
	Styles  []string `json:"styles,omitempty"` // addresses of the style sheets, in order, to swap in
	Overlay string   `json:"overlay"`          // markup of the findings; "" takes the overlay away
}

// stream tells one page of every newer state, until its browser goes or the server stops.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	page, shown := r.URL.Query().Get("page"), r.URL.Query().Get("shown")
	if !plain(&url.URL{Path: page}) {
		http.Error(w, "page?", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	fmt.Fprint(w, "retry: 500\n\n")
	out := http.NewResponseController(w)
	alive := time.NewTicker(pause)
	defer alive.Stop()
	now := s.seen(r)
	for {
		m := s.advise(now, page, shown)
		shown = m.Shown
		text, _ := json.Marshal(m) // strings and a bool can always be written
		out.SetWriteDeadline(time.Now().Add(pause))
		if _, err := fmt.Fprintf(w, "data: %s\n\n", text); err != nil || out.Flush() != nil {
			return
		}
		if !waitFor(r, w, out, now.next, alive.C) {
			return
		}
		now = s.seen(r)
	}
}

// waitFor waits for a newer state, and reports false when the browser or the server has gone.
func waitFor(r *http.Request, w http.ResponseWriter, out *http.ResponseController, next <-chan struct{}, alive <-chan time.Time) bool {
	for {
		select {
		case <-next:
			return true
		case <-r.Context().Done():
			return false
		case <-alive:
			out.SetWriteDeadline(time.Now().Add(pause))
			if _, err := fmt.Fprint(w, ":\n\n"); err != nil || out.Flush() != nil {
				return false
			}
		}
	}
}

// advise compares the state that a page shows with what now stands at its address.
func (s *Server) advise(now state, page, shown string) message {
	m := message{Shown: shown}
	if now.failed {
		m.Overlay = s.overlay(now, page)
	}
	if now.failed && now.portal != nil {
		return m // the last good page stays as it is
	}
	m.Shown = s.digest(now, page)
	body, _, _ := strings.Cut(shown, ".")
	newBody, _, _ := strings.Cut(m.Shown, ".")
	switch {
	case m.Shown == shown:
	case body == newBody:
		m.Styles = s.styles(now, page)
	default:
		m.Reload = true
	}
	return m
}
