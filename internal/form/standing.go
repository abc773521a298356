package form

import (
	"strconv"
	"strings"

	"bangvang/internal/document"
)

// StandingAwards returns the awards that a document has, by the keys of the list's fields.
func StandingAwards(doc *document.Document) []Standing {
	var out []Standing
	for i, a := range doc.Awards.Awards {
		v := map[string]string{"prize": a.Prize, "commendation": a.Commendation, "unit": a.Unit, "merit": a.Merit, "reason": a.Reason}
		if p := a.Person; p != nil {
			v["person.name"], v["person.position"], v["person.unit"], v["person.sort"] = p.Name, p.Position, p.Unit, p.Sort
		}
		if a.Money != nil {
			v["money"] = strconv.FormatInt(*a.Money, 10)
		}
		if n := a.Annulled; n != nil {
			v["annulled.document"], v["annulled.date"], v["annulled.reason"] = n.Document, string(n.Date.Day), n.Reason
		}
		out = append(out, Standing{v, doc.Where("awards", i).Line})
	}
	return out
}

// StandingUnits returns the units that a registry has.
func StandingUnits(doc *document.Document) []Standing {
	var out []Standing
	for i, u := range doc.Units.Units {
		out = append(out, Standing{map[string]string{
			"id": u.ID, "name": u.Name, "kind": u.Kind, "from": string(u.From.Day), "to": string(u.To.Day),
			"became": strings.Join(u.Became, ", "), "act": u.Act,
		}, doc.Where("units", i).Line})
	}
	return out
}
