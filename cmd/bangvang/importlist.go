package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/fix"
	"bangvang/internal/form"
	"bangvang/internal/site"
)

// A list is one that a document's header has, or that a plan's campaign will have.
type list struct {
	kind     form.List
	doc      *document.Document // nil where the list has no document yet
	standing []form.Standing
	choices  form.Choices
}

// values are the entries that there are.
func (l list) values() []map[string]string {
	var out []map[string]string
	for _, s := range l.standing {
		out = append(out, s.Values)
	}
	return out
}

// listAt finds the list of an awards file, of a plan, of a registry.
func listAt(whole *site.Site, path string) (list, bool) {
	same := func(p *site.Page) bool { return p.Doc.Path == path || p.Doc.Path == path+".md" }
	for _, c := range whole.Campaigns {
		if same(c.PlanPage) {
			return list{kind: form.Awards, choices: choicesOf(whole, c)}, true
		}
		for _, n := range c.Announcements {
			if same(n.Page) {
				return list{kind: form.Awards, doc: n.Page.Doc, standing: form.StandingAwards(n.Page.Doc), choices: choicesOf(whole, c)}, true
			}
		}
	}
	for _, p := range whole.Register {
		if same(p) {
			return list{kind: form.Units, doc: p.Doc, standing: form.StandingUnits(p.Doc)}, true
		}
	}
	return list{}, false
}

// choicesOf are what a campaign's awards may name.
func choicesOf(whole *site.Site, c *site.Campaign) form.Choices {
	out := form.Choices{}
	for _, p := range c.Plan.Prizes {
		out["prizes"] = append(out["prizes"], form.Choice{ID: p.ID, Name: p.Title})
	}
	for _, k := range c.Plan.Commendations {
		out["commendations"] = append(out["commendations"], form.Choice{ID: k.ID, Name: k.Title})
	}
	for _, b := range c.Blocks {
		for _, u := range b.Units {
			out["units"] = append(out["units"], form.Choice{ID: u.ID, Name: u.Name})
		}
	}
	return out
}

// list imports awards or units into the header of their document.
func (in *importing) list(l list) int {
	entries, findings := l.kind.Read(in.name, in.data, l.choices)
	if len(findings) > 0 {
		return in.wrong(findings)
	}
	path := l.doc.Path
	before, err := os.ReadFile(filepath.Join(in.site, filepath.FromSlash(path)))
	if err != nil {
		return in.machine(fmt.Errorf("reading %s: %w", path, err))
	}
	after, places, ok := l.kind.Splice(before, l.standing, entries)
	if !ok {
		return in.usage(in.say("tệp "+path+" không có phần đầu để ghi vào", "the file "+path+" has no header to write into"))
	}
	found, code := in.rehearse(map[string][]byte{path: after}, path)
	if code != exitOK {
		return code
	}
	found = in.fromCells(found, places)
	if diag.Errors(found) > 0 {
		return in.wrong(found)
	}
	change, same := fix.File{Path: path, To: path, Before: before, After: after}, bytes.Equal(before, after)
	if in.json {
		in.encode(listOutcome{Target: path, Entries: len(entries), Diff: change.Diff(), Written: in.yes && !same})
	} else {
		in.findings(in.err, found)
		in.showList(change, len(entries), same)
	}
	switch {
	case same, in.json && !in.yes, !in.yes && !in.agrees():
		return exitOK
	}
	return in.writeSources(nil, []fix.File{change})
}

// A listOutcome is the JSON form of what the import of a list comes to.
type listOutcome struct {
	Target  string `json:"target"`
	Entries int    `json:"entries"`
	Diff    string `json:"diff"`
	Written bool   `json:"written"`
}

// showList says what changes in the document.
func (in *importing) showList(change fix.File, entries int, same bool) {
	if same {
		fmt.Fprintln(in.out, in.say("Danh sách đã có đúng như vậy: "+change.Path, "The list is there as it is: "+change.Path))
		return
	}
	fmt.Fprintf(in.out, "%s %d\n%s\n", in.say("Số dòng đọc được:", "Lines read:"), entries, change.Path)
	for line := range strings.Lines(change.Diff()) {
		fmt.Fprint(in.out, "    ", line)
	}
}

// fromCells keeps what is said about lines that come from the table, and says it about its cells.
func (in *importing) fromCells(found []diag.Finding, places map[int]diag.Pos) []diag.Finding {
	var out []diag.Finding
	for _, f := range found {
		at, ours := places[f.Pos.Line]
		if !ours {
			continue
		}
		f.File, f.Pos, f.Quote = in.name, at, ""
		out = append(out, f)
	}
	return out
}
