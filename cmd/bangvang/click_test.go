package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// fakeBrowser puts a program before the system's that writes the address that it is to open, and waits for that.
func fakeBrowser(t *testing.T) (opened func() string) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("not on this system: xdg-open")
	}
	dir := t.TempDir()
	seen := filepath.Join(dir, "seen")
	script := "#!/bin/sh\nprintf '%s' \"$1\" > '" + seen + ".part' && mv '" + seen + ".part' '" + seen + "'\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	return func() string {
		for late := time.After(30 * time.Second); ; {
			if data, err := os.ReadFile(seen); err == nil {
				return string(data)
			}
			select {
			case <-time.After(5 * time.Millisecond):
			case <-late:
				t.Fatal("no browser was opened")
			}
		}
	}
}

// click runs what a double click does until the browser is opened. It returns a page of the preview and what stood on
// the screen.
func click(t *testing.T, dir, typed, page string, opened func() string) (html, screen string) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var said bytes.Buffer
	done := make(chan int, 1)
	go func() { done <- clicked(ctx, dir, strings.NewReader(typed), &said, &said) }()
	html = get(t, opened()+page)
	cancel()
	if code := <-done; code != exitOK {
		t.Errorf("it ended with %d", code)
	}
	return html, said.String()
}

func TestADoubleClickInASiteOpensThePreviewWithDrafts(t *testing.T) {
	opened := fakeBrowser(t)
	dir := layIn(t)
	write(t, dir, "content/nhap.md", "---\ntitle: Bản nháp\ndraft: true\n---\n")
	html, said := click(t, dir, "", "nhap/", opened)
	if !strings.Contains(html, "Chưa công khai.") || strings.Contains(said, "chưa có cổng") {
		t.Errorf("it said %s, the draft is %.500s", said, html)
	}
}

func TestADoubleClickElsewhereMakesASiteAndOpensIt(t *testing.T) {
	opened := fakeBrowser(t)
	dir := t.TempDir()
	write(t, dir, "khac.docx", "x")
	html, _ := click(t, dir, "UBND xã Minh Hoạ\n\n\n\n", "", opened)
	if !isSite(filepath.Join(dir, "thi-dua")) || !strings.Contains(html, "Bảng vàng thi đua UBND xã Minh Hoạ") {
		t.Errorf("the home page is %.500s", html)
	}
}

func TestADoubleClickElsewhereMakesNothingWithoutAnAnswer(t *testing.T) {
	dir := t.TempDir()
	var screen bytes.Buffer
	if code := clicked(context.Background(), dir, strings.NewReader("\n\n"), &screen, &screen); code != exitOK {
		t.Errorf("it ended with %d", code)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
	for _, words := range []string{"chưa có cổng thi đua", "Tên cơ quan", "Nhấn Enter để đóng"} {
		if !strings.Contains(screen.String(), words) {
			t.Errorf("%q is not on the screen:\n%s", words, screen.String())
		}
	}
}
