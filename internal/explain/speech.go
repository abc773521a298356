package explain

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A Speech forms the words of one language, for sentences here and for the pages around them.
type Speech struct{ Lang diag.Lang }

// Say fills the sentence of the language, a format with its verbs.
func (s Speech) Say(vi, en string, args ...any) string {
	return fmt.Sprintf(diag.Text{Vi: vi, En: en}.In(s.Lang), args...)
}

// Count says how many of a thing there are: "1.200 đơn vị", "1 unit", "1,200 units".
func (s Speech) Count(n int, vi, one, many string) string {
	if n == 1 {
		many = one
	}
	return s.Plain(strconv.Itoa(n)) + " " + s.Say(vi, many)
}

// Date prints a day: "05/5/2021", "5 May 2021".
func (s Speech) Date(t time.Time) string {
	if s.Lang == diag.En {
		return t.Format("2 January 2006")
	}
	return viet.Date(t)
}

// LongDate prints a day in words: "ngày 05 tháng 5 năm 2021", "5 May 2021".
func (s Speech) LongDate(t time.Time) string {
	if s.Lang == diag.En {
		return s.Date(t)
	}
	return viet.LongDate(t)
}

// number prints a decimal with exactly so many decimals.
func (s Speech) number(d campaign.Decimal, decimals int) string { return s.Plain(d.Text(decimals)) }

// short prints a decimal with as many decimals as it needs.
func (s Speech) short(d campaign.Decimal) string { return s.Plain(d.String()) }

// Plain prints a plain decimal as the language writes numbers: "1.234,5", "1,234.5".
func (s Speech) Plain(text string) string {
	if s.Lang == diag.En {
		return swap.Replace(viet.Number(text))
	}
	return viet.Number(text)
}

// swap turns the marks of numbers from Vietnamese to English.
var swap = strings.NewReplacer(".", ",", ",", ".")

// List joins names as a sentence does: "A, B và C".
func (s Speech) List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + s.Say(" và ", " and ") + names[last]
}

// figure prints the figure that ranks: "84,58 điểm" or "84,58%".
func (s Speech) figure(r *campaign.Rules, row *campaign.Row) string {
	if r.Scoring.RankBy == campaign.ByPercent {
		return s.number(row.Percent, 2) + "%"
	}
	return s.points(row.Total, r.Scoring.Decimals)
}

func (s Speech) points(d campaign.Decimal, decimals int) string {
	return s.Say("%s điểm", "%s points", s.number(d, decimals))
}

// distance prints a difference between two figures that rank: "2,58 điểm", "0,50 điểm phần trăm".
func (s Speech) distance(r *campaign.Rules, d campaign.Decimal) string {
	if r.Scoring.RankBy == campaign.ByPercent {
		return s.Say("%s điểm phần trăm", "%s percentage points", s.number(d, 2))
	}
	return s.points(d, r.Scoring.Decimals)
}

// quoted sets a name apart from the sentence.
func (s Speech) quoted(name string) string { return s.Say("“%s”", "“%s”", name) }

// places says to how many decimals a figure is rounded.
func (s Speech) places(decimals int) string {
	switch decimals {
	case 0:
		return s.Say("số nguyên", "a whole number")
	case 1:
		return s.Say("1 chữ số thập phân", "1 decimal")
	}
	return s.Say("%d chữ số thập phân", "%d decimals", decimals)
}
