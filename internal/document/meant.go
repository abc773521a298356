package document

import (
	"regexp"
	"strings"
	"time"
)

// The forms of dates that are only explained: as people write them.
var (
	localForm = regexp.MustCompile(`(?i)^(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})$`)
	looseForm = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	hourForm  = regexp.MustCompile(`(?i)(?:^|[ T,])(?:lúc |vào )?(\d{1,2})(?: ?(?:h|g|giờ) ?(?:(\d{1,2}) ?(?:phút|p)?)?|:(\d{2})(?::\d{2})?)(?: ?(?:sáng|\+07:00))?(?:[ ,]|$)`)
)

// meantMoment returns the day, or the time with the zone of Việt Nam, that was meant by "01/05/2021", "2021-5-1", "01/12/2026 8:00"
// or "8 giờ 30 ngày 01/12/2026", "" where it is none.
func meantMoment(text string) string {
	at := hourForm.FindStringSubmatchIndex(text)
	if at == nil {
		return meantDay(text)
	}
	day := meantDay(strings.Trim(text[:at[0]]+" "+text[at[1]:], " ,"))
	part := hourForm.FindStringSubmatch(text)
	hour := twoDigits(part[1]) + ":" + twoDigits(part[2]+part[3])
	if _, err := time.Parse("15:04", hour); err != nil || day == "" {
		return ""
	}
	return day + "T" + hour + "+07:00"
}

// meantDay returns the day that was meant, "" where it is none.
func meantDay(text string) string {
	year, month, day := "", "", ""
	if m := localForm.FindStringSubmatch(text); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := looseForm.FindStringSubmatch(text); m != nil {
		year, month, day = m[1], m[2], m[3]
	}
	want := year + "-" + twoDigits(month) + "-" + twoDigits(day)
	if _, err := time.Parse(time.DateOnly, want); err != nil {
		return ""
	}
	return want
}

// twoDigits fills a number up with zeros.
func twoDigits(s string) string { return strings.Repeat("0", max(2-len(s), 0)) + s }
