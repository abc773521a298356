package portal

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/view"
)

// caption says what a table is about: campaign, round, block, day, number of units.
func (m *ranking) caption(p *planner) string {
	r := m.round
	text := r.Page.Doc.Header.Title + ". " + r.Block.Name + ", " + count(len(m.rows), "đơn vị")
	if r.Results.Extract != nil {
		text += " trong " + count(r.Results.Extract.Of, "đơn vị của nguồn")
	}
	if d := p.day(p.dateOf(r.Page)); d != nil {
		text += ", ngày " + d.Text
	}
	return text
}

// table prints the model for HTML.
func (m *ranking) table(p *planner) view.RankingTable {
	scoring := m.round.Standings.Rules.Scoring
	t := view.RankingTable{
		ID: "_bang-xep-hang", Caption: m.caption(p), Illustrative: p.illustrative(m.round.Page), RowIDs: true,
		Figure: "Tổng điểm", FigureUnit: "điểm", ShowPercent: true, ShowBand: len(m.round.Standings.Rules.Bands) > 0 || m.hasBands(),
		ShowChange: m.hasChange, ShowOurs: m.hasOurs, ShowBonus: m.hasBonus, ShowPenalty: m.hasPenalty,
	}
	for _, c := range m.columns {
		t.Columns = append(t.Columns, view.Column{ID: c.id, Name: c.name, Max: c.head})
	}
	for i := range m.rows[:m.ranked] {
		t.Rows = append(t.Rows, m.htmlRow(p, &m.rows[i]))
	}
	if mean := m.round.Standings.Mean; mean != nil && m.round.Results.Extract == nil {
		t.Mean = &view.MeanRow{Total: number(mean.Total.Text(scoring.Decimals)), Percent: number(mean.Percent.Text(2)) + "%"}
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
		Href: p.Href(m.unitAddress(row.Unit.ID)), Bonus: dash(l.bonus), Penalty: dash(l.penalty),
		Total: number(l.total), Percent: number(l.percent) + "%", Bar: bar(row.Percent), Band: row.Band,
		BandKind: m.bandKind(row.Band), Ours: number(l.ours), Change: m.change(l), Notes: m.notes(l),
	}
	if m.maxDiffers() {
		v.Max = number(l.max)
	}
	for _, s := range l.scores {
		v.Scores = append(v.Scores, dash(s))
	}
	if row.Key != nil {
		v.Key = explain.Key(m.round.Standings, row, diag.Vi)
	}
	if a, ok := m.awards[row.Unit.ID]; ok {
		v.Award = &a
	}
	return v
}

// dash prints a plain number, a missing one as a dash.
func dash(plain string) string {
	if plain == "" {
		return "–"
	}
	return number(plain)
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
		return &view.Change{Kind: kind, Text: explain.Change(row, diag.Vi), Reason: explain.Broken(row, diag.Vi)}
	}
	kind := "same"
	if row.Change.Ranks > 0 {
		kind = "up"
	} else if row.Change.Ranks < 0 {
		kind = "down"
	}
	return &view.Change{Kind: kind, Text: explain.Change(row, diag.Vi), Points: signed(l.pointsChange)}
}

// signed prints a difference with its sign.
func signed(plain string) string {
	if below, is := strings.CutPrefix(plain, "-"); is {
		return "−" + number(below)
	}
	if strings.Trim(plain, "0.") == "" {
		return number(plain)
	}
	return "+" + number(plain)
}

// notes are what a reader must know of a row beside its figures.
func (m *ranking) notes(l *line) []string {
	var out []string
	row := l.row
	if row.PrintsEqual && row.Key == nil {
		out = append(out, "Bằng điểm in ra nhưng khác hạng vì so sánh theo giá trị chưa làm tròn.")
	}
	if row.NearTie {
		out = append(out, "Sát hạng kề: chênh lệch nhỏ hơn mức làm tròn.")
	}
	if row.Refused != nil {
		out = append(out, explain.Refusal(m.round.Standings, row, diag.Vi))
	}
	official := explain.Official(m.round.Standings, row, diag.Vi)
	if official != "" && row.Ours.Total == row.Total { // a total that differs has a column of its own
		out = append(out, official)
	}
	if row.Note != "" {
		out = append(out, sentence(row.Note))
	}
	return out
}

func (m *ranking) footnotes() []string {
	var out []string
	res := m.round.Results
	if res.Official != nil {
		out = append(out, "Số liệu hiển thị và thứ hạng là số chính thức của nguồn. "+sentence(res.Official.Reason))
	}
	for _, reason := range m.round.Vouched() {
		out = append(out, explain.Vouched(reason, diag.Vi))
	}
	if res.CarriedOver != "" {
		out = append(out, "So sánh với kỳ trước: "+sentence(res.CarriedOver))
	}
	if m.round.Standings.Rules.Scoring.Basis == campaign.Weighted {
		out = append(out, "Cột thành phần ghi điểm gốc theo thang "+number(m.round.Standings.Rules.Scoring.Scale.String())+"; tổng điểm tính theo trọng số.")
	}
	return out
}

// cutTable keeps the first n rows and those that share the last one's rank.
func cutTable(t *view.RankingTable, n int) {
	if n >= len(t.Rows) {
		return
	}
	for n < len(t.Rows) && t.Rows[n].Rank == t.Rows[n-1].Rank {
		n++
	}
	if n < len(t.Rows) {
		t.Cut = strconv.Itoa(n) + " đơn vị đầu trong " + count(len(t.Rows), "đơn vị")
		t.Rows, t.Mean = t.Rows[:n], nil
	}
}
