package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// script writes an executable shell script and returns its path.
func script(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text+"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestItSaysWhatIsMissing(t *testing.T) {
	empty, python := t.TempDir(), t.TempDir()
	script(t, python, "python3", "exit 0")
	for _, c := range []struct {
		name, path, says string
		args             []string
	}{
		{"without python3", empty, "python3", []string{"-dir", empty}},
		{"without its folder", python, "gen-site.py", []string{"-dir", empty}},
		{"when a number is none", python, "nhiều", []string{"nhiều"}},
		{"when nothing is to be built", python, "no number", []string{"0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("PATH", c.path)
			err := run(context.Background(), c.args, &strings.Builder{})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("said %v, want %q", err, c.says)
			}
		})
	}
}

func TestGeneratorsBuildInTurnAndTheTableDivides(t *testing.T) {
	dir := t.TempDir()
	order := filepath.Join(dir, "order")
	build := func(name string, files string) generator {
		path := script(t, dir, name, `mkdir -p "$1" && cd "$1" && touch `+files+` && printf '`+name+` ' >> '`+order+`'`)
		return generator{name, func(_, out string) []string { return []string{path, out} }}
	}
	var said strings.Builder
	b := bench{runs: 2, say: &said}
	if err := b.inTurn(context.Background(), 7, "", dir, []generator{build("one", "a"), build("two", "a b c")}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(order); err != nil || string(got) != "one two one two one two " {
		t.Errorf("the order was %q (%v)", got, err)
	}
	lines := strings.Split(strings.TrimSpace(said.String()), "\n")
	last := strings.Fields(lines[len(lines)-1])
	if last[0] != "two" || last[len(last)-1] != "3.00" {
		t.Errorf("three files beside one are no ratio of 3:\n%s", said.String())
	}
}

func TestAFailingGeneratorIsAnErrorWithItsWords(t *testing.T) {
	path := script(t, t.TempDir(), "broken", "echo hỏng rồi; exit 1")
	_, err := measure(context.Background(), []string{path})
	if err == nil || !strings.Contains(err.Error(), "hỏng rồi") {
		t.Errorf("error %v", err)
	}
}

func TestMedian(t *testing.T) {
	seconds := func(all ...float64) (costs []cost) {
		for _, s := range all {
			costs = append(costs, cost{wall: time.Duration(s * float64(time.Second))})
		}
		return costs
	}
	wall := func(c cost) float64 { return c.wall.Seconds() }
	for _, c := range []struct {
		costs []cost
		want  float64
	}{
		{seconds(3), 3}, {seconds(9, 1, 2), 2}, {seconds(4, 1, 2, 9), 3},
	} {
		if got := median(c.costs, wall); got != c.want {
			t.Errorf("median of %v is %v, want %v", c.costs, got, c.want)
		}
	}
}
