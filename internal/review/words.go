package review

import (
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/explain"
)

// Sentence says the change, in one sentence without a full stop:
// "Xã A: 92,5 → 93,0 điểm, hạng 4 → 2, giải Ba → giải Nhì; vì tiêu chí 2.1: 8,5 → 9,0 (ket-qua/2021-xa.csv:14)".
func (c Change) Sentence(lang diag.Lang) string {
	w := wording{lang}
	switch {
	case c.Act != Changed && isWhole(c):
		return w.whole(c)
	case c.Topic == OfAward && c.Act != Changed:
		return w.awarded(c) + w.place(c)
	case c.Act != Changed:
		return w.came(c) + w.place(c)
	}
	text := c.Name + ": " + w.turns(c, c.Turns)
	if t, ok := c.turn(Laureate); ok && c.Topic == OfAward && t.Was.Plain != "" && t.Now.Plain != "" {
		text = c.now.value(Prize, "") + ": " + w.turns(c, c.Turns)
	} else if isSelf(c) {
		text = w.say("«"+c.Name+"»", "“"+c.Name+"”") + ": " + w.turns(c, c.Turns)
	} else if label := topics[c.Topic].In(lang); label != "" {
		text = label + " " + text
	}
	if why := w.why(c); why != "" {
		return text + "; " + why
	}
	return text + w.place(c)
}

// turnOf says one turn, and what it is of where that is not the page itself.
func (w wording) turnOf(c Change, t Turn) string {
	if isSelf(c) {
		return w.turn(t)
	}
	return strings.TrimSpace(topics[c.Topic].In(w.lang)+" "+c.Name) + ": " + w.turn(t)
}

// isWhole tells the change of a publication that comes or goes; isSelf one of what it says of itself.
func isWhole(c Change) bool { return c.was == nil && c.now == nil }

func isSelf(c Change) bool {
	return c.Topic == c.Publication.Topic && c.Topic != OfEntry
}

// topics are the words before a name.
var topics = map[Topic]diag.Text{
	OfPhase:        {Vi: "Giai đoạn", En: "Phase"},
	OfBlock:        {Vi: "Khối", En: "Block"},
	OfPrize:        {Vi: "Cơ cấu giải", En: "Prize"},
	OfCommendation: {Vi: "Hình thức khen", En: "Commendation"},
	OfCriterion:    {Vi: "Tiêu chí", En: "Criterion"},
	OfBand:         {Vi: "Mức", En: "Band"},
	OfCorrection:   {Vi: "Đính chính", En: "Correction"},
	OfWaiver:       {Vi: "Cho qua mã", En: "Waiver of"},
	OfEntry:        {Vi: "Sổ đơn vị:", En: "Registry:"},
	OfAward:        {Vi: "Khen thưởng", En: "Award"},
}

// publicationWords name a kind of publication inside a sentence.
var publicationWords = map[Topic]diag.Text{
	OfPlan: {Vi: "kế hoạch", En: "the plan"}, OfCriteria: {Vi: "tiêu chí", En: "the criteria"},
	OfResults: {Vi: "kết quả", En: "the results"}, OfAwards: {Vi: "công bố khen thưởng", En: "the awards"},
	OfRegistry: {Vi: "sổ đơn vị", En: "the registry"}, OfArticle: {Vi: "tin", En: "the article"}, OfPage: {Vi: "trang", En: "the page"},
	OfSite: {Vi: "cổng", En: "the portal"},
}

// wording speaks one language.
type wording struct{ lang diag.Lang }

func (w wording) say(vi, en string) string { return diag.Text{Vi: vi, En: en}.In(w.lang) }

func (w wording) whole(c Change) string {
	what := publicationWords[c.Topic].In(w.lang) + " " + w.say("«"+c.Name+"»", "“"+c.Name+"”")
	if c.Act == Removed {
		return w.say("Không còn ", "Gone: ") + what + w.place(c)
	}
	if r := c.Publication.round; r != nil {
		what += ": " + strings.TrimSuffix(explain.Lead(r.Standings, w.lang), ".")
	}
	if c.Publication.Due {
		publish, _ := c.Publication.times()
		what += w.say("; tự công bố lúc ", "; appears by itself at ") + day(momentText(publish), w.lang)
	}
	return w.say("Thêm ", "New: ") + what + w.place(c)
}

