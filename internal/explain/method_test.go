package explain_test

import (
	"strings"
	"testing"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	. "bangvang/internal/explain"
)

func TestWhatIsScoredIsToldByTopCriterion(t *testing.T) {
	r := rules()
	r.Criteria[0].Sheet, r.Criteria[0].Max = "", nil
	r.Criteria[0].Items = []campaign.Criterion{{ID: "1.1", Name: "Kế hoạch", Max: ptr(campaign.Int(40))}, {ID: "1.2", Name: "Báo cáo", Max: ptr(campaign.Int(25))}}
	want := "Thẩm định: tối đa 65 điểm, gồm 2 tiêu chí chấm điểm. Điều tra xã hội học: tối đa 35 điểm (điểm điều tra xã hội học)."
	if got := strings.Join(Scored(r, diag.Vi), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	weighted := &campaign.Rules{Scoring: campaign.Scoring{Basis: campaign.Weighted, Scale: campaign.Int(10)},
		Criteria: []campaign.Criterion{{ID: "1", Name: "Tính minh bạch", Weight: ptr(campaign.Int(20))}}}
	if got := strings.Join(Scored(weighted, diag.Vi), " "); got != "Tính minh bạch: trọng số 20%." {
		t.Error(got)
	}
}

func TestWhatStandsBesideTheRulesIsTold(t *testing.T) {
	if got := Compared("Nhân với 1,02.", diag.Vi); got != "Số liệu kỳ trước được quy đổi để so sánh: Nhân với 1,02." {
		t.Error(got)
	}
	if got := Vouched("Nguồn bỏ trống hạng", diag.Vi); got != "Bảng được giữ đúng như nguồn in: Nguồn bỏ trống hạng." {
		t.Error(got)
	}
	got := Decided(campaign.Tolerance{Within: dec("0.02"), Reason: "In đã làm tròn."}, diag.Vi)
	if want := "lệch không quá 0,02. Lý do: In đã làm tròn."; !strings.HasSuffix(got, want) {
		t.Errorf("got %s, want it to end with %s", got, want)
	}
}
