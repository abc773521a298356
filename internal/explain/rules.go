package explain

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// Rules says in sentences how a total, a percentage, a rank, a tie and a band come about, for the pages of
// criteria and results.
func Rules(r *campaign.Rules, lang diag.Lang) []string {
	s := Speech{lang}
	all := []string{s.total(r)}
	if adjusted := s.adjustments(r); adjusted != "" {
		all = append(all, adjusted)
	}
	all = append(all, s.share(), s.rankBy(r), s.compare(r))
	all = append(all, s.ties(r)...)
	all = append(all, s.Say("Đơn vị còn tiêu chí chưa chấm hoặc chưa công bố điểm thì không xếp hạng và được nêu riêng.",
		"A unit with a criterion that is not scored yet or withheld is not ranked and listed apart."))
	return append(all, s.bands(r)...)
}

func (s Speech) total(r *campaign.Rules) string {
	if r.Scoring.Basis == campaign.Weighted {
		return s.Say("Mỗi tiêu chí chấm theo thang %[1]s điểm. Điểm chấm chia cho %[1]s rồi nhân với trọng số của tiêu chí; tổng các tích là tổng điểm, tối đa %[2]s.",
			"Each criterion is scored from 0 to %[1]s. A score is divided by %[1]s and multiplied by the criterion's weight; the products add up to the total, at most %[2]s.",
			s.short(r.Scoring.Scale), s.short(whole(r)))
	}
	return s.Say("Tổng điểm là tổng điểm của các tiêu chí, tối đa %s.", "The total is the sum of the criteria's points, at most %s.", s.short(whole(r)))
}

// whole is the maximum of a unit to which every criterion applies.
func whole(r *campaign.Rules) campaign.Decimal {
	var add func(items []campaign.Criterion) campaign.Decimal
	add = func(items []campaign.Criterion) campaign.Decimal {
		var sum campaign.Decimal
		for _, c := range items {
			own := c.Max
			if r.Scoring.Basis == campaign.Weighted {
				own = c.Weight
			}
			if len(c.Items) > 0 {
				sum += add(c.Items)
			} else if own != nil {
				sum += *own
			}
		}
		return sum
	}
	return add(r.Criteria)
}

// adjustments says what bonus and penalty may do; "" where the rules bound neither.
func (s Speech) adjustments(r *campaign.Rules) string {
	bonus, penalty := r.Adjustments.BonusMax, r.Adjustments.PenaltyMax
	switch {
	case bonus != nil && penalty != nil:
		return s.Say("Điểm thưởng (tối đa %s) được cộng vào, điểm trừ (tối đa %s) bị trừ khỏi tổng điểm; vì vậy tổng điểm có thể vượt mức tối đa.",
			"A bonus (at most %s) is added to the total, a penalty (at most %s) taken from it; so the total may pass the maximum.", s.short(*bonus), s.short(*penalty))
	case bonus != nil:
		return s.Say("Điểm thưởng (tối đa %s) được cộng vào tổng điểm; vì vậy tổng điểm có thể vượt mức tối đa.",
			"A bonus (at most %s) is added to the total, which may so pass the maximum.", s.short(*bonus))
	case penalty != nil:
		return s.Say("Điểm trừ (tối đa %s) bị trừ khỏi tổng điểm.", "A penalty (at most %s) is taken from the total.", s.short(*penalty))
	}
	return ""
}

func (s Speech) share() string {
	return s.Say("Tỷ lệ phần trăm là tổng điểm chia cho điểm tối đa của chính đơn vị; tiêu chí không áp dụng cho một đơn vị thì không tính vào điểm tối đa của đơn vị đó.",
		"The percentage is the total divided by the unit's own maximum; a criterion that does not apply to a unit is left out of its maximum.")
}

func (s Speech) rankBy(r *campaign.Rules) string {
	if r.Scoring.RankBy == campaign.ByPercent {
		return s.Say("Các đơn vị trong khối xếp hạng theo tỷ lệ phần trăm, từ cao xuống thấp.", "Units of a block are ranked by percentage, the highest first.")
	}
	return s.Say("Các đơn vị trong khối xếp hạng theo tổng điểm, từ cao xuống thấp.", "Units of a block are ranked by total, the highest first.")
}

func (s Speech) compare(r *campaign.Rules) string {
	decimals := r.Scoring.Decimals
	if r.Scoring.RankBy == campaign.ByPercent {
		decimals = 2
	}
	if r.Scoring.Compare == campaign.Rounded {
		return s.Say("Hai kết quả được coi là bằng nhau khi bằng nhau sau khi làm tròn đến %s.",
			"Two results are equal when they are equal after rounding to %s.", s.places(decimals))
	}
	return s.Say("Kết quả được so sánh theo giá trị chính xác; số in ra làm tròn một lần đến %s.",
		"Results are compared exactly; what is printed is rounded once, to %s.", s.places(decimals))
}

func (s Speech) ties(r *campaign.Rules) []string {
	var all []string
	if len(r.Ties.BreakBy) > 0 {
		all = append(all, s.Say("Khi bằng nhau, lần lượt xét: %s.", "Ties are broken by, in this order: %s.", s.breakKeys(r)))
	}
	if r.Ties.Method == campaign.Dense {
		return append(all, s.Say("Các đơn vị vẫn bằng nhau thì đồng hạng; hạng kế tiếp không bị bỏ qua (1, 2, 2, 3).",
			"Units still equal share their rank, and no rank is skipped after them (1, 2, 2, 3)."))
	}
	return append(all, s.Say("Các đơn vị vẫn bằng nhau thì đồng hạng; hạng kế tiếp bị bỏ qua (1, 2, 2, 4).",
		"Units still equal share their rank, and the next is skipped (1, 2, 2, 4)."))
}

// BreakKeys names the keys that break ties, in their order; "" where there are none.
func BreakKeys(r *campaign.Rules, lang diag.Lang) string { return Speech{lang}.breakKeys(r) }

func (s Speech) breakKeys(r *campaign.Rules) string {
	var keys []string
	for _, k := range r.Ties.BreakBy {
		keys = append(keys, s.breakKey(r, k))
	}
	return s.List(keys)
}

// bands says from which percentage on, and above which floor, each band is given.
func (s Speech) bands(r *campaign.Rules) []string {
	var all []string
	for _, b := range r.Bands {
		text := s.Say("Xếp loại %s: từ %s%% điểm tối đa", "Band %s: from %s%% of the maximum", b.Name, s.short(b.From))
		if b.Floor != nil && b.FloorOn == campaign.Leaf {
			text += s.Say(", và không tiêu chí thành phần nào dưới %s%%", ", and no single criterion below %s%%", s.short(*b.Floor))
		} else if b.Floor != nil {
			text += s.Say(", và không lĩnh vực nào dưới %s%%", ", and no main criterion below %s%%", s.short(*b.Floor))
		}
		all = append(all, text+".")
	}
	return all
}
