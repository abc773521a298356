package scaffold

import (
	"cmp"
	"path"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
)

// An Article is what a piece of news is made from.
type Article struct {
	Title    string
	Folder   string // "content/tin-tuc/2026/", or a campaign's "…/tin/"
	Author   string
	Today    campaign.Day
	Category string // one of the site's; "" where it has none
	Summary  string // "" where the author has yet to write it
	Body     string // "" where the author has yet to write it
	Public   bool
}

// File returns the article.
func (a Article) File() File {
	list := append(only(!a.Public, raw("draft", "true")),
		is("title", a.Title),
		is("summary", cmp.Or(a.Summary, Fill("một câu tóm tắt"))),
		raw("date", string(a.Today)),
		is("author", a.Author), is("source", a.Author),
	)
	list = append(list, only(a.Category != "", is("category", a.Category))...)
	list = append(list,
		later("tags", "[từ khóa thứ nhất, từ khóa thứ hai]"),
		later("image", "{src: anh.jpg, alt: Một câu tả ảnh}"),
		later("publish", string(a.Today)+"T08:00:00+07:00"),
		later("approved", "{by: Họ và tên, date: "+string(a.Today)+"}"),
	)
	return File{path.Join(a.Folder, Name(a.Title)+".md"), whole(document.TypeArticle, list, cmp.Or(a.Body, Fill("nội dung")+"\n"))}
}

// A Page is what an ordinary page, or with Section the first page of a folder, is made from.
type Page struct {
	Title   string
	Folder  string // "content/"
	Section bool
}

// File returns the page.
func (p Page) File() File {
	list := []entry{raw("draft", "true"), is("title", p.Title), is("summary", Fill("một câu tóm tắt"))}
	if p.Section {
		return File{path.Join(p.Folder, "_index.md"), whole(document.TypeSection, list, Fill("lời giới thiệu của mục")+"\n")}
	}
	list = append(list, later("image", "{src: anh.jpg, alt: Một câu tả ảnh}"), later("aliases", "[/dia-chi-cu/]"))
	return File{path.Join(p.Folder, Name(p.Title)+".md"), whole(document.TypePage, list, Fill("nội dung")+"\n")}
}
