package portal

import (
	"bangvang/internal/diag"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

const dataAddress = "/du-lieu/"

// openData plans the page of all data, and datapackage.json, which describes them to programs. Rankings of
// invented data, withdrawn ones and those that only a preview shows are no open data.
func (p *planner) openData() {
	section := p.Sections[site.Content+"du-lieu/"]
	v := &view.OpenData{Intro: p.body(section), Licence: p.view.Licence}
	rounds := p.openRounds()
	for _, r := range rounds {
		v.Tables = append(v.Tables, p.dataTable(r))
	}
	for _, f := range p.openFields(rounds) {
		v.Columns = append(v.Columns, view.DataColumn{Name: f.head, Key: f.key, Type: kindNames[f.kind].In(p.Lang), Unit: f.measure.In(p.Lang), Meaning: f.meaning.In(p.Lang)})
	}
	address := dataAddress + "datapackage.json"
	size := p.publish(address, "mô tả dữ liệu mở", nil, func() []byte { return encodeJSON(p.dataPackage(rounds)) })
	v.Package = view.File{Text: "datapackage.json", Href: p.Href(address), Type: "JSON", Size: p.size(size)}
	pg := p.listPage(dataAddress, p.Say("Dữ liệu mở", "Open data"), section, v)
	p.describeData(pg, rounds)
	p.add(dataAddress, pg, p.doc(section), "trang dữ liệu mở")
}

// openRounds are the rankings whose data are open, newest campaign first.
func (p *planner) openRounds() []*site.Round {
	var out []*site.Round
	for _, c := range p.Campaigns {
		for _, r := range c.Rounds {
			if !p.illustrative(r.Page) && !r.Page.Hidden && r.Page.Doc.Header.Withdrawn == nil {
				out = append(out, r)
			}
		}
	}
	return out
}

func (p *planner) dataTable(r *site.Round) view.DataTable {
	v := view.DataTable{
		Link: *p.linkTo(r.Page), Campaign: p.hubLink(r.Campaign),
		Block: r.Block.Name + ", " + units(p.Speech, len(p.ranking(r).rows)), Day: p.day(p.dateOf(r.Page)),
		Provisional: r.Results.Provisional,
	}
	for _, f := range dataForms {
		address := r.Page.Address + f.file
		v.Files = append(v.Files, view.File{Text: f.name, Href: p.Href(address), Size: p.size(len(p.made[outputPath(address)]))})
	}
	return v
}

// openFields are the columns that any of the rankings has, criteria as one line for all.
func (p *planner) openFields(rounds []*site.Round) []field {
	used := map[string]bool{}
	for _, r := range rounds {
		for _, f := range p.ranking(r).fields(p) {
			used[f.key] = true
		}
	}
	var out []field
	for _, f := range dictionary {
		if used[f.key] {
			out = append(out, f)
		}
		if f.key == "name" && len(rounds) > 0 {
			out = append(out, field{head: "Mã và tên tiêu chí", key: "scores", kind: decimal, measure: points, meaning: diag.Text{
				Vi: "Mỗi tiêu chí chính một cột, ví dụ «1. Chỉ đạo, điều hành»; trong JSON là khóa theo mã tiêu chí. Để trống nếu không áp dụng hoặc chưa chấm.",
				En: "One column for each main criterion, such as “1. Chỉ đạo, điều hành”; in JSON a key by its code. Empty where it does not apply or is not scored yet."}})
		}
	}
	return out
}

// dataForms are the forms of a ranking's data.
var dataForms = []struct{ file, name, profile, media, suffix string }{
	{"bang-xep-hang.csv", "CSV", "tabular-data-resource", "text/csv", ""},
	{"bang-xep-hang.json", "JSON", "data-resource", "application/json", "-json"},
	{"bang-xep-hang.xlsx", "Excel", "data-resource", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "-excel"},
}
