package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"strings"
	"syscall"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/serve"
)

func serveFlags(a *app) {
	a.flags.StringVar(&a.addr, "addr", "127.0.0.1:8080", a.say("địa chỉ và cổng mạng của bản xem trước", "host and port of the preview"))
	a.flags.BoolVar(&a.drafts, "drafts", false, a.say("cho xem cả trang đang ẩn", "show hidden pages too"))
	a.flags.BoolVar(&a.open, "open", false, a.say("mở luôn trong trình duyệt", "open it in the browser"))
}

// runServe shows the portal in a browser and rebuilds it whenever a file is saved.
func runServe(a *app, _ []string) int {
	if _, _, err := net.SplitHostPort(a.addr); err != nil {
		return a.usage(a.say("«"+a.addr+"» không phải là địa chỉ và cổng mạng; ví dụ --addr 127.0.0.1:8080",
			"“"+a.addr+"” is no host and port; an example: --addr 127.0.0.1:8080"))
	}
	tree, closeSite, code := a.openSite()
	if code != exitOK {
		return code
	}
	defer closeSite()
	ln, err := serve.Listen(a.addr)
	if err != nil {
		return a.noPort(err)
	}
	if a.base == "" {
		a.base = "http://" + ln.Addr().String() + "/"
	}
	server := serve.New(serve.Options{Addr: a.addr, BasePath: basePath(a.base), Lang: a.lang})
	ctx, stop := context.WithCancel(a.ctx)
	defer stop()
	a.ctx = ctx
	done := make(chan error, 1)
	go func() {
		done <- server.Serve(ctx, ln)
		stop() // a server that can't go on ends the run
	}()
	fmt.Fprintf(a.out, "%s %s\n", a.say("Xem trước tại", "Preview at"), server.URL(ln))
	p := &preview{app: a, tree: tree, memo: new(build.Memo), server: server, fixing: new(build.Memo)}
	code = a.rebuild(func(t turn) (time.Time, int) {
		next, code := p.turn(t)
		if a.open {
			a.open = false // once
			a.inBrowser(server.URL(ln))
		}
		return next, code
	})
	stop()
	if err := <-done; err != nil {
		return a.machine(err)
	}
	return code
}

// inBrowser opens an address in the browser of whoever runs this.
func (a *app) inBrowser(url string) {
	if err := openBrowser(url); err != nil {
		fmt.Fprintln(a.err, a.say("Không tự mở được trình duyệt; hãy mở địa chỉ trên bằng tay.", "The browser can't be opened from here; open the address above yourself."))
	}
}

// noPort says why the preview can't be had at its address.
func (a *app) noPort(err error) int {
	why := a.say("máy này không mở được địa chỉ đó", "this machine can't open that address")
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		why = a.say("đã có chương trình khác dùng cổng mạng này; chọn cổng khác, ví dụ --addr 127.0.0.1:8081",
			"the port is in use by another program; choose another one, such as --addr 127.0.0.1:8081")
	case errors.Is(err, fs.ErrPermission):
		why = a.say("không được phép dùng cổng mạng này; chọn cổng từ 1024 trở lên", "this port needs more rights; choose one from 1024 up")
	}
	fmt.Fprintf(a.err, "bangvang: %s %s: %s\n", a.say("không xem trước được tại", "no preview at"), a.addr, why)
	return exitMachine
}

// basePath is the path of an address, with a slash at both ends.
func basePath(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.Trim(u.Path, "/") == "" {
		return "/"
	}
	return "/" + strings.Trim(u.Path, "/") + "/"
}

// A preview shows the portal of a tree, whose files are made when a browser asks for them.
type preview struct {
	*app
	tree   fs.FS
	memo   *build.Memo
	server *serve.Server
	fixing *build.Memo // of proposals, whose sources are not those on the disk
	next   time.Time   // when the portal changes by itself
}

// many is how many pages may be drawn and checked before a new portal is shown. Where it would be more, after a change
// of a template for instance, it is shown first.
const many = 100

// turn shows the portal, or its findings over the last good one.
func (p *preview) turn(t turn) (time.Time, int) {
	if t.last {
		return p.next, exitOK
	}
	o, ok := p.options()
	if !ok {
		return time.Time{}, exitUsage
	}
	o.Look, o.LateSearch = t.look, true
	plan, err := build.Plan(p.tree, o, p.memo)
	if err != nil {
		return time.Time{}, p.machine(err)
	}
	early := diag.Errors(plan.Findings()) == 0 && plan.Undrawn() > many
	if early {
		p.server.Show(plan)
	}
	result, err := plan.Draw(build.Discard)
	if err != nil {
		return time.Time{}, p.machine(err)
	}
	p.next = result.Next
	p.findings(p.err, result.Findings)
	if !result.OK() {
		p.server.Fail(result.Findings)
		p.offer(result.Findings)
		fmt.Fprintf(p.err, "%s (%s)\n", p.counts(result.Findings), p.took())
		return p.next, exitFindings
	}
	if !early {
		p.server.Show(plan)
	}
	fmt.Fprintf(p.out, "%s %s (%s)\n", p.say("Đã dựng", "Built"), p.size(result), p.took())
	return p.next, exitOK
}
