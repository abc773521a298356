package portal

import (
	"cmp"
	"strconv"

	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// results plans a ranking's page, its data beside it and each unit's breakdown.
func (p *planner) results(r *site.Round) {
	m, page, c := p.ranking(r), r.Page, r.Campaign
	v := &view.Ranking{Sentence: m.sentence, Provisional: r.Results.Provisional, Hub: view.Link{Text: c.Title(), Href: p.Href(c.Address)}}
	pg := p.docPage(page, v, p.hubCrumbs(c)...)
	pg.NoIndex = pg.NoIndex || c.Illustrative()
	pg.Description = cmp.Or(page.Doc.Header.Summary, m.sentence)
	if r.Results.Provisional {
		pg.Notices = append(pg.Notices, view.Notice{Kind: "provisional", Text: "Điểm số và thứ hạng có thể thay đổi cho đến khi có quyết định."})
	}
	p.add(page.Address, pg, page.Doc, "")
	if page.Doc.Header.Withdrawn != nil {
		return
	}
	v.Body, v.Table, v.Unranked = p.body(page), m.table(p), m.unranked(p)
	v.Bands, v.Rules = m.bandCounts(), explain.Rules(r.Standings.Rules, diag.Vi)
	v.Criteria, v.Method = p.linkTo(r.Criteria.Page), p.methodLink(c)
	if act := r.Results.Document; act != nil {
		v.Act = p.act(page, act)
	}
	if r.Previous != nil {
		v.Previous = p.linkTo(r.Previous.Page)
	}
	v.Others = p.sortedRounds(c, func(o *site.Round) bool { return o != r && o != r.Previous })
	v.Downloads = p.data(m)
	for i := range m.rows {
		p.breakdown(m, i)
	}
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
	rows := bandRows(m.round.Standings.Rules)
	for i := range rows {
		n := 0
		for _, l := range m.rows[:m.ranked] {
			if l.row.Band == rows[i].Name {
				n++
			}
		}
		rows[i].Count = count(n, "đơn vị")
	}
	return rows
}

// head is the first rows of a ranking for the home page and the hub.
func (p *planner) head(r *site.Round, n int) *view.RankingHead {
	m := p.ranking(r)
	h := &view.RankingHead{
		Title: r.Page.Doc.Header.Title, Href: p.Href(r.Page.Address), Sentence: m.sentence, Figure: "Tổng điểm",
		More: "Xem bảng đầy đủ (" + count(len(m.rows), "đơn vị") + ")", Illustrative: p.illustrative(r.Page),
	}
	for _, l := range m.rows[:min(n, m.ranked)] {
		h.Rows = append(h.Rows, view.HeadRow{
			Rank: strconv.Itoa(l.rank), Unit: view.Link{Text: l.row.Unit.Name, Href: p.Href(m.unitAddress(l.row.Unit.ID))},
			Figure: number(l.total), Band: l.row.Band, Percent: bar(l.row.Percent),
		})
	}
	return h
}
