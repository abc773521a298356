package viet

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// foldWhole folds by decomposing the whole text first.
func foldWhole(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func TestEveryCharacterIsFoldedAsItsParts(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, s := range []string{string(r), "Ế" + string(r) + "a"} {
			if got, want := Fold(s), foldWhole(s); got != want {
				t.Fatalf("%+q: %+q, want %+q", s, got, want)
			}
		}
	}
}

func TestATextIsFoldedAlikeHoweverItIsComposed(t *testing.T) {
	letters := rapid.SampledFrom(strings.Split("A b Đ đ Ế ạ ư Ợ Ý e\u0302 \u0301 \u0323 – 한 é Å \xff 1", " "))
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(letters).Draw(t, "letters"), "")
		if got, want := Fold(s), foldWhole(s); got != want {
			t.Fatalf("%+q: %+q, want %+q", s, got, want)
		}
		if got, want := Fold(norm.NFD.String(s)), Fold(norm.NFC.String(s)); got != want {
			t.Fatalf("%+q: %+q decomposed, %+q composed", s, got, want)
		}
	})
}
