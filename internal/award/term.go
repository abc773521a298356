package award

import (
	"time"

	"bangvang/internal/campaign"
)

// A calendar knows the working days of the state's offices from one day up to another.
type calendar struct {
	from, to campaign.Day          // to is the first day that it does not know
	off      map[campaign.Day]bool // Mondays to Fridays off
	worked   map[campaign.Day]bool // Saturdays and Sundays worked instead
}

// TermEnd returns the last day of a term for comment that begins on a day: that day counts as the first one,
// or the next working day in a term of working days. known is false where the term runs beyond the calendar of
// public holidays; then only weekends are left out. Without a day or with no days there is no term, and last is "".
func TermEnd(from campaign.Day, days int, working bool) (last campaign.Day, known bool) {
	day, err := time.Parse(time.DateOnly, string(from))
	if err != nil || days <= 0 || days > 10_000 {
		return "", false
	}
	if !working {
		return dayOf(day.AddDate(0, 0, days-1)), true
	}
	c := theLaw().calendar
	for ; ; day = day.AddDate(0, 0, 1) {
		if c.works(day) {
			days--
		}
		if days == 0 {
			last = dayOf(day)
			return last, c.from <= from && last < c.to
		}
	}
}

func dayOf(t time.Time) campaign.Day { return campaign.Day(t.Format(time.DateOnly)) }

func (c calendar) works(t time.Time) bool {
	day := dayOf(t)
	if w := t.Weekday(); w == time.Saturday || w == time.Sunday {
		return c.worked[day]
	}
	return !c.off[day]
}

// runs reports whether a period lasts for so many whole years.
func runs(from, to campaign.Day, years int) bool {
	first, err := time.Parse(time.DateOnly, string(from))
	if err != nil || to == "" {
		return false
	}
	return dayOf(first.AddDate(years, 0, -1)) <= to
}
