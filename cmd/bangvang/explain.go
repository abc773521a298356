package main

import (
	"fmt"
	"strings"

	"bangvang/internal/diag"
)

// runExplain tells what a finding's code means and how to mend it; without a code it lists them all.
func runExplain(a *app, args []string) int {
	if len(args) == 0 {
		for _, code := range diag.Codes() {
			fmt.Fprintf(a.out, "%-28s %s\n", code, diag.Finding{Code: code}.Message(a.lang))
		}
		return exitOK
	}
	code := strings.Trim(args[0], "[]")
	if !diag.Known(code) {
		return a.usage(a.say("không có mã «"+code+"»", "there is no code “"+code+"”") + a.did("", diag.Nearest(code, diag.Codes())))
	}
	e, f := diag.Lookup(code), diag.New(code, "", diag.Pos{}, nil)
	fmt.Fprintf(a.out, "[%s] %s\n\n%s\n", code, a.severity(f), f.Message(a.lang))
	if e.Retired {
		a.part(a.say("Lưu ý", "Note"), a.say("Mã này chỉ còn trong báo cáo cũ.", "This code stands in old reports only."))
	}
	a.part(a.say("Vì sao", "Why"), e.Why.In(a.lang))
	a.part(a.say("Cách sửa", "How to mend it"), f.Hint(a.lang))
	a.part(a.say("Trước", "Before"), e.Before)
	a.part(a.say("Sau", "After"), e.After)
	if e.Judgement {
		a.part(a.say("Cho qua", "Waiver"), a.say("Nếu đúng là như vậy, thêm vào đầu tệp:", "Where it is meant so, add to the file's header:")+
			"\nallow:\n  - {code: "+code+", reason: …}")
	}
	return exitOK
}

func (a *app) part(title, text string) {
	if text != "" {
		fmt.Fprintf(a.out, "\n%s:\n  %s\n", title, strings.ReplaceAll(text, "\n", "\n  "))
	}
}
