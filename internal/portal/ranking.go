package portal

import (
	"cmp"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// A ranking is the one model of a results page: every figure as a plain decimal text, from which the HTML,
// the CSV and the JSON are all printed.
type ranking struct {
	explain.Speech
	round                                    *site.Round
	sentence                                 string
	columns                                  []column
	levels                                   []level // of the block, by column
	rows                                     []line  // ranked first, then unranked
	ranked                                   int
	hasBonus, hasPenalty, hasChange, hasOurs bool
	bonusDecimals, penaltyDecimals           int
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
	m := &ranking{Speech: p.Speech, round: r, awards: p.awardsByUnit(r)}
	p.rankings[r] = m
	if r.Page.Doc.Header.Withdrawn != nil {
		m.sentence = p.Say("Kết quả này đã được rút.", "These results were withdrawn.")
		return m
	}
	s := r.Standings
	m.sentence = explain.Lead(s, p.Lang)
	m.levels = levelsOf(s)
	m.columns = m.columnsOf(s)
	m.adjustmentDecimals(s)
	for i := range s.Rows {
		m.add(&s.Rows[i])
	}
	m.ranked = len(m.rows)
	for i := range s.Unranked {
		m.add(&s.Unranked[i])
	}
	if m.hasOurs {
		for i := range m.rows[:m.ranked] {
			m.rows[i].ours = cmp.Or(m.rows[i].ours, m.rows[i].total)
		}
	}
	return m
}

// columnsOf heads the top criteria; a column prints as many decimals as its longest score needs.
func (m *ranking) columnsOf(s *campaign.Standings) []column {
	var out []column
	for i, c := range s.Rules.Criteria {
		col := column{id: c.ID, name: c.Name}
		if s.Rules.Scoring.Basis == campaign.Weighted && c.Weight != nil {
			col.head = m.Say("trọng số %s%%", "weight %s%%", m.Plain(c.Weight.String()))
		} else if most := maximum(c); most > 0 {
			col.head = m.Say("tối đa %s", "at most %s", m.Plain(most.String()))
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

// adjustmentDecimals finds how many decimals bonus and penalty need: as points they stand beside totals, but what was given is
// never rounded.
func (m *ranking) adjustmentDecimals(s *campaign.Standings) {
	m.bonusDecimals, m.penaltyDecimals = s.Rules.Scoring.Decimals, s.Rules.Scoring.Decimals
	for _, rows := range [][]campaign.Row{s.Rows, s.Unranked} {
		for i := range rows {
			m.bonusDecimals = max(m.bonusDecimals, decimalsOf(rows[i].Bonus))
			m.penaltyDecimals = max(m.penaltyDecimals, decimalsOf(rows[i].Penalty))
		}
	}
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
	l := line{row: row, rank: row.Rank, reason: m.reason(row)}
	for i, col := range m.columns {
		text := ""
		if part := topPart(row, i); part != nil && part.State == campaign.Scored {
			text = part.Score.Text(col.decimals)
		}
		l.scores = append(l.scores, text)
	}
	if row.Bonus != 0 {
		l.bonus, m.hasBonus = row.Bonus.Text(m.bonusDecimals), true
	}
	if row.Penalty != 0 {
		l.penalty, m.hasPenalty = row.Penalty.Text(m.penaltyDecimals), true
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
		l.change, m.hasChange = &c.Ranks, true
		if c.Points != nil {
			l.pointsChange = c.Points.Text(scoring.Decimals)
		}
	}
	m.hasChange = m.hasChange || row.NoChange != ""
}

// reason says in words what the figures don't: why there is no rank, or what decided it.
func (m *ranking) reason(row *campaign.Row) string {
	var parts []string
	if row.Rank == 0 {
		parts = append(parts, explain.Cause(row, m.Lang))
	}
	if row.Key != nil {
		parts = append(parts, explain.Key(m.round.Standings, row, m.Lang))
	}
	if row.Note != "" {
		parts = append(parts, sentence(row.Note))
	}
	return strings.Join(parts, " ")
}

// byPercent tells that percents rank, not points.
func (m *ranking) byPercent() bool {
	return m.round.Standings.Rules.Scoring.RankBy == campaign.ByPercent
}

// unitAddress is the address of a unit's breakdown in the round.
func (m *ranking) unitAddress(unit string) string {
	return m.round.Page.Address + unitSegment(unit) + "/"
}
