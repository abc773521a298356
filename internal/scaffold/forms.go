package scaffold

import (
	"slices"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/schema"
)

// The forms of Front Matter CMS, an extension of VS Code that shows a header as a form. It takes a document's `type` for
// the name of a content type; a document without one has the form "default".

type formConfig struct {
	Schema      string       `json:"$schema"`
	Framework   string       `json:"frontMatter.framework.id"`
	Types       []string     `json:"frontMatter.content.supportedFileTypes"`
	Public      string       `json:"frontMatter.content.publicFolder"`
	Folders     []formFolder `json:"frontMatter.content.pageFolders"`
	Preview     string       `json:"frontMatter.preview.host"`
	Dates       string       `json:"frontMatter.taxonomy.dateFormat"`
	Validation  bool         `json:"frontMatter.validation.enabled"` // bangvang check knows more
	ContentType []formType   `json:"frontMatter.taxonomy.contentTypes"`
	Groups      []formGroup  `json:"frontMatter.taxonomy.fieldGroups"`
}

type formFolder struct {
	Title string `json:"title"`
	Path  string `json:"path"`
}

type formType struct {
	Name   string      `json:"name"`
	Fields []formField `json:"fields"`
}

type formGroup struct {
	ID     string      `json:"id"`
	Fields []formField `json:"fields"`
}

type formField struct {
	Name        string      `json:"name"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Type        string      `json:"type"`
	Required    bool        `json:"required,omitempty"`
	Choices     []string    `json:"choices,omitempty"`
	Default     string      `json:"default,omitempty"`
	DateFormat  string      `json:"dateFormat,omitempty"`
	Fields      []formField `json:"fields,omitempty"`
	Group       string      `json:"fieldGroup,omitempty"`
}

// forms are made from the keys that headers may have.
func forms() formConfig {
	w := formWriter{}
	config := formConfig{
		Schema: "https://frontmatter.codes/frontmatter.schema.json", Framework: "other", Types: []string{"md"}, Public: "content",
		Folders: []formFolder{{"Tin tức", "[[workspace]]/content/tin-tuc"}, {"Phong trào", "[[workspace]]/content/phong-trao"}, {"Các trang", "[[workspace]]/content"}},
		Preview: "http://127.0.0.1:8080", Dates: "yyyy-MM-dd",
	}
	for _, t := range schema.Types() {
		config.ContentType = append(config.ContentType, formType{string(t), w.fields(document.Keys(t), t)})
	}
	config.ContentType = append(config.ContentType, formType{"default", w.fields(document.Keys(document.TypeArticle), "")})
	config.Groups = w.groups
	return config
}

type formWriter struct{ groups []formGroup }

func (w *formWriter) fields(keys []document.Key, t document.Type) []formField {
	var out []formField
	for _, k := range keys {
		if k.Of == "Header" && k.Name == "type" && t == "" {
			continue // the place says it
		}
		field := w.field(k)
		if field.Name == "type" && k.Of == "Header" {
			field.Default = string(t)
		}
		out = append(out, field)
	}
	return out
}

func (w *formWriter) field(k document.Key) formField {
	f := formField{Name: k.Name, Title: k.Name, Description: schema.About(k).In(diag.Vi), Type: "string", Required: k.Required}
	switch k.Kind() {
	case document.KindBool:
		f.Type = "boolean"
	case document.KindInteger, document.KindNumber:
		f.Type = "number"
	case document.KindMoment:
		f.Type = "datetime"
		if k.Name == "publish" || k.Name == "expires" {
			f.DateFormat = "yyyy-MM-dd'T'HH:mm:ssxxx"
		}
	case document.KindKeys:
		f.Type, f.Fields = "fields", w.fields(k.Keys(), "")
	case document.KindList:
		f.Type = w.list(k, &f)
	case document.KindByName:
		f.Type = "json"
	default:
		if k.Enum != nil {
			f.Type, f.Choices = "choice", k.Enum
		}
	}
	return f
}

// list chooses the field of a list: its entries are texts, or forms of a group.
func (w *formWriter) list(k document.Key, f *formField) string {
	switch {
	case k.Name == "tags":
		return "tags"
	case k.Entry().Kind() == document.KindBreak:
		return "json"
	case k.Entry().Kind() != document.KindKeys:
		return "list"
	}
	f.Group = k.Holds()
	if !slices.ContainsFunc(w.groups, func(g formGroup) bool { return g.ID == f.Group }) {
		at := len(w.groups)
		w.groups = append(w.groups, formGroup{ID: f.Group}) // a criterion holds criteria
		fields := w.fields(k.Keys(), "")
		w.groups[at].Fields = fields
	}
	return "fieldCollection"
}
