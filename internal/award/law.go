package award

import (
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"bangvang/internal/campaign"
)

// The law as data: base_wage.json and forms.json hold one line per rule and time of validity (`to` is the first
// day on which it no longer holds, "" while it does; `note` says what is left out as uncertain, and where to look it
// up), holidays.csv the days off. To follow a change of the law,
// close the old line by `to` and add a new one.
//
//go:embed data
var data embed.FS

// A Form is a legal form of award as it stands at one time.
type Form struct {
	Key      string
	Name     string // Vietnamese
	From, To campaign.Day
	Persons  *campaign.Decimal // how many base wages a person gets; nil where the data do not say
	Units    *campaign.Decimal // a collective
	For      []For             // who may receive it
	MinYears int               // how long a thematic campaign must run to end in it
	NotFrom  []string          // whose campaigns can't end in it: "commune", "district"
	Signer   string            // who decides, in Vietnamese; "" where the data do not say
	Source   string            // the act, in Vietnamese
}

// A wage is the base wage (mức lương cơ sở) of one time, in đồng.
type wage struct {
	From, To campaign.Day
	Dong     int64
	Source   string
	Note     string
}

// law is all that the data files say.
type law struct {
	forms    []Form
	wages    []wage
	calendar calendar
}

// theLaw reads the embedded files once. A file that can't be read is a fault of the program.
var theLaw = sync.OnceValue(func() *law {
	return &law{forms: readForms(), wages: readWages(), calendar: readCalendar()}
})

func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("award: embedded data: %v", err))
	}
}

func readJSON(name string, into any) {
	raw, err := data.ReadFile("data/" + name)
	must(err)
	decoder := json.NewDecoder(strings.NewReader(string(raw)))
	decoder.DisallowUnknownFields()
	must(decoder.Decode(into))
}

func readWages() []wage {
	var wages []wage
	readJSON("base_wage.json", &wages)
	return wages
}

func readForms() []Form {
	var lines []struct {
		Key, Name, Persons, Units, Signer, Source, Note string
		From, To                                        campaign.Day
		For                                             []For
		MinYears                                        int      `json:"min_years"`
		NotFrom                                         []string `json:"not_from"`
	}
	readJSON("forms.json", &lines)
	forms := make([]Form, 0, len(lines))
	for _, l := range lines {
		f := Form{
			Key: l.Key, Name: l.Name, From: l.From, To: l.To, For: l.For, MinYears: l.MinYears,
			NotFrom: l.NotFrom, Signer: l.Signer, Source: l.Source,
			Persons: coefficient(l.Persons), Units: coefficient(l.Units),
		}
		if f.Persons != nil {
			f.For = append(f.For, ForPersons)
		}
		if f.Units != nil {
			f.For = append(f.For, ForUnits)
		}
		forms = append(forms, f)
	}
	return forms
}

func coefficient(text string) *campaign.Decimal {
	if text == "" {
		return nil
	}
	d, err := campaign.ParseDecimal(text)
	must(err)
	return &d
}

func readCalendar() calendar {
	file, err := data.Open("data/holidays.csv")
	must(err)
	defer file.Close()
	lines := csv.NewReader(file)
	lines.Comment = '#'
	_, err = lines.Read() // the heading
	must(err)
	c := calendar{off: map[campaign.Day]bool{}, worked: map[campaign.Day]bool{}}
	for {
		line, err := lines.Read()
		if err == io.EOF {
			return c
		}
		must(err)
		switch day := campaign.Day(line[0]); line[1] {
		case "from":
			c.from = day
		case "to":
			c.to = day
		case "work":
			c.worked[day] = true
		case "off":
			c.off[day] = true
		default:
			must(fmt.Errorf("holidays.csv: %s is neither from, to, work nor off", line[1]))
		}
	}
}

// holds reports whether a rule valid from one day up to another holds on a day.
func holds(from, to, day campaign.Day) bool {
	return from <= day && (to == "" || day < to)
}

// FormOn returns a form as it stands on a day; known is false where the data have none then.
func FormOn(key string, day campaign.Day) (form Form, known bool) {
	for _, f := range theLaw().forms {
		if f.Key == key && holds(f.From, f.To, day) {
			return f, true
		}
	}
	return Form{}, false
}

// FormKeys returns the keys of all forms that the data ever had, in the data's order.
func FormKeys() []string {
	var keys []string
	for _, f := range theLaw().forms {
		if !slices.Contains(keys, f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}
