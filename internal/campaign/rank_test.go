package campaign_test

import (
	"fmt"
	"strings"
	"testing"

	. "bangvang/internal/campaign"
)

func dec(text string) Decimal {
	d, err := ParseDecimal(text)
	if err != nil {
		panic(text)
	}
	return d
}

func ptr[T any](v T) *T { return &v }

// cells reads a line of a sheet: "" missing, "-" does not apply, "N/A" withheld.
func cells(ids []string, line string) map[string]Score {
	scores := map[string]Score{}
	for i, text := range strings.Split(line, " ") {
		switch text {
		case "_":
		case "-":
			scores[ids[i]] = Score{State: NotApplicable}
		case "N/A":
			scores[ids[i]] = Score{State: Withheld}
		default:
			scores[ids[i]] = Score{State: Scored, Value: dec(text)}
		}
	}
	return scores
}

// twoCriteria are rules with criterion 1 of 60 points (appraised) and 2 of 40 (survey).
func twoCriteria() *Rules {
	return &Rules{
		Scoring: Scoring{Basis: Points, RankBy: ByTotal, Decimals: 2, Compare: Exact},
		Criteria: []Criterion{
			{ID: "1", Name: "Thẩm định", Max: ptr(Int(60)), Sheet: "appraised"},
			{ID: "2", Name: "Điều tra", Max: ptr(Int(40)), Sheet: "survey"},
		},
	}
}

// round makes a round of units a, b, c … from lines of scores for criteria 1 and 2.
func round(rules *Rules, lines ...string) *Round {
	r := &Round{Rules: rules}
	for i, line := range lines {
		id := string(rune('a' + i))
		r.Block = append(r.Block, Unit{ID: id, Name: "Đơn vị " + id})
		if line != "" {
			r.Entries = append(r.Entries, Entry{Unit: id, Scores: cells([]string{"1", "2"}, line)})
		}
	}
	return r
}

// show prints standings in one line: rank, unit, total and band of each row, then the unranked with their cause.
func show(s *Standings) string {
	var out []string
	for _, r := range s.Rows {
		text := fmt.Sprintf("%d%s %s", r.Rank, r.Unit.ID, r.Total)
		if r.Band != "" {
			text += " " + r.Band
		}
		out = append(out, text)
	}
	for _, r := range s.Unranked {
		out = append(out, fmt.Sprintf("-%s %s", r.Unit.ID, r.Cause))
	}
	return strings.Join(out, ", ")
}

func kinds(problems []Problem) string {
	var out []string
	for _, p := range problems {
		out = append(out, strings.Trim(fmt.Sprintf("%s %s %s>%s", p.Kind, p.Unit+p.Criterion+p.Column, p.Got, p.Want), " >"))
	}
	return strings.Join(out, ", ")
}

func row(t *testing.T, s *Standings, id string) Row {
	t.Helper()
	for _, r := range append(s.Rows[:len(s.Rows):len(s.Rows)], s.Unranked...) {
		if r.Unit.ID == id {
			return r
		}
	}
	t.Fatalf("no row of %s", id)
	return Row{}
}

