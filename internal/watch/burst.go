package watch

import (
	"maps"
	"slices"
	"time"
)

// burst gathers rings until it is quiet. It is ready when the timer has run out, and takes in more until taken.
type burst struct {
	folders map[string]bool
	first   string
	all     bool
	rescan  bool
	since   time.Time // of the first ring; zero if there is none
	ready   bool
	timer   *time.Timer
}

// add notes a ring and waits for quiet again, but not longer than o.Longest since the first ring.
func (b *burst) add(o Options, folder, path string) {
	if b.since.IsZero() {
		b.since = time.Now()
		b.first = path
		b.folders = map[string]bool{}
	}
	if folder != "" {
		b.folders[folder] = true
	}
	wait := min(o.Quiet, o.Longest-time.Since(b.since))
	if wait <= 0 {
		b.ready = true
		return
	}
	b.ready = false
	b.timer.Reset(wait)
}

// offer returns out while there is something to send, else nil, on which a send waits for ever.
func (b *burst) offer(out chan<- Event) chan<- Event {
	if b.ready && !b.since.IsZero() {
		return out
	}
	return nil
}

// event is the burst as its taker sees it. It is only made while it can be sent.
func (b *burst) event() Event {
	if !b.ready {
		return Event{}
	}
	e := Event{First: b.first, All: b.all, Rescan: b.rescan}
	if !b.all {
		e.Folders = slices.Sorted(maps.Keys(b.folders))
	}
	return e
}

// take empties the burst and returns the folders that it named.
func (b *burst) take() map[string]bool {
	folders := b.folders
	*b = burst{timer: b.timer}
	b.timer.Stop()
	return folders
}
