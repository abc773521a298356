package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkSheet reads a sheet of 150 units by 60 criteria.
func BenchmarkSheet(b *testing.B) {
	var text strings.Builder
	var criteria []string
	text.WriteString("đơn vị")
	for i := range 60 {
		criteria = append(criteria, fmt.Sprintf("%d.%d", i/10+1, i%10+1))
		text.WriteString(";" + criteria[i])
	}
	for i := range 150 {
		fmt.Fprintf(&text, "\nxa-%d%s", i, strings.Repeat(";1,75", 60))
	}
	data := []byte(text.String())
	b.ReportAllocs()
	for b.Loop() {
		table, _ := Parse("content/a.csv", data)
		if _, findings := table.Entries(criteria, Options{}); len(findings) > 0 {
			b.Fatal(findings[0].Message("vi"))
		}
	}
}
