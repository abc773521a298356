package review

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
)

// The rules of change. Each looks at what was published at the base, or is about to be; what it finds has a code of
// its own in the catalogue, with the reason behind it. Errors stop the review, warnings want to be looked at.
//
// "Published" is what is on the portal at the review's moment, and what was on it and has expired: no draft, and
// nothing whose time has not come. What waits for its time is approved now, as nobody will be asked when it comes, and
// may still change under a new approval. Results and awards bind once they are published; a plan, the criteria and the names
// of units bind as soon as published results or awards rest on them. Which facts bind stands in the table of aspects.
var rules = []func(*judge, pair){
	(*judge).changed,        // a published fact changes, and no correction says so
	(*judge).correctionGone, // a correction that was published is removed or edited
	(*judge).correctionDate, // a correction that is older than what it corrects
	(*judge).correctionVague,
	(*judge).removed,  // results, awards, a plan or criteria vanish without a word
	(*judge).expiring, // … or will
	(*judge).approved, // an announcement without approval, or with one that is older than what it approves
	(*judge).decided,  // final results without a decision
	(*judge).disclosed,
	(*judge).text,
	(*judge).waived,
	(*judge).moved,
}

// Findings are what the rules of change find, sorted, in the words of one language: their sentences quote changes.
func (r *Review) Findings(lang diag.Lang) []diag.Finding {
	if !r.Readable() {
		return nil // nothing of the head is known; its own findings say why
	}
	j := &judge{Review: r, lang: lang}
	for _, p := range r.pairs {
		for _, rule := range rules {
			rule(j, p)
		}
	}
	j.themed()
	return diag.Sort(j.found)
}

// A judge holds the rules against one review.
type judge struct {
	*Review
	lang  diag.Lang
	found []diag.Finding
}

