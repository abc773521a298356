//go:build unix && !race

package main

import (
	"bytes"
	"context"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A header that somebody made to hold up the machine ends in a finding within 2 s of the processors' time and 200 MiB.
func TestAHostileHeaderEndsSoonInAFindingWithLittleMemory(t *testing.T) {
	const million = 1 << 20
	article := func(lines string) string { return "---\ntitle: A\ndate: 2026-04-01\n" + lines + "\n---\nB.\n" }
	for name, text := range map[string]string{
		"10.000 lists within each other": article("tags: " + strings.Repeat("[", 10_000)),
		"10.000 levels of keys":          article(levels(10_000)),
		"a bomb of aliases":              article(bomb(9)),
		"5 MB in one value":              article("summary: " + strings.Repeat("a", 5*million)),
		"5 MB of keys":                   article(strings.Repeat("abcdefgh: 1\n", 5*million/12)),
		"4 MB of entries":                article("tags: [" + strings.Repeat("a,", 2*million-100) + "]"),
		"4 MB of units with slips":       article("type: units\nunits:\n" + strings.Repeat("  - {id: Xã A, nam: B}\n", 4*million/26)),
		"4 MB without an end":            "---\n" + strings.Repeat("a: b\n", 4*million/5),
		"one quotation mark and 4 MB":    article("summary: \"" + strings.Repeat("a: b\n", 4*million/5)),
	} {
		t.Run(name, func(t *testing.T) {
			dir := layIn(t)
			write(t, dir, "content/tin-tuc/2026/xau.md", text)
			said, code, cpu, memory := weighed(t, "check", "--site", dir)
			if code != exitFindings || !strings.Contains(said, "content/tin-tuc/2026/xau.md:") {
				t.Errorf("code %d, it said %.300q", code, said)
			}
			t.Logf("%v, %d MiB", cpu.Round(time.Millisecond), memory>>20)
			if cpu > 2*time.Second || memory > 200<<20 {
				t.Errorf("it took %v and %d MiB", cpu, memory>>20)
			}
		})
	}
}

// levels are keys, each a step further in than the one before.
func levels(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
		if b.Len() > 3<<20 { // the header itself must be read
			break
		}
	}
	return b.String()
}

// bomb is ten values for each of the level before, n times.
func bomb(n int) string {
	b := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < n; i++ {
		was, is := string(rune('0'+i-1)), string(rune('0'+i))
		b += "a" + is + ": &a" + is + " [" + strings.Repeat("*a"+was+", ", 9) + "*a" + was + "]\n"
	}
	return b
}

// weighed runs a command and returns the processors' time and the most memory that it took.
func weighed(t *testing.T, words ...string) (said string, code int, cpu time.Duration, memory int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "bangvang", words...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	_ = cmd.Run() // the exit code tells
	state := cmd.ProcessState
	if state == nil {
		t.Fatal("it did not start")
	}
	memory = state.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS != "darwin" { // bytes there, KiB elsewhere
		memory <<= 10
	}
	return out.String(), state.ExitCode(), state.UserTime() + state.SystemTime(), memory
}
