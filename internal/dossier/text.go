package dossier

import (
	"fmt"
	"io"
	"strings"

	"bangvang/internal/diag"
)

// text writes the outline for a terminal. The findings are left to the caller, who prints those of all commands alike.
func (d *Dossier) text(w io.Writer) error {
	var b strings.Builder
	b.WriteString(d.compared() + "\n")
	for _, s := range d.sections() {
		fmt.Fprintf(&b, "\n%s\n", heading(s))
		for _, l := range s.Lines {
			fmt.Fprintf(&b, "  %s\n", l)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func heading(s section) string {
	if s.Note == "" {
		return s.Title
	}
	return s.Title + " – " + s.Note
}

// markdown writes the review as a comment of a pull request: what stops it and what changes stand open, the rest can be
// unfolded.
func (d *Dossier) markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s\n", escape(d.Verdict()), escape(d.compared()))
	d.markFindings(&b)
	for _, s := range d.sections() {
		fmt.Fprintf(&b, "\n### %s\n\n", escape(heading(s)))
		for _, l := range s.Lines {
			fmt.Fprintf(&b, "- %s\n", escape(l))
		}
	}
	for _, one := range d.tables() {
		fmt.Fprintf(&b, "\n<details><summary>%s</summary>\n\n", escape(one.Title))
		fmt.Fprintf(&b, "| %s | %s | %s |\n|---|---|---|\n", d.say("Đơn vị", "Unit"), d.say("Trước", "Before"), d.say("Nay", "After"))
		for _, row := range one.Rows {
			name, was, now := escape(row.Unit), escape(row.Was.inline()), escape(row.Now.inline())
			if row.Differs {
				name, now = "**"+name+"**", "**"+now+"**"
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", name, was, now)
		}
		b.WriteString("\n</details>\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (d *Dossier) markFindings(b *strings.Builder) {
	for _, f := range d.Findings {
		fmt.Fprintf(b, "\n- **%s** `%s`: %s `%s`\n", d.severity(f), where(f), escape(f.Message(d.Lang)), f.Code)
		if hint := f.Hint(d.Lang); hint != "" {
			fmt.Fprintf(b, "  → %s\n", escape(hint))
		}
	}
}

func where(f diag.Finding) string {
	switch {
	case f.Pos.Sheet != "":
		return f.File + ":" + f.Pos.String()
	case f.Pos.Line == 0:
		return f.File
	}
	return fmt.Sprintf("%s:%d", f.File, f.Pos.Line)
}

func (d *Dossier) severity(f diag.Finding) string {
	if f.Severity == diag.Warning {
		return d.say("Cảnh báo", "Warning")
	}
	return d.say("Lỗi", "Error")
}

// marks is what Markdown and HTML would take for their own.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`,
	"[", `\[`, "]", `\]`, "#", `\#`, "\n", " ", "~", `\~`, "@", "&#64;", "!", `\!`)

// escape keeps an author's words from becoming markup, a mention or a picture in the comment.
func escape(text string) string { return marks.Replace(text) }
