package cache_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"bangvang/internal/cache"
)

var now = time.Date(2026, 5, 1, 8, 0, 0, 0, time.UTC)

func TestAValueComesBackAsItWasPut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet")
	key := cache.KeyOf("picture", "a")
	for _, value := range [][]byte{[]byte("one"), {}, bytes.Repeat([]byte{0xff}, 1<<20)} {
		cache.Open(dir, "1", now).Put(key, value)
		if got, ok := cache.Open(dir, "1", now).Get(key); !ok || !bytes.Equal(got, value) {
			t.Errorf("%d bytes came back as %d, %v", len(value), len(got), ok)
		}
	}
	for name, c := range map[string]*cache.Cache{"another version": cache.Open(dir, "2", now), "nil": nil} {
		if _, ok := c.Get(key); ok {
			t.Errorf("%s: found", name)
		}
	}
	if _, ok := cache.Open(dir, "1", now).Get(cache.KeyOf("picturea")); ok {
		t.Error("the parts of a key run together")
	}
}

// files are the files of a cache's folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestADamagedFileIsNoValue(t *testing.T) {
	whole := bytes.Repeat([]byte("value "), 50)
	for _, harm := range []func([]byte) []byte{
		func(d []byte) []byte { return nil },
		func(d []byte) []byte { return d[:len(d)-1] },
		func(d []byte) []byte { return d[:20] },
		func(d []byte) []byte { return append(d, 'x') },
		func(d []byte) []byte { d[40] ^= 1; return d },
		func(d []byte) []byte { d[0] ^= 1; return d },
		func(d []byte) []byte { return []byte("something of others, long enough to be taken for one of ours") },
	} {
		dir, key := t.TempDir(), cache.KeyOf("k")
		c := cache.Open(dir, "1", now)
		c.Put(key, whole)
		name := files(t, dir)[0]
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, harm(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); ok {
			t.Errorf("a damaged file gave %q", got)
		}
		c.Put(key, whole)
		if got, ok := c.Get(key); !ok || !bytes.Equal(got, whole) {
			t.Error("a damaged file is not mended")
		}
	}
}

func TestAFileUnderAnotherKeyIsNoValue(t *testing.T) {
	dir := t.TempDir()
	c := cache.Open(dir, "1", now)
	a, b := cache.KeyOf("a"), cache.KeyOf("b")
	c.Put(a, []byte("of a"))
	from := files(t, dir)[0]
	c.Put(b, []byte("of b"))
	for _, to := range files(t, dir) {
		if to != from {
			if err := os.Rename(from, to); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got, ok := c.Get(b); ok {
		t.Errorf("the value of another key came back: %q", got)
	}
}

func TestSeveralMayShareAFolder(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			c := cache.Open(dir, "1", now)
			for i := range 50 {
				key, value := cache.KeyOf(fmt.Sprint(i)), bytes.Repeat([]byte{byte(i)}, 1000)
				if got, ok := c.Get(key); ok && !bytes.Equal(got, value) {
					t.Errorf("%d came back wrong", i)
				}
				c.Put(key, value)
			}
		})
	}
	wg.Wait()
	if got := len(files(t, dir)); got != 50 {
		t.Errorf("%d files, want 50", got)
	}
}

func TestAFolderThatCannotBeIsNoCache(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := cache.Open(file, "1", now)
	c.Put(cache.KeyOf("a"), []byte("x"))
	if _, ok := c.Get(cache.KeyOf("a")); ok {
		t.Error("found")
	}
	c.Close()
}

func TestWhatIsNotUsedGoesAndWhatOthersPutStays(t *testing.T) {
	dir := t.TempDir()
	used, unused := cache.KeyOf("used"), cache.KeyOf("unused")
	first := cache.Open(dir, "1", now)
	first.Put(used, []byte("x"))
	first.Put(unused, []byte("y"))
	foreign := filepath.Join(filepath.Dir(files(t, dir)[0]), "notes.txt")
	letter := filepath.Join(dir, "letters", ".draft-letter")
	if err := os.Mkdir(filepath.Dir(letter), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{foreign, letter} {
		if err := os.WriteFile(name, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range files(t, dir) {
		if err := os.Chtimes(name, now, now); err != nil {
			t.Fatal(err)
		}
	}
	half := cache.Open(dir, "1", now.Add(cache.Keep/2))
	half.Get(used)
	half.Close()
	late := cache.Open(dir, "1", now.Add(cache.Keep+time.Hour))
	late.Close()
	if _, ok := late.Get(used); !ok {
		t.Error("what was used is gone")
	}
	if _, ok := late.Get(unused); ok {
		t.Error("what nobody used is still there")
	}
	for _, name := range []string{foreign, letter} {
		if _, err := os.Stat(name); err != nil {
			t.Error("what others put is gone:", err)
		}
	}
}
