package main

import (
	"bytes"
	"os"
	"testing"

	"bangvang/internal/diag"
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
