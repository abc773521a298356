package fix

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// settle goes on with one file for as long as reading it alone shows more: of a header that can't be read only the
// first slip is known.
func (p *Proposal) settle(name string) {
	for range 1000 {
		data, err := p.tree.read(name)
		if err != nil { // it has another name now
			return
		}
		if _, findings := parse(name, data); !p.mendFile(name, findings) {
			return
		}
	}
}

// parse reads one file by itself; unread is the line of the fault that keeps its header from being read, 0 for none.
func parse(name string, data []byte) (unread int, findings []diag.Finding) {
	switch {
	case strings.HasSuffix(name, ".yaml"):
		_, findings = document.ParseSite(name, data)
	case strings.HasSuffix(name, ".md"):
		_, findings = document.Parse(viet.NFC(name), data)
	}
	for _, f := range findings {
		if (strings.HasPrefix(f.Code, "yaml-") || strings.HasPrefix(f.Code, "header-")) && !readable[f.Code] {
			return f.Pos.Line, findings
		}
	}
	return 0, findings
}

// readable are the faults of YAML that don't keep the rest from being read.
var readable = map[string]bool{"yaml-comment": true, "yaml-curly-quotes": true, "yaml-anchor": true, "yaml-tag": true}

// mendFile makes the edits for findings of one file, and reports whether there were any.
func (p *Proposal) mendFile(name string, findings []diag.Finding) bool {
	data, err := p.tree.read(name)
	if err != nil || !isText(name) && !hasCode(findings, "name-ending") {
		return false
	}
	st := p.state(name)
	var edits []edit
	var mended []diag.Finding
	bounded := !hasCode(findings, "header-unclosed") && !hasCode(findings, "header-missing")
	for _, f := range findings {
		if f.WaivedFor != "" || st.tried[key(f)] || !bounded && !strings.HasPrefix(f.Code, "header-") && f.Code != "invisible-character" {
			continue // while nobody knows where the header ends, it is taken for text
		}
		if f.Code == "name-ending" && p.wants(name) {
			return p.ending(name, f)
		}
		if more := p.edits(name, f, data); more != nil && !cross(edits, more) { // what crosses another waits for the next turn
			edits, mended = append(edits, more...), append(mended, f)
		}
	}
	if len(edits) == 0 {
		return false
	}
	after, shifts := apply(data, edits)
	if isWorse(name, data, after, mended) {
		for _, f := range mended {
			st.tried[key(f)] = true
		}
		return len(mended) > 1 && p.oneByOne(name, mended)
	}
	for _, f := range mended {
		p.say(name, p.why(f, data))
	}
	st.shifts = append(st.shifts, shifts...)
	p.tree.entries[name].data = after
	return true
}

// oneByOne tries what could not be mended together.
func (p *Proposal) oneByOne(name string, findings []diag.Finding) bool {
	changed := false
	for _, f := range findings {
		delete(p.state(name).tried, key(f))
		if !changed {
			changed = p.mendFile(name, []diag.Finding{f})
		}
	}
	return changed
}

func hasCode(findings []diag.Finding, code string) bool {
	return slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Code == code })
}

// key names a finding among those of its file.
func key(f diag.Finding) string { return fmt.Sprint(f.Code, f.Pos, f.Quote) }

// why is what is said of a repair: that a file is not there is no news where it has just been renamed.
func (p *Proposal) why(f diag.Finding, data []byte) diag.Finding {
	if s, ok := spotOf(f, data); ok && references[f.Code] && p.renamed(s) {
		return diag.New("reference-follows", f.File, f.Pos, diag.Args{"got": f.Args["got"], "want": plainRef(f.Args["got"])})
	}
	return f
}

// edits returns the edits for one finding.
func (p *Proposal) edits(name string, f diag.Finding, data []byte) []edit {
	s, ok := spotOf(f, data)
	if !ok {
		return nil
	}
	if references[f.Code] && (p.wants(name) || p.renamed(s)) {
		return p.follow(s)
	}
	if mend := menders[f.Code]; mend != nil && p.wants(name) {
		return mend(s)
	}
	return nil
}

// isWorse reports whether edits have not helped: a finding is still there, or the header reads less far than before.
func isWorse(name string, before, after []byte, mended []diag.Finding) bool {
	was, _ := parse(name, before)
	is, left := parse(name, after)
	if is > 0 && is <= was && len(mended) == 1 && hasCode(left, mended[0].Code) || was == 0 && is > 0 {
		return true
	}
	for _, f := range left {
		if slices.ContainsFunc(mended, func(m diag.Finding) bool {
			return m.Code == f.Code && m.Pos == f.Pos && m.Message(diag.En) == f.Message(diag.En)
		}) {
			return true
		}
	}
	return false
}

// ending gives a document its right ending.
func (p *Proposal) ending(name string, f diag.Finding) bool {
	to := path.Join(path.Dir(name), plainPart(f.Args["want"]))
	if p.tree.entries[to] != nil {
		return false
	}
	p.moved(name, to, f)
	return p.clean(to) == nil
}
