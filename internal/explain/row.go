package explain

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// Row tells how a row of the standings came about.
func Row(s *campaign.Standings, r *campaign.Row, lang diag.Lang) Account {
	a := Account{Unit: r.Unit.ID, Name: r.Unit.Name, Rank: r.Rank}
	if r.Rank == 0 {
		a.Parts, a.Sentences = []Part{}, []string{Cause(r, lang)}
		return a
	}
	t := teller{Speech{lang}, s, r}
	a.Total = r.Total.Text(s.Rules.Scoring.Decimals)
	a.Reckoning = Reckoning{Parts: t.parts(), Key: t.key(), Band: t.banding()}
	for _, sentence := range []string{
		t.sum(a.Parts), t.official(), t.percent(), t.rank(), Key(s, r, lang), t.near(), t.band(), Refusal(s, r, lang), t.change(),
	} {
		if sentence != "" {
			a.Sentences = append(a.Sentences, sentence)
		}
	}
	return a
}

// A teller tells of one ranked row.
type teller struct {
	Speech
	s *campaign.Standings
	r *campaign.Row
}

func (t teller) decimals() int { return t.s.Rules.Scoring.Decimals }

// sum says what makes up the total: "Tổng điểm 84,58 = 51,75 (Thẩm định) + 32,83 (Điều tra xã hội học)."
func (t teller) sum(parts []Part) string {
	var terms strings.Builder
	rounded := false
	for _, p := range parts {
		switch p.Kind {
		case KindRounding:
			rounded = true
			continue
		case KindOfficial:
			continue
		}
		points, minus := strings.CutPrefix(p.Points, "-")
		switch {
		case minus:
			terms.WriteString(" − ")
		case terms.Len() > 0:
			terms.WriteString(" + ")
		}
		terms.WriteString(t.Plain(points) + " (" + t.partName(p) + ")")
	}
	equals := "="
	if rounded {
		equals = "≈"
	}
	text := t.Say("Tổng điểm %s %s %s", "Total %s %s %s", t.number(t.ours(), t.decimals()), equals, strings.TrimSpace(terms.String()))
	if rounded {
		text += t.Say(", làm tròn một lần đến %s", ", rounded once to %s", t.places(t.decimals()))
	}
	return text + "."
}

func (t teller) partName(p Part) string {
	switch p.Kind {
	case KindBonus:
		return t.Say("điểm thưởng", "bonus")
	case KindPenalty:
		return t.Say("điểm trừ", "penalty")
	}
	return p.Name
}

// Official says which of a row's official figures stand although ours are others; "" where none does.
func Official(s *campaign.Standings, r *campaign.Row, lang diag.Lang) string {
	return teller{Speech{lang}, s, r}.official()
}

func (t teller) official() string {
	if t.r.Ours == nil {
		return ""
	}
	var differ []string
	note := func(vi, en string, official, ours string) {
		if official != ours {
			differ = append(differ, t.Say("%s %s (tính lại được %s)", "%[1]s %[2]s (recomputed: %[3]s)", t.Say(vi, en), official, ours))
		}
	}
	ours := t.r.Ours
	note("tổng điểm", "total", t.number(t.r.Total, t.decimals()), t.number(ours.Total, t.decimals()))
	note("tỷ lệ", "percentage", t.number(t.r.Percent, 2)+"%", t.number(ours.Percent, 2)+"%")
	if ours.Rank > 0 {
		note("hạng", "rank", t.Plain(campaign.Int(t.r.Rank).String()), t.Plain(campaign.Int(ours.Rank).String()))
	}
	note("xếp loại", "band", dashed(t.r.Band), dashed(ours.Band))
	if len(differ) == 0 {
		return ""
	}
	return t.Say("Số liệu chính thức được giữ nguyên: %s.", "The official figures stand: %s.", t.List(differ))
}

func dashed(name string) string {
	if name == "" {
		return "–"
	}
	return name
}

