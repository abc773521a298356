package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// live times what each generator does while somebody writes, one generator after the other.
func (b bench) live(ctx context.Context, t *table, site string, generators []generator) error {
	site, err := b.copied(site, fmt.Sprintf("%d-live", t.articles))
	if err != nil {
		return err
	}
	var body, title, theme, seen [][]time.Duration
	for _, g := range generators {
		w := watching{bench: b, generator: g, site: site, at: filepath.Join(b.out, fmt.Sprintf("%d-%s-live", t.articles, g.name))}
		times, err := w.watched(ctx)
		if err != nil {
			return fmt.Errorf("%s watching: %w", g.name, err)
		}
		shown, err := w.served(ctx)
		if err != nil {
			return fmt.Errorf("%s serving: %w", g.name, err)
		}
		body, title, theme, seen = append(body, times[0]), append(title, times[1]), append(theme, times[2]), append(seen, shown)
	}
	t.milliseconds("watch: body → its page on disk", body, middle, "≤ 15 ms")
	t.milliseconds("the same, 95 of 100", body, p95, "≤ 30 ms")
	t.milliseconds("watch: title → article and lists", title, middle, "≤ 40 ms")
	t.milliseconds("watch: template → every page", theme, middle, "≤ 1.000 ms")
	t.milliseconds("serve: template → the page seen", seen, middle, "≤ 50 ms")
	return nil
}

// watching is one generator that follows what is written.
type watching struct {
	bench
	generator
	site string
	at   string // its folder
}

// watched times edits of a body, of a title, and of the template around all pages, until they stand on the disk.
func (w watching) watched(ctx context.Context) (times [3][]time.Duration, err error) {
	article, err := anArticle(w.site)
	if err != nil {
		return times, err
	}
	frame, err := w.template()
	if err != nil {
		return times, err
	}
	out := filepath.Join(w.at, "public")
	page := filepath.Join(out, address(article.path), "index.html")
	stop, err := w.start(ctx, w.watch(w.site, out))
	if err != nil {
		return times, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	if times[0], err = article.saves(ctx, w.edits, inBody, onDisk(page)); err != nil {
		return times, err
	}
	all, titled, err := pagesOf(out, article.title())
	if err != nil {
		return times, err
	}
	if times[1], err = article.saves(ctx, w.edits, inTitle, onDisk(titled...)); err != nil {
		return times, err
	}
	times[2], err = frame.saves(ctx, w.few(), inFrame, writtenAnew(all))
	return times, err
}

// served times edits of the template until the page that is looked at has them.
func (w watching) served(ctx context.Context) (times []time.Duration, err error) {
	article, err := anArticle(w.site)
	if err != nil {
		return nil, err
	}
	frame, err := w.template()
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	stop, err := w.start(ctx, w.serve(w.site, port))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	return frame.saves(ctx, w.few(), inFrame, overHTTP("http://127.0.0.1:"+strconv.Itoa(port)+"/"+address(article.path)+"/"))
}

// few is how often a template is saved: it is the whole portal each time.
func (w watching) few() int { return max(3, w.edits/4) }

func (w watching) template() (source, error) {
	path, err := w.frame(w.site)
	if err != nil {
		return source{}, err
	}
	return open(path)
}

// start runs a command until stop is called, which interrupts it. Where it has ended of itself stop says why.
func (w watching) start(ctx context.Context, words []string) (stop func() error, err error) {
	ctx, cancel := context.WithCancel(ctx)
	f := folders{home: filepath.Join(w.at, "home")}
	if err := os.MkdirAll(f.home, 0o777); err != nil {
		cancel()
		return nil, fmt.Errorf("making a home: %w", err)
	}
	var said bytes.Buffer
	command := exec.CommandContext(ctx, words[0], words[1:]...)
	command.Env, command.Stdout, command.Stderr = f.env(), &said, &said
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = 10 * time.Second
	if err := command.Start(); err != nil {
		cancel()
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	return func() error {
		defer cancel()
		select {
		case err := <-ended:
			return fmt.Errorf("it ended of itself: %v\n%s", err, said.Bytes()[:min(said.Len(), 4000)])
		default:
			cancel()
			<-ended
			return nil
		}
	}, nil
}

// address is where both generators put an article: its path in content, without ".md".
func address(path string) string {
	_, inside, _ := strings.Cut(filepath.ToSlash(path), "/content/")
	return strings.TrimSuffix(inside, ".md")
}

// onDisk waits until every file holds the word.
func onDisk(files ...string) wait {
	at, last := 0, ""
	return func(word string, _ time.Time) bool {
		if word != last {
			at, last = 0, word
		}
		for ; at < len(files); at++ {
			if text, err := os.ReadFile(files[at]); err != nil || !bytes.Contains(text, []byte(word)) {
				return false
			}
		}
		return true
	}
}

// writtenAnew waits until every file is newer than the moment of saving, and the first one and the last hold the word. To read them
// all would take longer than some generators need to write them.
func writtenAnew(files []string) wait {
	ends := onDisk(files[0], files[len(files)-1])
	at, last := 0, ""
	return func(word string, saved time.Time) bool {
		if word != last {
			at, last = 0, word
		}
		since := saved.Add(-20 * time.Millisecond) // the clock of a file system goes by ticks
		for ; at < len(files); at++ {
			if info, err := os.Stat(files[at]); err != nil || info.ModTime().Before(since) {
				return false
			}
		}
		return ends(word, saved)
	}
}

// overHTTP waits until the page at an address holds the word.
func overHTTP(url string) wait {
	client := http.Client{Timeout: most}
	return func(word string, _ time.Time) bool {
		answer, err := client.Get(url)
		if err != nil {
			return false
		}
		defer answer.Body.Close()
		text, err := io.ReadAll(answer.Body)
		return err == nil && bytes.Contains(text, []byte(word))
	}
}

// pagesOf lists the pages of a portal, and those of them that show a title.
func pagesOf(out, title string) (all, titled []string, err error) {
	err = filepath.WalkDir(out, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		all = append(all, path)
		text, err := os.ReadFile(path)
		if bytes.Contains(text, []byte(title)) {
			titled = append(titled, path)
		}
		return err
	})
	if err == nil && len(titled) == 0 {
		err = fmt.Errorf("no page shows the title «%s»", title)
	}
	return all, titled, err
}

// freePort returns a port that nobody uses.
func freePort() (int, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("looking for a free port: %w", err)
	}
	defer ln.Close()
	return ln.Addr().(*net.TCPAddr).Port, nil
}
