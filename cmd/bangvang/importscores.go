package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/fix"
	"bangvang/internal/scaffold"
	"bangvang/internal/sheet"
	"bangvang/internal/site"
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
	if !in.json {
		in.findings(in.err, found)
	}
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

// take shows what changes, asks, and writes.
func (in *importing) take(table *sheet.Table) int {
	entries := in.entries(table)
	style, old, code := in.before()
	if code != exitOK {
		return code
	}
	csv := table.Write(entries, in.expected, style)
	same := bytes.Equal(csv, old)
	if in.json {
		in.encode(importOutcome{Target: in.target, Units: len(entries), Changes: in.changes(old, entries), Written: in.yes && !same})
	} else {
		in.show(old, entries, same)
	}
	switch {
	case same, in.json && !in.yes, !in.yes && !in.agrees():
		return exitOK
	}
	if code := in.put(old, csv); code != exitOK {
		return code
	}
	return in.remember()
}

// put writes the table, and the results file that goes with a new one.
func (in *importing) put(old, csv []byte) int {
	var fresh []scaffold.File
	if in.results != nil {
		fresh = append(fresh, in.results[0])
	}
	if old == nil {
		return in.writeSources(append(fresh, scaffold.File{Path: in.target, Data: csv}), nil)
	}
	return in.writeSources(fresh, []fix.File{{Path: in.target, To: in.target, Before: old, After: csv}})
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
