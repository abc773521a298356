package explain

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// Lead says the result in one sentence, to stand above the table: "X dẫn đầu với 84,58 điểm, hơn đơn vị thứ hai
// 2,58 điểm."
func Lead(s *campaign.Standings, lang diag.Lang) string {
	say := Speech{lang}
	if len(s.Rows) == 0 {
		return say.Say("Chưa có đơn vị nào được xếp hạng.", "No unit has been ranked yet.")
	}
	first := &s.Rows[0]
	leaders := leadersOf(s)
	figure := say.figure(s.Rules, first)
	if first.Rank != 1 {
		return say.Say("Trong phần được trích, %s có thứ hạng cao nhất: hạng %d với %s.",
			"In this extract the best rank is that of %s: rank %d with %s.", say.List(leaders), first.Rank, figure)
	}
	if len(s.Rows) == 1 && !s.Extract {
		return say.Say("%s là đơn vị duy nhất được xếp hạng, với %s.", "%s is the only ranked unit, with %s.", first.Unit.Name, figure)
	}
	return say.leading(s, leaders) + say.ahead(s, len(leaders)) + say.without(s) + "."
}

// without counts the units that the order says nothing of.
func (s Speech) without(st *campaign.Standings) string {
	switch n := len(st.Unranked); n {
	case 0:
		return ""
	case 1:
		return s.Say("; 1 đơn vị không có thứ hạng", "; 1 unit has no rank")
	default:
		return s.Say("; %d đơn vị không có thứ hạng", "; %d units have no rank", n)
	}
}

// leadersOf returns the names that share the first rank of the table.
func leadersOf(s *campaign.Standings) []string {
	var names []string
	for _, r := range s.Rows {
		if r.Rank == s.Rows[0].Rank {
			names = append(names, r.Unit.Name)
		}
	}
	return names
}

// leading names one to three leaders, and counts more.
func (s Speech) leading(st *campaign.Standings, leaders []string) string {
	figure := s.figure(st.Rules, &st.Rows[0])
	switch {
	case len(leaders) == 1:
		return s.Say("%s dẫn đầu với %s", "%s leads with %s", leaders[0], figure)
	case len(leaders) <= 3:
		return s.Say("%s cùng dẫn đầu với %s", "%s lead together with %s", s.List(leaders), figure)
	}
	return s.Say("%d đơn vị cùng dẫn đầu với %s", "%d units lead together with %s", len(leaders), figure)
}

// ahead says how far the leaders are ahead of the next rank.
func (s Speech) ahead(st *campaign.Standings, leaders int) string {
	if leaders == len(st.Rows) || st.Rows[leaders].GapAhead == nil {
		return ""
	}
	next := &st.Rows[leaders]
	behind := s.Say("đơn vị thứ hai", "the second")
	if leaders > 1 {
		behind = s.Say("đơn vị kế tiếp", "the next")
	}
	switch {
	case *next.GapAhead > 0:
		return s.Say(", hơn %s %s", ", ahead of %s by %s", behind, s.distance(st.Rules, *next.GapAhead))
	case next.Key != nil:
		return s.Say(", bằng %s và xếp trên do xét %s", ", level with %s and ranked first on %s", behind, s.breakKey(st.Rules, next.Key.Key))
	}
	return s.Say(", hơn %s ở phần chưa làm tròn", ", ahead of %s before rounding", behind)
}
