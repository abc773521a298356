package portal

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

func itoa(n int) string { return strconv.Itoa(n) }

// documents plans the list of every signed act that a page names.
func (p *planner) documents() {
	section := p.Sections[site.Content+"van-ban/"]
	v := &view.Documents{Intro: p.body(section)}
	for _, row := range p.actsOf(func(*site.Page) bool { return true }) {
		title := p.year(row.Act.Day.ISO)
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Title != title {
			v.Groups = append(v.Groups, view.DocumentGroup{Title: title})
		}
		last := &v.Groups[len(v.Groups)-1]
		last.Rows = append(last.Rows, row)
	}
	p.add("/van-ban/", p.listPage("/van-ban/", p.Say("Văn bản", "Documents"), section, v), p.doc(section), "danh sách văn bản")
}

// actsOf lists the acts of the pages that are kept, newest first; one act on several pages is one row. Those that annul an
// award name no issuer, and may have a page of their own.
func (p *planner) actsOf(keep func(*site.Page) bool) []view.DocumentRow {
	var out []view.DocumentRow
	at := map[string]int{}
	add := func(page *site.Page, act *document.Act) {
		day := act.Number + "|" + string(act.Date.Day) + "|"
		i, seen := at[day+act.IssuedBy()]
		if !seen {
			i = len(out)
			at[day], at[day+act.IssuedBy()] = i, i
			out = append(out, view.DocumentRow{Act: *p.act(page, act), Kind: actKind(act.Number).In(p.Lang), Illustrative: p.illustrative(page)})
		}
		if link := *p.linkTo(page); !slices.Contains(out[i].Pages, link) {
			out[i].Pages = append(out[i].Pages, link)
		}
	}
	pages := slices.DeleteFunc(slices.Clone(p.Pages), func(page *site.Page) bool { return page.Doc.Header.Withdrawn != nil || !keep(page) })
	for _, page := range pages {
		if act := site.ActOf(page.Doc); act != nil {
			add(page, act)
		}
	}
	for _, page := range pages {
		for _, act := range annulling(page.Doc) {
			add(page, &act)
		}
	}
	slices.SortStableFunc(out, func(a, b view.DocumentRow) int { return strings.Compare(b.Act.Day.ISO, a.Act.Day.ISO) })
	return out
}

// annulling are the acts that annul awards of a page, those that have a day.
func annulling(doc *document.Document) []document.Act {
	var out []document.Act
	if doc.Awards == nil {
		return nil
	}
	for _, w := range doc.Awards.Awards {
		if w.Annulled != nil && w.Annulled.Date.Day != "" {
			out = append(out, document.Act{Number: w.Annulled.Document, Date: w.Annulled.Date, Title: "Hủy khen thưởng"})
		}
	}
	return out
}

// actKinds are the type marks of Decree 30/2020/NĐ-CP.
var actKinds = map[string]diag.Text{
	"NQ": {Vi: "Nghị quyết", En: "Resolution"}, "QĐ": {Vi: "Quyết định", En: "Decision"}, "CT": {Vi: "Chỉ thị", En: "Directive"},
	"QC": {Vi: "Quy chế", En: "Statute"}, "QyĐ": {Vi: "Quy định", En: "Regulation"}, "TC": {Vi: "Thông cáo", En: "Communiqué"},
	"TB": {Vi: "Thông báo", En: "Notice"}, "HD": {Vi: "Hướng dẫn", En: "Guidelines"}, "CTr": {Vi: "Chương trình", En: "Programme"},
	"KH": {Vi: "Kế hoạch", En: "Plan"}, "PA": {Vi: "Phương án", En: "Scheme"}, "ĐA": {Vi: "Đề án", En: "Proposal"},
	"DA": {Vi: "Dự án", En: "Project"}, "BC": {Vi: "Báo cáo", En: "Report"}, "BB": {Vi: "Biên bản", En: "Minutes"},
	"TTr": {Vi: "Tờ trình", En: "Submission"}, "HĐ": {Vi: "Hợp đồng", En: "Contract"}, "CĐ": {Vi: "Công điện", En: "Urgent dispatch"},
	"NĐ": {Vi: "Nghị định", En: "Decree"}, "TT": {Vi: "Thông tư", En: "Circular"}, "QH": {Vi: "Luật", En: "Law"},
}

// actKind names the kind of an act by the mark in its symbol: 138/KH-UBND is a plan. Without a mark it is a
// công văn.
func actKind(symbol string) diag.Text {
	parts := strings.Split(symbol, "/")
	mark, _, _ := strings.Cut(parts[len(parts)-1], "-")
	if kind, ok := actKinds[mark]; ok {
		return kind
	}
	if len(parts) > 1 && strings.HasPrefix(mark, "UBND") {
		return diag.Text{Vi: "Công văn", En: "Official letter"}
	}
	return diag.Text{Vi: "Văn bản", En: "Document"}
}

