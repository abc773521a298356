package portal

import (
	"strings"
	"testing"

	"bangvang/internal/view"
)

// stages lists what a unit's page shows of its awards.
func stages(t *testing.T, out map[string]Output, unit string) (all []string) {
	t.Helper()
	for _, a := range out[outputPath("/don-vi/"+unit+"/")].Page.Main.(*view.Unit).Awards {
		all = append(all, a.Title+", "+a.Stage+", "+a.Laureate)
	}
	return all
}

const inC = "  - {commendation: gk, person: {name: Lê Thị Thử, position: Công chức, unit: xa-c}}\n"

func texts(links []view.Link) (out []string) {
	for _, l := range links {
		out = append(out, l.Text+" "+l.Href)
	}
	return out
}

func TestAProposalIsOpenUntilADecisionFollowsIt(t *testing.T) {
	const proposal, decision = "phong-trao/mot/de-nghi.md", "phong-trao/mot/khen-thuong.md"
	files := withUnits()
	honoured(files, "mot", 2026, toUnitA, toAnA)
	decided := files[decision]
	files[proposal] = strings.NewReplacer("title: Khen thưởng", "title: Đề nghị", "decided", "proposed",
		"document: {number: 2/QĐ-UBND, date: 2026-04-05, issuer: UBND xã Thử}", "date: 2026-03-01\ndisclosure: {from: 2026-03-01, days: 10}").Replace(decided)
	at := func() (map[string]Output, *view.Awards) {
		out, _ := planned(t, files)
		return out, out[outputPath("/phong-trao/mot/de-nghi/")].Page.Main.(*view.Awards)
	}

	delete(files, decision)
	out, page := at()
	same(t, "proposed", stages(t, out, "xa-a"), "Tập thể tốt, Đề nghị khen thưởng, ", "Giấy khen, Đề nghị khen thưởng, Nguyễn Văn Mẫu")
	if e := out["index.html"].Page.Main.(*view.Home).Results[0]; e.Kind != "Đề nghị khen thưởng" {
		t.Errorf("open: in lists it is %q", e.Kind)
	}
	if page.Stage != "Đề nghị khen thưởng" || !strings.HasSuffix(page.Sentence, "; chưa phải là quyết định.") || len(page.Decisions) > 0 {
		t.Errorf("open: %q %q %v", page.Stage, page.Sentence, page.Decisions)
	}

	files[decision] = decided
	out, page = at()
	same(t, "decided", stages(t, out, "xa-a"), "Tập thể tốt, Đã có quyết định, ", "Giấy khen, Đã có quyết định, Nguyễn Văn Mẫu")
	if page.Stage != "Đề nghị khen thưởng, nay đã có quyết định" || !strings.HasSuffix(page.Sentence, "; nay đã có quyết định.") || page.Disclosure == nil {
		t.Errorf("decided: %q %q, term %v", page.Stage, page.Sentence, page.Disclosure)
	}
	same(t, "the decision that followed", texts(page.Decisions), "Khen thưởng mot /cong/phong-trao/mot/khen-thuong/")
	act := out[outputPath("/phong-trao/mot/khen-thuong/")].Page.Main.(*view.Awards)
	same(t, "the proposal before it", texts(act.Proposals), "Đề nghị mot /cong/phong-trao/mot/de-nghi/")

	// Not all that was proposed is given.
	files[decision] = strings.ReplaceAll(decided, toAnA, "")
	out, page = at()
	same(t, "given in part", stages(t, out, "xa-a"), "Tập thể tốt, Đã có quyết định, ")
	if page.Stage != "Đề nghị khen thưởng, nay đã có quyết định" {
		t.Errorf("in part: %q", page.Stage)
	}
	// Another block waits.
	of := func(text string) string { return strings.Replace(text, toAnA, toAnA+inC, 1) }
	files[proposal] = of(files[proposal])
	out, page = at()
	same(t, "of another block", stages(t, out, "xa-c"), "Giấy khen, Đề nghị khen thưởng, Lê Thị Thử")
	if page.Stage != "Đề nghị khen thưởng" || len(page.Decisions) > 0 {
		t.Errorf("with another block: %q %v", page.Stage, page.Decisions)
	}
	files[proposal] = strings.Replace(files[proposal], inC, "", 1)

	// The council has decided otherwise: who was proposed is not shown beside it as if that were open.
	files[decision] = strings.ReplaceAll(decided, toUnitA, toUnitB)
	out, _ = at()
	same(t, "decided otherwise", stages(t, out, "xa-a"), "Giấy khen, Đã có quyết định, Nguyễn Văn Mẫu")

	// A decision before the proposal, or one that was withdrawn, decides nothing of it.
	for what, text := range map[string]string{
		"before":    strings.Replace(decided, "2026-04-05", "2026-02-01", 1),
		"withdrawn": strings.Replace(decided, "stage:", "withdrawn: {date: 2026-04-06, reason: Sai}\nstage:", 1),
	} {
		files[decision] = text
		if _, page = at(); page.Stage != "Đề nghị khen thưởng" {
			t.Errorf("a decision %s: %q", what, page.Stage)
		}
	}
}

