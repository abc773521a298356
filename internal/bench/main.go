// Command bench times the generator on generated portals beside Hugo on the same content, in the same run.
//
//	go run ./internal/bench -dir ../shared/bench -runs 5 1000 10000 50000
//
// For each number of articles it writes the content once (gen-site.py of the folder -dir, which needs python3), lets both
// generators do the same work in turn, A B A B, and prints a line for each figure: ours, Hugo's, Hugo's divided by
// ours, and what we aim at. It never fails on a time.
//
//	cold build       from nothing, with an empty cache folder; of the clock and of the processors
//	peak memory      of the same, as the kernel counts it for the process
//	linear           time for each article against the size before; the portals must be given in order
//	search index     what it adds to a cold build
//	new process      a second build of the same folder, with nothing or one article changed; Hugo's is its plain build
//	watch            from saving a file until its new bytes stand in every page meant, looked for every millisecond
//	serve            from saving a template until the page that is being looked at has it, asked for over HTTP
//
// The last two are measured up to mostLive articles, on a copy of the content. Absolute times drift with the machine; the
// ratios of one run hold.
//
// Each build writes into a folder of its own, in memory (/dev/shm) where there is such a disk, and nothing is removed before
// the last build has ended: creating files shortly after removing many is several times slower on some disks,
// and would be measured as the generator's. Hugo is taken from HUGO, else built once with the Go command. Content and Hugo
// are kept in the user's cache folder (-work) for the next time.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
)

// mostLive is the largest portal that watch and serve are timed on: beyond it Hugo takes minutes for each edit.
const mostLive = 10_000

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench is one run of this command.
type bench struct {
	dir   string // of gen-site.py and hugo/
	work  string // where content and Hugo are kept
	runs  int    // builds by each generator
	edits int    // saves for each figure of watch
	say   io.Writer
	out   string // what is built, for the time of the run
}

func run(ctx context.Context, args []string, out io.Writer) error {
	b := bench{say: out}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.StringVar(&b.dir, "dir", "../shared/bench", "folder with gen-site.py and hugo/")
	flags.StringVar(&b.work, "work", "", "folder that keeps content and Hugo (default: bangvang-bench in the user's cache)")
	flags.IntVar(&b.runs, "runs", 5, "builds by each generator")
	flags.IntVar(&b.edits, "edits", 20, "saves for each figure of watch; 0 leaves watch and serve out")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sizes, err := numbers(flags.Args())
	if err != nil {
		return err
	}
	if b.work == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return fmt.Errorf("finding the cache folder: %w", err)
		}
		b.work = filepath.Join(cache, "bangvang-bench")
	}
	return b.compare(ctx, sizes)
}

// numbers reads the numbers of articles.
func numbers(words []string) (sizes []int, err error) {
	for _, w := range words {
		n, err := strconv.Atoi(w)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no number of articles", w)
		}
		sizes = append(sizes, n)
	}
	if len(sizes) == 0 {
		sizes = []int{1000, 10000}
	}
	return sizes, nil
}

// compare times both generators on portals of each size.
func (b bench) compare(ctx context.Context, sizes []int) error {
	if err := b.ready(); err != nil {
		return err
	}
	ours, err := b.ours(ctx)
	if err != nil {
		return err
	}
	hugo, err := b.hugo(ctx)
	if err != nil {
		return err
	}
	if b.out, err = os.MkdirTemp(memoryDisk(), "bangvang-bench-"); err != nil {
		return fmt.Errorf("making the folder for what is built: %w", err)
	}
	defer os.RemoveAll(b.out)
	var before *table
	for _, n := range sizes {
		if before, err = b.size(ctx, n, []generator{ours, hugo}, before); err != nil {
			return fmt.Errorf("%d articles: %w", n, err)
		}
	}
	return nil
}

// size times both generators on one portal and prints the table.
func (b bench) size(ctx context.Context, n int, generators []generator, before *table) (*table, error) {
	site, err := b.content(ctx, n)
	if err != nil {
		return nil, err
	}
	t := &table{articles: n}
	if err := b.builds(ctx, t, site, generators); err != nil {
		return nil, err
	}
	if before != nil {
		t.linear(before)
	}
	if err := b.index(t, site); err != nil {
		return nil, err
	}
	if b.edits > 0 && n <= mostLive {
		if err := b.live(ctx, t, site, generators); err != nil {
			return nil, err
		}
	}
	return t, t.print(b)
}

// memoryDisk is a disk in memory, or "" for the usual temporary folder.
func memoryDisk() string {
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		return "/dev/shm"
	}
	return ""
}
