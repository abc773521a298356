package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/report"
	"bangvang/internal/viet"
)

// The rules of all output to people:
//
//   - What a command was asked for goes to stdout: the findings of check, a list, an explanation, JSON.
//     Everything else, findings of other commands included, goes to stderr.
//   - A finding is one line that editors understand (path:line:column: severity: sentence  [code]), the
//     quoted line with a mark below the place, and how to mend it.
//   - The last line says how it ended, with counts and time.
//   - Vietnamese, or English with --lang en. No Go error text: what the machine refuses is said in words.

// say picks the language.
func (a *app) say(vi, en string) string { return diag.Text{Vi: vi, En: en}.In(a.lang) }

// alike is how many warnings of one code are printed before the rest are counted. Errors are all printed.
const alike = 20

// findings prints them in their order; long rows of like warnings are cut short.
func (a *app) findings(w io.Writer, found []diag.Finding) {
	seen := map[string]int{}
	for _, f := range found {
		if f.Severity == diag.Warning {
			if seen[f.Code]++; seen[f.Code] > alike {
				continue
			}
		}
		a.finding(w, f)
	}
	for _, code := range slices.Sorted(maps.Keys(seen)) {
		if more := seen[code] - alike; more > 0 {
			fmt.Fprintf(w, "%s  [%s]\n", a.say("… và "+group(more)+" cảnh báo khác cùng loại", fmt.Sprintf("… and %d more warnings of this kind", more)), code)
		}
	}
}

func (a *app) finding(w io.Writer, f diag.Finding) {
	fmt.Fprintf(w, "%s: %s: %s  [%s]\n", f.Place(), a.severity(f), f.Message(a.lang), f.Code)
	if f.Quote != "" && f.Pos.Line > 0 {
		line, column := cut(strings.ReplaceAll(f.Quote, "\t", " "), f.Pos.Column)
		fmt.Fprintf(w, "    %s\n", line)
		if column > 0 {
			fmt.Fprintf(w, "    %s^\n", strings.Repeat(" ", column-1))
		}
	}
	if f.WaivedFor != "" {
		fmt.Fprintf(w, "  → %s%s\n", a.say("Đã được cho qua: ", "Waived: "), f.WaivedFor)
	} else if hint := f.Hint(a.lang); hint != "" {
		fmt.Fprintf(w, "  → %s\n", hint)
	}
}

// cut shortens a long line around the column to what a terminal shows.
func cut(line string, column int) (string, int) {
	const most, before = 110, 40
	runes := []rune(line)
	if column > len(runes)+1 {
		column = 0
	}
	if len(runes) <= most {
		return line, column
	}
	from := max(0, min(column-before, len(runes)-most))
	text := string(runes[from:min(from+most, len(runes))])
	if from > 0 {
		text, column = "…"+text, column+1
	}
	if from+most < len(runes) {
		text += "…"
	}
	return text, max(column-from, 0)
}

func (a *app) severity(f diag.Finding) string {
	if f.Severity == diag.Warning {
		return a.say("cảnh báo", "warning")
	}
	return a.say("lỗi", "error")
}

// machineForm prints findings for machines where --format or --json asks for it.
func (a *app) machineForm(found []diag.Finding) bool {
	format := report.Format(a.format)
	if format == "" && a.json {
		format = report.JSON
	}
	if format == "" {
		return false
	}
	_ = report.Write(a.out, format, found, a.lang) // a closed stdout has no one to tell
	return true
}

func (a *app) encode(v any) {
	_ = report.Encode(a.out, v) // plain texts and numbers; a closed stdout has no one to tell
}

// counts says "2 lỗi, 1 cảnh báo"; "" where there is nothing.
func (a *app) counts(found []diag.Finding) string {
	errors := diag.Errors(found)
	warnings := len(found) - errors
	var parts []string
	if errors > 0 {
		parts = append(parts, fmt.Sprintf("%s %s", group(errors), a.say("lỗi", plural(errors, "error"))))
	}
	if warnings > 0 {
		parts = append(parts, fmt.Sprintf("%s %s", group(warnings), a.say("cảnh báo", plural(warnings, "warning"))))
	}
	return strings.Join(parts, ", ")
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// took prints the time since the start in seconds.
func (a *app) took() string {
	s := fmt.Sprintf("%.2f", time.Since(a.started).Seconds())
	return a.say(viet.Number(s)+" giây", s+" s")
}

// size says how large the portal is.
func (a *app) size(r *build.Result) string {
	return a.say(fmt.Sprintf("%s trang, %s tệp", group(r.Pages), group(r.Files)), fmt.Sprintf("%d pages, %d files", r.Pages, r.Files))
}

func group(n int) string { return viet.Number(fmt.Sprint(n)) }

// machine says what the machine refused.
func (a *app) machine(err error) int {
	fmt.Fprintf(a.err, "bangvang: %s\n", a.inWords(err))
	return exitMachine
}

// usage says what is wrong with the words of the command line.
func (a *app) usage(what string) int {
	fmt.Fprintf(a.err, "bangvang %s: %s\n%s\n", a.command.name, what, a.say(
		"Xem cách dùng: bangvang "+a.command.name+" --help", "For help: bangvang "+a.command.name+" --help"))
	return exitUsage
}

func (a *app) unknown(word string) int {
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	fmt.Fprintf(a.err, "bangvang: %s%s\n%s\n", a.say("không có lệnh «"+word+"»", "there is no command “"+word+"”"),
		a.did("", diag.Nearest(word, names)), a.say("Xem các lệnh: bangvang help", "For the commands: bangvang help"))
	return exitUsage
}

// help lists the commands.
func (a *app) help() {
	fmt.Fprintln(a.out, a.say("bangvang – dựng cổng công khai kết quả thi đua từ các tệp Markdown", "bangvang – builds a portal of emulation results from Markdown files"))
	fmt.Fprintln(a.out, "\n"+a.say("Cách dùng: bangvang LỆNH [tùy chọn]", "Usage: bangvang COMMAND [options]")+"\n")
	for _, c := range commands {
		head := c.name + " " + c.args
		fmt.Fprintf(a.out, "  %s%s %s\n", head, strings.Repeat(" ", max(0, 30-utf8.RuneCountInString(head))), c.about.In(a.lang))
	}
	fmt.Fprintln(a.out, "\n"+a.say("Tùy chọn của một lệnh: bangvang LỆNH --help", "Options of a command: bangvang COMMAND --help"))
}

func (a *app) commandHelp() {
	fmt.Fprintf(a.out, "bangvang %s: %s\n\n%s bangvang %s %s\n\n", a.command.name, a.command.about.In(a.lang),
		a.say("Cách dùng:", "Usage:"), a.command.name, strings.TrimSpace(a.command.args+" "+a.say("[tùy chọn]", "[options]")))
	widest := 0
	for _, name := range a.flagNames() {
		widest = max(widest, len(name))
	}
	a.flags.VisitAll(func(f *pflag.Flag) {
		usage := f.Usage
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			usage += a.say(" (mặc định: ", " (default: ") + f.DefValue + ")"
		}
		fmt.Fprintf(a.out, "  --%-*s  %s\n", widest, f.Name, usage)
	})
}
