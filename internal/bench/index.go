package main

import (
	"fmt"
	"os"
	"runtime"
	"time"

	"bangvang/internal/build"
	"bangvang/templates"
)

// index adds what the search index costs: builds to nowhere with it and without it, in turn, in this process.
func (b bench) index(t *table, site string) error {
	var times [2][]time.Duration
	for i := range b.runs + 1 {
		for kind, late := range []bool{false, true} {
			o := build.Options{Now: time.Now(), Theme: templates.FS, LateSearch: late}
			runtime.GC() // of what the build before has left
			began := time.Now()
			if _, err := build.Build(os.DirFS(site), o, nil, build.Discard); err != nil {
				return fmt.Errorf("building without a process of its own: %w", err)
			}
			if i > 0 {
				times[kind] = append(times[kind], time.Since(began))
			}
		}
	}
	seconds := func(d time.Duration) float64 { return d.Seconds() }
	with, without := middle(figures(times[0], seconds)), middle(figures(times[1], seconds))
	t.rows = append(t.rows, row{name: "the search index adds, s", format: "%.2f", ours: with - without, target: "≤ 0,4 s"})
	return nil
}
