package main

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/fix"
	"bangvang/internal/serve"
	"bangvang/internal/viet"
)

// offer has the preview offer to repair what can be repaired of the findings that it shows.
func (p *preview) offer(found []diag.Finding) {
	if !slices.ContainsFunc(found, func(f diag.Finding) bool { return fix.Mendable(f.Code) }) {
		return
	}
	o, ok := p.options()
	if !ok {
		return
	}
	proposed, err := fix.Propose(p.tree, o, p.fixing, nil)
	if err != nil || len(proposed.Files) == 0 {
		return // the findings stand there all the same
	}
	var mends []serve.Mend
	for _, f := range proposed.Files {
		m := serve.Mend{File: fixedName(f), Diff: strings.TrimRight(f.Diff(), "\n")}
		for _, r := range f.Repairs {
			m.Why = append(m.Why, p.lineOf(r)+r.Message(p.lang))
		}
		mends = append(mends, m)
	}
	p.server.Offer(mends, func() { p.writeFixes(proposed) })
}

// fixedName is how a file that changes is called: with its new name, if it gets one.
func fixedName(f fix.File) string {
	if f.To != f.Path {
		return viet.NFC(f.Path) + " → " + viet.NFC(f.To)
	}
	return viet.NFC(f.Path)
}
