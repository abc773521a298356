package scaffold

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// A Criterion is a row of a table of criteria: a group where it has Items, else a leaf with its maximum.
type Criterion struct {
	ID, Name string
	Max      string // a decimal number with a point; "" for a group
	Items    []Criterion
}

// ParseCriteria reads criteria as people list them, one a line: a name, then ";" or a tab as between two cells of
// Excel, then the maximum. A line without a maximum names a group, which has the lines below it. Ids are the numbers
// of the order, "1", "1.2". bad is the first line that can't be read, "" where all can.
func ParseCriteria(lines []string) (list []Criterion, bad string) {
	grouped := false
	for _, line := range lines {
		name, max, ok := criterionLine(line)
		switch {
		case !ok:
			return nil, line
		case max == "":
			grouped = true
			list = append(list, Criterion{ID: strconv.Itoa(len(list) + 1), Name: name})
		case grouped:
			group := &list[len(list)-1]
			id := group.ID + "." + strconv.Itoa(len(group.Items)+1)
			group.Items = append(group.Items, Criterion{ID: id, Name: name, Max: max})
		default:
			list = append(list, Criterion{ID: strconv.Itoa(len(list) + 1), Name: name, Max: max})
		}
	}
	for _, c := range list {
		if c.Max == "" && len(c.Items) == 0 {
			return nil, c.Name
		}
	}
	return list, ""
}

// criterionLine parts a line into name and maximum.
func criterionLine(line string) (name, max string, ok bool) {
	cut := strings.LastIndexAny(line, ";\t")
	if cut < 0 {
		return strings.TrimSpace(line), "", strings.TrimSpace(line) != ""
	}
	name, max = strings.TrimSpace(line[:cut]), strings.TrimSpace(line[cut+1:])
	max = strings.Replace(strings.TrimSuffix(max, " điểm"), ",", ".", 1)
	if max == "" {
		return name, "", name != ""
	}
	value, err := campaign.ParseDecimal(max)
	return name, max, err == nil && value > 0 && name != ""
}

// rowsOf writes criteria as a list of YAML, a group's below it.
func rowsOf(list []Criterion) []string {
	var out []string
	for _, c := range list {
		if c.Max != "" {
			out = append(out, `- {id: `+quoted(c.ID)+`, name: `+scalar(c.Name)+`, max: `+c.Max+`}`)
			continue
		}
		out = append(out, "- id: "+quoted(c.ID), "  name: "+scalar(c.Name), "  items:")
		for _, line := range rowsOf(c.Items) {
			out = append(out, "    "+line)
		}
	}
	return out
}
