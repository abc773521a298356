package build_test

import (
	"bytes"
	"encoding/json"
	"image/png"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// head is what a page says of itself.
type head struct {
	lang      string
	meta      map[string][]string // by name or property
	links     map[string][]string // addresses by rel
	things    map[string]map[string]any
	scripture string // the block of data as it stands
}

func headOf(t *testing.T, page []byte) head {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	h := head{meta: map[string][]string{}, links: map[string][]string{}, things: map[string]map[string]any{}}
	for n := range doc.Descendants() {
		at := map[string]string{}
		for _, a := range n.Attr {
			at[a.Key] = a.Val
		}
		switch {
		case n.Data == "html":
			h.lang = at["lang"]
		case n.Data == "meta":
			key := at["name"] + at["property"]
			h.meta[key] = append(h.meta[key], at["content"])
		case n.Data == "link":
			h.links[at["rel"]] = append(h.links[at["rel"]], at["href"])
		case n.Data == "script" && at["type"] == "application/ld+json":
			h.scripture = n.FirstChild.Data
			h.read(t)
		}
	}
	return h
}

// read takes the things of the block of data, by their types.
func (h *head) read(t *testing.T) {
	t.Helper()
	var block struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(h.scripture), &block); err != nil || block.Context != "https://schema.org" {
		t.Fatalf("%v in %s", err, h.scripture)
	}
	for _, thing := range block.Graph {
		h.things[thing["@type"].(string)] = thing
	}
}

