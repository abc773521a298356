package portal

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/view"
)

// honoured is a campaign with one decision of the year; awards are the lines of its list.
func honoured(files map[string]string, id string, year int, awards ...string) {
	folder := "phong-trao/" + id + "/"
	files[folder+"ke-hoach.md"] = fmt.Sprintf("---\ntype: plan\ntitle: Phong trào %s\ndocument: {number: 1/KH-UBND, date: %d-01-05, issuer: UBND xã Thử}\n"+
		"period: {from: %d-01-05, to: %d-03-31}\nblocks: [{id: xa, name: Xã, units: [xa-a, xa-b]}]\n"+
		"commendations: [{id: gk, title: Giấy khen, for: persons}, {id: tt, title: Tập thể tốt, for: units}]\n---\n", id, year, year, year)
	files[folder+"khen-thuong.md"] = fmt.Sprintf("---\ntype: awards\ntitle: Khen thưởng %s\nstage: decided\n"+
		"document: {number: 2/QĐ-UBND, date: %d-04-05, issuer: UBND xã Thử}\nawards:\n%s---\n", id, year, strings.Join(awards, ""))
}

const (
	toUnitA = "  - {commendation: tt, unit: xa-a}\n"
	toUnitB = "  - {commendation: tt, unit: xa-b}\n"
	toAnA   = "  - {commendation: gk, person: {name: Nguyễn Văn Mẫu, position: Công chức, unit: xa-a}}\n"
	toNoOne = "  - {commendation: gk, person: {name: Trần Thị Thử, position: Nông dân}}\n"
	takenA  = "  - {commendation: gk, person: {name: Lê Văn Thử, unit: xa-a}, annulled: {document: 3/QĐ-UBND, reason: Sai}}\n"
)

func withUnits() map[string]string {
	return map[string]string{"don-vi.md": "---\ntype: units\ntitle: Đơn vị\nunits:\n  - {id: xa-b, name: Xã B, kind: xa}\n  - {id: xa-a, name: Xã A, kind: xa}\n  - {id: xa-c, name: Xã C, kind: xa}\n---\n"}
}

// rollAt returns what a page of the roll shows.
func rollAt(t *testing.T, out map[string]Output, address string) *view.Roll {
	t.Helper()
	o := out[outputPath(address)]
	if o.Page == nil {
		t.Fatalf("%s is not planned", address)
	}
	return o.Page.Main.(*view.Roll)
}

// ways writes ways as "text href, count; note".
func ways(list []view.RollWay) []string {
	var out []string
	for _, w := range list {
		text := w.Text + " " + w.Href
		for _, more := range []string{w.Count, w.Note, w.ID} {
			if more != "" {
				text += "; " + more
			}
		}
		if w.Current {
			text += "; here"
		}
		out = append(out, text)
	}
	return out
}

// laureates lists whom the years of a roll name, each year begun with its title.
func laureates(years []view.RollYear) (out []string) {
	for _, y := range years {
		out = append(out, y.Title)
		for _, r := range y.Rows {
			out = append(out, r.Laureate.Text)
		}
	}
	return out
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%q, want\n%q", what, got, want)
	}
}

func TestTheRollIsReadByCampaignAndByUnitWithTheNumberOfAwards(t *testing.T) {
	files := withUnits()
	honoured(files, "mot", 2024, toUnitA, toAnA, takenA, toNoOne)
	honoured(files, "hai", 2025, toUnitA, toUnitB)
	out, findings := planned(t, files)
	if len(findings) > 0 {
		t.Errorf("%+v", findings)
	}
	all := rollAt(t, out, "/bang-vang/")
	same(t, "years", ways(all.Chips), "Năm 2025 #nam-2025", "Năm 2024 #nam-2024")
	if len(all.Groups) != 2 {
		t.Fatalf("%+v", all.Groups)
	}
	same(t, "campaigns", ways(all.Groups[0].Ways),
		"Phong trào hai /cong/bang-vang/phong-trao/hai/; 2 khen thưởng; 05/01/2025 – 31/3/2025",
		"Phong trào mot /cong/bang-vang/phong-trao/mot/; 3 khen thưởng và 1 khen thưởng đã hủy; 05/01/2024 – 31/3/2024")
	same(t, "units", ways(all.Groups[1].Ways),
		"Xã A /cong/bang-vang/don-vi/xa-a/; 3 khen thưởng và 1 khen thưởng đã hủy", "Xã B /cong/bang-vang/don-vi/xa-b/; 1 khen thưởng")

	a := rollAt(t, out, "/bang-vang/don-vi/xa-a/")
	same(t, "of unit A", laureates(a.Years), "Năm 2025", "Xã A", "Năm 2024", "Xã A", "Nguyễn Văn Mẫu", "Lê Văn Thử")
	if a.Unit == nil || a.Unit.Href != "/cong/don-vi/xa-a/" || a.Campaign != nil || len(a.Groups) > 0 {
		t.Errorf("unit %v, campaign %v, groups %v", a.Unit, a.Campaign, a.Groups)
	}
	if want := "3 khen thưởng và 1 khen thưởng đã hủy của tập thể và cá nhân thuộc đơn vị, theo các quyết định đã công bố."; a.Sentence != want {
		t.Errorf("%q, want %q", a.Sentence, want)
	}
	mot := rollAt(t, out, "/bang-vang/phong-trao/mot/")
	same(t, "of campaign mot", laureates(mot.Years), "Năm 2024", "Xã A", "Nguyễn Văn Mẫu", "Lê Văn Thử", "Trần Thị Thử")
	if got, want := mot.Years[0].Rows[3].Href, "/cong/phong-trao/mot/khen-thuong/#khen-thuong-4"; got != want {
		t.Errorf("a row leads to %s, want %s", got, want)
	}
	if len(mot.Chips) > 0 {
		t.Errorf("one year is no choice: %q", ways(mot.Chips))
	}
	for _, path := range []string{"bang-vang/don-vi/xa-c/index.html", "bang-vang/2025/index.html"} {
		if out[path].Page != nil {
			t.Errorf("%s is planned", path)
		}
	}
}

