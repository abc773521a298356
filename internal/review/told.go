package review

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// rulesWords are how a correction says that the rules are others, as [plainWords] has them.
var rulesWords = plainSet(
	"tiêu chí", "cách tính", "cách xếp hạng", "cách xếp loại", "phân định", "khi bằng điểm", "khóa phụ", "trọng số", "điểm tối đa", "ngưỡng",
	"mức sàn", "điểm liệt", "criteria", "criterion", "ranking rules", "ties", "weight", "maximum", "threshold", "floor",
)

// called is what people call an aspect, where that is not its name alone.
var called = map[Aspect][]string{
	Name: {"tên", "name", "renamed"}, From: {"từ ngày", "bắt đầu", "thời gian", "thời hạn", "from", "start", "period"},
	To:    {"đến ngày", "kết thúc", "thời gian", "thời hạn", "hạn", "to", "until", "end", "deadline", "period"},
	Count: {"số lượng", "số giải", "cơ cấu", "number"}, Share: {"tỷ lệ", "share"}, LeastBand: {"xếp loại", "band"},
	RankBy: {"xếp hạng theo", "cách xếp hạng", "ranked by"}, Basis: {"cách tính", "basis"}, Decimals: {"thập phân", "làm tròn", "decimals"},
	Compared: {"so sánh", "bằng điểm", "compared"}, Ties: {"đồng hạng", "bằng điểm", "ties"}, BreakBy: {"khóa phụ", "phân định", "bằng điểm", "ties"},
	BonusMax: {"mức thưởng", "điểm thưởng", "bonus"}, PenaltyMax: {"mức trừ", "điểm trừ", "penalty"}, Most: {"điểm tối đa", "điểm chuẩn", "maximum"},
	Least: {"ngưỡng", "mức điểm", "mốc", "threshold"}, Floor: {"mức sàn", "điểm sàn", "điểm liệt", "floor"}, Illustrative: {"minh họa", "giả định", "illustrative"},
}

// untold is what no correction says of a bound change, in words: who it is of, or the facts that differ.
func (j *judge) untold(rec *record, c Change, entries []Change) []string {
	tells := func(told func(*document.Correction) bool) bool {
		return slices.ContainsFunc(entries, func(e Change) bool { return told(e.now.correction) })
	}
	w := wording{j.lang}
	switch {
	case c.Topic == OfUnit || c.Topic == OfAward:
		if c.Why == ByOthers && c.onlyMoves() || tells(func(e *document.Correction) bool { return rec.tellsOf(c, e) }) {
			return nil // of a unit that others pass, the correction of those others tells
		}
		return []string{c.whose()}
	case c.Act != Changed:
		if tells(func(e *document.Correction) bool { return rec.names(c, wholeText(e)) }) {
			return nil
		}
		return []string{w.came(c)}
	}
	var out []string
	for _, t := range c.Turns {
		if c.bindsBy(t) && !slices.Contains(summary, t.Aspect) && !tells(func(e *document.Correction) bool { return rec.tells(c, t, e) }) {
			out = append(out, w.turnOf(c, t))
		}
	}
	return out
}

// tells tells that a correction speaks of one fact. Of an announcement it names what the fact is about, or says what it was
// or is. Rules are many and alike: it also names the part of the rules, or it names none and says all three. The page as a
// whole is named by itself.
func (rec *record) tells(c Change, t Turn, e *document.Correction) bool {
	text := wholeText(e)
	if rec.head.Topic == OfResults || rec.head.Topic == OfAwards {
		return t.isCalled(text) || says(text, t.ways(t.Was)) || says(text, t.ways(t.Now))
	}
	if isSelf(c) || rec.names(c, text) {
		return t.isCalled(text) || t.isQuoted(text)
	}
	return rec.scored(text) == nil && len(named(text, rec.parts)) == 0 && t.isCalled(text) && t.isQuoted(text)
}

