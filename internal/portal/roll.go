package portal

import (
	"slices"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

const rollAddress = "/bang-vang/"

// mostOfRoll is how many awards the first page of a roll takes before older years stand on pages of their own.
const mostOfRoll = 300

// An honour is a decided award on the roll, and what readers choose it by.
type honour struct {
	year     string
	campaign *site.Campaign
	unit     string // id of the laureate, or of the person's unit; "" without one
	row      view.RollRow
}

// A roll is a list of honours at an address: all of them, or those of one campaign or one unit.
type roll struct {
	address, title string
	what           string      // in words, for who else wants the address
	section        *site.Page  // that introduces it, nil if none does
	shown          view.Roll   // what the first page shows beside the honours
	years          [][]honour  // newest first, each year's latest decision first
	crumbs         []view.Link // to the rolls above
	mark           string      // behind titles that another roll has, too: " (xa-a)"
}

// roll plans the roll of honour: every decided award that was not withdrawn, real ones only. Besides all of them, those
// of each campaign and of each unit have a page.
func (p *planner) roll() {
	section, all := p.Sections[site.Content+"bang-vang/"], p.honours()
	title := p.titleOf(section, p.Say("Bảng vàng", "Roll of honour"))
	above := view.Link{Text: title, Href: p.Href(rollAddress)}
	groups := []view.RollGroup{p.rollsOfCampaigns(all, above), p.rollsOfUnits(all, above)}
	groups = slices.DeleteFunc(groups, func(g view.RollGroup) bool { return len(g.Ways) == 0 })
	p.rollPages(roll{
		address: rollAddress, title: title, what: "bảng vàng", section: section, years: byYear(all),
		shown: view.Roll{Intro: p.body(section), Groups: groups},
	})
}

// honours lists what is on the roll, the latest decision first.
func (p *planner) honours() []honour {
	var decisions []*site.Announcement
	for _, c := range p.Campaigns {
		for _, a := range c.Announcements {
			if a.Awards.Stage == string(award.Decided) && !p.illustrative(a.Page) && a.Page.Doc.Header.Withdrawn == nil {
				decisions = append(decisions, a)
			}
		}
	}
	slices.SortStableFunc(decisions, func(x, y *site.Announcement) int { return strings.Compare(string(y.Day), string(x.Day)) })
	var out []honour
	for _, a := range decisions {
		year, _, _ := strings.Cut(string(a.Day), "-")
		for i, l := range a.Lines {
			h := honour{year: year, campaign: a.Campaign, row: p.rollRow(a, i)}
			if l.Unit != nil {
				h.unit = l.Unit.ID
			}
			out = append(out, h)
		}
	}
	return out
}

func (p *planner) rollRow(a *site.Announcement, i int) view.RollRow {
	row := p.awardRow(a, i)
	v := view.RollRow{
		Title: row.Title, Href: p.Href(a.Page.Address) + "#" + row.ID, Laureate: row.Laureate, Position: row.Position, Unit: row.Unit,
		Campaign: p.hubLink(a.Campaign), Day: p.dayOf(a.Day), Annulled: row.Annulled,
	}
	if a.Awards.Document != nil {
		v.Act = a.Awards.Document.Number
	}
	return v
}

// byYear parts honours, which are in the order of their years.
func byYear(all []honour) [][]honour {
	var years [][]honour
	for _, h := range all {
		if n := len(years); n == 0 || years[n-1][0].year != h.year {
			years = append(years, nil)
		}
		last := &years[len(years)-1]
		*last = append(*last, h)
	}
	return years
}

// newestYears counts the years on a roll's first page: as many whole ones as fit, and at least one.
func newestYears(years [][]honour) int {
	rows := 0
	for i, y := range years {
		if rows += len(y); rows > mostOfRoll && i > 0 {
			return i
		}
	}
	return len(years)
}

// rollPages plans the first page of a roll and, where that does not take all years, a page of each year: of the newest
// ones, too, so that theirs is there already when others push them off the first.
func (p *planner) rollPages(r roll) {
	newest := newestYears(r.years)
	parted := newest < len(r.years)
	first := r.shown
	first.Chips = p.yearChips(r, newest, -1)
	for _, y := range r.years[:newest] {
		first.Years = append(first.Years, p.rollYear(r, y, parted))
	}
	pg := p.listPage(r.address, r.title, r.section, &first, r.crumbs...)
	pg.HeadTitle += r.mark
	p.add(r.address, pg, p.doc(r.section), r.what)
	for i := range r.years {
		if parted {
			p.rollYearPage(r, i)
		}
	}
}

// rollYearPage plans the page of a roll's ith year.
func (p *planner) rollYearPage(r roll, i int) {
	v := &view.Roll{Chips: p.yearChips(r, 0, i), Years: []view.RollYear{p.rollYear(r, r.years[i], false)}}
	address := r.yearAddress(r.years[i])
	above := append(slices.Clone(r.crumbs), view.Link{Text: r.title, Href: p.Href(r.address)})
	pg := p.listPage(address, v.Years[0].Caption, nil, v, above...)
	pg.HeadTitle += r.mark
	p.add(address, pg, nil, r.what+" năm "+r.years[i][0].year)
}

func (r roll) yearAddress(year []honour) string { return r.address + year[0].year + "/" }

func yearID(year []honour) string { return "nam-" + year[0].year }

// yearChips lead to the years of a roll where there is more than one: to the newest ones on the same page, to the others
// on pages of their own, of which one may be current. On the first page (current is -1) those have the ids that they
// had while they stood on it, so that an address of old leads on.
func (p *planner) yearChips(r roll, newest, current int) []view.RollWay {
	if len(r.years) < 2 {
		return nil
	}
	var out []view.RollWay
	for i, y := range r.years {
		way := view.RollWay{Link: view.Link{Text: p.year(y[0].year), Href: "#" + yearID(y)}, Current: i == current}
		if i >= newest {
			way.Href = p.Href(r.yearAddress(y))
			if current < 0 {
				way.ID = yearID(y)
			}
		}
		out = append(out, way)
	}
	return out
}

// rollYear shows a year; linked, its heading leads to the year's own page.
func (p *planner) rollYear(r roll, year []honour, linked bool) view.RollYear {
	title := p.year(year[0].year)
	v := view.RollYear{ID: yearID(year), Title: title, Caption: r.title + " – " + lower(title)}
	if linked {
		v.Href = p.Href(r.yearAddress(year))
	}
	for _, h := range year {
		v.Rows = append(v.Rows, h.row)
	}
	return v
}
