package site

import (
	"slices"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

// rounds are a campaign with results of two years, and a proposal on those of the first.
func rounds() map[string]string {
	const folder = "phong-trao/thu/"
	results := func(year, a, b string) string {
		return article("type: results\nblock: xa\nround: \"" + year + "\"\nscores: {xa-a: {\"1\": " + a + "}, xa-b: {\"1\": " + b + "}}\n")
	}
	return map[string]string{
		"don-vi.md": text("type: units\nunits: [{id: xa-a, name: Xã A, kind: xa}, {id: xa-b, name: Xã B, kind: xa}, {id: p-a, name: Phòng A, kind: phong}]\n"),
		folder + "ke-hoach.md": text("type: plan\ndocument: {number: 1/KH-UBND, date: 2025-01-05, issuer: D}\nperiod: {from: 2025-01-05, to: 2026-12-31}\n" +
			"blocks: [{id: xa, name: Xã, units: [xa-a, xa-b]}, {id: phong, name: Phòng, units: [p-a]}]\nprizes: [{id: nhat, title: Giải nhất, band: Tốt, count: 1}]\n"),
		folder + "tieu-chi.md": text("type: criteria\nblocks: [xa]\nscoring: {basis: points, rank_by: total, decimals: 2}\n" +
			"criteria: [{id: \"1\", name: M, max: 10}]\nbands: [{name: Tốt, from: 80}]\n"),
		folder + "ket-qua/2025-xa.md": strings.Replace(results("2025", "9", "8"), "2026", "2025", 1),
		folder + "ket-qua/2026-xa.md": strings.Replace(results("2026", "8", "9"), "2026-01-01", "2026-04-01", 1),
		folder + "de-nghi.md":         text("type: awards\nstage: proposed\ndisclosure: {from: 2025-02-01, days: 5}\nawards: [{prize: nhat, unit: xa-a}]\n"),
	}
}

// errorCodes are the codes of the findings that are no warnings.
func errorCodes(findings []diag.Finding) (codes []string) {
	for _, f := range findings {
		if f.Severity == diag.Error {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// A proposal that tells no day but that of its term rests on the results of that time, whatever is published later.
func TestAProposalIsOfTheDayOnWhichItIsLaidOpen(t *testing.T) {
	s, _, findings := assemble(t, noon, rounds())
	if got := errorCodes(findings); len(got) > 0 {
		t.Error(got)
	}
	ann := s.Campaigns[0].Announcements[0]
	if r := ann.Lines[0].Round; ann.Day != "2025-02-01" || r == nil || r.Results.Round != "2025" {
		t.Errorf("of %q, on %v", ann.Day, r)
	}
}

// A prize for all blocks may ask for a band of criteria that are still hidden.
func TestABandIsUnknownOnlyWhereAllCriteriaAreKnown(t *testing.T) {
	files := rounds()
	const plan, criteria = "phong-trao/thu/ke-hoach.md", "phong-trao/thu/tieu-chi.md"
	files[plan] = strings.Replace(files[plan], "band: Tốt", "band: Giỏi", 1)
	delete(files, "phong-trao/thu/de-nghi.md")
	of := strings.NewReplacer("[xa]", "[phong]", "Tốt", "Giỏi").Replace(files[criteria])
	for what, c := range map[string]struct {
		text string
		want []string
	}{
		"shown":  {of, nil},
		"hidden": {strings.Replace(of, "title:", "publish: 2026-06-01\ntitle:", 1), nil},
		"others": {strings.Replace(of, "Giỏi", "Khá", 1), []string{"unknown-band"}},
	} {
		files["phong-trao/thu/tieu-chi-phong.md"] = c.text
		if _, _, findings := assemble(t, noon, files); !slices.Equal(errorCodes(findings), c.want) {
			t.Errorf("%s: %v, want %v", what, errorCodes(findings), c.want)
		}
	}
}

// Results are dated by their decision; what was corrected while they were provisional stays told.
func TestProvisionalResultsMayBeCorrectedBeforeTheirDecision(t *testing.T) {
	files := rounds()
	const results = "phong-trao/thu/ket-qua/2026-xa.md"
	early := strings.Replace(files[results], "type:", "corrections: [{date: 2026-03-20, what: Điểm của Xã A, was: \"7\", now: \"8\", reason: Cộng sót}]\ntype:", 1)
	for act, want := range map[string][]string{
		"": {"early-statement"}, "document: {number: 2/QĐ-UBND, date: 2026-04-01, issuer: D}\n": nil,
	} {
		files[results] = strings.Replace(early, "type:", act+"type:", 1)
		if _, _, findings := assemble(t, noon, files); !slices.Equal(errorCodes(findings), want) {
			t.Errorf("%q: %v, want %v", act, errorCodes(findings), want)
		}
	}
}

func TestAPrizeIsNotUnknownWhereThePlanWasNotUnderstood(t *testing.T) {
	const plan, prizes = "phong-trao/thu/ke-hoach.md", "prizes: [{id: nhat, title: Giải nhất, band: Tốt, count: 1}]"
	for text, want := range map[string][]string{
		"prizess: [{id: nhat, title: Giải nhất, count: 1}]": {"unknown-key"},
		"prizes: [{idd: nhat, title: Giải nhất, count: 1}]": {"unknown-key"},
		"prizes: [{title: Giải nhất, count: 1}]":            {"missing-key"},
		"prizes: nhat": {"want-list"},
		"prizes: [{id: nhi, title: Giải nhì, count: một}]": {"not-integer", "prize-unknown"},
		"prizes: [{id: nhi, title: Giải nhì, count: 1}]":   {"prize-unknown"},
	} {
		files := rounds()
		files[plan] = strings.Replace(files[plan], prizes, text, 1)
		if _, _, findings := assemble(t, noon, files); !slices.Equal(errorCodes(findings), want) {
			t.Errorf("%s: %v, want %v", text, errorCodes(findings), want)
		}
	}
}

func TestWhomACommendationIsForIsNotAskedWhereThePlanWasNotUnderstood(t *testing.T) {
	const plan, proposal = "phong-trao/thu/ke-hoach.md", "phong-trao/thu/de-nghi.md"
	for whom, want := range map[string]string{"tập thể": "unknown-value", "persons": "award-wrong-for"} {
		files := rounds()
		files[plan] = strings.Replace(files[plan], "prizes:", "commendations: [{id: gk, title: Giấy khen, for: "+whom+"}]\nprizes:", 1)
		files[proposal] = strings.Replace(files[proposal], "prize: nhat", "commendation: gk", 1)
		if _, _, findings := assemble(t, noon, files); !slices.Equal(errorCodes(findings), []string{want}) {
			t.Errorf("%s: %v, want %s", whom, errorCodes(findings), want)
		}
	}
}
