package diag

import "bangvang/internal/viet"

// Nearest returns the candidate most like a mistyped word, "" if none is near or two are equally so: of xa-1 and xa-2
// nobody knows which was meant by xa-3. Marks and case don't count; at most a third of the letters may differ, and at
// least one letter may. Of two as near the one that begins alike is nearer.
func Nearest(word string, candidates []string) string {
	folded := []rune(viet.Fold(word))
	best, limit := "", max(len(folded)/3, 1)
	least := 2 * (limit + 1)
	for _, c := range candidates {
		if len(c)+limit < len(folded) || len(c) >= 4*(len(folded)+limit+1) {
			continue // too short, or too long even if every letter took four bytes
		}
		other := []rune(viet.Fold(c))
		far := 2 * distance(folded, other, limit+1)
		if len(folded) == 0 || len(other) == 0 || folded[0] != other[0] {
			far++
		}
		switch {
		case far < least:
			best, least, limit = c, far, far/2
		case far == least && c != best:
			best = "" // a second one
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
