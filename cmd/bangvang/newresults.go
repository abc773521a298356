package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/form"
	"bangvang/internal/scaffold"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// newCriteria makes a criteria file for a block that has none.
func newCriteria(m *maker) int {
	c, code := m.whichCampaign()
	if code != exitOK {
		return code
	}
	block, code := m.whichBlock(c)
	if code != exitOK {
		return code
	}
	if slices.ContainsFunc(c.Criteria, func(f *site.Criteria) bool { return f.Has(block.ID) }) {
		return m.usage(m.say("khối «"+block.ID+"» đã có tiêu chí", "the block “"+block.ID+"” has criteria"))
	}
	var list []scaffold.Criterion
	if bad := m.criteriaInto(&list); bad != "" {
		return m.badCriterion(bad)
	}
	f := scaffold.Criteria{
		Campaign: c.Title() + ", " + block.Name, Block: block.ID, Author: m.site.Settings.Site.Organization, List: list,
		Path: scaffold.Folder + c.ID + "/tieu-chi-" + viet.Slug(block.ID) + ".md",
	}.File()
	return m.made([]scaffold.File{f}, m.toFill(f.Path))
}

// newResults makes a results file with an empty score sheet of the block's units and criteria.
func newResults(m *maker) int {
	c, code := m.whichCampaign()
	if code != exitOK {
		return code
	}
	block, code := m.whichBlock(c)
	if code != exitOK {
		return code
	}
	at := slices.IndexFunc(c.Criteria, func(f *site.Criteria) bool { return f.Has(block.ID) })
	if at < 0 {
		return m.usage(m.say("khối «"+block.ID+"» chưa có tiêu chí; tạo bằng: bangvang new criteria --campaign "+c.ID+" --block "+block.ID,
			"the block “"+block.ID+"” has no criteria; make them by: bangvang new criteria --campaign "+c.ID+" --block "+block.ID))
	}
	round := cmp.Or(m.new.round, strings.Join(m.names, " "))
	if round == "" {
		round = m.ask(m.say("Tên đợt chấm", "The round's name"), string(m.today)[:4])
	}
	if viet.Slug(round) == "" {
		return m.noName("results")
	}
	for _, year := range c.StrayYears(round) {
		fmt.Fprintln(m.err, m.say("Lưu ý: năm "+year+" ở tên đợt nằm ngoài thời gian của phong trào; bangvang check sẽ hỏi lại.",
			"Note: the year "+year+" in the round's name lies outside the campaign's time; bangvang check will ask about it."))
	}
	r := scaffold.Results{
		Folder: scaffold.Folder + c.ID + "/", Campaign: c.Title(), Block: block.ID, BlockName: block.Name, Round: round,
		Author: m.site.Settings.Site.Organization, Today: m.today,
	}
	if err := m.sheetOf(&r, c.Criteria[at], block); err != nil {
		return m.machine(err)
	}
	files := r.Files()
	return m.made(files, m.say("Việc tiếp theo: mở "+files[1].Path+" bằng Excel hoặc LibreOffice, điền điểm, lưu lại, rồi chạy bangvang check.",
		"What comes next: open "+files[1].Path+" in Excel or LibreOffice, fill it in, save it, and run bangvang check."))
}

// sheetOf makes the empty score sheet of a block: a form of Excel, or where it is asked for a CSV file.
func (m *maker) sheetOf(r *scaffold.Results, criteria *site.Criteria, block *site.Block) (err error) {
	rules := criteria.Rules
	if !m.new.csv {
		r.Ending = ".xlsx"
		r.Sheet, err = form.Scores{
			Title: criteria.Page.Doc.Header.Title, Block: block.Name, Author: r.Author, Rules: rules, Units: block.Units,
		}.Workbook()
		return err
	}
	r.Columns = leafIDs(rules.Criteria)
	if rules.Adjustments.BonusMax != nil {
		r.Columns = append(r.Columns, "điểm thưởng")
	}
	if rules.Adjustments.PenaltyMax != nil {
		r.Columns = append(r.Columns, "điểm trừ")
	}
	for _, u := range block.Units {
		r.Units = append(r.Units, scaffold.Unit{ID: u.ID, Name: u.Name})
	}
	return nil
}

// leafIDs lists the criteria that are scored.
func leafIDs(tree []campaign.Criterion) []string {
	var out []string
	for _, c := range tree {
		if len(c.Items) == 0 {
			out = append(out, c.ID)
		}
		out = append(out, leafIDs(c.Items)...)
	}
	return out
}

// newAwards makes an awards file.
func newAwards(m *maker) int {
	c, code := m.whichCampaign()
	if code != exitOK {
		return code
	}
	if m.new.stage != "proposed" && m.new.stage != "decided" {
		return m.usage(m.say("--stage chỉ nhận proposed (đề nghị) hoặc decided (đã có quyết định)", "--stage takes proposed or decided"))
	}
	w := scaffold.Awards{
		Folder: scaffold.Folder + c.ID + "/", Campaign: c.Title(), Decided: m.new.stage == "decided",
		Author: m.site.Settings.Site.Organization, Today: m.today,
	}
	for _, p := range c.Plan.Prizes {
		w.Prizes = append(w.Prizes, p.ID)
	}
	for _, f := range c.Plan.Commendations {
		w.Forms = append(w.Forms, f.ID)
	}
	for _, b := range c.Blocks {
		if len(b.Units) > 0 && w.Unit == "" {
			w.Unit = b.Units[0].ID
		}
	}
	f := w.File()
	return m.made([]scaffold.File{f}, m.toFill(f.Path))
}

// newArticle makes a piece of news, of a campaign where one is named.
func newArticle(m *maker) int {
	title, ok := m.name(m.say("Tiêu đề của tin", "The article's title"))
	if !ok {
		return m.noName("article")
	}
	folder := "content/tin-tuc/" + string(m.today)[:4] + "/"
	if m.new.campaign != "" {
		c, code := m.whichCampaign()
		if code != exitOK {
			return code
		}
		folder = scaffold.Folder + c.ID + "/tin/"
	}
	category := ""
	if all := m.site.Settings.Site.Categories; len(all) > 0 {
		category = all[0]
		if m.asks {
			category = m.choose(m.say("Chuyên mục nào?", "Which category?"), all)
		}
	}
	f := scaffold.Article{Title: title, Folder: folder, Author: m.author(), Today: m.today, Category: category}.File()
	return m.made([]scaffold.File{f}, m.toFill(f.Path))
}
