package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/portal"
	"bangvang/internal/site"
	"bangvang/templates"
)

// sampleRounds are all results of the portal that the repository carries.
func sampleRounds(t *testing.T) []*site.Round {
	t.Helper()
	result, err := build.Build(os.DirFS("../.."), build.Options{
		Now: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), Theme: templates.FS,
	}, nil, build.Discard)
	if err != nil || !result.OK() {
		t.Fatal(err, result.Findings)
	}
	var rounds []*site.Round
	for _, c := range result.Site.Campaigns {
		rounds = append(rounds, c.Rounds...)
	}
	return rounds
}

func decimal(t *testing.T, text string) campaign.Decimal {
	t.Helper()
	d, err := campaign.ParseDecimal(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return d
}

func TestThePartsOfEveryRowOfTheSampleAddUpToItsPrintedTotal(t *testing.T) {
	rows := 0
	for _, round := range sampleRounds(t) {
		for i := range round.Standings.Rows {
			rows++
			row := &round.Standings.Rows[i]
			account := portal.Account(round, row, diag.Vi)
			var sum campaign.Decimal
			for _, p := range account.Parts {
				sum += decimal(t, p.Points)
			}
			if printed := row.Total.Text(round.Standings.Rules.Scoring.Decimals); account.Total != printed || sum != decimal(t, printed) {
				t.Errorf("%s, %s: the parts add up to %s, the account says %s, printed is %s", round.Page.Doc.Path, row.Unit.ID, sum, account.Total, printed)
			}
			sentenceHasItsParts(t, account)
		}
		for i := range round.Standings.Unranked {
			if account := portal.Account(round, &round.Standings.Unranked[i], diag.Vi); len(account.Parts) > 0 || len(account.Sentences) == 0 {
				t.Errorf("%s, %s has no rank, but parts or no cause: %+v", round.Page.Doc.Path, account.Unit, account)
			}
		}
	}
	if rows < 45 {
		t.Errorf("only %d rows were added up", rows)
	}
}

// sentenceHasItsParts looks for every criterion with its points in the first sentence.
func sentenceHasItsParts(t *testing.T, a explain.Account) {
	t.Helper()
	for _, p := range a.Parts {
		if want := strings.ReplaceAll(p.Points, ".", ",") + " (" + p.Name + ")"; p.Kind == explain.KindCriterion && !strings.Contains(a.Sentences[0], want) {
			t.Errorf("%s: the sum does not name %s: %s", a.Unit, want, a.Sentences[0])
		}
	}
}
