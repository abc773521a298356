package explain

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A speech forms the words of one language.
type speech struct{ lang diag.Lang }

// say fills the sentence of the language.
func (s speech) say(vi, en string, args ...any) string {
	return fmt.Sprintf(diag.Text{Vi: vi, En: en}.In(s.lang), args...)
}

// number prints a decimal with exactly so many decimals.
func (s speech) number(d campaign.Decimal, decimals int) string { return s.plain(d.Text(decimals)) }

// short prints a decimal with as many decimals as it needs.
func (s speech) short(d campaign.Decimal) string { return s.plain(d.String()) }

func (s speech) plain(text string) string {
	if s.lang == diag.En {
		return text
	}
	return viet.Number(text)
}

// list joins names as a sentence does: "A, B và C".
func (s speech) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + s.say(" và ", " and ") + names[last]
}

// figure prints the figure that ranks: "84,58 điểm" or "84,58%".
func (s speech) figure(r *campaign.Rules, row *campaign.Row) string {
	if r.Scoring.RankBy == campaign.ByPercent {
		return s.number(row.Percent, 2) + "%"
	}
	return s.points(row.Total, r.Scoring.Decimals)
}

func (s speech) points(d campaign.Decimal, decimals int) string {
	return s.say("%s điểm", "%s points", s.number(d, decimals))
}

// distance prints a difference between two figures that rank: "2,58 điểm", "0,50 điểm phần trăm".
func (s speech) distance(r *campaign.Rules, d campaign.Decimal) string {
	if r.Scoring.RankBy == campaign.ByPercent {
		return s.say("%s điểm phần trăm", "%s percentage points", s.number(d, 2))
	}
	return s.points(d, r.Scoring.Decimals)
}

// quoted sets a name apart from the sentence.
func (s speech) quoted(name string) string { return s.say("“%s”", "“%s”", name) }

// places says to how many decimals a figure is rounded.
func (s speech) places(decimals int) string {
	switch decimals {
	case 0:
		return s.say("số nguyên", "a whole number")
	case 1:
		return s.say("1 chữ số thập phân", "1 decimal")
	}
	return s.say("%d chữ số thập phân", "%d decimals", decimals)
}
