package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A source is a file that is saved again and again, each time with another word put into what it was at first.
type source struct {
	path string
	text []byte
}

// word returns a new word that nobody has written: of letters alone, as a long run of digits could be somebody's number.
func word() string {
	letters := []byte("zqzqzqzqzqzqzq")
	for i := 2; i < len(letters); i++ {
		letters[i] = "bcdfghklmnpqrstvxz"[rand.IntN(18)]
	}
	return string(letters)
}

// anArticle returns the article in the middle of a site.
func anArticle(site string) (source, error) {
	var paths []string
	err := filepath.WalkDir(filepath.Join(site, "content", "tin-tuc"), func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !strings.HasPrefix(e.Name(), "_") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		return source{}, fmt.Errorf("looking for an article: %w", err)
	}
	return open(paths[len(paths)/2])
}

func open(path string) (source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return source{}, fmt.Errorf("reading what is to be changed: %w", err)
	}
	return source{path, text}, nil
}

// title is the article's.
func (s source) title() string {
	_, rest, _ := bytes.Cut(s.text, []byte(`title: "`))
	title, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(title)
}

// save writes the file with a word in its place.
func (s source) save(in place, word string) error {
	return os.WriteFile(s.path, in(s.text, word), 0o666)
}

// A place puts a word into a text.
type place func(text []byte, word string) []byte

func inBody(text []byte, word string) []byte { return slices.Concat(text, []byte("\n"+word+"\n")) }

func inTitle(text []byte, word string) []byte {
	return bytes.Replace(text, []byte(`title: "`), []byte(`title: "`+word+" "), 1)
}

func inFrame(text []byte, word string) []byte {
	return bytes.Replace(text, []byte("</body>"), []byte("<p hidden>"+word+"</p></body>"), 1)
}

// A wait asks whether a word that was saved at a moment has come to be seen.
type wait func(word string, saved time.Time) bool

const (
	glance = time.Millisecond       // between two looks
	rest   = 700 * time.Millisecond // between two saves, so that a generator has done all it does of itself
	most   = 2 * time.Minute        // that a change may take
	missed = 5 * time.Second        // after which the first change is made again: nobody may have been watching yet
)

// saves changes a file n times, each time when the change before has been seen, and returns how long each took. One change
// before is not measured. The file is left as it was.
func (s source) saves(ctx context.Context, n int, in place, seen wait) (times []time.Duration, err error) {
	defer func() {
		if back := os.WriteFile(s.path, s.text, 0o666); err == nil {
			err = back
		}
	}()
	for i := range n + 1 {
		again := most
		if i == 0 {
			again = missed
		}
		took, err := s.once(ctx, in, seen, again)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			times = append(times, took)
		}
		if err := pause(ctx, rest+time.Duration(i%7)*31*time.Millisecond); err != nil {
			return nil, err
		}
	}
	return times, nil
}

// once saves the file and waits until that is seen; after again it saves anew.
func (s source) once(ctx context.Context, in place, seen wait, again time.Duration) (time.Duration, error) {
	for start := time.Now(); time.Since(start) < most; {
		w, saved := word(), time.Now()
		if err := s.save(in, w); err != nil {
			return 0, fmt.Errorf("saving: %w", err)
		}
		for time.Since(saved) < again {
			if seen(w, saved) {
				return time.Since(saved), nil
			}
			if err := pause(ctx, glance); err != nil {
				return 0, err
			}
		}
	}
	return 0, fmt.Errorf("nothing of a change in %s was seen for %v", filepath.Base(s.path), most)
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