// percent says what share of the unit's own maximum the total is, where that is not the same figure.
func (t teller) percent() string {
	share := t.number(t.r.Percent, 2) + "%"
	left := 0
	for _, p := range t.r.Parts {
		if p.Leaf && p.State == campaign.NotApplicable {
			left++
		}
	}
	text := t.Say("Bằng %s của %s điểm tối đa", "That is %s of a maximum of %s points", share, t.short(t.r.Max))
	if left > 0 {
		text += t.Say(" (%d tiêu chí không áp dụng cho đơn vị nên không tính)", " (%d criteria do not apply to this unit and are left out)", left)
	}
	return text + "."
}

// Field says among how many units the ranks are: of an extract, among all those of its source.
func Field(s *campaign.Standings, lang diag.Lang) string {
	if s.Extract {
		return Speech{lang}.Count(s.Ranked(), "đơn vị của nguồn", "unit of the source", "units of the source")
	}
	return Speech{lang}.Count(s.Ranked(), "đơn vị được xếp hạng", "ranked unit", "ranked units")
}

// rank says the place, who shares it, and how far the next better one is.
func (t teller) rank() string {
	text := t.Say("Xếp hạng %d trên %s", "Rank %d of %s", t.r.Rank, Field(t.s, t.Lang))
	if t.r.Tied {
		text += t.Say(", đồng hạng với %s", ", shared with %s", t.List(t.sharers()))
	}
	if gap := t.r.GapAhead; gap != nil && *gap > 0 {
		text += t.Say("; kém hạng liền trên %s", "; %s behind the next better rank", t.distance(t.s.Rules, *gap))
	}
	return text + "."
}

func (t teller) sharers() []string {
	const few = 3
	var names []string
	more := 0
	for _, o := range t.s.Rows {
		switch {
		case o.Rank != t.r.Rank || o.Unit.ID == t.r.Unit.ID:
		case len(names) < few:
			names = append(names, o.Unit.Name)
		default:
			more++
		}
	}
	if more > 0 {
		names = append(names, t.Say("%d đơn vị khác", "%d others", more))
	}
	return names
}

// near explains equal print and near ties.
func (t teller) near() string {
	switch {
	case t.r.PrintsEqual && t.r.Key == nil && t.r.OfficialRank:
		return t.Say("Có đơn vị khác hạng nhưng in cùng một con số; thứ hạng là của nguồn chính thức.",
			"A unit with another rank prints the same figure; the rank is the official source's.")
	case t.r.PrintsEqual && t.r.Key == nil:
		return t.Say("Có đơn vị khác hạng nhưng in cùng một con số, vì thứ hạng so theo giá trị chưa làm tròn.",
			"A unit with another rank prints the same figure: ranks compare the values before rounding.")
	case t.r.NearTie:
		return t.Say("Chênh lệch với hạng kề nhỏ hơn mức làm tròn.", "The distance to a neighbouring rank is smaller than the rounding.")
	}
	return ""
}

func (t teller) band() string {
	switch {
	case t.r.Band == "":
		return ""
	case t.r.OfficialBand:
		return t.Say("Xếp loại %s, theo nguồn chính thức.", "Band: %s, by the official source.", t.r.Band)
	}
	from := t.threshold()
	if from == nil {
		return t.Say("Xếp loại %s.", "Band: %s.", t.r.Band)
	}
	return t.Say("Xếp loại %s (từ %s%%).", "Band: %s (from %s%%).", t.r.Band, t.short(*from))
}

func (t teller) change() string {
	if t.r.Change == nil {
		return Broken(t.r, t.Lang)
	}
	was := t.r.Change.Was
	text := t.Say("Kỳ trước hạng %d với %s (%s).", "In the round before: rank %d with %s (%s).",
		was.Rank, t.figure(t.s.Rules, &campaign.Row{Total: was.Total, Percent: was.Percent}), Change(t.r, t.Lang))
	return strings.TrimSpace(text + " " + Broken(t.r, t.Lang))
}
