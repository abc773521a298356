package fix

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// fence is the line above and below a header.
const fence = "---"

// header returns where the lines of a header are, also of one that is not closed; all of site.yaml.
func (s spot) header() (from, to int) {
	if strings.HasSuffix(s.f.File, ".yaml") {
		return 0, len(s.data)
	}
	at, opened := 0, false
	for line := range bytes.Lines(s.data) {
		isFence := string(bytes.TrimRight(line, " \t\r\n")) == fence
		at += len(line)
		switch {
		case isFence && opened:
			return from, at - len(line)
		case isFence:
			from, opened = at, true
		}
	}
	return from, len(s.data)
}

var tabbed = regexp.MustCompile(`(?m)^[ -]*\t[ \t-]*`)

// tabs makes two spaces of every tab that indents a line of the header.
func tabs(s spot) []edit {
	var edits []edit
	from, to := s.header()
	for _, m := range tabbed.FindAllIndex(s.data[from:to], -1) {
		indent := string(s.data[from+m[0] : from+m[1]])
		edits = append(edits, edit{from + m[0], from + m[1], strings.NewReplacer("-\t", "- ", "\t", "  ").Replace(indent)})
	}
	return edits
}

// noBreakSpace puts plain spaces for no-break ones: as many where they indent a line, else one.
func noBreakSpace(s spot) []edit {
	run := s.rest()
	run = run[:len(run)-len(strings.TrimLeft(run, "\u00a0 "))]
	if run == "" {
		return nil
	}
	text := " "
	if strings.Trim(string(s.data[s.from:s.at]), " -") == "" {
		text = strings.Repeat(" ", utf8.RuneCountInString(run))
	}
	return []edit{{s.at, s.at + len(run), text}}
}

var wide = regexp.MustCompile(`^\s*[：﹕︓]\s*`)

func wideColon(s spot) []edit {
	old := wide.FindString(s.rest())
	if old == "" {
		return nil
	}
	return []edit{{s.at, s.at + len(old), ": "}}
}

// hasRemark tells a value behind which a remark may stand: nobody knows what belongs to it.
func hasRemark(value string) bool { return strings.Contains(value, " #") }

// curly are the pairs of marks that Word makes of straight ones.
var curly = regexp.MustCompile(`^[“„]([^“”„]*)[“”]$`)

// quoted puts the whole value into quotation marks.
func quoted(s spot) []edit {
	value := s.rest()
	if value == "" || hasRemark(value) {
		return nil
	}
	if m := curly.FindStringSubmatch(value); m != nil {
		return s.over(inQuotes(m[1]))
	}
	return s.over(inQuotes(value))
}

// closeQuote adds the quotation mark that a value lacks at its end, or puts it for the curly one that stands there.
func closeQuote(s spot) []edit {
	value, mark := s.rest(), s.f.Args["mark"]
	if mark == "" || !strings.HasPrefix(value, mark) || hasRemark(value) {
		return nil
	}
	return s.over(strings.TrimRight(value, "”’“‘") + mark)
}

// quoteInside makes marks inside a value curly, as the finding says.
func quoteInside(s spot) []edit {
	_, want, ok := strings.Cut(s.f.Args["want"], ": ")
	if !ok || hasRemark(s.rest()) {
		return nil
	}
	return s.over(want)
}

var escaped = regexp.MustCompile(`(:\s+|- +)"([^"']*)"\s*$`)

// backslash puts single marks around a value that has a backslash and means it.
func backslash(s spot) []edit {
	m := escaped.FindStringSubmatchIndex(s.line())
	if m == nil {
		return nil
	}
	return []edit{{s.from + m[4] - 1, s.from + m[5] + 1, "'" + s.line()[m[4]:m[5]] + "'"}}
}

// addType names the type that a header's keys tell.
func addType(s spot) []edit {
	from, _ := s.header()
	return s.insert(from, "type: "+s.f.Args["want"]+s.newline())
}

var (
	keyLine  = regexp.MustCompile(`^["']?[\pL\pM\d_.-]+( [\pL\pM\d_.-]+){0,3}["']?\s*[:：﹕︓]`) // with its slips
	within   = regexp.MustCompile(`^([ \t]+\S|- |-$|#)`)
	dashLine = regexp.MustCompile(`^\s*(?:-{2,}|[–—]+-?)\s*$`)
)

// closeHeader puts a fence behind the last line that looks like one of a header: before the first blank line, or the
// first line without a key. A line of other dashes there was meant for it.
func closeHeader(s spot) []edit {
	from, _ := s.header()
	at := from
	for line := range bytes.Lines(s.data[from:]) {
		text := strings.TrimRight(seen(line), " \t\r\n")
		if dashLine.MatchString(text) {
			return []edit{{at, at + len(bytes.TrimRight(line, " \t\r\n")), fence}}
		}
		if !keyLine.MatchString(text) && !within.MatchString(text) {
			break
		}
		at += len(line)
	}
	if at == from {
		return nil
	}
	if s.data[at-1] != '\n' {
		return s.insert(at, s.newline()+fence+s.newline())
	}
	return s.insert(at, fence+s.newline())
}

// dashes makes a fence of a first line of other dashes, where a key follows.
func dashes(s spot) []edit {
	next := bytes.TrimLeft(s.data[s.to:], "\r\n")
	if !dashLine.MatchString(s.line()) || !keyLine.MatchString(seen(next)) {
		return nil
	}
	return []edit{{s.from, s.to, fence}}
}