func TestTheRowsOfACampaignOrAUnitAreThoseOfTheRollOfAll(t *testing.T) {
	files := withUnits()
	honoured(files, "mot", 2024, toUnitA, toAnA, takenA, toNoOne)
	honoured(files, "hai", 2025, toUnitA, toUnitB)
	out, _ := planned(t, files)
	rows := func(address string) (all []view.RollRow) {
		for _, y := range rollAt(t, out, address).Years {
			all = append(all, y.Rows...)
		}
		return all
	}
	parts := map[string][]view.RollRow{
		"campaigns": slices.Concat(rows("/bang-vang/phong-trao/hai/"), rows("/bang-vang/phong-trao/mot/")),
		"units":     slices.Concat(rows("/bang-vang/don-vi/xa-b/"), rows("/bang-vang/don-vi/xa-a/")),
	}
	for what, part := range parts {
		for _, r := range part {
			if !slices.ContainsFunc(rows("/bang-vang/"), func(x view.RollRow) bool { return reflect.DeepEqual(x, r) }) {
				t.Errorf("%s: %+v is no row of the roll", what, r)
			}
		}
	}
	if n, m := len(parts["campaigns"]), len(parts["units"]); n != 6 || m != 5 { // one person has no unit
		t.Errorf("%d rows by campaign and %d by unit, want 6 and 5", n, m)
	}
}

func TestAUnitWithTheNameOfAnotherIsToldApart(t *testing.T) {
	files := withUnits()
	files["don-vi.md"] = strings.Replace(files["don-vi.md"], "name: Xã B", "name: Xã A", 1)
	honoured(files, "mot", 2024, toUnitA, toUnitB)
	out, _ := planned(t, files)
	same(t, "units", ways(rollAt(t, out, "/bang-vang/").Groups[1].Ways),
		"Xã A /cong/bang-vang/don-vi/xa-b/; 1 khen thưởng; xa-b", "Xã A /cong/bang-vang/don-vi/xa-a/; 1 khen thưởng; xa-a")
	if got := out["bang-vang/don-vi/xa-a/index.html"].Page.HeadTitle; got != "Bảng vàng: Xã A (xa-a)" {
		t.Errorf("%q", got)
	}
}

func TestPastThreeHundredAwardsOlderYearsHavePagesOfTheirOwn(t *testing.T) {
	files := withUnits()
	honoured(files, "cu", 2023, toUnitA)
	honoured(files, "giua", 2024, slices.Repeat([]string{toUnitB}, 100)...)
	honoured(files, "moi", 2025, slices.Repeat([]string{toAnA}, 200)...)
	out, _ := planned(t, files)
	all := rollAt(t, out, "/bang-vang/")
	same(t, "chips", ways(all.Chips), "Năm 2025 #nam-2025", "Năm 2024 #nam-2024", "Năm 2023 /cong/bang-vang/2023/; nam-2023")
	if len(all.Years) != 2 || len(all.Years[0].Rows) != 200 || len(all.Years[1].Rows) != 100 || all.Years[1].Href != "/cong/bang-vang/2024/" {
		t.Errorf("%d years, the second leads to %s", len(all.Years), all.Years[1].Href)
	}
	for year, rows := range map[string]int{"2023": 1, "2024": 100, "2025": 200} {
		v := rollAt(t, out, "/bang-vang/"+year+"/")
		if len(v.Years) != 1 || len(v.Years[0].Rows) != rows || v.Years[0].ID != "nam-"+year || v.Years[0].Href != "" {
			t.Errorf("%s: %d years", year, len(v.Years))
		}
	}
	page := out["bang-vang/2024/index.html"].Page
	same(t, "chips of 2024", ways(page.Main.(*view.Roll).Chips), "Năm 2025 /cong/bang-vang/2025/", "Năm 2024 /cong/bang-vang/2024/; here", "Năm 2023 /cong/bang-vang/2023/")
	if page.Title != "Bảng vàng – năm 2024" || page.Crumbs[len(page.Crumbs)-1].Href != "/cong/bang-vang/" {
		t.Errorf("%s below %v", page.Title, page.Crumbs)
	}
}

func TestAYearIsNotPartedAndThreeHundredAwardsAreOnePage(t *testing.T) {
	for name, c := range map[string]struct {
		years []int // awards in each, newest first
		want  int   // years on the first page
	}{
		"none": {nil, 0}, "one": {[]int{1}, 1}, "just as many": {[]int{200, 100}, 2}, "one more": {[]int{200, 101}, 1},
		"a year of its own": {[]int{900}, 1}, "a large one first": {[]int{900, 1}, 1}, "a small one behind a large one": {[]int{10, 900, 1}, 1},
	} {
		var years [][]honour
		for _, n := range c.years {
			years = append(years, make([]honour, n))
		}
		if got := newestYears(years); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
