package portal

import (
	"bangvang/internal/card"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// shareName is the file of a share image, beside its page.
const shareName = "chia-se.png"

// shareOfAll draws the image for pages that have none of their own.
func (p *planner) shareOfAll() *view.Share {
	return p.drawShare("/", &card.Card{Over: p.view.Organization, Title: p.view.Title}, p.view.Title, "ảnh chia sẻ của cổng")
}

// share draws the image of a document's page.
func (p *planner) share(page *site.Page, rows []card.Row, mark string) *view.Share {
	if page.Doc.Header.Withdrawn != nil {
		return nil
	}
	c := &card.Card{Title: p.doc(page).Header.Title, Rows: rows, Mark: mark, Site: p.view.Title}
	if page.Campaign != nil {
		c.Over = p.hubLink(page.Campaign).Text
	}
	if p.illustrative(page) {
		c.Mark = p.Say("Số liệu minh hoạ", "Illustrative data")
	}
	return p.drawShare(page.Address, c, p.Say("Hình tóm tắt: %s", "Summary image: %s", c.Title), "ảnh chia sẻ")
}

func (p *planner) provisionalMark(r *site.Round) string {
	if r.Results.Provisional {
		return p.Say("Kết quả tạm thời", "Provisional results")
	}
	return ""
}

func (p *planner) drawShare(address string, c *card.Card, alt, what string) *view.Share {
	if !p.has(address) {
		return nil
	}
	address = p.here(address) + shareName
	path := outputPath(address)
	p.put(Output{Path: path, Drawn: &Drawn{Drawing: c, Paths: []string{path}}}, what)
	return &view.Share{URL: p.Site.URL(address), Width: card.Width, Height: card.Height, Alt: alt}
}

// shareRows are the head of a ranking on its share image.
func (m *ranking) shareRows() []card.Row {
	var out []card.Row
	for _, l := range m.rows[:min(4, m.ranked)] {
		figure := m.Say("%s điểm", "%s points", m.Plain(l.total))
		if m.byPercent() {
			figure = m.Plain(l.percent) + "%"
		}
		out = append(out, card.Row{Rank: rankText(l.rank), Name: l.row.Unit.Name, Figure: figure})
	}
	return out
}

// awardRows are the first units of an announcement on its share image. Persons stay on the page, where a correction
// can reach them.
func awardRows(a *site.Announcement) []card.Row {
	var out []card.Row
	for i := range a.Lines {
		l := &a.Lines[i]
		if l.Award.Person == nil && l.Award.Annulled == nil && l.Unit != nil && len(out) < 4 {
			out = append(out, card.Row{Name: l.Unit.Name, Figure: awardTitle(l)})
		}
	}
	return out
}

// pictureShare is the picture of a page's header as its share image; nil if it has none.
func (p *planner) pictureShare(page *site.Page) *view.Share {
	img := page.Doc.Header.Image
	if img == nil || page.Doc.Header.Withdrawn != nil {
		return nil
	}
	to, ok := p.Link(page, img.Src)
	if !ok || to.File == "" {
		return nil
	}
	v := &view.Share{URL: p.URL(page.FileAddress(to.File)), Alt: p.altOf(page)}
	if pic := p.read(to.File); pic != nil {
		v.Width, v.Height = pic.Size()
	}
	return v
}
