package main

import (
	"fmt"
	"io/fs"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/publish"
	"bangvang/internal/watch"
)

// runWatch rebuilds into public whenever a file is saved, until it is interrupted.
func runWatch(a *app, _ []string) int {
	tree, closeSite, code := a.openSite()
	if code != exitOK {
		return code
	}
	defer closeSite()
	if !a.outIsApart() {
		return exitUsage
	}
	memo := new(build.Memo)
	return a.rebuild(func() (time.Time, int) { return a.once(tree, memo) })
}

// rebuild calls again at the start, after each burst of changes, and at each moment that again asks for,
// until the run is interrupted. A code other than fine or findings ends it.
func (a *app) rebuild(again func() (next time.Time, code int)) int {
	events, err := watch.Watch(a.ctx, a.roots(), watch.Options{Say: func(n watch.Notice) { fmt.Fprintln(a.err, n.In(string(a.lang))) }})
	if err != nil {
		return a.machine(err)
	}
	for {
		a.started = time.Now()
		next, code := again()
		if code == exitUsage {
			return code
		}
		select {
		case <-a.ctx.Done():
			return exitOK
		case <-a.alarm(next):
		case _, open := <-events:
			if !open {
				return exitOK
			}
		}
	}
}

// alarm rings at a moment of the portal's clock; never where the clock stands still or nothing is to come.
func (a *app) alarm(next time.Time) <-chan time.Time {
	if next.IsZero() || a.at != "" {
		return nil
	}
	return time.After(time.Until(next))
}

// once publishes file by file and reports; what the machine refuses is said, and tried again at the next save.
func (a *app) once(tree fs.FS, memo *build.Memo) (time.Time, int) {
	o, ok := a.options()
	if !ok {
		return time.Time{}, exitUsage
	}
	update, err := publish.Begin(a.ctx, a.outDir(), publish.Options{Wait: patience, InPlace: true, Owner: owner("watch")})
	if err != nil {
		return time.Time{}, a.machine(err)
	}
	result, err := build.Build(tree, o, memo, update)
	if err != nil || !result.OK() {
		_ = update.Discard()
		if err != nil {
			return time.Time{}, a.machine(err)
		}
		return result.Next, a.refused(result.Findings)
	}
	stats, more, err := update.Commit()
	if err != nil {
		return result.Next, a.machine(err)
	}
	a.published(result, append(result.Findings, more...), stats)
	return result.Next, exitOK
}
