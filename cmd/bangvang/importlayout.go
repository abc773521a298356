package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/sheet"
	"bangvang/internal/viet"
)

// layout takes what was said about this table before, and what is said now.
func (in *importing) layout() int {
	if before, err := os.ReadFile(in.real + sheet.LayoutEnding); err == nil {
		in.expected.Layout = sheet.ParseLayout(before)
	}
	if in.tab != "" {
		in.expected.Layout.Sheet = in.tab
	}
	for _, m := range in.maps {
		at := strings.LastIndexByte(m, '=')
		if at < 1 || !in.known(m[at+1:]) {
			return in.usage(in.say("--map «"+m+"»: ghi như --map \"Tên cột=1.1\", hoặc --map \"Tên cột=-\" để bỏ qua cột", "--map “"+m+"”: write it like --map \"Heading=1.1\", or --map \"Heading=-\" to pass the column over"))
		}
		in.expected.Layout.Tell(viet.NFC(m[:at]), viet.NFC(m[at+1:]))
	}
	return exitOK
}

// known reports whether a column can be that.
func (in *importing) known(means string) bool {
	return means == "-" || sheet.IsColumnWord(means) || slices.ContainsFunc(in.expected.Criteria, func(c sheet.Criterion) bool { return c.ID == means })
}

// askColumns asks what columns are that nobody knows. Where all criteria are found and nobody can be asked, --yes passes
// them over.
func (in *importing) askColumns() {
	table, _ := in.expected.Parse(in.name, in.data)
	unknown, missing := in.strangers(table)
	for _, c := range unknown {
		answer := ""
		switch {
		case in.answers.typed && !in.yes && !in.answers.ended:
			answer = in.askColumn(c, missing)
			delete(missing, answer)
		case in.yes && len(missing) == 0:
			answer = "-"
		}
		if answer != "" {
			in.expected.Layout.Tell(c.Heading, answer)
		}
	}
}

// askColumn asks which of the criteria without a column one is; "" where nobody answers.
func (in *importing) askColumn(c sheet.Column, missing map[string]string) string {
	if len(missing) > 0 {
		fmt.Fprintln(in.err, in.say("Tiêu chí chưa có cột:", "Criteria without a column:"))
	}
	for _, k := range in.expected.Criteria {
		if name, lacks := missing[k.ID]; lacks {
			fmt.Fprintf(in.err, "  %s  %s\n", k.ID, name)
		}
	}
	offered := cmp.Or(sheet.LikelyCriterion(c.Heading, missing), "-")
	answer, _ := in.askUntil(in.say("Cột «"+c.Heading+"» là tiêu chí nào? Mã tiêu chí, hoặc - để bỏ qua", "Which criterion is the column “"+c.Heading+"”? Its id, or - to pass it over"), offered, in.known, in.say("Không có tiêu chí này.", "There is no such criterion."))
	if in.answers.ended {
		return ""
	}
	return answer
}

// strangers returns the columns that are no criterion's, and the criteria that have no column.
func (in *importing) strangers(t *sheet.Table) (unknown []sheet.Column, missing map[string]string) {
	missing = map[string]string{}
	have := map[string]bool{}
	for _, c := range t.Columns {
		have[c.ID] = true
		if c.Kind == sheet.KindCriterion && !in.known(c.ID) {
			unknown = append(unknown, c)
		}
	}
	for _, c := range in.expected.Criteria {
		if !have[c.ID] {
			missing[c.ID] = c.Name
		}
	}
	return unknown, missing
}

// remember writes beside the table what was said about its layout.
func (in *importing) remember() int {
	name := in.real + sheet.LayoutEnding
	data := in.expected.Layout.Bytes()
	if before, err := os.ReadFile(name); in.expected.Layout.IsZero() || err == nil && bytes.Equal(before, data) {
		return exitOK
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		return in.machine(fmt.Errorf("writing %s: %w", name, err))
	}
	if in.json {
		return exitOK
	}
	fmt.Fprintln(in.out, in.say("Cách hiểu các cột được nhớ trong ", "What the columns mean is remembered in ")+viet.NFC(filepath.ToSlash(name)))
	return exitOK
}
