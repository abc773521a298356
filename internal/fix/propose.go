package fix

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A Proposal is what would change in a site's sources.
type Proposal struct {
	Files []File // by path

	only   map[string]bool   // the files that were asked for, nil: all
	keep   map[string]bool   // files that keep their names, as something that names them can't follow
	tree   *tree             // the sources as they would be
	states map[string]*state // by path in the tree
}

// A File is one source that would change.
type File struct {
	Path, To      string // from the site's folder, as the disk spells it; To differs from Path where the file is renamed
	Before, After []byte
	Repairs       []diag.Finding // why, by line in the file as it is
}

// state is how a file came to be what it is in the tree.
type state struct {
	shifts  []shift
	repairs []diag.Finding
	tried   map[string]bool // what could not be mended: it is not tried again
}

// maxRounds bounds how often the whole site is built anew: a unit's name shows only when its file can be read, and so on.
const maxRounds = 12

// Propose finds what can be repaired, in the files that are named or in all. The tree is not changed. Of the options
// it takes the moment and the theme; drafts are repaired too. The error is the machine's.
func Propose(site fs.FS, o build.Options, memo *build.Memo, only []string) (*Proposal, error) {
	o.Drafts, o.Look = true, build.Look{}
	keep := map[string]bool{}
	for {
		p := &Proposal{keep: keep, states: map[string]*state{}}
		for _, name := range only {
			if p.only == nil {
				p.only = map[string]bool{}
			}
			p.only[viet.NFC(path.Clean(name))] = true
		}
		findings, err := p.repair(site, o, memo)
		if err != nil {
			return nil, err
		}
		if !p.orphans(findings) {
			return p, p.collect(site)
		}
	}
}

// repair repairs the tree until a build has no more to say that can be mended, and returns what it says then.
func (p *Proposal) repair(site fs.FS, o build.Options, memo *build.Memo) ([]diag.Finding, error) {
	var err error
	if p.tree, err = load(site); err != nil {
		return nil, err
	}
	for _, name := range p.tree.names() {
		if err := p.clean(name); err != nil {
			return nil, err
		}
	}
	var findings []diag.Finding
	for range maxRounds {
		result, err := build.Build(p.tree, o, memo, build.Discard)
		if err != nil {
			return nil, err
		}
		findings = result.Findings
		if !p.mend(findings) {
			break
		}
	}
	return findings, nil
}

// clean repairs a file's bytes and its name.
func (p *Proposal) clean(name string) error {
	if !p.wants(name) {
		return nil
	}
	name = p.rename(name)
	if !isText(name) {
		return nil
	}
	data, err := p.tree.read(name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	if whole, found := plain(viet.NFC(name), data); len(found) > 0 {
		p.tree.entries[name].data = whole
		for _, f := range found {
			p.say(name, f)
		}
	}
	return nil
}

func isText(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".csv" || name == "content/site.yaml"
}

// wants reports whether a file was asked for.
func (p *Proposal) wants(name string) bool {
	return p.only == nil || p.only[viet.NFC(p.tree.real(name))]
}

// mend makes the edits for all findings of a build, and reports whether there were any.
func (p *Proposal) mend(findings []diag.Finding) bool {
	byFile := map[string][]diag.Finding{}
	var order []string
	for _, f := range findings {
		if !Mendable(f.Code) || f.WaivedFor != "" {
			continue
		}
		if byFile[f.File] == nil {
			order = append(order, f.File)
		}
		byFile[f.File] = append(byFile[f.File], f)
	}
	changed := false
	for _, file := range order {
		if name := p.spelt(file); name != "" && p.mendFile(name, byFile[file]) {
			changed = true
			p.settle(name)
		}
	}
	return changed
}

// spelt returns how the tree spells a file's name, "" where it has none.
func (p *Proposal) spelt(file string) string {
	if p.tree.entries[file] != nil {
		return file
	}
	for name := range p.tree.entries {
		if viet.NFC(name) == file {
			return name
		}
	}
	return ""
}

func (p *Proposal) state(name string) *state {
	if p.states[name] == nil {
		p.states[name] = &state{tried: map[string]bool{}}
	}
	return p.states[name]
}

// say takes down why a file changes, at the line that it has on the disk.
func (p *Proposal) say(name string, f diag.Finding) {
	st := p.state(name)
	for _, s := range slices.Backward(st.shifts) {
		if f.Pos.Line > s.line {
			f.Pos.Line = max(f.Pos.Line-s.lines, s.line)
		}
	}
	f.File = viet.NFC(p.tree.real(name))
	st.repairs = append(st.repairs, f)
}

// renamed reports whether a reference would lead to a file that has another name now.
func (p *Proposal) renamed(s spot) bool {
	to := p.target(s.f.File, plainRef(s.f.Args["got"]))
	return to != "" && to != p.tree.real(to)
}

// orphans finds the renamed files to which a reference does not follow: they keep their names. It reports whether there
// are any.
func (p *Proposal) orphans(findings []diag.Finding) bool {
	found := false
	for _, f := range findings {
		if !references[f.Code] || f.Args["got"] == "" {
			continue
		}
		if to := p.target(f.File, plainRef(f.Args["got"])); to != "" && to != p.tree.real(to) {
			p.keep[p.tree.real(to)] = true
			found = true
		}
	}
	return found
}

// collect lists the files that would change.
func (p *Proposal) collect(site fs.FS) error {
	for name, e := range p.tree.entries {
		if e.data == nil && e.real == name {
			continue
		}
		before, err := fs.ReadFile(site, e.real)
		if err != nil {
			return fmt.Errorf("reading %s: %w", e.real, err)
		}
		f := File{Path: e.real, To: name, Before: before, After: before}
		if e.data != nil {
			f.After = e.data
		}
		if st := p.states[name]; st != nil {
			f.Repairs = diag.Sort(st.repairs)
		}
		if f.Path != f.To || !bytes.Equal(f.Before, f.After) {
			p.Files = append(p.Files, f)
		}
	}
	slices.SortFunc(p.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return nil
}
