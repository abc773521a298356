package e2e

import (
	"strings"
	"testing"
)

// eachPage runs a test on some pages of every kind of every portal.
func eachPage(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	for _, s := range sights(t) {
		t.Run(s.name, func(t *testing.T) { test(t, s.address) })
	}
}

// TestEveryKindOfPageIsLookedAt knows the kinds, so that none can drop out unseen.
func TestEveryKindOfPageIsLookedAt(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sights(t) {
		portal, _, _ := strings.Cut(s.name, " ")
		seen[portal+" "+s.kind] = true
	}
	for _, kind := range []string{
		"sample article", "sample awards decided illustrative", "sample awards proposed illustrative", "sample breakdown",
		"sample breakdown illustrative", "sample calendar", "sample campaign", "sample campaigns", "sample corrections-page",
		"sample criteria", "sample documents", "sample home", "sample list", "sample list continued", "sample not-found",
		"sample plan", "sample ranking", "sample ranking illustrative", "sample roll", "sample terms", "sample text",
		"sample unit", "sample units", "extreme ranking illustrative", "extreme breakdown illustrative", "extreme unit illustrative",
		"act roll", "bare home", "bare calendar", "bare campaigns", "bare corrections-page", "bare documents", "bare list", "bare roll", "bare units",
	} {
		if !seen[kind] {
			t.Errorf("no page of this kind: %s", kind)
		}
	}
}

func report(t *testing.T, faults []string) {
	t.Helper()
	for _, f := range faults {
		t.Error(f)
	}
}

func TestPagesHaveNoFaultOnAPhone(t *testing.T)  { noFaults(t, phone) }
func TestPagesHaveNoFaultOnATablet(t *testing.T) { noFaults(t, tablet) }
func TestPagesHaveNoFaultOnALaptop(t *testing.T) { noFaults(t, laptop) }

func noFaults(t *testing.T, d device) {
	b := open(t, browser(t), d)
	eachPage(t, func(t *testing.T, address string) {
		b.T = t
		report(t, b.faults(address))
	})
	t.Logf("largest layout shift at %d px: %.4f of 0", d.width, b.shift)
}

func TestPagesSayTheSameWithoutScripts(t *testing.T) {
	window := browser(t)
	with, without := open(t, window, phone), open(t, window, device{width: 320, height: 640, noScript: true})
	eachPage(t, func(t *testing.T, address string) {
		with.T, without.T = t, t
		plain := without.text(address)
		if len(plain) < 5 {
			t.Errorf("only %q stands there without scripts", plain)
		}
		for _, line := range missing(with.text(address), plain) {
			t.Errorf("only with scripts: %q", line)
		}
	})
}

func TestPagesAreUsedByKeyboardAlone(t *testing.T) {
	b := open(t, browser(t), laptop)
	eachPage(t, func(t *testing.T, address string) {
		b.T = t
		report(t, b.keyboardFaults(address))
	})
}

// TestPagesAreUsedByKeyboardAloneAt400Percent walks one page of each kind of the sample portal.
func TestPagesAreUsedByKeyboardAloneAt400Percent(t *testing.T) {
	b := open(t, browser(t), zoomed)
	walked := ""
	for _, s := range sights(t) {
		if s.kind == walked || !strings.HasPrefix(s.name, "sample ") {
			continue
		}
		walked = s.kind
		t.Run(s.name, func(t *testing.T) {
			b.T = t
			report(t, b.faults(s.address))
			report(t, b.keyboardFaults(s.address))
		})
	}
}
