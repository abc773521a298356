package diag

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

// names lists the arguments that a sentence asks for, each once, in order.
func names(text string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// jargon are words of the program's own world; no reader of a message should meet them.
var jargon = regexp.MustCompile(`\b(nil|null|EOF|panic|goroutine|slice|struct|strconv|unmarshal|unmarshall|errno|regexp|bool|int64|syscall|stderr|parser?|token|scalar|mapping|sequence)\b`)

// An English sentence may leave out an argument that holds Vietnamese words; it never asks for one of its own.
func TestEveryCodeSaysInBothLanguagesWhatWasFoundAndHowToMendIt(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, code := range Codes() {
		e := Lookup(code)
		if !form.MatchString(code) {
			t.Errorf("%s: codes are small letters, digits and hyphens", code)
		}
		for what, text := range map[string]Text{"message": e.Message, "hint": e.Hint} {
			if strings.TrimSpace(text.Vi) == "" || strings.TrimSpace(text.En) == "" {
				t.Errorf("%s: the %s is missing: %q, %q", code, what, text.Vi, text.En)
				continue
			}
			vi, en := names(text.Vi), names(text.En)
			if slices.ContainsFunc(en, func(n string) bool { return !slices.Contains(vi, n) }) {
				t.Errorf("%s: the %s asks for %v in Vietnamese, for %v in English", code, what, vi, en)
			}
		}
		for _, text := range []string{e.Message.Vi, e.Message.En, e.Hint.Vi, e.Hint.En, e.Why.Vi, e.Why.En} {
			if !norm.NFC.IsNormalString(text) {
				t.Errorf("%s: not NFC: %q", code, text)
			}
			if word := jargon.FindString(placeholder.ReplaceAllString(text, "")); word != "" {
				t.Errorf("%s: %q is no word for an office: %q", code, word, text)
			}
			if strings.Contains(text, "]") && strings.Count(text, "[") != strings.Count(text, "]") {
				t.Errorf("%s: a bracket does not close: %q", code, text)
			}
		}
		if (e.Why.Vi == "") != (e.Why.En == "") {
			t.Errorf("%s: the reason is in one language only", code)
		}
	}
}

// The codes that the source raises are those of the catalogue, and each of the catalogue is raised somewhere.
func TestTheSourceRaisesTheCodesOfTheCatalogueAndNoOthers(t *testing.T) {
	raised := regexp.MustCompile(`(?:diag\.New|\.Finding|\.FindingAt|\.finding|\.report|\.cellFinding)\((?:[a-z]+, )?"([a-z0-9-]+)"`)
	literal := regexp.MustCompile(`"([a-z0-9]+(?:-[a-z0-9]+)+)"`)
	seen := map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "catalogue") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range raised.FindAllStringSubmatch(string(source), -1) {
			if !Known(m[1]) {
				t.Errorf("%s raises %s, which the catalogue lacks", path, m[1])
			}
		}
		for _, m := range literal.FindAllStringSubmatch(string(source), -1) {
			seen[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range Codes() {
		if raised := seen[code]; strings.Contains(code, "-") && raised == Lookup(code).Retired {
			t.Errorf("%s: raised %t, retired %t", code, raised, !raised)
		}
	}
}

func TestASentenceIsFilledAndItsBracketsStandOnlyWhereTheyHaveSomethingToSay(t *testing.T) {
	for _, c := range []struct {
		text string
		args Args
		want string
	}{
		{"Không có {got}.", Args{"got": "a"}, "Không có a."},
		{"Không có {got}.[ Ý bạn là «{near}»?]", Args{"got": "a"}, "Không có a."},
		{"Không có {got}.[ Ý bạn là «{near}»?]", Args{"got": "a", "near": "b"}, "Không có a. Ý bạn là «b»?"},
		{"[{a} ][{b} ]c", Args{"b": "x"}, "x c"},
		{"[{a} và {b}]", Args{"a": "x"}, ""},
		{"[luôn có]", nil, "luôn có"},
		{"{thiếu}", nil, "…"},
		{"{got}", Args{"got": "{near} [x]", "near": "y"}, "{near} [x]"},
		{"{got}", Args{"got": "tổng điểm", "got.en": "total"}, "tổng điểm"},
		{"dấu [ hoặc { bị gõ lặp", nil, "dấu [ hoặc { bị gõ lặp"},
	} {
		if got := (Finding{Args: c.args}).fill(c.text, Vi); got != c.want {
			t.Errorf("%q with %v is %q, want %q", c.text, c.args, got, c.want)
		}
	}
	if got := (Finding{Args: Args{"got": "tổng điểm", "got.en": "total"}}).fill("[the {got}]", En); got != "the total" {
		t.Errorf("in English it is %q", got)
	}
}

func TestTheNearestWordForgivesMarksCaseAndAThirdOfTheLetters(t *testing.T) {
	known := []string{"title", "summary", "đơn vị", "date"}
	for word, want := range map[string]string{
		"tilte": "title", "Title": "title", "sumary": "summary", "don vi": "đơn vị", "dat": "date", "xyz": "", "": "", "publish": "", "titel": "title",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	if got := Nearest("xa-1", []string{"xa-3", "xa-2"}); got != "" {
		t.Errorf("of two equally near neither is meant, got %q", got)
	}
	if got := Nearest("xa-1", []string{"xa-3", "xa-3", "Xa-1", "xa-2"}); got != "Xa-1" {
		t.Errorf("the nearest of all is meant, got %q", got)
	}
}

func TestFindingsAreSortedByPlaceAndEqualOnesAreOne(t *testing.T) {
	at := func(file string, line, column int, code string) Finding {
		return New(code, file, Pos{Line: line, Column: column}, Args{"got": file})
	}
	got := Sort([]Finding{
		at("b", 1, 1, "term-form"), at("a", 2, 1, "term-form"), at("a", 1, 9, "term-form"), at("a", 1, 2, "term-form"),
		at("a", 1, 2, "alias-form"), at("a", 1, 2, "term-form"),
	})
	want := []Finding{
		at("a", 1, 2, "alias-form"), at("a", 1, 2, "term-form"), at("a", 1, 9, "term-form"), at("a", 2, 1, "term-form"), at("b", 1, 1, "term-form"),
	}
	if !slices.EqualFunc(got, want, func(x, y Finding) bool { return x.File == y.File && x.Pos == y.Pos && x.Code == y.Code }) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestAPlaceIsSaidAsPeopleKnowIt(t *testing.T) {
	for want, at := range map[string]Pos{
		"a": {}, "a:3": {Line: 3}, "a:3:5": {Line: 3, Column: 5}, "a:Bảng điểm": {Sheet: "Bảng điểm"},
		"a:Bảng điểm!C7": {Line: 7, Column: 3, Sheet: "Bảng điểm"}, "a:S!Z1": {Line: 1, Column: 26, Sheet: "S"},
		"a:S!AA1": {Line: 1, Column: 27, Sheet: "S"}, "a:S!ZZ9": {Line: 9, Column: 702, Sheet: "S"}, "a:S!AAA9": {Line: 9, Column: 703, Sheet: "S"},
	} {
		if got := (Finding{File: "a", Pos: at}).Place(); got != want {
			t.Errorf("%+v is %q, want %q", at, got, want)
		}
	}
}