func TestRules(t *testing.T) {
	weighted := func() *Rules {
		r := twoCriteria()
		r.Scoring.Basis, r.Scoring.Scale = Weighted, Int(10)
		r.Criteria[0].Weight, r.Criteria[1].Weight = ptr(Int(70)), ptr(Int(30))
		return r
	}
	with := func(change func(*Rules), lines ...string) *Round {
		r := twoCriteria()
		change(r)
		return round(r, lines...)
	}
	adjusted := func(r *Round, bonus, penalty string) *Round {
		r.Entries[0].Bonus, r.Entries[0].Penalty = dec(bonus), dec(penalty)
		return r
	}
	excluded := round(twoCriteria(), "50 30", "40 30")
	excluded.Excluded = map[string]string{"a": "kỷ luật", "z": "?"}
	extract := round(twoCriteria(), "50 30", "", "40 30")
	extract.Extract = 63
	extract.Entries[0].Official.Rank = ptr(7)
	floor := func(on FloorOn) func(*Rules) {
		return func(r *Rules) {
			r.Bands = []Band{{Name: "Tốt", From: Int(80), Floor: ptr(Int(75)), FloorOn: on}, {Name: "Khá", From: Int(50)}}
		}
	}
	for _, test := range []struct {
		sentence string
		round    *Round
		want     string
		problems string
	}{
		{"the total is the sum of the scores", round(twoCriteria(), "51.75 32.83"), "1a 84.58", ""},
		{"weighted, a score is divided by the scale and multiplied by its weight", round(weighted(), "7.98 5"), "1a 70.86", ""},
		{"weighted, a score may not pass the scale", round(weighted(), "10.01 5"), "1a 85.07", "score-over-max a1 10.01>10"},
		{"a bonus is added to the total and a penalty taken from it", adjusted(round(twoCriteria(), "60 37"), "10", "0.5"), "1a 106.5", ""},
		{"a bonus and a penalty have their caps", adjusted(with(func(r *Rules) {
			r.Adjustments = Adjustments{BonusMax: ptr(Int(5)), PenaltyMax: ptr(Int(1))}
		}, "60 30"), "6", "2"), "1a 94", "bonus-over-max abonus 6>5, penalty-over-max apenalty 2>1"},
		{"a score may not pass its maximum nor be below zero", round(twoCriteria(), "60.5 -1"), "1a 59.5", "score-over-max a1 60.5>60, score-negative a2 -1>0"},
		{"a criterion that does not apply leaves the unit's maximum", with(func(r *Rules) { r.Scoring.RankBy = ByPercent }, "54 -", "58 20"), "1a 54, 2b 78", ""},
		{"a criterion that is not scored yet leaves the unit unranked", round(twoCriteria(), "50 _", "40 30"), "1b 70, -a missing", ""},
		{"a withheld score leaves the unit unranked", round(twoCriteria(), "N/A 30", "40 30"), "1b 70, -a withheld", ""},
		{"an excluded unit is unranked with the organizer's reason", excluded, "1b 70, -a excluded", "excluded-unknown z"},
		{"a unit without a line in the sheet is a problem", round(twoCriteria(), "50 30", ""), "1a 80, -b absent", "unit-missing b"},
		{"a unit without a line in the sheet is a problem, except in an extract", extract, "7a 80, -c no-rank", ""},
		{"a unit to which no criterion applies has no rank", round(twoCriteria(), "- -", "1 0"), "1b 1, -a nothing", ""},
		{"equal units share their rank and the next one is skipped", round(twoCriteria(), "50 30", "40 30", "40 30", "1 1"), "1a 80, 2b 70, 2c 70, 4d 2", ""},
		{"dense, the next one is not skipped", with(func(r *Rules) { r.Ties.Method = Dense }, "50 30", "40 30", "40 30", "1 1"), "1a 80, 2b 70, 2c 70, 3d 2", ""},
		{"under exact comparison equal as printed is not yet equal", round(twoCriteria(), "40.001 30", "40.002 30"), "1b 70, 2a 70", "near-tie a 0.01"},
		{"under rounded comparison equal as printed is equal", with(func(r *Rules) { r.Scoring.Compare = Rounded }, "40.001 30", "40.002 30"), "1a 70, 1b 70", ""},
		{"figures are rounded half-up once", with(func(r *Rules) { r.Scoring.Decimals = 1 }, "40.005 30.045", "0.04 0.01"), "1a 70.1, 2b 0.1", ""},
		{"a criterion breaks a tie", with(func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Criterion: "2"}} }, "50 20", "40 30"), "1b 70, 2a 70", ""},
		{"a sheet breaks a tie", with(func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Sheet: "appraised"}} }, "40 30", "50 20"), "1b 70, 2a 70", ""},
		{"less penalty breaks a tie", adjusted(with(func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Bonus: true}, {Penalty: true}} }, "41 30", "40 30"), "0", "1"), "1b 70, 2a 70", ""},
		{"more bonus breaks a tie", adjusted(with(func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Penalty: true}, {Bonus: true}} }, "39 30", "40 30"), "1", "0"), "1a 70, 2b 70", ""},
		{"a unit gets the highest band whose threshold its percentage reaches", with(func(r *Rules) {
			r.Bands = []Band{{Name: "Tốt", From: Int(80)}, {Name: "Khá", From: Int(50)}}
		}, "50 30", "49.999 30", "20 10"), "1a 80 Tốt, 2b 80 Khá, 3c 30", "near-tie b 0.01"},
		{"under rounded comparison the printed percentage meets the threshold", with(func(r *Rules) {
			r.Scoring.Compare = Rounded
			r.Bands = []Band{{Name: "Tốt", From: Int(80)}}
		}, "49.995 30"), "1a 80 Tốt", ""},
		{"a floor refuses a band to a unit with one criterion below it", with(floor(Top), "60 29"), "1a 89 Khá", ""},
		{"a floor asks no criterion that does not apply", with(floor(Leaf), "50 -"), "1a 50 Tốt", ""},
		{"a line for a stranger and a second line are problems", func() *Round {
			r := round(twoCriteria(), "50 30")
			r.Entries = append(r.Entries, Entry{Unit: "x"}, Entry{Unit: "a"})
			return r
		}(), "1a 80", "unit-not-in-block x, unit-twice a"},
		{"a unit that does not exist on the day is a problem", func() *Round {
			r := round(twoCriteria(), "50 30", "40 30")
			r.Day, r.Block[0].To, r.Block[1].From = "2025-07-01", "2025-07-01", "2025-07-01"
			return r
		}(), "1a 80, 2b 70", "unit-gone a 2025-07-01>2025-07-01"},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			s, problems := Rank(test.round)
			if got := show(s); got != test.want {
				t.Errorf("standings\n got %s\nwant %s", got, test.want)
			}
			if got := kinds(problems); got != test.problems {
				t.Errorf("problems\n got %s\nwant %s", got, test.problems)
			}
		})
	}
}

