package build_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// An event of a calendar file, by the names of its properties.
type event map[string]string

// readCalendar reads an iCalendar stream by RFC 5545: unfolds its lines, checks their form, undoes the escapes.
func readCalendar(t *testing.T, data string) []event {
	t.Helper()
	if !utf8.ValidString(data) || !strings.HasPrefix(data, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") || !strings.HasSuffix(data, "END:VCALENDAR\r\n") {
		t.Fatalf("not a calendar: %q", data)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(data, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	var events []event
	for line := range strings.SplitSeq(strings.ReplaceAll(data, "\r\n ", ""), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		if name == "BEGIN" && value == "VEVENT" {
			events = append(events, event{})
		} else if len(events) > 0 && name != "END" && name != "" {
			last := events[len(events)-1]
			if _, twice := last[name]; twice {
				t.Errorf("%s stands twice", name)
			}
			last[name] = strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(value)
		}
	}
	return events
}

func TestTheCalendarFileIsReadBackAsItsEvents(t *testing.T) {
	seen := 0
	eachSite(t, func(t *testing.T, data map[string][]byte) {
		uids := map[string]bool{}
		for _, e := range readCalendar(t, string(data["lich/lich.ics"])) {
			seen++
			from, err1 := time.Parse("20060102", e["DTSTART"])
			to, err2 := time.Parse("20060102", e["DTEND"])
			if err1 != nil || err2 != nil || !to.After(from) {
				t.Errorf("an event from %q to %q", e["DTSTART"], e["DTEND"])
			}
			if _, err := time.Parse("20060102T150405Z", e["DTSTAMP"]); err != nil {
				t.Error(err)
			}
			if uids[e["UID"]] || !strings.Contains(e["UID"], "@") {
				t.Errorf("the UID %q is taken or has no host", e["UID"])
			}
			uids[e["UID"]] = true
			if e["SUMMARY"] == "" || !strings.HasPrefix(e["URL"], "https://") {
				t.Errorf("an event without words or place: %v", e)
			}
		}
		if page := string(data["lich/index.html"]); !strings.Contains(page, "lich.ics") {
			t.Error("the calendar page does not lead to the file")
		}
	})
	if seen < 10 {
		t.Errorf("only %d events were read", seen)
	}
}

func TestAnEventOfTheSampleSaysItsDaysAndThatItIsInvented(t *testing.T) {
	for _, e := range readCalendar(t, string(sample(t)["lich/lich.ics"])) {
		if e["UID"] == "minh-hoa-2026-phat-dong@bangvang.example.vn" {
			if e["DTSTART"] != "20260115" || e["DTEND"] != "20260201" { // to 31/01, which is in it
				t.Errorf("from %s to %s", e["DTSTART"], e["DTEND"])
			}
			if e["SUMMARY"] != "[Minh hoạ] Phát động – Thi đua “Chính quyền phục vụ” năm 2026 (minh hoạ)" {
				t.Errorf("it is called %q", e["SUMMARY"])
			}
			return
		}
	}
	t.Error("the event is not there")
}
