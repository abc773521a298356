package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// What a double click on the program does: in a site it opens the preview, drafts included; elsewhere it offers to make
// a site. The window is its own and would be gone with its last words, so it waits for Enter.

// clicked runs the program for somebody who has no command line.
func clicked(ctx context.Context, dir string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{ctx: ctx, out: stdout, err: stderr, lang: diag.Vi, answers: listen(stdin)}
	code := exitOK
	if !isSite(dir) {
		dir, code = a.offerSite(dir)
	}
	if code == exitOK && dir != "" {
		code = run(ctx, []string{"serve", "--site", dir, "--drafts", "--open", "--addr", freeAddr()}, stdin, stdout, stderr)
	}
	if ctx.Err() == nil {
		a.ask("\nNhấn Enter để đóng cửa sổ này", "")
	}
	return code
}

func isSite(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "content", "site.yaml"))
	return err == nil
}

// offerSite makes a site where its user wants one, in a folder of its own if this one holds other things. It returns the
// site's folder, "" where none is wanted.
func (a *app) offerSite(dir string) (string, int) {
	fmt.Fprintln(a.out, "Thư mục này chưa có cổng thi đua. Trả lời vài câu dưới đây để tạo một cổng mới, hoặc nhấn Enter để thoát.")
	o, ok := a.options()
	if !ok {
		return "", exitUsage
	}
	facts, wanted := a.newSite(campaign.Day(o.Now.Format(time.DateOnly)))
	if !wanted {
		return "", exitOK
	}
	in, err := firstIn(dir)
	if err == nil && in != "" {
		dir = filepath.Join(dir, "thi-dua")
		in, err = firstIn(dir)
	}
	switch {
	case err != nil:
		return "", a.machine(err)
	case in != "":
		fmt.Fprintln(a.err, "Đã có thư mục «thi-dua» ở đây. Chép chương trình bangvang vào thư mục đó rồi nhấp đúp.")
		return "", exitUsage
	}
	return dir, a.makeSite(dir, facts)
}

// freeAddr is the usual address of the preview, or any free port where another window has that one.
func freeAddr() string {
	const usual = "127.0.0.1:8080"
	ln, err := net.Listen("tcp", usual)
	if err != nil {
		return "127.0.0.1:0"
	}
	_ = ln.Close()
	return usual
}
