package explain

import (
	"slices"
	"strconv"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// Award tells how an award stands against the computed ranking and on which ground it is given: the rank, what
// the ranking alone would give and the council's reason where it departs or settles a tie, the law, the money.
func Award(l *award.List, a award.Award, p award.Place, lang diag.Lang) []string {
	s := speech{lang}
	var all []string
	if p.Rank > 0 {
		all = append(all, s.say("Đơn vị xếp hạng %d.", "The unit has rank %d.", p.Rank))
	}
	if text := s.against(l, p); text != "" {
		all = append(all, text)
	}
	if a.Reason != "" && (p.Departs || p.AtEdge) {
		all = append(all, s.say("Lý do: %s.", "Reason: %s.", trimmed(a.Reason)))
	}
	if p.Ground != "" {
		all = append(all, s.say("Căn cứ: %s.", "Ground: %s.", p.Ground))
	}
	if p.Money != nil {
		all = append(all, s.say("Tiền thưởng %s đồng: hệ số nhân mức lương cơ sở tại ngày quyết định, làm tròn lên 10.000 đồng.",
			"Prize money %s đồng: the coefficient times the base wage on the day of the decision, rounded up to 10,000 đồng.",
			s.plain(strconv.FormatInt(*p.Money, 10))))
	}
	return all
}

// against says what the ranking alone would have given, where that is not what was given.
func (s speech) against(l *award.List, p award.Place) string {
	switch {
	case p.Departs && p.Expected != "":
		return s.say("Xét riêng thứ hạng, đơn vị nhận %s.", "By the ranking alone the unit would get %s.", title(l.Prizes, p.Expected))
	case p.AtEdge:
		var titles []string
		for _, id := range p.Possible {
			titles = append(titles, title(l.Prizes, id))
		}
		return s.say("Đơn vị đồng hạng ở giới hạn số giải (%s) nên thứ hạng không tự quyết định được.",
			"The unit shares a rank at the edge of a quota (%s), so the ranking alone can't decide.", s.list(titles))
	case p.Departs && p.Rank > 0:
		return s.say("Xét riêng thứ hạng, đơn vị không có giải.", "By the ranking alone the unit would get no prize.")
	case p.Departs:
		return s.say("Đơn vị không được xếp hạng.", "The unit has no rank.")
	}
	return ""
}

func title(prizes []award.Prize, id string) string {
	if i := slices.IndexFunc(prizes, func(p award.Prize) bool { return p.ID == id }); i >= 0 && prizes[i].Title != "" {
		return prizes[i].Title
	}
	return id
}

// Awards says in sentences how a campaign's prizes and commendations come about: how many there are, for whom,
// and by which rule. block gives a block's name by its id.
func Awards(l *award.List, block func(id string) string, lang diag.Lang) []string {
	s := speech{lang}
	var all []string
	for _, p := range l.Prizes {
		where := s.say("mỗi khối", "each block")
		if p.Block != "" {
			where = block(p.Block)
		}
		text := s.say("%s (%s): %s", "%s (%s): %s", p.Title, where, s.quota(p.Count, p.Share, s.say("số đơn vị được xếp hạng", "the ranked units")))
		if p.MinBand != "" {
			text += s.say(", chỉ cho đơn vị xếp loại từ %s trở lên", ", only for units in band %s or higher", p.MinBand)
		}
		all = append(all, text+".")
	}
	if len(l.Prizes) > 0 {
		all = append(all, s.say("Giải được xét lần lượt theo thứ hạng trong khối; quyết định khác thứ hạng, hoặc khi đồng hạng ở giới hạn số giải, phải nêu lý do.",
			"Prizes follow the ranking within the block; a decision that departs from it, or settles a tie at the edge of a quota, states its reason."))
	}
	for _, c := range l.Commendations {
		whom := s.say("tập thể", "units")
		if c.For == award.ForPersons {
			whom = s.say("cá nhân", "persons")
		}
		all = append(all, s.say("%s cho %s: %s.", "%s for %s: %s.", c.Title, whom, s.quota(c.Count, c.Share, whom)))
	}
	return all
}

// quota says how many of an award there are: a count, a share, or both.
func (s speech) quota(count int, share *campaign.Decimal, of string) string {
	switch {
	case share != nil && count > 0:
		return s.say("không quá %s%% %s và không quá %d", "at most %s%% of %s and at most %d", s.short(*share), of, count)
	case share != nil:
		return s.say("không quá %s%% %s", "at most %s%% of %s", s.short(*share), of)
	case count > 0:
		return s.say("số lượng %02d", "%d", count)
	}
	return s.say("không giới hạn số lượng", "no limit")
}
