package revision

import (
	"strconv"
	"strings"
	"time"
)

// A Commit is who committed something, when.
type Commit struct {
	Hash   string // eight digits; "" for what stands in the work tree only
	Author string
	By     string // who committed it, where that is another than the author; else ""
	At     time.Time
	// Earliest tells that the history ends here because the repository is shallow: the line may be older.
	Earliest bool
}

// Wrote tells who committed a line of a file, counted from 1, as it stands in the revision; nil is the work tree.
// known is false where git has no answer, for a file that was never committed for instance.
func (r *Repository) Wrote(rev *Revision, file string, number int) (c Commit, known bool) {
	span := strconv.Itoa(number) + "," + strconv.Itoa(number)
	words := []string{"blame", "--porcelain", "--no-textconv", "-L", span}
	if rev != nil {
		words = append(words, rev.Hash)
	}
	out, err := r.git(nil, append(words, "--", file)...)
	if err != nil || len(out) == 0 {
		return Commit{}, false
	}
	c = r.commit(string(out))
	return c, true
}

// commit reads the answer of blame: a line with the hash, then a line for each thing it knows.
func (r *Repository) commit(told string) Commit {
	first, rest, _ := strings.Cut(told, "\n")
	hash, _, _ := strings.Cut(first, " ")
	facts := map[string]string{}
	for l := range strings.Lines(rest) {
		key, value, _ := strings.Cut(strings.TrimSuffix(l, "\n"), " ")
		if strings.HasPrefix(l, "\t") {
			break
		}
		facts[key] = value
	}
	if strings.Trim(hash, "0") == "" {
		return Commit{}
	}
	c := Commit{Hash: hash[:min(8, len(hash))], Author: facts["author"], At: moment(facts["committer-time"], facts["committer-tz"])}
	if facts["committer"] != c.Author {
		c.By = facts["committer"]
	}
	_, boundary := facts["boundary"]
	c.Earliest = boundary && r.Shallow
	return c
}

// moment reads git's seconds and its zone, "+0700".
func moment(seconds, zone string) time.Time {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}
	}
	offset, _ := strconv.Atoi(zone)
	return time.Unix(n, 0).In(time.FixedZone(zone, (offset/100*60+offset%100)*60))
}
