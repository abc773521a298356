package watch

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestOverflowAsksToLookAtEverything(t *testing.T) {
	s := &site{T: t, dir: t.TempDir()}
	s.write("content/a.md", "x")
	w, err := open([]string{s.path("content")}, Options{Rescan: time.Hour})
	s.do(err)
	limit, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	s.do(err)
	n, err := strconv.Atoi(strings.TrimSpace(string(limit)))
	s.do(err)
	a, err := os.Create(s.path("content/a.md"))
	s.do(err)
	defer a.Close()
	b, err := os.Create(s.path("content/b.md"))
	s.do(err)
	defer b.Close()
	for i := range int64(n + 5000) { // nobody reads yet, and two files in turn are never merged into one event
		_, err = a.WriteAt([]byte("x"), i)
		s.do(err)
		_, err = b.WriteAt([]byte("x"), i)
		s.do(err)
	}
	s.write("content/moi/bai.md", "its ring is lost")
	ctx, stop := context.WithCancel(context.Background())
	events := make(chan Event)
	s.events = events
	go w.run(ctx, events)
	for !s.next().All {
	}
	s.write("content/moi/bai.md", "the folder is watched nevertheless")
	s.until("content/moi")
	stop()
	for range events {
	}
}

// TestTheLimitOnWatchesTurnsToPolling runs itself again in a user namespace of its own, where it may set the
// limit without touching the machine's.
func TestTheLimitOnWatchesTurnsToPolling(t *testing.T) {
	const limit = "/proc/sys/user/max_inotify_watches"
	if os.Getenv("BANGVANG_TEST_NAMESPACE") == "" {
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		again.Env = append(os.Environ(), "BANGVANG_TEST_NAMESPACE=1")
		again.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
		}
		out, err := again.CombinedOutput()
		if err != nil && len(out) == 0 {
			t.Logf("this machine gives no user namespace (%v); the limit is not tried", err)
			return
		}
		if err != nil || !strings.Contains(string(out), "--- PASS") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	if err := os.WriteFile(limit, []byte("3"), 0); err != nil {
		t.Fatal(err)
	}
	var said []Notice
	s := &site{T: t, dir: t.TempDir()}
	s.write("content/a/b/c/d/e/bai.md", "cũ")
	s.events = s.watch(Options{PollEvery: time.Millisecond, Say: func(n Notice) { said = append(said, n) }})
	if len(said) != 1 || said[0].Reason != Limit {
		t.Fatalf("said %+v", said)
	}
	if vi := said[0].In("vi"); !strings.Contains(vi, "max_user_watches") {
		t.Errorf("the notice does not say what to raise: %s", vi)
	}
	s.write("content/a/b/c/d/e/bai.md", "mới hơn")
	s.until("content/a/b/c/d/e")
}

func TestFileSystemsThatTellNothingArePolled(t *testing.T) {
	if at, found := networked([]string{"/proc/self", t.TempDir()}); found {
		t.Errorf("%s taken for a network drive", at)
	}
	number := fileSystem(t.TempDir() + "/not/there/yet")
	if number == 0 {
		t.Fatal("the file system of a folder to come is unknown")
	}
	silent[number] = "test"
	defer delete(silent, number)
	var said []Notice
	s := watched(t, Options{PollEvery: time.Millisecond, Say: func(n Notice) { said = append(said, n) }})
	if len(said) != 1 || said[0].Reason != Network {
		t.Fatalf("said %+v", said)
	}
	s.write("content/tin/bai.md", "mới hơn")
	s.until("content/tin")
}
