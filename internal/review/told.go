package review

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// rulesWords are how a correction says that the rules are others.
var rulesWords = setOf([]string{
	"tiêu chí", "cách tính", "cách xếp hạng", "cách xếp loại", "phân định", "khi bằng điểm", "khóa phụ", "trọng số",
	"criteria", "criterion", "ranking rules", "ties", "weight",
})

// untold is what no correction says of a bound change, in words: who it is of, or the facts of the announcement itself.
func (j *judge) untold(rec *record, c Change, entries []Change) []string {
	tells := func(told func(*document.Correction) bool) bool {
		return slices.ContainsFunc(entries, func(e Change) bool { return told(e.now.correction) })
	}
	if c.Topic == OfUnit || c.Topic == OfAward {
		if c.Why == ByOthers && c.onlyMoves() || tells(func(e *document.Correction) bool { return rec.tellsOf(c, e) }) {
			return nil // of a unit that others pass, the correction of those others tells
		}
		return []string{c.whose()}
	}
	var out []string
	for _, t := range c.Turns {
		if c.bindsBy(t) && !slices.Contains(summary, t.Aspect) && !tells(t.toldBy) {
			out = append(out, wording{j.lang}.turn(t))
		}
	}
	return out
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

// toldBy tells that a correction names what the fact is about, or says what it was or is.
func (t Turn) toldBy(e *document.Correction) bool {
	text := " " + bareWords(wholeText(e)) + " "
	name := traitOf(t.Aspect).name
	ways := []string{name.Vi, name.En}
	for _, v := range []Value{t.Was, t.Now} {
		ways = append(ways, v.Plain, v.Words.Vi)
		if traitOf(t.Aspect).form == dayForm {
			ways = append(ways, day(v.Plain, diag.Vi))
		}
	}
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

// whose is the unit or laureate that a change is of, before and now.
func (c Change) whose() string {
	if c.was != nil && c.now != nil && c.was.Name != c.now.Name {
		return c.was.Name + " → " + c.now.Name
	}
	return c.Name
}
