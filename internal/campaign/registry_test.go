package campaign_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "bangvang/internal/campaign"
)

// chauThanh is the district that ended on 01/7/2025, what came of its area, and a namesake that did not.
func chauThanh() *Registry {
	return NewRegistry([]Unit{
		{ID: "huyen", Name: "Châu Thành", To: "2025-07-01", Became: []string{"phu-huu", "tan-nhuan-dong", "tan-phu-trung"}},
		{ID: "phu-huu", Name: "Phú Hựu", From: "2025-07-01"},
		{ID: "tan-nhuan-dong", Name: "Tân Nhuận Đông", From: "2025-07-01"},
		{ID: "tan-phu-trung", Name: "Tân Phú Trung", From: "2025-07-01"},
		{ID: "xa-moi", Name: "Châu Thành", From: "2025-07-01"},
		{ID: "cu", Name: "Xã Cũ", To: "2010-01-01", Became: []string{"phu-nhuan"}},
		{ID: "phu-nhuan", Name: "Xã Phú Nhuận", From: "2010-01-01", To: "2020-01-01", Became: []string{"an-phu"}},
		{ID: "an-khanh", Name: "Xã An Khánh", To: "2020-01-01", Became: []string{"an-phu"}},
		{ID: "an-phu", Name: "Xã An Phú", From: "2020-01-01"},
		{ID: "giai-the", Name: "Ban Quản lý", To: "2015-01-01"},
	})
}

func ids(units []Unit) string {
	var out []string
	for _, u := range units {
		out = append(out, u.ID)
	}
	return strings.Join(out, " ")
}

