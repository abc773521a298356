package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"
)

// A cost is what one build took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes; 0 where the system does not tell
	files     int
}

// inTurn builds a site with each generator in turn, once unmeasured to warm the disk's cache, and prints the medians.
func (b bench) inTurn(ctx context.Context, n int, site, out string, generators []generator) error {
	costs := map[string][]cost{}
	for i := range b.runs + 1 {
		for _, g := range generators {
			to := filepath.Join(out, fmt.Sprintf("%d-%s-%d", n, g.name, i))
			c, err := measure(ctx, g.command(site, to))
			if err != nil {
				return fmt.Errorf("building %d articles with %s: %w", n, g.name, err)
			}
			if c.files, err = count(to); err != nil {
				return fmt.Errorf("counting what %s wrote: %w", g.name, err)
			}
			if i > 0 {
				costs[g.name] = append(costs[g.name], c)
			}
		}
	}
	return b.print(n, generators, costs)
}

// measure runs a command to its end.
func measure(ctx context.Context, words []string) (cost, error) {
	command := exec.CommandContext(ctx, words[0], words[1:]...)
	start := time.Now()
	out, err := command.CombinedOutput()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%w\n%s", err, out[:min(len(out), 4000)])
	}
	s := command.ProcessState
	return cost{wall: wall, cpu: s.UserTime() + s.SystemTime(), peak: peak(s)}, nil
}

// count returns the number of files below a folder.
func count(dir string) (n int, err error) {
	err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			n++
		}
		return err
	})
	return n, err
}

// median returns the middle of one figure of the costs, in the unit given.
func median(costs []cost, figure func(cost) float64) float64 {
	var values []float64
	for _, c := range costs {
		values = append(values, figure(c))
	}
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

// print writes the table of one size: a line for each generator, then the second's figures divided by the first's.
func (b bench) print(n int, generators []generator, costs map[string][]cost) error {
	figures := []func(cost) float64{
		func(c cost) float64 { return c.wall.Seconds() },
		func(c cost) float64 { return c.cpu.Seconds() },
		func(c cost) float64 { return float64(c.peak) / (1 << 20) },
		func(c cost) float64 { return float64(c.files) },
	}
	disk := memoryDisk()
	if disk == "" {
		disk = os.TempDir()
	}
	fmt.Fprintf(b.say, "\n%d articles, cold, %d builds in turn, medians, on %s (%s)\n", n, b.runs, disk, time.Now().Format(time.DateOnly))
	table := tabwriter.NewWriter(b.say, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\twall s\tcpu s\tpeak MiB\tfiles\t")
	medians := map[string][]float64{}
	for _, g := range generators {
		for _, f := range figures {
			medians[g.name] = append(medians[g.name], median(costs[g.name], f))
		}
		m := medians[g.name]
		fmt.Fprintf(table, "%s\t%.3f\t%.2f\t%.0f\t%.0f\t\n", g.name, m[0], m[1], m[2], m[3])
	}
	ours, theirs := medians[generators[0].name], medians[generators[1].name]
	fmt.Fprintf(table, "%s ÷ %s", generators[1].name, generators[0].name)
	for i := range figures {
		fmt.Fprintf(table, "\t%s", ratio(theirs[i], ours[i]))
	}
	fmt.Fprintln(table, "\t")
	return table.Flush()
}

func ratio(a, b float64) string {
	if b == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", a/b)
}
