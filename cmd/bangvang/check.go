package main

import (
	"fmt"
	"strings"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/report"
)

// formatFlags are those of the commands whose outcome is findings.
func formatFlags(a *app) {
	a.formats = report.Formats()
	a.flags.StringVar(&a.format, "format", "", a.say("in thông báo cho máy đọc: ", "print findings for machines: ")+strings.Join(a.formats, ", "))
}

func checkFlags(a *app) {
	formatFlags(a)
	a.flags.BoolVar(&a.drafts, "drafts", false, a.say("kiểm tra cả trang đang ẩn, như thể đã công bố", "check hidden pages too, as if they were public"))
}

// runCheck prints all findings and writes nothing.
func runCheck(a *app, _ []string) int {
	result, code := a.result()
	if result == nil {
		return code
	}
	if !a.machineForm(result.Findings) {
		a.findings(a.out, result.Findings)
		a.verdict(result)
	}
	if diag.Errors(result.Findings) > 0 {
		return exitFindings
	}
	return exitOK
}

// result builds the portal without keeping it; nil with an exit code where that can't be done.
func (a *app) result() (*build.Result, int) {
	o, ok := a.options()
	if !ok {
		return nil, exitUsage
	}
	tree, closeSite, code := a.openSite()
	if code != exitOK {
		return nil, code
	}
	defer closeSite()
	result, err := build.Build(tree, o, nil, build.Discard)
	if err != nil {
		return nil, a.machine(err)
	}
	return result, exitOK
}

// verdict closes a check with counts and time, and says what was not looked into.
func (a *app) verdict(r *build.Result) {
	if c := a.counts(r.Findings); c != "" {
		fmt.Fprintf(a.out, "%s: %s", a.say("Kết quả kiểm tra", "Result"), c)
	} else {
		fmt.Fprint(a.out, a.say("Không có lỗi nào", "No findings"))
	}
	fmt.Fprintf(a.out, " (%s, %s)\n", a.size(r), a.took())
	fmt.Fprintln(a.out, a.say("Tệp PDF đính kèm không được kiểm tra dữ liệu cá nhân.", "Attached PDFs are not scanned for personal data."))
}
