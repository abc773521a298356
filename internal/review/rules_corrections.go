package review

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// corrected are the corrections that the page has at the head and not at the base.
func (j *judge) corrected(p pair) []Change {
	var out []Change
	for _, c := range j.of(p) {
		if c.Topic == OfCorrection && c.Act == Added {
			out = append(out, c)
		}
	}
	return out
}

// correctionGone: what was corrected once stays readable.
func (j *judge) correctionGone(p pair) {
	if p.base == nil || p.head == nil {
		return
	}
	for _, c := range j.of(p) {
		if c.Topic == OfCorrection && c.Act == Removed {
			j.report("review-correction-gone", Place{File: p.head.Path}, diag.Args{"page": p.base.Title, "what": c.was.value(Said, "")})
		}
	}
}

// correctionDate: a new correction is not older than the approval of what it corrects.
func (j *judge) correctionDate(p pair) {
	if p.base == nil || p.head == nil || p.base.doc == nil {
		return
	}
	since := ""
	if a := p.base.doc.Header.Approved; a != nil {
		since = string(a.Date.Day)
	}
	for _, c := range j.corrected(p) {
		if on := c.now.value(Date, ""); since != "" && dayPart(on) < since {
			j.report("review-correction-date", c.At, diag.Args{"got": day(dayPart(on), j.lang), "want": day(since, j.lang)})
		}
	}
}

// correctionVague: the new corrections speak of each bound change. Otherwise one of a slip of the pen would let everything
// else on the page change in silence.
func (j *judge) correctionVague(p pair, entries, bound []Change) {
	rec := j.record(p)
	var silent []string
	for _, c := range bound {
		silent = append(silent, j.untold(rec, c, entries)...)
	}
	if len(silent) > 0 {
		j.report("review-correction-vague", entries[0].At, diag.Args{"what": strings.Join(silent, "; ")})
	}
}

// correctionFalse: a correction is a statement of its own. The units that it names are those of which something
// changes, and what it says was and is, is what really changes; where nothing does, as it comes after the change, what is
// now at least stands there. It may also say what changes in the criteria and the plan behind the page.
func (j *judge) correctionFalse(p pair) {
	entries := j.corrected(p)
	if p.base == nil || p.head == nil || len(entries) == 0 || !slices.Contains([]Topic{OfResults, OfAwards, OfPlan, OfCriteria}, p.head.Topic) {
		return
	}
	rec := j.record(p)
	for _, c := range entries {
		what := c.now.correction
		who := rec.speaksOf(what.What)
		if strangers := rec.strangers(who); len(strangers) > 0 {
			j.report("review-correction-unit", c.At, diag.Args{"units": strings.Join(strangers, ", "), "really": strings.Join(rec.touchedNames(), ", ")})
			continue
		}
		claim := claimOf(what, rec.titles)
		if claim.isMute() {
			continue
		}
		said, changes, rules := statement(what), rec.about(rec.changes, who, what.What), rec.about(rec.rules, nil, what.What)
		switch {
		case claim.agrees(turnsIn(rules)):
		case len(changes) == 0 && claim.stands(rec.facts(who, what.What)):
			j.report("review-correction-late", c.At, diag.Args{"said": said})
		case len(changes) == 0 || !claim.agrees(turnsIn(slices.Concat(changes, rules))):
			j.report("review-correction-false", c.At, diag.Args{"said": said, "really": wording{j.lang}.really(changes)})
		}
	}
}

// text: the words of an announcement, of a plan and of criteria are looked at by people, figures first.
func (j *judge) text(p pair) {
	if p.base == nil || p.head == nil || p.head.doc == nil || !j.binding(p) || p.progress() || p.head.withdrawn() {
		return
	}
	for _, c := range j.of(p) {
		for _, t := range c.Turns {
			if t.Aspect == Numbers && j.unexplained(p, t) {
				j.report("review-text-figures", Place{File: t.At().File}, diag.Args{"page": p.head.Title, "what": wording{j.lang}.turn(t)})
			}
		}
	}
	before, after := p.base.doc.Body.Text(), p.head.doc.Body.Text()
	if bare := figures.ReplaceAllString; bare(before, "") != bare(after, "") {
		was, now := passage(strings.Fields(before), strings.Fields(after))
		j.report("review-text-words", Place{File: p.head.Path}, diag.Args{"page": p.head.Title, "was": was, "now": now})
	}
}

// unexplained tells that the figures of a text are others which neither a new correction says nor a fact that changes.
func (j *judge) unexplained(p pair, t Turn) bool {
	var said []term
	for _, c := range j.of(p) {
		if c.Topic == OfCorrection && c.Act == Added {
			said = append(said, figuresOf(wholeText(c.now.correction))...)
		}
		for _, o := range c.Turns {
			if o.Aspect != Numbers && c.Topic != OfCorrection && len(j.corrected(p)) > 0 {
				said = append(said, append(termsOf(o.Aspect, o.Was), termsOf(o.Aspect, o.Now)...)...)
			}
		}
	}
	gone, fresh := apart(strings.Fields(t.Was.Plain), strings.Fields(t.Now.Plain))
	return slices.ContainsFunc(figuresOf(strings.Join(append(gone, fresh...), " ")), func(one term) bool { return !holds(said, one) })
}

func dayPart(moment string) string { return moment[:min(10, len(moment))] }
