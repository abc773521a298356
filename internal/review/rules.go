package review

import (
	"slices"
	"strconv"

	"bangvang/internal/award"
	"bangvang/internal/diag"
)

// The rules of change. Each looks at what was published at the base, or is about to be; what it finds has a code of
// its own in the catalogue, with the reason behind it. Errors stop the review, warnings want to be looked at.
//
// "Published" is what is on the portal at the review's moment, and what was on it and has expired: no draft, and
// nothing whose time has not come. What waits for its time is approved now, as nobody will be asked when it comes, and
// may still change under a new approval. Results and awards bind once they are published; a plan, the criteria and the
// names of units bind as soon as published results or awards rest on them. Which facts bind stands in the table of aspects.
var rules = []func(*judge, pair){
	(*judge).changed, // a published fact changes, and no correction says so, or none that speaks of it

	(*judge).correctionGone,  // a correction that was published is removed or edited
	(*judge).correctionDate,  // a correction is older than what it corrects
	(*judge).correctionFalse, // a correction says something else than what changes
	(*judge).text,            // the words of what binds are others

	(*judge).approved,  // an announcement without approval, or with one that is older than what it approves
	(*judge).decided,   // an announcement without its decision
	(*judge).disclosed, // an award that is decided before the term for comment on it has ended

	(*judge).removed,  // results, awards, a plan or criteria vanish without a word
	(*judge).expiring, // … or will
	(*judge).moved,    // an address leads nowhere any more, or its files are gone
	(*judge).rebased,  // all addresses are others
	(*judge).waived,   // an author lets a judgement pass
}

// Findings are what the rules of change find, sorted, in the words of one language: their sentences quote changes.
func (r *Review) Findings(lang diag.Lang) []diag.Finding {
	if !r.Readable() {
		return nil // nothing of the head is known; its own findings say why
	}
	j := &judge{Review: r, lang: lang, files: r.base.Portal.lost(r.head.Portal)}
	for _, p := range r.pairs {
		for _, rule := range rules {
			rule(j, p)
		}
	}
	j.themed()
	j.generated()
	return diag.Sort(j.found)
}

// A judge holds the rules against one review.
type judge struct {
	*Review
	lang  diag.Lang
	files map[string][]string // that are gone, see [Portal.lost]
	found []diag.Finding
}

func (j *judge) report(code string, at Place, args diag.Args) {
	j.found = append(j.found, diag.New(code, at.File, at.Pos, args))
}

// binding tells that what the publication said at the base binds.
func (j *judge) binding(p pair) bool {
	if p.base == nil || p.base.Due {
		return false
	}
	switch p.base.Topic {
	case OfResults, OfAwards:
		return true
	case OfPlan, OfCriteria:
		return slices.ContainsFunc(j.pairs, func(o pair) bool {
			return o.base != nil && !o.base.Due && o.base.Campaign == p.base.Campaign && o.base.Campaign != "" && p.base.carries(o.base)
		})
	case OfRegistry:
		return true
	}
	return false
}

// carries tells that results or awards rest on a plan or on criteria.
func (p *Publication) carries(o *Publication) bool {
	switch {
	case o.round != nil && p.criteria != nil:
		return p.criteria.Has(o.round.Block.ID)
	case o.award != nil || o.round != nil:
		return p.Topic == OfPlan
	}
	return false
}

// changed: a published figure, rank, name or decision changes, and the page has no new entry in corrections, or none
// that speaks of it.
func (j *judge) changed(p pair) {
	if p.base == nil || p.head == nil || !j.binding(p) || p.head.withdrawn() && !p.base.withdrawn() || p.progress() {
		return
	}
	var bound []Change
	for _, c := range j.of(p) {
		if j.binds(p, c) {
			bound = append(bound, c)
		}
	}
	switch entries := j.corrected(p); {
	case len(entries) > 0:
		j.correctionVague(p, entries, bound)
		return
	case len(bound) == 0:
		return
	}
	first := bound[max(0, slices.IndexFunc(bound, func(c Change) bool { return c.Why != ByOthers }))] // not what only follows from it
	what := first.Sentence(j.lang)
	rest := ""
	if n := len(bound) - 1; n > 0 {
		rest = strconv.Itoa(n)
	}
	j.report("review-changed", first.At, diag.Args{"page": p.base.Title, "what": what, "rest": rest, "file": j.answers(p, first)})
}

// answers is the file that a correction of a change is written in: the page's own, or that one of the registries
// which the change is in.
func (j *judge) answers(p pair, c Change) string {
	if p.head.Topic == OfRegistry && c.At.File != "" {
		return c.At.File
	}
	return p.head.Path
}

// of are the changes of a publication, but for that it comes or goes.
func (j *judge) of(p pair) []Change {
	var out []Change
	for _, c := range j.Changes {
		if c.Publication == p.one() && !isWhole(c) {
			out = append(out, c)
		}
	}
	return out
}

// binds tells that a change alters what was published.
func (j *judge) binds(p pair, c Change) bool {
	if p.head.withdrawn() { // what is said of a page that was taken back, is why
		return slices.ContainsFunc(c.Turns, func(t Turn) bool { return t.Aspect == Withdrawn })
	}
	switch c.Topic {
	case OfCorrection, OfWaiver:
		return false
	case OfEntry:
		return c.was != nil && j.isUsed(c.was.Key) && slices.ContainsFunc(c.Turns, func(t Turn) bool { return t.Aspect == Name || t.Aspect == Illustrative })
	case OfUnit, OfAward, OfCriterion, OfBand, OfPrize, OfPhase:
		if c.Act != Changed {
			return c.Act == Removed || p.base.Topic != OfPlan
		}
	}
	return slices.ContainsFunc(slices.Concat(c.Turns, c.Causes), c.bindsBy)
}

// bindsBy tells that one of the facts of a change was published, and binds.
func (c Change) bindsBy(t Turn) bool {
	switch {
	case t.Aspect == Annulled && t.Was.Plain == "":
		return false // an award is taken back by a later act, which stands there
	case t.Aspect == Previous:
		return t.Was.Plain != "" && t.Now.Plain != "" // it goes by itself with the round that it is
	case t.Aspect == Prize && c.Topic == OfAward:
		return true // an announcement decides it; the row of a unit only repeats it
	}
	weight := traitOf(t.Aspect).weight
	return weight == Fixed || weight == Settled && t.Was.Plain != ""
}

// progress tells that an announcement has gone on to its next stage: what was proposed is decided, what was
// provisional is final. Figures and laureates may differ then; the new approval answers for them.
func (p pair) progress() bool {
	switch {
	case p.base.award != nil && p.head.award != nil:
		return p.base.award.Awards.Stage == string(award.Proposed) && p.head.award.Awards.Stage == string(award.Decided)
	case p.base.round != nil && p.head.round != nil:
		return p.base.round.Results.Provisional && !p.head.round.Results.Provisional
	}
	return false
}

func (p *Publication) withdrawn() bool { return p.doc != nil && p.doc.Header.Withdrawn != nil }

// isUsed tells that results or awards at the base name a unit.
func (j *judge) isUsed(unit string) bool {
	if j.used == nil {
		j.used = map[string]bool{}
		for _, p := range j.pairs {
			if p.base == nil || p.base.Due {
				continue
			}
			if p.base.round != nil {
				for _, u := range p.base.round.Block.Units {
					j.used[u.ID] = true
				}
			}
			if p.base.award != nil {
				for _, l := range p.base.award.Lines {
					if l.Unit != nil {
						j.used[l.Unit.ID] = true
					}
				}
			}
		}
	}
	return j.used[unit]
}
