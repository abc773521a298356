package report

import "bangvang/internal/diag"

// The parts of GitLab's code quality report.
type (
	quality struct {
		Description string          `json:"description"`
		Check       string          `json:"check_name"`
		Fingerprint string          `json:"fingerprint"`
		Severity    string          `json:"severity"`
		Location    qualityLocation `json:"location"`
	}
	qualityLocation struct {
		Path  string       `json:"path"`
		Lines qualityLines `json:"lines"`
	}
	qualityLines struct {
		Begin int `json:"begin"`
	}
)

// codeQualityOf lists findings; what an author has waived is no longer one. A file as a whole, and a workbook, stands at
// line 1.
func codeQualityOf(findings []diag.Finding, lang diag.Lang) []quality {
	list, prints := []quality{}, fingerprints(findings)
	for i, f := range findings {
		if f.WaivedFor != "" {
			continue
		}
		severity, line := "major", 1
		if f.Severity == diag.Warning {
			severity = "minor"
		}
		if f.Pos.Sheet == "" {
			line = max(f.Pos.Line, 1)
		}
		list = append(list, quality{whole(f, lang), f.Code, prints[i], severity, qualityLocation{f.File, qualityLines{line}}})
	}
	return list
}
