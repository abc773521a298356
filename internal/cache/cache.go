// Package cache keeps what one run of the program has worked out for the next: values under keys, a file each, in
// a folder that may be lost, damaged, foreign or shared at any time.
//
//	c := cache.Open(dir, version, time.Now())
//	defer c.Close()
//	key := cache.KeyOf("picture", hash, "640")
//	made, ok := c.Get(key)
//	if !ok {
//		made = make…
//		c.Put(key, made)
//	}
//
// # What is certain
//
// A value that Get returns is one that Put was given under the same key, by a program of the same version: key, version
// and value stand under one SHA-256 in the file. Anything else (cut short, written over, left by another version)
// is as if it were not there. So a cache only costs or saves time, and never changes what comes out, as long as
// a key describes everything that its value depends on. Package build can prove that of a run by working out every value again.
//
// A file comes into being whole, by a rename, so that several processes may share a folder. Nothing is locked: of
// two that put the same key, one stays. What the disk refuses is not remembered; no error comes out of a cache.
//
// What nobody has asked for in [Keep] is removed by Close. A nil *Cache remembers nothing.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Keep is how long a value stays that nobody asks for.
const Keep = 30 * 24 * time.Hour

// refresh is how old a value's last use may look before a use is noted, so that a run writes little.
const refresh = 24 * time.Hour

// A Key names a value by everything that it depends on.
type Key [sha256.Size]byte

// KeyOf makes a key of a complete description. Its parts are told apart: "ab", "c" is not "a", "bc".
func KeyOf(parts ...string) Key {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256([]byte(p))
		h.Write(sum[:])
	}
	return Key(h.Sum(nil))
}

// A Cache is one folder. It is safe for several goroutines and processes.
type Cache struct {
	dir     string
	version string
	now     time.Time
	aside   sync.WaitGroup
}

// Open takes a folder, which need not exist. The version names the program and the form of its values: those of
// another one are not found. now is the machine's clock, for what has not been used for long.
func Open(dir, version string, now time.Time) *Cache {
	return &Cache{dir: dir, version: version, now: now}
}

// Get returns the value that was put under the key.
func (c *Cache) Get(key Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	name := c.file(key)
	data, err := os.ReadFile(name)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	value := data[sha256.Size:]
	if sum := c.seal(key, value); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil, false
	}
	if info, err := os.Stat(name); err == nil && c.now.Sub(info.ModTime()) > refresh {
		_ = os.Chtimes(name, c.now, c.now)
	}
	return value, true
}

// Put remembers a value under a key. It may be called again with the same value.
func (c *Cache) Put(key Key, value []byte) {
	if c == nil {
		return
	}
	name := c.file(key)
	if os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return
	}
	draft, err := os.CreateTemp(filepath.Dir(name), draftPrefix)
	if err != nil {
		return
	}
	sum := c.seal(key, value)
	_, failed := draft.Write(sum[:])
	if failed == nil {
		_, failed = draft.Write(value)
	}
	if closed := draft.Close(); failed != nil || closed != nil || os.Rename(draft.Name(), name) != nil {
		_ = os.Remove(draft.Name())
	}
}

// Aside does what takes a while beside whatever comes next; Close waits for it.
func (c *Cache) Aside(work func()) {
	if c != nil {
		c.aside.Go(work)
	}
}

// draftPrefix begins the name of a value on its way.
const draftPrefix = ".draft-"

// Close removes what nobody has used for long, drafts of killed runs included. It looks where Put writes and nowhere
// else: the folder may hold more than the cache.
func (c *Cache) Close() {
	if c == nil {
		return
	}
	c.aside.Wait()
	for first := range 256 {
		c.forget(filepath.Join(c.dir, hex.EncodeToString([]byte{byte(first)})))
	}
}

// forget removes what is old in one of the 256 folders.
func (c *Cache) forget(folder string) {
	entries, _ := os.ReadDir(folder) // most often there is none
	for _, e := range entries {
		if e.IsDir() || !isOurs(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && c.now.Sub(info.ModTime()) > Keep {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// isOurs reports whether a file's name is one that Put gives: whatever else lies in the folder is left alone.
func isOurs(name string) bool {
	raw, err := hex.DecodeString(name)
	return err == nil && len(raw) == len(Key{})-1 || len(name) > len(draftPrefix) && name[:len(draftPrefix)] == draftPrefix
}

// file is where a key's value stands: in one of 256 folders.
func (c *Cache) file(key Key) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.dir, name[:2], name[2:])
}

// seal is the sum over all that a file must hold.
func (c *Cache) seal(key Key, value []byte) [sha256.Size]byte {
	h := sha256.New()
	version := sha256.Sum256([]byte(c.version))
	h.Write(version[:])
	h.Write(key[:])
	h.Write(value)
	return [sha256.Size]byte(h.Sum(nil))
}
