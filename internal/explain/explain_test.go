package explain_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	. "bangvang/internal/explain"
)

func dec(text string) campaign.Decimal {
	d, err := campaign.ParseDecimal(text)
	if err != nil {
		panic(text)
	}
	return d
}

func ptr[T any](v T) *T { return &v }

func rules() *campaign.Rules {
	return &campaign.Rules{
		Scoring: campaign.Scoring{Decimals: 2},
		Criteria: []campaign.Criterion{
			{ID: "1", Name: "Thẩm định", Max: ptr(campaign.Int(65)), Sheet: "appraised"},
			{ID: "2", Name: "Điều tra xã hội học", Max: ptr(campaign.Int(35)), Sheet: "survey"},
		},
	}
}

// round makes a round from lines "Tên unit: 51.75 32.83".
func round(r *campaign.Rules, lines ...string) *campaign.Round {
	in := &campaign.Round{Rules: r}
	for _, line := range lines {
		name, scores, _ := strings.Cut(line, ": ")
		e := campaign.Entry{Unit: name, Scores: map[string]campaign.Score{}}
		for i, text := range strings.Fields(scores) {
			id := r.Criteria[i].ID
			switch text {
			case "_":
			case "-":
				e.Scores[id] = campaign.Score{State: campaign.NotApplicable}
			default:
				e.Scores[id] = campaign.Score{State: campaign.Scored, Value: dec(text)}
			}
		}
		in.Block, in.Entries = append(in.Block, campaign.Unit{ID: name, Name: name}), append(in.Entries, e)
	}
	return in
}

func rank(r *campaign.Round) *campaign.Standings { s, _ := campaign.Rank(r); return s }

