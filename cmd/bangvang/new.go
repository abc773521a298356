package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/scaffold"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

type newFlags struct {
	campaign, block, from, to, number, signed, round, stage, kind, folder string
	units, criteria                                                       []string
	illustrative, csv                                                     bool
}

func addNewFlags(a *app) {
	f, n := a.flags, &a.new
	f.StringVar(&n.campaign, "campaign", "", a.say("phong trào: tên thư mục trong content/phong-trao", "the campaign: its folder below content/phong-trao"))
	f.StringVar(&n.block, "block", "", a.say("khối: tên khi mở phong trào, mã ở các loại khác", "the block: a name for a campaign, an id otherwise"))
	f.StringVar(&n.from, "from", "", a.say("campaign: ngày bắt đầu", "campaign: the first day"))
	f.StringVar(&n.to, "to", "", a.say("campaign: ngày kết thúc", "campaign: the last day"))
	f.StringVar(&n.number, "number", "", a.say("campaign: số, ký hiệu của kế hoạch", "campaign: the number of the plan's act"))
	f.StringVar(&n.signed, "signed", "", a.say("campaign: ngày ký kế hoạch", "campaign: the day the plan was signed"))
	f.StringArrayVar(&n.units, "unit", nil, a.say("campaign: một đơn vị, tên hoặc mã; ghi nhiều lần được", "campaign: a unit, by name or id; may be repeated"))
	f.StringArrayVar(&n.criteria, "criterion", nil, a.say("campaign, criteria: một tiêu chí, «tên; điểm tối đa»; ghi nhiều lần được", "campaign, criteria: a criterion, “name; maximum”; may be repeated"))
	f.BoolVar(&n.illustrative, "illustrative", false, a.say("campaign: làm thử, đơn vị và số liệu giả định", "campaign: a trial with invented units and scores"))
	f.StringVar(&n.round, "round", "", a.say("results: tên đợt chấm", "results: the round's name"))
	f.BoolVar(&n.csv, "csv", false, a.say("results: bảng điểm là tệp CSV thay cho Excel", "results: the score sheet is a CSV file instead of Excel's"))
	f.StringVar(&n.stage, "stage", "proposed", a.say("awards: proposed (đề nghị) hoặc decided (đã có quyết định)", "awards: proposed or decided"))
	f.StringVar(&n.kind, "kind", "", a.say("unit: loại đơn vị, ví dụ thon", "unit: its kind, such as thon"))
	f.StringVar(&n.folder, "in", "", a.say("page, section: thư mục trong content", "page, section: the folder below content"))
}

// A kind is something that new can make.
type kind struct {
	name, vi string // as typed, in English or in Vietnamese
	about    diag.Text
	make     func(*maker) int
}

var kinds = []kind{
	{"campaign", "phong-trao", diag.Text{Vi: "phong trào: kế hoạch, tiêu chí, đơn vị", En: "a campaign: plan, criteria, units"}, newCampaign},
	{"criteria", "tieu-chi", diag.Text{Vi: "thêm tệp tiêu chí cho một khối", En: "criteria for one more block"}, newCriteria},
	{"results", "ket-qua", diag.Text{Vi: "kết quả một đợt, kèm bảng điểm để điền", En: "a round's results, with a score sheet to fill in"}, newResults},
	{"awards", "khen-thuong", diag.Text{Vi: "danh sách đề nghị hoặc quyết định khen thưởng", En: "a proposal or a decision of awards"}, newAwards},
	{"article", "tin", diag.Text{Vi: "tin, bài", En: "an article"}, newArticle},
	{"unit", "don-vi", diag.Text{Vi: "thêm đơn vị vào sổ", En: "more units in the registry"}, newUnits},
	{"page", "trang", diag.Text{Vi: "trang thường", En: "an ordinary page"}, newPage},
	{"section", "muc", diag.Text{Vi: "trang đầu của một thư mục", En: "the first page of a folder"}, newSection},
}

// A maker is one run of new in a site.
type maker struct {
	*app
	site  *site.Site
	today campaign.Day
	names []string // behind the kind; with a name nothing is asked
	asks  bool
}

