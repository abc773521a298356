package render

import (
	"bytes"
	"encoding/json"
	"html/template"

	"bangvang/internal/view"
)

// data is what a page says of itself to programs, as html/template wants it.
func (t *Theme) data(d *view.Data) (template.HTML, error) {
	buf := t.buffer()
	defer t.buffers.Put(buf)
	err := t.writeData(buf, d)
	return template.HTML(buf.String()), err
}

// writeData writes a block of JSON-LD. encoding/json writes <, > and & as numbers, so that no text can end the block
// or begin another; what a browser does not know as a script it does not run.
func (t *Theme) writeData(out *bytes.Buffer, d *view.Data) error {
	out.WriteString(`<script type="application/ld+json">`)
	err := json.NewEncoder(out).Encode(struct {
		Context string `json:"@context"`
		Graph   []any  `json:"@graph"`
	}{"https://schema.org", d.Things})
	if err != nil {
		return err
	}
	out.Truncate(out.Len() - 1) // the encoder ends with a new line
	out.WriteString("</script>")
	return nil
}
