package portal

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// A ranking is the one model of a results page: every figure as a plain decimal text, from which the HTML,
// the CSV and the JSON are all printed.
type ranking struct {
	round                                    *site.Round
	sentence                                 string
	columns                                  []column
	rows                                     []line // ranked first, then unranked
	ranked                                   int
	hasBonus, hasPenalty, hasChange, hasOurs bool
	awards                                   map[string]view.Link
}

// A column is one top criterion.
type column struct {
	id, name string
	head     string // "65 điểm", "trọng số 5%"
	decimals int
}

// A line is one unit's row in plain decimal texts; "" is a cell without a value.
type line struct {
	row            *campaign.Row
	rank           int
	scores         []string
	bonus, penalty string
	total, max     string
	percent        string
	ours           string
	change         *int
	pointsChange   string
	reason         string // deciding key, why unranked, what an author notes
}

// ranking returns the model of a round, made once.
func (p *planner) ranking(r *site.Round) *ranking {
	if m, ok := p.rankings[r]; ok {
		return m
	}
	m := &ranking{round: r, awards: p.awardsByUnit(r)}
	p.rankings[r] = m
	if r.Page.Doc.Header.Withdrawn != nil {
		m.sentence = "Kết quả này đã được rút."
		return m
	}
	s := r.Standings
	m.sentence = explain.Lead(s, diag.Vi)
	m.columns = columnsOf(s)
	for i := range s.Rows {
		m.add(&s.Rows[i])
	}
	m.ranked = len(m.rows)
	for i := range s.Unranked {
		m.add(&s.Unranked[i])
	}
	if m.hasOurs {
		for i := range m.rows[:m.ranked] {
			m.rows[i].ours = or(m.rows[i].ours, m.rows[i].total)
		}
	}
	return m
}

// columnsOf heads the top criteria; a column prints as many decimals as its longest score needs.
func columnsOf(s *campaign.Standings) []column {
	var out []column
	for i, c := range s.Rules.Criteria {
		col := column{id: c.ID, name: c.Name}
		if s.Rules.Scoring.Basis == campaign.Weighted && c.Weight != nil {
			col.head = "trọng số " + number(c.Weight.String()) + "%"
		} else if most := maximum(c); most > 0 {
			col.head = "tối đa " + number(most.String())
		}
		for _, rows := range [][]campaign.Row{s.Rows, s.Unranked} {
			for j := range rows {
				if part := topPart(&rows[j], i); part != nil && part.State == campaign.Scored {
					col.decimals = max(col.decimals, decimalsOf(part.Score))
				}
			}
		}
		out = append(out, col)
	}
	return out
}

// maximum is a criterion's declared maximum, or the sum of its leaves'.
func maximum(c campaign.Criterion) campaign.Decimal {
	if len(c.Items) == 0 {
		if c.Max != nil {
			return *c.Max
		}
		return 0
	}
	var sum campaign.Decimal
	for _, item := range c.Items {
		sum += maximum(item)
	}
	return sum
}

// topPart returns what the i-th top criterion gave a row, nil where the row has no parts.
func topPart(row *campaign.Row, i int) *campaign.Part {
	n := -1
	for k := range row.Parts {
		if row.Parts[k].Level == 0 {
			if n++; n == i {
				return &row.Parts[k]
			}
		}
	}
	return nil
}

func decimalsOf(d campaign.Decimal) int {
	_, frac, _ := strings.Cut(d.String(), ".")
	return len(frac)
}

func (m *ranking) add(row *campaign.Row) {
	s := m.round.Standings
	l := line{row: row, rank: row.Rank, reason: m.reason(row)}
	for i, col := range m.columns {
		text := ""
		if part := topPart(row, i); part != nil && part.State == campaign.Scored {
			text = part.Score.Text(col.decimals)
		}
		l.scores = append(l.scores, text)
	}
	if row.Bonus != 0 {
		l.bonus, m.hasBonus = row.Bonus.Text(s.Rules.Scoring.Decimals), true
	}
	if row.Penalty != 0 {
		l.penalty, m.hasPenalty = row.Penalty.Text(s.Rules.Scoring.Decimals), true
	}
	if row.Rank > 0 {
		m.figures(&l)
	}
	m.rows = append(m.rows, l)
}

// figures prints what a ranked row has.
func (m *ranking) figures(l *line) {
	row, scoring := l.row, m.round.Standings.Rules.Scoring
	l.total = row.Total.Text(scoring.Decimals)
	l.max = row.Max.String()
	l.percent = row.Percent.Text(2)
	if row.Ours != nil && row.Ours.Total != row.Total {
		l.ours, m.hasOurs = row.Ours.Total.Text(scoring.Decimals), true
	}
	if c := row.Change; c != nil {
		l.change, l.pointsChange, m.hasChange = &c.Ranks, c.Points.Text(scoring.Decimals), true
	}
	m.hasChange = m.hasChange || row.NoChange != ""
}

// reason says in words what the figures don't: why there is no rank, or what decided it.
func (m *ranking) reason(row *campaign.Row) string {
	var parts []string
	if row.Rank == 0 {
		parts = append(parts, explain.Cause(row, diag.Vi))
	}
	if row.Key != nil {
		parts = append(parts, explain.Key(m.round.Standings, row, diag.Vi))
	}
	if row.Note != "" {
		parts = append(parts, sentence(row.Note))
	}
	return strings.Join(parts, " ")
}

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

// unitAddress is the address of a unit's breakdown in the round.
func (m *ranking) unitAddress(unit string) string { return m.round.Page.Address + unit + "/" }

// results plans a ranking's page, its data beside it and each unit's breakdown.
func (p *planner) results(r *site.Round) {
	m, page, c := p.ranking(r), r.Page, r.Campaign
	v := &view.Ranking{Sentence: m.sentence, Provisional: r.Results.Provisional, Hub: view.Link{Text: c.Title(), Href: p.Href(c.Address)}}
	pg := p.docPage(page, v, p.hubCrumbs(c)...)
	pg.NoIndex = pg.NoIndex || c.Illustrative()
	pg.Description = or(page.Doc.Header.Summary, m.sentence)
	if r.Results.Provisional {
		pg.Notices = append(pg.Notices, view.Notice{Kind: "provisional", Text: "Điểm số và thứ hạng có thể thay đổi cho đến khi có quyết định."})
	}
	p.add(page.Address, pg, page.Doc, "")
	if page.Doc.Header.Withdrawn != nil {
		return
	}
	v.Body, v.Table, v.Unranked = p.body(page), m.table(p), m.unranked(p)
	v.Bands, v.Rules = m.bandCounts(), explain.Rules(r.Standings.Rules, diag.Vi)
	v.Criteria = p.linkTo(r.Criteria.Page)
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
