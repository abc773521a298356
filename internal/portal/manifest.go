package portal

import "fmt"

const manifestAddress = "/manifest.webmanifest"

// A webManifest says how a telephone shows the portal among its programs (https://www.w3.org/TR/appmanifest/).
type webManifest struct {
	Name       string         `json:"name"`
	Lang       string         `json:"lang"`
	Dir        string         `json:"dir"`
	Start      string         `json:"start_url"`
	Scope      string         `json:"scope"`
	Display    string         `json:"display"`
	Background string         `json:"background_color"`
	Theme      string         `json:"theme_color"`
	Icons      []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source string `json:"src"`
	Type   string `json:"type"`
	Sizes  string `json:"sizes"`
}

// manifest plans manifest.webmanifest. The portal keeps the browser's own bar: addresses are there to be passed on.
func (p *planner) manifest(icons []Icon) {
	m := webManifest{
		Name: p.view.Title, Lang: p.view.Lang, Dir: "ltr", Start: p.Href("/"), Scope: p.Href("/"), Display: "browser",
		Background: "#ffffff", Theme: "#8f1418", Icons: []manifestIcon{{p.view.Icon, "image/svg+xml", "any"}},
	}
	for _, icon := range icons {
		m.Icons = append(m.Icons, manifestIcon{p.Href(icon.Address), "image/png", fmt.Sprintf("%dx%[1]d", icon.Size)})
	}
	p.put(Output{Path: outputPath(manifestAddress), Data: encodeJSON(m)}, "mô tả cổng cho điện thoại")
}
