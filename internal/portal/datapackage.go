package portal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"strings"

	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// A dataPackage is a descriptor after the Data Package, Data Resource, Tabular Data Resource, CSV Dialect and Table
// Schema specifications, version 1 (https://specs.frictionlessdata.io).
type dataPackage struct {
	Profile   string         `json:"profile"`
	Name      string         `json:"name"`
	Title     string         `json:"title"`
	Homepage  string         `json:"homepage"`
	Licenses  []dataLicence  `json:"licenses,omitempty"`
	Resources []dataResource `json:"resources"`
}

type dataLicence struct {
	Path  string `json:"path"`
	Title string `json:"title"`
}

// A dataResource is one file. Its path is a whole URL: the specification allows no way up from the descriptor.
type dataResource struct {
	Name        string       `json:"name"`
	Path        string       `json:"path"`
	Profile     string       `json:"profile"`
	Title       string       `json:"title"`
	Description string       `json:"description,omitempty"`
	Format      string       `json:"format"`
	MediaType   string       `json:"mediatype"`
	Encoding    string       `json:"encoding,omitempty"`
	Bytes       int          `json:"bytes"`
	Hash        string       `json:"hash"`
	Sources     []dataSource `json:"sources,omitempty"`
	Dialect     *dataDialect `json:"dialect,omitempty"`
	Schema      *dataSchema  `json:"schema,omitempty"`
}

type dataSource struct {
	Title string `json:"title"`
}

type dataDialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type dataSchema struct {
	Fields        []dataField `json:"fields"`
	MissingValues []string    `json:"missingValues"`
	PrimaryKey    string      `json:"primaryKey"`
}

// A dataField describes a column; unit is a property of ours, which the specification lets be.
type dataField struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description,omitempty"`
	Unit        string `json:"unit,omitempty"`
	DecimalChar string `json:"decimalChar,omitempty"`
	GroupChar   string `json:"groupChar,omitempty"`
	BareNumber  *bool  `json:"bareNumber,omitempty"`
}

func (p *planner) dataPackage(rounds []*site.Round) dataPackage {
	d := dataPackage{
		Profile: "data-package", Name: cmp.Or(viet.Slug(p.Settings.Site.Title), "du-lieu"),
		Title: "Các bảng xếp hạng – " + p.Settings.Site.Title, Homepage: p.URL(dataAddress), Resources: []dataResource{},
	}
	if l := p.Settings.Site.Licence; l != nil && l.URL != "" {
		d.Licenses = []dataLicence{{l.URL, l.Name}}
	}
	for _, r := range rounds {
		for _, f := range dataForms {
			data := p.made[outputPath(r.Page.Address+f.file)]
			sum := sha256.Sum256(data)
			res := dataResource{
				Name: viet.Slug(r.Page.Address) + f.suffix, Path: p.URL(r.Page.Address + f.file), Profile: f.profile,
				Title: r.Page.Doc.Header.Title, Description: p.ranking(r).sentence, Format: strings.TrimPrefix(path.Ext(f.file), "."),
				MediaType: f.media, Bytes: len(data), Hash: "sha256:" + hex.EncodeToString(sum[:]),
			}
			if source := r.Page.Doc.Header.Source; source != "" {
				res.Sources = []dataSource{{source}}
			}
			if f.name == "CSV" {
				p.tabular(&res, p.ranking(r))
			}
			d.Resources = append(d.Resources, res)
		}
	}
	return d
}

// tabular describes the CSV of a ranking as [ranking.csv] writes it.
func (p *planner) tabular(res *dataResource, m *ranking) {
	res.Encoding = "utf-8"
	res.Dialect = &dataDialect{Delimiter: ",", LineTerminator: "\r\n", QuoteChar: `"`, DoubleQuote: true, Header: true}
	res.Schema = &dataSchema{MissingValues: []string{""}, PrimaryKey: "Mã đơn vị"}
	for _, f := range m.fields(p) {
		d := dataField{Name: f.head, Type: "string", Description: f.meaning.Vi, Unit: f.measure.Vi}
		switch f.kind {
		case integer:
			d.Type = "integer"
		case decimal, percent:
			d.Type, d.DecimalChar, d.GroupChar = "number", ",", "."
		}
		if f.kind == percent {
			d.BareNumber = new(false)
		}
		res.Schema.Fields = append(res.Schema.Fields, d)
	}
}

func encodeJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		panic("portal: plain texts can't fail to encode: " + err.Error())
	}
	return b.Bytes()
}
