package render

import (
	"fmt"
	"reflect"

	"bangvang/internal/view"
)

// A filler sets every field of a view, however deep, so that a page shows all that its template can show.
type filler struct {
	text  string // what every string holds, after its field's name
	yes   bool   // what every bool is
	stage string // "decided" or "proposed"
	ids   int
}

// page returns a page of the kind with everything in it.
func (f *filler) page(kind string) *view.Page {
	main := reflect.New(kinds[kind])
	f.fill(main.Elem(), "")
	p := &view.Page{}
	f.fill(reflect.ValueOf(p).Elem(), "")
	p.Kind, p.Main, p.Refresh = kind, main.Interface(), ""
	return p
}

// emptyPage returns a page of the kind with nothing in it but a title.
func emptyPage(kind string) *view.Page {
	return &view.Page{Site: &view.Site{Lang: "vi", Title: "Cổng"}, Kind: kind, Title: "Trang", Main: reflect.New(kinds[kind]).Interface()}
}

func (f *filler) fill(v reflect.Value, name string) {
	if v.Type() == reflect.TypeFor[view.Body]() {
		v.Set(reflect.ValueOf(f.body()))
		return
	}
	if v.Type() == reflect.TypeFor[[]any]() {
		for _, thing := range []any{&view.News{}, &view.Dataset{}, &view.Catalogue{}, &view.Portal{}, &view.Breadcrumbs{}} {
			f.fill(reflect.ValueOf(thing).Elem(), name)
			v.Set(reflect.Append(v, reflect.ValueOf(thing)))
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.word(name))
	case reflect.Bool:
		v.SetBool(f.yes)
	case reflect.Int:
		v.SetInt(2)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i), name)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	}
}

func (f *filler) word(name string) string {
	f.ids++
	switch name {
	case "ID":
		return fmt.Sprintf("id-%d%s", f.ids, f.text)
	case "StageKind", "Stage":
		return f.stage
	case "Kind":
		return []string{"illustrative", "withdrawn", "draft", "provisional", "superseded"}[f.ids%5]
	case "Srcset": // no place for any text
		return "/a.320.jpg 320w, /a.jpg 640w"
	case "Lang":
		return "vi"
	}
	return name + " " + f.text
}

// body has one part of each sort.
func (f *filler) body() view.Body {
	f.ids++
	b := view.Body{
		Parts: []view.Part{
			{HTML: view.HTML(fmt.Sprintf(`<h2 id="muc-%d">Mục</h2><p><a href="`, f.ids))}, {Value: f.text}, {HTML: `">liên kết</a> <img `},
			{Picture: &view.Picture{Src: f.text, Width: 4, Height: 3}}, {HTML: ` alt="hình"></p>`},
		},
		Contents: []view.Heading{{Level: 2, ID: "muc", Text: f.text}},
	}
	for _, name := range Blocks() {
		block := reflect.New(blocks[name])
		f.fill(block.Elem(), "")
		b.Parts = append(b.Parts, view.Part{Block: block.Interface()})
	}
	return b
}
