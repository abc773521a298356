package explain_test

import (
	"strings"
	"testing"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	. "bangvang/internal/explain"
)

// prizes is a plan with a first and a second prize and a certificate for persons.
func prizes() *award.List {
	return &award.List{
		Decided: "2021-05-05", PeriodTo: "2021-12-31",
		Prizes: []award.Prize{
			{ID: "nhat", Title: "Giải nhất", Block: "xa", Count: 1},
			{ID: "nhi", Title: "Giải nhì", Share: ptr(campaign.Int(15)), Count: 2, MinBand: "Tốt"},
		},
		Commendations: []award.Commendation{{ID: "gk", Title: "Giấy khen", Form: "giay-khen", For: award.ForPersons, Count: 8}},
	}
}

func TestAnAwardIsToldAgainstTheRanking(t *testing.T) {
	voted := award.Award{Reason: "Hội đồng biểu quyết 7/9."}
	for _, test := range []struct {
		award award.Award
		place award.Place
		want  string
	}{
		{award.Award{}, award.Place{Rank: 1, Expected: "nhat"}, "Đơn vị xếp hạng 1."},
		{voted, award.Place{Rank: 2, Expected: "nhi", Departs: true}, "Đơn vị xếp hạng 2. Xét riêng thứ hạng, đơn vị nhận Giải nhì. Lý do: Hội đồng biểu quyết 7/9."},
		{voted, award.Place{Rank: 1, AtEdge: true, Possible: []string{"nhat", "nhi"}},
			"Đơn vị xếp hạng 1. Đơn vị đồng hạng ở giới hạn số giải (Giải nhất và Giải nhì) nên thứ hạng không tự quyết định được. Lý do: Hội đồng biểu quyết 7/9."},
		{voted, award.Place{Rank: 9, Departs: true}, "Đơn vị xếp hạng 9. Xét riêng thứ hạng, đơn vị không có giải. Lý do: Hội đồng biểu quyết 7/9."},
		{voted, award.Place{Departs: true}, "Đơn vị không được xếp hạng. Lý do: Hội đồng biểu quyết 7/9."},
		{award.Award{Commendation: "gk"}, award.Place{Money: ptr(int64(450_000)), Ground: "Giấy khen (Nghị định 91/2017/NĐ-CP)"},
			"Căn cứ: Giấy khen (Nghị định 91/2017/NĐ-CP). Tiền thưởng 450.000 đồng, bằng hệ số 0,3 nhân mức lương cơ sở 1.490.000 đồng tại ngày quyết định, làm tròn lên 10.000 đồng."},
		{award.Award{Prize: "nhat", Money: ptr(int64(500_000))}, award.Place{Rank: 1}, "Đơn vị xếp hạng 1. Tiền thưởng 500.000 đồng."},
	} {
		if got := strings.Join(Award(prizes(), test.award, test.place, diag.Vi), " "); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestTheAwardsOfACampaignAreToldInSentences(t *testing.T) {
	block := func(id string) string { return map[string]string{"xa": "Khối xã"}[id] }
	want := []string{
		"Giải nhất (Khối xã): số lượng 01.",
		"Giải nhì (mỗi khối): không quá 15% số đơn vị được xếp hạng và không quá 2, chỉ cho đơn vị xếp loại từ Tốt trở lên.",
		"Giải được xét lần lượt theo thứ hạng trong khối; quyết định khác thứ hạng, hoặc khi đồng hạng ở giới hạn số giải, phải nêu lý do.",
		"Giấy khen cho cá nhân: số lượng 08; căn cứ Nghị định 91/2017/NĐ-CP; tiền thưởng bằng 0,3 lần mức lương cơ sở.",
	}
	if got := Awards(prizes(), block, diag.Vi); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestAnAwardIsToldForMachinesAsForPeople(t *testing.T) {
	voted := award.Award{Prize: "nhi", Reason: "Hội đồng biểu quyết 7/9."}
	l := prizes()
	l.Awards = []award.Award{voted, {Commendation: "gk"}}
	var account Account
	account.Add(l, 0, award.Place{Rank: 1, Expected: "nhat", Departs: true}, diag.Vi)
	account.Add(l, 1, award.Place{Money: ptr(int64(450_000)), Ground: "Giấy khen"}, diag.Vi)
	want := Given{Award: "Giải nhì", Departs: true, Expected: "Giải nhất", Reason: "Hội đồng biểu quyết 7/9."}
	if got := account.Awards[0]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	told := "Khen thưởng đã có quyết định: Giải nhì. Xét riêng thứ hạng, đơn vị nhận Giải nhất. Lý do: Hội đồng biểu quyết 7/9."
	if got := strings.Join(account.Sentences, " "); !strings.HasPrefix(got, told) {
		t.Errorf("got %s, want it to begin with %s", got, told)
	}
	paid := account.Awards[1]
	if paid.Award != "Giấy khen" || paid.Ground != "Giấy khen" || *paid.Money != 450_000 {
		t.Errorf("got %+v", paid)
	}
}
