package main

import (
	"fmt"
	"time"

	"bangvang/internal/site"
	"bangvang/internal/viet"
)

func listFlags(a *app) {
	a.flags.BoolVar(&a.next, "next", false, a.say("chỉ in thời điểm kế tiếp mà cổng thay đổi", "print only the next moment at which the portal changes"))
}

// runList prints what is hidden, why, and when it appears.
func runList(a *app, _ []string) int {
	result, code := a.result()
	if result == nil {
		return code
	}
	if result.Site == nil {
		return a.refused(result.Findings)
	}
	if a.next {
		if !result.Next.IsZero() {
			fmt.Fprintln(a.out, result.Next.In(result.Site.Zone).Format(time.RFC3339))
		}
		return exitOK
	}
	if a.json {
		a.encode(map[string]any{"hidden": hiddenJSON(result.Site)})
		return exitOK
	}
	for _, h := range result.Site.Hidden {
		fmt.Fprintf(a.out, "%s: %s\n", h.Doc.Path, a.why(result.Site, h))
	}
	if len(result.Site.Hidden) == 0 {
		fmt.Fprintln(a.out, a.say("Không có trang nào đang ẩn.", "Nothing is hidden."))
	}
	return exitOK
}

// why says what hides a document and when it appears; of a draft also what keeps it from that beside its draft line.
func (a *app) why(s *site.Site, h site.Hidden) string {
	switch h.Why {
	case site.WhyDraft:
		text := a.say("bản nháp (draft), chỉ hiện khi bỏ draft", "a draft, appears when draft is removed")
		if at := s.Time(h.Doc.Header.Publish); at.After(s.Now) {
			text += a.say(", từ ", ", from ") + a.hour(at)
		}
		if n := h.Doc.ToFill; n > 0 {
			text += a.say(fmt.Sprintf("; còn %s chỗ phải điền", group(n)), fmt.Sprintf("; %d %s left to fill in", n, plural(n, "place")))
		}
		return text
	case site.WhyExpired:
		return a.say("đã hết hạn (expires)", "expired (expires)")
	}
	return a.say("sẽ hiện lúc ", "appears at ") + a.hour(h.Appear)
}

func (a *app) hour(at time.Time) string {
	return at.Format("15:04") + a.say(" ngày ", " on ") + viet.Date(at)
}

// A jsonHidden is the JSON form of a hidden document; appears is null where no moment makes it public.
type jsonHidden struct {
	File    string  `json:"file"`
	Why     string  `json:"why"` // draft, publish, expired
	Appears *string `json:"appears"`
	ToFill  int     `json:"to_fill"`
}

func hiddenJSON(s *site.Site) []jsonHidden {
	list := []jsonHidden{}
	for _, h := range s.Hidden {
		entry := jsonHidden{File: h.Doc.Path, Why: string(h.Why), ToFill: h.Doc.ToFill}
		if !h.Appear.IsZero() {
			at := h.Appear.Format(time.RFC3339)
			entry.Appears = &at
		}
		list = append(list, entry)
	}
	return list
}
