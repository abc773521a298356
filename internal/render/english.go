package render

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"bangvang/internal/diag"
)

// english are the theme's words in English by the Vietnamese ones of the templates. The templates themselves are
// written in Vietnamese alone; their English edition is made of them by replacing each run of words, before they
// are parsed, so that a page of either language costs the same.
type english map[string]string

// wordsFile holds the pairs, one a line with a tab between; "#" begins a remark. A folder's pairs add to those of the
// next and go before them.
const wordsFile = "english.tsv"

func readEnglish(folders []fs.FS) english {
	words := english{}
	for _, folder := range slices.Backward(folders) {
		text, _ := fs.ReadFile(folder, wordsFile) // a folder may have none
		for line := range strings.SplitSeq(plain(text), "\n") {
			if vi, en, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
				words[strings.TrimSpace(vi)] = strings.TrimSpace(en)
			}
		}
	}
	return words
}

// vietnamese leaves out lang="vi" where the whole page is Vietnamese, and all of <bdi lang="vi">…</bdi> but what is in it,
// with as many letters of nothing in its place, so that what stands behind keeps its column.
func vietnamese(text string) string {
	text = foreign.ReplaceAllString(text, `{{/*             */}}$1`)
	return strings.ReplaceAll(text, ` lang="vi"`, `{{/*  */}}`)
}

// foreign is Vietnamese inside a sentence of another language.
var foreign = regexp.MustCompile(`<bdi lang="vi">(.*?)</bdi>`)

// spoken are the attributes whose values are read out or shown.
var spoken = []string{"aria-label", "title", "alt", "placeholder"}

// translate puts a template into English. What has no English stays, and is reported by untold with its place.
func (w english) translate(text string, untold func(words string, pos int)) string {
	var out strings.Builder
	attribute, quoted, tag := "", false, false
	for i := 0; i < len(text); {
		end := len(text)
		if n := strings.IndexAny(text[i:], "<>\"\n{"); n >= 0 {
			end = i + n
		}
		if run := text[i:end]; !tag || quoted && slices.Contains(spoken, attribute) {
			out.WriteString(w.run(run, func(words string) { untold(words, i) }))
		} else {
			out.WriteString(run)
			if name, is := strings.CutSuffix(run, "="); is {
				attribute = name[strings.LastIndexAny(name, " \t")+1:]
			}
		}
		if end == len(text) {
			break
		}
		i = end + 1
		switch text[end] {
		case '<':
			tag = true
		case '>':
			tag = tag && quoted
		case '"':
			quoted = tag && !quoted
		case '{':
			if action := strings.Index(text[end:], "}}"); strings.HasPrefix(text[end:], "{{") && action > 0 {
				i = end + action + len("}}")
			}
		}
		out.WriteString(text[end:i])
	}
	return out.String()
}

// run is the English of one run of words, with the spaces around it.
func (w english) run(text string, untold func(words string)) string {
	words := strings.Trim(text, " \t")
	if !strings.ContainsFunc(words, unicode.IsLetter) {
		return text
	}
	en, known := w[words]
	if !known {
		untold(words)
		return text
	}
	return strings.Replace(text, words, en, 1)
}

// in returns the text of a template in a language. Words that the site's own templates say in Vietnamese only are
// findings.
func (s sources) in(lang diag.Lang, name string, words english) (string, []diag.Finding) {
	text := s[name].text
	if lang != diag.En {
		return vietnamese(text), nil
	}
	var found []diag.Finding
	return words.translate(text, func(words string, at int) {
		before := text[:at]
		pos := diag.Pos{Line: strings.Count(before, "\n") + 1, Column: at - strings.LastIndexByte(before, '\n') - 1}
		found = append(found, s.finding("template-english", name, pos, diag.Args{"got": words}))
	}), found
}
