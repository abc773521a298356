package portal

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

var stageWords = map[string]diag.Text{
	"proposed": {Vi: "Đề nghị khen thưởng", En: "Proposed"}, "decided": {Vi: "Đã có quyết định", En: "Decided"},
}

func (p *planner) awardsLink(a *site.Announcement) view.AwardsLink {
	v := view.AwardsLink{
		Link: *p.linkTo(a.Page), Stage: p.stage(a), StageKind: stageKind(a),
		Day: p.dayOf(a.Day), Summary: p.doc(a.Page).Header.Summary,
	}
	if a.Page.Doc.Header.Withdrawn != nil {
		v.Summary = p.Say("Nội dung đã được rút.", "The content was withdrawn.")
	}
	return v
}

// stageKind is for templates and their styles: what was withdrawn is neither proposed nor decided.
func stageKind(a *site.Announcement) string {
	if a.Page.Doc.Header.Withdrawn != nil {
		return "withdrawn"
	}
	return a.Awards.Stage
}

// stage says how far an announcement has come: what was proposed may have been decided since.
func (p *planner) stage(a *site.Announcement) string {
	if a.Page.Doc.Header.Withdrawn != nil {
		return p.Say("Đã rút", "Withdrawn")
	}
	text := stageWords[a.Awards.Stage].In(p.Lang)
	if len(a.Decisions()) > 0 {
		text += p.Say(", nay đã có quyết định", ", decided since")
	}
	return text
}

// awards plans an announcement.
func (p *planner) awards(a *site.Announcement) {
	page, c := a.Page, a.Campaign
	v := &view.Awards{
		StageKind: stageKind(a), Stage: p.stage(a), Hub: p.hubLink(c),
	}
	pg := p.docPage(page, v, p.hubCrumbs(c)...)
	pg.NoIndex = pg.NoIndex || c.Illustrative()
	if page.Doc.Header.Withdrawn == nil {
		v.Sentence = p.awardsSentence(a)
		pg.Description = cmp.Or(p.doc(page).Header.Summary, v.Sentence)
		v.Disclosure = p.disclosure(a)
		v.Body, v.Block = p.body(page), p.awardsBlock(a)
		if act := a.Awards.Document; act != nil {
			v.Act = p.act(page, act)
		}
		mark := ""
		if v.StageKind != string(award.Decided) {
			mark = p.Say("Chưa phải quyết định", "Not decided yet")
		}
		pg.QR = qrOf(pg.Canonical)
		pg.Share = p.share(page, awardRows(a), mark)
		v.Decisions, v.Proposals = p.announcements(a.Decisions()), p.announcements(a.Proposals())
		v.Results = p.sortedRounds(c, func(r *site.Round) bool { return usesRound(a, r) })
	}
	p.add(page.Address, pg, p.doc(page), "")
}

func (p *planner) announcements(all []*site.Announcement) []view.Link {
	var out []view.Link
	for _, a := range all {
		out = append(out, *p.linkTo(a.Page))
	}
	return out
}

func usesRound(a *site.Announcement, r *site.Round) bool {
	return slices.ContainsFunc(a.Lines, func(l site.AwardLine) bool { return l.Round == r && l.Prize != nil })
}

// awardsSentence says in one sentence what is announced.
func (p *planner) awardsSentence(a *site.Announcement) string {
	var units, persons, annulled int
	for _, l := range a.Lines {
		switch {
		case l.Award.Annulled != nil:
			annulled++
		case l.Award.Person != nil:
			persons++
		default:
			units++
		}
	}
	var whom []string
	if units > 0 {
		whom = append(whom, p.Count(units, "tập thể", "unit", "units"))
	}
	if persons > 0 {
		whom = append(whom, p.Count(persons, "cá nhân", "person", "persons"))
	}
	text := p.List(whom)
	if text == "" {
		text = p.Say("không có tập thể, cá nhân nào", "nobody")
	}
	if act := a.Awards.Document; a.Awards.Stage == string(award.Decided) && act != nil {
		text = p.Say("Quyết định %s khen thưởng %s", "Decision %s gives awards to %s", act.Number, text)
	} else if len(a.Decisions()) > 0 {
		text = p.Say("Đã đề nghị khen thưởng %s; nay đã có quyết định", "Awards were proposed for %s; they have been decided since", text)
	} else {
		text = p.Say("Đề nghị khen thưởng %s; chưa phải là quyết định", "Awards are proposed for %s; this is no decision yet", text)
	}
	if annulled > 0 {
		text += "; " + p.Count(annulled, "khen thưởng đã bị hủy", "award has been annulled", "awards have been annulled")
	}
	return text + "."
}

