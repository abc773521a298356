package portal

import (
	"strings"
	"time"
	"unicode/utf8"

	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

// calendarFile plans lich.ics, the events of the calendar page as an iCalendar stream (RFC 5545), and returns it
// as a download.
func (p *planner) calendarFile() *view.File {
	const address = "/lich/lich.ics"
	size := p.publish(address, "lịch cho chương trình lịch", nil, p.ics)
	return &view.File{Text: "lich.ics", Href: p.Href(address), Type: "iCalendar", Size: p.size(size)}
}

// ics writes the calendar. Its time stamps are when the campaign's plan last changed, so that the same content
// gives the same bytes; an event keeps its UID when its dates change.
func (p *planner) ics() []byte {
	w := &icsWriter{}
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//"+icsText(p.Settings.Site.Organization)+"//bangvang//VI")
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	w.line("NAME", icsText(p.Settings.Site.Title))
	w.line("X-WR-CALNAME", icsText(p.Settings.Site.Title))
	for _, c := range p.Campaigns {
		uids := map[string]int{}
		for _, e := range p.eventsOf(c) {
			uid := c.ID + "-" + viet.Slug(e.Text)
			if uids[uid]++; uids[uid] > 1 {
				uid += "-" + itoa(uids[uid])
			}
			p.icsEvent(w, c, e, uid)
		}
	}
	w.line("END", "VCALENDAR")
	return []byte(w.b.String())
}

func (p *planner) icsEvent(w *icsWriter, c *site.Campaign, e view.Event, uid string) {
	summary := e.Text + " – " + c.Title()
	if e.Illustrative {
		summary = "[Minh hoạ] " + summary
	}
	stamp := p.changed(c.PlanPage)
	if stamp.IsZero() {
		stamp = p.Time(c.Plan.Period.From)
	}
	w.line("BEGIN", "VEVENT")
	w.line("UID", uid+"@"+host(p.Origin))
	w.line("DTSTAMP", stamp.UTC().Format("20060102T150405Z"))
	w.line("DTSTART;VALUE=DATE", icsDay(e.Day.ISO, 0))
	w.line("DTEND;VALUE=DATE", icsDay(lastISO(e), 1)) // the first day that is not in it
	w.line("SUMMARY", icsText(summary))
	w.line("URL", p.URL(c.Address))
	w.line("TRANSP", "TRANSPARENT") // nobody is busy because a campaign runs
	w.line("END", "VEVENT")
}

// host is the name in an origin, "thidua.example.vn".
func host(origin string) string { return origin[strings.Index(origin, "://")+3:] }

// icsDay writes a day of the form 2021-05-05 as 20210505, so many days later.
func icsDay(iso string, later int) string {
	t, err := time.Parse(time.DateOnly, iso[:min(len(iso), len(time.DateOnly))])
	if err != nil {
		return strings.ReplaceAll(iso, "-", "")
	}
	return t.AddDate(0, 0, later).Format("20060102")
}

// icsText escapes a text value (RFC 5545, 3.3.11).
func icsText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(s)
}

// An icsWriter collects content lines.
type icsWriter struct{ b strings.Builder }

// line writes a property, folded so that no line has more than 75 octets and no character is cut (RFC 5545, 3.1).
func (w *icsWriter) line(name, value string) {
	rest, most := name+":"+value, 75
	for len(rest) > most {
		cut := most
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.b.WriteString(rest[:cut] + "\r\n ")
		rest, most = rest[cut:], 74 // the space is an octet of the next line
	}
	w.b.WriteString(rest + "\r\n")
}
