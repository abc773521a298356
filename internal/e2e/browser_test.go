package e2e

import (
	"context"
	_ "embed" // for what runs in the page
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/observe.js
var observeScript string

//go:embed testdata/facts.js
var factsScript string

//go:embed testdata/text.js
var textScript string

//go:embed testdata/focus.js
var focusScript string

// patience is how long one step in the browser may take; only a fault uses it up.
const patience = 60 * time.Second

// chromium returns the path of the browser, or ends the test.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	without(t, "CHROMIUM IS NOT HERE: no page was looked at (Debian: apt-get install chromium, or set CHROMIUM)")
	return ""
}

// without ends a test that lacks something: skipped, or failed where CI is set.
func without(t *testing.T, missing string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(missing)
	}
	t.Skip(missing)
}

// browser starts a Chromium of its own for one test and returns its context.
func browser(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("hide-scrollbars", true),
	)
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return ctx
}

// A device is how a page is looked at.
type device struct {
	width, height int64
	dark          bool
	noScript      bool
	forced        bool // the reader's colours instead of the page's, as in the high contrast of Windows
}

var (
	phone  = device{width: 320, height: 640}
	tablet = device{width: 768, height: 1024}
	laptop = device{width: 1280, height: 800}
	zoomed = device{width: 320, height: 200} // the laptop at 400 %
)

func (d device) scheme() string {
	if d.dark {
		return "dark"
	}
	return "light"
}

func (d device) colours() string {
	if d.forced {
		return "active"
	}
	return "none"
}

// A tab is one page after the other on one device.
type tab struct {
	*testing.T
	ctx    context.Context
	device device
	shift  float64 // the largest of all that [tab.faults] has looked at

	mu       sync.Mutex
	errors   []string // what the console said
	requests []string // addresses asked for
}

// open opens a tab in a browser.
func open(t *testing.T, browser context.Context, d device) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	b := &tab{T: t, ctx: ctx, device: d}
	if err := chromedp.Listen(ctx, b.note); err != nil {
		t.Fatal(err)
	}
	send(b, network.Enable, network.EnableParams{})
	send(b, log.Enable, cdp.Empty{})
	send(b, runtime.Enable, cdp.Empty{})
	send(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: d.width, Height: d.height, ScreenWidth: d.width, ScreenHeight: d.height, DeviceScaleFactor: 1, Mobile: d.width < 1000,
	})
	b.medium("screen", d.scheme())
	send(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: d.noScript})
	send(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: observeScript})
	return b
}

// medium shows the page on "screen" or in "print", with the colour scheme "light" or "dark".
func (b *tab) medium(media, scheme string) {
	b.Helper()
	send(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: media,
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"}, // nothing is looked at while it still moves
			{Name: "forced-colors", Value: b.device.colours()},
		},
	})
}

// send gives the tab a command of the protocol.
func send[P, R any](b *tab, command cdp.Command[P, R], p P) R {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	r, err := chromedp.Call(ctx, command, p)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// evaluate runs a script in the page, waits for its promise and returns its value.
func evaluate[T any](b *tab, script string) T {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	return value
}

// note hears what happens in the tab.
func (b *tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.errors = append(b.errors, fmt.Sprintf("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			b.errors = append(b.errors, fmt.Sprintf("console.%s", e.Type))
		}
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, e.ExceptionDetails.Text)
	}
}

// visit loads a page.
func (b *tab) visit(address string) {
	b.Helper()
	b.mu.Lock()
	b.errors, b.requests = nil, nil
	b.mu.Unlock()
	b.do(chromedp.Navigate(address))
}

// facts is what testdata/facts.js says.
type facts struct {
	Lang       string
	H1         int
	Width      int64
	Widest     []string
	Shift      float64
	Moved      []string
	Violations []string
	Broken     []string
}

// faults visits a page and says what is wrong with it, beside its text and the keyboard.
func (b *tab) faults(address string) (found []string) {
	b.Helper()
	b.visit(address)
	f := evaluate[facts](b, factsScript)
	say := func(wrong bool, format string, args ...any) {
		if wrong {
			found = append(found, fmt.Sprintf(format, args...))
		}
	}
	b.shift = max(b.shift, f.Shift)
	say(f.Lang != edition(address), "lang is %q", f.Lang)
	say(f.H1 != 1, "%d h1", f.H1)
	say(f.Width > b.device.width, "scrolls sideways: %d px wide on %d, by %q", f.Width, b.device.width, f.Widest)
	say(f.Shift != 0, "layout shift %.4f: %q", f.Shift, f.Moved)
	say(len(f.Violations) > 0, "policy: %q", f.Violations)
	say(len(f.Broken) > 0, "pictures do not load: %q", f.Broken)
	b.mu.Lock()
	defer b.mu.Unlock()
	say(len(b.errors) > 0, "console: %q", b.errors)
	for _, r := range b.requests {
		say(elsewhere(r, address), "asks another host: %s", r)
	}
	return found
}

// edition is the language of a page by its address.
func edition(address string) string {
	if strings.Contains(address, base+"en/") {
		return "en"
	}
	return "vi"
}

// elsewhere reports whether a request leaves the host of the page.
func elsewhere(request, page string) bool {
	r, err := url.Parse(request)
	if err != nil || r.Scheme == "data" || r.Scheme == "blob" {
		return err != nil
	}
	p, err := url.Parse(page)
	return err != nil || r.Host != p.Host
}

// text is the words of a page, line by line.
func (b *tab) text(address string) []string {
	b.Helper()
	b.visit(address)
	return evaluate[[]string](b, textScript)
}

// missing returns the lines that are not in have, whatever the order.
func missing(want, have []string) (lines []string) {
	all := "\n" + strings.Join(have, "\n") + "\n"
	for _, line := range want {
		if !strings.Contains(all, "\n"+line+"\n") {
			lines = append(lines, line)
		}
	}
	return lines
}
