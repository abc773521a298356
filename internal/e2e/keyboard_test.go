package e2e

import (
	"fmt"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// mostStops is more than any page has, even a ranking of 150 rows: whoever presses Tab so often is caught in a circle.
const mostStops = 1000

// reachable numbers everything in a page that a mouse can use: links, buttons, fields, what opens, what scrolls sideways.
const reachable = `[...document.querySelectorAll('body *')].filter((e) =>
	(e.matches('a[href], button, input, select, textarea, summary') || e.scrollWidth > e.clientWidth && /auto|scroll/.test(getComputedStyle(e).overflowX)) &&
	e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length)`

// keyboardFaults walks a page with Tab alone and says what was not reached, and where the focus could not be seen.
func (b *tab) keyboardFaults(address string) (found []string) {
	b.Helper()
	b.visit(address)
	due := evaluate[int](b, `(window.__due = new Set(`+reachable+`)).size`)
	for n := 0; ; n++ {
		stop := b.tabKey()
		if stop.Done {
			break
		}
		if n == mostStops {
			return append(found, "Tab goes round in a circle, at "+stop.What)
		}
		if !stop.Marked {
			found = append(found, "the focus is not marked on "+stop.What)
		}
		if !stop.InView {
			found = append(found, fmt.Sprintf("the focus is out of sight on %s (%s)", stop.What, stop.Box))
		}
	}
	for _, what := range evaluate[[]string](b, `[...window.__due].map((e) => e.outerHTML.slice(0, 100))`) {
		found = append(found, "Tab does not reach "+what)
	}
	if due == 0 {
		found = append(found, "nothing is there to be reached")
	}
	return found
}

// stop is what testdata/focus.js says.
type stop struct {
	Done           bool
	Marked, InView bool
	What, Box      string
}

func (b *tab) tabKey() stop {
	b.Helper()
	b.do(chromedp.KeyEvent(kb.Tab))
	return evaluate[stop](b, focusScript)
}
