package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
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
	w := &watched{memo: new(build.Memo)}
	return a.rebuild(func(t turn) (time.Time, int) { return a.once(tree, w, t) })
}

// A turn is one build of many.
type turn struct {
	look  build.Look
	first bool
	// last tells that it is quiet: what could wait for that is done now. There is a last turn after each other one.
	last bool
	// ctx ends when the turn is no longer wanted: the last one gives way to the next event.
	ctx context.Context
}

// calm is how long nothing may happen before the last turn.
const calm = 600 * time.Millisecond

// rebuild calls again at the start, after each burst of changes and when it is quiet after it, and at each moment that
// again asks for, until the run is interrupted. A code other than fine or findings ends it.
func (a *app) rebuild(again func(turn) (next time.Time, code int)) int {
	events, err := watch.Watch(a.ctx, a.roots(), watch.Options{Say: func(n watch.Notice) { fmt.Fprintln(a.err, n.In(string(a.lang))) }})
	if err != nil {
		return a.machine(err)
	}
	come := make(chan watch.Event, 1) // the event that the last turn gave way to
	for t := (turn{first: true, ctx: a.ctx}); ; {
		next, code := a.take(t, again, events, come)
		if code == exitUsage {
			return code
		}
		folders := []string{} // nothing, until an event says where
		if code == exitMachine {
			folders = nil // who knows what was seen
		}
		var quiet <-chan time.Time
		if !t.last {
			quiet = time.After(calm)
		}
		pending := code == exitOK && (!t.last || a.ctx.Err() != nil)
		t = turn{look: build.Look{Folders: folders}, ctx: a.ctx}
		select {
		case e := <-come:
			t.look.Folders = a.where(e, folders)
			continue
		default:
		}
		select {
		case <-a.ctx.Done():
			if pending {
				a.farewell(again)
			}
			return exitOK
		case <-quiet:
			t.last = true
		case <-a.alarm(next):
		case e, open := <-events:
			if !open {
				return exitOK
			}
			t.look.Folders = a.where(e, folders)
		}
	}
}

// take builds once. The last turn gives way to an event, which is in come then.
func (a *app) take(t turn, again func(turn) (time.Time, int), events <-chan watch.Event, come chan<- watch.Event) (next time.Time, code int) {
	a.started = time.Now()
	t.look.Clock = a.started
	if t.last {
		ctx, stay := yielding(a.ctx, events, come)
		defer stay()
		t.ctx = ctx
	}
	return again(t)
}

// yielding returns a context that ends when an event arrives, which it hands on to come, which must be empty. After stay it
// takes no more of them.
func yielding(ctx context.Context, events <-chan watch.Event, come chan<- watch.Event) (_ context.Context, stay func()) {
	ctx, cancel := context.WithCancel(ctx)
	over := make(chan struct{})
	go func() {
		defer close(over)
		select {
		case <-ctx.Done():
		case e, open := <-events:
			if open {
				come <- e
			}
			cancel()
		}
	}()
	return ctx, func() {
		cancel()
		<-over
	}
}

// farewell takes the last turn that an interrupt cut short, as far as a moment is enough for it.
func (a *app) farewell(again func(turn) (time.Time, int)) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(a.ctx), 700*time.Millisecond)
	defer cancel()
	a.ctx, a.err = ctx, io.Discard
	again(turn{look: build.Look{Folders: []string{}, Clock: time.Now()}, last: true, ctx: ctx})
}

// where says which folders of the site an event asks to look into, nil for all.
func (a *app) where(e watch.Event, folders []string) []string {
	site, err := filepath.Abs(a.site)
	if e.All || folders == nil || err != nil {
		return nil
	}
	for _, f := range e.Folders {
		rel, err := filepath.Rel(site, f)
		if err != nil || !filepath.IsLocal(rel) {
			return nil
		}
		folders = append(folders, filepath.ToSlash(rel))
	}
	return folders
}

// alarm rings at a moment of the portal's clock; never where the clock stands still or nothing is to come.
func (a *app) alarm(next time.Time) <-chan time.Time {
	if next.IsZero() || a.at != "" {
		return nil
	}
	return time.After(time.Until(next))
}

// watched is what the turns of a watch leave for each other.
type watched struct {
	memo   *build.Memo
	public publish.Known
}

// here returns the way back to what is known now, for a turn that has touched nothing.
func (w *watched) here() (back func()) {
	public, stands := w.public, w.memo.Delivered()
	return func() {
		w.public = public
		stands()
	}
}

// once publishes file by file and reports; what the machine refuses is said, and tried again at the next save. When it
// is quiet the search follows, and files of ours that others have changed are healed.
func (a *app) once(tree fs.FS, w *watched, t turn) (next time.Time, code int) {
	o, ok := a.options()
	if !ok {
		return time.Time{}, exitUsage
	}
	o.Look, o.LateSearch, o.Context = t.look, !t.last && !t.first, t.ctx
	giveWay := w.here()
	if t.last {
		w.public.Doubt()
	}
	result, more, stats, err := w.publish(tree, a.outDir(), o, t)
	if result != nil {
		next = result.Next
	}
	switch {
	case t.last && errors.Is(err, context.Canceled):
		giveWay()
		return time.Time{}, exitOK
	case err != nil:
		return next, a.machine(err)
	case !result.OK() && t.last:
		return next, exitFindings // they have been told
	case !result.OK():
		return next, a.refused(result.Findings)
	case !t.last || len(more) > 0:
		a.published(result, append(result.Findings, more...), stats)
	}
	return next, exitOK
}

// publish builds and commits, unless the result is not OK.
func (w *watched) publish(tree fs.FS, dir string, o build.Options, t turn) (result *build.Result, more []diag.Finding, stats publish.Stats, err error) {
	update, err := publish.Begin(t.ctx, dir, publish.Options{Wait: patience, InPlace: true, Owner: owner("watch"), Known: &w.public})
	if err != nil {
		return nil, nil, stats, t.or(err)
	}
	if err = t.or(nil); err == nil {
		result, err = build.Build(tree, o, w.memo, update)
	}
	if err = t.or(err); err != nil || !result.OK() {
		_ = update.Discard()
		return result, nil, stats, err
	}
	stats, more, err = update.Commit()
	return result, more, stats, err
}

// or returns an error, or that of a turn that is to give way.
func (t turn) or(err error) error {
	if t.last && t.ctx.Err() != nil {
		return t.ctx.Err()
	}
	return err
}
