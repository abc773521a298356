package render

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"

	"bangvang/internal/view"
)

// body is an author's text as html/template wants it.
func (t *Theme) body(b view.Body) (template.HTML, error) {
	buf := t.buffer()
	defer t.buffers.Put(buf)
	err := t.writeBody(buf, b)
	return template.HTML(buf.String()), err
}

// writeBody writes an author's text. Markup of package document goes out as it is: raw HTML never becomes a
// [view.HTML]. Everything else is escaped here or in the block's own template.
func (t *Theme) writeBody(buf *bytes.Buffer, b view.Body) error {
	for i := range b.Parts {
		if err := t.part(buf, &b.Parts[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) part(buf *bytes.Buffer, p *view.Part) error {
	switch {
	case p.Block != nil:
		return t.block(buf, p.Block)
	case p.Picture != nil:
		attributes(buf, p.Picture)
	case p.Value != "":
		template.HTMLEscape(buf, []byte(harmless(p.Value)))
	default:
		buf.WriteString(string(p.HTML))
	}
	return nil
}

func (t *Theme) block(buf *bytes.Buffer, block any) error {
	typ := reflect.TypeOf(block)
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	tmpl, ok := t.blocks[typ]
	if !ok {
		return fmt.Errorf("no block template draws a %s", typ)
	}
	return t.execute(tmpl, buf, block)
}

// attributes writes what the site knows of an image in a text. But for the first image of a page, all are loaded when
// they come near.
func attributes(buf *bytes.Buffer, p *view.Picture) {
	buf.WriteString(`src="`)
	template.HTMLEscape(buf, []byte(harmless(p.Src)))
	buf.WriteByte('"')
	if p.Width > 0 && p.Height > 0 {
		fmt.Fprintf(buf, ` width="%s" height="%s"`, strconv.Itoa(p.Width), strconv.Itoa(p.Height))
	}
	if p.Srcset != "" {
		buf.WriteString(` srcset="`)
		template.HTMLEscape(buf, []byte(p.Srcset))
		buf.WriteString(`" sizes="`)
		template.HTMLEscape(buf, []byte(p.Sizes))
		buf.WriteByte('"')
	}
	if !p.Eager {
		buf.WriteString(` loading="lazy"`)
	}
}

// harmless returns an address unless its scheme could run something: then "#". Package document refuses
// such links already; this is the last door, and the same rule as html/template's, with tel: let through.
func harmless(address string) string {
	scheme, _, has := strings.Cut(address, ":")
	if !has || strings.ContainsAny(scheme, "/?#") {
		return address
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return address
	}
	return "#"
}