// names tells that a text names the part of the rules, or the unit of the registry, that a change is of.
func (rec *record) names(c Change, text string) bool {
	if c.Topic == OfCriterion && rec.scored(text)[c.subject().Key] {
		return true
	}
	found := named(text, rec.parts)
	return slices.ContainsFunc([]*Subject{c.was, c.now}, func(s *Subject) bool { return s != nil && slices.Contains(found, s.partName()) })
}

// partName is the name of a part of the rules or of a unit of the registry, as [plainWords] has it; "" for any other.
func (s *Subject) partName() string {
	switch s.Topic {
	case OfPhase, OfBlock, OfPrize, OfCommendation, OfCriterion, OfBand, OfEntry:
		return plainWords(s.value(Name, ""))
	}
	return ""
}

// summary is what the rows of a ranking come to: their corrections tell of it.
var summary = []Aspect{Mean, Counts}

// tellsOf tells that a correction speaks of a unit or a laureate: by the name, old or new; or, where it names nobody,
// by the title of the award, or by the rules where they are why a unit moves.
func (rec *record) tellsOf(c Change, e *document.Correction) bool {
	text := wholeText(e)
	names, titles := named(text, rec.known), named(text, rec.titles)
	general := len(rec.speaksOf(statement(e))) == 0
	for _, s := range []*Subject{c.was, c.now} {
		switch {
		case s == nil:
		case slices.Contains(names, plainWords(s.Name)):
			return true
		case general && c.Topic == OfAward && slices.Contains(titles, plainWords(s.value(Prize, ""))):
			return true
		}
	}
	return general && c.Why == ByRules && c.onlyMoves() && len(named(text, rulesWords)) > 0
}

// onlyMoves tells that nothing of a unit binds but what its scores come to. Whether it is ranked at all is decided of it.
func (c Change) onlyMoves() bool {
	return !slices.ContainsFunc(c.Turns, func(t Turn) bool {
		return c.bindsBy(t) && (t.Aspect == Unranked || !slices.Contains(outcome, t.Aspect))
	})
}

// isCalled tells that a text names what the fact is about.
func (t Turn) isCalled(text string) bool {
	if ways := called[t.Aspect]; ways != nil {
		return says(text, ways)
	}
	name := traitOf(t.Aspect).name
	return says(text, []string{name.Vi, name.En}) || t.Aspect == Attached && says(text, []string{t.Of})
}

// isQuoted tells that a text says what the fact was and is.
func (t Turn) isQuoted(text string) bool {
	return (t.Was.Plain == "" || says(text, t.ways(t.Was))) && (t.Now.Plain == "" || says(text, t.ways(t.Now)))
}

// ways are how a value may be written.
func (t Turn) ways(v Value) []string {
	return []string{v.Plain, v.Words.Vi, wording{diag.Vi}.value(t, v)}
}

// says tells that one of some words stand in a text.
func says(text string, ways []string) bool {
	text = " " + bareWords(text) + " "
	return slices.ContainsFunc(ways, func(way string) bool {
		words := bareWords(way)
		return words != "" && strings.Contains(text, " "+words+" ")
	})
}

// bareWords are the plain words of a text in which a day is the same as 28/04/2026 and as ngày 28 tháng 4 năm 2026.
func bareWords(text string) string {
	var out []string
	for _, word := range strings.Fields(plainWords(text)) {
		if word = strings.TrimLeft(word, "0"); word != "tháng" && word != "năm" {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}

// wholeText is all that a correction says.
func wholeText(e *document.Correction) string {
	return strings.Join([]string{e.What, e.Was, e.Now, e.Reason}, " | ")
}

// plainSet are some words as [plainWords] has them.
func plainSet(list ...string) map[string]bool {
	out := map[string]bool{}
	for _, words := range list {
		out[plainWords(words)] = true
	}
	return out
}

// whose is the unit or laureate that a change is of, before and now.
func (c Change) whose() string {
	if c.was != nil && c.now != nil && c.was.Name != c.now.Name {
		return c.was.Name + " → " + c.now.Name
	}
	return c.Name
}