func TestLeadSaysTheResultInOneSentence(t *testing.T) {
	broken := rules()
	broken.Ties.BreakBy = []campaign.BreakKey{{Sheet: "survey"}}
	percent := rules()
	percent.Scoring.RankBy = campaign.ByPercent
	extract := round(rules(), "An: 50 30", "Bình: 40 30")
	extract.Extract = 63
	extract.Entries[0].Official.Rank, extract.Entries[1].Official.Rank = ptr(5), ptr(6)
	for _, test := range []struct {
		of   *campaign.Round
		want string
	}{
		{round(rules()), "Chưa có đơn vị nào được xếp hạng."},
		{round(rules(), "An: 50 _"), "Chưa có đơn vị nào được xếp hạng."},
		{round(rules(), "An: 50 30"), "An là đơn vị duy nhất được xếp hạng, với 80,00 điểm."},
		{round(rules(), "Thủ Dầu Một: 51.75 32.83", "Tân Uyên: 48.75 33.25"), "Thủ Dầu Một dẫn đầu với 84,58 điểm, hơn đơn vị thứ hai 2,58 điểm."},
		{round(rules(), "An: 50 30", "Bình: 50 30", "Chi: 49 30"), "An và Bình cùng dẫn đầu với 80,00 điểm, hơn đơn vị kế tiếp 1,00 điểm."},
		{round(rules(), "An: 50 30", "Bình: 50 30"), "An và Bình cùng dẫn đầu với 80,00 điểm."},
		{round(rules(), "A: 5 3", "B: 5 3", "C: 5 3", "D: 5 3", "E: 5 2"), "4 đơn vị cùng dẫn đầu với 8,00 điểm, hơn đơn vị kế tiếp 1,00 điểm."},
		{round(broken, "An: 50 30", "Bình: 51 29"), "An dẫn đầu với 80,00 điểm, bằng đơn vị thứ hai và xếp trên do xét điểm điều tra xã hội học."},
		{round(rules(), "An: 50 30", "Bình: 50 29.999"), "An dẫn đầu với 80,00 điểm, hơn đơn vị thứ hai ở phần chưa làm tròn."},
		{round(percent, "An: 50 30", "Bình: 40 -"), "An dẫn đầu với 80,00%, hơn đơn vị thứ hai 18,46 điểm phần trăm."},
		{round(rules(), "An: 50 30", "Bình: 49 30", "Chi: 50 _"), "An dẫn đầu với 80,00 điểm, hơn đơn vị thứ hai 1,00 điểm; 1 đơn vị không có thứ hạng."},
		{extract, "Trong phần được trích, An có thứ hạng cao nhất: hạng 5 với 80,00 điểm."},
	} {
		if got := Lead(rank(test.of), diag.Vi); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
	if got := Lead(rank(round(rules(), "An: 50 30", "Bình: 49 30")), diag.En); got != "An leads with 80.00 points, ahead of the second by 1.00 points." {
		t.Error(got)
	}
}

func TestARowIsExplainedInTheOrderOfTheQuestions(t *testing.T) {
	r := rules()
	r.Adjustments = campaign.Adjustments{BonusMax: ptr(campaign.Int(5))}
	r.Bands = []campaign.Band{{Name: "Xuất sắc", From: campaign.Int(80), Floor: ptr(campaign.Int(90))}, {Name: "Tốt", From: campaign.Int(70)}}
	r.Ties.BreakBy = []campaign.BreakKey{{Criterion: "1"}}
	before := rank(round(r, "An: 40 30", "Bình: 50 30", "Chi: 60 30"))
	now := round(r, "An: 49.5 30", "Bình: 50 30.5", "Chi: 30 30")
	now.Entries[0].Bonus, now.Entries[0].Penalty = dec("1.5"), dec("0.5")
	now.Previous = before
	s := rank(now)
	got := Row(s, &s.Rows[1], diag.Vi)
	want := []string{
		"Tổng điểm 80,50 = 49,5 (Thẩm định) + 30 (Điều tra xã hội học) + 1,5 (điểm thưởng) − 0,5 (điểm trừ).",
		"Bằng 80,50% của 100 điểm tối đa.",
		"Xếp hạng 2 trên 3 đơn vị được xếp hạng.",
		"Kết quả bằng Bình, xếp sau do xét điểm tiêu chí “Thẩm định” (49,5 so với 50).",
		"Xếp loại Tốt (từ 70%).",
		"Đủ tỷ lệ nhưng không được xếp loại Xuất sắc vì tiêu chí “Thẩm định” chỉ đạt 76,15%, dưới mức tối thiểu 90%.",
		"Kỳ trước hạng 3 với 70,00 điểm (▲ tăng 1 bậc).",
	}
	if strings.Join(got.Sentences, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got.Sentences, "\n"), strings.Join(want, "\n"))
	}
}

func TestOfficialFiguresAreTold(t *testing.T) {
	in := round(rules(), "An: 50.004 30", "Bình: 40 30")
	in.Official = &campaign.Tolerance{Within: dec("0.5")}
	in.Entries[0].Official.Total = ptr(dec("80.25"))
	s := rank(in)
	a := Row(s, &s.Rows[0], diag.Vi)
	text := strings.Join(a.Sentences, "\n")
	for _, want := range []string{
		"Tổng điểm 80,00 ≈ 50,004 (Thẩm định) + 30 (Điều tra xã hội học), làm tròn một lần đến 2 chữ số thập phân.",
		"Số liệu chính thức được giữ nguyên: tổng điểm 80,25 (tính lại được 80,00) và tỷ lệ 80,25% (tính lại được 80,00%).",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no sentence %q in\n%s", want, text)
		}
	}
	var kinds []string
	for _, p := range a.Parts {
		kinds = append(kinds, string(p.Kind)+" "+p.Points)
	}
	if got := strings.Join(kinds, ", "); got != "criterion 50.004, criterion 30, rounding -0.004, official 0.25" {
		t.Error(got)
	}
}

