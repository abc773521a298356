package dossier

import (
	_ "embed"
	"html/template"
	"strconv"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/review"
)

//go:embed dossier.html
var page string

// drawn is the page with its style inside, for screens and paper, which loads nothing. It is parsed once: its faults are
// ours, and a test draws it.
var drawn = template.Must(template.New("dossier").Parse(page))

// A view is what the page prints.
type view struct {
	Lang, Title, Compared, Verdict string
	Stops                          bool
	Findings                       []findingView
	Facts, Rest                    []section // before and behind the rankings
	Tables                         []table
	Words                          map[string]string
}

type findingView struct {
	Error                                bool
	Severity, Where, Message, Hint, Code string
}

// A table is one ranking, before and after.
type table struct {
	Title, Address string
	Rows           []tableRow
}

type tableRow struct {
	Unit     string
	Was, Now cell
	Differs  bool
	Move     string // "▲ lên 2 bậc"
}

// A cell is one side of a unit's line: its rank, and what stands below it.
type cell struct {
	Rank  string
	Under []string
}

func (c cell) inline() string {
	if c.Rank == "" {
		return "–"
	}
	return strings.Join(append([]string{c.Rank}, c.Under...), "; ")
}

func (d *Dossier) view() view {
	v := view{
		Lang: string(d.Lang), Title: d.say("Xem trước thay đổi", "What a change does"), Compared: d.compared(), Verdict: d.Verdict(), Stops: d.Stops(),
		Facts: full(append([]section{d.notes()}, d.facts()...)), Rest: full(d.rest()), Tables: d.tables(), Words: map[string]string{
			"unit": d.say("Đơn vị", "Unit"), "was": d.say("Trước", "Before"), "now": d.say("Nay", "After"),
			"findings": d.say("Phải sửa, cần xem", "To mend, to look at"), "rankings": d.say("Bảng xếp hạng, trước và nay", "Rankings, before and after"),
			"caption": d.say("dòng in đậm là dòng thay đổi", "lines in bold differ"), "contents": d.say("Trong trang này", "On this page"),
		},
	}
	for _, f := range d.Findings {
		v.Findings = append(v.Findings, findingView{f.Severity == diag.Error, d.severity(f), where(f), f.Message(d.Lang), f.Hint(d.Lang), f.Code})
	}
	return v
}

// tables are the rankings that come or differ.
func (d *Dossier) tables() []table {
	var out []table
	for _, one := range d.Rankings {
		t := table{Title: one.Title, Address: one.Address}
		for _, row := range one.Rows {
			t.Rows = append(t.Rows, tableRow{row.Unit, d.cell(row.Was), d.cell(row.Now), row.Differs(), d.move(row)})
		}
		out = append(out, t)
	}
	return out
}

func (d *Dossier) cell(s *review.Standing) cell {
	switch {
	case s == nil:
		return cell{}
	case s.Rank == "":
		return cell{Rank: d.say("không xếp hạng", "not ranked")}
	}
	rank, shared := strings.CutSuffix(s.Rank, "=")
	c := cell{Rank: d.say("hạng ", "rank ") + rank}
	if shared {
		c.Rank = d.say("đồng hạng ", "tied ") + rank
	}
	c.Under = append(c.Under, d.number(s.Total)+d.say(" điểm", " points"), d.number(s.Percent)+"%")
	for _, text := range []string{s.Band, s.Award} {
		if text != "" {
			c.Under = append(c.Under, text)
		}
	}
	return c
}

func (d *Dossier) move(row review.RankingRow) string {
	switch n := row.Rise(); {
	case row.Was == nil:
		return d.say("mới", "new")
	case row.Now == nil:
		return d.say("không còn", "gone")
	case n > 0:
		return "▲ " + d.say("lên ", "up ") + strconv.Itoa(n)
	case n < 0:
		return "▼ " + d.say("xuống ", "down ") + strconv.Itoa(-n)
	}
	return ""
}
