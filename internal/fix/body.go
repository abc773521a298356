package fix

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"bangvang/internal/document"
)

// headingSpace parts the signs of a heading from its words.
func headingSpace(s spot) []edit {
	signs := len(s.rest()) - len(strings.TrimLeft(s.rest(), "#"))
	if signs == 0 {
		return nil
	}
	return s.insert(s.at+signs, " ")
}

var (
	colons    = regexp.MustCompile(`^\s*:{1,3}\s*([a-z]+)\s*(\{.*\})\s*$`)
	straight  = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "\u00a0", " ")
	arguments = regexp.MustCompile(`^\{(?:\s*[a-z]+=(?:"[^"]*"|'[^']*'|[^\s,}"'=]+)[\s,]*)*\}$`)
)

// directive writes a block on its line as it must be: two colons, straight quotation marks.
func directive(s spot) []edit {
	m := colons.FindStringSubmatch(straight.Replace(s.line()))
	if m == nil || !arguments.MatchString(m[2]) {
		return nil
	}
	want := "::" + m[1] + m[2]
	if want == s.line() {
		return nil
	}
	return []edit{{s.from, s.to, want}}
}

// blanks makes one space of a run of no-break ones, none at the ends of a line.
func blanks(s spot) []edit {
	end := s.at + len(s.rest()) - len(strings.TrimLeft(s.rest(), "\u00a0 "))
	from := s.from + len(strings.TrimRight(string(s.data[s.from:s.at]), " "))
	text := " "
	if from == s.from || end == s.to {
		text = ""
	}
	return []edit{{from, end, text}}
}

// invisible takes away all characters of a line that nobody sees.
func invisible(s spot) []edit {
	var edits []edit
	for i := s.from; i < s.to; {
		_, size := utf8.DecodeRune(s.data[i:])
		if document.IsInvisible(s.data, i) {
			edits = append(edits, edit{i, i + size, ""})
		}
		i += size
	}
	return edits
}

// seen is a text without the characters that nobody sees.
func seen(text []byte) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRune(text[i:])
		if !document.IsInvisible(text, i) {
			out.Write(text[i : i+size])
		}
		i += size
	}
	return out.String()
}

// bullet begins an entry of a list as Markdown does.
func bullet(s spot) []edit {
	_, size := utf8.DecodeRune(s.data[s.at:s.to])
	words := bytes.TrimLeft(s.data[s.at+size:s.to], " \t\u00a0")
	return []edit{{s.at, s.to - len(words), "- "}}
}

// paragraph parts a line from the one above.
func paragraph(s spot) []edit { return s.insert(s.from, s.newline()) }

// table makes a table of lines whose cells are parted by tabs, with an empty line before and behind it. The first line
// is its heading.
func table(s spot) []edit {
	columns := strings.Count(s.line(), "\t") + 1
	var edits []edit
	if above := bytes.TrimRight(s.data[:s.from], "\r\n"); len(above) > 0 && bytes.Count(s.data[len(above):s.from], []byte("\n")) < 2 {
		edits = s.insert(s.from, s.newline())
	}
	for from := s.from; from < len(s.data); {
		to := endOfLine(s.data, from)
		line := string(s.data[from:to])
		if strings.Count(line, "\t")+1 != columns {
			if strings.TrimSpace(line) != "" {
				edits = append(edits, edit{from, from, s.newline()})
			}
			break
		}
		text := row(line)
		if from == s.from {
			text += s.newline() + "|" + strings.Repeat(" --- |", columns)
		}
		edits = append(edits, edit{from, to, text})
		next := bytes.IndexByte(s.data[to:], '\n')
		if next < 0 {
			break
		}
		from = to + next + 1
	}
	return edits
}

func row(line string) string {
	cells := strings.Split(strings.ReplaceAll(line, "|", `\|`), "\t")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return "| " + strings.Join(cells, " | ") + " |"
}