// file is the file of the portal that an address means.
func fileOf(t *testing.T, address, base string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	name, ok := strings.CutPrefix(u.Path, base)
	if !ok {
		t.Errorf("%s is not below %s", address, base)
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// baseOf is the path that a portal stands below.
func baseOf(t *testing.T, data map[string][]byte) string {
	t.Helper()
	u, err := url.Parse(headOf(t, data["index.html"]).links["canonical"][0])
	if err != nil {
		t.Fatal(err)
	}
	return u.Path
}

func TestEveryPageSaysWhatItIsToThoseWhoPassItOn(t *testing.T) {
	seen := map[string]int{}
	eachSite(t, func(t *testing.T, data map[string][]byte) {
		base := baseOf(t, data)
		for name, page := range data {
			if !strings.HasSuffix(name, ".html") || name == "404.html" { // which stands at every address
				continue
			}
			h := headOf(t, page)
			for _, key := range []string{"og:title", "og:type", "og:site_name", "og:url", "og:locale", "og:image", "og:image:alt"} {
				if v := h.meta[key]; len(v) != 1 || v[0] == "" {
					t.Errorf("%s: %s is %q", name, key, v)
				}
			}
			if c := h.links["canonical"]; h.lang == "" || len(c) != 1 || fileOf(t, c[0], base) != name && !bytes.Contains(page, []byte(`http-equiv="refresh"`)) || h.meta["og:url"][0] != c[0] {
				t.Errorf("%s: canonical %q, lang %q", name, c, h.lang)
			}
			for _, rel := range []string{"icon", "apple-touch-icon", "manifest", "canonical", "alternate", "stylesheet"} {
				for _, address := range h.links[rel] {
					if data[fileOf(t, address, base)] == nil {
						t.Errorf("%s: %s leads to no file: %s", name, rel, address)
					}
				}
			}
			if kind := sharedImage(t, h, data, base); kind == "png" && strings.HasSuffix(h.meta["og:image"][0], "/chia-se.png") {
				seen["cards"]++
			}
			seen["pages"]++
		}
	})
	if seen["pages"] < 400 || seen["cards"] < 300 {
		t.Errorf("only %v were looked at", seen)
	}
}

// sharedImage checks that the share image is there, of the size that the page says.
func sharedImage(t *testing.T, h head, data map[string][]byte, base string) string {
	t.Helper()
	name := fileOf(t, h.meta["og:image"][0], base)
	file := data[name]
	if !strings.HasSuffix(name, ".png") {
		return ""
	}
	c, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return ""
	}
	if w, _ := strconv.Atoi(h.meta["og:image:width"][0]); w != c.Width {
		t.Errorf("%s is %d wide, not %d", name, c.Width, w)
	}
	return "png"
}

func TestPagesAreDescribedToProgramsAsWhatTheyAre(t *testing.T) {
	seen := map[string]int{}
	eachSite(t, func(t *testing.T, data map[string][]byte) {
		base := baseOf(t, data)
		for name, page := range data {
			if !strings.HasSuffix(name, ".html") {
				continue
			}
			h := headOf(t, page)
			if robots := h.meta["robots"]; len(robots) > 0 && h.scripture != "" {
				t.Errorf("%s is not to be found and describes itself", name)
			}
			for kind, thing := range h.things {
				seen[kind]++
				described(t, name, kind, thing, data, base)
			}
		}
	})
	for _, kind := range []string{"BreadcrumbList", "NewsArticle", "Dataset", "DataCatalog", "WebSite"} {
		if seen[kind] == 0 {
			t.Errorf("no page has a %s: %v", kind, seen)
		}
	}
}

// described checks one thing that a page says.
func described(t *testing.T, name, kind string, thing map[string]any, data map[string][]byte, base string) {
	t.Helper()
	switch kind {
	case "BreadcrumbList":
		list := thing["itemListElement"].([]any)
		for i, c := range list {
			crumb := c.(map[string]any)
			file := fileOf(t, crumb["item"].(string), base)
			if crumb["position"] != float64(i+1) || data[file] == nil || (i == len(list)-1) != (file == name) {
				t.Errorf("%s: step %d is %v", name, i+1, crumb)
			}
		}
	case "Dataset":
		files := thing["distribution"].([]any)
		if len(files) != 3 || len(thing["description"].(string)) < 50 {
			t.Errorf("%s: %v", name, thing)
		}
		for _, f := range files {
			if address := f.(map[string]any)["contentUrl"].(string); data[fileOf(t, address, base)] == nil {
				t.Errorf("%s: no file at %s", name, address)
			}
		}
	case "NewsArticle":
		publisher := thing["publisher"].(map[string]any)
		if thing["headline"] == "" || thing["datePublished"] == nil || publisher["name"] == "" {
			t.Errorf("%s: %v", name, thing)
		}
	}
}

func TestOnlyAnOfficialPortalIsDescribedAsAnAuthority(t *testing.T) {
	base := load(t, "testdata/campaign-whole/in")
	for notice, want := range map[string]string{"": "GovernmentOrganization", "notice: Đây là cổng mẫu.\n": "Organization"} {
		m := construct(t, with(base, map[string]string{siteFile: settings(notice)}), nil)
		publisher := headOf(t, m.files["index.html"]).things["WebSite"]["publisher"].(map[string]any)
		if publisher["@type"] != want {
			t.Errorf("with the notice %q the publisher is a %v", notice, publisher["@type"])
		}
	}
}

func TestTheManifestNamesIconsThatAreThere(t *testing.T) {
	_, data := run(t, "../..", nil)
	var m struct {
		Name  string
		Icons []struct{ Src, Sizes string }
	}
	if err := json.Unmarshal(data["manifest.webmanifest"], &m); err != nil {
		t.Fatal(err)
	}
	for _, icon := range m.Icons {
		file := data[strings.TrimPrefix(icon.Src, "/")]
		c, err := png.DecodeConfig(bytes.NewReader(file))
		if size := strconv.Itoa(c.Width) + "x" + strconv.Itoa(c.Height); icon.Sizes != "any" && (err != nil || size != icon.Sizes) {
			t.Errorf("%+v: %s, %v", icon, size, err)
		}
	}
	if m.Name == "" || len(m.Icons) != 3 {
		t.Errorf("%+v", m)
	}
}

func TestListsThatGrowHaveFeeds(t *testing.T) {
	_, data := run(t, "../..", nil)
	for page, feed := range map[string]string{
		"index.html": "/atom.xml", "tin-tuc/index.html": "/tin-tuc/atom.xml", "chuyen-muc/phap-luat/index.html": "/chuyen-muc/phap-luat/atom.xml",
		"phong-trao/pci-2021/index.html": "/phong-trao/pci-2021/atom.xml",
	} {
		if got := headOf(t, data[page]).links["alternate"]; !slices.Contains(got, feed) || data[feed[1:]] == nil {
			t.Errorf("%s has the feeds %q, want %s", page, got, feed)
		}
	}
}