func TestAnUnrankedRowSaysWhyAndHasNoParts(t *testing.T) {
	in := round(rules(), "An: 50 _", "Bình: - -", "Chi: 1 1")
	in.Excluded = map[string]string{"Chi": "Bị kỷ luật trong năm."}
	s := rank(in)
	for i, want := range []string{"Chưa chấm đủ điểm (thiếu tiêu chí 2).", "Không có tiêu chí nào áp dụng cho đơn vị.", "Không xét xếp hạng: Bị kỷ luật trong năm."} {
		if a := Row(s, &s.Unranked[i], diag.Vi); len(a.Sentences) != 1 || a.Sentences[0] != want || len(a.Parts) > 0 || a.Total != "" {
			t.Errorf("%+v", a)
		}
	}
}

func TestRulesAreToldInSentences(t *testing.T) {
	r := rules()
	r.Scoring.RankBy = campaign.ByPercent
	r.Adjustments = campaign.Adjustments{BonusMax: ptr(campaign.Int(5)), PenaltyMax: ptr(campaign.Int(10))}
	r.Ties = campaign.Ties{Method: campaign.Dense, BreakBy: []campaign.BreakKey{{Criterion: "1"}, {Penalty: true}, {Previous: true}}}
	r.Bands = []campaign.Band{{Name: "Tốt", From: campaign.Int(80), Floor: ptr(campaign.Int(50))}}
	want := []string{
		"Tổng điểm là tổng điểm của các tiêu chí, tối đa 100.",
		"Điểm thưởng (tối đa 5) được cộng vào, điểm trừ (tối đa 10) bị trừ khỏi tổng điểm; vì vậy tổng điểm có thể vượt mức tối đa.",
		"Tỷ lệ phần trăm là tổng điểm chia cho điểm tối đa của chính đơn vị; tiêu chí không áp dụng cho một đơn vị thì không tính vào điểm tối đa của đơn vị đó.",
		"Các đơn vị trong khối xếp hạng theo tỷ lệ phần trăm, từ cao xuống thấp.",
		"Kết quả được so sánh theo giá trị chính xác; số in ra làm tròn một lần đến 2 chữ số thập phân.",
		"Khi bằng nhau, lần lượt xét: điểm tiêu chí “Thẩm định”, điểm trừ (ít hơn xếp trên) và thứ hạng kỳ trước.",
		"Các đơn vị vẫn bằng nhau thì đồng hạng; hạng kế tiếp không bị bỏ qua (1, 2, 2, 3).",
		"Đơn vị còn tiêu chí chưa chấm hoặc chưa công bố điểm thì không xếp hạng và được nêu riêng.",
		"Xếp loại Tốt: từ 80% điểm tối đa, và không lĩnh vực nào dưới 50%.",
	}
	if got := Rules(r, diag.Vi); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if got := Rules(r, diag.En); len(got) != len(want) {
		t.Errorf("%d English sentences, %d Vietnamese ones", len(got), len(want))
	}
}

func TestRanksAreAmongTheRankedAndInAnExtractAmongTheSource(t *testing.T) {
	some := campaign.Standings{Units: 12, Rows: make([]campaign.Row, 11)}
	for _, test := range []struct {
		s      campaign.Standings
		vi, en string
	}{
		{some, "11 đơn vị được xếp hạng", "11 ranked units"},
		{campaign.Standings{Units: 63, Extract: true, Rows: some.Rows}, "63 đơn vị của nguồn", "63 units of the source"},
	} {
		if vi, en := Field(&test.s, diag.Vi), Field(&test.s, diag.En); vi != test.vi || en != test.en {
			t.Errorf("%q %q, want %q %q", vi, en, test.vi, test.en)
		}
	}
}

