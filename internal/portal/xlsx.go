package portal

import (
	"strings"

	"bangvang/internal/workbook"
)

// plain reads a printed figure back as a plain decimal: "1.234,50%" is "1234.50".
func plain(printed string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.TrimSuffix(printed, "%"), ".", ""), ",", ".")
}

// xlsx prints the model for Excel: the cells of the CSV, with numbers as numbers.
func (m *ranking) xlsx(p *planner) []byte {
	t := workbook.Table{Sheet: "Bảng xếp hạng", Title: m.round.Page.Doc.Header.Title, Author: p.Settings.Site.Organization}
	fields := m.fields(p)
	for _, f := range fields {
		kind := workbook.Number
		switch f.kind {
		case words:
			kind = workbook.Text
		case percent:
			kind = workbook.Percent
		}
		t.Columns = append(t.Columns, workbook.Column{Head: f.head, Kind: kind})
	}
	for i := range m.rows {
		row := cells(fields, &m.rows[i])
		for k, f := range fields {
			if f.kind != words {
				row[k] = plain(row[k])
			}
		}
		t.Rows = append(t.Rows, row)
	}
	data, err := workbook.Write(t)
	if err != nil {
		panic("portal: the cells of a ranking can't fail to be written: " + err.Error())
	}
	return data
}
