package e2e

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// article is a Markdown file long enough to scroll.
const article = `---
title: Bài để thử xem trước
date: 2026-11-20
summary: Một bài để thử.
author: Ban biên tập
source: Cổng mẫu
---

` + "%s\n"

// preview is a running `bangvang serve` on a copy of the sample site.
type preview struct {
	*testing.T
	dir, url string
	process  *exec.Cmd
}

func startPreview(t *testing.T) *preview {
	t.Helper()
	binary, err := command()
	if err != nil {
		t.Fatal(err)
	}
	p := &preview{T: t, dir: t.TempDir()}
	if err := os.CopyFS(filepath.Join(p.dir, "content"), os.DirFS(root+"/content")); err != nil {
		t.Fatal(err)
	}
	p.write("content/tin-tuc/2026/thu-xem-truoc.md", fmt.Sprintf(article, paragraphs("Câu thứ nhất.")))
	p.process = exec.Command(binary, "serve", "--site", p.dir, "--addr", "127.0.0.1:0", "--at", moment)
	said, console, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	p.process.Stdout, p.process.Stderr = console, console
	if err := p.process.Start(); err != nil {
		t.Fatal(err)
	}
	console.Close()
	t.Cleanup(func() { p.process.Process.Kill(); p.process.Wait(); said.Close() })
	p.url = p.address(said)
	return p
}

// address reads where the preview stands from what it prints, and lets the rest go by.
func (p *preview) address(console io.Reader) string {
	p.Helper()
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(console)
		for lines.Scan() {
			if url := regexp.MustCompile(`http://127\.0\.0\.1:\d+/[^\s»]*`).FindString(lines.Text()); url != "" {
				select {
				case found <- url:
				default:
				}
			}
		}
	}()
	select {
	case url := <-found:
		return url
	case <-time.After(patience):
		p.Fatal("serve does not say where it is")
		return ""
	}
}

func (p *preview) write(name, text string) {
	p.Helper()
	path := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		p.Fatal(err)
	}
}

func paragraphs(first string) string {
	return first + strings.Repeat("\n\nMột đoạn cho trang đủ dài để cuộn.", 80)
}

// until asks the page until a script says true.
func (b *tab) until(what, script string) {
	b.Helper()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	end := time.After(patience)
	for {
		// A page that is just being reloaded can't be asked: ask again.
		if yes, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](script)); err == nil && yes {
			return
		}
		select {
		case <-again.C:
		case <-end:
			b.Fatalf("never: %s", what)
		}
	}
}

func TestThePreviewFollowsItsAuthor(t *testing.T) {
	chromium(t)
	p := startPreview(t)
	b := open(t, browser(t), laptop)
	b.visit(p.url + "tin-tuc/2026/thu-xem-truoc/")
	b.until("the article is shown", `document.body.innerText.includes('Câu thứ nhất.')`)
	evaluate[bool](b, `(scrollTo({ top: 500, behavior: 'instant' }), true)`)

	p.write("content/tin-tuc/2026/thu-xem-truoc.md", fmt.Sprintf(article, paragraphs("Câu thứ hai.")))
	b.until("the edit is shown", `document.body.innerText.includes('Câu thứ hai.')`)
	b.until("the page stays where it was", `Math.abs(scrollY - 500) < 2`)

	p.write("content/tin-tuc/2026/thu-xem-truoc.md", "---\ntitle: [chưa đóng\n---\n")
	const overlay = `document.querySelector('bangvang-overlay')?.shadowRoot.textContent ?? ''`
	b.until("the finding lies over the page", `(`+overlay+`).includes('content/tin-tuc/2026/thu-xem-truoc.md:')`)
	if !evaluate[bool](b, `document.body.innerText.includes('Câu thứ hai.')`) {
		t.Error("the last good page is gone")
	}

	p.write("content/tin-tuc/2026/thu-xem-truoc.md", fmt.Sprintf(article, paragraphs("Câu thứ ba.")))
	b.until("the mended article is shown", `document.body.innerText.includes('Câu thứ ba.')`)
	b.until("the finding is gone", `(`+overlay+`) === ''`)

	p.write("content/tin-tuc/2026/thu-xem-truoc.md", strings.Replace(fmt.Sprintf(article, paragraphs("Câu thứ tư.")), "title:", "tiêu đề:", 1))
	const button = `document.querySelector('bangvang-overlay')?.shadowRoot.querySelector('form button')`
	b.until("a repair is offered", `(`+overlay+`).includes('title') && !!`+button)
	evaluate[bool](b, `(`+button+`.click(), true)`)
	b.until("the repaired article is shown", `document.body.innerText.includes('Câu thứ tư.') && (`+overlay+`) === ''`)

	evaluate[bool](b, `window.sameDocument = true`)
	p.restyle("h1 { letter-spacing: 7px }")
	b.until("the new style is shown", `getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'`)
	if !evaluate[bool](b, `window.sameDocument === true`) {
		t.Error("a new style loaded the page again")
	}
	report(t, b.errors)
	p.stop()
}

// restyle adds a rule to the theme's style sheet, in the site's own templates.
func (p *preview) restyle(rule string) {
	p.Helper()
	sheets, err := filepath.Glob(root + "/templates/static/*.css")
	if err != nil || len(sheets) == 0 {
		p.Fatalf("the theme has no style sheet: %v", err)
	}
	for _, sheet := range sheets {
		data, err := os.ReadFile(sheet)
		if err != nil {
			p.Fatal(err)
		}
		p.write("templates/static/"+filepath.Base(sheet), string(data)+"\n"+rule+"\n")
	}
}

// stop ends the preview as Ctrl+C does, and looks that it leaves nothing.
func (p *preview) stop() {
	p.Helper()
	start := time.Now()
	if err := p.process.Process.Signal(os.Interrupt); err != nil {
		p.Fatal(err)
	}
	if err := p.process.Wait(); err != nil {
		p.Errorf("serve ended with %v", err)
	}
	if took := time.Since(start); took > time.Second {
		p.Errorf("serve took %v to end", took)
	}
	if _, err := os.Lstat(filepath.Join(p.dir, "public")); err == nil {
		p.Error("a preview has left a public folder")
	}
}
