package portal

import (
	"cmp"
	"slices"
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/explain"
	"bangvang/internal/view"
)

// breakdown plans one unit's result, criterion by criterion.
func (p *planner) breakdown(m *ranking, i int) {
	l := &m.rows[i]
	row, r := l.row, m.round
	v := &view.Breakdown{
		Unit: p.unitLink(row.Unit), Rank: rankText(row.Rank),
		Total: p.Plain(l.total), Band: row.Band,
		Illustrative: p.illustrative(r.Page), Figure: p.Say("Điểm", "Score"), HasPoints: r.Standings.Rules.Scoring.Basis == campaign.Weighted,
		Bonus: p.Plain(l.bonus), Penalty: p.Plain(l.penalty), Ours: p.Plain(l.ours),
		Results: *p.linkTo(r.Page), Explain: Account(r, row, p.Lang).Sentences,
	}
	if l.percent != "" {
		v.Percent = p.Plain(l.percent) + "%"
	}
	if row.Rank == 0 {
		v.Reason = explain.Cause(row, p.Lang)
	} else {
		v.Of = p.Say("trên %s", "of %s", explain.Field(r.Standings, p.Lang))
	}
	for k := range row.Parts {
		part := p.partRow(&row.Parts[k], v.HasPoints)
		v.HasSelf = v.HasSelf || part.Self != ""
		v.Rows = append(v.Rows, part)
	}
	v.Sentence = bound(p.breakdownSentence(l))
	v.Compared, v.ComparedText = m.compared(row)
	v.Lost = p.lost(row)
	if row.GapAhead != nil && *row.GapAhead > 0 {
		v.Gap = bound(p.Say("Cần thêm %s %s để bằng hạng trên.", "%s %s more would equal the rank above.", p.Plain(row.GapAhead.String()), m.gapUnit()))
	}
	for _, given := range r.Given(row.Unit.ID) {
		v.Awards = append(v.Awards, p.awardLink(given))
	}
	v.Prev, v.Next = p.neighbour(m, i-1), p.neighbour(m, i+1)
	p.addBreakdown(m, row, v)
}

func (p *planner) addBreakdown(m *ranking, row *campaign.Row, v *view.Breakdown) {
	r := m.round
	crumbs := append(p.hubCrumbs(r.Campaign), *p.linkTo(r.Page))
	address := m.unitAddress(row.Unit.ID)
	pg := p.page(address, row.Unit.Name, v.Sentence, v, crumbs...)
	pg.Sources = p.sheetSources(m.round)
	pg.TitleLang = p.vietnamese()
	pg.HeadTitle = row.Unit.Name + " – " + p.doc(r.Page).Header.Title
	pg.NoIndex = p.illustrative(r.Page) || r.Page.Hidden
	pg.Notices = p.resultNotices(r)
	pg.Corrections = p.correctionsOf(r.Page)
	p.add(address, pg, nil, "kết quả của "+row.Unit.Name)
}

func (m *ranking) gapUnit() string {
	if m.byPercent() {
		return m.Say("điểm phần trăm", "percentage points")
	}
	return m.Say("điểm", "points")
}

func rankText(rank int) string {
	if rank == 0 {
		return "–"
	}
	return strconv.Itoa(rank)
}

func (p *planner) breakdownSentence(l *line) string {
	name := l.row.Unit.Name
	switch {
	case l.row.Cause == campaign.CauseExcluded: // in the organizer's own words
		return sentence(p.Say("%s không được xếp hạng: %s", "%s is not ranked: %s", name, l.row.Reason))
	case l.row.Rank == 0:
		return sentence(p.Say("%s không được xếp hạng: %s", "%s is not ranked: %s", name, lower(explain.Cause(l.row, p.Lang))))
	}
	text := p.Say("%s xếp hạng %d", "%s ranks %d", name, l.row.Rank)
	if l.row.Tied {
		text += p.Say(" (đồng hạng)", " (tied)")
	}
	text += p.Say(" với %s điểm, đạt %s%% mức tối đa", " with %s points, %s%% of the maximum", p.Plain(l.total), p.Plain(l.percent))
	if l.row.Band != "" {
		text += p.Say(", xếp loại %s", ", band %s", l.row.Band)
	}
	return text + "."
}

// partRow prints one criterion of one unit.
func (p *planner) partRow(part *campaign.Part, weighted bool) view.PartRow {
	v := view.PartRow{ID: part.ID, Name: part.Name, Level: part.Level, Leaf: part.Leaf, Score: "–"}
	if part.Self != nil {
		v.Self = p.Plain(part.Self.String())
	}
	switch part.State {
	case campaign.NotApplicable:
		v.Note = p.Say("không áp dụng", "does not apply")
		return v
	case campaign.Missing:
		v.Note = p.Say("chưa chấm", "not scored yet")
	case campaign.Withheld:
		v.Note = p.Say("chưa công bố", "withheld")
	case campaign.Scored:
		v.Score = p.Plain(part.Score.String())
	}
	v.Max = p.Plain(part.Max.String())
	if part.State != campaign.Scored {
		return v
	}
	if weighted {
		v.Points = p.Plain(part.Points.Round(4).String())
	}
	if part.Max > 0 {
		share := ratio(part.Points, part.Max)
		v.Percent, v.Bar = p.Plain(share.Text(2))+"%", bar(share)
	}
	if below := part.Max - part.Points; below > 0 {
		v.Lost = p.Plain(below.Round(4).String())
	}
	return v
}

// ratio is a share in percent, rounded half-up at two decimals.
func ratio(points, most campaign.Decimal) campaign.Decimal {
	return campaign.Percent(points, most).Round(2)
}

// lost names the leaves that cost the most points, at most three.
func (p *planner) lost(row *campaign.Row) []view.Lost {
	var parts []*campaign.Part
	for i := range row.Parts {
		if part := &row.Parts[i]; part.Leaf && part.State == campaign.Scored && part.Points < part.Max {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b *campaign.Part) int { return cmp.Compare(b.Max-b.Points, a.Max-a.Points) })
	var out []view.Lost
	for _, part := range parts[:min(3, len(parts))] {
		out = append(out, view.Lost{
			Criterion: part.ID + ". " + part.Name,
			Points:    p.Say("thiếu %s điểm so với mức tối đa.", "%s points below the maximum.", p.Plain((part.Max - part.Points).Round(4).String())),
		})
	}
	return out
}

func (p *planner) neighbour(m *ranking, i int) *view.Link {
	if i < 0 || i >= m.ranked {
		return nil
	}
	row := m.rows[i].row
	return &view.Link{Text: p.Say("Hạng %d: %s", "Rank %d: %s", row.Rank, row.Unit.Name), Href: p.Href(m.unitAddress(row.Unit.ID))}
}
