package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/form"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

func formFlags(a *app) {
	a.flags.StringVar(&a.block, "block", "", a.say("khối cần biểu, khi tệp tiêu chí dùng cho nhiều khối", "the block, where the criteria are those of several"))
	a.flags.StringVar(&a.file, "out-file", "", a.say("tên tệp .xlsx nhận biểu (mặc định: đặt theo tên khối)", "the .xlsx file to write (default: named after the block)"))
}

// runForm writes a workbook for people to fill in: a score sheet for a criteria file, a list for an awards file or a
// plan, the registry for a file of units.
func runForm(a *app, args []string) int {
	if len(args) == 0 {
		return a.usage(a.say("cần tên tệp tiêu chí, tệp khen thưởng, kế hoạch hoặc sổ đơn vị", "it needs a criteria file, an awards file, a plan or a registry of units"))
	}
	whole, code := a.whole()
	if whole == nil {
		return code
	}
	path := a.inContent(args[0])
	if l, ok := listAt(whole, path); ok {
		data, err := l.kind.Workbook(whole.Settings.Site.Organization, l.values(), l.choices)
		if err != nil {
			return a.machine(err)
		}
		return a.writeForm("bieu-"+viet.Slug(l.kind.Tab)+".xlsx", data)
	}
	criteria, near := criteriaAt(whole, path)
	if criteria == nil {
		return a.usage(a.say("không có tệp tiêu chí «"+args[0]+"»", "there is no criteria file “"+args[0]+"”") + a.did("", near))
	}
	return a.scoreForm(whole, criteria)
}

func (a *app) scoreForm(whole *site.Site, criteria *site.Criteria) int {
	block := a.blockOf(whole, criteria)
	if block == nil {
		return exitUsage
	}
	data, err := form.Scores{
		Title: criteria.Page.Doc.Header.Title, Block: block.Name, Author: whole.Settings.Site.Organization, Rules: criteria.Rules, Units: block.Units,
	}.Workbook()
	if err != nil {
		return a.machine(err)
	}
	return a.writeForm("bieu-cham-diem-"+viet.Slug(block.ID)+".xlsx", data)
}

// whole assembles the site with its drafts: a form is needed before a campaign is public. Findings elsewhere do not
// stop it; nil with an exit code where there is no site.
func (a *app) whole() (*site.Site, int) {
	a.drafts = true
	result, code := a.result()
	if result == nil {
		return nil, code
	}
	if result.Site == nil {
		return nil, a.refused(result.Findings)
	}
	return result.Site, exitOK
}

// inContent makes of a file's name as people type it its path from the site's folder, "content/…".
func (a *app) inContent(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		if root, err := filepath.Abs(a.site); err == nil {
			if rel, err := filepath.Rel(filepath.Join(root, "content"), abs); err == nil && filepath.IsLocal(rel) {
				return site.Content + viet.NFC(filepath.ToSlash(rel))
			}
		}
	}
	return site.Content + viet.NFC(strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(name), "./"), site.Content))
}

func criteriaAt(whole *site.Site, path string) (found *site.Criteria, near string) {
	var known []string
	for _, c := range whole.Campaigns {
		for _, k := range c.Criteria {
			if k.Page.Doc.Path == path || k.Page.Doc.Path == path+".md" {
				return k, ""
			}
			known = append(known, k.Page.Doc.Path)
		}
	}
	return nil, diag.Nearest(path, known)
}

// blockOf returns the block that is asked for, the only one where none is; nil where that can't be told, which has been
// said then.
func (a *app) blockOf(whole *site.Site, criteria *site.Criteria) *site.Block {
	name := a.block
	if name == "" && len(criteria.Blocks) == 1 {
		name = criteria.Blocks[0]
	}
	blocks := strings.Join(criteria.Blocks, ", ")
	switch {
	case name == "":
		a.usage(a.say("tiêu chí này dùng cho nhiều khối; chọn một bằng --block: "+blocks, "these criteria are those of several blocks; choose one with --block: "+blocks))
		return nil
	case !criteria.Has(name):
		a.usage(a.say("tiêu chí này không dùng cho khối «"+name+"»; các khối: "+blocks, "these criteria are not those of the block “"+name+"”; the blocks are: "+blocks))
		return nil
	}
	i := slices.IndexFunc(whole.Campaigns, func(c *site.Campaign) bool { return slices.Contains(c.Criteria, criteria) })
	block := whole.Campaigns[i].Block(name)
	if block == nil {
		a.usage(a.say("kế hoạch không có khối «"+name+"»", "the plan has no block “"+name+"”"))
	}
	return block
}

// writeForm writes a form where it is asked for. A file that stands there may be filled in already: it stays.
func (a *app) writeForm(name string, data []byte) int {
	if a.file != "" {
		name = a.file
	}
	switch old, err := os.ReadFile(name); {
	case err == nil && !bytes.Equal(old, data):
		return a.usage(a.say("đã có tệp «"+name+"», có thể đã điền; chọn tên khác bằng --out-file", "there is a file “"+name+"”, maybe filled in; choose another name with --out-file"))
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return a.machine(fmt.Errorf("reading %s: %w", name, err))
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		return a.machine(fmt.Errorf("writing %s: %w", name, err))
	}
	fmt.Fprintln(a.out, a.say("Đã ghi biểu vào "+name, "The form is in "+name))
	return exitOK
}