func TestTheSuccessorsOfAnEndedUnitAreThoseThatLiveAtTheEndOfEveryLine(t *testing.T) {
	r := chauThanh()
	for id, want := range map[string]string{
		"huyen": "phu-huu tan-nhuan-dong tan-phu-trung", "cu": "an-phu", "an-phu": "", "xa-moi": "", "giai-the": "", "nobody": "",
	} {
		if got := ids(r.Successors(id)); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

func TestNamesRepeatAndAreNeverKeys(t *testing.T) {
	r := chauThanh()
	if got := ids(r.Ancestors("xa-moi")) + ids(r.Predecessors("xa-moi")); got != "" {
		t.Errorf("the new commune of the old name comes from %s", got)
	}
}

func TestAUnitExistsFromItsFirstDayToTheOneBeforeItsEnd(t *testing.T) {
	r := chauThanh()
	for _, test := range []struct {
		id   string
		day  Day
		want bool
	}{
		{"huyen", "2025-06-30", true}, {"huyen", "2025-07-01", false}, {"phu-huu", "2025-06-30", false},
		{"phu-huu", "2025-07-01", true}, {"nobody", "2025-07-01", false},
	} {
		if got := r.Exists(test.id, test.day); got != test.want {
			t.Errorf("%s on %s: %v", test.id, test.day, got)
		}
	}
}

func TestALineTellsEveryStepBeforeAndAfter(t *testing.T) {
	r := chauThanh()
	for id, want := range map[string]string{
		"an-phu":  "cu renamed phu-nhuan; an-khanh merged an-phu; phu-nhuan merged an-phu",
		"cu":      "cu renamed phu-nhuan; phu-nhuan merged an-phu",
		"phu-huu": "huyen split phu-huu tan-nhuan-dong tan-phu-trung",
		"xa-moi":  "", "giai-the": "giai-the dissolved ",
	} {
		var got []string
		for _, s := range r.Line(id) {
			got = append(got, fmt.Sprintf("%s %s %s", s.Unit.ID, s.Turn, ids(s.Into)))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %s", id, strings.Join(got, "; "))
		}
	}
}

func TestATurnOverManyStepsIsTheGravestOfThem(t *testing.T) {
	r := chauThanh()
	for _, test := range []struct {
		from, to string
		want     Turn
	}{{"cu", "phu-nhuan", Renamed}, {"cu", "an-phu", Merged}, {"huyen", "phu-huu", Split}, {"an-phu", "cu", Dissolved}} {
		if got := r.Turn(test.from, test.to); got != test.want {
			t.Errorf("%s to %s: %s", test.from, test.to, got)
		}
	}
}

func TestAUnitThatIsTakenInByOneThatWasThereIsNotRenamed(t *testing.T) {
	for from, want := range map[Day]Turn{"": Renamed, "2020-01-01": Renamed, "2015-01-01": Merged} {
		r := NewRegistry([]Unit{{ID: "a", To: "2020-01-01", Became: []string{"b"}}, {ID: "b", From: from}})
		if got := r.Turn("a", "b"); got != want {
			t.Errorf("into one since %q: %s, want %s", from, got, want)
		}
	}
}

func TestARegistryChecksItself(t *testing.T) {
	for _, test := range []struct {
		sentence string
		units    []Unit
		want     string
	}{
		{"a sound registry has no problem", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"b"}}, {ID: "b", From: "2020-01-01"}}, ""},
		{"a unit ends after it began", []Unit{{ID: "a", From: "2020-01-01", To: "2020-01-01"}}, "unit-dates a 2020-01-01>2020-01-01"},
		{"a successor begins when the unit ends", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"b"}}, {ID: "b", From: "2020-01-02"}}, "unit-gap a 2020-01-01>2020-01-02"},
		{"each of several successors does", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"b", "c"}}, {ID: "b", From: "2019-01-01"}, {ID: "c", From: "2021-01-01"}},
			"unit-gap a 2020-01-01>2021-01-01"},
		{"a unit that was there before may take in one", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"b"}}, {ID: "b", From: "2019-12-31"}}, "unit-overlap a 2020-01-01>2019-12-31"},
		{"or several", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"b"}}, {ID: "c", To: "2020-01-01", Became: []string{"b"}}, {ID: "b", From: "2019-12-31"}}, ""},
		{"a successor must be known", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"x"}}}, "successor-unknown a x"},
		{"a unit with successors has ended", []Unit{{ID: "a", Became: []string{"b"}}, {ID: "b"}}, "unit-end-missing a >b"},
		{"no unit becomes itself", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"a"}}}, "successor-loop a a"},
		{"no unit becomes itself over others", []Unit{{ID: "a", To: "2020-01-01", Became: []string{"b"}}, {ID: "b", To: "2021-01-01", Became: []string{"a"}}},
			"successor-loop a b, successor-loop b a"},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			if got := kinds(NewRegistry(test.units).Check()); got != test.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestNoRegistryIsAnEmptyOne(t *testing.T) {
	var r *Registry
	if len(r.IDs())+len(r.Check())+len(r.Successors("a"))+len(r.Line("a"))+len(r.Ancestors("a"))+len(r.Predecessors("a")) > 0 {
		t.Error("something comes from nothing")
	}
}

func TestAnyRegistryIsWalkedToItsEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringMatching(`[a-f]`)
		var units []Unit
		for range rapid.IntRange(0, 8).Draw(t, "units") {
			units = append(units, Unit{ID: id.Draw(t, "id"), To: Day(rapid.SampledFrom([]string{"", "2020", "2021"}).Draw(t, "to")),
				Became: rapid.SliceOfN(id, 0, 3).Draw(t, "became")})
		}
		r := NewRegistry(units)
		r.Check()
		for _, u := range units {
			for _, s := range r.Successors(u.ID) {
				if s.To != "" || len(s.Became) > 0 {
					t.Fatalf("%s is said to be %s now, which has ended", u.ID, s.ID)
				}
				if turn := r.Turn(u.ID, s.ID); turn == Dissolved {
					t.Fatalf("%s became %s, but is said to be dissolved", u.ID, s.ID)
				}
			}
			r.Line(u.ID)
		}
	})
}
