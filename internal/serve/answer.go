package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// ServeHTTP answers from the newest portal.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", Policy+"; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache")
	if r.Method == http.MethodPost && r.URL.Path == Reserved+"fix" {
		s.mend(w, r)
		return
	}
	if status := s.refuse(r); status != 0 {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(status), status)
		return
	}
	if name, ok := strings.CutPrefix(r.URL.Path, Reserved); ok {
		s.answerOwn(w, r, name)
		return
	}
	now := s.seen(r)
	a := s.find(now, r.URL.Path)
	if a.redirect {
		http.Redirect(w, r, s.target(r), http.StatusFound)
		return
	}
	if a.kind == htmlType {
		a.data = inject(a.data, r.URL.Path, s.digest(now, r.URL.Path))
	}
	a.write(w, r)
}

// An answer is what stands at an address.
type answer struct {
	status   int
	kind     string // content type
	data     []byte
	redirect bool // to the address with a slash, or to the base path
}

// find returns what stands at an address of the portal.
func (s *Server) find(now state, address string) answer {
	if now.portal == nil {
		return answer{status: http.StatusServiceUnavailable, kind: htmlType, data: s.blank(now, address)}
	}
	name, inside := strings.CutPrefix(address, s.o.BasePath)
	if !inside {
		if address == "/" || address+"/" == s.o.BasePath {
			return answer{redirect: true}
		}
		return missing(now.portal)
	}
	file := name
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	if data, ok := now.portal.Open(file); ok {
		return answer{status: http.StatusOK, kind: ContentType(file), data: data}
	}
	if _, ok := now.portal.Open(file + "/index.html"); ok {
		return answer{redirect: true}
	}
	return missing(now.portal)
}

// missing is the answer for an address without a file.
func missing(p Portal) answer {
	data, ok := p.Open("404.html")
	if !ok {
		data = []byte("<!doctype html><title>404</title><h1>404</h1>")
	}
	return answer{status: http.StatusNotFound, kind: htmlType, data: data}
}

// target is where a redirect leads: never to another host, as the address begins with a single slash.
func (s *Server) target(r *http.Request) string {
	to := r.URL.EscapedPath() + "/"
	if r.URL.Path == "/" {
		to = s.o.BasePath
	}
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	return to
}

// write sends the answer, or says that the browser has it already.
func (a answer) write(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256(a.data)
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("ETag", tag)
	if a.status == http.StatusOK && strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(a.data)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(a.data) // an error means that the browser has gone
	}
}

// inject adds the script to a copy of a page, with the page's address and the state that it shows.
func inject(page []byte, address, shown string) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	script := `<script src="` + Reserved + `live.js" data-page="` + escape(address) + `" data-shown="` + shown + `" defer></script>`
	return bytes.Join([][]byte{page[:at], []byte(script), page[at:]}, nil)
}

const htmlType = "text/html; charset=utf-8"

// ContentType returns the media type of a file by the ending of its name, the same on every system.
func ContentType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return htmlType
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".json", ".map":
		return "application/json; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".atom":
		return "application/atom+xml; charset=utf-8"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".svg":
		return "image/svg+xml; charset=utf-8"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".gif":
		return "image/gif"
	case ".webp":
		return "image/webp"
	case ".avif":
		return "image/avif"
	case ".ico":
		return "image/x-icon"
	case ".pdf":
		return "application/pdf"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".woff2":
		return "font/woff2"
	}
	return "application/octet-stream"
}
