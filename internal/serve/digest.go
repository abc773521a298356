package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// digest returns the state of the page at an address: a half for the page and what it embeds, and, after a
// point, a half for its style sheets. Equal states look the same.
func (s *Server) digest(now state, address string) string {
	a := s.find(now, address)
	page, style := sha256.New(), sha256.New()
	page.Write([]byte{byte(a.status), byte(a.status >> 8)})
	if a.kind != htmlType {
		page.Write(a.data)
		return short(page) + "." + short(style)
	}
	embeds := func(h hash.Hash, ref string) { h.Write(s.embedded(now, address, ref)) }
	each(a.data, func(raw []byte, t html.Token) {
		if href, ok := styleSheet(t); ok {
			style.Write([]byte(href + "\x00"))
			embeds(style, href)
			raw = withoutAddress(t)
		}
		page.Write(raw)
		if src := attribute(t, "src"); src != "" {
			embeds(page, src)
		}
	})
	return short(page) + "." + short(style)
}

// styles returns the addresses of a page's style sheets, in order.
func (s *Server) styles(now state, address string) (hrefs []string) {
	each(s.find(now, address).data, func(_ []byte, t html.Token) {
		if href, ok := styleSheet(t); ok {
			hrefs = append(hrefs, href)
		}
	})
	return hrefs
}

// embedded returns the bytes of a file of the portal that a page names; nil if it is none of the portal's.
func (s *Server) embedded(now state, page, ref string) []byte {
	base := url.URL{Path: page}
	u, err := base.Parse(ref)
	if err != nil || u.Host != "" || u.Scheme != "" || now.portal == nil {
		return nil
	}
	name, inside := strings.CutPrefix(u.Path, s.o.BasePath)
	if !inside {
		return nil
	}
	data, _ := now.portal.Open(name)
	return data
}

// each visits the pieces of a page in order: as written, and as read.
func each(page []byte, visit func(raw []byte, t html.Token)) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		raw := bytes.Clone(z.Raw()) // reading the token changes it
		visit(raw, z.Token())
	}
}

// styleSheet returns the address in a <link rel="stylesheet">.
func styleSheet(t html.Token) (href string, ok bool) {
	if t.Data != "link" || !strings.EqualFold(attribute(t, "rel"), "stylesheet") {
		return "", false
	}
	return attribute(t, "href"), true
}

// withoutAddress is what a link says beside its address.
func withoutAddress(t html.Token) []byte {
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "href" })
	return []byte(t.String())
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func short(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:8]) }
