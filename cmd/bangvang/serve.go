package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/serve"
)

func serveFlags(a *app) {
	a.flags.StringVar(&a.addr, "addr", "127.0.0.1:8080", a.say("địa chỉ và cổng mạng của bản xem trước", "host and port of the preview"))
	a.flags.BoolVar(&a.drafts, "drafts", false, a.say("cho xem cả trang đang ẩn", "show hidden pages too"))
}

// runServe shows the portal in a browser and rebuilds it whenever a file is saved.
func runServe(a *app, _ []string) int {
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
	memo := new(build.Memo)
	code = a.rebuild(func(t turn) (time.Time, int) { return a.preview(tree, memo, server, t) })
	stop()
	if err := <-done; err != nil {
		return a.machine(err)
	}
	return code
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

// preview builds into memory and shows the result, or its findings over the last good one.
func (a *app) preview(tree fs.FS, memo *build.Memo, server *serve.Server, t turn) (time.Time, int) {
	if t.last {
		return time.Time{}, exitOK
	}
	o, ok := a.options()
	if !ok {
		return time.Time{}, exitUsage
	}
	o.Look = t.look
	out := &memory{files: serve.Files{}}
	result, err := build.Build(tree, o, memo, out)
	if err != nil {
		return time.Time{}, a.machine(err)
	}
	a.findings(a.err, result.Findings)
	if !result.OK() {
		server.Fail(result.Findings)
		fmt.Fprintf(a.err, "%s (%s)\n", a.counts(result.Findings), a.took())
		return result.Next, exitFindings
	}
	server.Show(out.files)
	fmt.Fprintf(a.out, "%s %s (%s)\n", a.say("Đã dựng", "Built"), a.size(result), a.took())
	return result.Next, exitOK
}

// memory holds a portal's files.
type memory struct {
	mu    sync.Mutex
	files serve.Files
}

// Put keeps one file.
func (m *memory) Put(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = data
	return nil
}
