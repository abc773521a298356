package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"bangvang/internal/build"
)

// patient is how long work may take before it is shown, tick how often then.
const (
	patient = time.Second
	tick    = 100 * time.Millisecond
)

// showProgress rewrites one line with counts on a terminal while work goes on, until stop is called, which takes it away. In a
// pipe, and where CI is set, it shows nothing, and the counts are nil.
func (a *app) showProgress() (counts *build.Progress, stop func()) {
	if !isTerminal(a.err) || os.Getenv("CI") != "" {
		return nil, func() {}
	}
	counts = new(build.Progress)
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		a.follow(counts, end)
	}()
	return counts, func() {
		close(end)
		<-ended
	}
}

func (a *app) follow(counts *build.Progress, end <-chan struct{}) {
	next, shown := time.NewTimer(patient), 0
	defer next.Stop()
	for {
		select {
		case <-end:
			fmt.Fprint(a.err, erased(shown))
			return
		case <-next.C:
			line := a.progress(counts)
			fmt.Fprint(a.err, erased(shown)+line)
			shown = utf8.RuneCountInString(line)
			next.Reset(tick)
		}
	}
}

// progress says how far a build is.
func (a *app) progress(counts *build.Progress) string {
	if done, all := counts.Drawn(); all > 0 {
		line := a.say(fmt.Sprintf("Đang dựng: %s trên %s tệp", group(int(done)), group(int(all))), fmt.Sprintf("Building: %d of %d files", done, all))
		if done, all := counts.Pictures(); done < all {
			line += a.say(fmt.Sprintf(", %s trên %s ảnh", group(int(done)), group(int(all))), fmt.Sprintf(", %d of %d pictures", done, all))
		}
		return line
	}
	done, all := counts.Parsed()
	return a.say(fmt.Sprintf("Đang đọc: %s trên %s tệp nội dung", group(int(done)), group(int(all))), fmt.Sprintf("Reading: %d of %d files of content", done, all))
}

// erased goes back to the beginning of a line of n letters and blanks it.
func erased(n int) string {
	if n == 0 {
		return ""
	}
	return "\r" + strings.Repeat(" ", n) + "\r"
}

// isTerminal reports whether someone may be looking at what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
