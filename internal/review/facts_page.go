package review

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
)

// header is what every page says: the page itself, its corrections, its waivers.
func (c *collection) header(p *Publication) []*Subject {
	doc, h := p.doc, p.doc.Header
	self := at(doc, p.Topic, "", p.Title)
	p.english.say(self)
	self.say(Title, h.Title)
	self.say(Summary, h.Summary)
	self.day(Date, h.Date)
	self.day(Updated, h.Updated)
	self.say(Author, h.Author)
	self.say(Source, h.Source)
	self.say(Category, h.Category)
	self.say(Tags, strings.Join(h.Tags, ", "))
	publish, expires := p.times()
	self.day(Publish, publish)
	self.day(Expires, expires)
	self.flag(Illustrative, h.Illustrative)
	self.say(Numbers, numbers(doc))
	c.attached(p, self)
	if a := h.Approved; a != nil {
		self.say(ApprovedBy, a.By)
		self.day(ApprovedOn, a.Date)
	}
	if w := h.Withdrawn; w != nil {
		self.sayOf(Withdrawn, "", Value{Plain: momentText(w.Date) + "|" + w.Act + "|" + w.Reason, Words: withdrawal(w)})
	}
	return append([]*Subject{self}, remarks(doc)...)
}

// figures are the numbers in a text, as they are written.
var figures = regexp.MustCompile(`\d+(?:[.,/]\d+)*`)

// numbers are the figures in the words of a document.
func numbers(doc *document.Document) string {
	return strings.Join(figures.FindAllString(doc.Header.Title+" "+doc.Header.Summary+" "+doc.Body.Text(), -1), " ")
}

// A translation is the English of a page's words; its document is nil where there is none.
type translation struct{ doc *document.Document }

// english marks facts of the translation.
const english = "(en)"

// say adds what the translation says; everything else is said by the page itself.
func (t translation) say(s *Subject) {
	if t.doc == nil {
		return
	}
	own := s.where
	s.where = func(f Fact) Place {
		if f.Of == english {
			return lineOf(t.doc.Path, t.doc.Where(keys[f.Aspect]...).Line)
		}
		return own(f)
	}
	s.sayOf(Title, english, Value{Plain: t.doc.Header.Title})
	s.sayOf(Summary, english, Value{Plain: t.doc.Header.Summary})
	s.sayOf(Numbers, english, Value{Plain: numbers(t.doc)})
}

func withdrawal(w *document.Withdrawal) diag.Text {
	on := momentText(w.Date)
	return diag.Text{Vi: "ngày " + day(on, diag.Vi) + ", lý do: " + w.Reason, En: "on " + day(on, diag.En) + ", reason: " + w.Reason}
}

// remarks are the corrections and waivers of a document.
func remarks(doc *document.Document) []*Subject {
	var out []*Subject
	for i, c := range doc.Header.Corrections {
		text := statement(&c) + " (" + c.Reason + ")"
		one := at(doc, OfCorrection, momentText(c.Date)+"|"+text, c.What, "corrections", i)
		one.sayOf(Said, "", Value{Plain: text})
		one.day(Date, c.Date)
		one.correction = &doc.Header.Corrections[i]
		out = append(out, one)
	}
	for i, w := range doc.Header.Allow {
		one := at(doc, OfWaiver, w.Code, w.Code, "allow", i)
		one.say(Said, w.Reason)
		out = append(out, one)
	}
	return out
}

// statement is what a correction says, without its reason.
func statement(c *document.Correction) string {
	if c.Was == "" && c.Now == "" {
		return c.What
	}
	return c.What + ": " + c.Was + " → " + c.Now
}

// act adds what a page says of the act that it makes public.
func (c *collection) act(self *Subject, doc *document.Document, act *document.Act) {
	if act == nil {
		return
	}
	self.say(ActNumber, act.Number)
	self.day(ActDate, act.Date)
	self.say(ActIssuer, act.Issuer)
	self.say(ActTitle, act.Title)
	if s := act.Signer; s != nil {
		self.say(ActSigner, strings.TrimSpace(s.Authority+" "+strings.TrimSpace(s.Title+" "+s.Name)))
	}
	if act.File == "" {
		return
	}
	mark := c.mark(path.Join(path.Dir(doc.Path), act.File))
	self.sayOf(ActFile, "", Value{Plain: act.File + "|" + mark, Words: diag.Text{
		Vi: act.File + " (mã nội dung " + mark + ")", En: act.File + " (content " + mark + ")"}})
}

// mark is by what people tell the content of a file.
func (c *collection) mark(name string) string {
	file, _ := c.site.File(name)
	sum := sha256.Sum256(file.Data)
	return hex.EncodeToString(sum[:4])
}

// attached adds the documents that an announcement, a plan or criteria link to. Those of news are listed with the files.
func (c *collection) attached(p *Publication, self *Subject) {
	act := site.ActOf(p.doc)
	for _, f := range p.files {
		if p.Topic == OfArticle || p.Topic == OfPage || path.Ext(f.Address) != ".pdf" || act != nil && f.Source == path.Join(path.Dir(p.doc.Path), act.File) {
			continue
		}
		mark := c.mark(f.Source)
		self.sayOf(Attached, path.Base(f.Address), Value{Plain: mark, Words: diag.Text{Vi: "mã nội dung " + mark, En: "content " + mark}})
	}
}
