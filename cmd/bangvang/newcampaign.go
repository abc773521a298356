package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/scaffold"
	"bangvang/internal/viet"
)

// newCampaign makes a campaign's folder: plan, criteria, and units that no registry has yet.
func newCampaign(m *maker) int {
	c, code := m.campaignFacts()
	if code != exitOK {
		return code
	}
	fresh, code := m.competitors(&c)
	if code != exitOK {
		return code
	}
	if bad := m.criteriaInto(&c.Criteria); bad != "" {
		return m.badCriterion(bad)
	}
	if c.Illustrative {
		c.Own, fresh = fresh, nil
	}
	registry, code := m.registered(fresh)
	if code != exitOK {
		return code
	}
	folder := scaffold.Folder + c.ID()
	code = m.made(append(c.Files(), registry.fresh...), m.say(
		"Việc tiếp theo: mở "+folder+"/ke-hoach.md, điền các chỗ ‹điền …›.\nCó điểm thì gõ: bangvang new results --campaign "+c.ID()+"\nMọi tệp mới là bản nháp; xem thử: bangvang serve --drafts --open",
		"What comes next: open "+folder+"/ke-hoach.md and fill in the places ‹điền …›.\nWhen there are scores: bangvang new results --campaign "+c.ID()+"\nAll new files are drafts; to see them: bangvang serve --drafts --open"))
	if code == exitOK {
		code = m.register(registry)
	}
	return code
}

// campaignFacts asks for what the flags do not say, in the order of a plan.
func (m *maker) campaignFacts() (c scaffold.Campaign, code int) {
	var ok bool
	if c.Name, ok = m.name(m.say("Tên phong trào (ví dụ: Giữ sạch đường làng năm 2026)", "The campaign's name")); !ok {
		return c, m.noName("campaign")
	}
	c.Issuer, c.Number, c.Illustrative = m.site.Settings.Site.Organization, m.new.number, m.new.illustrative
	if m.asks && !c.Illustrative {
		c.Illustrative = m.askYes(m.say("Làm thử với đơn vị và số liệu giả định?", "A trial with invented units and scores?"))
	}
	if c.From, ok = m.day(m.new.from, m.say("Ngày bắt đầu", "The first day"), m.today, ""); !ok {
		return c, m.badDay("--from")
	}
	last := campaign.Day(string(c.From)[:4] + "-12-31")
	if c.To, ok = m.day(m.new.to, m.say("Ngày kết thúc", "The last day"), last, c.From); !ok {
		return c, m.badDay("--to")
	}
	if c.Signed, ok = m.act(&c); !ok {
		return c, m.badDay("--signed")
	}
	c.Block = cmp.Or(m.new.block, "Các đơn vị")
	if m.asks && m.new.block == "" {
		c.Block = m.ask(m.say("Tên khối thi đua (các đơn vị xếp hạng chung với nhau)", "The name of the block (the units that are ranked together)"), c.Block)
	}
	if c.BlockID() == "" {
		return c, m.usage(m.say("tên khối phải có chữ hoặc số", "the block's name needs letters or digits"))
	}
	return c, exitOK
}

// act asks for the number of the plan's act and, where there is one, for the day on which it was signed.
func (m *maker) act(c *scaffold.Campaign) (campaign.Day, bool) {
	if m.asks && c.Number == "" {
		c.Number = m.ask(m.say("Số, ký hiệu của kế hoạch, ví dụ 12/KH-UBND; chưa có thì nhấn Enter", "The number of the plan's act; press Enter if there is none yet"), "")
	}
	offered := min(c.From, m.today)
	if c.Number == "" && m.new.signed == "" {
		return offered, true
	}
	return m.day(m.new.signed, m.say("Ngày ký kế hoạch", "The day it was signed"), offered, "")
}

// day is a flag's, or asked for, or what is offered; not before first.
func (m *maker) day(flag, question string, offered, first campaign.Day) (campaign.Day, bool) {
	switch {
	case flag != "":
		day, ok := typedDay(flag)
		return day, ok && day >= first
	case m.asks:
		return m.askDay(question, offered, first)
	}
	return offered, true
}

func (m *maker) badDay(flag string) int {
	return m.usage(m.say(flag+" phải là một ngày như 01/3/2026, và ngày kết thúc không trước ngày bắt đầu", flag+" must be a day like 2026-03-01, and the last day not before the first"))
}

