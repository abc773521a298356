package sheet

import (
	"maps"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// UnitNames finds the units that a text may mean which is neither the id nor the name of one.
type UnitNames struct {
	names   map[string]string   // by id
	marked  map[string][]string // ids by the key of the name without its kind
	plain   map[string][]string // ids by that name without marks
	plainly []string            // the keys of plain, sorted
}

// NewUnitNames takes the names of units by their ids.
func NewUnitNames(names map[string]string) *UnitNames {
	u := &UnitNames{names: names, marked: map[string][]string{}, plain: map[string][]string{}}
	for _, id := range slices.Sorted(maps.Keys(names)) {
		bare := withoutKind(names[id])
		u.marked[nameKey(bare)] = append(u.marked[nameKey(bare)], id)
		u.plain[folded(bare)] = append(u.plain[folded(bare)], id)
	}
	u.plainly = slices.Sorted(maps.Keys(u.plain))
	return u
}

// Like returns the ids of the units that a text may mean: a name without its kind or with another word for it ("An Hiệp", "UBND
// xã An Hiệp"), without marks, or with a slip. Several have names alike.
func (u *UnitNames) Like(text string) []string {
	bare := withoutKind(text)
	if folded(bare) == "" {
		return nil
	}
	if ids := u.marked[nameKey(bare)]; len(ids) > 0 {
		return ids
	}
	if ids := u.plain[folded(bare)]; len(ids) > 0 {
		return ids
	}
	return u.plain[diag.Nearest(folded(bare), u.plainly)]
}

// Named writes units for a message: "xa-a (Xã An Hiệp), …", the first few of them.
func (u *UnitNames) Named(ids []string) string {
	var words []string
	for _, id := range ids {
		words = append(words, id+" ("+u.names[id]+")")
	}
	return some(words)
}

// kinds are the words before the name of a place or an office, folded.
var kinds = []string{
	"uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "thi tran", "thi xa", "thanh pho", "xa", "x.", "phuong", "p.", "tt.", "tt", "tx.", "tx",
	"tp.", "tp", "huyen", "h.", "quan", "q.", "tinh", "so", "phong", "ban", "thon", "ap", "khu pho", "to dan pho",
}

// withoutKind drops the words for the kind of a unit at the beginning of its name.
func withoutKind(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, ".", ". "))
	for len(words) > 1 {
		n := 0
		for _, k := range kinds {
			length := strings.Count(k, " ") + 1
			if length < len(words) && viet.Fold(strings.Join(words[:length], " ")) == k {
				n = length
				break
			}
		}
		if n == 0 {
			break
		}
		words = words[n:]
	}
	return strings.Join(words, " ")
}
