package review

import (
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
)

// fact says a fact that stands alone.
func (w wording) fact(t Turn, v Value) string {
	trait := traitOf(t.Aspect)
	switch t.Aspect {
	case Total:
		return w.value(t, v) + w.say(" điểm", " points")
	case Prize, Said, Rank:
		return w.value(t, v)
	case Unranked:
		return trait.name.In(w.lang) + ": " + w.value(t, v)
	}
	return strings.TrimSpace(trait.name.In(w.lang)+" "+t.Of) + " " + w.value(t, v)
}

// turn says one fact that is said otherwise.
func (w wording) turn(t Turn) string {
	trait := traitOf(t.Aspect)
	name := strings.TrimSpace(trait.name.In(w.lang) + " " + t.Of)
	if trait.form == flagForm {
		if t.Now.Plain == "" {
			return w.say("không còn là ", "no longer ") + name
		}
		return w.say("thành ", "now ") + name
	}
	if trait.form == diffForm {
		was, now := apart(strings.Fields(t.Was.Plain), strings.Fields(t.Now.Plain))
		return w.apart(name, strings.Join(was, "; "), strings.Join(now, "; "))
	}
	was, now := w.value(t, t.Was), w.value(t, t.Now)
	switch {
	case trait.form == rankForm && was != "" && now != "":
		return w.ranks(t.Was.Plain, t.Now.Plain)
	case t.Was.Plain == "":
		if trait.added.Vi != "" {
			return strings.Replace(trait.added.In(w.lang), "{now}", now, 1)
		}
		return w.say("thêm ", "now with ") + w.fact(t, t.Now)
	case t.Now.Plain == "":
		return w.say("không còn ", "no longer with ") + w.fact(t, t.Was)
	case trait.change.Vi != "":
		return strings.NewReplacer("{was}", was, "{now}", now).Replace(trait.change.In(w.lang))
	}
	return name + ": " + was + " → " + now
}

// apart says what came into a list, what went, or both.
func (w wording) apart(name, gone, fresh string) string {
	switch {
	case gone == "":
		return w.say("thêm ", "now with ") + name + " " + fresh
	case fresh == "":
		return w.say("không còn ", "no longer with ") + name + " " + gone
	}
	return name + ": " + gone + " → " + fresh
}

// ranks says "hạng 4 → 2"; a shared rank is said on each side by itself: "hạng 4 → đồng hạng 2".
func (w wording) ranks(was, now string) string {
	if !strings.HasSuffix(was, "=") && !strings.HasSuffix(now, "=") {
		return w.rank(was) + " → " + now
	}
	return w.rank(was) + " → " + w.rank(now)
}

func (w wording) rank(plain string) string {
	if shared, is := strings.CutSuffix(plain, "="); is {
		return w.say("đồng hạng ", "shared rank ") + shared
	}
	return w.say("hạng ", "rank ") + plain
}

// apart leaves of two lists what the other lacks.
func apart(was, now []string) ([]string, []string) {
	count := map[string]int{}
	for _, x := range now {
		count[x]++
	}
	var gone []string
	for _, x := range was {
		if count[x]--; count[x] < 0 {
			gone = append(gone, x)
			count[x] = 0
		}
	}
	var fresh []string
	for _, x := range now {
		if count[x] > 0 {
			count[x]--
			fresh = append(fresh, x)
		}
	}
	return gone, fresh
}

// value writes a value by its form.
func (w wording) value(t Turn, v Value) string {
	if words := v.Words.In(w.lang); words != "" {
		return strings.TrimSuffix(words, ".")
	}
	switch traitOf(t.Aspect).form {
	case numberForm:
		return number(v.Plain, w.lang)
	case percentForm:
		return number(v.Plain, w.lang) + "%"
	case moneyForm:
		return number(v.Plain, w.lang) + w.say(" đồng", " đồng")
	case dayForm:
		return day(v.Plain, w.lang)
	case rankForm:
		if v.Plain != "" {
			return w.rank(v.Plain)
		}
	}
	return v.Plain
}

// number writes a plain decimal, and leaves what is none as it is.
func number(plain string, lang diag.Lang) string {
	if _, err := campaign.ParseDecimal(plain); err != nil {
		return plain
	}
	return explain.Speech{Lang: lang}.Plain(plain)
}

// day writes "2021-05-05" as "05/5/2021" or "5 May 2021", and a time with its hour.
func day(text string, lang diag.Lang) string {
	speech := explain.Speech{Lang: lang}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return speech.Date(t)
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return speech.Date(t) + t.Format(" 15:04")
	}
	return text
}
