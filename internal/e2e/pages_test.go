package e2e

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// eachPage runs a test on some pages of every kind.
func eachPage(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	p := sample(t)
	kinds := p.pages(t)
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for _, address := range kinds[kind] {
			t.Run(kind+" "+strings.TrimPrefix(address, p.url), func(t *testing.T) { test(t, address) })
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