func TestTheMaximumIsTheUnitsOwn(t *testing.T) {
	s, _ := Rank(round(twoCriteria(), "- 27.3", "50 34"))
	a, b := row(t, s, "a"), row(t, s, "b")
	if a.Max != Int(40) || a.Percent != dec("68.25") || b.Max != Int(100) || b.Percent != Int(84) {
		t.Errorf("a %v of %v, b %v of %v", a.Percent, a.Max, b.Percent, b.Max)
	}
}

func TestTheDecidingKeyIsKept(t *testing.T) {
	rules := twoCriteria()
	rules.Ties.BreakBy = []BreakKey{{Bonus: true}, {Criterion: "2"}}
	s, _ := Rank(round(rules, "50 20", "40 30", "60 40"))
	a, b, c := row(t, s, "a"), row(t, s, "b"), row(t, s, "c")
	if a.Key == nil || *a.Key != (DecidingKey{Key: BreakKey{Criterion: "2"}, Value: Int(20), Other: Int(30), With: "b"}) {
		t.Errorf("key of a: %+v", a.Key)
	}
	if b.Key == nil || b.Key.With != "a" || b.Key.Value != Int(30) || c.Key != nil {
		t.Errorf("keys of b %+v and c %+v", b.Key, c.Key)
	}
	if !a.PrintsEqual || !b.PrintsEqual || c.PrintsEqual || a.NearTie {
		t.Errorf("prints equal: %v %v %v, near tie: %v", a.PrintsEqual, b.PrintsEqual, c.PrintsEqual, a.NearTie)
	}
	if *a.GapAhead != 0 || *b.GapAhead != Int(30) || c.GapAhead != nil {
		t.Errorf("gaps %v %v %v", a.GapAhead, b.GapAhead, c.GapAhead)
	}
}

func TestAFloorThatRefusedABandIsNamed(t *testing.T) {
	rules := twoCriteria()
	rules.Bands = []Band{{Name: "Xuất sắc", From: Int(90), Floor: ptr(Int(85))}, {Name: "Tốt", From: Int(80)}}
	s, _ := Rank(round(rules, "60 33.9"))
	want := Refusal{Band: "Xuất sắc", Criterion: "2", Percent: dec("84.75"), Floor: Int(85)}
	if r := s.Rows[0]; r.Band != "Tốt" || r.Refused == nil || *r.Refused != want {
		t.Errorf("band %q, refused %+v", r.Band, r.Refused)
	}
}

func TestTheUnitsOwnScoringStandsBesideAndCountsForNothing(t *testing.T) {
	rules := twoCriteria()
	rules.Criteria = []Criterion{{ID: "I", Items: rules.Criteria}}
	r := round(rules, "50 30", "40 30")
	r.Self = []Entry{
		{Unit: "a", Scores: cells([]string{"1", "2"}, "60 39")},
		{Unit: "b", Scores: cells([]string{"1", "2"}, "60 _")},
		{Unit: "x"},
	}
	r.Self[1].Scores["1"] = Score{State: Scored, Value: Int(61)}
	s, problems := Rank(r)
	a, b := row(t, s, "a"), row(t, s, "b")
	if a.Total != Int(80) || a.Parts[0].Self == nil || *a.Parts[0].Self != Int(99) || *a.Parts[1].Self != Int(60) {
		t.Errorf("a: total %v, parts %+v", a.Total, a.Parts)
	}
	if b.Parts[0].Self != nil || b.Parts[2].Self != nil || *b.Parts[1].Self != Int(61) {
		t.Errorf("b: parts %+v", b.Parts)
	}
	if got := kinds(problems); got != "unit-not-in-block x, score-over-max b1 61>60" || !problems[0].Self || !problems[1].Self {
		t.Errorf("problems %s", got)
	}
}

func TestPartsCarryTheSumOfWhatAppliesBelowThem(t *testing.T) {
	rules := twoCriteria()
	rules.Scoring.Basis, rules.Scoring.Scale = Weighted, Int(10)
	rules.Criteria[0].Weight, rules.Criteria[1].Weight = ptr(Int(70)), ptr(Int(30))
	rules.Criteria = []Criterion{{ID: "I", Items: rules.Criteria}}
	s, _ := Rank(round(rules, "7.98 -"))
	parts := s.Rows[0].Parts
	if parts[0].Points != dec("55.86") || parts[0].Max != Int(70) || parts[1].Score != dec("7.98") || parts[2].Max != 0 {
		t.Errorf("%+v", parts)
	}
	if parts[0].State != Scored || parts[2].State != NotApplicable || parts[1].Level != 1 || !parts[1].Leaf || parts[0].Leaf {
		t.Errorf("%+v", parts)
	}
}
