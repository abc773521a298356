package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/personal"

	"gopkg.in/yaml.v3"
)

// What people type in all good faith and YAML, without a word, takes for something else: a remark that cuts a
// sentence short, quotation marks that are letters, a comma that begins another key.

// free reads text that the author words: it may hold a "#", and YAML would drop all from there on. A "#" with a
// space behind it is a remark that somebody meant.
func (d *decoder) free(n *yaml.Node) string {
	if n.LineComment != "" && n.Style == 0 && !isRemark(n.LineComment) {
		d.remark(n)
	}
	return d.text(n)
}

// remark reports a value that a "#" on its line cuts. The parser hangs a remark on a value that is not the last of
// its line, too, so the line itself is asked.
func (d *decoder) remark(n *yaml.Node) {
	if d.remarks++; d.remarks > maxFindings { // each costs a walk to its line
		return
	}
	line := string(lineOf(d.file.text[d.file.head.from:], n.Line))
	start := strings.Index(line, n.Value)
	if start < 0 { // over several lines
		d.report("yaml-comment", n, diag.Args{"got": n.Value, "lost": n.LineComment, "want": inQuotes(n.Value + " " + n.LineComment)})
		return
	}
	behind := line[start+len(n.Value):]
	rest := strings.TrimLeft(behind, " \t")
	if rest == behind || !strings.HasPrefix(rest, "#") {
		return
	}
	column := utf8.RuneCountInString(line[:len(line)-len(rest)]) + 1
	whole := strings.TrimSpace(line[start:])
	d.report("yaml-comment", &yaml.Node{Line: n.Line, Column: column}, diag.Args{
		"got": n.Value, "lost": rest, "want": inQuotes(whole),
	})
}

func isRemark(comment string) bool { return len(comment) < 2 || comment[1] == ' ' }

// isSwallowed tells a key whose value begins with "#", so that none is left: "title: #1 thi đua". A remark has a space.
func isSwallowed(key, value *yaml.Node) bool {
	return isAbsent(value) && key.LineComment != "" && !isRemark(key.LineComment)
}

func (d *decoder) swallowed(key *yaml.Node) {
	d.report("yaml-comment", key, diag.Args{"lost": key.LineComment, "want": inQuotes(key.LineComment)})
}

// inQuotes writes a value in straight quotation marks.
func inQuotes(value string) string {
	if strings.ContainsAny(value, `"\`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return `"` + value + `"`
}

// The quotation marks that Word makes, by families: one that begins with a mark of a family ends with one of it.
var curlyFamilies = []string{"“”„", "‘’"}

// uncurled returns what stands inside curly quotation marks around a whole value.
func uncurled(value string) (inner string, ok bool) {
	for _, family := range curlyFamilies {
		inner = strings.TrimLeft(value, family)
		_, opening := utf8.DecodeRuneInString(value)
		if len(value)-len(inner) != opening {
			continue
		}
		bare := strings.TrimRight(inner, family)
		if _, closing := utf8.DecodeLastRuneInString(inner); len(inner)-len(bare) == closing && !strings.ContainsAny(bare, family) {
			return bare, true
		}
	}
	return value, false
}

// translated reports a Vietnamese key and reads it as the English one, so that nothing else is said of it. It returns
// false where that one stood before.
func (d *decoder) translated(key *yaml.Node, keys []Key, seen map[string]*yaml.Node) bool {
	if has(keys, key.Value) {
		return true
	}
	english := inEnglish(key.Value, keys)
	if english == "" {
		return true
	}
	d.report("vietnamese-key", key, diag.Args{"key": key.Value, "want": english})
	if seen[english] != nil {
		return false
	}
	key.Value, seen[english] = english, key
	return true
}

// rejoin puts together what a comma without quotation marks has parted inside {…}: "name: xã, thị trấn" becomes a name
// and a key without a value. It reports each such value once and reads it as it was meant.
func (d *decoder) rejoin(n *yaml.Node, keys []Key) {
	if n.Style&yaml.FlowStyle == 0 {
		return
	}
	var whole []*yaml.Node
	for i := 0; i+1 < len(n.Content); {
		key, value := n.Content[i], n.Content[i+1]
		whole, i = append(whole, key, value), i+2
		parts := []string{value.Value}
		for ; i+1 < len(n.Content) && value.Kind == yaml.ScalarNode && isLoose(n.Content[i], n.Content[i+1], keys); i += 2 {
			parts = append(parts, n.Content[i].Value)
		}
		if len(parts) > 1 {
			value.Value = strings.Join(parts, ", ")
			d.parted(key, value)
		}
	}
	n.Content = whole
}

// isLoose tells a key that is none: nobody knows it, and nothing stands behind it, not even a colon.
func isLoose(key, value *yaml.Node, keys []Key) bool {
	return isAbsent(value) && value.Value == "" && key.Kind == yaml.ScalarNode && key.Tag != "!!merge" && !has(keys, key.Value)
}

var partedNumber = regexp.MustCompile(`^\d+, \d+$`)

// parted reports a value with a comma, put together again. A number is meant where there are digits on both sides.
func (d *decoder) parted(key, value *yaml.Node) {
	want := inQuotes(masked(value.Value))
	if partedNumber.MatchString(value.Value) {
		value.Value = strings.Replace(value.Value, ", ", ".", 1)
		want = value.Value
	}
	d.report("flow-comma", value, diag.Args{"key": key.Value, "want": key.Value + ": " + want})
}

// masked hides personal data in what a hint repeats.
func masked(text string) string {
	hits := personal.Find(text)
	for _, hit := range slices.Backward(hits) {
		text = text[:hit.Start] + personal.Masked(text[hit.Start:hit.End]) + text[hit.End:]
	}
	return text
}

// numbered is the number of an act behind words that do not belong to it: "KH 12/KH-UBND", "Số: 12/KH-UBND".
var numbered = regexp.MustCompile(`^\pL[\pL .:\x{a0}]*[ .:\x{a0}](\d\S*/\S+)$`)

// actNumber reports words before the number and symbol of an act (Decree 30/2020/NĐ-CP: "138/KH-UBND"), and a symbol
// that was written before one that stood there already.
func (d *decoder) actNumber(n *yaml.Node, number string) {
	want := ""
	if m := numbered.FindStringSubmatch(number); m != nil {
		want = m[1]
	} else if i := strings.LastIndexByte(number, '/'); i > 0 && strings.HasSuffix(number[:i], number[i:]) {
		want = number[:i]
	}
	if want != "" {
		d.report("act-number", n, diag.Args{"got": number, "want": want})
	}
}
