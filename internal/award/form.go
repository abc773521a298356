package award

import (
	"fmt"
	"slices"

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
		j.refuses(c.Form, "", "hình thức này không còn vào ngày quyết định", "the form no longer exists on the day of the decision")
	case !f.fits(j.list.PeriodFrom, j.list.PeriodTo):
		j.refuses(f.Name, f.Source, fmt.Sprintf("phong trào phải kéo dài từ %d năm trở lên", f.MinYears), fmt.Sprintf("the campaign has to last %d years or longer", f.MinYears))
	case slices.Contains(f.NotFrom, j.list.Scope):
		j.refuses(f.Name, f.Source, "phong trào phải do bộ, ngành, tỉnh trở lên phát động", "the campaign has to be launched by a ministry, a province or higher")
	case !slices.Contains(f.For, c.For):
		j.refuses(f.Name, f.Source, "hình thức này không dành cho loại đối tượng đã khai", "the form is not for such laureates")
	}
}

// refuses finds that the law does not let the campaign give a form: why, in both languages, and by which source.
func (j *judge) refuses(form, source, vi, en string) {
	if source != "" {
		vi, en = vi+" ("+source+")", en+" ("+source+")"
	}
	j.found(AwardForm, form, vi)
	j.problems[len(j.problems)-1].WantEn = en
}

// before reports whether a day lies before all that the data know of a form.
func before(key string, day campaign.Day) bool {
	return !slices.ContainsFunc(theLaw().forms, func(f Form) bool { return f.Key == key && f.From <= day })
}

// fits reports whether a campaign runs long enough for the form.
func (f *Form) fits(from, to campaign.Day) bool {
	return f.MinYears == 0 || runs(from, to, f.MinYears)
}
