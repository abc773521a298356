package review

import (
	"strconv"
	"strings"
)

// why says because of what a unit moves.
func (w wording) why(c Change) string {
	switch c.Why {
	case ByScores:
		var out []string
		for i, t := range c.Causes {
			if i == most && len(c.Causes) > most+1 {
				out = append(out, w.say("và "+strconv.Itoa(len(c.Causes)-most)+" điểm khác", "and "+strconv.Itoa(len(c.Causes)-most)+" more scores"))
				break
			}
			out = append(out, w.cause(c, t))
		}
		return w.say("vì ", "because of ") + strings.Join(out, ", ")
	case ByRules:
		return w.say("vì tiêu chí, cách tính thay đổi", "because the criteria or the way of counting change")
	case ByMark:
		return w.say("vì số ghi trong bảng công bố thay đổi (", "because the published figure in the sheet changes (") + c.short(c.Causes[len(c.Causes)-1].At()) + ")"
	case ByOthers:
		names := c.Others
		if len(names) > most {
			names = append(names[:most:most], "…")
		}
		return w.say("vì thay đổi của ", "because of changes of ") + strings.Join(names, ", ")
	}
	return ""
}

// most is how many causes a sentence names.
const most = 3

func (w wording) cause(c Change, t Turn) string {
	name := strings.TrimSpace(traitOf(t.Aspect).name.In(w.lang) + " " + t.Of)
	was, now := w.value(t, t.Was), w.value(t, t.Now)
	none := w.say("chưa có", "none")
	if t.Aspect != Score {
		none = "0"
	}
	if was == "" {
		was = none
	}
	if now == "" {
		now = none
	}
	return name + ": " + was + " → " + now + " (" + c.short(t.At()) + ")"
}

// really says what changes, for a correction that says something else: "Xã D: tiêu chí 2: 31 → 33".
func (w wording) really(changes []Change) string {
	var out []string
	for _, c := range changes {
		for _, t := range c.Turns {
			if c.follows(t) {
				continue
			}
			if len(out) == most {
				return strings.Join(append(out, "…"), "; ")
			}
			said := w.turn(t)
			if !isSelf(c) {
				said = c.Name + ": " + said
			}
			out = append(out, said)
		}
	}
	if len(out) == 0 {
		return w.say("không có", "none")
	}
	return strings.Join(out, "; ")
}

func (w wording) place(c Change) string { return " (" + c.short(c.At) + ")" }

// short writes a place as content refers to it: from the campaign's folder, else from content.
func (c Change) short(p Place) string {
	p.File = strings.TrimPrefix(p.File, "content/")
	if c.Publication.Campaign != "" {
		p.File = strings.TrimPrefix(p.File, "phong-trao/"+c.Publication.Campaign+"/")
	}
	return p.String()
}
