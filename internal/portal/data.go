package portal

import (
	"bytes"
	"encoding/csv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

// data plans the files beside a ranking and returns them as downloads.
func (p *planner) data(m *ranking) []view.File {
	r := m.round
	var out []view.File
	for _, f := range []struct {
		name, kind string
		bytes      func(*planner) []byte
	}{
		{"bang-xep-hang.csv", "CSV", m.csv},
		{"bang-xep-hang.json", "JSON", m.json},
		{"bang-xep-hang.xlsx", "Excel", m.xlsx},
	} {
		address := r.Page.Address + f.name
		size := p.publish(address, "dữ liệu của bảng xếp hạng", r.Page.Doc, func() []byte { return f.bytes(p) })
		out = append(out, view.File{Text: f.name, Href: p.Href(address), Type: f.kind, Size: p.size(size)})
	}
	return out
}

// csv prints the model for spreadsheets: a byte order mark, commas between the cells, figures as the page
// shows them. The rows stand in the page's order, the unranked last.
func (m *ranking) csv(p *planner) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	write := func(cells []string) {
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = w.Write(cells) // a bytes.Buffer takes everything
	}
	columns := m.fields(p)
	heads := make([]string, len(columns))
	for i, f := range columns {
		heads[i] = f.head
	}
	write(heads)
	for i := range m.rows {
		write(cells(columns, &m.rows[i]))
	}
	w.Flush()
	return b.Bytes()
}

// harmless keeps a spreadsheet from running a cell as a formula; numbers stay numbers.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	plain := strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(cell, ".", ""), ",", "."), "%")
	if _, err := campaign.ParseDecimal(strings.TrimPrefix(plain, "+")); err == nil {
		return cell
	}
	return "'" + cell
}

// jsonTable is the shape of bang-xep-hang.json.
type jsonTable struct {
	Title        string       `json:"title"`
	Campaign     string       `json:"campaign"`
	Round        string       `json:"round"`
	Block        string       `json:"block"`
	BlockName    string       `json:"block_name"`
	Date         campaign.Day `json:"date"`
	Page         string       `json:"page"`
	Decision     string       `json:"decision,omitempty"`
	Source       string       `json:"source,omitempty"`
	Provisional  bool         `json:"provisional"`
	Illustrative bool         `json:"illustrative"`
	Units        int          `json:"units"`
	Sentence     string       `json:"sentence"`
	Criteria     []jsonColumn `json:"criteria"`
	Rows         []jsonRow    `json:"rows"`
}

type jsonColumn struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// jsonRow is one unit; numbers are decimal strings, null where there is none.
type jsonRow struct {
	Rank         *int               `json:"rank"`
	Tied         bool               `json:"tied"`
	Unit         string             `json:"unit"`
	Name         string             `json:"name"`
	Total        *string            `json:"total"`
	Max          *string            `json:"max"`
	Percent      *string            `json:"percent"`
	Band         *string            `json:"band"`
	Change       *int               `json:"change"`
	PointsChange *string            `json:"points_change"`
	Reason       *string            `json:"reason"`
	Scores       map[string]*string `json:"scores"`
	Bonus        *string            `json:"bonus,omitempty"`
	Penalty      *string            `json:"penalty,omitempty"`
	Computed     *string            `json:"computed_total,omitempty"`
	Account      explain.Reckoning  `json:"account"` // how the row came about
}

func (m *ranking) json(p *planner) []byte {
	r := m.round
	t := jsonTable{
		Title: r.Page.Doc.Header.Title, Campaign: r.Campaign.ID, Round: r.Results.Round, Block: r.Block.ID, BlockName: r.Block.Name,
		Date: p.dateOf(r.Page).Day, Page: p.URL(r.Page.Address), Source: r.Page.Doc.Header.Source, Provisional: r.Results.Provisional,
		Illustrative: p.illustrative(r.Page), Units: r.Standings.Units, Sentence: m.sentence,
		Criteria: []jsonColumn{}, Rows: []jsonRow{},
	}
	if r.Results.Document != nil {
		t.Decision = r.Results.Document.Number
	}
	for _, c := range m.columns {
		t.Criteria = append(t.Criteria, jsonColumn{c.id, c.name})
	}
	for i := range m.rows {
		t.Rows = append(t.Rows, m.jsonRow(&m.rows[i]))
	}
	return encodeJSON(t)
}

func (m *ranking) jsonRow(l *line) jsonRow {
	row := jsonRow{
		Tied: l.row.Tied, Unit: l.row.Unit.ID, Name: viet.NFC(l.row.Unit.Name), Total: text(l.total), Max: text(l.max),
		Percent: text(l.percent), Band: text(l.row.Band), Change: l.change, PointsChange: text(l.pointsChange), Reason: text(l.reason),
		Bonus: text(l.bonus), Penalty: text(l.penalty), Computed: text(l.ours), Scores: map[string]*string{},
	}
	if l.rank > 0 {
		row.Rank = &l.rank
	}
	row.Account = Account(m.round, l.row, m.Lang).Reckoning
	for i, c := range m.columns {
		row.Scores[c.id] = text(l.scores[i])
	}
	return row
}

// Account tells how a row came about, and the decided awards that rest on it.
func Account(r *site.Round, row *campaign.Row, lang diag.Lang) explain.Account {
	account := explain.Row(r.Standings, row, lang)
	for _, g := range r.Given(row.Unit.ID) {
		account.Add(g.List, g.Index, g.Line().Place, lang)
	}
	return account
}

// text is a JSON string, null for an empty one.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