// disclosure is the term in which anyone may comment; nil if there is none.
func (p *planner) disclosure(a *site.Announcement) *view.Disclosure {
	d := a.Awards.Disclosure
	if d == nil {
		return nil
	}
	term := p.Count(d.Days, "ngày", "day", "days")
	if d.Working {
		term = p.Count(d.Days, "ngày làm việc", "working day", "working days")
	}
	v := &view.Disclosure{From: p.must(d.From), Term: term, Contact: d.Contact}
	last, known := award.TermEnd(d.From.Day, d.Days, d.Working)
	end := p.dayOf(last)
	if end == nil {
		return v
	}
	v.To = *end
	after := p.Time(document.Moment{Day: last}).AddDate(0, 0, 1)
	v.Open = !p.Now.Before(p.Time(d.From)) && p.Now.Before(after)
	v.Text = p.Say("Lấy ý kiến từ ngày %s đến hết ngày %s (%s).", "Comments are received from %s until the end of %s (%s).", v.From.Text, v.To.Text, v.Term)
	if !known {
		v.Text += p.Say(" Thời hạn chưa trừ ngày nghỉ lễ vì chưa có lịch nghỉ của năm này.",
			" Public holidays are not taken into account: those of this year are not known yet.")
	}
	return v
}

// awardsBlock lists the awards: prizes by block, then the commendations.
func (p *planner) awardsBlock(a *site.Announcement) view.AwardsBlock {
	v := view.AwardsBlock{
		Caption: p.doc(a.Page).Header.Title, Stage: p.stage(a), StageKind: stageKind(a), Illustrative: p.illustrative(a.Page),
	}
	groups := map[string][]int{} // places in the file
	var order []string
	for i := range a.Lines {
		title := p.groupOf(&a.Lines[i])
		if groups[title] == nil {
			order = append(order, title)
		}
		groups[title] = append(groups[title], i)
	}
	for _, title := range order {
		group := view.AwardGroup{Title: title}
		for _, i := range listed(a, groups[title]) {
			group.Rows = append(group.Rows, p.awardRow(a, i))
		}
		v.Groups = append(v.Groups, group)
	}
	return v
}

// groupOf titles the group of an award: its commendation, or the block whose prize it is.
func (p *planner) groupOf(l *site.AwardLine) string {
	switch {
	case l.Commendation != nil:
		return l.Commendation.Title
	case l.Block != nil:
		return l.Block.Name
	}
	return p.Say("Giải thưởng", "Prizes")
}

// listed puts a group of people in the order of their given names, or of their `sort`; any other group keeps the
// order of the file.
func listed(a *site.Announcement, group []int) []int {
	person := func(i int) *document.Person { return a.Lines[i].Award.Person }
	if slices.ContainsFunc(group, func(i int) bool { return person(i) == nil }) {
		return group
	}
	order := viet.NewOrder()
	key := func(p *document.Person) string { return cmp.Or(p.Sort, viet.PersonKey(p.Name)) }
	slices.SortStableFunc(group, func(i, j int) int { return order(key(person(i)), key(person(j))) })
	return group
}

