package document

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNoCharacterIsTakenForOrdinaryThatNFCChanges(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, text := range []string{string(r), "a" + string(r), "ế" + string(r)} {
			if isOrdinary([]byte(text)) && !norm.NFC.IsNormalString(text) {
				t.Fatalf("%+q is not in NFC", text)
			}
		}
	}
}

func TestTheTextOfVietnameseIsOrdinary(t *testing.T) {
	if text := "Ủy ban nhân dân xã – “Đẹp”, ưu tú… 37°C «a» ẠẶỆỢỤỴ"; !isOrdinary([]byte(text)) {
		t.Errorf("%q", text)
	}
}

func TestOrdinaryTextIsValidAndComposed(t *testing.T) {
	letters := rapid.SampledFrom(strings.Split("a e u y đ Ơ ư ế ợ – “ … \u00a0 \u0300 \u0323 \u031b \u1e9b \u2000 \u2001 \u2002 \u212b \u1100 \u1161 \u1f71 \xc3 \xc1\xbf \xe1\xba \xe1\xbb\xff \xe2\x80 \xe2\x80\xc0 \x80 \xf0\x90\x80\x80", " "))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(letters).Draw(t, "text"), "")
		if isOrdinary([]byte(text)) && !(utf8.ValidString(text) && norm.NFC.IsNormalString(text)) {
			t.Fatalf("%+q", text)
		}
	})
}

func TestAQuotedLineStaysWhenTheTextIsGone(t *testing.T) {
	lines := []string{"---", "title: A", "---", "", "Chữ [a](x.md) và", "[b](y.md) nữa.", "", "Không có gì."}
	doc := sound(t, "content/a.md", strings.Join(lines, "\n")+"\n")
	for i, want := range lines[:6] {
		if got := doc.Line(i + 1); got != want {
			t.Errorf("line %d is %q, want %q", i+1, got, want)
		}
	}
}
