package scaffold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/schema"
)

// An entry is one key of a header to be written.
type entry struct {
	key   string
	value string   // YAML on the key's own line
	rows  []string // or lines below it, without their indent
	under []entry  // or keys below it
	off   bool     // written as a comment, for later use
	notes []string // comments below it
}

func is(key, text string) entry                { return entry{key: key, value: scalar(text)} }
func raw(key, yaml string) entry               { return entry{key: key, value: yaml} }
func later(key, yaml string) entry             { return entry{key: key, value: yaml, off: true} }
func rows(key string, lines []string) entry    { return entry{key: key, rows: lines} }
func under(key string, entries ...entry) entry { return entry{key: key, under: entries} }

// only returns the entries where something holds, none where it does not.
func only(holds bool, entries ...entry) []entry {
	if holds {
		return entries
	}
	return nil
}

// opening is how a document begins: its type, and that it is a draft.
func opening(t document.Type, draft bool) []entry {
	return append([]entry{raw("type", string(t))}, only(draft, raw("draft", "true"))...)
}

// whole writes a whole file: its header and its body.
func whole(t document.Type, list []entry, body string) []byte {
	return []byte("---\n" + commented(document.Keys(t), list) + "---\n\n" + body)
}

// later keys are announced once.
const laterNote = "# Các khóa dưới đây không bắt buộc. Muốn dùng khóa nào thì xóa dấu # ở đầu dòng của khóa đó.\n"

// commented writes entries, each with a comment above it that says what the key is for.
func commented(keys []document.Key, list []entry) string {
	var b strings.Builder
	noted := false
	for _, e := range list {
		if e.off && !noted {
			b.WriteString("\n" + laterNote)
			noted = true
		}
		e.write(&b, keys, "")
	}
	return b.String()
}

func (e entry) write(b *strings.Builder, keys []document.Key, indent string) {
	key := find(keys, e.key)
	about := schema.About(key).In(diag.Vi)
	if e.key == "type" {
		about += " – " + schema.AboutType(document.Type(e.value)).In(diag.Vi)
	}
	b.WriteString(indent + "# " + sentence(about) + "\n")
	switch {
	case e.off:
		b.WriteString(indent + "#" + e.key + ": " + e.value + "\n")
	case e.value != "":
		b.WriteString(indent + e.key + ": " + e.value + "\n")
	default:
		b.WriteString(indent + e.key + ":\n")
	}
	for _, line := range e.rows {
		b.WriteString(indent + "  " + line + "\n")
	}
	for _, below := range e.under {
		below.write(b, key.Keys(), indent+"  ")
	}
	for _, note := range e.notes {
		b.WriteString(indent + "#" + note + "\n")
	}
}

// find returns a key that the header has; one that it has not is a mistake of this package.
func find(keys []document.Key, name string) document.Key {
	for _, k := range keys {
		if k.Name == name {
			return k
		}
	}
	panic("scaffold: no header has the key " + name + " there")
}

func sentence(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:] + "."
}
