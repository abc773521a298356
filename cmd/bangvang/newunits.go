package main

import (
	"cmp"
	"fmt"
	"os"

	"bangvang/internal/fix"
	"bangvang/internal/scaffold"
)

// registryPath is the registry that units are added to.
const registryPath = "content/don-vi.md"

// newUnits adds units to the registry.
func newUnits(m *maker) int {
	names := m.names
	if m.asks {
		names = m.askLines(m.say("Tên đơn vị, mỗi dòng một tên (dán cả cột từ Excel được); dòng trống là hết:", "The units' names, one a line (a column of Excel may be pasted); an empty line ends:"))
	}
	if len(names) == 0 {
		return m.noName("unit")
	}
	var fresh []scaffold.Unit
	for _, name := range names {
		u, known := m.unitNamed(name, m.today)
		if known {
			return m.usage(m.say("sổ đã có «"+u.Name+"», mã "+u.ID, "the registry has “"+u.Name+"”, its id is "+u.ID))
		}
		if u.ID == "" {
			return m.noName("unit")
		}
		fresh = append(fresh, scaffold.NewUnit(name, cmp.Or(m.new.kind, kindOf(name)), func(id string) bool { return m.taken(id, fresh) }))
	}
	change, code := m.registered(fresh)
	if code == exitOK {
		code = m.makeFiles(m.app.site, change.fresh, func(string) bool { return true })
	}
	if code != exitOK {
		return code
	}
	return m.register(change)
}

// A registryChange is how units get into the registry: a new file, or new bytes of the old one.
type registryChange struct {
	units         []scaffold.Unit
	fresh         []scaffold.File
	before, after []byte
}

// registered works out how units get into the registry, before anything is written.
func (m *maker) registered(units []scaffold.Unit) (c registryChange, code int) {
	if len(units) == 0 {
		return c, exitOK
	}
	c.units = units
	root, err := os.OpenRoot(m.app.site)
	if err != nil {
		return c, m.machine(err)
	}
	defer root.Close()
	before, err := root.ReadFile(registryPath)
	if os.IsNotExist(err) {
		c.fresh = []scaffold.File{{Path: registryPath, Data: scaffold.Registry("Đơn vị", units, false)}}
		return c, exitOK
	}
	if err != nil {
		return c, m.machine(err)
	}
	after, ok := scaffold.AddUnits(before, units)
	if !ok {
		return c, m.usage(m.say("không tự thêm được vào "+registryPath+"; hãy thêm tay dưới units:", "can't add to "+registryPath+"; add these lines below units:") + "\n" + scaffold.Rows(units))
	}
	c.before, c.after = before, after
	return c, exitOK
}

// register writes the registry and names the ids that the units have from now on.
func (m *maker) register(c registryChange) int {
	if c.after != nil {
		root, err := os.OpenRoot(m.app.site)
		if err != nil {
			return m.machine(err)
		}
		defer root.Close()
		change := fix.File{Path: registryPath, To: registryPath, Before: c.before, After: c.after}
		if err := fix.Write(root, &fix.Proposal{Files: []fix.File{change}}); err != nil {
			return m.machine(err)
		}
	}
	for _, u := range c.units {
		fmt.Fprintf(m.out, "%s %s: %s (%s)\n", m.say("Đã thêm vào", "Added to"), registryPath, u.Name, u.ID)
	}
	return exitOK
}
