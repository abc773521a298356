package scaffold

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
)

// Results is what a results file and its score sheet are made from.
type Results struct {
	Folder    string // of the campaign, "content/phong-trao/trong-cay/"
	Campaign  string // its name
	Block     string // id
	BlockName string
	Round     string
	Author    string
	Today     campaign.Day
	Sheet     []byte // the score sheet; nil: a CSV of what follows
	Ending    string // of the sheet's name, ".xlsx"
	Units     []Unit
	Columns   []string   // headings: ids of the leaves, bonus, penalty
	Cells     [][]string // by unit and column; nil: empty
	Public    bool       // no draft
}

// Name returns the file's name without its ending: the round and the block.
func (r Results) Name() string { return Name(r.Round) + "-" + r.Block }

// Files returns the results file and its score sheet.
func (r Results) Files() []File {
	at, ending, sheet := r.Folder+"ket-qua/"+r.Name(), r.Ending, r.Sheet
	if sheet == nil {
		ending, sheet = ".csv", r.csv()
	}
	list := append(opening(document.TypeResults, !r.Public),
		is("title", "Kết quả phong trào “"+r.Campaign+"” – "+r.Round),
		is("summary", "Kết quả xếp hạng: "+r.BlockName+"."),
		raw("date", string(r.Today)),
		is("author", r.Author), is("source", r.Author),
		is("block", r.Block),
		raw("round", quoted(r.Round)),
		is("scores", r.Name()+ending),
		later("provisional", "true"),
		later("document", "{number: 96/TB-UBND, date: "+string(r.Today)+", issuer: "+scalar(r.Author)+"}"),
		later("previous", "ket-qua/dot-truoc-"+r.Block),
		later("sheets", "{self: "+r.Name()+"-tu-cham"+ending+"}"),
		later("excluded", "{ma-don-vi: Lý do không xếp hạng.}"),
	)
	return []File{{at + ".md", whole(document.TypeResults, list, "")}, {at + ending, sheet}}
}

// csv is a score sheet with a row for every unit, as Excel of a Vietnamese machine writes it: a byte order mark,
// semicolons, CRLF.
func (r Results) csv() []byte {
	var b strings.Builder
	b.WriteString("\ufeff")
	line := func(cells ...string) {
		for i, cell := range cells {
			if strings.ContainsAny(cell, ";\"\n") {
				cells[i] = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
		}
		b.WriteString(strings.Join(cells, ";") + "\r\n")
	}
	line(append([]string{"đơn vị", "tên"}, r.Columns...)...)
	for i, u := range r.Units {
		cells := make([]string, len(r.Columns))
		if i < len(r.Cells) {
			copy(cells, r.Cells[i])
		}
		line(append([]string{u.ID, u.Name}, cells...)...)
	}
	return []byte(b.String())
}
