package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/fix"
	"bangvang/internal/scaffold"
	"bangvang/internal/sheet"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// importing is one table on its way into the site.
type importing struct {
	*app
	name, real string // of the table's file, as it is said and as the disk has it
	data       []byte
	whole      *site.Site

	// where scores go
	target   string // the CSV file, from the site's folder
	campaign *site.Campaign
	block    *site.Block
	criteria *site.Criteria
	point    bool            // the results file says that decimals have a point
	results  []scaffold.File // a results file to be made, with nothing yet in its sheet
	expected sheet.Expected
}

// scores imports a score sheet.
func (in *importing) scores(to string) int {
	if code := in.place(to); code != exitOK {
		return code
	}
	in.expected = site.Expect(in.criteria.Rules, in.block)
	in.expected.Loose = true
	if code := in.layout(); code != exitOK {
		return code
	}
	in.askColumns()
	found, code := in.rehearsed()
	if code != exitOK {
		return code
	}
	table, _ := in.expected.Parse(in.name, in.data)
	in.understood(table)
	if diag.Errors(found) > 0 {
		return in.wrong(found)
	}
	in.findings(in.err, found)
	return in.take(table)
}

// place finds out whose scores they are.
func (in *importing) place(to string) int {
	if round := in.roundOf(to); round != nil {
		in.campaign, in.block, in.criteria, in.point = round.Campaign, round.Block, round.Criteria, round.Results.Decimal == "."
		return exitOK
	}
	if strings.HasSuffix(to, ".md") {
		to = strings.TrimSuffix(to, ".md") + ".csv"
	}
	if path.Ext(to) != ".csv" || !strings.Contains(to, "/ket-qua/") {
		return in.usage(in.say("--to phải là một tệp .csv trong thư mục ket-qua của phong trào, hoặc một tệp kết quả", "--to takes a .csv file in a campaign's folder ket-qua, or a results file"))
	}
	in.target = to
	for _, c := range in.whole.Campaigns {
		if strings.HasPrefix(to, scaffold.Folder+c.ID+"/") {
			in.campaign = c
		}
	}
	if in.campaign == nil {
		return in.usage(in.say("«"+to+"» không nằm trong phong trào nào có kế hoạch", "“"+to+"” is in no campaign that has a plan"))
	}
	return in.fresh()
}

// roundOf finds the round whose results file, or whose sheet, is meant, and the sheet that is to be written.
func (in *importing) roundOf(to string) *site.Round {
	for _, c := range in.whole.Campaigns {
		for _, r := range c.Rounds {
			names := []string{r.Results.Scores.File}
			for _, name := range r.Results.Sheets {
				names = append(names, name)
			}
			for _, name := range names {
				if full := besides(r.Page.Doc.Path, name); name != "" && full == to {
					in.target = full
					return r
				}
			}
			if r.Page.Doc.Path == to && path.Ext(r.Results.Scores.File) == ".csv" {
				in.target = besides(to, r.Results.Scores.File)
				return r
			}
		}
	}
	return nil
}

// fresh settles block and round by the name of a file that is not there yet, and the results file that goes with it.
func (in *importing) fresh() int {
	base := strings.TrimSuffix(path.Base(in.target), ".csv")
	var ids []string
	for i := range in.campaign.Blocks {
		b := &in.campaign.Blocks[i]
		ids = append(ids, b.ID)
		if b.ID == in.app.block || in.app.block == "" && (strings.HasSuffix(base, "-"+b.ID) || len(in.campaign.Blocks) == 1) {
			in.block = b
		}
	}
	if in.block == nil {
		return in.usage(in.say("không rõ bảng điểm của khối nào; thêm --block: "+strings.Join(ids, ", "), "it is not clear whose scores these are; add --block: "+strings.Join(ids, ", ")))
	}
	for _, k := range in.campaign.Criteria {
		if k.Has(in.block.ID) {
			in.criteria = k
		}
	}
	if in.criteria == nil {
		return in.usage(in.say("khối «"+in.block.ID+"» chưa có tệp tiêu chí", "the block “"+in.block.ID+"” has no criteria"))
	}
	round := strings.TrimSuffix(base, "-"+in.block.ID)
	now, _ := in.clock()
	in.results = scaffold.Results{
		Folder: scaffold.Folder + in.campaign.ID + "/", Campaign: in.campaign.Title(), Block: in.block.ID, BlockName: in.block.Name, Round: round,
		Author: in.whole.Settings.Site.Organization, Today: campaign.Day(now.In(in.whole.Zone).Format("2006-01-02")), Sheet: []byte{}, Ending: ".csv",
	}.Files()
	if in.results[1].Path != in.target {
		want := in.results[1].Path
		return in.usage(in.say("đặt tên tệp nhận theo đợt và khối: --to "+want, "name the file after round and block: --to "+want))
	}
	md := in.results[0].Path
	if _, err := os.Stat(filepath.Join(in.site, filepath.FromSlash(md))); err == nil {
		return in.usage(in.say("tệp "+md+" đã có nhưng không ghi «scores: "+path.Base(in.target)+"»; sửa khóa scores rồi nhập lại", "the file "+md+" is there, but does not say “scores: "+path.Base(in.target)+"”; mend the key scores and import again"))
	}
	return exitOK
}

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
		case in.answers.typed && !in.yes:
			answer, _ = in.askUntil(in.say("Cột «"+c.Heading+"» là tiêu chí nào? Mã tiêu chí, hoặc - để bỏ qua", "Which criterion is the column “"+c.Heading+"”? Its id, or - to pass it over"), "-", in.known, in.say("Không có tiêu chí này.", "There is no such criterion."))
		case in.yes && missing == 0:
			answer = "-"
		}
		if answer != "" {
			in.expected.Layout.Tell(c.Heading, answer)
		}
	}
}

