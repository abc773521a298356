// Package dossier writes a review for people and machines: as text for a terminal, as Markdown for a comment on a pull
// request, as JSON, and as one HTML page that needs nothing beside it.
//
// All four print one outline ([Dossier.sections]): what stops the change, what the public will read otherwise, what to
// look at before signing, who approved, which pages differ. The sentences are those of package review.
package dossier

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/report"
	"bangvang/internal/review"
)

// A Dossier is a review with what only its caller knows.
type Dossier struct {
	*review.Review
	Lang       diag.Lang
	Base, Head string   // what is compared, in words: "main (1a2b3c4d)"
	Unkept     []string // files of the work tree that no revision has
	// Findings are those of the rules of change and the new ones of the sources, sorted.
	Findings []diag.Finding
}

// New joins a review with its findings in one language.
func New(r *review.Review, base, head string, lang diag.Lang) *Dossier {
	out := &Dossier{Review: r, Lang: lang, Base: base, Head: head}
	out.Findings = append(out.Findings, r.Fresh...)
	if r.Readable() {
		out.Findings = append(out.Findings, r.Findings(lang)...)
	}
	out.Findings = diag.Sort(out.Findings)
	return out
}

// A Format is a form of the dossier.
type Format string

// The formats, by the words of the command line, beside those of package report, which hold the findings alone.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	JSON     Format = "json"
)

// Formats lists them.
func Formats() []string {
	return []string{string(Text), string(Markdown), string(HTML), string(JSON), string(report.SARIF), string(report.CodeQuality)}
}

// Write writes the dossier in a format. The error is the writer's.
func (d *Dossier) Write(w io.Writer, format Format) error {
	switch format {
	case Text:
		return d.text(w)
	case Markdown:
		return d.markdown(w)
	case HTML:
		return drawn.Execute(w, d.view())
	case JSON:
		return d.json(w)
	}
	return report.Write(w, report.Format(format), d.Findings, d.Lang)
}

// Stops tells that the change may not be published as it is.
func (d *Dossier) Stops() bool { return diag.Errors(d.Findings) > 0 }

// A section is a heading with lines below it.
type section struct {
	Title string
	Note  string // what is compared, the address
	Lines []string
}

func (d *Dossier) say(vi, en string) string { return diag.Text{Vi: vi, En: en}.In(d.Lang) }

// Verdict is what the review comes to, in one sentence.
func (d *Dossier) Verdict() string {
	switch n := diag.Errors(d.Findings); {
	case n > 0:
		return d.say(fmt.Sprintf("Chưa công bố được: %d điều phải sửa.", n), fmt.Sprintf("Not to be published as it is: %d to mend.", n))
	case !d.Readable():
		return d.say("Không đọc được cổng.", "The portal can't be read.")
	case d.Empty():
		return d.say("Không có gì thay đổi.", "Nothing changes.")
	case len(d.Changes) == 0:
		return d.say("Không có số liệu, thứ hạng, tên hay quyết định nào thay đổi.", "No figure, rank, name or decision changes.")
	}
	return d.say("Không có gì ngăn việc công bố.", "Nothing stops the publication.")
}

// compared says what was compared, as of when.
func (d *Dossier) compared() string {
	text := d.Base + " → " + d.Head
	if d.Readable() {
		now := d.Moment()
		text += d.say(", tại ", ", as of ") + now.Format("15:04") + d.say(" ngày ", " on ") + explain.Speech{Lang: d.Lang}.Date(now)
	}
	return text
}

// sections are everything but the verdict, the findings and the rankings, in the order of their weight.
func (d *Dossier) sections() []section {
	return full(append(append([]section{d.notes()}, d.facts()...), d.rest()...))
}

// rest is what stands behind the facts.
func (d *Dossier) rest() []section {
	return []section{d.alarms(), d.approvals(), d.pages(), d.theme()}
}

// full leaves out sections that have nothing to say.
func full(list []section) []section {
	return slices.DeleteFunc(list, func(s section) bool { return len(s.Lines) == 0 })
}

// notes say what to know of the two sides.
func (d *Dossier) notes() section {
	s := section{Title: d.say("Lưu ý", "Note")}
	base, _ := d.Sound()
	switch {
	case d.First():
		s.Lines = append(s.Lines, d.say("Bản gốc chưa có cổng: mọi thứ đều là mới.", "The base has no portal yet: everything is new."))
	case !base:
		s.Lines = append(s.Lines, d.say("Bản gốc có lỗi nên tự nó không xuất được; so sánh với những gì đọc được ở đó.", "The base has errors and could not be published itself; what can be read there is compared."))
	}
	if n := len(d.Unkept); n > 0 {
		s.Lines = append(s.Lines, d.say("Tệp trong thư mục làm việc chưa có trong git, nhưng cũng được đọc khi xuất ("+strconv.Itoa(n)+"): ", "Files of the work tree that are not in git, but are read for the portal too ("+strconv.Itoa(n)+"): ")+few(d.Unkept))
	}
	return s
}

