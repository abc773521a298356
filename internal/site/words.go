package site

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// Moment prints a day as "05/5/2021", a time as "05/5/2021 07:30", in the site's zone.
func (s *Site) Moment(m document.Moment) string {
	t := s.Time(m)
	if t.IsZero() {
		return ""
	}
	if m.Time.IsZero() {
		return viet.Date(t)
	}
	return viet.Date(t) + t.Format(" 15:04")
}

// vnum prints a plain number as Vietnamese is written and leaves any other text as it is.
func vnum(text string) string {
	if _, err := campaign.ParseDecimal(text); err != nil {
		return text
	}
	return viet.Number(text)
}

// addressOfFolder makes a folder's path below content plain ASCII.
func addressOfFolder(ref string) string {
	segments := strings.Split(ref, "/")
	for i := range segments {
		segments[i] = viet.Slug(segments[i])
	}
	return "/" + strings.Join(segments, "/") + "/"
}
