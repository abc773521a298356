package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// How much memory a build takes. What was thrown away is collected when the heap has grown by a share of what is in use:
// by much while little is in use, so that a small portal hardly stops for it; by what leaves the heap at roomy bytes; by the
// least share where even that is too little. While files are read much is thrown away and little is in use; when the portal is
// planned it is the other way round. A build of 10.000 articles takes 285 MiB at the peak, once it is planned.
const (
	roomy        = 180 << 20
	mostGarbage  = 300 // percent
	leastReading = 80
	leastDrawing = 22
)

// A collector sets anew after each collection how far the heap may grow until the next. It is the least share, in percent.
type collector struct{ least atomic.Int64 }

// collect has memory collected by the rule above from now on, unless the environment says how.
func collect() *collector {
	c := new(collector)
	c.leave(leastReading)
	c.follow()
	return c
}

// leave sets the least share.
func (c *collector) leave(percent int) {
	c.least.Store(int64(percent))
	c.set()
}

// set sets the share by what is in use.
func (c *collector) set() {
	if os.Getenv("GOGC") != "" {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	percent := int64(mostGarbage)
	if inUse := int64(live[0].Value.Uint64()); inUse > 0 {
		percent = min(mostGarbage, max(c.least.Load(), roomy*100/inUse-100))
	}
	debug.SetGCPercent(int(percent))
}

// follow sets the share after each collection: then what nothing holds has gone.
func (c *collector) follow() {
	runtime.SetFinalizer(&struct{ *collector }{c}, func(last *struct{ *collector }) {
		last.set()
		last.follow()
	})
}
