package portal

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/explain"
	"bangvang/internal/view"
)

// caption says what a table is about: campaign, round, block, day, number of units.
func (m *ranking) caption(p *planner) string {
	r := m.round
	text := p.doc(r.Page).Header.Title + ". " + p.hubLink(r.Campaign).Text + ", " + r.Block.Name + ", " + units(m.Speech, len(m.rows))
	if r.Results.Extract != nil {
		text += m.Say(" trong %s đơn vị của nguồn", " of %s in the source", m.Plain(strconv.Itoa(r.Results.Extract.Of)))
	}
	if d := p.day(p.dateOf(r.Page)); d != nil {
		text += m.Say(", ngày %s", ", %s", d.Text)
	}
	return text
}

// table prints the model for HTML.
func (m *ranking) table(p *planner) view.RankingTable {
	scoring := m.round.Standings.Rules.Scoring
	t := view.RankingTable{
		ID: "_bang-xep-hang", Caption: bound(m.caption(p)), Illustrative: p.illustrative(m.round.Page), RowIDs: true,
		Figure: m.Say("Tổng điểm", "Total"), FigureUnit: m.Say("điểm", "points"), ShowPercent: true, ShowBand: len(m.round.Standings.Rules.Bands) > 0 || m.hasBands(),
		ShowChange: m.hasChange, ShowOurs: m.hasOurs, ShowBonus: m.hasBonus, ShowPenalty: m.hasPenalty,
	}
	for _, c := range m.columns {
		t.Columns = append(t.Columns, view.Column{ID: c.id, Name: c.name, Max: c.head})
	}
	for i := range m.rows[:m.ranked] {
		t.Rows = append(t.Rows, m.htmlRow(p, &m.rows[i]))
	}
	if mean := m.round.Standings.Mean; mean != nil && m.round.Results.Extract == nil {
		t.Mean = &view.MeanRow{Total: m.Plain(mean.Total.Text(scoring.Decimals)), Percent: m.Plain(mean.Percent.Text(2)) + "%"}
	}
	t.Footnotes = m.footnotes()
	return t
}

func (m *ranking) hasBands() bool {
	for _, l := range m.rows {
		if l.row.Band != "" {
			return true
		}
	}
	return false
}

func (m *ranking) htmlRow(p *planner, l *line) view.RankingRow {
	row := l.row
	v := view.RankingRow{
		ID: row.Unit.ID, Rank: strconv.Itoa(row.Rank), Tied: row.Tied, Unit: row.Unit.Name, Now: p.nowCalled(row.Unit),
		Href: p.Href(m.unitAddress(row.Unit.ID)), Bonus: dash(m.Speech, l.bonus), Penalty: dash(m.Speech, l.penalty),
		Total: m.Plain(l.total), Percent: m.Plain(l.percent) + "%", Bar: bar(row.Percent), Band: row.Band,
		BandKind: m.bandKind(row.Band), Ours: m.Plain(l.ours), Change: m.change(l), Notes: m.notes(l),
	}
	if row.GapAhead != nil && *row.GapAhead > 0 {
		if gap := m.Say("kém hạng trên %s", "%s behind the rank above", m.gap(row)); m.byPercent() {
			v.PercentGap = gap
		} else {
			v.Gap = gap
		}
	}
	if m.maxDiffers() {
		v.Max = m.Plain(l.max)
	}
	for _, s := range l.scores {
		v.Scores = append(v.Scores, dash(m.Speech, s))
	}
	if row.Key != nil {
		v.Key = explain.Key(m.round.Standings, row, m.Lang)
	}
	if a, ok := m.awards[row.Unit.ID]; ok {
		v.Award = &a
	}
	return v
}

// gap is the distance to the rank above, with the decimals of what ranks.
func (m *ranking) gap(row *campaign.Row) string {
	if m.byPercent() {
		return m.Plain(row.GapAhead.Text(2))
	}
	return m.Plain(row.GapAhead.Text(m.round.Standings.Rules.Scoring.Decimals))
}

// dash prints a plain number, a missing one as a dash.
func dash(s explain.Speech, plain string) string {
	if plain == "" {
		return "–"
	}
	return s.Plain(plain)
}

