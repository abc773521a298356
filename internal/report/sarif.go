package report

import (
	"net/url"
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// The parts of SARIF 2.1.0 that are written. Names are those of the standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string      `json:"id"`
		Short         sarifText   `json:"shortDescription"`
		Full          *sarifText  `json:"fullDescription,omitempty"`
		Help          sarifText   `json:"help"`
		Configuration sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification"`
	}
)

// sarifOf makes one run: the rules are the codes that were found, each with its reason and its example.
func sarifOf(findings []diag.Finding, lang diag.Lang) sarifLog {
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	run := sarifRun{
		Tool: sarifTool{sarifDriver{Name: "bangvang", Rules: []sarifRule{}}}, Language: language(lang),
		ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	for _, code := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(code, lang))
	}
	prints := fingerprints(findings)
	for i, f := range findings {
		index, _ := slices.BinarySearch(codes, f.Code)
		run.Results = append(run.Results, resultOf(f, index, prints[i], lang))
	}
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

func language(lang diag.Lang) string {
	if lang == diag.En {
		return "en"
	}
	return "vi"
}

func ruleOf(code string, lang diag.Lang) sarifRule {
	e, f := diag.Lookup(code), diag.Finding{Code: code}
	rule := sarifRule{
		ID: code, Short: sarifText{Text: f.Message(lang)}, Help: sarifText{f.Hint(lang), help(e, f, lang)},
		Configuration: sarifConfig{e.Severity.String()},
	}
	if why := e.Why.In(lang); why != "" {
		rule.Full = &sarifText{Text: why}
	}
	return rule
}

// help is the page of a rule: why, how to mend it, an example.
func help(e diag.Entry, f diag.Finding, lang diag.Lang) string {
	var parts []string
	if why := e.Why.In(lang); why != "" {
		parts = append(parts, why)
	}
	parts = append(parts, f.Hint(lang))
	for _, example := range []struct {
		title diag.Text
		text  string
	}{{diag.Text{Vi: "Trước", En: "Before"}, e.Before}, {diag.Text{Vi: "Sau", En: "After"}, e.After}} {
		if example.text != "" {
			parts = append(parts, example.title.In(lang)+":\n\n```\n"+example.text+"\n```")
		}
	}
	return strings.Join(parts, "\n\n")
}

func resultOf(f diag.Finding, rule int, print string, lang diag.Lang) sarifResult {
	at := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: f.File}).EscapedPath(), "%SRCROOT%"}}}
	switch {
	case f.Pos.Sheet != "": // a workbook has no lines
		at.Logical = []sarifLogical{{f.Pos.String()}}
	case f.Pos.Line > 0:
		at.Physical.Region = &sarifRegion{f.Pos.Line, f.Pos.Column}
	}
	result := sarifResult{
		RuleID: f.Code, RuleIndex: rule, Level: f.Severity.String(), Message: sarifText{Text: whole(f, lang)},
		Locations: []sarifLocation{at}, Fingerprints: map[string]string{"bangvang/v1": print},
	}
	if f.WaivedFor != "" {
		result.Suppressions = []sarifSuppression{{"inSource", f.WaivedFor}}
	}
	return result
}
