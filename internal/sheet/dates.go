package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Excel takes the criterion 1.2 for a day and a month, and writes it as it writes dates: by the machine's language,
// with the day or the month first, with the year or without.
var (
	dateForm = regexp.MustCompile(`(?i)^(\d{1,2})[-/ ](?:(\d{1,2})|([a-z]{3})|thg ?(\d{1,2}))(?:[-/ ](?:\d{2}|\d{4}))?$`)
	monthDay = regexp.MustCompile(`(?i)^([a-z]{3})-(\d{1,2})$`)
)

// months are the English names by which Excel writes them.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// isDate reports whether a heading is a date as Excel writes one.
func isDate(heading string) bool { return len(dateParts(heading)) == 2 }

// dateParts returns the two numbers of a date, without leading zeros; nil for any other text.
func dateParts(heading string) []string {
	if m := monthDay.FindStringSubmatch(heading); m != nil {
		return numbers(m[2], m[1])
	}
	if m := dateForm.FindStringSubmatch(heading); m != nil {
		return numbers(m[1], m[2]+m[3]+m[4])
	}
	return nil
}

// numbers returns a day and a month, each of digits or a month's name, as numbers; nil where the name is none.
func numbers(day, month string) []string {
	if i := slices.Index(months, strings.ToLower(month)); i >= 0 {
		month = strconv.Itoa(i + 1)
	}
	if month == "" || month[0] > '9' {
		return nil
	}
	return []string{strings.TrimLeft(day, "0"), strings.TrimLeft(month, "0")}
}

// meantCriterion returns the criterion that a date was, with its numbers in either order; "" where that is not certain.
func meantCriterion(heading string, criteria []string) string {
	parts := dateParts(heading)
	first, second := parts[0]+"."+parts[1], parts[1]+"."+parts[0]
	switch one, other := slices.Contains(criteria, first), slices.Contains(criteria, second); {
	case one && (!other || first == second):
		return first
	case other && !one:
		return second
	}
	return ""
}
