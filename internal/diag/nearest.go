package diag

import "bangvang/internal/viet"

// Nearest returns the candidate most like a mistyped word, "" if none is near. Marks and case don't count;
// at most a third of the letters may differ, and at least one letter may.
func Nearest(word string, candidates []string) string {
	folded := []rune(viet.Fold(word))
	best, least := "", max(len(folded)/3, 1)+1
	for _, c := range candidates {
		if len(c)+least <= len(folded) || len(c) >= 4*(len(folded)+least) {
			continue // too short, or too long even if every letter took four bytes
		}
		if d := distance(folded, []rune(viet.Fold(c)), least); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap with their neighbour to make b of a; it may stop
// counting at limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
