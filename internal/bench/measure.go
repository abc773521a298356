package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// A cost is what one build took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes; 0 where the system does not tell
	files     int
}

// folders are one build's: what is built, and the user's home with the caches that a generator keeps there.
type folders struct{ out, home string }

// builds times the builds of a site by each generator in turn: cold, again, and with one article changed.
func (b bench) builds(ctx context.Context, t *table, site string, generators []generator) error {
	cold := make([][]cost, len(generators))
	last := make([]folders, len(generators))
	for i := range b.runs + 1 {
		for g, gen := range generators {
			at := filepath.Join(b.out, fmt.Sprintf("%d-%s-%d", t.articles, gen.name, i))
			last[g] = folders{out: filepath.Join(at, "public"), home: filepath.Join(at, "home")}
			c, err := last[g].build(ctx, gen, site)
			if err != nil {
				return err
			}
			if c.files, err = count(last[g].out); err != nil {
				return fmt.Errorf("counting what %s wrote: %w", gen.name, err)
			}
			if i > 0 { // the first one warms the disk's cache
				cold[g] = append(cold[g], c)
			}
		}
	}
	t.cold(cold)
	return b.again(ctx, t, site, generators, last)
}

// again times builds over what has been built, in processes that know nothing but what they find.
func (b bench) again(ctx context.Context, t *table, site string, generators []generator, at []folders) error {
	site, err := b.copied(site, fmt.Sprintf("%d-again", t.articles))
	if err != nil {
		return err
	}
	a, err := anArticle(site)
	if err != nil {
		return err
	}
	costs := make([][3][]cost, len(generators))
	round := func(kind int) error {
		for g, gen := range generators {
			c, err := at[g].build(ctx, gen, site)
			if err != nil {
				return err
			}
			costs[g][kind] = append(costs[g][kind], c)
		}
		return nil
	}
	const unmeasured, same, changed = 0, 1, 2
	if err := round(unmeasured); err != nil { // they meet this folder of content for the first time
		return err
	}
	for range b.runs {
		if err := errors.Join(round(same), a.save(inBody, word()), round(changed)); err != nil {
			return err
		}
	}
	t.milliseconds("nothing changed, new process", walls(costs, same), middle, "≤ 150 ms")
	t.milliseconds("one article changed, new process", walls(costs, changed), middle, "≤ 250 ms")
	return nil
}

// walls are the times of one kind of builds, by generator.
func walls(costs [][3][]cost, kind int) (times [][]time.Duration) {
	for _, of := range costs {
		var wall []time.Duration
		for _, c := range of[kind] {
			wall = append(wall, c.wall)
		}
		times = append(times, wall)
	}
	return times
}

// copied copies a site beside what is built, so that it may be changed.
func (b bench) copied(site, name string) (string, error) {
	to := filepath.Join(b.out, name)
	if err := os.CopyFS(to, os.DirFS(site)); err != nil {
		return "", fmt.Errorf("copying the content: %w", err)
	}
	return to, nil
}

// build runs a generator once, with a home of its own: what it keeps for the next time it keeps there.
func (f folders) build(ctx context.Context, g generator, site string) (cost, error) {
	if err := os.MkdirAll(f.home, 0o777); err != nil {
		return cost{}, fmt.Errorf("making a home: %w", err)
	}
	c, err := measure(ctx, g.build(site, f.out), f.env())
	if err != nil {
		return cost{}, fmt.Errorf("building with %s: %w", g.name, err)
	}
	return c, nil
}

func (f folders) env() []string {
	return append(os.Environ(), "HOME="+f.home, "XDG_CACHE_HOME="+filepath.Join(f.home, ".cache"))
}

// measure runs a command to its end.
func measure(ctx context.Context, words, env []string) (cost, error) {
	command := exec.CommandContext(ctx, words[0], words[1:]...)
	command.Env = env
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
