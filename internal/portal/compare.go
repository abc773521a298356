package portal

import (
	"bangvang/internal/campaign"
	"bangvang/internal/view"
)

// fewest is how many units a comparison needs: with fewer, a mean says nothing.
const fewest = 3

// A level is how the ranked units of a block did in one top criterion, in percent of each unit's own maximum.
type level struct {
	mean, best campaign.Decimal
	units      int
}

// levelsOf measures the block in every top criterion.
func levelsOf(s *campaign.Standings) []level {
	out := make([]level, len(s.Rules.Criteria))
	for i := range out {
		var sum campaign.Decimal
		for j := range s.Rows {
			if share, ok := shareIn(&s.Rows[j], i); ok {
				sum += share
				out[i].best = max(out[i].best, share)
				out[i].units++
			}
		}
		if n := out[i].units; n > 0 {
			out[i].mean = campaign.Percent(sum, campaign.Int(100*n)).Round(2)
		}
	}
	return out
}

// shareIn is how much of its maximum a unit has in the i-th top criterion.
func shareIn(row *campaign.Row, i int) (campaign.Decimal, bool) {
	part := topPart(row, i)
	if part == nil || part.State != campaign.Scored || part.Max <= 0 {
		return 0, false
	}
	return ratio(part.Points, part.Max), true
}

// compared sets a unit beside its block, criterion by criterion; nothing in an extract, which does not show the block.
func (m *ranking) compared(row *campaign.Row) (rows []view.CompareRow, sentence string) {
	if m.round.Standings.Extract {
		return nil, ""
	}
	above := 0
	for i, c := range m.columns {
		share, ok := shareIn(row, i)
		if !ok || m.levels[i].units < fewest {
			continue
		}
		mean, best := m.levels[i].mean, m.levels[i].best
		if share > mean {
			above++
		}
		rows = append(rows, view.CompareRow{
			Name: c.name, Share: m.Plain(share.Text(2)) + "%", Bar: bar(share),
			Mean: m.Plain(mean.Text(2)) + "%", MeanAt: bar(mean), Best: m.Plain(best.Text(2)) + "%", BestAt: bar(best),
		})
	}
	if len(rows) == 0 {
		return nil, ""
	}
	return rows, m.Say("Cao hơn mức trung bình của khối ở %d trong %d lĩnh vực.", "Above the block’s mean in %d of %d fields.", above, len(rows))
}
