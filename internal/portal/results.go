package portal

import (
	"cmp"
	"strconv"

	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// results plans a ranking's page, its data beside it and each unit's breakdown.
func (p *planner) results(r *site.Round) {
	m, page, c := p.ranking(r), r.Page, r.Campaign
	v := &view.Ranking{Sentence: bound(m.sentence), Provisional: r.Results.Provisional, Hub: p.hubLink(c)}
	pg := p.docPage(page, v, p.hubCrumbs(c)...)
	pg.NoIndex = pg.NoIndex || c.Illustrative()
	pg.Description = cmp.Or(p.doc(page).Header.Summary, m.sentence)
	pg.Notices = p.resultNotices(r)
	if page.Doc.Header.Withdrawn == nil {
		pg.QR = qrOf(pg.Canonical)
		pg.Share = p.share(page, m.shareRows(), p.provisionalMark(r))
		say(pg, new(p.dataset(m)))
	}
	p.add(page.Address, pg, p.doc(page), "")
	if page.Doc.Header.Withdrawn != nil {
		return
	}
	v.Body, v.Table, v.Unranked = p.body(page), m.table(p), m.unranked(p)
	v.Bands, v.Rules = m.bandCounts(), explain.Rules(r.Standings.Rules, p.Lang)
	v.Criteria, v.Method = p.linkTo(r.Criteria.Page), p.methodLink(c)
	if act := r.Results.Document; act != nil {
		v.Act = p.act(page, act)
	}
	if r.Previous != nil {
		v.Previous = p.linkTo(r.Previous.Page)
	}
	v.Trend = p.blockTrend(r)
	v.Others = p.sortedRounds(c, func(o *site.Round) bool { return o != r && o != r.Previous })
	v.Downloads = p.data(m)
	pg.Sources = p.sheetSources(r)
	for i := range m.rows {
		p.breakdown(m, i)
	}
}

// resultNotices stand above whatever shows the figures of a round.
func (p *planner) resultNotices(r *site.Round) []view.Notice {
	out := p.notices(r.Page)
	if r.Results.Provisional {
		out = append(out, view.Notice{Kind: "provisional", Said: view.Said{Text: p.Say(
			"Điểm số và thứ hạng có thể thay đổi cho đến khi có quyết định.", "Scores and ranks may change until there is a decision.")}})
	}
	return out
}

func (m *ranking) unranked(p *planner) []view.UnrankedRow {
	var out []view.UnrankedRow
	for _, l := range m.rows[m.ranked:] {
		out = append(out, view.UnrankedRow{
			ID: l.row.Unit.ID, Unit: l.row.Unit.Name, Now: p.nowCalled(l.row.Unit), Href: p.Href(m.unitAddress(l.row.Unit.ID)), Reason: l.reason,
		})
	}
	return out
}

func (m *ranking) bandCounts() []view.BandRow {
	rows := bandRows(m.Speech, m.round.Standings.Rules)
	for i := range rows {
		n := 0
		for _, l := range m.rows[:m.ranked] {
			if l.row.Band == rows[i].Name {
				n++
			}
		}
		rows[i].Count = units(m.Speech, n)
	}
	return rows
}

// head is the first rows of a ranking for the home page and the hub.
func (p *planner) head(r *site.Round, n int) *view.RankingHead {
	m := p.ranking(r)
	h := &view.RankingHead{
		Title: p.doc(r.Page).Header.Title, Lang: p.lang(r.Page), Href: p.Href(r.Page.Address), Sentence: bound(m.sentence), Figure: p.Say("Tổng điểm", "Total"),
		More: p.Say("Xem bảng đầy đủ (%s)", "See the whole table (%s)", units(p.Speech, len(m.rows))), Illustrative: p.illustrative(r.Page), Provisional: r.Results.Provisional, Hidden: r.Page.Hidden,
	}
	for _, l := range m.rows[:min(n, m.ranked)] {
		h.Rows = append(h.Rows, view.HeadRow{
			Rank: strconv.Itoa(l.rank), Unit: view.Link{Text: l.row.Unit.Name, Href: p.Href(m.unitAddress(l.row.Unit.ID)), Lang: p.vietnamese()},
			Figure: p.Plain(l.total), Band: l.row.Band, Percent: bar(l.row.Percent),
		})
	}
	return h
}
