package explain

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// Scored says in sentences what is scored: each top criterion with what it can give and how many criteria it has.
func Scored(r *campaign.Rules, lang diag.Lang) []string {
	s := Speech{lang}
	var all []string
	for _, c := range r.Criteria {
		text := s.Say("%s: %s", "%s: %s", c.Name, s.worth(r, c))
		if n := leaves(c); n > 1 {
			text += s.Say(", gồm %d tiêu chí chấm điểm", ", with %d criteria to score", n)
		}
		if c.Sheet != "" {
			text += s.Say(" (điểm %s)", " (%s)", s.Sheet(c.Sheet))
		}
		all = append(all, text+".")
	}
	return all
}

// worth says what a criterion can give: points, or its weight.
func (s Speech) worth(r *campaign.Rules, c campaign.Criterion) string {
	most := whole(&campaign.Rules{Scoring: r.Scoring, Criteria: []campaign.Criterion{c}})
	if r.Scoring.Basis == campaign.Weighted {
		return s.Say("trọng số %s%%", "weight %s%%", s.short(most))
	}
	return s.Say("tối đa %s điểm", "at most %s points", s.short(most))
}

func leaves(c campaign.Criterion) int {
	if len(c.Items) == 0 {
		return 1
	}
	n := 0
	for _, item := range c.Items {
		n += leaves(item)
	}
	return n
}

// Compared says when a result is compared with the round before. carried is the author's words on how earlier
// values were made comparable, "" if there are none.
func Compared(carried string, lang diag.Lang) string {
	s := Speech{lang}
	if carried != "" {
		return s.Say("Số liệu kỳ trước được quy đổi để so sánh: %s.", "Figures of the round before were carried over: %s.", trimmed(carried))
	}
	return s.Say("Thứ hạng và điểm được so với kỳ trước khi tiêu chí, cách chấm và số đơn vị thi đua không đổi; điểm còn cần cùng mức tối đa áp dụng cho đơn vị. Đơn vị mới, sáp nhập hoặc chia tách thì không so sánh.",
		"Rank and points are compared with the round before where criteria, scoring and the number of units that compete are the same, points where the maximum that applies to the unit is too. New, merged and divided units are not compared.")
}

// Decided says that the source's own figures stand, and how far ours may lie from them.
func Decided(t campaign.Tolerance, lang diag.Lang) string {
	s := Speech{lang}
	return s.Say("Số liệu chính thức của nguồn được giữ nguyên và dùng để xếp hạng; số tính lại đứng bên cạnh, lệch không quá %s. Lý do: %s.",
		"The source's own figures stand and rank; ours stand beside them, at most %s apart. Reason: %s.", s.short(t.Within), trimmed(t.Reason))
}

// Vouched says that the source's table has a fault that was left as printed, with the author's reason.
func Vouched(reason string, lang diag.Lang) string {
	s := Speech{lang}
	return s.Say("Bảng được giữ đúng như nguồn in: %s.", "The table stands as the source prints it: %s.", trimmed(reason))
}
