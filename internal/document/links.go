package document

import (
	"net"
	"net/url"
	"strings"

	"bangvang/internal/diag"
)

// A destination is where a link or an image leads, by its look alone.
type destination int

const (
	internal destination = iota // a page, a file or an anchor of the site: a slot
	external                    // another host, mail or telephone: stays as it is
	refused                     // a finding
)

// classify tells what a destination is, and the code of the finding for one that is refused. Browsers drop
// control characters and spaces before they look for a scheme, so they are dropped here too.
func classify(target string, image bool) (destination, string) {
	plain := strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f || r == '\u00a0' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, target)
	scheme := schemeOf(plain)
	switch {
	case scheme == "javascript" || scheme == "vbscript" || scheme == "data":
		return refused, "unsafe-link"
	case image && (scheme == "http" || scheme == "https" || strings.HasPrefix(plain, "//")):
		return refused, "image-external"
	case (scheme == "http" || scheme == "https") && isOwnMachine(plain):
		return refused, "link-localhost"
	case scheme == "http" || scheme == "https" || !image && (scheme == "mailto" || scheme == "tel"):
		return external, ""
	case scheme != "" || strings.HasPrefix(plain, "//"):
		return refused, "link-scheme"
	case strings.Contains(plain, `\`):
		return refused, "link-backslash"
	case plain == "":
		return refused, "link-empty"
	}
	return internal, ""
}

// schemeOf returns the scheme of an address in lower case, "" where it has none.
func schemeOf(address string) string {
	for i := range len(address) {
		c := address[i]
		switch {
		case c == ':' && i > 0:
			return strings.ToLower(address[:i])
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return ""
		}
	}
	return ""
}

// isOwnMachine reports whether a web address leads to the reader's own machine: that of the preview.
func isOwnMachine(address string) bool {
	at, err := url.Parse(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(at.Hostname())
	return strings.EqualFold(at.Hostname(), "localhost") || ip != nil && (ip.IsLoopback() || ip.IsUnspecified())
}

// mended returns how an address that is refused was meant: with "/" between folders, without the preview's host.
func mended(target string) string {
	if at, err := url.Parse(target); err == nil && isOwnMachine(target) {
		return "/" + strings.TrimPrefix(target[strings.Index(target, at.Host)+len(at.Host):], "/")
	}
	return strings.ReplaceAll(target, `\`, "/")
}

// leads classifies a destination and reports it where it is refused.
func (c *conversion) leads(target string, image bool, at int) destination {
	kind, code := classify(target, image)
	if kind == refused {
		c.report(code, at, diag.Args{"got": target, "scheme": schemeOf(target), "want": mended(target)})
	}
	return kind
}
