package main

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/templates"
)

func TestNoProgressIsShownInPipes(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	for _, a := range []*app{{err: w}, {err: new(bytes.Buffer)}} {
		counts, stop := a.showProgress()
		stop()
		if counts != nil {
			t.Errorf("progress is counted for %T", a.err)
		}
	}
}

func TestTheLineOfProgressGoesWithTheWork(t *testing.T) {
	var out bytes.Buffer
	a := &app{err: &out, lang: diag.En}
	end := make(chan struct{})
	close(end)
	a.follow(nil, end)
	if out.Len() > 0 {
		t.Errorf("work of a moment shows %q", out.String())
	}
	if got := erased(3); got != "\r   \r" {
		t.Errorf("three letters are taken away by %q", got)
	}
}

func TestTheLineOfProgressTellsOfPicturesUntilAllAreMade(t *testing.T) {
	a := &app{lang: diag.En}
	if got := a.progress(new(build.Progress)); got != "Reading: 0 of 0 files of content" {
		t.Error(got)
	}
	counts := new(build.Progress)
	_, err := build.Build(os.DirFS("../.."), build.Options{Now: time.Now(), Theme: templates.FS, Progress: counts}, nil, firstFile(func() {
		if got := a.progress(counts); !strings.HasSuffix(got, " pictures") || !strings.HasPrefix(got, "Building: ") {
			t.Error(got)
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := a.progress(counts); !strings.HasSuffix(got, " files") {
		t.Error(got)
	}
}

// firstFile is an Out that does something when the first file comes.
func firstFile(do func()) build.Out { return &once{do: do} }

type once struct {
	sync.Once
	do func()
}

func (o *once) Put(string, []byte) error {
	o.Do(o.do)
	return nil
}
