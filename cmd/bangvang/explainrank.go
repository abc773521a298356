package main

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/portal"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// runExplainRank tells how a unit's rank came about: RESULTS is the path or address of a results page, UNIT an id or a name.
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
	round, known := findRound(result.Site, args[0])
	if round == nil {
		return a.usage(a.say("không có kết quả «"+args[0]+"»", "there are no results “"+args[0]+"”") + a.instead(args[0], known))
	}
	row, known := findRow(round.Standings, args[1])
	if row == nil {
		return a.usage(a.say("«"+args[1]+"» không có trong kết quả này", "“"+args[1]+"” is not in these results") + a.instead(args[1], known))
	}
	account := portal.Account(round, row, a.lang)
	if a.json {
		a.encode(account)
		return exitOK
	}
	fmt.Fprintf(a.out, "%s – %s\n", row.Unit.Name, round.Page.Doc.Header.Title)
	if round.Results.Provisional {
		fmt.Fprintf(a.out, "  %s\n", a.say("Kết quả tạm thời: điểm số và thứ hạng còn có thể thay đổi.", "Provisional results: scores and ranks may still change."))
	}
	for _, s := range account.Sentences {
		fmt.Fprintf(a.out, "  %s\n", s)
	}
	return exitOK
}

// instead names what was meant, or all there is to choose from.
func (a *app) instead(word string, known []string) string {
	if near := diag.Nearest(word, known); near != "" || len(known) == 0 {
		return a.did("", near)
	}
	return a.say("; có: ", "; there are: ") + strings.Join(known, ", ")
}

// findRound takes a file's path, with or without content/ and .md, or a page's address; else it tells what there is.
func findRound(s *site.Site, name string) (*site.Round, []string) {
	want := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "./"), site.Content), ".md"), "/")
	var known []string
	var ending []*site.Round // those whose path ends so: ket-qua/2021-xa
	for _, c := range s.Campaigns {
		for _, r := range c.Rounds {
			ref := strings.TrimSuffix(strings.TrimPrefix(r.Page.Doc.Path, site.Content), ".md")
			if ref == want || strings.Trim(r.Page.Address, "/") == want {
				return r, nil
			}
			if strings.HasSuffix(ref, "/"+want) {
				ending = append(ending, r)
			}
			known = append(known, ref)
		}
	}
	if len(ending) == 1 {
		return ending[0], nil
	}
	return nil, known
}

// findRow takes a unit's id, or its name where one unit alone has it; else it tells what there is.
func findRow(s *campaign.Standings, unit string) (*campaign.Row, []string) {
	var known []string
	var named []*campaign.Row
	for _, rows := range [][]campaign.Row{s.Rows, s.Unranked} {
		for i := range rows {
			if rows[i].Unit.ID == unit {
				return &rows[i], nil
			}
			if viet.Fold(rows[i].Unit.Name) == viet.Fold(unit) {
				named = append(named, &rows[i])
			}
			known = append(known, rows[i].Unit.ID)
		}
	}
	if len(named) == 1 {
		return named[0], nil
	}
	return nil, known
}