func (j *judge) report(code string, at Place, args diag.Args) {
	j.found = append(j.found, diag.New(code, at.File, diag.Pos{Line: at.Line}, args))
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

// changed: a published figure, rank, name or decision changes, and the page has no new entry in corrections.
func (j *judge) changed(p pair) {
	if p.base == nil || p.head == nil || !j.binding(p) || p.head.withdrawn() || p.progress() || len(j.corrected(p)) > 0 {
		return
	}
	var bound []Change
	for _, c := range j.of(p) {
		if j.binds(p, c) {
			bound = append(bound, c)
		}
	}
	if len(bound) == 0 {
		return
	}
	what := bound[0].Sentence(j.lang)
	rest := ""
	if n := len(bound) - 1; n > 0 {
		rest = strconv.Itoa(n)
	}
	j.report("review-changed", bound[0].At, diag.Args{"page": p.base.Title, "what": what, "rest": rest, "file": p.head.Path})
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
	switch c.Topic {
	case OfCorrection, OfWaiver, OfPhase:
		return false
	case OfEntry:
		return c.was != nil && j.isUsed(c.was.Key) && slices.ContainsFunc(c.Turns, func(t Turn) bool { return t.Aspect == Name || t.Aspect == Illustrative })
	case OfUnit, OfAward, OfCriterion, OfBand, OfPrize:
		if c.Act != Changed {
			return c.Act == Removed || p.base.Topic != OfPlan
		}
	}
	return slices.ContainsFunc(slices.Concat(c.Turns, c.Causes), func(t Turn) bool {
		if t.Aspect == Annulled && t.Was.Plain == "" {
			return false // an award is taken back by a later act, which stands there
		}
		weight := traitOf(t.Aspect).weight
		return weight == Fixed || weight == Settled && t.Was.Plain != ""
	})
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

// correctionGone: what was corrected once stays readable.
func (j *judge) correctionGone(p pair) {
	if p.base == nil || p.head == nil {
		return
	}
	for _, c := range j.of(p) {
		if c.Topic == OfCorrection && c.Act == Removed {
			j.report("review-correction-gone", Place{p.head.Path, 0}, diag.Args{"page": p.base.Title, "what": c.was.value(Said, "")})
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

// correctionVague: a correction names the units whose scores it changes.
func (j *judge) correctionVague(p pair) {
	entries := j.corrected(p)
	if p.base == nil || p.head == nil || p.head.Topic != OfResults || len(entries) == 0 {
		return
	}
	said := ""
	for _, c := range entries {
		said += " " + c.now.value(Said, "")
	}
	var silent []string
	for _, c := range j.of(p) {
		if c.Topic == OfUnit && (len(c.Causes) > 0 || c.Act != Changed) && !strings.Contains(said, c.Name) {
			silent = append(silent, c.Name)
		}
	}
	if len(silent) > 0 {
		j.report("review-correction-vague", entries[0].At, diag.Args{"units": strings.Join(silent, ", ")})
	}
}

// removed: what was announced stays, or its page says that it was withdrawn and why.
func (j *judge) removed(p pair) {
	was, is := p.public()
	if !was || is {
		return
	}
	switch {
	case p.base.Topic == OfResults || p.base.Topic == OfAwards || p.base.Topic == OfPlan && j.binding(p) || p.base.Topic == OfCriteria && j.binding(p):
		j.report("review-removed", j.goneAt(p), diag.Args{"page": p.base.Title, "address": p.base.Address})
	case !j.head.Portal.has(fileOf(p.base.Address)):
		j.report("review-address-gone", j.goneAt(p), diag.Args{"page": p.base.Title, "address": p.base.Address})
	}
}

// hiders are the keys that hide a document.
var hiders = map[site.Why]string{site.WhyDraft: "draft", site.WhyPublish: "publish", site.WhyExpired: "expires"}

// goneAt is the line that hides a publication, or the file that is gone.
func (j *judge) goneAt(p pair) Place {
	for _, h := range j.head.Result.Site.Hidden {
		if h.Doc.Path == p.base.Path {
			return Place{h.Doc.Path, h.Doc.Where(hiders[h.Why]).Line}
		}
	}
	return Place{File: p.base.Path}
}

// expiring: an announcement that stands for good is given an end.
func (j *judge) expiring(p pair) {
	if p.base == nil || p.head == nil || !p.head.Public || p.head.Topic != OfResults && p.head.Topic != OfAwards {
		return
	}
	for _, c := range j.of(p) {
		if t, ok := c.turn(Expires); ok && isSelf(c) && t.Now.Plain != "" {
			j.report("review-expiring", t.At(), diag.Args{"page": p.head.Title, "until": day(t.Now.Plain, j.lang)})
		}
	}
}

// approved: results and awards that come or change name who approved them, not before what they say.
func (j *judge) approved(p pair) {
	if !j.announces(p) || p.head.withdrawn() {
		return
	}
	h := p.head.doc.Header
	if h.Approved == nil || h.Approved.By == "" {
		j.report("review-unapproved", Place{p.head.Path, 0}, diag.Args{"page": p.head.Title})
		return
	}
	on := h.Approved.Date.Day
	at := Place{p.head.Path, p.head.doc.Where("approved", "date").Line}
	if j.unseen(p) {
		j.report("review-approval-old", at, diag.Args{"page": p.head.Title, "got": day(string(on), j.lang), "than": wording{j.lang}.say("nội dung vừa thay đổi", "what changes now")})
		return
	}
	for _, than := range j.approves(p) {
		if than.on != "" && on < than.on {
			j.report("review-approval-old", at, diag.Args{"page": p.head.Title, "got": day(string(on), j.lang), "want": day(string(than.on), j.lang), "than": than.what.In(j.lang)})
			return
		}
	}
}

// unseen tells that a published announcement changes under the approval that it had before: nobody has approved the
// change, unless the approval is of this very day.
func (j *judge) unseen(p pair) bool {
	annuls := func(c Change) bool { _, ok := c.turn(Annulled); return ok }
	if p.base == nil || p.base.doc.Header.Approved == nil || *p.base.doc.Header.Approved != *p.head.doc.Header.Approved {
		return false
	}
	today := j.head.Result.Site.Now.Format(time.DateOnly)
	return string(p.head.doc.Header.Approved.Date.Day) != today &&
		slices.ContainsFunc(j.of(p), func(c Change) bool { return j.binds(p, c) || annuls(c) })
}

// A dated thing that an approval may not be older than.
type dated struct {
	on   campaign.Day
	what diag.Text
}

// approves lists what an approval answers for.
func (j *judge) approves(p pair) []dated {
	var out []dated
	act := actOf(p.head)
	if act != nil {
		out = append(out, dated{act.Date.Day, diag.Text{Vi: "ngày ký văn bản", En: "the date of the act"}})
	}
	for _, c := range p.head.doc.Header.Corrections {
		out = append(out, dated{c.Date.Day, diag.Text{Vi: "ngày đính chính", En: "the date of the correction"}})
	}
	if p.base != nil && p.base.doc.Header.Approved != nil {
		out = append(out, dated{p.base.doc.Header.Approved.Date.Day, diag.Text{Vi: "lần duyệt trước", En: "the approval before"}})
	}
	return out
}

func actOf(p *Publication) *document.Act {
	switch {
	case p.doc.Results != nil:
		return p.doc.Results.Document
	case p.doc.Awards != nil:
		return p.doc.Awards.Document
	}
	return nil
}

// decided: awards that are decided, and results that are final, name the act that decides.
func (j *judge) decided(p pair) {
	if !j.announces(p) || p.head.withdrawn() || actOf(p.head) != nil {
		return
	}
	switch doc := p.head.doc; {
	case doc.Awards != nil && doc.Awards.Stage == string(award.Decided):
		j.report("review-undecided", Place{doc.Path, doc.Where("stage").Line}, diag.Args{"page": p.head.Title})
	case doc.Results != nil && !doc.Results.Provisional:
		j.report("review-no-act", Place{doc.Path, 0}, diag.Args{"page": p.head.Title})
	}
}

// disclosed: an award is decided after the term for comment on it has ended.
func (j *judge) disclosed(p pair) {
	if !j.announces(p) || p.head.award == nil || p.head.award.Awards.Stage != string(award.Decided) || actOf(p.head) == nil {
		return
	}
	decided := actOf(p.head).Date.Day
	for _, d := range j.terms(p.head) {
		last, _ := award.TermEnd(d.From.Day, d.Days, d.Working)
		if last != "" && decided != "" && decided <= last {
			j.report("review-undisclosed", Place{p.head.Path, p.head.doc.Where("document", "date").Line},
				diag.Args{"page": p.head.Title, "got": day(string(decided), j.lang), "want": day(string(last), j.lang)})
			return
		}
	}
}

// terms are the terms for comment of an announcement: its own, and those of the proposals of its campaign that share
// an award with it, at the head or at the base.
func (j *judge) terms(p *Publication) []*document.Disclosure {
	var out []*document.Disclosure
	mine := p.laureates()
	for _, o := range j.pairs {
		for _, side := range []*Publication{o.base, o.head} {
			if side == nil || side.award == nil || side.Campaign != p.Campaign || side.award.Awards.Disclosure == nil {
				continue
			}
			proposed := side.award.Awards.Stage == string(award.Proposed)
			if side == p || proposed && slices.ContainsFunc(side.laureates(), func(x string) bool { return slices.Contains(mine, x) }) {
				out = append(out, side.award.Awards.Disclosure)
			}
		}
	}
	return out
}

// laureates are the keys of an announcement's awards.
func (p *Publication) laureates() []string {
	var out []string
	for _, s := range p.Subjects() {
		if s.Topic == OfAward {
			out = append(out, s.Key)
		}
	}
	return out
}

// text: figures in the words of an announcement are looked at by people.
func (j *judge) text(p pair) {
	if p.base == nil || p.head == nil || p.head.Topic != OfResults && p.head.Topic != OfAwards || len(j.corrected(p)) > 0 || p.progress() {
		return
	}
	for _, c := range j.of(p) {
		for _, t := range c.Turns {
			if t.Aspect == Numbers {
				j.report("review-text-figures", Place{File: t.At().File}, diag.Args{"page": p.head.Title, "what": wording{j.lang}.turn(t)})
			}
		}
	}
}

// waived: what authors let pass is told to those who approve.
func (j *judge) waived(p pair) {
	if p.head == nil {
		return
	}
	for _, c := range j.of(p) {
		if c.Topic == OfWaiver && c.Act != Removed {
			j.report("review-waiver", c.At, diag.Args{"code": c.Name, "reason": c.now.value(Said, "")})
		}
	}
}

// moved: an address that readers know leads somewhere.
func (j *judge) moved(p pair) {
	was, is := p.public()
	if was && is && p.base.Address != p.head.Address && !j.head.Portal.has(fileOf(p.base.Address)) {
		j.report("review-address-gone", Place{p.head.Path, 0}, diag.Args{"page": p.base.Title, "address": p.base.Address})
	}
}

func fileOf(address string) string { return strings.TrimPrefix(address, "/") + "index.html" }

// themed: a theme changes how the portal looks, not what it says.
func (j *judge) themed() {
	const file = "templates/"
	t := j.Theme
	for _, c := range t.Cells {
		j.report("review-theme-figures", Place{File: file}, diag.Args{"address": c.Address, "was": c.Was, "now": c.Now})
	}
	if n := len(t.Words); n > 0 && len(t.Cells) == 0 {
		j.report("review-theme-words", Place{File: file}, diag.Args{"count": strconv.Itoa(n), "address": t.Words[0].Address, "was": t.Words[0].Was, "now": t.Words[0].Now})
	}
	if len(t.Static) > 0 {
		j.report("review-theme-static", Place{File: file}, diag.Args{"files": strings.Join(paths(t.Static), ", ")})
	}
}

// stamped is a file's name with the mark of its content, under which browsers keep it.
var stamped = regexp.MustCompile(`\.[0-9a-f]{8}(\.[a-z]+)$`)

// paths are the names of files as the theme has them, each once.
func paths(files []FileChange) []string {
	var out []string
	for _, f := range files {
		out = append(out, stamped.ReplaceAllString(f.Path, "$1"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func dayPart(moment string) string { return moment[:min(10, len(moment))] }