func TestChangesAreWords(t *testing.T) {
	for _, test := range []struct {
		row          campaign.Row
		text, reason string
	}{
		{campaign.Row{}, "", ""},
		{campaign.Row{Change: &campaign.Change{Ranks: 2, Points: ptr(campaign.Int(1))}}, "▲ tăng 2 bậc", ""},
		{campaign.Row{Change: &campaign.Change{Ranks: -1, Points: ptr(campaign.Int(1))}}, "▼ giảm 1 bậc", ""},
		{campaign.Row{Change: &campaign.Change{Points: ptr(campaign.Int(0))}}, "giữ hạng", ""},
		{campaign.Row{Change: &campaign.Change{}}, "giữ hạng", "Điểm không so sánh với kỳ trước vì mức điểm tối đa áp dụng cho đơn vị đã thay đổi."},
		{campaign.Row{NoChange: campaign.BrokenNew}, "mới", "Kỳ trước đơn vị không tham gia."},
		{campaign.Row{NoChange: campaign.BrokenBlock}, "không so sánh", "Không so sánh với kỳ trước vì số đơn vị thi đua cùng nhau đã thay đổi."},
	} {
		if text, reason := Change(&test.row, diag.Vi), Broken(&test.row, diag.Vi); text != test.text || reason != test.reason {
			t.Errorf("%q %q, want %q %q", text, reason, test.text, test.reason)
		}
	}
	for _, b := range []campaign.Broken{campaign.BrokenNew, campaign.BrokenMerged, campaign.BrokenSplit, campaign.BrokenCriteria, campaign.BrokenUnranked, campaign.BrokenMaximum, campaign.BrokenBlock} {
		row := campaign.Row{NoChange: b}
		if Broken(&row, diag.Vi) == "" || Broken(&row, diag.En) == Broken(&row, diag.Vi) {
			t.Errorf("%s has no words in both languages", b)
		}
	}
}

// drawn makes standings of one weighted or additive round with bonus, penalty and official totals.
func drawn(t *rapid.T) *campaign.Standings {
	rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	r := rules()
	r.Scoring.Decimals = rng.IntN(4)
	if rng.IntN(2) == 0 {
		r.Scoring.Basis, r.Scoring.Scale = campaign.Weighted, campaign.Int(3+rng.IntN(8))
		r.Criteria[0].Weight, r.Criteria[1].Weight = ptr(dec("66.67")), ptr(dec("33.33"))
	}
	in := round(r)
	in.Official = &campaign.Tolerance{Within: campaign.Int(1)}
	for _, id := range []string{"a", "b", "c"} {
		score := func() campaign.Score {
			return campaign.Score{State: campaign.Scored, Value: campaign.Decimal(rng.IntN(3_000_000))}
		}
		e := campaign.Entry{Unit: id, Scores: map[string]campaign.Score{"1": score(), "2": score()}, Penalty: campaign.Decimal(rng.IntN(2)) * dec("0.5")}
		if rng.IntN(3) == 0 {
			e.Official.Total = ptr(campaign.Int(rng.IntN(70)))
		}
		in.Block, in.Entries = append(in.Block, campaign.Unit{ID: id, Name: id}), append(in.Entries, e)
	}
	return rank(in)
}

func TestThePartsOfEveryAccountAddUpToThePrintedTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		for i := range s.Rows {
			a := Row(s, &s.Rows[i], diag.Vi)
			var sum campaign.Decimal
			for _, p := range a.Parts {
				sum += dec(p.Points)
			}
			if sum.Text(s.Rules.Scoring.Decimals) != a.Total || sum != s.Rows[i].Total {
				t.Fatalf("parts %+v add up to %v, printed is %s", a.Parts, sum, a.Total)
			}
		}
	})
}

func TestEverySentenceIsWholeInBothLanguages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		for i := range s.Rows {
			vi, en := Row(s, &s.Rows[i], diag.Vi).Sentences, Row(s, &s.Rows[i], diag.En).Sentences
			if len(vi) != len(en) {
				t.Fatalf("%d sentences in Vietnamese, %d in English", len(vi), len(en))
			}
			for _, sentence := range append(append(vi, en...), Lead(s, diag.Vi), Lead(s, diag.En)) {
				if !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, "%!") || strings.Contains(sentence, "  ") {
					t.Fatalf("%q", sentence)
				}
			}
		}
	})
}
