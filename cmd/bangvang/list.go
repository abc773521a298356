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
	for _, h := range result.Site.Hidden {
		fmt.Fprintf(a.out, "%s: %s\n", h.Doc.Path, a.why(h))
	}
	if len(result.Site.Hidden) == 0 {
		fmt.Fprintln(a.out, a.say("Không có trang nào đang ẩn.", "Nothing is hidden."))
	}
	return exitOK
}

func (a *app) why(h site.Hidden) string {
	switch h.Why {
	case site.WhyDraft:
		return a.say("bản nháp (draft), chỉ hiện khi bỏ draft", "a draft, appears when draft is removed")
	case site.WhyExpired:
		return a.say("đã hết hạn (expires)", "expired (expires)")
	}
	return a.say("sẽ hiện lúc ", "appears at ") + h.Appear.Format("15:04") + a.say(" ngày ", " on ") + viet.Date(h.Appear)
}
