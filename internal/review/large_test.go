//go:build unix

package review_test

import (
	"bytes"
	"fmt"
	"maps"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/review"
	"bangvang/templates"
)

// large is the site of the cases with n more articles, and the same with one score changed.
func large(tb testing.TB, n int) (base, head tree) {
	base = site(tb)
	text := strings.Repeat("Phong trào thi đua yêu nước lan tỏa đến từng thôn, từng tổ. ", 40)
	for i := range n {
		base[fmt.Sprintf("content/tin-tuc/%d/tin-%05d.md", 2015+i%10, i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\ntitle: Tin số %d\ndate: %d-%02d-%02d\nauthor: Tổ biên tập\nsource: Cổng thử\nsummary: Tóm tắt của tin.\ncategory: Thông báo\n---\n%s\n\n## Mục\n\n%s\n", i, 2015+i%10, 1+i%12, 1+i%28, text, text)}
	}
	head = maps.Clone(base)
	const sheet = "content/phong-trao/thu/ket-qua/2026-xa.csv"
	head[sheet] = &fstest.MapFile{Data: bytes.Replace(base[sheet].Data, []byte("xa-d;30;7;31"), []byte("xa-d;30;7;33"), 1)}
	return base, head
}

// One changed line in 10.000 articles: a warm build of the change, and the review of it, each with a memo that knows
// the base. The memo is brought back to the base outside the time; cpu-ms is the processor's time on all cores, which a
// busy machine does not stretch.
func BenchmarkOneLineInTenThousandArticles(b *testing.B) {
	base, head := large(b, 10_000)
	o := build.Options{Now: moment, Theme: templates.FS, LateSearch: true}
	memo := &build.Memo{}
	measured := func(b *testing.B, step func() error) {
		var spent time.Duration
		for b.Loop() {
			b.StopTimer()
			if _, err := build.Build(base, o, memo, build.Discard); err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			b.StartTimer()
			before := processor(b)
			if err := step(); err != nil {
				b.Fatal(err)
			}
			spent += processor(b) - before
		}
		b.ReportMetric(float64(spent.Milliseconds())/float64(b.N), "cpu-ms/op")
	}
	b.Run("build", func(b *testing.B) {
		measured(b, func() error {
			_, err := build.Build(head, o, memo, build.Discard)
			return err
		})
	})
	b.Run("review", func(b *testing.B) {
		measured(b, func() error {
			r, err := review.Of(base, head, o, memo)
			if err == nil && (len(r.Changes) != 1 || len(r.Findings(diag.Vi)) != 2) {
				b.Fatal(statements(r, diag.Vi))
			}
			return err
		})
	})
}

// processor is the time that this process has had of all processors.
func processor(tb testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