func TestAWithdrawnAnnouncementIsSaidToBe(t *testing.T) {
	files := withUnits()
	honoured(files, "mot", 2026, toAnA)
	const name = "phong-trao/mot/khen-thuong.md"
	files[name] = strings.Replace(files[name], "stage:", "summary: Khen Nguyễn Văn Mẫu\nwithdrawn: {date: 2026-04-06, reason: Sai}\nstage:", 1)
	out, _ := planned(t, files)
	got := out[outputPath("/phong-trao/mot/")].Page.Main.(*view.Campaign).Awards[0]
	if got.Stage != "Đã rút" || got.Summary != "Nội dung đã được rút." {
		t.Errorf("on the hub: %q %q", got.Stage, got.Summary)
	}
	for _, e := range out[outputPath("/lich/")].Page.Main.(*view.Calendar).Past {
		if strings.Contains(e.Text, "2/QĐ-UBND") {
			t.Errorf("in the calendar: %q", e.Text)
		}
	}
}

func TestAnActThatAnnulsIsListedAmongTheDocuments(t *testing.T) {
	const line = "  - {commendation: gk, person: {name: Lê Văn Thử, unit: xa-a}, annulled: {document: 3/QĐ-UBND, date: 2026-04-20, reason: Sai}}\n"
	listed := func(files map[string]string) (rows []string) {
		out, _ := planned(t, files)
		for _, g := range out[outputPath("/van-ban/")].Page.Main.(*view.Documents).Groups {
			for _, row := range g.Rows {
				rows = append(rows, strings.Join(append([]string{row.Act.Symbol, row.Act.Day.ISO, row.Kind, row.Act.Issuer, row.Act.Title}, texts(row.Pages)...), "; "))
			}
		}
		return rows
	}
	const page = "Khen thưởng mot /cong/phong-trao/mot/khen-thuong/"
	files := withUnits()
	honoured(files, "mot", 2026, toUnitA, line, strings.Replace(line, "Lê Văn Thử", "Lê Thị Thử", 1), takenA)
	same(t, "named by the awards alone", listed(files),
		"3/QĐ-UBND; 2026-04-20; Quyết định; ; Hủy khen thưởng; "+page,
		"2/QĐ-UBND; 2026-04-05; Quyết định; UBND xã Thử; ; "+page, "1/KH-UBND; 2026-01-05; Kế hoạch; UBND xã Thử; ; Phong trào mot /cong/phong-trao/mot/ke-hoach/")
	files["phong-trao/mot/thay.md"] = "---\ntype: awards\ntitle: Khen thưởng thay\nstage: decided\n" +
		"document: {number: 3/QĐ-UBND, date: 2026-04-20, issuer: UBND xã Thử}\nawards: []\n---\n"
	if got, want := listed(files)[0], "3/QĐ-UBND; 2026-04-20; Quyết định; UBND xã Thử; ; Khen thưởng thay /cong/phong-trao/mot/thay/; "+page; got != want {
		t.Errorf("with a page of its own: %q, want %q", got, want)
	}
}
