package search_test

import (
	"encoding/json"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"bangvang/internal/search"
	"bangvang/internal/viet"
)

// A reader searches as the script of the search page does, and remembers what it fetched.
type reader struct {
	t       *testing.T
	files   map[string][]byte
	fetched map[string]bool
	dir     struct {
		Pages, Chunk int
		Names        []string
		Words        [][2]string
	}
}

func newReader(t *testing.T, files []search.File) *reader {
	t.Helper()
	r := &reader{t: t, files: map[string][]byte{}, fetched: map[string]bool{}}
	for _, f := range files {
		if _, twice := r.files[f.Name]; twice {
			t.Errorf("two files are called %s", f.Name)
		}
		r.files[f.Name] = f.Data
	}
	if files[0].Name != search.Directory {
		t.Fatalf("the first file is %s", files[0].Name)
	}
	if err := json.Unmarshal(files[0].Data, &r.dir); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *reader) fetch(name string) []byte {
	data, ok := r.files[name]
	if !ok {
		r.t.Fatalf("there is no %q", name)
	}
	r.fetched[search.Directory], r.fetched[name] = true, true
	return data
}

// lists returns the lists of the words that fold as key, by the word.
func (r *reader) lists(key string) map[string][2][]int {
	i := sort.Search(len(r.dir.Words), func(i int) bool { return r.dir.Words[i][0] > key }) - 1
	found := map[string][2][]int{}
	if i < 0 {
		return found
	}
	for line := range strings.Lines(string(r.fetch("tu." + r.dir.Words[i][1] + ".txt"))) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			r.t.Fatalf("a line of %d cells: %q", len(cells), line)
		}
		if viet.Fold(cells[0]) == key {
			found[cells[0]] = [2][]int{unfold(r.t, cells[1]), unfold(r.t, cells[2])}
		}
	}
	return found
}

// unfold reads a list of numbers.
func unfold(t *testing.T, text string) []int {
	var out []int
	last := -1
	for text != "" {
		more := 0
		if text[0] == '"' {
			digits, rest, ok := strings.Cut(text[1:], " ")
			n, err := strconv.ParseInt(digits, 36, 32)
			if !ok || err != nil || rest == "" {
				t.Fatalf("no gap in %q", text)
			}
			more, text = int(n)*90, rest
		}
		last += more + int(text[0]-'#') + 1
		out, text = append(out, last), text[1:]
	}
	return out
}

// find returns the numbers of the pages that have every word of a question, best first, and fetches the titles of
// the first ten.
func (r *reader) find(question string) []int {
	words := search.Words(question)
	marked := viet.Fold(question) != strings.ToLower(question)
	points := map[int]int{}
	have := map[int]int{}
	for i, word := range words {
		of := map[int]int{}
		for w, l := range r.lists(viet.Fold(word)) {
			exact := 0
			if marked && w == word {
				exact = 1000
			}
			for at, pages := range l {
				for _, p := range pages {
					of[p] = max(of[p], exact+[]int{10, 1}[at])
				}
			}
		}
		for p, n := range of {
			points[p] += n
			have[p]++
		}
		if i > 0 && len(words) <= 6 {
			for _, l := range r.lists(viet.Fold(words[i-1] + " " + word)) {
				for _, p := range l[0] {
					points[p] += 20
				}
			}
		}
	}
	var out []int
	for p, n := range have {
		if n == len(words) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b int) int {
		if points[a] != points[b] {
			return points[b] - points[a]
		}
		return a - b
	})
	for _, p := range out[:min(10, len(out))] {
		r.fetch("trang." + r.dir.Names[p/r.dir.Chunk] + ".json")
	}
	return out
}
