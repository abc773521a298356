package document

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"

	"gopkg.in/yaml.v3"
)

// typeWords are the types in Vietnamese, for those who look for the right one.
var typeWords = map[Type]string{
	TypePlan: "kế hoạch", TypeCriteria: "tiêu chí", TypeResults: "kết quả", TypeAwards: "khen thưởng",
	TypeUnits: "danh mục đơn vị", TypeArticle: "tin, bài", TypePage: "trang thường", TypeSection: "trang đầu của một thư mục",
}

// allTypes lists the types, each with its Vietnamese word.
func allTypes() string {
	var out []string
	for _, name := range typeNames {
		out = append(out, name+" ("+typeWords[Type(name)]+")")
	}
	return strings.Join(out, "; ")
}

// nearType returns the type that a word was meant for, in either language, "" where none is near.
func nearType(word string) string {
	folded := viet.Fold(strings.TrimSpace(word))
	for _, name := range typeNames {
		if slices.Contains(strings.Split(viet.Fold(typeWords[Type(name)]), ", "), folded) {
			return name
		}
	}
	return diag.Nearest(word, typeNames)
}

// typeNode returns the value of `type`, also where its key is in Vietnamese; nil where there is none.
func typeNode(root *yaml.Node) *yaml.Node {
	keys := pageKeys()
	for i := 0; i+1 < len(root.Content); i += 2 {
		if word := root.Content[i].Value; word == "type" || !has(keys, word) && inEnglish(word, keys) == "type" {
			return root.Content[i+1]
		}
	}
	return nil
}

// guessed returns the type whose keys a header has that names none, and reports it. Where several types have as many
// of the keys, or none has any, it is the place's.
func (d *decoder) guessed(root *yaml.Node, place Type) Type {
	best, most, tie := place, 0, false
	for _, name := range typeNames {
		switch n := ownKeys(root, Type(name)); {
		case n > most:
			best, most, tie = Type(name), n, false
		case n == most:
			tie = true
		}
	}
	if most == 0 || tie {
		return place
	}
	d.report("type-missing", root, diag.Args{"want": string(best), "word": typeWords[best]})
	return best
}

// ownKeys counts the keys of a header that a type has and others need not have.
func ownKeys(root *yaml.Node, t Type) int {
	own := ownStruct(t)
	if own == nil {
		return 0
	}
	count := 0
	for i := 0; i < len(root.Content); i += 2 {
		if has(keysOf(own), root.Content[i].Value) {
			count++
		}
	}
	return count
}