// fileOf is a file that a page's header names, as a download; nil where it is not there.
func (p *planner) fileOf(page *site.Page, name string) *view.File {
	to, ok := p.Link(page, name)
	if !ok || to.File == "" {
		return nil
	}
	file, _ := p.File(to.File)
	return &view.File{
		Text: path.Base(to.File), Href: p.Href(page.FileAddress(to.File)),
		Type: strings.ToUpper(strings.TrimPrefix(path.Ext(to.File), ".")), Size: p.size(len(file.Data)),
	}
}

// size prints a number of bytes for people: "120 KB", "1,5 MB".
func (p *planner) size(n int) string {
	switch {
	case n < 1000:
		return p.Count(n, "byte", "byte", "bytes")
	case n < 1_000_000:
		return p.Plain(itoa((n+500)/1000)) + " KB"
	}
	tenths := (n + 50_000) / 100_000
	return p.Plain(itoa(tenths/10)+"."+itoa(tenths%10)) + " MB"
}

// corrections plans the list of all corrections, newest first.
func (p *planner) corrections() {
	section := p.Sections[site.Content+"dinh-chinh/"]
	v := &view.CorrectionsPage{Intro: p.body(section)}
	for _, page := range p.Pages {
		for _, c := range p.correctionsOf(page) {
			c.Page = p.linkTo(page)
			v.Rows = append(v.Rows, c)
		}
	}
	slices.SortStableFunc(v.Rows, func(a, b view.Correction) int { return strings.Compare(b.Day.ISO, a.Day.ISO) })
	p.add("/dinh-chinh/", p.listPage("/dinh-chinh/", p.Say("Đính chính", "Corrections"), section, v), p.doc(section), "danh sách đính chính")
}

// calendar plans the list of dated events: phases, comment terms, announcements.
func (p *planner) calendar() {
	section := p.Sections[site.Content+"lich/"]
	v := &view.Calendar{Intro: p.body(section), File: p.calendarFile()}
	var all []view.Event
	for _, c := range p.Campaigns {
		all = append(all, p.eventsOf(c)...)
	}
	slices.SortStableFunc(all, func(a, b view.Event) int { return strings.Compare(a.Day.ISO, b.Day.ISO) })
	today := p.Now.Format("2006-01-02")
	for _, e := range all {
		if last := lastISO(e); last >= today {
			v.Upcoming = append(v.Upcoming, e)
		} else {
			v.Past = append([]view.Event{e}, v.Past...)
		}
	}
	p.add("/lich/", p.listPage("/lich/", p.Say("Lịch", "Calendar"), section, v), p.doc(section), "lịch")
}

func lastISO(e view.Event) string {
	if e.Until != nil {
		return e.Until.ISO
	}
	return e.Day.ISO
}

func (p *planner) eventsOf(c *site.Campaign) []view.Event {
	link := p.hubLink(c)
	var out []view.Event
	add := func(from, to document.Moment, text, lang string) {
		if d := p.day(document.Moment{Day: from.Day}); d != nil {
			if to.Day == from.Day {
				to.Day = ""
			}
			out = append(out, view.Event{Day: *d, Until: p.day(document.Moment{Day: to.Day}), Text: text, Lang: lang, Campaign: link, Illustrative: c.Illustrative()})
		}
	}
	for _, ph := range c.Plan.Phases {
		add(ph.From, ph.To, ph.Name, p.vietnamese())
	}
	if len(c.Plan.Phases) == 0 && !c.Plan.Index {
		add(c.Plan.Period.From, c.Plan.Period.To, p.Say("Thời gian thi đua", "Period of the campaign"), "")
	}
	for _, a := range c.Announcements {
		if d := p.disclosure(a); d != nil && a.Page.Doc.Header.Withdrawn == nil {
			text := p.Say("Lấy ý kiến: %s", "Call for comments: %s", p.doc(a.Page).Header.Title)
			if a.Awards.Stage == string(award.Decided) {
				text = p.Say("Lấy ý kiến trước quyết định: %s", "Call for comments before the decision: %s", p.doc(a.Page).Header.Title)
			}
			out = append(out, view.Event{Day: d.From, Until: &d.To, Text: text, Campaign: link, Illustrative: c.Illustrative()})
		}
		if act := a.Awards.Document; act != nil && a.Awards.Stage == string(award.Decided) && a.Page.Doc.Header.Withdrawn == nil {
			add(act.Date, document.Moment{}, p.Say("Quyết định %s", "Decision %s", act.Number), "")
		}
	}
	return out
}
