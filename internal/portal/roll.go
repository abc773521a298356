package portal

import (
	"slices"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// roll plans the roll of honour: every decided award that was not withdrawn, real ones only.
func (p *planner) roll() {
	section := p.Sections[site.Content+"bang-vang/"]
	v := &view.Roll{Intro: p.body(section)}
	var all []*site.Announcement
	for _, c := range p.Campaigns {
		for _, a := range c.Announcements {
			if a.Awards.Stage == string(award.Decided) && !p.illustrative(a.Page) && a.Page.Doc.Header.Withdrawn == nil {
				all = append(all, a)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y *site.Announcement) int { return strings.Compare(string(y.Day), string(x.Day)) })
	for _, a := range all {
		year := strings.SplitN(string(a.Day), "-", 2)[0]
		if n := len(v.Years); n == 0 || v.Years[n-1].ID != "nam-"+year {
			v.Years = append(v.Years, view.RollYear{ID: "nam-" + year, Title: p.year(year)})
		}
		last := &v.Years[len(v.Years)-1]
		for i := range a.Lines {
			last.Rows = append(last.Rows, p.rollRow(a, i))
		}
	}
	p.add("/bang-vang/", p.listPage("/bang-vang/", p.Say("Bảng vàng", "Roll of honour"), section, v), p.doc(section), "bảng vàng")
}

func (p *planner) rollRow(a *site.Announcement, i int) view.RollRow {
	row := p.awardRow(a, i)
	v := view.RollRow{
		Title: row.Title, Laureate: row.Laureate, Position: row.Position, Unit: row.Unit,
		Campaign: p.hubLink(a.Campaign), Day: p.dayOf(a.Day), Annulled: row.Annulled,
	}
	if a.Awards.Document != nil {
		v.Act = a.Awards.Document.Number
	}
	return v
}
