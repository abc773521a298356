package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// refuse returns the status with which a request is turned away, 0 if it is welcome.
func (s *Server) refuse(r *http.Request) int {
	switch {
	case !s.knows(r.Host):
		return http.StatusForbidden
	case foreign(r):
		return http.StatusForbidden
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed
	case !plain(r.URL):
		return http.StatusBadRequest
	}
	return 0
}

// knows reports whether a Host header names this machine or the chosen address. Where every address of the
// machine was chosen, any of them as digits will do: no name can be made to point there by others.
func (s *Server) knows(header string) bool {
	host, _, err := net.SplitHostPort(header)
	if err != nil {
		host = strings.TrimSuffix(strings.TrimPrefix(header, "["), "]")
	}
	switch strings.ToLower(host) {
	case "":
		return false
	case "localhost", "127.0.0.1", "::1", strings.ToLower(s.host):
		return true
	}
	chosen := net.ParseIP(s.host)
	return chosen != nil && chosen.IsUnspecified() && net.ParseIP(host) != nil
}

// foreign reports whether another origin's page asks, other than by a link that its reader follows.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		if err != nil || u.Host != r.Host {
			return true
		}
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate"
}

// plain reports whether an address is written in the one way in which portals write theirs.
func plain(u *url.URL) bool {
	written := strings.ToLower(u.EscapedPath())
	for _, trick := range []string{"%2f", "%5c", "%00", `\`} {
		if strings.Contains(written, trick) {
			return false
		}
	}
	if !strings.HasPrefix(u.Path, "/") || strings.ContainsFunc(u.Path, func(c rune) bool { return c < ' ' || c == '\\' }) {
		return false
	}
	for part := range strings.SplitSeq(u.Path, "/") {
		if part == "." || part == ".." {
			return false
		}
	}
	return !strings.Contains(u.Path, "//")
}
