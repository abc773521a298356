package award

import (
	"slices"
	"strconv"

	"bangvang/internal/campaign"
)

// form checks that the law lets this campaign give the form on the day of the decision. While an award is only
// proposed, the end of the campaign's period stands for that day. Before the data begin nothing is judged.
func (j *judge) form(c *Commendation) {
	if c.Form == "" {
		return
	}
	if !slices.Contains(FormKeys(), c.Form) {
		j.found(FormUnknown, c.Form, "")
		return
	}
	day := j.list.Decided
	if day == "" {
		day = j.list.PeriodTo
	}
	f, known := FormOn(c.Form, day)
	switch {
	case day == "" || !known && before(c.Form, day):
	case !known:
		j.found(AwardForm, c.Form, string(day))
	case !f.fits(j.list.PeriodFrom, j.list.PeriodTo):
		j.found(AwardForm, f.Name, strconv.Itoa(f.MinYears))
	case slices.Contains(f.NotFrom, j.list.Scope), len(f.For) > 0 && !slices.Contains(f.For, c.For):
		j.found(AwardForm, f.Name, "")
	}
}

// before reports whether a day lies before all that the data know of a form.
func before(key string, day campaign.Day) bool {
	return !slices.ContainsFunc(theLaw().forms, func(f Form) bool { return f.Key == key && f.From <= day })
}

// fits reports whether a campaign runs long enough for the form.
func (f *Form) fits(from, to campaign.Day) bool {
	return f.MinYears == 0 || runs(from, to, f.MinYears)
}
