package portal

import (
	"slices"
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

const (
	longestTrend = 6 // rounds that stand beside each other on a telephone
	// The chart's height in pixels, and the room above and below its lines: site.css has the same height.
	trendHeight, trendTop, trendFoot = 176, 30, 14
)

// chain are a round and those it follows, the oldest first, at most longestTrend.
func chain(r *site.Round) []*site.Round {
	var out []*site.Round
	for ; r != nil && len(out) < longestTrend && r.Page.Doc.Header.Withdrawn == nil; r = r.Previous {
		out = append(out, r)
	}
	slices.Reverse(out)
	return out
}

// newestRounds are the rounds of a campaign that no other follows.
func (p *planner) newestRounds() []*site.Round {
	followed := map[*site.Round]bool{}
	for _, c := range p.Campaigns {
		for _, r := range c.Rounds {
			if r.Previous != nil {
				followed[r.Previous] = true
			}
		}
	}
	var out []*site.Round
	for _, c := range p.Campaigns {
		for _, r := range c.Rounds {
			if !followed[r] {
				out = append(out, r)
			}
		}
	}
	return out
}

// A point is one figure of a trend; joined tells that it may be compared with the one before.
type point struct {
	percent campaign.Decimal
	joined  bool
	known   bool
}

// trendsByUnit draws, for every unit, its percentages over the rounds of each chain of two rounds or more.
func (p *planner) trendsByUnit() map[string][]view.Trend {
	out := map[string][]view.Trend{}
	for _, last := range p.newestRounds() {
		rounds := chain(last)
		if len(rounds) < 2 {
			continue
		}
		for i := range p.ranking(last).rows {
			id := p.ranking(last).rows[i].row.Unit.ID
			if t := p.unitTrend(rounds, id); t != nil {
				t.ID = "_trend-" + strconv.Itoa(len(out[id])+1)
				out[id] = append(out[id], *t)
			}
		}
	}
	return out
}

// unitTrend is one unit's way through the rounds; nil where fewer than two have a figure.
func (p *planner) unitTrend(rounds []*site.Round, id string) *view.Trend {
	points := make([]point, len(rounds))
	lines := make([]*line, len(rounds))
	known := 0
	for i := len(rounds) - 1; i >= 0 && id != ""; i-- {
		l := p.ranking(rounds[i]).lineOf(id)
		if l == nil {
			break
		}
		if l.rank > 0 {
			lines[i], points[i] = l, point{l.row.Percent, l.row.Change != nil, true}
			known++
		}
		if i > 0 && p.ranking(rounds[i-1]).lineOf(id) == nil {
			id = p.formerly(id)
		}
	}
	if known < 2 {
		return nil
	}
	last := rounds[len(rounds)-1]
	t := &view.Trend{Title: p.hubLink(last.Campaign).Text + ": " + last.Block.Name, Illustrative: p.illustrative(last.Page)}
	for i, r := range rounds {
		step := view.TrendStep{Round: view.Link{Text: r.Results.Round, Href: p.Href(r.Page.Address)}, Text: "–"}
		if l := lines[i]; l != nil {
			step.Round.Href = p.Href(p.ranking(r).unitAddress(l.row.Unit.ID))
			step.Text = p.Plain(l.percent) + "%"
			step.Under = p.Say("hạng %s trên %s", "rank %s of %s", rankText(l.rank), p.Plain(itoa(r.Standings.Ranked())))
		}
		t.Steps = append(t.Steps, step)
	}
	t.Sentence = p.trendSentence(rounds, lines)
	p.draw(t, []series{{"main", points}})
	return t
}

// formerly is the id of the one unit that became this one; "" where there is none or more.
func (p *planner) formerly(id string) string {
	if before := p.Registry.Predecessors(id); len(before) == 1 {
		return before[0].ID
	}
	return ""
}

// lineOf is a unit's line in a ranking; nil if it has none.
func (m *ranking) lineOf(id string) *line {
	for i := range m.rows {
		if m.rows[i].row.Unit.ID == id {
			return &m.rows[i]
		}
	}
	return nil
}

// trendSentence says where the trend began and ended, and that it can't be read through where rounds differ.
func (p *planner) trendSentence(rounds []*site.Round, lines []*line) string {
	first := slices.IndexFunc(lines, func(l *line) bool { return l != nil })
	last := len(lines) - 1
	for lines[last] == nil {
		last--
	}
	at := func(i int) string {
		return p.Say("%s%% (hạng %s)", "%s%% (rank %s)", p.Plain(lines[i].percent), rankText(lines[i].rank))
	}
	text := p.Say("Từ %s ở %s đến %s ở %s.", "From %s in %s to %s in %s.", at(first), rounds[first].Results.Round, at(last), rounds[last].Results.Round)
	for _, l := range lines[first+1 : last+1] {
		if l == nil || l.row.Change == nil {
			return text + " " + p.Say("Đường bị ngắt ở chỗ hai kỳ không so sánh được với nhau.", "The line breaks where two rounds can’t be compared.")
		}
	}
	return text
}

// blockTrend is the highest, the mean and the lowest percentage of a block over its rounds; nil for a single round.
func (p *planner) blockTrend(r *site.Round) *view.Trend {
	rounds := chain(r)
	if len(rounds) < 2 {
		return nil
	}
	best, mean, least := make([]point, len(rounds)), make([]point, len(rounds)), make([]point, len(rounds))
	t := &view.Trend{ID: "_trend", Title: p.Say("Diễn biến qua các kỳ", "Over the rounds"), Illustrative: p.illustrative(r.Page)}
	for i, round := range rounds {
		m := p.ranking(round)
		step := view.TrendStep{Round: view.Link{Text: round.Results.Round, Href: p.Href(round.Page.Address)}, Text: "–"}
		if st := round.Standings; m.ranked > 0 && st.Mean != nil && !st.Extract {
			joined := slices.ContainsFunc(st.Rows, func(row campaign.Row) bool { return row.Change != nil })
			high, low := extremes(st.Rows)
			best[i], mean[i], least[i] = point{high, joined, true}, point{st.Mean.Percent, joined, true}, point{low, joined, true}
			step.Text = p.Say("trung bình %s%%", "mean %s%%", p.Plain(st.Mean.Percent.Text(2)))
			step.Under = p.Say("cao nhất %s%%, thấp nhất %s%%", "highest %s%%, lowest %s%%", p.Plain(high.Text(2)), p.Plain(low.Text(2)))
		}
		t.Steps = append(t.Steps, step)
	}
	if slices.ContainsFunc(mean, func(pt point) bool { return !pt.known }) {
		return nil
	}
	t.Sentence = p.Say("Đường đậm là mức trung bình của các đơn vị được xếp hạng; hai đường mảnh là mức cao nhất và thấp nhất.",
		"The bold line is the mean of the ranked units; the thin lines are the highest and the lowest.")
	p.draw(t, []series{{"side", best}, {"side", least}, {"main", mean}})
	return t
}

func extremes(rows []campaign.Row) (high, low campaign.Decimal) {
	high, low = rows[0].Percent, rows[0].Percent
	for _, row := range rows {
		high, low = max(high, row.Percent), min(low, row.Percent)
	}
	return high, low
}

// A series is one line of a chart.
type series struct {
	kind   string // a class: "main", "side"
	points []point
}

// draw places the lines on a scale from ten to ten percent that holds all figures.
func (p *planner) draw(t *view.Trend, all []series) {
	low, high := campaign.Int(1000), campaign.Int(0)
	for _, s := range all {
		for _, pt := range s.points {
			if pt.known {
				low, high = min(low, pt.percent), max(high, pt.percent)
			}
		}
	}
	ten := campaign.Int(10)
	low, high = low/ten*ten, (high+ten-1)/ten*ten
	if high == low {
		high += ten
	}
	y := func(d campaign.Decimal) int {
		return trendTop + int((high-d)*(trendHeight-trendTop-trendFoot)/(high-low))
	}
	for _, d := range []campaign.Decimal{high, low} {
		t.Grid = append(t.Grid, view.TrendMark{X: "0", Y: y(d), TextY: y(d) - 5, Text: p.Plain(d.String()) + "%"})
	}
	x := func(i int) string { return strconv.FormatFloat(float64(2*i+1)*50/float64(len(t.Steps)), 'f', 2, 64) }
	for _, s := range all {
		for i, pt := range s.points {
			if !pt.known {
				continue
			}
			if i > 0 && pt.joined && s.points[i-1].known {
				t.Lines = append(t.Lines, view.TrendLine{Kind: s.kind, X1: x(i - 1), Y1: y(s.points[i-1].percent), X2: x(i), Y2: y(pt.percent)})
			}
			t.Dots = append(t.Dots, view.TrendMark{Kind: s.kind, X: x(i), Y: y(pt.percent)})
		}
	}
}
