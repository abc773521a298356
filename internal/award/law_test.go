package award_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "bangvang/internal/award"
	"bangvang/internal/campaign"
)

func TestEverySlipInPrintedPrizeMoneyIsFound(t *testing.T) {
	f, err := os.Open("testdata/tien-thuong.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := csv.NewReader(f)
	lines.Comment = '#'
	rows, err := lines.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(text string) int64 {
		n, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	var slips []string
	for _, r := range rows[1:] {
		coefficient, err := campaign.ParseDecimal(strings.Replace(r[3], ",", ".", 1))
		if err != nil {
			t.Fatal(err)
		}
		if ours := PrizeMoney(coefficient, number(r[4])); ours != number(r[5]) {
			slips = append(slips, r[0]+" "+r[5]+"→"+strconv.FormatInt(ours, 10))
		}
	}
	want := []string{"C 220.000→230000", "D 6.705.000→6710000", "D 447.000→450000", "D 2.235.000→2240000", "D 1.192.000→1200000"}
	if len(rows) != 19 || !slices.Equal(slips, want) {
		t.Errorf("%d rows, slips %q", len(rows)-1, slips)
	}
}

func TestMoneyIsThatOfTheDayOfTheDecision(t *testing.T) {
	for _, test := range []struct {
		form       string
		day        campaign.Day
		collective bool
		want       int64
	}{
		{"tap-the-lao-dong-tien-tien", "2018-07-01", true, 1_120_000},
		{"giay-khen", "2018-12-31", true, 840_000},
		{"giay-khen-xa", "2020-01-01", false, 230_000},
		{"giay-khen-xa", "2020-01-01", true, 450_000},
		{"chien-si-thi-dua-toan-quoc", "2024-06-30", false, 8_100_000},
		{"chien-si-thi-dua-toan-quoc", "2024-07-01", false, 10_530_000},
		{"co-thi-dua-bo-tinh", "2024-01-01", true, 14_400_000},
		{"co-thi-dua-bo-tinh", "2024-01-01", false, 0}, // no flags for persons
		{"giay-khen", "2025-07-01", false, 0},          // no coefficient that we are sure of
		{"giay-khen", "2010-01-01", false, 0},          // before the data
		{"lao-dong-tien-tien", "2026-07-01", false, 0}, // no base wage that we are sure of
		{"no-such-form", "2024-01-01", false, 0},
	} {
		got, ok := Money(test.form, test.day, test.collective)
		if got != test.want || ok != (test.want > 0) {
			t.Errorf("%s on %s: %d, want %d", test.form, test.day, got, test.want)
		}
	}
}

func TestMoneyIsRoundedUpToTenThousand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.Int64Range(0, 20_000_000).Draw(t, "coefficient")
		base := rapid.Int64Range(1, 5_000_000).Draw(t, "base")
		got := PrizeMoney(campaign.Decimal(c), base)
		if got%10_000 != 0 || got*1_000_000 < c*base || (got-10_000)*1_000_000 >= c*base {
			t.Fatalf("%d × %d: %d", c, base, got)
		}
	})
}

func TestACollectivesFormHasTwiceThePersonsMoney(t *testing.T) {
	for _, key := range FormKeys() {
		for _, day := range []campaign.Day{"2018-01-01", "2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01", "2026-11-01"} {
			f, known := FormOn(key, day)
			if !known {
				continue
			}
			if f.Persons != nil && f.Units != nil && 2**f.Persons != *f.Units {
				t.Errorf("%s on %s: persons %v, units %v", key, day, f.Persons, f.Units)
			}
			if f.Name == "" || f.Source == "" || len(f.For) == 0 {
				t.Errorf("%s on %s lacks a name, a source or recipients: %+v", key, day, f)
			}
		}
	}
}

func TestTimesOfValidityMeet(t *testing.T) {
	for _, key := range FormKeys() {
		days := 0
		for day := time.Date(2017, 10, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2027; day = day.AddDate(0, 0, 1) {
			_, known := FormOn(key, campaign.Day(day.Format(time.DateOnly)))
			if known {
				days++
			} else if days > 0 {
				t.Fatalf("%s has a hole on %s", key, day.Format(time.DateOnly))
			}
		}
	}
	for day := time.Date(2017, 7, 1, 0, 0, 0, 0, time.UTC); day.Before(time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)); day = day.AddDate(0, 0, 1) {
		if _, ok := BaseWage(campaign.Day(day.Format(time.DateOnly))); !ok {
			t.Fatalf("no base wage on %s", day.Format(time.DateOnly))
		}
	}
}