// facts are the changes, a section for each publication.
func (d *Dossier) facts() []section {
	var out []section
	for _, c := range d.Changes {
		if last := len(out) - 1; last < 0 || out[last].Title != c.Publication.Title || out[last].Note != c.Publication.Address {
			out = append(out, section{Title: c.Publication.Title, Note: c.Publication.Address})
		}
		last := &out[len(out)-1]
		last.Lines = append(last.Lines, upper(c.Sentence(d.Lang))+".")
	}
	return out
}

func upper(text string) string {
	for i, c := range text {
		return strings.ToUpper(string(c)) + text[i+len(string(c)):]
	}
	return text
}

// alarms are what to look at before signing.
func (d *Dossier) alarms() section {
	s := section{Title: d.say("Cần nhìn kỹ trước khi ký", "To look at before signing")}
	for _, one := range d.Rankings {
		for _, a := range one.Alarms {
			s.Lines = append(s.Lines, one.Title+": "+d.alarm(a))
		}
	}
	return s
}

func (d *Dossier) alarm(a review.Alarm) string {
	who := a.Unit + d.say(", hạng ", ", rank ") + strconv.Itoa(a.Rank) + " (" + d.number(a.Figure) + ")"
	switch a.Kind {
	case review.NearTie:
		return who + d.say(": cách hạng kề bên ít hơn mức làm tròn.", ": closer to its neighbour's rank than the rounding shows.")
	case review.PrintsEqual:
		return who + d.say(": in ra bằng đơn vị kề bên nhưng khác hạng.", ": prints the same figure as its neighbour of another rank.")
	case review.AtEdge:
		return who + d.say(": được khen ở chỗ đồng hạng mà hết suất.", ": awarded where a shared rank meets the end of the quota.")
	}
	return who + d.say(": đồng hạng.", ": shares its rank.")
}

func (d *Dossier) number(plain string) string {
	digits, percent := strings.CutSuffix(plain, "%")
	text := explain.Speech{Lang: d.Lang}.Plain(digits)
	if percent {
		text += "%"
	}
	return text
}

// approvals are who approved the announcements that come or change.
func (d *Dossier) approvals() section {
	s := section{Title: d.say("Người duyệt", "Approved by")}
	for _, a := range d.Approvals {
		line := a.Publication.Title + ": " + a.By
		if day := a.Day(d.Lang); day != "" {
			line += ", " + day
		}
		line += " (" + a.At.String() + ")"
		if a.Committed != "" {
			line += "; " + a.Committed
		}
		s.Lines = append(s.Lines, line+".")
	}
	return s
}

// listed is how many pages or files are named one by one.
const listed = 20

// pages tell which addresses come, go and read otherwise; those that only look otherwise are counted.
func (d *Dossier) pages() section {
	s := section{Title: d.say("Các trang", "Pages")}
	groups := []struct {
		vi, en string
		match  func(review.PageChange) bool
		named  bool
	}{
		{"Trang mới", "New pages", func(p review.PageChange) bool { return p.Act == review.Added }, true},
		{"Trang không còn", "Pages that go", func(p review.PageChange) bool { return p.Act == review.Removed }, true},
		{"Trang đổi lời hoặc số", "Pages that read otherwise", func(p review.PageChange) bool { return p.Act == review.Changed && p.Words }, true},
		{"Trang chỉ đổi cách trình bày", "Pages that only look otherwise", func(p review.PageChange) bool { return p.Act == review.Changed && !p.Words }, false},
	}
	for _, g := range groups {
		var names []string
		for _, p := range d.Pages {
			if g.match(p) {
				names = append(names, p.Address)
			}
		}
		if len(names) > 0 {
			s.Lines = append(s.Lines, d.group(d.say(g.vi, g.en), names, g.named))
		}
	}
	var files []string
	for _, f := range d.Files {
		files = append(files, f.Path)
	}
	if len(files) > 0 {
		s.Lines = append(s.Lines, d.group(d.say("Tệp đính kèm, tệp giao diện", "Attached files, files of the theme"), files, true))
	}
	return s
}

func (d *Dossier) group(title string, names []string, named bool) string {
	text := title + ": " + strconv.Itoa(len(names))
	if !named {
		return text + "."
	}
	return text + " – " + few(names)
}

// few lists the first names and counts the rest.
func few(names []string) string {
	if len(names) <= listed {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:listed], ", ") + " … +" + strconv.Itoa(len(names)-listed)
}

// theme tells what the theme alone does.
func (d *Dossier) theme() section {
	s := section{Title: d.say("Giao diện", "Theme")}
	t := d.Theme
	if t.Empty() {
		return s
	}
	s.Lines = append(s.Lines, d.say("Giao diện mới vẽ khác "+strconv.Itoa(t.Pages)+" trang.", "The new theme draws "+strconv.Itoa(t.Pages)+" pages otherwise."))
	if len(t.Words) == 0 {
		s.Lines = append(s.Lines, d.say("Không chữ, không số nào trên các trang ấy đổi vì giao diện.", "No word and no figure on them changes by it."))
	}
	for _, p := range t.Words[:min(listed, len(t.Words))] {
		s.Lines = append(s.Lines, p.Address+": «"+p.Was+"» → «"+p.Now+"»")
	}
	return s
}
