//go:build !windows

package main

import (
	"os"
	"runtime"
)

// wasClicked is never so here: file managers of other systems open no console.
func wasClicked() bool { return false }

// openBrowser shows an address in the browser that the user has chosen. It does not wait for it.
func openBrowser(url string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	nothing, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer nothing.Close()
	p, err := os.StartProcess("/usr/bin/env", []string{"env", opener, url}, &os.ProcAttr{Files: []*os.File{nothing, nothing, nothing}, Env: os.Environ()})
	if err != nil {
		return err
	}
	go func() { _, _ = p.Wait() }() // leaves no zombie
	return nil
}