// bar is the width of a bar in percent: from zero to a hundred.
func bar(percent campaign.Decimal) string {
	return min(max(percent, 0), campaign.Int(100)).Text(2)
}

func (m *ranking) maxDiffers() bool {
	for _, l := range m.rows[:m.ranked] {
		if l.row.Max != m.rows[0].row.Max {
			return true
		}
	}
	return false
}

// bandKind numbers a band from the highest, "" for one the rules don't list.
func (m *ranking) bandKind(name string) string {
	for i, b := range m.round.Standings.Rules.Bands {
		if b.Name == name {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

func (m *ranking) change(l *line) *view.Change {
	row := l.row
	if row.Change == nil {
		if row.NoChange == "" {
			return nil
		}
		kind := "broken"
		if row.NoChange == campaign.BrokenNew {
			kind = "new"
		}
		return &view.Change{Kind: kind, Text: explain.Change(row, m.Lang), Reason: explain.Broken(row, m.Lang)}
	}
	kind := "same"
	if row.Change.Ranks > 0 {
		kind = "up"
	} else if row.Change.Ranks < 0 {
		kind = "down"
	}
	return &view.Change{Kind: kind, Text: explain.Change(row, m.Lang), Points: m.signed(l.pointsChange), Reason: explain.Broken(row, m.Lang)}
}

// signed prints a difference with its sign.
func (m *ranking) signed(plain string) string {
	if below, is := strings.CutPrefix(plain, "-"); is {
		return "−" + m.Plain(below)
	}
	if strings.Trim(plain, "0.") == "" {
		return m.Plain(plain)
	}
	return "+" + m.Plain(plain)
}

// notes are what a reader must know of a row beside its figures.
func (m *ranking) notes(l *line) []view.Said {
	var out []view.Said
	row := l.row
	add := func(text string) { out = append(out, view.Said{Text: text}) }
	if row.PrintsEqual && row.Key == nil {
		add(m.Say("Bằng điểm in ra nhưng khác hạng vì so sánh theo giá trị chưa làm tròn.",
			"Equal as printed, but ranked apart: values are compared before rounding."))
	}
	if row.NearTie {
		add(m.Say("Sát hạng kề: chênh lệch nhỏ hơn mức làm tròn.",
			"Close to the next rank: the difference is smaller than the rounding."))
	}
	if row.Refused != nil {
		add(explain.Refusal(m.round.Standings, row, m.Lang))
	}
	official := explain.Official(m.round.Standings, row, m.Lang)
	if official != "" && row.Ours.Total == row.Total { // a total that differs has a column of its own
		add(official)
	}
	if row.Note != "" {
		out = append(out, view.Said{Own: sentence(row.Note)})
	}
	return out
}

func (m *ranking) footnotes() []view.Said {
	var out []view.Said
	add := func(text, own string) { out = append(out, view.Said{Text: text, Own: own}) }
	res := m.round.Results
	if res.Official != nil {
		add(m.Say("Số liệu hiển thị và thứ hạng là số chính thức của nguồn.", "The figures shown and the ranks are the source’s official ones."),
			sentence(res.Official.Reason))
	}
	for _, reason := range m.round.Vouched() {
		add(explain.Vouched(reason, m.Lang), "")
	}
	if res.CarriedOver != "" {
		add(m.Say("So sánh với kỳ trước:", "Comparison with the round before:"), sentence(res.CarriedOver))
	}
	if m.round.Standings.Rules.Scoring.Basis == campaign.Weighted {
		add(m.Say("Cột thành phần ghi điểm gốc theo thang %s; tổng điểm tính theo trọng số.",
			"The columns show scores on a scale of %s; the total follows from the weights.", m.Plain(m.round.Standings.Rules.Scoring.Scale.String())), "")
	}
	return out
}

// cutTable keeps the first n rows and those that share the last one's rank.
func cutTable(s explain.Speech, t *view.RankingTable, n int) {
	if n >= len(t.Rows) {
		return
	}
	for n < len(t.Rows) && t.Rows[n].Rank == t.Rows[n-1].Rank {
		n++
	}
	if n < len(t.Rows) {
		t.Cut = s.Say("%d đơn vị đầu trong %s", "The first %d of %s", n, units(s, len(t.Rows)))
		t.Rows, t.Mean = t.Rows[:n], nil
	}
}