// strangers returns the columns that are no criterion's, and how many criteria have no column.
func (in *importing) strangers(t *sheet.Table) (unknown []sheet.Column, missing int) {
	have := map[string]bool{}
	for _, c := range t.Columns {
		have[c.ID] = true
		if c.Kind == sheet.KindCriterion && !in.known(c.ID) {
			unknown = append(unknown, c)
		}
	}
	for _, c := range in.expected.Criteria {
		if !have[c.ID] {
			missing++
		}
	}
	return unknown, missing
}

// rehearsed is what the site says about the table, were it there already, as of its own file.
func (in *importing) rehearsed() ([]diag.Finding, int) {
	files := map[string][]byte{in.target: in.data, in.target + sheet.LayoutEnding: in.expected.Layout.Bytes()}
	if in.results != nil {
		files[in.results[0].Path] = in.results[0].Data
	}
	found, code := in.rehearse(files, in.target)
	for i := range found {
		found[i].File = in.name
	}
	return found, code
}

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
	fmt.Fprintf(in.out, "%s %d/%d\n", in.say("Đơn vị:", "Units:"), len(t.Rows), len(in.block.Units))
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

// take shows what changes, asks, and writes.
func (in *importing) take(table *sheet.Table) int {
	entries := in.entries(table)
	style, old, code := in.before()
	if code != exitOK {
		return code
	}
	csv := table.Write(entries, in.expected, style)
	if bytes.Equal(csv, old) {
		fmt.Fprintln(in.out, in.say("Bảng đã có đúng như vậy: "+in.target, "The table is there as it is: "+in.target))
		return exitOK
	}
	in.show(old, entries)
	if !in.yes && !in.agrees() {
		return exitOK
	}
	var fresh []scaffold.File
	var changed []fix.File
	if in.results != nil {
		fresh = append(fresh, in.results[0])
	}
	if old == nil {
		fresh = append(fresh, scaffold.File{Path: in.target, Data: csv})
	} else {
		changed = append(changed, fix.File{Path: in.target, To: in.target, Before: old, After: csv})
	}
	if code := in.writeSources(fresh, changed); code != exitOK {
		return code
	}
	return in.remember()
}

// entries reads the table's scores; that they are sound has been seen.
func (in *importing) entries(table *sheet.Table) []campaign.Entry {
	var ids []string
	for _, c := range in.expected.Criteria {
		ids = append(ids, c.ID)
	}
	entries, _ := table.Entries(ids, sheet.Options{Point: in.point, Names: in.expected.Units, Units: in.whole.Registry.IDs()})
	return entries
}

// before reads the file that is to be written, nil where there is none, and how it is written.
func (in *importing) before() (sheet.Style, []byte, int) {
	style := sheet.Usual
	style.Point = in.point
	old, err := os.ReadFile(filepath.Join(in.site, filepath.FromSlash(in.target)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return style, nil, exitOK
	case err != nil:
		return style, nil, in.machine(fmt.Errorf("reading %s: %w", in.target, err))
	}
	return sheet.StyleOf(old, in.point), old, exitOK
}

// show says what changes in the target.
func (in *importing) show(old []byte, entries []campaign.Entry) {
	if old == nil {
		fmt.Fprintf(in.out, "%s %s (%d %s)\n", in.say("Tệp mới:", "A new file:"), in.target, len(entries), in.say("đơn vị", "units"))
		return
	}
	was := site.Expect(in.criteria.Rules, in.block)
	table, _ := was.Parse(in.target, old)
	changes := sheet.Changes(in.entries(table), entries, in.expected)
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
	fmt.Fprintln(in.out, in.say("Cách hiểu các cột được nhớ trong ", "What the columns mean is remembered in ")+viet.NFC(filepath.ToSlash(name)))
	return exitOK
}
