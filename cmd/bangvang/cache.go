package main

import (
	"bytes"
	"crypto/sha256"
	"debug/elf"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"time"

	"bangvang/internal/cache"
)

func cacheFlags(a *app) {
	a.flags.StringVar(&a.cache, "cache", "", a.say("thư mục của bộ nhớ đệm (mặc định: trong thư mục đệm của người dùng)", "the folder of the cache (default: in the user's cache folder)"))
	a.flags.BoolVar(&a.noCache, "no-cache", false, a.say("dựng lại từ đầu, không dùng bộ nhớ đệm", "build from nothing, without the cache"))
	a.flags.BoolVar(&a.verify, "verify", false, a.say("dựng lại từ đầu và so với bộ nhớ đệm", "build from nothing and compare with the cache"))
}

// cacheIsMeant reports whether a cache that is to be compared with is to be used at all. If not, that has been said.
func (a *app) cacheIsMeant() bool {
	if a.noCache && a.verify {
		a.usage(a.say("--verify so với bộ nhớ đệm, còn --no-cache không dùng nó; hãy chọn một trong hai",
			"--verify compares with the cache and --no-cache uses none; choose one of the two"))
		return false
	}
	return true
}

// store is what builds of the site leave for each other on the disk: nil where there is no place for it. Programs that
// were built from other sources, or otherwise, take nothing from each other.
func (a *app) store() *cache.Cache {
	if a.noCache {
		return nil
	}
	version, err := self()
	if err != nil {
		return nil
	}
	dir := a.cache
	if dir == "" {
		site, unplaced := filepath.Abs(a.site)
		user, homeless := os.UserCacheDir()
		if unplaced != nil || homeless != nil {
			return nil
		}
		name := sha256.Sum256([]byte(plainPath(site)))
		dir = filepath.Join(user, "bangvang", hex.EncodeToString(name[:8]))
	}
	return cache.Open(dir, version, time.Now())
}

// self names the program that runs by its bytes: by the sum of them that the Go command leaves in it where that can be read,
// else by a new one, for which all of them have to be read.
func self() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	if id, found := buildID(name); found {
		return id, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}

// buildID reads the note of a program that says what it was built from and what came out: four sums with "/" between them. Who
// builds without it leaves it empty.
func buildID(name string) (string, bool) {
	f, err := elf.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	note := f.Section(".note.go.buildid")
	if note == nil {
		return "", false
	}
	id, err := note.Data()
	return string(id), err == nil && bytes.Count(id, []byte("/")) == 3
}
