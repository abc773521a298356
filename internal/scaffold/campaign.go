package scaffold

import (
	"cmp"
	"path"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
)

// Folder is where campaigns stand.
const Folder = "content/phong-trao/"

// A Campaign is what a new campaign's folder is made from.
type Campaign struct {
	Name         string
	From, To     campaign.Day
	Number       string // number and symbol of its act, "" where the author has yet to fill it in
	Signed       campaign.Day
	Issuer       string // who issues it and writes its pages
	Block        string // the block's name
	Units        []Unit // who competes
	Own          []Unit // those of them that the campaign's own registry is to hold
	Criteria     []Criterion
	Illustrative bool
	Public       bool   // no drafts
	Summary      string // "" where the author has yet to write it
	Body         string
}

// ID returns the campaign's folder below phong-trao: its name in plain letters.
func (c Campaign) ID() string { return Name(c.Name) }

// BlockID returns the block's id.
func (c Campaign) BlockID() string { return Name(c.Block) }

// Files returns the plan, the criteria and, where it has units of its own, their registry.
func (c Campaign) Files() []File {
	folder := Folder + c.ID() + "/"
	files := []File{{folder + "_index.md", c.hub()}, {folder + "ke-hoach.md", c.plan()}, c.criteria(folder)}
	if len(c.Own) > 0 {
		files = append(files, File{folder + "don-vi.md", Registry("Đơn vị của phong trào "+c.Name, c.Own, c.Illustrative)})
	}
	return files
}

// hub is the page that has the campaign's name and leads to all of it.
func (c Campaign) hub() []byte {
	list := append(only(!c.Public, raw("draft", "true")), is("title", c.Name))
	return whole(document.TypeSection, append(list, only(c.Illustrative, raw("illustrative", "true"))...), "")
}

func (c Campaign) plan() []byte {
	ids := make([]string, len(c.Units))
	for i, u := range c.Units {
		ids[i] = u.ID
	}
	list := append(opening(document.TypePlan, !c.Public),
		is("title", "Kế hoạch phong trào “"+c.Name+"”"),
		is("summary", cmp.Or(c.Summary, Fill("một câu tóm tắt"))),
		raw("date", string(c.Signed)), is("author", c.Issuer), is("source", c.Issuer),
	)
	list = append(list, only(c.Illustrative, raw("illustrative", "true"))...)
	list = append(list,
		under("document", is("number", cmp.Or(c.Number, Fill("số")+"/KH-UBND")), raw("date", string(c.Signed)), is("issuer", c.Issuer),
			later("signer", "{name: Họ và tên, title: Chủ tịch, authority: TM.}"), later("file", "ke-hoach.pdf")),
		raw("period", "{from: "+string(c.From)+", to: "+string(c.To)+"}"),
		rows("blocks", []string{"- {id: " + c.BlockID() + ", name: " + scalar(c.Block) + ", units: " + flow(ids) + "}"}),
		later("phases", "[{name: Phát động, from: "+string(c.From)+"}, {name: Tổng kết, from: "+string(c.To)+"}]"),
		later("prizes", "[{id: nhat, title: Giải nhất, block: "+c.BlockID()+", count: 1}]"),
		later("commendations", "[{id: gk, title: Giấy khen, for: persons, count: 3}]"),
	)
	return whole(document.TypePlan, list, cmp.Or(c.Body, Fill("mục đích, yêu cầu và cách tổ chức")+"\n"))
}

func (c Campaign) criteria(folder string) File {
	return Criteria{
		Campaign: c.Name, Block: c.BlockID(), Author: c.Issuer, List: c.Criteria, Public: c.Public, Path: path.Join(folder, "tieu-chi.md"),
	}.File()
}

// Criteria is what a criteria file is made from.
type Criteria struct {
	Campaign string // its name
	Block    string // id
	Author   string
	List     []Criterion // nil: an example to be filled in
	Public   bool
	Path     string
}

// File returns the criteria file.
func (c Criteria) File() File {
	list := c.List
	if len(list) == 0 {
		list = []Criterion{{ID: "1", Name: Fill("tên lĩnh vực"), Items: []Criterion{
			{ID: "1.1", Name: Fill("tên tiêu chí"), Max: "10"}, {ID: "1.2", Name: Fill("tên tiêu chí"), Max: "10"},
		}}, {ID: "2", Name: Fill("tên tiêu chí"), Max: "10"}}
	}
	entries := append(opening(document.TypeCriteria, !c.Public),
		is("title", "Tiêu chí phong trào “"+c.Campaign+"”"),
		is("author", c.Author), is("source", c.Author),
		raw("blocks", flow([]string{c.Block})),
		under("scoring", raw("basis", "points"), raw("rank_by", "total"), raw("decimals", "2")),
		rows("criteria", rowsOf(list)),
		later("adjustments", "{bonus: {max: 5}, penalty: {max: 10}}"),
		later("bands", "[{name: Xuất sắc, from: 90}, {name: Tốt, from: 80}, {name: Khá, from: 65}, {name: Đạt, from: 0}]"),
		later("ties", `{method: competition, break_by: [{criterion: "1"}]}`),
	)
	return File{c.Path, whole(document.TypeCriteria, entries, "")}
}
