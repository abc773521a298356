package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"

	"gopkg.in/yaml.v3"
)

// text returns a scalar as typed, without spaces at its ends, and without the quotation marks of Word's around it.
func (d *decoder) text(n *yaml.Node) string {
	value := strings.TrimSpace(n.Value)
	if n.Style == 0 {
		if inner, curly := uncurled(value); curly {
			d.report("yaml-curly-quotes", n, diag.Args{"got": value, "want": inQuotes(inner)})
			value = inner
		}
	}
	if n.Style&yaml.DoubleQuotedStyle != 0 {
		value = viet.NFC(value) // an escape may have made what the file itself has not
		if i := strings.IndexFunc(value, isControl); i >= 0 {
			d.report("control-character", n, diag.Args{"got": strconv.QuoteToASCII(value[i : i+1])})
			value = strings.Map(func(r rune) rune {
				if isControl(r) {
					return -1
				}
				return r
			}, value)
		}
	}
	return value
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == '\ufffd' }

// word returns a value that must be one of the given words, "" where it is none.
func (d *decoder) word(n *yaml.Node, allowed []string, key string) string {
	value := d.text(n)
	for _, w := range allowed {
		if value == w {
			return w
		}
	}
	d.report("unknown-value", n, diag.Args{
		"key": key, "got": value, "near": nearWord(value, allowed), "allowed": strings.Join(allowed, ", "),
	})
	return ""
}

// vietnameseWords are the words of values as their authors say them, folded.
var vietnameseWords = map[string]string{
	"thuong": "bonus", "diem thuong": "bonus", "tru": "penalty", "diem tru": "penalty", "ky truoc": "previous", "dot truoc": "previous",
	"diem": "points", "cong diem": "points", "trong so": "weighted", "tong": "total", "tong diem": "total", "ty le": "percent", "ti le": "percent",
	"phan tram": "percent", "chinh xac": "exact", "lam tron": "rounded", "ca nhan": "persons", "tap the": "units", "don vi": "units",
	"de nghi": "proposed", "du kien": "proposed", "quyet dinh": "decided", "da quyet dinh": "decided",
	"phong trao": "campaign", "ky": "round", "dot": "round", "tieng viet": "vi",
}

// nearWord returns the allowed word that was meant by another one, in Vietnamese or with a slip, "" where that is not certain.
func nearWord(word string, allowed []string) string {
	if english := vietnameseWords[strings.Join(strings.FieldsFunc(viet.Fold(word), isWordGap), " ")]; slices.Contains(allowed, english) {
		return english
	}
	return diag.Nearest(word, allowed)
}

func isWordGap(r rune) bool { return r == ' ' || r == '_' || r == '-' }

// boolean reads true or false and nothing else: yes, on and 1 mean different things to different programs.
func (d *decoder) boolean(n *yaml.Node, k Key) bool {
	switch d.text(n) {
	case "true":
		return true
	case "false":
		return false
	}
	want := ""
	switch viet.Fold(n.Value) {
	case "co", "dung", "yes", "y", "on", "1", "true", "x", "roi":
		want = "true"
	case "khong", "sai", "no", "n", "off", "0", "false", "chua":
		want = "false"
	}
	d.report("not-boolean", n, diag.Args{"key": k.Name, "got": n.Value, "want": want})
	return false
}

// integer reads a whole number in plain digits; "010" is ten.
func (d *decoder) integer(n *yaml.Node, k Key) int64 {
	text := d.text(n)
	value, err := strconv.ParseInt(text, 10, 64)
	if err != nil || value < 0 || value > maxInteger || strings.HasPrefix(text, "+") {
		d.report("not-integer", n, diag.Args{"key": k.Name, "got": text, "want": onlyDigits(text)})
		return 0
	}
	return value
}

// maxInteger bounds counts, days and sums of money alike.
const maxInteger = 1_000_000_000_000

// onlyDigits returns the number that was meant by "1.800.000" or "1_000", "" where it is not plain.
func onlyDigits(text string) string {
	digits := strings.NewReplacer(".", "", "_", "", " ", "", "\u00a0", "").Replace(text)
	if _, err := strconv.ParseUint(digits, 10, 63); err != nil || digits == text {
		return ""
	}
	return digits
}

// withUnit is a number with its unit behind it: "25.5 điểm", "80%".
var withUnit = regexp.MustCompile(`^(\d{1,9}(?:[.,]\d{1,6})?) ?(?:điểm|đ|%)$`)

// number reads a decimal number exactly as typed, with a point or a comma.
func (d *decoder) number(n *yaml.Node, k Key) campaign.Decimal {
	text := d.text(n)
	plain := text
	if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		plain = strings.Replace(text, ",", ".", 1)
	}
	value, err := campaign.ParseDecimal(plain)
	if err != nil {
		want := ""
		if m := withUnit.FindStringSubmatch(text); m != nil {
			want = m[1]
		}
		d.report("not-number", n, diag.Args{"key": k.Name, "got": text, "want": want})
	} else if value < 0 {
		d.report("below-zero", n, diag.Args{"key": k.Name, "got": text, "want": strings.TrimPrefix(text, "-")})
	}
	return value
}

// The forms of a date that are read.
var (
	dayForm  = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	timeForm = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?: ?(Z|[+-]\d{2}:\d{2}))?$`)
)

// moment reads a local day, or a time with its zone.
func (d *decoder) moment(n *yaml.Node, k Key) Moment {
	text := d.text(n)
	args := diag.Args{"key": k.Name, "got": text}
	m, code := parseMoment(text)
	switch code {
	case "":
		return m
	case "date-form":
		args["want"] = meantMoment(text)
		if args["want"] == "" && (k.Name == "publish" || k.Name == "expires") {
			args["hour"] = k.Name
		}
	case "date-zone":
		args["want"] = strings.Replace(text, " ", "T", 1) + "+07:00"
	}
	d.report(code, n, args)
	return Moment{}
}

func parseMoment(text string) (Moment, string) {
	if dayForm.MatchString(text) {
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			return Moment{}, "date-impossible"
		}
		return Moment{Day: campaign.Day(text)}, yearFault(day)
	}
	part := timeForm.FindStringSubmatch(text)
	if part == nil {
		return Moment{}, "date-form"
	}
	seconds, zone := part[3], part[4]
	if seconds == "" {
		seconds = ":00"
	}
	given := zone != ""
	if !given {
		zone = "Z"
	}
	at, err := time.Parse(time.RFC3339, part[1]+"T"+part[2]+seconds+zone)
	switch {
	case err != nil:
		return Moment{}, "date-impossible"
	case !given:
		return Moment{}, "date-zone"
	}
	return Moment{Day: campaign.Day(part[1]), Time: at}, yearFault(at)
}

// yearFault refuses years that no campaign has: an unset date of some other program, a slip of the finger.
func yearFault(at time.Time) string {
	if at.Year() < 1945 || at.Year() > 2100 {
		return "date-year"
	}
	return ""
}

// shortText returns the beginning of what a node holds, for a message.
func shortText(n *yaml.Node) string {
	const most = 40
	value := []rune(n.Value)
	if len(value) > most {
		return string(value[:most]) + "…"
	}
	return string(value)
}
