// Package report prints findings for machines: as plain JSON, as SARIF 2.1.0 (what GitHub, GitLab and editors read),
// and as GitLab's code quality report. The words are those of the catalogue in the language that is asked for.
//
//	err := report.Write(os.Stdout, report.SARIF, findings, diag.Vi)
//
// Equal findings give equal bytes. A fingerprint names a finding for as long as its code, its file and the words of its
// line stay, wherever the line moves: so that an old fault is not told as a new one.
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"bangvang/internal/diag"
)

// A Format is a form of findings.
type Format string

// The formats, by the words of the command line.
const (
	JSON        Format = "json"
	SARIF       Format = "sarif"
	CodeQuality Format = "codequality"
)

// Formats lists them.
func Formats() []string { return []string{string(JSON), string(SARIF), string(CodeQuality)} }

// Write prints findings in a format. The error is the writer's.
func Write(w io.Writer, format Format, findings []diag.Finding, lang diag.Lang) error {
	switch format {
	case SARIF:
		return Encode(w, sarifOf(findings, lang))
	case CodeQuality:
		return Encode(w, codeQualityOf(findings, lang))
	}
	return Encode(w, map[string]any{"findings": List(findings, lang)})
}

// Encode prints a value as JSON for people and machines: indented, with Vietnamese letters and "<" as they are.
func Encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// A Finding is the JSON form of a finding.
type Finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`   // of a workbook, the row
	Column   int    `json:"column"` // of a workbook, the column's number
	Sheet    string `json:"sheet,omitempty"`
	Cell     string `json:"cell,omitempty"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// List returns the JSON form of findings, in their order; never nil.
func List(findings []diag.Finding, lang diag.Lang) []Finding {
	list := make([]Finding, 0, len(findings))
	for _, f := range findings {
		list = append(list, Finding{f.File, f.Pos.Line, f.Pos.Column, f.Pos.Sheet, f.Pos.Cell(), f.Severity.String(), f.Code, f.Message(lang), f.Hint(lang)})
	}
	return list
}

// fingerprints names each finding by its code, its file and the words of its line, a second one like it by its number.
func fingerprints(findings []diag.Finding) []string {
	out, seen := make([]string, len(findings)), map[string]int{}
	for i, f := range findings {
		line := strings.Join(strings.Fields(f.Quote), " ")
		if f.Pos.Sheet != "" {
			line = f.Pos.String()
		}
		name := strings.Join([]string{f.Code, f.File, line}, "\x00")
		seen[name]++
		sum := sha256.Sum256([]byte(name + "\x00" + strconv.Itoa(seen[name])))
		out[i] = hex.EncodeToString(sum[:16])
	}
	return out
}

// whole is what was found and how to mend it, as one text.
func whole(f diag.Finding, lang diag.Lang) string {
	return strings.TrimSpace(f.Message(lang) + " " + f.Hint(lang))
}
