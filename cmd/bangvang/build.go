package main

import (
	"fmt"
	"io/fs"
	"os"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/publish"
)

// patience is how long a build waits for another writer of the same folder.
const patience = 10 * time.Second

// runBuild publishes the portal, or refuses and leaves public as it was.
func runBuild(a *app, _ []string) int {
	o, ok := a.options()
	if !ok {
		return exitUsage
	}
	tree, closeSite, code := a.openSite()
	if code != exitOK {
		return code
	}
	defer closeSite()
	if !a.outIsApart() || !a.cacheIsMeant() || !a.cacheIsApart() {
		return exitUsage
	}
	if a.tellRevision {
		var err error
		if o.Revision, err = a.revision(); err != nil {
			return a.gitFault(err)
		}
	}
	memory := collect()
	update, err := publish.Begin(a.ctx, a.outDir(), publish.Options{Wait: patience, Owner: owner("build")})
	if err != nil {
		return a.machine(err)
	}
	o.Planned = func() { memory.leave(leastDrawing) }
	return a.publish(tree, o, update)
}

// publish builds and commits; what is refused by either leaves public as it was.
func (a *app) publish(tree fs.FS, o build.Options, update *publish.Update) int {
	store := a.store()
	defer store.Close()
	o.Look.Clock = a.started
	counts, stop := a.showProgress()
	o.Progress = counts
	result, err := build.BuildStored(tree, o, store, a.verify, update)
	stop()
	if err != nil {
		_ = update.Discard()
		return a.machine(err)
	}
	found := result.Findings
	if !result.OK() {
		if err := update.Discard(); err != nil {
			return a.machine(err)
		}
		return a.refused(found)
	}
	stats, more, err := update.Commit()
	if err != nil {
		return a.machine(err)
	}
	found = append(found, more...)
	if diag.Errors(found) > 0 {
		return a.refused(found)
	}
	a.published(result, found, stats)
	return exitOK
}

// owner tells a second writer who is at work.
func owner(command string) string { return fmt.Sprintf("bangvang %s, pid %d", command, os.Getpid()) }

// refused reports why nothing was published.
func (a *app) refused(found []diag.Finding) int {
	if a.machineForm(found) {
		return exitFindings
	}
	a.findings(a.err, found)
	fmt.Fprintf(a.err, "%s%s (%s)\n", a.say("Chưa công bố gì: ", "Nothing was published: "), a.counts(found), a.took())
	return exitFindings
}

// published reports what was written.
func (a *app) published(r *build.Result, found []diag.Finding, s publish.Stats) {
	if a.machineForm(found) {
		return
	}
	a.findings(a.err, found)
	line := a.say(
		fmt.Sprintf("Đã dựng %s vào %s: ghi %s, xóa %s, giữ nguyên %s", a.size(r), a.outDir(), group(s.Written), group(s.Removed), group(s.Kept)),
		fmt.Sprintf("Built %s into %s: %d written, %d removed, %d unchanged", a.size(r), a.outDir(), s.Written, s.Removed, s.Kept))
	if c := a.counts(found); c != "" {
		line += "; " + c
	}
	fmt.Fprintf(a.out, "%s (%s)\n", line, a.took())
}