// runNew writes new documents, and never over another.
func runNew(a *app, args []string) int {
	if len(args) == 0 {
		return a.usage(a.say("chưa nói tạo gì", "what is to be made?") + a.listKinds())
	}
	word := viet.Slug(args[0])
	at := slices.IndexFunc(kinds, func(k kind) bool { return k.name == word || k.vi == word })
	if at < 0 {
		var names []string
		for _, k := range kinds {
			names = append(names, k.name, k.vi)
		}
		return a.usage(a.say("không có loại «"+args[0]+"»", "there is no kind “"+args[0]+"”") + a.did("", diag.Nearest(word, names)) + a.listKinds())
	}
	if !isSite(a.site) {
		return a.usage(a.say("ở đây chưa có cổng (không có content/site.yaml); tạo cổng mới bằng: bangvang init THƯ-MỤC",
			"there is no site here (no content/site.yaml); make one by: bangvang init FOLDER"))
	}
	whole, code := a.whole() // with its drafts: what is new is one, and builds on others
	if whole == nil {
		return code
	}
	m := &maker{app: a, site: whole, today: campaign.Day(whole.Now.Format(time.DateOnly)), names: args[1:], asks: len(args) == 1}
	return kinds[at].make(m)
}

func (a *app) listKinds() string {
	var b strings.Builder
	for _, k := range kinds {
		fmt.Fprintf(&b, "\n  bangvang new %-10s %s", k.name, k.about.In(a.lang))
	}
	return b.String()
}

// author is who writes what is new: the office of site.yaml, else the body itself.
func (m *maker) author() string {
	if c := m.site.Settings.Site.Contact; c != nil && c.Name != "" {
		return c.Name
	}
	return m.site.Settings.Site.Organization
}

// name returns the name behind the kind, or asks for it.
func (m *maker) name(question string) (string, bool) {
	name := strings.Join(m.names, " ")
	if m.asks {
		name, _ = m.askUntil(question, "", func(s string) bool { return viet.Slug(s) != "" }, m.say("Tên phải có chữ hoặc số.", "A name has letters or digits."))
	}
	return name, viet.Slug(name) != ""
}

// noName says how a name is given where nobody answers.
func (m *maker) noName(kind string) int {
	return m.usage(m.say("chưa có tên; ghi ngay sau loại, ví dụ: bangvang new "+kind+" \"Tên\"", "the name is missing; write it behind the kind: bangvang new "+kind+" \"Name\""))
}

// made writes files and says what comes next.
func (m *maker) made(files []scaffold.File, next string) int {
	code := m.makeFiles(m.app.site, files, func(string) bool { return true })
	if code == exitOK {
		fmt.Fprintln(m.out, "\n"+next)
	}
	return code
}

// whichCampaign finds the campaign that something new belongs to: the one that is named, the only one, or the one chosen.
func (m *maker) whichCampaign() (*site.Campaign, int) {
	var ids []string
	for _, c := range m.site.Campaigns {
		ids = append(ids, c.ID)
	}
	if len(ids) == 0 {
		return nil, m.usage(m.say("chưa có phong trào nào; mở một phong trào bằng: bangvang new campaign", "there is no campaign yet; start one by: bangvang new campaign"))
	}
	want := cmp.Or(m.new.campaign, ids[0])
	if m.new.campaign == "" && len(ids) > 1 {
		want = m.choose(m.say("Phong trào nào?", "Which campaign?"), ids)
	}
	if at := slices.Index(ids, want); at >= 0 {
		return m.site.Campaigns[at], exitOK
	}
	return nil, m.usage(m.say("ghi phong trào bằng --campaign, một trong: ", "name the campaign by --campaign, one of: ") + strings.Join(ids, ", "))
}

// whichBlock finds a block of a campaign in the same way.
func (m *maker) whichBlock(c *site.Campaign) (*site.Block, int) {
	var ids []string
	for _, b := range c.Blocks {
		ids = append(ids, b.ID)
	}
	want := m.new.block
	if want == "" && len(ids) == 1 {
		want = ids[0]
	} else if want == "" {
		want = m.choose(m.say("Khối nào?", "Which block?"), ids)
	}
	if b := c.Block(want); b != nil {
		return b, exitOK
	}
	return nil, m.usage(m.say("ghi khối bằng --block, một trong: ", "name the block by --block, one of: ") + strings.Join(ids, ", "))
}

// choose asks for one of several words, by the word or its number; "" where nobody answers or nothing may be asked.
func (m *maker) choose(question string, from []string) string {
	if !m.asks {
		return ""
	}
	for i, word := range from {
		question += fmt.Sprintf("\n  %d. %s", i+1, word)
	}
	answer, _ := m.askUntil(question+"\n"+m.say("Gõ số thứ tự", "Its number"), "1", func(s string) bool { return chosen(s, from) != "" }, m.say("Gõ một số trong danh sách.", "Type a number of the list."))
	return chosen(answer, from)
}

func chosen(answer string, from []string) string {
	for i, word := range from {
		if answer == word || answer == fmt.Sprint(i+1) {
			return word
		}
	}
	return ""
}
