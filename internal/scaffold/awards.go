package scaffold

import (
	"cmp"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
)

// Awards is what an awards file is made from.
type Awards struct {
	Folder   string // of the campaign
	Campaign string // its name
	Decided  bool   // a decision, not a proposal
	Author   string
	Today    campaign.Day
	Prizes   []string // the plan's ids of prizes
	Forms    []string // and of commendations
	Unit     string   // a unit's id, for the examples
}

// File returns the awards file: khen-thuong.md for a decision, de-nghi-khen-thuong.md for a proposal.
func (a Awards) File() File {
	name, title, stage := "de-nghi-khen-thuong.md", "Danh sách đề nghị khen thưởng ", "proposed"
	if a.Decided {
		name, title, stage = "khen-thuong.md", "Khen thưởng ", "decided"
	}
	list := append(opening(document.TypeAwards, true),
		is("title", title+"phong trào “"+a.Campaign+"”"),
		is("summary", Fill("một câu tóm tắt")),
		raw("date", string(a.Today)),
		is("author", a.Author), is("source", a.Author),
		raw("stage", stage),
	)
	if a.Decided {
		list = append(list, under("document", is("number", Fill("số")+"/QĐ-UBND"), raw("date", string(a.Today)), is("issuer", a.Author)))
	} else {
		list = append(list, under("disclosure", raw("from", string(a.Today)), raw("days", "10"), raw("working", "true"), is("contact", Fill("nơi nhận ý kiến"))))
	}
	list = append(list, entry{key: "awards", value: "[]", notes: a.examples()})
	return File{a.Folder + name, whole(document.TypeAwards, list, "")}
}

// examples are the awards that the plan offers, as lines to be filled in.
func (a Awards) examples() []string {
	notes := []string{" Thay [] ở trên bằng các dòng như dưới đây, xóa dấu # đầu dòng và điền cho đúng:"}
	unit := cmp.Or(a.Unit, "ma-don-vi")
	for _, id := range a.Prizes {
		notes = append(notes, "  - {prize: "+id+", unit: "+unit+", merit: Thành tích}")
	}
	for _, id := range a.Forms {
		notes = append(notes, "  - {commendation: "+id+", person: {name: Họ và tên, position: Chức vụ, unit: "+unit+"}, merit: Thành tích}")
	}
	if len(notes) == 1 {
		notes = append(notes, "  - {prize: nhat, unit: "+unit+", merit: Thành tích}")
	}
	return notes
}