func TestTermsForComment(t *testing.T) {
	for _, test := range []struct {
		sentence string
		from     campaign.Day
		days     int
		working  bool
		last     campaign.Day
		known    bool
	}{
		{"a term of days counts its first day", "2022-01-05", 10, false, "2022-01-14", true},
		{"a term of working days leaves out weekends", "2022-01-05", 10, true, "2022-01-18", true},
		{"one day that is no working day moves on", "2022-01-08", 1, true, "2022-01-10", true},
		{"Tết 2022 is left out", "2022-01-28", 2, true, "2022-02-07", true},
		{"the National Day has two days since 2021", "2021-09-01", 2, true, "2021-09-06", true},
		{"it had one before", "2020-09-01", 2, true, "2020-09-03", true},
		{"a holiday on a Sunday moves to Monday", "2022-04-08", 2, true, "2022-04-12", true},
		{"Giỗ Tổ fell on the Saturday before 30/4 in 2023", "2023-04-28", 2, true, "2023-05-04", true},
		{"a Saturday worked instead counts", "2024-05-03", 2, true, "2024-05-04", true},
		{"beyond the calendar the end is not sure", "2026-11-20", 5, true, "2026-11-26", false},
		{"before the calendar the end is not sure", "2017-12-29", 2, true, "2018-01-02", false},
		{"no days are no term", "2022-01-05", 0, true, "", false},
		{"without a day there is no term", "", 5, true, "", false},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			last, known := TermEnd(test.from, test.days, test.working)
			if last != test.last || known != test.known {
				t.Errorf("ends on %s (known %v), want %s", last, known, test.last)
			}
		})
	}
}

func TestAYearHasElevenHolidaysSince2021AndTenBefore(t *testing.T) {
	for year := 2018; year <= 2025; year++ {
		off := 0
		first := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		for day := first; day.Year() == year; day = day.AddDate(0, 0, 1) {
			iso := campaign.Day(day.Format(time.DateOnly))
			last, _ := TermEnd(iso, 1, true)
			weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
			if !weekend && last != iso {
				off++
			} else if weekend && last == iso {
				off--
			}
		}
		want := 10
		if year >= 2021 {
			want = 11
		}
		if year == 2018 {
			want++ // Monday 31/12 was exchanged for a Saturday of 2019
		} else if year == 2019 {
			want--
		}
		if off != want {
			t.Errorf("%d has %d days off, want %d", year, off, want)
		}
	}
}

func TestNoQuotaIsExceededWithoutAProblem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := standings(rapid.SliceOfN(rapid.IntRange(50, 55), 1, 8).Draw(t, "points")...)
		var awards []Award
		for _, row := range s.Rows {
			if id := rapid.SampledFrom([]string{"", "nhat", "nhi"}).Draw(t, "prize"); id != "" {
				awards = append(awards, because(prize(id, row.Unit.ID)))
			}
		}
		_, problems := Judge(list(s, awards...))
		given, found := map[string]int{}, 0
		for _, a := range awards {
			given[a.Prize]++
		}
		for _, p := range problems {
			if p.Kind != PrizeOverCount {
				t.Fatalf("%+v", p)
			}
			found++
		}
		if want := max(0, given["nhat"]-1) + max(0, given["nhi"]-2); found != want {
			t.Fatalf("%v: %d problems, want %d", given, found, want)
		}
	})
}

func TestTheComputedOrderIsAnAnnouncementWithoutProblems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := standings(rapid.SliceOfN(rapid.IntRange(50, 90), 1, 8).Draw(t, "points")...)
		var asked []Award
		for _, row := range s.Rows {
			asked = append(asked, because(prize("nhat", row.Unit.ID)))
		}
		places, _ := Judge(list(s, asked...))
		var awards []Award
		for i, p := range places {
			if p.Expected != "" {
				awards = append(awards, prize(p.Expected, asked[i].Unit))
			}
			if p.AtEdge && (p.Expected != "" || len(p.Possible) == 0) {
				t.Fatalf("%+v", p)
			}
		}
		if _, problems := Judge(list(s, awards...)); len(problems) > 0 {
			t.Fatalf("%v: %s", awards, show(problems))
		}
	})
}
