package site

import (
	"net/url"
	"strings"

	"bangvang/internal/diag"
)

// origin parts a base_url into "https://host" and its path with a slash at both ends. The path may have plain
// letters, digits and . - _ ~ only, so that it reads the same everywhere; ok is false for all that is no such address.
func origin(base string) (host, path string, ok bool) {
	u, err := url.Parse(base)
	if err != nil || !isWeb(base) || u.User != nil || strings.ContainsAny(base, "?#") {
		return "https://example.invalid", "/", false
	}
	host, path = u.Scheme+"://"+u.Host, "/"
	if p := strings.Trim(u.Path, "/"); p != "" {
		path = "/" + p + "/"
	}
	for segment := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if segment == "." || segment == ".." || segment == "" && path != "/" || strings.Trim(strings.ToLower(segment), "abcdefghijklmnopqrstuvwxyz0123456789.-_~") != "" {
			return host, "/", false
		}
	}
	return host, path, true
}

// IsBase reports whether an address can be a portal's base_url.
func IsBase(address string) bool {
	_, _, ok := origin(address)
	return ok
}

// isWeb reports whether an address is a whole one of the web: https://host/…
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Hostname() != "" && (u.Scheme == "http" || u.Scheme == "https")
}

// webAddresses finds addresses of site.yaml that lead to no place of the web.
func (a *assembly) webAddresses() {
	set := a.Settings.Site
	if l := set.Licence; l != nil && l.URL != "" && !isWeb(l.URL) {
		a.report(a.Settings.Finding("web-address", diag.Args{"got": l.URL}, "licence", "url"))
	}
	if r := set.Repository; r != nil && r.URL != "" && !isWeb(r.URL) {
		a.report(a.Settings.Finding("web-address", diag.Args{"got": r.URL}, "repository", "url"))
	}
}
