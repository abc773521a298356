package award_test

import (
	"fmt"
	"strings"
	"testing"

	. "bangvang/internal/award"
	"bangvang/internal/campaign"
)

func ptr[T any](v T) *T { return &v }

// standings ranks units a, b, c … by their points of a hundred.
func standings(points ...int) *campaign.Standings {
	rules := &campaign.Rules{
		Criteria: []campaign.Criterion{{ID: "1", Max: ptr(campaign.Int(100))}},
		Bands:    []campaign.Band{{Name: "Tốt", From: campaign.Int(80)}, {Name: "Khá", From: campaign.Int(50)}},
	}
	r := &campaign.Round{Rules: rules, Excluded: map[string]string{"x": "kỷ luật"}}
	for i, p := range points {
		id := string(rune('a' + i))
		r.Block = append(r.Block, campaign.Unit{ID: id})
		r.Entries = append(r.Entries, campaign.Entry{Unit: id, Scores: map[string]campaign.Score{"1": {State: campaign.Scored, Value: campaign.Int(p)}}})
	}
	for _, id := range []string{"x", "z"} {
		r.Block = append(r.Block, campaign.Unit{ID: id})
	}
	r.Entries = append(r.Entries, campaign.Entry{Unit: "z"})
	s, _ := campaign.Rank(r)
	return s
}

// list is an announcement of 2021 in block k with a first, two second prizes and commendations.
func list(s *campaign.Standings, awards ...Award) *List {
	l := &List{
		Stage: Decided, Decided: "2022-01-20", PeriodFrom: "2021-05-05", PeriodTo: "2021-12-31", Awards: awards,
		Prizes:        []Prize{{ID: "nhat", Count: 1}, {ID: "nhi", Title: "Giải nhì", Block: "k", Count: 2}},
		Commendations: []Commendation{{ID: "gk", Form: "giay-khen", For: ForPersons, Count: 2}, {ID: "gkt", Form: "giay-khen", For: ForUnits}},
		Standings:     map[string]*campaign.Standings{"k": s},
		BlockOf:       map[string]string{"y": "other"},
		Registry:      campaign.NewRegistry([]campaign.Unit{{ID: "a"}, {ID: "gone", To: "2022-01-20"}}),
	}
	for _, rows := range [][]campaign.Row{s.Rows, s.Unranked} {
		for _, r := range rows {
			l.BlockOf[r.Unit.ID] = "k"
		}
	}
	return l
}

func prize(id, unit string) Award { return Award{Prize: id, Unit: unit} }

func because(a Award) Award { a.Reason = "Hội đồng biểu quyết"; return a }

func person(name string) *Person { return &Person{Name: name, Unit: "a"} }

// after gives a list what an earlier decision gave.
func after(l *List, given ...Award) *List {
	for _, a := range given {
		l.Earlier = append(l.Earlier, Given{Award: a, Source: "earlier"})
	}
	return l
}

// elsewhere lets the earlier decision rest on other results.
func elsewhere(l *List) *List {
	for i := range l.Earlier {
		l.Earlier[i].OtherResults = true
	}
	return l
}

