package build_test

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr"
)

const rounds = "phong-trao/minh-hoa-2026/ket-qua/"

// wordsOf are a part's words without its tags.
func wordsOf(part string) string {
	return strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(part, " ")), " ")
}

// between cuts a part out of a page.
func between(t *testing.T, page []byte, from, to string) string {
	t.Helper()
	_, rest, ok := bytes.Cut(page, []byte(from))
	part, _, closed := bytes.Cut(rest, []byte(to))
	if !ok || !closed {
		t.Fatalf("no part from %q to %q", from, to)
	}
	return string(part)
}

func TestATrendSaysInWordsWhatItsLineShows(t *testing.T) {
	_, data := run(t, "../..", nil)
	part := between(t, data["don-vi/mh-xa-d/index.html"], `<div class="trend">`, "</ol>")
	want := []string{}
	for _, round := range []string{"2026-dot-1-xa", "2026-dot-2-xa"} {
		for _, cells := range cellsOf(t, data[rounds+round+"/bang-xep-hang.csv"]) {
			if cells[1] == "mh-xa-d" {
				want = append(want, cells[0], cells[len(cells)-6])
			}
		}
	}
	words := wordsOf(part)
	for i, w := range want {
		if i%2 == 0 {
			w = "hạng " + w + " trên"
		}
		if !strings.Contains(words, w) {
			t.Errorf("no %q in %q", w, words)
		}
	}
	dots := regexp.MustCompile(`<circle class="main" cx="([0-9.]+)%" cy="([0-9]+)"`).FindAllStringSubmatch(part, -1)
	line := regexp.MustCompile(`<line class="main" x1="([0-9.]+)%" y1="([0-9]+)" x2="([0-9.]+)%" y2="([0-9]+)"`).FindStringSubmatch(part)
	if len(dots) != 2 || line == nil || dots[0][1] != line[1] || dots[0][2] != line[2] || dots[1][1] != line[3] || dots[1][2] != line[4] {
		t.Fatalf("dots %q, line %q", dots, line)
	}
	if first, second := atoi(dots[0][2]), atoi(dots[1][2]); second >= first { // 89 to 90 percent: up
		t.Errorf("the line falls from %d to %d", first, second)
	}
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

func TestALineBreaksWhereRoundsCanNotBeCompared(t *testing.T) {
	base := load(t, "../..")
	file := "content/" + rounds + "2026-dot-1-xa.csv"
	m := construct(t, with(base, nil), nil)
	for unit, lines := range map[string]int{"mh-xa-a": 1, "mh-xa-f": -1} { // F had no rank before: one figure is no trend
		page := m.files["don-vi/"+unit+"/index.html"]
		got := -1
		if bytes.Contains(page, []byte(`class="trend"`)) {
			got = strings.Count(between(t, page, `<div class="trend">`, "</svg>"), `<line class="main"`)
		}
		if got != lines {
			t.Errorf("%s has %d lines, want %d", unit, got, lines)
		}
	}
	if base[file] == nil {
		t.Fatal("the sample has changed")
	}
	criteria := "content/phong-trao/minh-hoa-2026/ket-qua/2026-dot-2-xa.md"
	rules := bytes.Replace(base[criteria].Data, []byte("previous: ket-qua/2026-dot-1-xa\n"), nil, 1)
	m = construct(t, with(base, map[string]string{criteria: string(rules)}), nil)
	if bytes.Contains(m.files["don-vi/mh-xa-a/index.html"], []byte(`class="trend"`)) {
		t.Error("rounds that do not follow each other make a trend")
	}
}

func TestTheBlocksMeanIsThatOfItsUnits(t *testing.T) {
	_, data := run(t, "../..", nil)
	sums, counts, means, bests, tops := map[string]float64{}, map[string]float64{}, map[string]string{}, map[string]string{}, map[string]float64{}
	for name, page := range data {
		unit, is := strings.CutPrefix(name, rounds+"2026-dot-2-xa/mh-")
		if !is || strings.Contains("xa-g xa-h xa-k", strings.TrimSuffix(unit, "/index.html")) { // unranked
			continue
		}
		for _, row := range regexp.MustCompile(`(?s)<tr>.*?(?:</tbody>|\n)`).FindAllString(between(t, page, `<table class="compare">`, "</table>"), -1)[1:] {
			cells := regexp.MustCompile(`<th scope="row">([^<]*)<td><b>([0-9,]*)%</b>.*<td>([0-9,]*)%<td>([0-9,]*)%`).FindStringSubmatch(row)
			if cells == nil {
				t.Fatalf("%s: %s", name, row)
			}
			share, _ := strconv.ParseFloat(strings.ReplaceAll(cells[2], ",", "."), 64)
			sums[cells[1]] += share
			counts[cells[1]]++
			tops[cells[1]] = max(tops[cells[1]], share)
			means[cells[1]], bests[cells[1]] = cells[3], cells[4]
		}
	}
	if len(means) != 4 {
		t.Fatalf("%v", means)
	}
	for field, shown := range means {
		mean, _ := strconv.ParseFloat(strings.ReplaceAll(shown, ",", "."), 64)
		best, _ := strconv.ParseFloat(strings.ReplaceAll(bests[field], ",", "."), 64)
		if counts[field] != 7 || math.Abs(mean-sums[field]/7) > 0.00501 || best != tops[field] {
			t.Errorf("%s: mean %s of %v units, want %.4f; best %v, want %v", field, shown, counts[field], sums[field]/7, best, tops[field])
		}
	}
}

func TestThePrintedCodeIsThePagesAddress(t *testing.T) {
	seen := 0
	eachSite(t, func(t *testing.T, data map[string][]byte) {
		for name, page := range data {
			if !bytes.Contains(page, []byte(`class="qr"`)) {
				continue
			}
			seen++
			want, err := qr.Encode(headOf(t, page).links["canonical"][0], qr.M)
			if err != nil {
				t.Fatal(err)
			}
			sameModules(t, name, between(t, page, `class="qr"`, "</svg>"), want)
		}
	})
	if seen < 20 {
		t.Errorf("only %d codes were read", seen)
	}
}

// sameModules draws a code's path and compares it module by module.
func sameModules(t *testing.T, name, svg string, want *qr.Code) {
	t.Helper()
	black := map[[2]int]bool{}
	var x, y int
	_, path, _ := strings.Cut(svg, ` d="`)
	path, _, _ = strings.Cut(path, `"`)
	for _, step := range regexp.MustCompile(`M(\d+) (\d+)\.5h(\d+)|m(\d+) 0h(\d+)`).FindAllStringSubmatch(path, -1) {
		n := atoi(step[3] + step[5])
		if step[4] != "" {
			x += atoi(step[4])
		} else {
			x, y = atoi(step[1]), atoi(step[2])
		}
		for range n {
			black[[2]int{x, y}] = true
			x++
		}
	}
	for y := range want.Size {
		for x := range want.Size {
			if black[[2]int{x, y}] != want.Black(x, y) {
				t.Fatalf("%s: the module %d, %d differs", name, x, y)
			}
		}
	}
}
