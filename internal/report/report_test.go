package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/report"
)

func finding(code, file string, line int, quote string, args diag.Args) diag.Finding {
	f := diag.New(code, file, diag.Pos{Line: line, Column: 1}, args)
	f.Quote = quote
	return f
}

func written(t *testing.T, format report.Format, lang diag.Lang, fs ...diag.Finding) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, format, fs, lang); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) {
		t.Fatalf("no JSON: %s", out.String())
	}
	return out.String()
}

// prints returns the fingerprints of findings in SARIF and the code quality report, which must be the same.
func prints(t *testing.T, fs ...diag.Finding) []string {
	t.Helper()
	var log struct {
		Runs []struct {
			Results []struct {
				Partial map[string]string `json:"partialFingerprints"`
			}
		}
	}
	var list []struct{ Fingerprint string }
	if json.Unmarshal([]byte(written(t, report.SARIF, diag.Vi, fs...)), &log) != nil ||
		json.Unmarshal([]byte(written(t, report.CodeQuality, diag.En, fs...)), &list) != nil {
		t.Fatal("not the forms that were asked for")
	}
	var out []string
	for i, r := range log.Runs[0].Results {
		if r.Partial["bangvang/v1"] != list[i].Fingerprint {
			t.Errorf("two fingerprints for one finding")
		}
		out = append(out, list[i].Fingerprint)
	}
	return out
}

func TestAFingerprintStaysWhenItsLineMovesAndIsNoOthers(t *testing.T) {
	args := diag.Args{"key": "dat", "keys": "date"}
	was := prints(t, finding("unknown-key", "content/a.md", 3, "dat:  1", args))[0]
	if got := prints(t, finding("unknown-key", "content/a.md", 9, "  dat: 1", args))[0]; got != was {
		t.Error("it changes with the line's number or its blanks")
	}
	for _, other := range []diag.Finding{
		finding("unknown-key", "content/b.md", 3, "dat: 1", args), finding("duplicate-key", "content/a.md", 3, "dat: 1", args),
		finding("unknown-key", "content/a.md", 3, "dat: 2", args),
	} {
		if prints(t, other)[0] == was {
			t.Errorf("%v has the fingerprint of another", other)
		}
	}
	if two := prints(t, finding("unknown-key", "content/a.md", 3, "dat: 1", args), finding("unknown-key", "content/a.md", 4, "dat: 1", args)); two[0] == two[1] {
		t.Error("two findings in lines of the same words have one fingerprint")
	}
}

func TestAPlaceIsARegionOrACell(t *testing.T) {
	text := finding("unknown-key", "content/Kế hoạch.md", 3, "dat: 1", nil)
	cell := diag.New("unknown-unit", "content/bảng.xlsx", diag.Pos{Sheet: "Điểm", Line: 7, Column: 3}, nil)
	whole := diag.New("site-missing", "content/site.yaml", diag.Pos{}, nil)
	got := written(t, report.SARIF, diag.En, text, cell, whole)
	for _, want := range []string{
		`"uri": "content/K%E1%BA%BF%20ho%E1%BA%A1ch.md"`, `"startLine": 3`, `"fullyQualifiedName": "Điểm!C7"`, `"language": "en"`, `"level": "error"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	if strings.Count(got, "startLine") != 1 {
		t.Error("a cell or a whole file has a line")
	}
}

func TestNothingFoundIsAnEmptyListAndNotNull(t *testing.T) {
	for _, format := range report.Formats() {
		if got := written(t, report.Format(format), diag.Vi); strings.Contains(got, "null") {
			t.Errorf("%s: %s", format, got)
		}
	}
}

func TestAWaivedFindingIsSuppressedOrLeftOut(t *testing.T) {
	f := finding("image-alt", "content/a.md", 3, "![](a.png)", nil)
	f.WaivedFor = "Ảnh trang trí"
	if got := written(t, report.SARIF, diag.Vi, f); !strings.Contains(got, `"justification": "Ảnh trang trí"`) {
		t.Errorf("SARIF does not tell the reason:\n%s", got)
	}
	if got := written(t, report.CodeQuality, diag.Vi, f); strings.TrimSpace(got) != "[]" {
		t.Errorf("code quality counts it: %s", got)
	}
}
