package main

import (
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/sheet"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// understood shows how the table was read.
func (in *importing) understood(t *sheet.Table) {
	if t.Reading == nil || in.json {
		return
	}
	r := t.Reading
	if r.Sheet != "" {
		line := in.say("Trang tính: ", "Sheet: ") + r.Sheet
		if len(r.Others) > 0 {
			line += in.say(" (không đọc: ", " (not read: ") + strings.Join(r.Others, ", ") + ")"
		}
		fmt.Fprintln(in.out, line)
	}
	fmt.Fprintf(in.out, "%s %d\n", in.say("Tên cột ở dòng", "Headings in line"), r.Heading.Line)
	for _, c := range t.Columns {
		fmt.Fprintf(in.out, "  %s → %s\n", c.Heading, in.meaning(c))
	}
	for _, c := range r.Passed {
		fmt.Fprintf(in.out, "  %s → %s\n", c.Heading, in.say("bỏ qua", "passed over"))
	}
	units := map[string]bool{}
	for _, row := range t.Rows {
		if slices.ContainsFunc(in.block.Units, func(u campaign.Unit) bool { return u.ID == row.Unit }) {
			units[row.Unit] = true
		}
	}
	fmt.Fprintf(in.out, "%s %d/%d\n", in.say("Đơn vị:", "Units:"), len(units), len(in.block.Units))
	for _, s := range r.Skipped {
		fmt.Fprintf(in.out, "  %s %d %s\n", in.say("bỏ qua dòng", "passed over: line"), s.Pos.Line, s.Text)
	}
}

// meaning says in words what a column is.
func (in *importing) meaning(c sheet.Column) string {
	for _, k := range in.expected.Criteria {
		if c.Kind == sheet.KindCriterion && k.ID == c.ID {
			return in.say("tiêu chí ", "criterion ") + k.ID + " " + k.Name
		}
	}
	if c.Kind == sheet.KindCriterion {
		return in.say("không rõ", "not known")
	}
	return in.say(c.Kind.Vietnamese(), string(c.Kind))
}

// changes are the cells that the target has otherwise; none where it is not there yet.
func (in *importing) changes(old []byte, entries []campaign.Entry) []sheet.Change {
	if old == nil {
		return []sheet.Change{}
	}
	was := site.Expect(in.criteria.Rules, in.block)
	table, _ := was.Parse(in.target, old)
	return append([]sheet.Change{}, sheet.Changes(in.entries(table), entries, in.expected)...)
}

// show says what changes in the target.
func (in *importing) show(old []byte, entries []campaign.Entry, same bool) {
	switch {
	case same:
		fmt.Fprintln(in.out, in.say("Bảng đã có đúng như vậy: "+in.target, "The table is there as it is: "+in.target))
		return
	case old == nil:
		fmt.Fprintf(in.out, "%s %s (%d %s)\n", in.say("Tệp mới:", "A new file:"), in.target, len(entries), in.say("đơn vị", "units"))
		return
	}
	changes := in.changes(old, entries)
	fmt.Fprintf(in.out, "%s %s:\n", in.say("Thay đổi trong", "Changes in"), in.target)
	for _, c := range changes {
		fmt.Fprintf(in.out, "  %s: %s\n", in.unitName(c.Unit), in.change(c))
	}
	if len(changes) == 0 {
		fmt.Fprintln(in.out, in.say("  chỉ cách viết", "  only how it is written"))
	}
}

func (in *importing) change(c sheet.Change) string {
	written := func(text string) string {
		if text == "" {
			return in.say("(trống)", "(empty)")
		}
		return in.say(viet.Number(text), text)
	}
	switch {
	case c.Column == "" && c.Now != "":
		return in.say("thêm dòng", "a new line")
	case c.Column == "":
		return in.say("bỏ dòng", "the line goes")
	}
	return c.Column + ": " + written(c.Was) + " → " + written(c.Now)
}

func (in *importing) unitName(id string) string {
	if name := in.expected.Units[id]; name != "" {
		return name
	}
	return id
}

// An importOutcome is the JSON form of what an import comes to.
type importOutcome struct {
	Target  string         `json:"target"`
	Units   int            `json:"units"`
	Changes []sheet.Change `json:"changes"` // of a file that is there
	Written bool           `json:"written"`
}
