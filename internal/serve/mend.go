package serve

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// A Mend is what would change in one source.
type Mend struct {
	File string   // where, and its new name if it gets one
	Why  []string // a sentence for each change
	Diff string   // lines that begin with "-", "+" or a blank
}

// An offer is a set of changes that a button in the overlay makes.
type offer struct {
	mends []Mend
	make  func()
	id    string // of these changes: a button that is still on a page makes nothing else
}

// Offer lists changes in the overlay of the last Fail, with a button that calls apply. Whoever fails again or shows a
// portal takes it back. apply says itself what it could not do.
func (s *Server) Offer(mends []Mend, apply func()) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", mends))
	n := s.now()
	n.offer = &offer{mends, apply, hex.EncodeToString(sum[:16])}
	s.set(n)
}

// newToken is what a button must know: no other site's page does.
func newToken() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails
	return hex.EncodeToString(b[:])
}

// maxForm bounds what a button sends.
const maxForm = 4 << 10

// mend answers the button: it makes the changes that its page has shown, and leads back to the page.
func (s *Server) mend(w http.ResponseWriter, r *http.Request) {
	if !isLocal(r) || !s.knows(r.Host) || !isOwn(r) {
		http.Error(w, http.StatusText(http.StatusForbidden), http.StatusForbidden)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	token, offered, page := r.PostFormValue("token"), r.PostFormValue("offer"), r.PostFormValue("page")
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		http.Error(w, http.StatusText(http.StatusForbidden), http.StatusForbidden)
		return
	}
	if o := s.take(offered); o != nil {
		o.make()
	}
	if !strings.HasPrefix(page, "/") || !plain(&url.URL{Path: page}) {
		page = s.o.BasePath
	}
	http.Redirect(w, r, (&url.URL{Path: page}).EscapedPath(), http.StatusSeeOther)
}

// take takes the offer of that name off, so that two clicks make it once; nil where there is another one, or none.
func (s *Server) take(id string) *offer {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := s.state.offer
	if o == nil || o.id != id {
		return nil
	}
	s.state.offer = nil
	return o
}

// isLocal reports whether a request comes from this machine: nobody else may change its files.
func isLocal(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}

// isOwn reports whether one of our own pages sent a form. A browser says so with every form; what does not is refused.
func isOwn(r *http.Request) bool {
	u, err := url.Parse(r.Header.Get("Origin"))
	if err != nil || u.Host == "" || u.Host != r.Host {
		return false
	}
	site := r.Header.Get("Sec-Fetch-Site")
	return site == "" || site == "same-origin"
}

// seen is the newest state as whoever asks may see it: offers are made on this machine only.
func (s *Server) seen(r *http.Request) state {
	now := s.now()
	if !isLocal(r) {
		now.offer = nil
	}
	return now
}

// button is the markup of an offer: what would change, and the button.
func (s *Server) button(o *offer, page string) string {
	if o == nil {
		return ""
	}
	w := s.words()
	var out strings.Builder
	fmt.Fprintf(&out, `<form method="post" action="%sfix"><details open><summary>%s</summary>`, Reserved, escape(fmt.Sprintf(w.offer, len(o.mends))))
	for _, m := range o.mends {
		fmt.Fprintf(&out, `<p class="place">%s</p><ul>`, escape(m.File))
		for _, why := range m.Why {
			fmt.Fprintf(&out, "<li>%s</li>", escape(why))
		}
		out.WriteString("</ul>")
		if m.Diff != "" {
			fmt.Fprintf(&out, "<pre>%s</pre>", escape(m.Diff))
		}
	}
	for _, field := range [][2]string{{"token", s.token}, {"offer", o.id}, {"page", page}} {
		fmt.Fprintf(&out, `<input type="hidden" name="%s" value="%s">`, field[0], escape(field[1]))
	}
	fmt.Fprintf(&out, `</details><button>%s</button></form>`, escape(w.mend))
	return out.String()
}