func (p *planner) awardRow(a *site.Announcement, i int) view.AwardRow {
	l := &a.Lines[i]
	row := view.AwardRow{
		ID: awardID(i), Title: awardTitle(l), Merit: sentence(l.Award.Merit),
		Account: strings.Join(explain.Award(a.List, a.List.Awards[i], l.Place, p.Lang), " "),
	}
	if l.Award.Person != nil {
		row.Laureate = view.Link{Text: l.Award.Person.Name, Lang: p.vietnamese()}
		row.Position = l.Award.Person.Position
		if l.Unit != nil {
			row.Unit = new(p.unitLink(*l.Unit))
		}
	} else if l.Unit != nil {
		row.Laureate = p.unitLink(*l.Unit)
		row.Result = p.resultOf(l)
	}
	if an := l.Award.Annulled; an != nil {
		act := an.Document
		if d := p.day(an.Date); d != nil {
			act += p.Say(" ngày %s", " of %s", d.Text)
		}
		row.Account, row.Annulled = "", p.Say("Đã hủy theo %s: %s", "Annulled by %s: %s", act, sentence(an.Reason))
	}
	return row
}

func awardTitle(l *site.AwardLine) string {
	switch {
	case l.Prize != nil:
		return l.Prize.Title
	case l.Commendation != nil:
		return l.Commendation.Title
	}
	return cmp.Or(l.Award.Prize, l.Award.Commendation)
}

// resultOf links an award to the row it rests on; nil where there is none.
func (p *planner) resultOf(l *site.AwardLine) *view.Link {
	if l.Round == nil || l.Unit == nil {
		return nil
	}
	m := p.ranking(l.Round)
	for i := range m.rows {
		if r := &m.rows[i]; r.row.Unit.ID == l.Unit.ID {
			text := p.Say("không xếp hạng", "not ranked")
			if r.rank > 0 {
				text = p.Say("%s điểm", "%s points", p.Plain(r.total))
			}
			return &view.Link{Text: text, Href: p.Href(l.Round.Page.Address) + "#" + l.Unit.ID}
		}
	}
	return nil
}

// awardID is an award's id on its announcement.
func awardID(i int) string { return "khen-thuong-" + strconv.Itoa(i+1) }

// awardsByUnit leads from a ranking's rows to the latest decided award that rests on each.
func (p *planner) awardsByUnit(r *site.Round) map[string]view.Link {
	out := map[string]view.Link{}
	for _, rows := range [][]campaign.Row{r.Standings.Rows, r.Standings.Unranked} {
		for i := range rows {
			if given := r.Given(rows[i].Unit.ID); len(given) > 0 {
				out[rows[i].Unit.ID] = p.awardLink(given[0])
			}
		}
	}
	return out
}

// awardLink leads to an award in its announcement.
func (p *planner) awardLink(g site.Given) view.Link {
	return view.Link{Text: awardTitle(g.Line()), Href: p.Href(g.Page.Address) + "#" + awardID(g.Index), Lang: p.vietnamese()}
}

// awardsBlockAt is the list of awards inside a text: of the campaign that the directive names, the decided
// one before a proposed one.
func (p *planner) awardsBlockAt(page *site.Page, slot document.Slot) any {
	c := page.Campaign
	if ref := slot.Args["campaign"]; ref != "" {
		c = p.Campaign(ref)
	}
	if c == nil || len(c.Announcements) == 0 {
		var ids []string
		for _, c := range p.Campaigns {
			if len(c.Announcements) > 0 {
				ids = append(ids, c.ID)
			}
		}
		p.noTarget(page, slot, slot.Args["campaign"], false, ids)
		return nil
	}
	best := c.Announcements[0]
	for _, a := range c.Announcements {
		if a.Awards.Stage == string(award.Decided) && a.Page.Doc.Header.Withdrawn == nil {
			best = a
			break
		}
	}
	v := p.awardsBlock(best)
	v.Href = p.Href(best.Page.Address)
	if best.Page.Doc.Header.Withdrawn != nil {
		v.Groups = nil
	}
	for g := range v.Groups {
		for i := range v.Groups[g].Rows {
			v.Groups[g].Rows[i].ID = ""
		}
	}
	return &v
}

// long prints a day in words; "" where it is unset.
func (p *planner) long(m document.Moment) string {
	t := p.Time(document.Moment{Day: campaign.Day(m.Day)})
	if t == (time.Time{}) {
		return ""
	}
	return p.LongDate(t)
}
