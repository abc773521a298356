package dossier

import (
	"io"

	"bangvang/internal/diag"
	"bangvang/internal/report"
	"bangvang/internal/review"
)

type jsonPlace struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"`
}

func placeOf(p review.Place) jsonPlace { return jsonPlace{p.File, p.Line, p.Sheet, p.Cell()} }

type jsonTurn struct {
	Aspect review.Aspect `json:"aspect"`
	Of     string        `json:"of,omitempty"`
	Was    string        `json:"was"`
	Now    string        `json:"now"`
	At     jsonPlace     `json:"at"`
}

type jsonChange struct {
	Topic    review.Topic `json:"topic"`
	Act      review.Act   `json:"act"`
	Page     string       `json:"page"`
	Address  string       `json:"address"`
	Campaign string       `json:"campaign,omitempty"`
	Name     string       `json:"name"`
	Turns    []jsonTurn   `json:"turns"`
	Why      review.Why   `json:"why,omitempty"`
	Causes   []jsonTurn   `json:"causes,omitempty"`
	Others   []string     `json:"others,omitempty"`
	At       jsonPlace    `json:"at"`
	Sentence string       `json:"sentence"`
}

type jsonPage struct {
	Address string     `json:"address"`
	Act     review.Act `json:"act"`
	Words   bool       `json:"words"`
	Was     string     `json:"was,omitempty"`
	Now     string     `json:"now,omitempty"`
}

type jsonAlarm struct {
	Kind  review.AlarmKind `json:"kind"`
	Page  string           `json:"page"`
	Unit  string           `json:"unit"`
	Rank  int              `json:"rank"`
	Value string           `json:"value"`
}

type jsonApproval struct {
	Page      string    `json:"page"`
	By        string    `json:"by"`
	Date      string    `json:"date"`
	At        jsonPlace `json:"at"`
	Committed string    `json:"committed,omitempty"`
}

type jsonDossier struct {
	Base      string           `json:"base"`
	Head      string           `json:"head"`
	Stops     bool             `json:"stops"`
	Verdict   string           `json:"verdict"`
	Findings  []report.Finding `json:"findings"`
	Changes   []jsonChange     `json:"changes"`
	Alarms    []jsonAlarm      `json:"alarms"`
	Approvals []jsonApproval   `json:"approvals"`
	Pages     []jsonPage       `json:"pages"`
	Files     []jsonPage       `json:"files"`
	Theme     []jsonPage       `json:"theme"`
	Unkept    []string         `json:"unkept"`
}

// json writes the review for machines: values are plain, dates as in the sources.
func (d *Dossier) json(w io.Writer) error {
	out := jsonDossier{Base: d.Base, Head: d.Head, Stops: d.Stops(), Verdict: d.Verdict(),
		Findings: report.List(d.Findings, d.Lang), Changes: []jsonChange{}, Alarms: []jsonAlarm{}, Approvals: []jsonApproval{},
		Pages: pagesOf(d.Pages), Files: []jsonPage{}, Theme: pagesOf(d.Theme.Words), Unkept: append([]string{}, d.Unkept...)}
	for _, c := range d.Changes {
		out.Changes = append(out.Changes, changeOf(c, d.Lang))
	}
	for _, one := range d.Rankings {
		for _, a := range one.Alarms {
			out.Alarms = append(out.Alarms, jsonAlarm{a.Kind, one.Address, a.Unit, a.Rank, a.Figure})
		}
	}
	for _, a := range d.Approvals {
		out.Approvals = append(out.Approvals, jsonApproval{a.Publication.Address, a.By, string(a.On.Day), placeOf(a.At), a.Committed})
	}
	for _, f := range d.Files {
		out.Files = append(out.Files, jsonPage{Address: f.Path, Act: f.Act})
	}
	return report.Encode(w, out)
}

func changeOf(c review.Change, lang diag.Lang) jsonChange {
	return jsonChange{
		Topic: c.Topic, Act: c.Act, Page: c.Publication.Title, Address: c.Publication.Address, Campaign: c.Publication.Campaign,
		Name: c.Name, Turns: turnsOf(c.Turns), Why: c.Why, Causes: turnsOf(c.Causes), Others: c.Others, At: placeOf(c.At), Sentence: c.Sentence(lang),
	}
}

func turnsOf(turns []review.Turn) []jsonTurn {
	out := []jsonTurn{}
	for _, t := range turns {
		out = append(out, jsonTurn{t.Aspect, t.Of, t.Was.Plain, t.Now.Plain, placeOf(t.At())})
	}
	return out
}

func pagesOf(pages []review.PageChange) []jsonPage {
	out := []jsonPage{}
	for _, p := range pages {
		out = append(out, jsonPage{p.Address, p.Act, p.Words, p.Was, p.Now})
	}
	return out
}
