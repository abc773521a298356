package explain

import (
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// Cause says in one sentence why a row has no rank; "" for a ranked one.
func Cause(r *campaign.Row, lang diag.Lang) string {
	s := Speech{lang}
	switch r.Cause {
	case campaign.CauseMissing:
		return s.Say("Chưa chấm đủ điểm (thiếu tiêu chí %s).", "Not fully scored yet (missing: %s).", s.List(r.Criteria))
	case campaign.CauseWithheld:
		return s.Say("Điểm chưa được công bố (tiêu chí %s).", "Scores are withheld (%s).", s.List(r.Criteria))
	case campaign.CauseExcluded:
		return s.Say("Không xét xếp hạng: %s.", "Excluded: %s.", trimmed(r.Reason))
	case campaign.CauseAbsent:
		return s.Say("Không có tên trong bảng chấm điểm.", "It has no line in the score sheet.")
	case campaign.CauseNothing:
		return s.Say("Không có tiêu chí nào áp dụng cho đơn vị.", "No criterion applies to this unit.")
	case campaign.CauseNoRank:
		return s.Say("Nguồn chỉ trích một phần danh sách và không nêu hạng của đơn vị này.",
			"The source is an extract and gives this unit no rank.")
	}
	return ""
}

// trimmed is an author's reason without its full stop.
func trimmed(reason string) string {
	for len(reason) > 0 && (reason[len(reason)-1] == '.' || reason[len(reason)-1] == ' ') {
		reason = reason[:len(reason)-1]
	}
	return reason
}

// Change says how many places a row has won or lost: "▲ tăng 2 bậc", "giữ hạng", "mới", "không so sánh"; "" where
// there was no round before.
func Change(r *campaign.Row, lang diag.Lang) string {
	s := Speech{lang}
	switch {
	case r.Change == nil && r.NoChange == "":
		return ""
	case r.Change == nil && r.NoChange == campaign.BrokenNew:
		return s.Say("mới", "new")
	case r.Change == nil:
		return s.Say("không so sánh", "not comparable")
	case r.Change.Ranks > 0:
		return s.Say("▲ tăng %d bậc", "▲ up %d", r.Change.Ranks)
	case r.Change.Ranks < 0:
		return s.Say("▼ giảm %d bậc", "▼ down %d", -r.Change.Ranks)
	}
	return s.Say("giữ hạng", "unchanged")
}

// Broken says in one sentence why a row, or its points, can't be compared with the round before; "" where they can, or
// where there is none.
func Broken(r *campaign.Row, lang diag.Lang) string {
	s := Speech{lang}
	if r.Change != nil && r.Change.Points == nil {
		return s.Say("Điểm không so sánh với kỳ trước vì mức điểm tối đa áp dụng cho đơn vị đã thay đổi.",
			"Points are not compared: the maximum that applies to the unit has changed.")
	}
	switch r.NoChange {
	case campaign.BrokenNew:
		return s.Say("Kỳ trước đơn vị không tham gia.", "The unit did not take part in the round before.")
	case campaign.BrokenUnknown:
		return s.Say("Không so sánh vì nguồn của kỳ trước không nêu số liệu của đơn vị này.",
			"Not compared: the source of the round before does not show this unit.")
	case campaign.BrokenMerged:
		return s.Say("Không so sánh với kỳ trước vì đơn vị được sắp xếp, sáp nhập từ đơn vị khác.",
			"Not compared: the unit comes from a merger since the round before.")
	case campaign.BrokenSplit:
		return s.Say("Không so sánh với kỳ trước vì đơn vị được tách ra từ một đơn vị khác.",
			"Not compared: the unit comes from a unit that was divided.")
	case campaign.BrokenCriteria:
		return s.Say("Không so sánh với kỳ trước vì tiêu chí hoặc cách chấm đã thay đổi.",
			"Not compared: the criteria or the scoring have changed.")
	case campaign.BrokenUnranked:
		return s.Say("Không so sánh vì kỳ trước đơn vị không được xếp hạng.", "Not compared: it had no rank in the round before.")
	case campaign.BrokenMaximum:
		return s.Say("Không so sánh với kỳ trước vì mức điểm tối đa áp dụng cho đơn vị đã thay đổi.",
			"Not compared: the maximum that applies to the unit has changed.")
	case campaign.BrokenBlock:
		return s.Say("Không so sánh với kỳ trước vì số đơn vị thi đua cùng nhau đã thay đổi.",
			"Not compared: the number of units that compete together has changed.")
	}
	return ""
}

// Key says which break key parted a row from the neighbour with an equal figure; "" if none did.
func Key(s *campaign.Standings, r *campaign.Row, lang diag.Lang) string {
	if r.Key == nil {
		return ""
	}
	t := teller{Speech{lang}, s, r}
	other, ahead := r.Key.With, true
	if i := slices.IndexFunc(s.Rows, func(o campaign.Row) bool { return o.Unit.ID == r.Key.With }); i >= 0 {
		other, ahead = s.Rows[i].Unit.Name, r.Rank < s.Rows[i].Rank
	}
	place := t.Say("xếp sau", "ranked behind it")
	if ahead {
		place = t.Say("xếp trên", "ranked ahead of it")
	}
	equal := t.Say("Kết quả bằng %s, %s", "Level with %s, %s", other, place)
	return equal + t.Say(" do xét %s (%s so với %s).", " on %s (%s against %s).", t.keyName(r.Key.Key), t.keyValue(r.Key.Value), t.keyValue(r.Key.Other))
}

// keyValue prints a key's value; a missing rank of the round before is a dash.
func (t teller) keyValue(v campaign.Decimal) string {
	if t.r.Key.Key.Previous && v == 0 {
		return "–"
	}
	return t.short(v)
}

func (t teller) keyName(k campaign.BreakKey) string { return t.breakKey(t.s.Rules, k) }

// breakKey names a break key in words.
func (s Speech) breakKey(rules *campaign.Rules, k campaign.BreakKey) string {
	switch {
	case k.Criterion != "":
		return s.Say("điểm tiêu chí %s", "criterion %s", s.criterion(rules.Criteria, k.Criterion))
	case k.Sheet != "":
		return s.Say("điểm %s", "the %s score", s.Sheet(k.Sheet))
	case k.Bonus:
		return s.Say("điểm thưởng", "the bonus")
	case k.Penalty:
		return s.Say("điểm trừ (ít hơn xếp trên)", "the penalty (less is better)")
	}
	return s.Say("thứ hạng kỳ trước", "the rank in the round before")
}

// Sheet names a kind of score sheet; a name of the author's own stays.
func (s Speech) Sheet(name string) string {
	switch name {
	case "self":
		return s.Say("tự chấm", "self-assessment")
	case "appraised":
		return s.Say("thẩm định", "appraisal")
	case "survey":
		return s.Say("điều tra xã hội học", "survey")
	}
	return name
}

// criterion names a criterion by its name and, where that is not the same, its id.
func (s Speech) criterion(items []campaign.Criterion, id string) string {
	if name := nameOf(items, id); name != "" && name != id {
		return s.quoted(name)
	}
	return s.quoted(id)
}

func nameOf(items []campaign.Criterion, id string) string {
	for _, c := range items {
		if c.ID == id {
			return c.Name
		}
		if name := nameOf(c.Items, id); name != "" {
			return name
		}
	}
	return ""
}

// Refusal says which floor kept a row out of a higher band; "" if none did.
func Refusal(s *campaign.Standings, r *campaign.Row, lang diag.Lang) string {
	if r.Refused == nil {
		return ""
	}
	t := teller{Speech{lang}, s, r}
	return t.Say("Đủ tỷ lệ nhưng không được xếp loại %s vì tiêu chí %s chỉ đạt %s%%, dưới mức tối thiểu %s%%.",
		"The percentage would do, but %s is refused: criterion %s has %s%%, below the floor of %s%%.",
		r.Refused.Band, t.criterion(s.Rules.Criteria, r.Refused.Criterion), t.number(r.Refused.Percent, 2), t.short(r.Refused.Floor))
}
