package viet

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestADayHasALeadingZeroUnderTenAndItsMonthInTheFirstTwo(t *testing.T) {
	for day, want := range map[string][2]string{
		"2021-05-05": {"05/5/2021", "ngày 05 tháng 5 năm 2021"},
		"2023-02-01": {"01/02/2023", "ngày 01 tháng 02 năm 2023"},
		"2026-01-31": {"31/01/2026", "ngày 31 tháng 01 năm 2026"},
		"2018-12-10": {"10/12/2018", "ngày 10 tháng 12 năm 2018"},
		"2021-03-09": {"09/3/2021", "ngày 09 tháng 3 năm 2021"},
	} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{Date(at), LongDate(at)}; got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}

func TestANumberHasADecimalCommaAndPointsBetweenThousands(t *testing.T) {
	for plain, want := range map[string]string{
		"0": "0", "12": "12", "123": "123", "1234": "1.234", "1234.5": "1.234,5", "1234567.89": "1.234.567,89",
		"-0.42": "-0,42", "-1234": "-1.234", "-123": "-123", "0.05": "0,05", "": "", "100.00": "100,00",
	} {
		if got := Number(plain); got != want {
			t.Errorf("%q is %q, want %q", plain, got, want)
		}
	}
}

func TestATitleBecomesASegmentOfPlainLetters(t *testing.T) {
	for text, want := range map[string]string{
		"Kết quả đợt 1": "ket-qua-dot-1", "Châu Thành": "chau-thanh", "ĐƠN VỊ": "don-vi", "  a  b ": "a-b", "a--b": "a-b", "-a-": "a",
		"138/KH-UBND": "138-kh-ubnd", "!!!": "", "": "", "..": "", "năm 2021–2022": "nam-2021-2022", "Ơ Ư ơ ư": "o-u-o-u", "日本": "",
	} {
		for how, form := range map[string]norm.Form{"composed": norm.NFC, "decomposed": norm.NFD} {
			if got := Slug(form.String(text)); got != want {
				t.Errorf("%q, %s: %q, want %q", text, how, got, want)
			}
		}
	}
	if got := Slug("Kê\u0301t"); got != "ket" {
		t.Errorf("half-composed: %q", got)
	}
}

func TestASlugIsItsOwnSlugAndHasPlainLettersOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slug := Slug(rapid.String().Draw(t, "text"))
		if Slug(slug) != slug || strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" ||
			strings.Contains(slug, "--") || strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") {
			t.Errorf("%q", slug)
		}
	})
}

func TestFoldedTextsAreEqualWhateverTheirMarksAndCase(t *testing.T) {
	for _, pair := range [][2]string{{"hòa", "hoà"}, {"Châu Thành", "chau thanh"}, {"ĐẠI", "dai"}, {"kê\u0301", "kế"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q folds to %q, %q to %q", pair[0], Fold(pair[0]), pair[1], Fold(pair[1]))
		}
	}
}

func TestTheAlphabetPutsLettersBeforeTones(t *testing.T) {
	want := []string{"An", "Ăn", "Ân", "Ba", "Da", "Đa", "Em", "Êm", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Man", "Oa", "Ôn", "Ơn", "Ung", "Ưng", "Ý"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, NewOrder())
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAPersonIsListedByGivenName(t *testing.T) {
	for name, want := range map[string]string{"Nguyễn Văn Mẫu": "Mẫu Nguyễn Văn", "  Trần   An ": "An Trần", "Lan": "Lan", "": ""} {
		if got := PersonKey(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

var slugForm = regexp.MustCompile(`^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$`)

// An address is plain, the same however its marks are typed, and its own address.
func FuzzSlug(f *testing.F) {
	for _, text := range []string{"Kế hoạch 138/KH-UBND", "kê\u0301 hoa\u0323ch", "Đồng Tháp", "---", "ＡＢ１", "ǅ ß ﬁ", "한글 a", "\xff\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		slug := Slug(text)
		if !slugForm.MatchString(slug) {
			t.Errorf("%q gives %q", text, slug)
		}
		if again := Slug(slug); again != slug {
			t.Errorf("%q gives %q, and that %q", text, slug, again)
		}
		if other := Slug(norm.NFD.String(text)); utf8.ValidString(text) && other != slug {
			t.Errorf("%q gives %q composed and %q decomposed", text, slug, other)
		}
	})
}

func TestBothPlacesOfAToneAreOneSpelling(t *testing.T) {
	for text, want := range map[string]string{
		"khóa phụ": "khoá phụ", "khoá phụ": "khoá phụ", "xã thủy hòa": "xã thuỷ hoà", "xã thuỷ hoà": "xã thuỷ hoà", "khỏe": "khoẻ",
		"của mùa lúa": "của mùa lúa", "hoàn quý": "hoàn quý", "": "",
	} {
		if got := OneTone(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
