package award

import (
	"fmt"
	"slices"

	"bangvang/internal/campaign"
)

// form checks that the law lets this campaign give the form on the day of the decision. While an award is only
// proposed, the end of the campaign's period stands for that day. Before the data begin nothing is judged. The rule that fails is named
// in the words of the law's data, which are Vietnamese.
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
		j.found(AwardForm, c.Form, "hình thức này không còn vào ngày quyết định")
	case !f.fits(j.list.PeriodFrom, j.list.PeriodTo):
		j.found(AwardForm, f.Name, fmt.Sprintf("phong trào phải kéo dài từ %d năm trở lên (%s)", f.MinYears, f.Source))
	case slices.Contains(f.NotFrom, j.list.Scope):
		j.found(AwardForm, f.Name, "phong trào phải do bộ, ngành, tỉnh trở lên phát động ("+f.Source+")")
	case !slices.Contains(f.For, c.For):
		j.found(AwardForm, f.Name, "hình thức này không dành cho loại đối tượng đã khai ("+f.Source+")")
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
