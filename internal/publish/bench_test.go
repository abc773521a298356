package publish

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// big is a portal of 12.600 pages of 10 KB, each in a folder of its own.
func big() files {
	portal := make(files, 12_600)
	body := strings.Repeat("Phong trào thi đua yêu nước. ", 300)
	for i := range 12_600 {
		portal[fmt.Sprintf("tin-tuc/%d/bai-%d/index.html", 2015+i%10, i)] = fmt.Sprintln(i, body)
	}
	return portal
}

// BenchmarkPublish measures updates of a big portal in memory and on a disk: from nothing, with no page changed, the
// first with one page changed (it makes the spare tree), later ones, and one page in place.
func BenchmarkPublish(b *testing.B) {
	portal := big()
	for _, top := range []string{"/dev/shm", os.TempDir()} {
		where := "disk"
		if top == "/dev/shm" {
			where = "memory"
		}
		if _, err := os.Stat(top); err != nil {
			continue
		}
		dir, err := os.MkdirTemp(top, "publish-bench")
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = os.RemoveAll(dir) })
		benchmarkIn(b, where, dir, portal)
	}
}

func benchmarkIn(b *testing.B, where, top string, portal files) {
	n := 0
	one := func() { n++; portal["tin-tuc/2015/bai-0/index.html"] = fmt.Sprintln("as of", n) }
	b.Run(where+"/cold", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			timed(b, filepath.Join(top, fmt.Sprint("cold", i, b.N), "public"), portal, Options{})
		}
	})
	dir := filepath.Join(top, "warm", "public")
	mustPublish(b, dir, portal, Options{})
	b.Run(where+"/none changed", func(b *testing.B) {
		for b.Loop() {
			timed(b, dir, portal, Options{})
		}
	})
	b.Run(where+"/one changed, in place", func(b *testing.B) {
		for b.Loop() {
			one()
			timed(b, dir, portal, Options{InPlace: true})
		}
	})
	b.Run(where+"/one changed, first spare", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			spare := filepath.Join(top, "warm", ".public.bangvang")
			_ = os.RemoveAll(filepath.Join(spare, "spare"))
			one()
			b.StartTimer()
			timed(b, dir, portal, Options{})
		}
	})
	b.Run(where+"/one changed", func(b *testing.B) {
		for b.Loop() {
			one()
			timed(b, dir, portal, Options{})
		}
	})
}

// timed publishes; all the bytes are hashed, as for a caller without memory.
func timed(b *testing.B, dir string, portal files, o Options) {
	u, err := Begin(context.Background(), dir, o)
	if err != nil {
		b.Fatal(err)
	}
	names := slices.Collect(maps.Keys(portal))
	err = parallel(len(names), func(i int) error { return u.Put(names[i], []byte(portal[names[i]])) })
	if err != nil {
		b.Fatal(err)
	}
	if _, _, err := u.Commit(); err != nil {
		b.Fatal(err)
	}
}