// awarded says an award that comes or goes.
func (w wording) awarded(c Change) string {
	s := c.subject()
	text := s.value(Prize, "") + " – " + c.Name
	for _, f := range s.Facts {
		if f.Aspect == Position {
			text += ", " + w.value(Turn{Aspect: Position}, f.Value)
		}
	}
	if m := s.value(Money, ""); m != "" {
		text += ", " + w.value(Turn{Aspect: Money}, Value{Plain: m})
	}
	if c.Act == Removed {
		return w.say("Bỏ khen thưởng: ", "Award removed: ") + text
	}
	return w.say("Thêm khen thưởng: ", "Award added: ") + text
}

// came says any other subject that comes or goes.
func (w wording) came(c Change) string {
	name := strings.TrimSpace(topics[c.Topic].In(w.lang) + " " + c.Name)
	var facts []string
	for _, t := range c.Turns {
		if t.Aspect == Name || t.Aspect == Percent || t.Aspect == Max || t.Aspect == Score || t.Aspect == Self || t.Aspect == Since {
			continue
		}
		v := t.Now
		if c.Act == Removed {
			v = t.Was
		}
		facts = append(facts, w.fact(t, v))
	}
	if c.Topic == OfCorrection || c.Topic == OfWaiver {
		name, facts = topics[c.Topic].In(w.lang), []string{w.value(Turn{Aspect: Said}, Value{Plain: c.subject().value(Said, "")})}
		if c.Topic == OfWaiver {
			name += " " + c.Name
		}
	}
	verb := w.say("mới", "new")
	if c.Act == Removed {
		verb = w.say("bỏ", "removed")
	}
	text := name + " (" + verb + ")"
	if len(facts) > 0 {
		text += ": " + strings.Join(facts, ", ")
	}
	return text
}

func (c Change) subject() *Subject {
	if c.now != nil {
		return c.now
	}
	return c.was
}

// turns says what is said otherwise.
func (w wording) turns(c Change, turns []Turn) string {
	var out []string
	for _, t := range turns {
		switch {
		case t.Aspect == Unranked && (t.Was.Plain == "" || t.Now.Plain == ""):
			out = append(out, w.ranked(c, t))
		case !c.follows(t):
			out = append(out, w.turn(t))
		}
	}
	return strings.Join(out, ", ")
}

// follows tells what goes without saying: a percent beside a total that moves with it, the way since the round before
// of a unit that moves, the figures of one that loses or wins its rank.
func (c Change) follows(t Turn) bool {
	_, total := c.turn(Total)
	_, most := c.turn(Max)
	_, rank := c.turn(Rank)
	_, unranked := c.turn(Unranked)
	switch t.Aspect {
	case Ours:
		return true
	case Percent:
		return total && !most && !c.byPercent() || unranked
	case Since:
		return total || rank
	case Total, Max, Rank, Band:
		return unranked
	}
	return false
}

// ranked says that a unit loses its rank or wins one: "hạng 4 (68,0 điểm) → không xếp hạng: chưa chấm đủ điểm".
func (w wording) ranked(c Change, t Turn) string {
	side := func(s *Subject, v Value) string {
		if v.Plain != "" {
			return w.fact(t, v)
		}
		total := w.value(Turn{Aspect: Total}, Value{Plain: s.value(Total, "")})
		return w.rank(s.value(Rank, "")) + " (" + total + w.say(" điểm)", " points)")
	}
	return side(c.was, t.Was) + " → " + side(c.now, t.Now)
}

func (c Change) byPercent() bool {
	r := c.Publication.round
	return r != nil && r.Standings.Rules.Scoring.RankBy == "percent"
}
