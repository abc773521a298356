package review

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"strconv"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/viet"
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

func (t translation) sum() (sum [32]byte) {
	if t.doc != nil {
		sum = t.doc.Hash
	}
	return sum
}

// say adds what the translation says; everything else is said by the page itself.
func (t translation) say(s *Subject) {
	if t.doc == nil {
		return
	}
	own := s.where
	s.where = func(f Fact) Place {
		if f.Of == english {
			return Place{t.doc.Path, t.doc.Where(keys[f.Aspect]...).Line}
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
		text := c.What
		if c.Was != "" || c.Now != "" {
			text += ": " + c.Was + " → " + c.Now
		}
		text += " (" + c.Reason + ")"
		one := at(doc, OfCorrection, momentText(c.Date)+"|"+text, c.What, "corrections", i)
		one.sayOf(Said, "", Value{Plain: text})
		one.day(Date, c.Date)
		out = append(out, one)
	}
	for i, w := range doc.Header.Allow {
		one := at(doc, OfWaiver, w.Code, w.Code, "allow", i)
		one.say(Said, w.Reason)
		out = append(out, one)
	}
	return out
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
	file, _ := c.site.File(path.Join(path.Dir(doc.Path), act.File))
	sum := sha256.Sum256(file.Data)
	mark := hex.EncodeToString(sum[:4])
	self.sayOf(ActFile, "", Value{Plain: act.File + "|" + mark, Words: diag.Text{
		Vi: act.File + " (mã nội dung " + mark + ")", En: act.File + " (content " + mark + ")"}})
}

// settings are what site.yaml says on every page.
func (c *collection) settings() *Publication {
	s := c.site.Settings.Site
	p := &Publication{Topic: OfSite, Title: s.Title, Path: site.Content + "site.yaml", Public: true, IDs: []string{"site"}}
	p.subjects = func() []*Subject {
		self := &Subject{Topic: OfSite, Name: s.Title, where: func(f Fact) Place {
			return Place{p.Path, c.site.Settings.Finding("time-zone", nil, f.Of).Pos.Line}
		}}
		set := func(key, value string) { self.sayOf(Setting, key, Value{Plain: value}) }
		set("title", s.Title)
		set("organization", s.Organization)
		set("base_url", c.site.Origin+c.site.Base)
		set("language", s.Language)
		set("time_zone", c.site.Zone.String())
		set("notice", s.Notice)
		set("strict_from", momentText(s.StrictFrom))
		set("categories", strings.Join(s.Categories, ", "))
		if s.Contact != nil {
			set("contact", strings.Trim(strings.Join([]string{s.Contact.Name, s.Contact.Address, s.Contact.Phone, s.Contact.Email}, " – "), " –"))
		}
		if s.Licence != nil {
			set("licence", strings.TrimSpace(s.Licence.Name+" "+s.Licence.URL))
		}
		if s.Repository != nil {
			set("repository", strings.TrimSpace(s.Repository.URL+" "+s.Repository.Branch))
		}
		var menu []string
		for _, m := range s.Menu {
			menu = append(menu, m.Title+" "+m.To)
		}
		set("menu", strings.Join(menu, ", "))
		if s.Options.PageSize > 0 {
			set("page_size", strconv.Itoa(s.Options.PageSize))
		}
		return []*Subject{self}
	}
	return p
}

// registry joins all registries: a unit may move from one file to another and stays the same.
func (c *collection) registry() *Publication {
	p := &Publication{Topic: OfRegistry, Address: "/don-vi/", Public: true, IDs: []string{"registry"}}
	for _, page := range c.site.Register {
		p.docs = append(p.docs, page.Doc)
	}
	for _, h := range c.site.Hidden {
		if h.Doc.Units != nil {
			p.docs = append(p.docs, h.Doc)
		}
	}
	if len(p.docs) > 0 {
		p.Title, p.Path = p.docs[0].Header.Title, p.docs[0].Path
	}
	p.subjects = func() []*Subject {
		out := []*Subject{{Topic: OfRegistry, Name: p.Title, where: func(Fact) Place { return Place{File: p.Path} }}}
		for _, doc := range p.docs {
			out = append(out, remarks(doc)...)
			for i, u := range doc.Units.Units {
				out = append(out, c.entry(doc, i, u))
			}
		}
		return out
	}
	return p
}

func (c *collection) entry(doc *document.Document, i int, u document.Unit) *Subject {
	s := at(doc, OfEntry, u.ID, u.Name, "units", i)
	s.say(Name, viet.NFC(u.Name))
	s.say(UnitKind, u.Kind)
	s.day(From, u.From)
	s.day(To, u.To)
	s.say(Ended, u.Act)
	var names []string
	for _, id := range u.Became {
		names = append(names, c.unitName(id))
	}
	s.say(Became, strings.Join(names, ", "))
	s.flag(Illustrative, doc.Header.Illustrative)
	return s
}

func (c *collection) unitName(id string) string {
	if u, ok := c.site.Registry.Unit(id); ok {
		return u.Name
	}
	return id
}
