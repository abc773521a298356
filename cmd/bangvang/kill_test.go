package main

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// kills is the variable for how many kills each of the tests below tries, instead of a few:
//
//	BANGVANG_TEST_KILLS=500 go test ./cmd/bangvang -run Killed -v -timeout 1h
const kills = "BANGVANG_TEST_KILLS"

func killsOr(few int) int {
	if n, err := strconv.Atoi(os.Getenv(kills)); err == nil {
		return n
	}
	return few
}

// A killSite is a site of some pages that is edited, built by a command that is killed, and compared with builds from nothing.
type killSite struct {
	*testing.T
	dir, public string
	edits       int
}

func layForKills(t *testing.T) *killSite {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir()) // what a killed process leaves there must not harm the next one
	dir := layIn(t)
	s := &killSite{T: t, dir: dir, public: filepath.Join(dir, "public")}
	for i := range 150 {
		s.article(i, "Thân của tin")
	}
	s.build("build", "--site", dir)
	write(t, dir, "public/cua-toi.txt", "của tôi")
	return s
}

func (s *killSite) article(i int, body string) {
	s.Helper()
	text := strings.Replace(strings.TrimPrefix(smallSite["content/tin-tuc/2026/tin.md"], "\n"), "Thân của tin", body, 1)
	write(s.T, s.dir, fmt.Sprintf("content/tin-tuc/2025/tin-%03d.md", i), text)
}

// edit changes a body, the title that stands on every page, or which articles there are.
func (s *killSite) edit() {
	s.Helper()
	s.edits++
	i := rand.IntN(150)
	switch s.edits % 3 {
	case 0:
		s.article(i, fmt.Sprintf("Thân sửa lần %d", s.edits))
	case 1:
		title := fmt.Sprintf("Cổng thử %d", s.edits)
		write(s.T, s.dir, "content/site.yaml", strings.Replace(strings.TrimPrefix(smallSite["content/site.yaml"], "\n"), "Cổng thử", title, 1))
	case 2:
		gone := filepath.Join(s.dir, fmt.Sprintf("content/tin-tuc/2025/tin-%03d.md", i))
		if err := os.Remove(gone); errors.Is(err, os.ErrNotExist) {
			s.article(i, "Thân của tin trở lại")
		} else if err != nil {
			s.Fatal(err)
		}
	}
}

func (s *killSite) build(words ...string) {
	s.Helper()
	if out, code := runs(s.T, words...); code != exitOK {
		s.Fatal(out)
	}
}

// fromNothing is what public has to be: the portal that a build makes which remembers nothing, and the stranger's file.
func (s *killSite) fromNothing() map[string]string {
	s.Helper()
	out := filepath.Join(s.dir, "want")
	s.build("build", "--site", s.dir, "--no-cache", "--out", out)
	want := tree(s.T, out)
	if err := os.RemoveAll(out); err != nil {
		s.Fatal(err)
	}
	want["cua-toi.txt"] = "của tôi"
	return want
}

// Invariant 3: killed at any moment, a build leaves the old portal or the new one, and the next build heals.
func TestAKilledBuildLeavesPublicWhollyOldOrWhollyNew(t *testing.T) {
	s := layForKills(t)
	old := tree(t, s.public)
	began := time.Now()
	s.build("build", "--site", s.dir, "--no-cache")
	took := time.Since(began)
	before, after := 0, 0
	for i := range killsOr(8) {
		s.edit()
		new := s.fromNothing()
		killAfter(t, time.Duration(rand.Int64N(int64(took)*5/4)), "build", "--site", s.dir)
		switch left := tree(t, s.public); {
		case maps.Equal(left, old):
			before++
		case maps.Equal(left, new):
			after++
		default:
			t.Fatalf("round %d: public is a mixture", i)
		}
		s.build("build", "--site", s.dir)
		if old = tree(t, s.public); !maps.Equal(old, new) {
			t.Fatalf("round %d: the next build did not heal", i)
		}
	}
	t.Logf("killed before the exchange %d times, after it %d times", before, after)
}

func killAfter(t *testing.T, delay time.Duration, words ...string) {
	t.Helper()
	cmd := exec.Command("bangvang", words...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(delay, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	timer.Stop()
	var failed *exec.ExitError
	if err != nil && !(errors.As(err, &failed) && !failed.Exited()) {
		t.Fatalf("it ended by itself: %v", err)
	}
}

// A watch that is killed within a save may leave some files old and some new, each whole; the next run heals.
func TestAfterAKilledWatchTheNextRunHeals(t *testing.T) {
	s := layForKills(t)
	most := s.saveTakes() * 5 / 4
	old, before, within, after := tree(t, s.public), 0, 0, 0
	for i := range killsOr(4) {
		c := start(t, "watch", "--site", s.dir)
		c.says("Đã dựng")
		if left := tree(t, s.public); !maps.Equal(left, old) {
			t.Fatalf("round %d: the next watch did not heal", i)
		}
		s.edit()
		c.killAfter(time.Duration(rand.Int64N(int64(most))))
		new := s.fromNothing()
		switch left := tree(t, s.public); {
		case maps.Equal(left, old):
			before++
		case maps.Equal(left, new):
			after++
		default:
			within++
		}
		if old = new; i%2 == 1 {
			continue // the next watch heals
		}
		s.build("build", "--site", s.dir)
		if left := tree(t, s.public); !maps.Equal(left, new) {
			t.Fatalf("round %d: the next build did not heal", i)
		}
	}
	t.Logf("killed before the first file %d times, between files %d times, after the last %d times", before, within, after)
}

// saveTakes is how long a watch needs from a save to the end of what it does then.
func (s *killSite) saveTakes() time.Duration {
	s.Helper()
	c := start(s.T, "watch", "--site", s.dir)
	c.says("Đã dựng")
	began := time.Now()
	s.edit() // the first one changes every page
	c.says("Đã dựng")
	took := time.Since(began)
	c.killAfter(0)
	return took
}

// killAfter kills the child; it has not ended by itself.
func (c *child) killAfter(delay time.Duration) {
	c.t.Helper()
	timer := time.AfterFunc(delay, func() { _ = c.cmd.Process.Kill() })
	defer timer.Stop()
	var failed *exec.ExitError
	if err := <-c.ended; !errors.As(err, &failed) || failed.Exited() {
		c.t.Fatalf("it ended by itself: %v", err)
	}
}
