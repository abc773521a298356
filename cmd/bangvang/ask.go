package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// Questions go to stderr, so that what a command was asked for can be kept apart. An answer that no keyboard gave is
// printed behind its question: what stands there then reads as on a screen.

// answers reads what is typed.
type answers struct {
	in    *bufio.Reader
	typed bool // at a keyboard
	ended bool // nobody answers any more
}

func listen(in io.Reader) *answers {
	r := &answers{in: bufio.NewReader(in)}
	if file, ok := in.(*os.File); ok {
		info, err := file.Stat()
		r.typed = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return r
}

// line reads one line without its end and the spaces around it.
func (r *answers) line(to io.Writer) string {
	text, err := r.in.ReadString('\n')
	if errors.Is(err, io.EOF) && text == "" || err != nil && !errors.Is(err, io.EOF) {
		r.ended = true
	}
	text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	if !r.typed {
		fmt.Fprintln(to, text)
	}
	return text
}

// ask returns the answer to a question, what is offered where it is empty.
func (a *app) ask(question, offered string) string {
	if a.answers.ended {
		return offered
	}
	if offered != "" {
		question += " [" + offered + "]"
	}
	fmt.Fprintf(a.err, "%s: ", question)
	if answer := a.answers.line(a.err); answer != "" {
		return answer
	}
	return offered
}

// askUntil asks again until the answer is understood, or nobody answers any more. what says why it is not.
func (a *app) askUntil(question, offered string, understood func(string) bool, what string) (string, bool) {
	for {
		answer := a.ask(question, offered)
		if understood(answer) {
			return answer, true
		}
		if a.answers.ended {
			return "", false
		}
		fmt.Fprintln(a.err, "  "+what)
	}
}

// askYes asks what is answered by yes or no; nothing means no.
func (a *app) askYes(question string) bool {
	switch viet.Fold(a.ask(question+a.say(" (c/k)", " (y/n)"), a.say("k", "n"))) {
	case "c", "co", "y", "yes":
		return true
	}
	return false
}

// askLines reads lines until an empty one: a column may be pasted from Excel.
func (a *app) askLines(question string) []string {
	if a.answers.ended {
		return nil
	}
	fmt.Fprintln(a.err, question)
	var lines []string
	for {
		fmt.Fprint(a.err, "  ")
		line := a.answers.line(a.err)
		if line == "" {
			return lines
		}
		lines = append(lines, line)
	}
}

// askDay asks for a day that is not before another.
func (a *app) askDay(question string, offered, first campaign.Day) (campaign.Day, bool) {
	answer, ok := a.askUntil(question, shown(offered), func(s string) bool { day, ok := typedDay(s); return ok && day >= first },
		a.say("Viết ngày như 01/3/2026; ngày kết thúc không trước ngày bắt đầu.", "Write the day like 2026-03-01; the last day is not before the first."))
	day, _ := typedDay(answer)
	return day, ok
}

// typedDay reads a day as people type it, or as files have it.
func typedDay(text string) (campaign.Day, bool) {
	for _, layout := range []string{"2/1/2006", time.DateOnly, "2-1-2006", "2.1.2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return campaign.Day(t.Format(time.DateOnly)), true
		}
	}
	return "", false
}

// shown writes a day as people do; "" where there is none.
func shown(day campaign.Day) string {
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return ""
	}
	return t.Format("02/01/2006")
}