func show(problems []Problem) string {
	var out []string
	for _, p := range problems {
		line := strings.Trim(fmt.Sprintf("%d %s %s>%s", p.Index, p.Kind, p.Got, p.Want), " >")
		if p.Earlier != "" {
			line += " (" + p.Earlier + ")"
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}

func TestAnnouncements(t *testing.T) {
	clear := standings(90, 85, 75, 60)
	tied := standings(90, 90, 75, 60)
	with := func(l *List, change func(*List)) *List { change(l); return l }
	thank := func(name string) Award { return Award{Commendation: "gk", Person: person(name)} }
	for _, test := range []struct {
		sentence string
		list     *List
		want     string
	}{
		{"prizes in the computed order are no problem", list(clear, prize("nhat", "a"), prize("nhi", "b"), prize("nhi", "c")), ""},
		{"an award that the plan does not know is a problem", list(clear, prize("ba", "a"), Award{Commendation: "bk", Unit: "a"}), "0 prize-unknown ba, 1 commendation-unknown bk"},
		{"a prize has its count in each block", list(clear, prize("nhat", "a"), because(prize("nhat", "b"))), "1 prize-over-count 2>1"},
		{"an annulled award does not count", list(clear, Award{Prize: "nhat", Unit: "b", Annulled: true}, prize("nhat", "a")), ""},
		{"a share is rounded down", with(list(clear, prize("nhat", "a"), prize("nhat", "b")), func(l *List) {
			l.Prizes[0] = Prize{ID: "nhat", Share: ptr(campaign.Int(49))}
		}), "1 prize-over-count 2>1, 1 award-departs 2>Giải nhì"},
		{"of a count and a share the smaller holds", with(list(clear, prize("nhat", "a"), prize("nhat", "b")), func(l *List) {
			l.Prizes[0] = Prize{ID: "nhat", Share: ptr(campaign.Int(50)), Count: 1}
		}), "1 prize-over-count 2>1, 1 award-departs 2>Giải nhì"},
		{"an award that departs from the computed order needs a reason", list(clear, prize("nhat", "b"), prize("nhi", "d")), "0 award-departs 2>Giải nhì, 1 award-departs 4"},
		{"with a reason it may depart", list(clear, because(prize("nhat", "b"))), ""},
		{"at the quota's edge a prize needs a reason", list(tied, prize("nhat", "a"), prize("nhi", "b")), "0 award-tie-edge 1, 1 award-tie-edge 1"},
		{"a tie within one prize is at no edge", list(standings(90, 80, 80, 60), prize("nhi", "b"), prize("nhi", "c")), ""},
		{"a unit without a rank needs a reason", list(clear, prize("nhi", "z")), "0 award-unranked nhi"},
		{"an excluded unit can't get a prize, whatever the reason", list(clear, because(prize("nhi", "x"))), "0 award-excluded kỷ luật"},
		{"a decision on provisional results needs a reason", with(list(clear, prize("nhat", "a")), func(l *List) {
			l.Provisional = map[string]bool{"k": true}
		}), "0 award-provisional nhat"},
		{"a proposal on provisional results needs none", with(list(clear, prize("nhat", "a")), func(l *List) {
			l.Provisional, l.Stage = map[string]bool{"k": true}, Proposed
		}), ""},
		{"a prize may ask for a band", with(list(clear, prize("nhi", "b"), because(prize("nhi", "c"))), func(l *List) {
			l.Prizes[1].MinBand = "Tốt"
		}), "1 award-below-band Khá>Tốt"},
		{"a prize goes to a unit", list(clear, Award{Prize: "nhat", Person: person("A")}), "0 award-wrong-for persons>units"},
		{"a prize goes to a unit of its block", list(clear, prize("nhi", "y")), "0 award-wrong-block other>k"},
		{"nobody gets two prizes", list(clear, prize("nhat", "a"), because(prize("nhi", "a"))), "1 award-twice 2>1"},
		{"nobody gets two commendations for one achievement", list(clear, thank("A"), thank("A")), "1 award-twice 2>1"},
		{"a prize and a commendation are two things", list(clear, prize("nhat", "a"), Award{Commendation: "gkt", Unit: "a"}), ""},
		{"a commendation has its count over all blocks", list(clear, thank("A"), thank("B"), thank("C")), "2 commendation-over-count 3>2"},
		{"a commendation goes to whom the plan offers it", list(clear, Award{Commendation: "gk", Unit: "a"}), "0 award-wrong-for units>persons"},
		{"no award goes to a unit that has ceased on the day of the decision", list(clear, Award{Commendation: "gkt", Unit: "gone"}), "0 award-unit-gone 2022-01-20>2022-01-20"},
		{"nor to a person of one", list(clear, Award{Commendation: "gk", Person: &Person{Name: "A", Unit: "gone"}}), "0 award-unit-gone 2022-01-20>2022-01-20"},
		{"the day before it may", with(list(clear, Award{Commendation: "gkt", Unit: "gone"}), func(l *List) { l.Decided = "2022-01-19" }), ""},
		{"a typed figure that differs from the money is a problem", list(clear, Award{Commendation: "gk", Person: person("A"), Money: ptr(int64(440_000))}), "0 award-money 440000>450000"},
		{"the right figure is none", list(clear, Award{Commendation: "gk", Person: person("A"), Money: ptr(int64(450_000))}), ""},
		{"an earlier decision fills the quota", after(list(clear, because(prize("nhat", "b"))), prize("nhat", "a")), "0 prize-over-count 2>1 (earlier)"},
		{"not where it was annulled", after(list(clear, because(prize("nhat", "b"))), Award{Prize: "nhat", Unit: "a", Annulled: true}), ""},
		{"nor in another block", after(list(clear, prize("nhat", "a")), prize("nhat", "y")), ""},
		{"nobody gets another prize by a second decision", after(list(clear, because(prize("nhi", "a"))), prize("nhat", "a")), "0 award-twice 1 (earlier)"},
		{"a quota is the campaign's, whichever results a decision rests on", elsewhere(after(list(clear, because(prize("nhat", "b"))), prize("nhat", "a"))), "0 prize-over-count 2>1 (earlier)"},
		{"another prize on other results is another achievement", elsewhere(after(list(clear, because(prize("nhi", "a"))), prize("nhat", "a"))), ""},
		{"commendations are counted over decisions", after(list(clear, thank("C")), thank("A"), thank("B")), "0 commendation-over-count 3>2 (earlier)"},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			places, problems := Judge(test.list)
			if got := show(problems); got != test.want || len(places) != len(test.list.Awards) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestFormsOfTheLaw(t *testing.T) {
	for _, test := range []struct {
		sentence string
		form     string
		to, on   campaign.Day
		scope    string
		found    Kind
	}{
		{"a campaign of one year can't give a flag of a province", "co-thi-dua-bo-tinh", "2021-12-31", "2022-01-20", "province", AwardForm},
		{"a campaign of three years can", "co-thi-dua-bo-tinh", "2024-05-04", "2024-06-01", "province", ""},
		{"a day less is too short", "co-thi-dua-bo-tinh", "2024-05-03", "2024-06-01", "province", AwardForm},
		{"the Government's flag needs five years", "co-thi-dua-chinh-phu", "2025-05-04", "2025-06-01", "national", AwardForm},
		{"five years do", "co-thi-dua-chinh-phu", "2026-05-04", "2026-06-01", "national", ""},
		{"a commune's campaign ends in no flag of the province", "co-thi-dua-bo-tinh", "2024-05-04", "2024-06-01", "commune", AwardForm},
		{"a form for persons is none for units", "lao-dong-tien-tien", "2021-12-31", "2022-01-20", "", AwardForm},
		{"a key that the data never had is a problem", "giay-ban-khen", "2021-12-31", "2022-01-20", "", FormUnknown},
		{"before the data begin nothing is judged", "xa-tieu-bieu", "2021-12-31", "2022-01-20", "", ""},
		{"while proposed the end of the period counts", "co-thi-dua-bo-tinh", "2021-12-31", "", "", AwardForm},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			l := list(standings(90), Award{Commendation: "c", Unit: "a"})
			l.Commendations = []Commendation{{ID: "c", Form: test.form, For: ForUnits}}
			l.PeriodTo, l.Decided, l.Scope = test.to, test.on, test.scope
			_, problems := Judge(l)
			var got Kind
			if len(problems) > 0 {
				got = problems[0].Kind
			}
			if got == AwardForm && problems[0].WantEn == "" {
				t.Error("the reason is in one language only")
			}
			if got != test.found || len(problems) > 1 {
				t.Errorf("got %v, want %q", problems, test.found)
			}
		})
	}
}

func TestAPlaceTellsRankExpectationAndGround(t *testing.T) {
	l := list(standings(90, 90, 75, 60), prize("nhat", "a"), because(prize("nhi", "c")), because(prize("nhat", "d")),
		Award{Commendation: "gkt", Unit: "a"})
	places, _ := Judge(l)
	if p := places[0]; p.Rank != 1 || !p.AtEdge || p.Expected != "" || strings.Join(p.Possible, " ") != "nhat nhi" || p.Departs || p.Money != nil {
		t.Errorf("at the edge: %+v", p)
	}
	if p := places[1]; p.Rank != 3 || p.Expected != "nhi" || p.AtEdge || p.Departs {
		t.Errorf("in order: %+v", p)
	}
	if p := places[2]; p.Rank != 4 || p.Expected != "" || !p.Departs {
		t.Errorf("departing: %+v", p)
	}
	if p := places[3]; p.AtEdge || p.Possible != nil || p.Rank != 1 {
		t.Errorf("no commendation stands at the edge of the prizes' quota: %+v", p)
	}
	if p := places[3]; p.Money == nil || *p.Money != 900_000 || !strings.Contains(p.Ground, "91/2017/NĐ-CP") {
		t.Errorf("commendation: %+v", p)
	}
}
