package explain

import (
	"slices"
	"strconv"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// A Given is a decided award for machines: what it is, how it stands against the ranking, on which ground.
type Given struct {
	Award    string `json:"award"`              // its title
	Departs  bool   `json:"departs"`            // it is not what the ranking alone would give
	Expected string `json:"expected,omitempty"` // title of the prize that the ranking alone would give
	Reason   string `json:"reason,omitempty"`   // the council's, where it departs or settles a tie
	Ground   string `json:"ground,omitempty"`   // the law, for a commendation
	Money    *int64 `json:"money,omitempty"`    // đồng
}

// Add adds a decided award that rests on the row, the list's i-th, to its account.
func (a *Account) Add(l *award.List, i int, p award.Place, lang diag.Lang) {
	s, given := Speech{lang}, grant(l, l.Awards[i], p)
	a.Awards = append(a.Awards, given)
	a.Sentences = append(a.Sentences, s.Say("Khen thưởng đã có quyết định: %s.", "Awarded by decision: %s.", given.Award))
	a.Sentences = append(a.Sentences, s.grounds(l, l.Awards[i], p)...)
}

// grant tells an award for machines; [Award] says the same in sentences.
func grant(l *award.List, a award.Award, p award.Place) Given {
	g := Given{Award: title(l.Prizes, a.Prize), Departs: p.Departs, Reason: a.Reason, Ground: p.Ground, Money: p.Money}
	if c := commendation(l, a); c != nil {
		g.Award = c.Title
	}
	if p.Departs && p.Expected != "" {
		g.Expected = title(l.Prizes, p.Expected)
	}
	if g.Money == nil {
		g.Money = a.Money
	}
	return g
}

// Award tells how an award stands against the computed ranking and on which ground it is given: the rank, what
// the ranking alone would give, the council's reason, the law, the money and how it is computed.
func Award(l *award.List, a award.Award, p award.Place, lang diag.Lang) []string {
	s := Speech{lang}
	if p.Rank == 0 {
		return s.grounds(l, a, p)
	}
	return append([]string{s.Say("Đơn vị xếp hạng %d.", "The unit has rank %d.", p.Rank)}, s.grounds(l, a, p)...)
}

// grounds says all of an award but the rank.
func (s Speech) grounds(l *award.List, a award.Award, p award.Place) []string {
	var all []string
	if text := s.against(l, p); text != "" {
		all = append(all, text)
	}
	if a.Reason != "" {
		all = append(all, s.Say("Lý do: %s.", "Reason: %s.", trimmed(a.Reason)))
	}
	if p.Ground != "" {
		all = append(all, s.Say("Căn cứ: %s.", "Ground: %s.", p.Ground))
	}
	if text := s.money(l, a, p); text != "" {
		all = append(all, text)
	}
	return all
}

// money says how much is paid; where the law's data give it, by which reckoning.
func (s Speech) money(l *award.List, a award.Award, p award.Place) string {
	paid := p.Money
	if paid == nil {
		paid = a.Money
	}
	if paid == nil {
		return ""
	}
	text := s.Say("Tiền thưởng %s đồng", "Prize money: %s đồng", s.dong(*paid))
	if factor, base, ok := factors(l, a); ok && p.Money != nil {
		text += s.Say(", bằng hệ số %s nhân mức lương cơ sở %s đồng tại ngày quyết định, làm tròn lên 10.000 đồng",
			", the coefficient %s times the base wage of %s đồng on the day of the decision, rounded up to 10,000 đồng",
			s.short(factor), s.dong(base))
	}
	return text + "."
}

func (s Speech) dong(amount int64) string { return s.Plain(strconv.FormatInt(amount, 10)) }

// factors returns the coefficient and the base wage that an award's money is computed from.
func factors(l *award.List, a award.Award) (coefficient campaign.Decimal, base int64, ok bool) {
	c := commendation(l, a)
	if c == nil {
		return 0, 0, false
	}
	form, known := award.FormOn(c.Form, l.Decided)
	base, paid := award.BaseWage(l.Decided)
	factor := paidBy(form, c.For)
	if !known || !paid || factor == nil {
		return 0, 0, false
	}
	return *factor, base, true
}

// paidBy returns how many base wages a form pays to whom, nil where the law's data don't say.
func paidBy(form award.Form, whom award.For) *campaign.Decimal {
	if whom == award.ForUnits {
		return form.Units
	}
	return form.Persons
}

// commendation returns what the plan says of a commendation, nil for a prize.
func commendation(l *award.List, a award.Award) *award.Commendation {
	i := slices.IndexFunc(l.Commendations, func(c award.Commendation) bool { return c.ID == a.Commendation })
	if a.Commendation == "" || i < 0 {
		return nil
	}
	return &l.Commendations[i]
}

// against says what the ranking alone would have given, where that is not what was given.
func (s Speech) against(l *award.List, p award.Place) string {
	switch {
	case p.Departs && p.Expected != "":
		return s.Say("Xét riêng thứ hạng, đơn vị nhận %s.", "By the ranking alone the unit would get %s.", title(l.Prizes, p.Expected))
	case p.AtEdge:
		var titles []string
		for _, id := range p.Possible {
			titles = append(titles, title(l.Prizes, id))
		}
		return s.Say("Đơn vị đồng hạng ở giới hạn số giải (%s) nên thứ hạng không tự quyết định được.",
			"The unit shares a rank at the edge of a quota (%s), so the ranking alone can't decide.", s.List(titles))
	case p.Departs && p.Rank > 0:
		return s.Say("Xét riêng thứ hạng, đơn vị không có giải.", "By the ranking alone the unit would get no prize.")
	case p.Departs:
		return s.Say("Đơn vị không được xếp hạng.", "The unit has no rank.")
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
	s := Speech{lang}
	var all []string
	for _, p := range l.Prizes {
		where := s.Say("mỗi khối", "each block")
		if p.Block != "" {
			where = block(p.Block)
		}
		text := s.Say("%s (%s): %s", "%s (%s): %s", p.Title, where, s.quota(p.Count, p.Share, s.Say("số đơn vị được xếp hạng", "the ranked units"))+s.perRound(p.PerRound))
		if p.MinBand != "" {
			text += s.Say(", chỉ cho đơn vị xếp loại từ %s trở lên", ", only for units in band %s or higher", p.MinBand)
		}
		all = append(all, text+".")
	}
	if len(l.Prizes) > 0 {
		all = append(all, s.Say("Giải được xét lần lượt theo thứ hạng trong khối; quyết định khác thứ hạng, hoặc khi đồng hạng ở giới hạn số giải, phải nêu lý do.",
			"Prizes follow the ranking within the block; a decision that departs from it, or settles a tie at the edge of a quota, states its reason."))
	}
	for _, c := range l.Commendations {
		whom := s.Say("tập thể", "units")
		if c.For == award.ForPersons {
			whom = s.Say("cá nhân", "persons")
		}
		all = append(all, s.Say("%s cho %s: %s%s.", "%s for %s: %s%s.", c.Title, whom, s.quota(c.Count, c.Share, whom)+s.perRound(c.PerRound), s.ground(l, c)))
	}
	return all
}

// perRound says that a number holds anew in each round.
func (s Speech) perRound(is bool) string {
	if !is {
		return ""
	}
	return s.Say(" mỗi kỳ", " in each round")
}

// ground says on which law a commendation stands at the end of the campaign, and what it pays; "" where the law's
// data don't say.
func (s Speech) ground(l *award.List, c award.Commendation) string {
	form, known := award.FormOn(c.Form, l.PeriodTo)
	if !known {
		return ""
	}
	text := s.Say("; căn cứ %s", "; under %s", form.Source)
	if factor := paidBy(form, c.For); factor != nil {
		text += s.Say("; tiền thưởng bằng %s lần mức lương cơ sở", "; prize money %s times the base wage", s.short(*factor))
	}
	return text
}

// quota says how many of an award there are: a count, a share, or both.
func (s Speech) quota(count int, share *campaign.Decimal, of string) string {
	switch {
	case share != nil && count > 0:
		return s.Say("không quá %s%% %s và không quá %d", "at most %s%% of %s and at most %d", s.short(*share), of, count)
	case share != nil:
		return s.Say("không quá %s%% %s", "at most %s%% of %s", s.short(*share), of)
	case count > 0:
		return s.Say("số lượng %02d", "%d", count)
	}
	return s.Say("không giới hạn số lượng", "no limit")
}

// Steps says by which steps an award comes about.
func Steps(lang diag.Lang) []string {
	s := Speech{lang}
	return []string{
		s.Say("Thứ hạng được tính từ điểm đã chấm; khen thưởng do hội đồng xét và người có thẩm quyền quyết định.",
			"Ranks are computed from the scores; awards are judged by the council and decided by whoever has the authority."),
		s.Say("Danh sách đề nghị được công khai để lấy ý kiến trước khi có quyết định; khi còn đề nghị thì chưa phải là khen thưởng.",
			"A proposal is disclosed for comment before it is decided; what is proposed is no award yet."),
		s.Say("Quyết định ghi rõ số, ngày ký và cơ quan ban hành; khen thưởng bị hủy vẫn được nêu cùng văn bản hủy và lý do.",
			"A decision has its number, day and issuer; an annulled award stays listed with the act that annulled it and the reason."),
	}
}
