package build_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"bangvang/internal/campaign"
)

// words is a page's main text with single spaces.
func words(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	main := find(doc, func(n *html.Node) bool { return n.Data == "main" })
	if len(main) == 0 {
		t.Fatal("the page has no main part")
	}
	var b strings.Builder
	for n := range main[0].Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(" " + n.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestACampaignSaysHowItsRanksAndAwardsComeAbout(t *testing.T) {
	_, data := run(t, "testdata/campaign-whole/in", nil)
	got := words(t, data["phong-trao/thu/cach-xep-hang/index.html"])
	for _, want := range []string{
		"Chỉ đạo: tối đa 50 điểm, gồm 2 tiêu chí chấm điểm.", "Tổng điểm là tổng điểm của các tiêu chí, tối đa 100.",
		"Xếp loại Tốt: từ 80% điểm tối đa.", "Giải nhất (Các xã): số lượng 01.", "Giấy khen cho cá nhân: số lượng 02.",
		"khi còn đề nghị thì chưa phải là khen thưởng", "Kết quả năm 2026",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%s", want, got)
		}
	}
	for _, page := range []string{"", "tieu-chi/", "ket-qua/2026-xa/"} {
		if !strings.Contains(string(data["phong-trao/thu/"+page+"index.html"]), "/phong-trao/thu/cach-xep-hang/") {
			t.Errorf("%s does not link to it", page)
		}
	}
}

// An index has no launching act, and results that tell no day of their own are of no day that we know.
func TestAHubTellsNoDayAndNoActThatNobodyHasTold(t *testing.T) {
	_, data := run(t, "../..", nil)
	got := words(t, data["phong-trao/pci-2021/index.html"])
	for _, not := range []string{"Văn bản phát động", "2021 31/12/2021 Kết quả PCI"} {
		if strings.Contains(got, not) {
			t.Errorf("it has %q:\n%s", not, got)
		}
	}
}

func TestAUnitWithoutARankIsToldWhyOnce(t *testing.T) {
	_, data := run(t, "../..", nil)
	for unit, want := range map[string]string{
		"mh-xa-g": "Xã Minh hoạ G không được xếp hạng: chưa chấm đủ điểm (thiếu tiêu chí 4.2).",
		"mh-xa-k": "Xã Minh hoạ K không được xếp hạng: Tổ thẩm định đang xác minh số liệu tự chấm",
	} {
		got := words(t, data["phong-trao/minh-hoa-2026/ket-qua/2026-dot-2-xa/"+unit+"/index.html"])
		if !strings.Contains(got, want) || !strings.Contains(got, "Vì sao không có thứ hạng") {
			t.Errorf("%s lacks %q:\n%s", unit, want, got)
		}
		for _, not := range []string{"trên 7 đơn vị", "Vì sao có thứ hạng"} {
			if strings.Contains(got, not) {
				t.Errorf("%s has %q:\n%s", unit, not, got)
			}
		}
	}
}

func TestACampaignWithoutCriteriaHasNoPageOfRules(t *testing.T) {
	_, data := run(t, "../..", nil)
	if _, made := data["phong-trao/cai-cach-hanh-chinh-chau-thanh-2021/cach-xep-hang/index.html"]; made {
		t.Error("there is a page of rules without any rule")
	}
}

func TestAnAwardIsExplainedAgainstTheRankingAndAnAnnulledOneIsNot(t *testing.T) {
	_, data := run(t, "../..", nil)
	got := words(t, data["phong-trao/minh-hoa-2026/khen-thuong/index.html"])
	if want := "Đơn vị xếp hạng 6. Xét riêng thứ hạng, đơn vị không có giải. Lý do: Xã E ở hạng 5"; !strings.Contains(got, want) {
		t.Errorf("the announcement lacks %q:\n%s", want, got)
	}
	if _, annulled, _ := strings.Cut(got, "Phạm Thị Thử"); strings.Contains(annulled[:min(len(annulled), 250)], "Căn cứ") {
		t.Errorf("an annulled award has a ground: %s", annulled)
	}
}

func TestAFaultThatTheSourcePrintsStandsWithOursAndTheReason(t *testing.T) {
	_, data := run(t, "testdata/real-namdinh-2020/in", nil)
	got := words(t, data["phong-trao/bang/ket-qua/2020-so/index.html"])
	for _, want := range []string{
		"Trung bình khối sở Số liệu chính thức được giữ nguyên: tỷ lệ 89,45% (tính lại được 89,46%).",
		"Bảng được giữ đúng như nguồn in: Nguồn in 89,45%, còn 62,62 trên 70 là 89,46%.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%s", want, got)
		}
	}
}

// The account beside each row is for machines: its parts add up to the total of the same row.
func TestEveryAccountInTheDataAddsUpToItsRowsTotal(t *testing.T) {
	_, data := run(t, "../..", nil)
	seen := 0
	for name, bytes := range data {
		if !strings.HasSuffix(name, "bang-xep-hang.json") {
			continue
		}
		var table struct {
			Rows []struct {
				Unit    string
				Total   *string
				Band    *string
				Account struct {
					Parts []struct{ Points string }
					Band  *struct{ Name string }
				}
			}
		}
		if err := json.Unmarshal(bytes, &table); err != nil {
			t.Fatal(err)
		}
		for _, row := range table.Rows {
			var sum campaign.Decimal
			for _, p := range row.Account.Parts {
				d, err := campaign.ParseDecimal(p.Points)
				if err != nil {
					t.Fatal(err)
				}
				sum += d
			}
			if row.Total == nil {
				continue
			}
			seen++
			if total, _ := campaign.ParseDecimal(*row.Total); sum != total {
				t.Errorf("%s, %s: the parts add up to %s, the total is %s", name, row.Unit, sum, *row.Total)
			}
			if row.Band != nil && (row.Account.Band == nil || row.Account.Band.Name != *row.Band) {
				t.Errorf("%s, %s: the account has another band than the row", name, row.Unit)
			}
		}
	}
	if seen < 45 {
		t.Errorf("only %d rows were added up", seen)
	}
}
