package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// layIn writes the small site of the scripts into a new folder.
func layIn(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range smallSite {
		write(t, dir, name, strings.TrimPrefix(text, "\n"))
	}
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// tree reads all files of a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A child is a running bangvang whose lines of both outputs come one by one.
type child struct {
	t     *testing.T
	cmd   *exec.Cmd
	lines chan string
	ended chan error
}

func start(t *testing.T, words ...string) *child {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	c := &child{t: t, cmd: exec.CommandContext(ctx, "bangvang", words...), lines: make(chan string, 1000), ended: make(chan error, 1)}
	r, w := io.Pipe()
	c.cmd.Stdout, c.cmd.Stderr = w, w
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for s := bufio.NewScanner(r); s.Scan(); {
			c.lines <- s.Text()
		}
	}()
	go func() { c.ended <- c.cmd.Wait(); w.Close() }()
	return c
}

// says waits for a line with the words and returns it.
func (c *child) says(words string) string {
	c.t.Helper()
	deadline := time.After(20 * time.Second)
	var heard []string
	for {
		select {
		case line := <-c.lines:
			if heard = append(heard, line); strings.Contains(line, words) {
				return line
			}
		case <-deadline:
			c.t.Fatalf("it never said %q, only\n%s", words, strings.Join(heard, "\n"))
		}
	}
}

// interrupt sends SIGINT and wants a clean end within a second.
func (c *child) interrupt() {
	c.t.Helper()
	if err := c.cmd.Process.Signal(os.Interrupt); err != nil {
		c.t.Fatal(err)
	}
	began := time.Now()
	if err := <-c.ended; err != nil {
		c.t.Errorf("after SIGINT: %v", err)
	}
	if took := time.Since(began); took > time.Second {
		c.t.Errorf("it took %v to end", took)
	}
}

func needSignals(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no SIGINT for another process here")
	}
}

func TestServeAnswersAndEndsWithinASecond(t *testing.T) {
	needSignals(t)
	dir := layIn(t)
	c := start(t, "serve", "--site", dir, "--addr", "127.0.0.1:0")
	url := regexp.MustCompile(`http://\S+`).FindString(c.says("Xem trước tại"))
	c.says("Đã dựng")
	if page := get(t, url+"tin-tuc/2026/tin/"); !strings.Contains(page, "Thân của tin.") {
		t.Errorf("the page is %.300s", page)
	}
	write(t, dir, "content/tin-tuc/2026/tin.md", strings.Replace(strings.TrimPrefix(smallSite["content/tin-tuc/2026/tin.md"], "\n"), "Thân của tin", "Thân mới", 1))
	c.says("Đã dựng")
	if page := get(t, url+"tin-tuc/2026/tin/"); !strings.Contains(page, "Thân mới.") {
		t.Errorf("after the edit the page is %.300s", page)
	}
	c.interrupt()
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("the preview wrote a public folder")
	}
}

func get(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", url, r.Status, err)
	}
	return string(data)
}

func TestServeOnATakenPortEndsWithCode3AndSaysSo(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	for lang, want := range map[string]string{"vi": "đã có chương trình khác dùng", "en": "in use"} {
		out, code := runs(t, "serve", "--site", layIn(t), "--addr", ln.Addr().String(), "--lang", lang)
		if code != exitMachine || !strings.Contains(out, want) || strings.Contains(out, "bind:") {
			t.Errorf("code %d, it said %q, want %q", code, out, want)
		}
	}
}

// runs a command to its end and returns what it said and its exit code.
func runs(t *testing.T, words ...string) (string, int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "bangvang", words...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

func TestWatchFollowsEverySaveKeepsTheLastGoodPortalAndEndsWhole(t *testing.T) {
	needSignals(t)
	dir := layIn(t)
	public, article := filepath.Join(dir, "public"), strings.TrimPrefix(smallSite["content/tin-tuc/2026/tin.md"], "\n")
	c := start(t, "watch", "--site", dir)
	c.says("Đã dựng")

	write(t, dir, "content/tin-tuc/2026/tin.md", strings.Replace(article, "Thân của tin", "Thân mới", 1))
	c.says("Đã dựng")
	good := tree(t, public)
	if !strings.Contains(good["tin-tuc/2026/tin/index.html"], "Thân mới.") {
		t.Error("the edit is not in public")
	}

	write(t, dir, "content/tin-tuc/2026/tin.md", "---\ntitle: Tin\n")
	c.says("Chưa công bố gì")
	if !maps.Equal(good, tree(t, public)) {
		t.Error("a broken file changed public")
	}

	write(t, dir, "content/tin-tuc/2026/tin.md", article)
	write(t, dir, "content/tin-tuc/2026/hai.md", strings.Replace(article, "Tin thử", "Tin hai", 1))
	for !strings.Contains(tree(t, public)["tin-tuc/2026/hai/index.html"], "Tin hai") {
		c.says("Đã dựng")
	}
	c.interrupt()
	out, code := runs(t, "build", "--site", dir)
	if code != exitOK || !strings.Contains(out, "ghi 0, xóa 0") {
		t.Errorf("watch left something to do (code %d): %s", code, out)
	}
}

// The moment may come from --at or from SOURCE_DATE_EPOCH; zone and language of the machine count for nothing.
func TestTheMomentIsTheSameEitherWayAndOnAnyMachine(t *testing.T) {
	dir := layIn(t)
	var first map[string]string
	for i, how := range []struct {
		env  []string
		more []string
	}{
		{[]string{"SOURCE_DATE_EPOCH=1777683600"}, nil},
		{nil, []string{"--at", "2026-05-02T08:00:00+07:00"}},
		{nil, []string{"--at", "2026-05-02T01:00:00Z"}},
		{[]string{"SOURCE_DATE_EPOCH=1", "TZ=America/New_York", "LANG=tr_TR.UTF-8", "LC_ALL=C", "GOMAXPROCS=1"}, []string{"--at", "2026-05-02T08:00"}},
	} {
		out := filepath.Join(t.TempDir(), "out")
		cmd := exec.Command("bangvang", append([]string{"build", "--site", dir, "--out", out}, how.more...)...)
		cmd.Env = append(os.Environ(), how.env...)
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		files := tree(t, out)
		if i == 0 {
			first = files
		} else if !maps.Equal(first, files) {
			t.Errorf("%v %v gives another portal", how.env, how.more)
		}
	}
}
