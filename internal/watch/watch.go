// Package watch says "look again, it is quiet now" when files below some folders change. It is the only
// importer of fsnotify, and knows nothing of sites.
//
// [Watch] starts it; each [Event] stands for one burst of changes. An event never says what to do, nor that
// anything truly changed: it names the folders to look into again, or [Event.All] of them. Whoever listens
// reads those folders and finds out. So a doubled event costs a few milliseconds and a wrong one nothing;
// only a lost one would be a fault, and against that stand three nets:
//
//  1. A folder is first watched, then read, so that what lands in it between the two is seen ("mkdir -p a/b/c").
//  2. When the system's queue overflows, the event says All.
//  3. Every few seconds ([Options.Rescan]) all names, sizes, modes and times are compared (a signature by
//     folder, one lstat a file: about 2 ms for 1.000 files), and what rang nowhere rings then.
//
// Where the system cannot tell of changes, the third net alone works, faster ([Options.PollEvery]). That is so
// on network and FUSE file systems (found by statfs on Linux), where the system's limit on watches is reached,
// and where [Options.Poll] asks for it. [Options.Say] is then told once, in words.
//
//	events, err := watch.Watch(ctx, []string{"content", "templates"}, watch.Options{})
//	build()                    // after Watch, so that nothing falls between
//	for range events {         // closed when ctx ends
//		build()
//	}
//
// A root need not exist: its parent is watched too, so that its coming, going and return ring. Editors' own
// files ([Ignored]) ring nothing. Symbolic links below a root are not followed.
package watch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options shape the watching. The zero value is right for a site being edited.
type Options struct {
	Quiet     time.Duration // how long nothing may happen before an event; 5 ms if 0
	Longest   time.Duration // a burst that does not end rings after this; 250 ms if 0
	Rescan    time.Duration // how often the slow net is drawn; 3 s if 0
	PollEvery time.Duration // how often while polling; 300 ms if 0, and at most a tenth of the time
	Poll      bool          // do not ask the system for events
	Say       func(Notice)  // told when watching turns into polling; may be nil
}

// An Event asks to look again.
type Event struct {
	// Folders hold something that changed, came or went; absolute, sorted, each once. A folder that is gone
	// stands here too. Nil where All is set.
	Folders []string
	// First is the path that rang first, for a log. It may be gone by now.
	First string
	// All asks to look at everything: events were lost.
	All bool
	// Rescan says that the slow net, not the system, found the change.
	Rescan bool
}

// Watch watches roots, folders or single files, until ctx ends, and then closes the channel. From its return on no change is
// missed. An event that is not taken at once takes in what happens meanwhile.
func Watch(ctx context.Context, roots []string, o Options) (<-chan Event, error) {
	w, err := open(roots, o)
	if err != nil {
		return nil, err
	}
	out := make(chan Event)
	go w.run(ctx, out)
	return out, nil
}

// watcher is what one Watch knows. Only the goroutine of run touches it after open.
type watcher struct {
	o       Options
	roots   []string
	system  *fsnotify.Watcher    // nil while polling
	seen    map[string]signature // folder → what it held when last looked at
	burst   burst
	scanned time.Duration // how long the last scan took
}

// open makes a watcher that already watches.
func open(roots []string, o Options) (*watcher, error) {
	w := &watcher{o: o.withDefaults(), seen: map[string]signature{}}
	for _, r := range roots {
		abs, err := filepath.Abs(r)
		if err != nil {
			return nil, fmt.Errorf("finding the folder %s: %w", r, err)
		}
		w.roots = append(w.roots, abs)
	}
	w.burst.timer = time.NewTimer(time.Hour)
	w.burst.timer.Stop()
	if o.Poll {
		w.poll(Notice{Reason: Asked})
	} else if at, found := networked(w.roots); found {
		w.poll(Notice{Reason: Network, Path: at})
	} else if system, err := fsnotify.NewWatcher(); err != nil {
		w.poll(Notice{Reason: Limit, Err: err})
	} else {
		w.system = system
	}
	w.scan(nil)
	return w, nil
}

func (o Options) withDefaults() Options {
	for _, d := range []struct {
		set   *time.Duration
		value time.Duration
	}{
		{&o.Quiet, 5 * time.Millisecond},
		{&o.Longest, 250 * time.Millisecond},
		{&o.Rescan, 3 * time.Second},
		{&o.PollEvery, 300 * time.Millisecond},
	} {
		if *d.set <= 0 {
			*d.set = d.value
		}
	}
	if o.Say == nil {
		o.Say = func(Notice) {}
	}
	return o
}

// run turns what the system tells and what scans find into events.
func (w *watcher) run(ctx context.Context, out chan<- Event) {
	defer close(out)
	defer w.close()
	next := time.NewTimer(w.interval())
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-w.events():
			w.hear(e)
		case err := <-w.troubles():
			w.doubt(err)
		case <-next.C:
			w.scan(w.missed)
			next.Reset(w.interval())
		case <-w.burst.timer.C:
			w.burst.ready = true
		case w.burst.offer(out) <- w.burst.event():
			w.adopt(w.burst.take())
		}
	}
}

// hear rings the folder that an event of the system is about, and follows folders that come and go.
func (w *watcher) hear(e fsnotify.Event) {
	if !w.concerns(e.Name) || e.Op == fsnotify.Chmod {
		return // a change of rights alone is left to the slow net: hard links and indexers cause it all the time
	}
	w.ring(filepath.Dir(e.Name), e.Name)
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		w.forget(e.Name)
	}
	if e.Has(fsnotify.Create) {
		w.learn(e.Name, w.ring)
	}
}

// doubt asks to look at everything, since the system lost events, and looks for folders not yet watched.
func (w *watcher) doubt(err error) {
	first := ""
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		first = err.Error()
	}
	w.burst.add(w.o, "", first)
	w.burst.all = true
	w.scan(nil)
}

// missed rings for a change that only a scan has found.
func (w *watcher) missed(folder, path string) {
	w.ring(folder, path)
	w.burst.rescan = true
}

func (w *watcher) ring(folder, path string) { w.burst.add(w.o, folder, path) }

// events is the system's channel, nil (never ready) while polling.
func (w *watcher) events() <-chan fsnotify.Event {
	if w.system == nil {
		return nil
	}
	return w.system.Events
}

func (w *watcher) troubles() <-chan error {
	if w.system == nil {
		return nil
	}
	return w.system.Errors
}

// interval is the time to the next scan. Scanning a slow disk may not take more than a tenth of the time.
func (w *watcher) interval() time.Duration {
	if w.system == nil {
		return max(w.o.PollEvery, 10*w.scanned)
	}
	return max(w.o.Rescan, 10*w.scanned)
}

// poll gives up the system's events.
func (w *watcher) poll(n Notice) {
	w.close()
	w.system = nil
	w.o.Say(n)
}

func (w *watcher) close() {
	if w.system != nil {
		w.system.Close() // nothing is lost by an error here: the kernel frees the watches with the process
	}
}
