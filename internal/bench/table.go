package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// A table is the figures of one portal.
type table struct {
	articles int
	rows     []row
	seconds  float64 // of our cold build
}

// A row is one figure: ours, Hugo's (0 for none), and what we aim at.
type row struct {
	name         string
	format       string
	ours, theirs float64
	target       string
}

// cold adds the figures of the builds from nothing, ours first.
func (t *table) cold(costs [][]cost) {
	add := func(name, format, target string, figure func(cost) float64) {
		r := row{name: name, format: format, target: target, ours: middle(figures(costs[0], figure))}
		if len(costs) > 1 {
			r.theirs = middle(figures(costs[1], figure))
		}
		t.rows = append(t.rows, r)
	}
	ratio, memory := "Hugo ÷ ours ≥ 4,0", "Hugo ÷ ours ≥ 6,0"
	if t.articles <= 1000 {
		ratio = "Hugo ÷ ours ≥ 3,5"
	}
	if t.articles >= 50_000 {
		memory = "≤ 1.536 MiB"
	}
	add("cold build, s", "%.3f", ratio, func(c cost) float64 { return c.wall.Seconds() })
	add("cold build, s of the processors", "%.2f", "", func(c cost) float64 { return c.cpu.Seconds() })
	add("peak memory, MiB", "%.0f", memory, func(c cost) float64 { return float64(c.peak) / (1 << 20) })
	add("files", "%.0f", "", func(c cost) float64 { return float64(c.files) })
	t.seconds = t.rows[0].ours
}

// linear adds how much longer an article takes than in a smaller portal.
func (t *table) linear(smaller *table) {
	grown := t.seconds / float64(t.articles) / (smaller.seconds / float64(smaller.articles))
	t.rows = append(t.rows, row{name: fmt.Sprintf("time for an article, against that of %d", smaller.articles), format: "%.2f", ours: grown, target: "≤ 1,10"})
}

// milliseconds adds one figure of many times, ours first.
func (t *table) milliseconds(name string, times [][]time.Duration, of func([]float64) float64, target string) {
	r := row{name: name + ", ms", format: "%.0f", target: target}
	for i, to := range []*float64{&r.ours, &r.theirs} {
		if i < len(times) {
			*to = of(figures(times[i], func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }))
		}
	}
	t.rows = append(t.rows, r)
}

// figures are one figure of each, from the smallest up.
func figures[T any](all []T, figure func(T) float64) (values []float64) {
	for _, one := range all {
		values = append(values, figure(one))
	}
	slices.Sort(values)
	return values
}

// middle is the median of sorted values.
func middle(sorted []float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// p95 is the value that 95 of a hundred sorted ones do not pass.
func p95(sorted []float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[(len(sorted)*95+99)/100-1]
}

// print writes the table.
func (t *table) print(b bench) error {
	disk := memoryDisk()
	if disk == "" {
		disk = os.TempDir()
	}
	fmt.Fprintf(b.say, "\n%d articles, medians of %d builds in turn and %d saves, on %s (%s)\n", t.articles, b.runs, b.edits, disk, time.Now().Format(time.DateOnly))
	out := tabwriter.NewWriter(b.say, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "\tbangvang\tHugo\tHugo ÷ ours\tours is to be\t")
	width := 0
	for _, r := range t.rows {
		width = max(width, len([]rune(r.name)))
	}
	for _, r := range t.rows {
		theirs, ratio := "–", "–"
		if r.theirs > 0 {
			theirs, ratio = fmt.Sprintf(r.format, r.theirs), divided(r.theirs, r.ours)
		}
		fmt.Fprintf(out, "%s\t"+r.format+"\t%s\t%s\t%s\t\n", r.name+strings.Repeat(" ", width-len([]rune(r.name))), r.ours, theirs, ratio, r.target)
	}
	return out.Flush()
}

func divided(a, b float64) string {
	if b == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", a/b)
}
