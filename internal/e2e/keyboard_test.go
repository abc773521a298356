package e2e

import (
	"fmt"
	"math"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// mostStops is how many times Tab is pressed on a page before its rest is believed.
const mostStops = 250

// keyboardFaults walks a page with Tab alone and says which links were not reached, and where the focus could not be seen.
func (b *tab) keyboardFaults(address string) (found []string) {
	b.Helper()
	b.visit(address)
	visible := evaluate[[]int](b, `[...document.querySelectorAll('a[href]')].map((a, i) => a.checkVisibility() && a.getClientRects().length ? i : -1).filter((i) => i >= 0)`)
	reached := map[int]bool{}
	due := math.MaxInt // the links before this one have had their turn
	for n := range mostStops {
		stop := b.tabKey()
		if stop.Done {
			break
		}
		if n == mostStops-1 {
			due = stop.Link
		}
		if stop.Link >= 0 {
			reached[stop.Link] = true
		}
		if !stop.Marked {
			found = append(found, "the focus is not marked on "+stop.What)
		}
		if !stop.InView {
			found = append(found, fmt.Sprintf("the focus is out of sight on %s (%s)", stop.What, stop.Box))
		}
	}
	for _, link := range visible {
		if link < due && !reached[link] {
			what := evaluate[string](b, fmt.Sprintf(`document.querySelectorAll('a[href]')[%d].outerHTML.slice(0, 100)`, link))
			found = append(found, "Tab does not reach "+what)
		}
	}
	return found
}

// stop is what testdata/focus.js says.
type stop struct {
	Done           bool
	Link           int
	Marked, InView bool
	What, Box      string
}

func (b *tab) tabKey() stop {
	b.Helper()
	b.do(chromedp.KeyEvent(kb.Tab))
	return evaluate[stop](b, focusScript)
}
