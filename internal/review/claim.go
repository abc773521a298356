package review

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// A claim is what a correction says was and is, as it can be compared: its figures, else its words where they are
// the name of a band or a prize.
type claim struct{ was, now []term }

// A term is one thing said, by all ways to read it: "1.234" is a thousand, or one and a fraction.
type term []string

func (t term) is(other term) bool {
	return slices.ContainsFunc(t, func(s string) bool { return slices.Contains(other, s) })
}

// claimOf reads a correction. titles are the words that stand for something, as [plainWords] has them.
func claimOf(c *document.Correction, titles map[string]bool) claim {
	side := func(text string) []term {
		out := figuresOf(criterion.ReplaceAllString(text, ""))
		if words := plainWords(text); len(out) == 0 && titles[words] {
			out = append(out, term{words})
		}
		return out
	}
	out := claim{side(c.Was), side(c.Now)}
	if c.Was != c.Now {
		out.shared()
	}
	return out
}

// shared takes out what stands on both sides: "8/10" → "9/10" is about 8 and 9.
func (c *claim) shared() {
	if len(c.was) != len(c.now) {
		return
	}
	var was, now []term
	for i := range c.was {
		if !c.was[i].is(c.now[i]) {
			was, now = append(was, c.was[i]), append(now, c.now[i])
		}
	}
	c.was, c.now = was, now
}

// isMute tells that there is nothing to compare.
func (c claim) isMute() bool { return len(c.was)+len(c.now) == 0 }

// agrees tells that the turns are what the claim says: as many terms on both sides are pairs, each the two sides of one
// turn; else each term stands on its side of some turn.
func (c claim) agrees(turns []Turn) bool {
	if len(c.was) == len(c.now) {
		for i := range c.was {
			if !slices.ContainsFunc(turns, func(t Turn) bool { return t.says(&c.was[i], &c.now[i]) }) {
				return false
			}
		}
		return true
	}
	says := func(was, now *term) bool {
		return slices.ContainsFunc(turns, func(t Turn) bool { return t.says(was, now) })
	}
	return !slices.ContainsFunc(c.was, func(w term) bool { return !says(&w, nil) }) &&
		!slices.ContainsFunc(c.now, func(n term) bool { return !says(nil, &n) })
}

// stands tells that what the claim says is now, is what the facts say.
func (c claim) stands(facts []Fact) bool {
	return !slices.ContainsFunc(c.now, func(n term) bool {
		return !slices.ContainsFunc(facts, func(f Fact) bool { return holds(termsOf(f.Aspect, f.Value), n) })
	})
}

// says tells that a turn has a term on each side; nil is any.
func (t Turn) says(was, now *term) bool {
	w, n := t.Was, t.Now
	if traitOf(t.Aspect).form == diffForm {
		gone, fresh := apart(strings.Fields(w.Plain), strings.Fields(n.Plain))
		w, n = Value{Plain: strings.Join(gone, " ")}, Value{Plain: strings.Join(fresh, " ")}
	}
	return (was == nil || holds(termsOf(t.Aspect, w), *was)) && (now == nil || holds(termsOf(t.Aspect, n), *now))
}

func holds(list []term, one term) bool { return slices.ContainsFunc(list, one.is) }

// termsOf are the figures of a value, and its words as a whole. Bonus and penalty that are not there are none.
func termsOf(a Aspect, v Value) []term {
	if v.Plain == "" && (a == Bonus || a == Penalty) {
		return []term{{"0"}}
	}
	return append(figuresOf(v.Plain+" "+v.Words.Vi), term{plainWords(v.Plain)}, term{plainWords(v.Words.Vi)})
}

// criterion is a criterion that a text names: its number is no figure.
var criterion = regexp.MustCompile(`(?i)(?:tiêu chí|lĩnh vực|criterion)(?: thành phần)? [\w.]+`)

// amounts are the numbers in a text, each part of a date or a symbol by itself; points and commas are numbers whose
// thousands may be set apart so.
var (
	amounts = regexp.MustCompile(`\d+(?:[.,]\d+)*`)
	points  = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?$`)
	commas  = regexp.MustCompile(`^\d{1,3}(?:,\d{3})+(?:\.\d+)?$`)
)

// figuresOf are the figures of a text, each by all ways to read it.
func figuresOf(text string) []term {
	var out []term
	for _, figure := range amounts.FindAllString(text, -1) {
		one := term{figure}
		read := func(plain string) {
			if d, err := campaign.ParseDecimal(strings.Replace(plain, ",", ".", 1)); err == nil {
				one = append(one, d.String())
			}
		}
		read(figure)
		if points.MatchString(figure) {
			read(strings.ReplaceAll(figure, ".", ""))
		}
		if commas.MatchString(figure) {
			read(strings.ReplaceAll(figure, ",", ""))
		}
		out = append(out, one)
	}
	return out
}

// plainWords are the words of a text with one space between them, whatever the case, the marks between and the letter that
// bears a tone.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(viet.OneTone(strings.ToLower(viet.NFC(text))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// named are those of some names that stand in a text as whole words. Of two on one place it is the longer one: "Xã An
// Hiệp" does not name "Xã An". Names and result are as [plainWords] has them, the longest first.
func named(text string, names map[string]bool) []string {
	rest := " " + plainWords(text) + " "
	var out []string
	for name := range names {
		if name != "" && strings.Contains(rest, " "+name+" ") {
			out = append(out, name)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.DeleteFunc(out, func(name string) bool {
		if !strings.Contains(rest, " "+name+" ") {
			return true
		}
		rest = strings.ReplaceAll(rest, " "+name+" ", " | ")
		return false
	})
}
