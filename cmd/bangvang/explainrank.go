package main

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/portal"
	"bangvang/internal/site"
)

// runExplainRank tells how a unit's rank came about: RESULTS is the path or address of a results page, UNIT an id.
func runExplainRank(a *app, args []string) int {
	if len(args) < 2 {
		return a.usage(a.say("cần tên tệp kết quả và mã đơn vị", "it needs a results file and a unit's id"))
	}
	result, code := a.result()
	if result == nil {
		return code
	}
	if !result.OK() || result.Site == nil {
		return a.refused(result.Findings)
	}
	round, near := findRound(result.Site, args[0])
	if round == nil {
		return a.usage(a.say("không có kết quả «"+args[0]+"»", "there are no results “"+args[0]+"”") + a.did("", near))
	}
	row, near := findRow(round.Standings, args[1])
	if row == nil {
		return a.usage(a.say("«"+args[1]+"» không có trong kết quả này", "“"+args[1]+"” is not in these results") + a.did("", near))
	}
	account := portal.Account(round, row, a.lang)
	if a.json {
		a.encode(account)
		return exitOK
	}
	fmt.Fprintf(a.out, "%s – %s\n", row.Unit.Name, round.Page.Doc.Header.Title)
	for _, s := range account.Sentences {
		fmt.Fprintf(a.out, "  %s\n", s)
	}
	return exitOK
}

// findRound takes a file's path, with or without content/ and .md, or a page's address.
func findRound(s *site.Site, name string) (*site.Round, string) {
	want := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "./"), site.Content), ".md"), "/")
	var known []string
	var ending []*site.Round // those whose path ends so: ket-qua/2021-xa
	for _, c := range s.Campaigns {
		for _, r := range c.Rounds {
			ref := strings.TrimSuffix(strings.TrimPrefix(r.Page.Doc.Path, site.Content), ".md")
			if ref == want || strings.Trim(r.Page.Address, "/") == want {
				return r, ""
			}
			if strings.HasSuffix(ref, "/"+want) {
				ending = append(ending, r)
			}
			known = append(known, ref)
		}
	}
	if len(ending) == 1 {
		return ending[0], ""
	}
	return nil, diag.Nearest(want, known)
}

func findRow(s *campaign.Standings, unit string) (*campaign.Row, string) {
	var known []string
	for _, rows := range [][]campaign.Row{s.Rows, s.Unranked} {
		for i := range rows {
			if rows[i].Unit.ID == unit {
				return &rows[i], ""
			}
			known = append(known, rows[i].Unit.ID)
		}
	}
	return nil, diag.Nearest(unit, known)
}