// competitors fills in who competes, and returns the units that no registry has yet. Nobody named means all that live.
func (m *maker) competitors(c *scaffold.Campaign) (fresh []scaffold.Unit, code int) {
	names := m.new.units
	if m.asks && len(names) == 0 {
		names = m.askLines(m.say("Các đơn vị, mỗi dòng một tên (dán cả cột từ Excel được); dòng trống là hết:", "The units, one a line (a column of Excel may be pasted); an empty line ends:"))
	}
	if len(names) == 0 && !c.Illustrative {
		for _, id := range m.site.Registry.IDs() {
			if u, _ := m.site.Registry.Unit(id); u.Exists(c.From) && !m.site.Illustrative(id) {
				c.Units = append(c.Units, scaffold.Unit{ID: id, Name: u.Name})
			}
		}
	}
	for _, name := range names {
		u, known := m.unitNamed(name, c.From)
		switch {
		case slices.Contains(c.Units, u):
			continue
		case known && c.Illustrative && !m.site.Illustrative(u.ID):
			return nil, m.usage(m.say("«"+u.Name+"» là đơn vị thật trong sổ; số liệu giả định chỉ được gán cho đơn vị giả định", "“"+u.Name+"” is a real unit of the registry; invented scores belong to invented units"))
		case !known:
			if u.ID == "" {
				return nil, m.usage(m.say("tên đơn vị «"+name+"» không có chữ nào", "the unit's name “"+name+"” has no letter"))
			}
			u = scaffold.NewUnit(name, cmp.Or(m.new.kind, kindOf(name)), func(id string) bool { return m.taken(id, fresh) })
			fresh = append(fresh, u)
		}
		c.Units = append(c.Units, u)
	}
	return fresh, exitOK
}

// unitNamed finds a unit that lives on a day by its id or its name; a name may be written without marks.
func (m *maker) unitNamed(name string, day campaign.Day) (scaffold.Unit, bool) {
	name = strings.TrimSpace(name)
	for _, id := range m.site.Registry.IDs() {
		u, _ := m.site.Registry.Unit(id)
		if u.Exists(day) && (id == name || viet.Fold(u.Name) == viet.Fold(name)) {
			return scaffold.Unit{ID: id, Name: u.Name}, true
		}
	}
	return scaffold.Unit{ID: viet.Slug(name), Name: name}, false
}

func (m *maker) taken(id string, fresh []scaffold.Unit) bool {
	_, is := m.site.Registry.Unit(id)
	return is || slices.ContainsFunc(fresh, func(u scaffold.Unit) bool { return u.ID == id })
}

// kindOf reads the kind off the first words of a name: "Thôn Đông" is a thon, "Thị trấn Hai" a thi-tran.
func kindOf(name string) string {
	words := viet.Slug(name)
	for _, kind := range []string{
		"thi-tran", "thi-xa", "thanh-pho", "dac-khu", "quan", "thon", "ap", "to", "xa", "phuong", "huyen", "tinh", "so", "phong", "truong",
	} {
		if strings.HasPrefix(words, kind+"-") {
			return kind
		}
	}
	return ""
}

// criteriaInto reads the criteria from the flags, or asks for them. bad is the line that can't be read.
func (m *maker) criteriaInto(list *[]scaffold.Criterion) (bad string) {
	lines := m.new.criteria
	if len(lines) > 0 || !m.asks {
		*list, bad = scaffold.ParseCriteria(lines)
		return bad
	}
	for {
		lines = m.askLines(m.say("Các tiêu chí, mỗi dòng «tên; điểm tối đa» (dán hai cột từ Excel được). Dòng không có điểm là tên lĩnh vực,\ncác dòng sau thuộc lĩnh vực đó. Chưa có thì để trống; dòng trống là hết:",
			"The criteria, one a line: “name; maximum” (two columns of Excel may be pasted). A line without a maximum names a\ngroup of the lines below it. An empty line ends:"))
		if *list, bad = scaffold.ParseCriteria(lines); bad == "" || m.answers.ended {
			return bad
		}
		fmt.Fprintln(m.err, "  "+m.criterionForm(bad))
	}
}

func (m *maker) criterionForm(bad string) string {
	return m.say("không đọc được «"+bad+"»; viết như: Quét dọn hằng tuần; 40, và lĩnh vực nào cũng có ít nhất một tiêu chí", "“"+bad+"” can't be read; write it like: Weekly cleaning; 40, and give every group a criterion")
}

func (m *maker) badCriterion(bad string) int { return m.usage(m.criterionForm(bad)) }
