package build_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/build"
	"bangvang/templates"
)

var provisional = map[string]string{
	"site.yaml":                "title: C\norganization: D\nbase_url: https://thu.example.vn/\n",
	"don-vi.md":                "---\ntype: units\ntitle: Đơn vị\nunits: [{id: xa-a, name: Xã A}, {id: xa-b, name: Xã B}]\n---\n",
	"phong-trao/p/ke-hoach.md": "---\ntype: plan\ntitle: Kế hoạch\ndate: 2026-01-02\ndocument: {number: 1/KH-UBND, date: 2026-01-02, issuer: D}\nperiod: {from: 2026-01-02, to: 2026-03-31}\nblocks: [{id: k, name: Khối, units: [xa-a, xa-b]}]\n---\n",
	"phong-trao/p/tieu-chi.md": "---\ntype: criteria\ntitle: Tiêu chí\nblocks: [k]\nscoring: {basis: points, rank_by: total, decimals: 1}\ncriteria: [{id: \"1\", name: Một, max: 10}]\n---\n",
	"phong-trao/p/ket-qua/k.md": "---\ntype: results\ntitle: Kết quả\ndate: 2026-04-01\nblock: k\nround: Quý I\nprovisional: true\n" +
		"scores:\n  xa-a: {\"1\": 9}\n  xa-b: {\"1\": 8}\n---\n",
	"phong-trao/p/tin/a.md": "---\ntitle: Tin\ndate: 2026-04-02\nauthor: A\nsource: A\nsummary: B.\n---\n::ranking{results=\"ket-qua/k\"}\n",
}

// builtFrom builds a portal of the files, by their path below content.
func builtFrom(t *testing.T, texts map[string]string) map[string][]byte {
	t.Helper()
	in := fstest.MapFS{}
	for name, text := range texts {
		in["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	out := &files{data: map[string][]byte{}}
	result, err := build.Build(in, build.Options{Now: moment, Theme: templates.FS}, nil, out)
	if err != nil || !result.OK() {
		t.Fatal(err, result.Findings)
	}
	return out.data
}

// Whoever reads figures that may still change reads it beside them, on whatever page they stand.
func TestProvisionalResultsAreMarkedWhereverTheyStand(t *testing.T) {
	data := builtFrom(t, provisional)
	for name, marks := range map[string]int{
		"index.html":                             2, // above the ranking and in the list
		"phong-trao/p/index.html":                2,
		"phong-trao/p/ket-qua/k/index.html":      2,
		"phong-trao/p/ket-qua/k/xa-b/index.html": 1,
		"phong-trao/p/tin/a/index.html":          1,
		"don-vi/xa-b/index.html":                 1,
		"atom.xml":                               1,
	} {
		if n := strings.Count(strings.ToLower(string(data[name])), "tạm thời"); n < marks {
			t.Errorf("%s tells %d times that the results are provisional, want %d", name, n, marks)
		}
	}
}

// A list that was taken back is not one that waits for names, and no decision.
func TestAWithdrawnListSaysSo(t *testing.T) {
	texts := maps.Clone(provisional)
	texts["phong-trao/p/khen-thuong.md"] = "---\ntype: awards\ntitle: Khen thưởng\ndate: 2026-04-10\nstage: decided\nwithdrawn: {date: 2026-04-12, reason: Sai sót}\n" +
		"document: {number: 2/QĐ-UBND, date: 2026-04-10, issuer: D}\nawards: []\n---\n"
	texts["phong-trao/p/tin/a.md"] += "\n::awards{campaign=\"p\"}\n"
	data := builtFrom(t, texts)
	for _, name := range []string{"phong-trao/p/khen-thuong/index.html", "phong-trao/p/tin/a/index.html"} {
		page := string(data[name])
		if strings.Contains(page, "Chưa có tên nào") || !strings.Contains(page, "đã được rút") && !strings.Contains(page, "đã được thu hồi") || strings.Contains(page, `class="awards decided"`) {
			t.Errorf("%s does not say that the list was withdrawn", name)
		}
	}
}
