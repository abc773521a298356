package document

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNoCharacterIsTakenForComposedThatIsNot(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, text := range []string{string(r), "a" + string(r), "가" + string(r), "ế" + string(r) + "\u0323"} {
			if got, want := isComposed([]byte(text)), norm.NFC.IsNormalString(text); got != want {
				t.Fatalf("%+q: %v, want %v", text, got, want)
			}
		}
	}
}

func TestComposedIsWhatNFCLeavesAlone(t *testing.T) {
	letters := rapid.SampledFrom([]rune("aeuyđƠưếợ–“…\u00a0\u0300\u0301\u0302\u0323\u031b\u1e9b\u2000\u2001\u2002\u212b\u1100\u1161\u1f71"))
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(letters).Draw(t, "text"))
		if got, want := isComposed([]byte(text)), norm.NFC.IsNormalString(text); got != want {
			t.Fatalf("%+q: %v, want %v", text, got, want)
		}
	})
}
