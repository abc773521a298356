package publish

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// child is the variable that makes the test program a writer of its own: "mode edition folder".
const child = "PUBLISH_TEST_CHILD"

// kills is the variable for how many kills are tried, instead of 60.
const kills = "PUBLISH_TEST_KILLS"

func TestMain(m *testing.M) {
	if task := os.Getenv(child); task != "" {
		if err := work(task); err != nil {
			fmt.Println(Describe(err, "en"))
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// work is what a child does: it publishes editions one after the other, or holds the lock until its input ends.
func work(task string) error {
	parts := strings.SplitN(task, " ", 3)
	mode, dir := parts[0], parts[2]
	edition, err := strconv.Atoi(parts[1])
	if err != nil {
		return err
	}
	o := Options{InPlace: mode == "watch", Owner: "bangvang " + mode, Disk: quick{}, Wait: 20 * time.Second}
	if mode == "hold" {
		return hold(dir, o)
	}
	fmt.Println("ready")
	_, _, err = publish(dir, editionOf(edition), o)
	return err
}

func hold(dir string, o Options) error {
	u, err := Begin(context.Background(), dir, o)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	return u.Discard()
}

// editionOf is a portal of some hundred files; a third of them differ from those of the edition before.
func editionOf(n int) files {
	portal := files{"index.html": "edition " + strconv.Itoa(n)}
	for i := range 300 {
		path := fmt.Sprintf("tin/%d/%d/index.html", i%10, i)
		portal[path] = strings.Repeat(fmt.Sprintln("page", i, "as of", (n+i%3)/3), 40)
	}
	portal[fmt.Sprintf("chi-lan-nay/%d.html", n)] = "only in this edition"
	return portal
}

// start runs the test program as a child and returns when it is ready.
func start(t *testing.T, task string) (*exec.Cmd, func()) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), child+"="+task)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the child says %q (%v)", line, err)
	}
	return cmd, func() { _ = in.Close() }
}

func TestAKillLeavesThePortalWhollyOldOrWhollyNew(t *testing.T) {
	tries := 60
	if n, err := strconv.Atoi(os.Getenv(kills)); err == nil {
		tries = n
	}
	for _, mode := range []string{"build", "watch"} {
		t.Run(mode, func(t *testing.T) {
			dir := folder(t)
			mustPublish(t, dir, editionOf(0), Options{})
			mustPublish(t, dir, editionOf(1), Options{})
			span := untilDone(t, dir, mode)
			old, killed, news := 2, 0, 0
			for try := range tries {
				cmd, _ := start(t, fmt.Sprintf("%s %d %s", mode, old+1, dir))
				kill := time.AfterFunc(time.Duration(rand.Int64N(int64(span))), func() { _ = cmd.Process.Kill() })
				if err := cmd.Wait(); err != nil {
					killed++
				}
				kill.Stop()
				if mode == "build" {
					is := editionIn(t, dir, old, try)
					news += is - old
				}
				mustPublish(t, dir, editionOf(old+1), Options{InPlace: mode == "watch"})
				mustStand(t, dir, editionOf(old+1))
				mustBeClean(t, dir)
				old++
			}
			if killed < tries/10 {
				t.Errorf("of %d children only %d were killed at work", tries, killed)
			}
			t.Logf("%d children, %d killed at work, %d new portals", tries, killed, news)
		})
	}
}

// untilDone measures how long a child takes, and publishes the second edition by it.
func untilDone(t *testing.T, dir, mode string) time.Duration {
	t.Helper()
	began := time.Now()
	cmd, _ := start(t, fmt.Sprintf("%s 2 %s", mode, dir))
	ready := time.Now()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	mustStand(t, dir, editionOf(2))
	t.Logf("a child is ready after %v", ready.Sub(began))
	return time.Since(ready)
}

// editionIn returns which of two editions stands in dir; any mixture fails.
func editionIn(t *testing.T, dir string, old, try int) int {
	t.Helper()
	home, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatalf("kill %d: %v", try, err)
	}
	is := old
	if string(home) == editionOf(old + 1)["index.html"] {
		is++
	}
	mustStand(t, dir, editionOf(is))
	return is
}

func TestASecondWriterWaitsAndThenNamesTheFirst(t *testing.T) {
	dir := folder(t)
	cmd, end := start(t, "hold 0 "+dir)
	_, err := Begin(context.Background(), dir, Options{Wait: 30 * time.Millisecond})
	var busy *Busy
	host, _ := os.Hostname()
	if !errors.Is(err, ErrBusy) || !errors.As(err, &busy) {
		t.Fatalf("got %v", err)
	}
	if busy.PID != cmd.Process.Pid || busy.Host != host || busy.Owner != "bangvang hold" || time.Since(busy.Since) > time.Hour {
		t.Errorf("got %+v", busy)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Begin(ctx, dir, Options{Wait: time.Hour}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped while waiting: %v", err)
	}
	end()
	mustPublish(t, dir, first, Options{Wait: time.Minute})
	mustStand(t, dir, first)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

func TestTheLockOfADeadProcessIsFree(t *testing.T) {
	dir := folder(t)
	cmd, _ := start(t, "hold 0 "+dir)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	mustPublish(t, dir, first, Options{})
	mustStand(t, dir, first)
}

func TestTwoProcessesAtOnceDoNoHarm(t *testing.T) {
	for _, mode := range []string{"build", "watch"} {
		t.Run(mode, func(t *testing.T) {
			dir := folder(t)
			mustPublish(t, dir, editionOf(0), Options{})
			for n := 1; n < 9; n += 2 {
				one, _ := start(t, fmt.Sprintf("build %d %s", n, dir))
				two, _ := start(t, fmt.Sprintf("%s %d %s", mode, n+1, dir))
				if err := errors.Join(one.Wait(), two.Wait()); err != nil {
					t.Fatal(err)
				}
				mustStand(t, dir, editionOf(n+editionIn(t, dir, n, n)-n))
				mustBeClean(t, dir)
			}
		})
	}
}
