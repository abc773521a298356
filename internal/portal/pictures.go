package portal

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/picture"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// A Drawing is files that take long to make and depend on nothing but the drawing's key. Its bytes are immutable.
type Drawing interface {
	Key() string
	Weight() int64           // how many pixels are in memory meanwhile, at most picture.MostPixels
	Draw() ([][]byte, error) // one for each path of its output
}

// picture describes an image that a page names; nil where it is not there.
func (p *planner) picture(page *site.Page, src, alt, caption string) *view.Picture {
	to, ok := p.Link(page, src)
	if !ok || to.File == "" {
		return nil
	}
	address := page.FileAddress(to.File)
	v := &view.Picture{Src: p.Href(address), Alt: alt, Caption: caption}
	pic := p.read(to.File)
	if pic == nil {
		return v
	}
	v.Width, v.Height = pic.Size()
	if widths := pic.Widths(); len(widths) > 1 {
		v.Sizes = shown(v.Width)
		var set []string
		for i, w := range widths {
			set = append(set, p.Href("/"+sizePaths(address, widths)[i])+" "+strconv.Itoa(w)+"w")
		}
		v.Srcset = strings.Join(set, ", ")
	}
	return v
}

// textWidth is how wide a text is on a large screen, in pixels.
const textWidth = 704

// shown tells a browser how wide a picture will be: as wide as the text, but for one that is narrower itself.
func shown(width int) string {
	if width < textWidth {
		return fmt.Sprintf("(min-width: %dpx) %dpx, 92vw", width+64, width)
	}
	return fmt.Sprintf("(min-width: %dpx) %dpx, 92vw", textWidth+64, textWidth)
}

// sizePaths are the output paths of a picture's widths: the widest at its own address, the others beside it. No
// author's file can have such a name, as its dots would become hyphens.
func sizePaths(address string, widths []int) []string {
	own := outputPath(address)
	ext := path.Ext(own)
	var out []string
	for _, w := range widths[:len(widths)-1] {
		out = append(out, strings.TrimSuffix(own, ext)+"."+strconv.Itoa(w)+ext)
	}
	return append(out, own)
}

// read reads the head of a picture's file, once; nil where it can't be read, which is told once.
func (p *planner) read(file string) *picture.Picture {
	if pic, known := p.pictures[file]; known {
		return pic
	}
	source, _ := p.File(file)
	pic, err := picture.Read(source.Data)
	switch {
	case errors.Is(err, picture.ErrLarge):
		p.findings = append(p.findings, diag.New("image-large", file, diag.Pos{}, diag.Args{
			"got": path.Base(file), "want": strconv.Itoa(picture.MostPixels / 1_000_000),
		}))
	case err != nil:
		p.findings = append(p.findings, BrokenImage(file))
	}
	p.pictures[file] = pic
	return pic
}

// BrokenImage is what a picture's file is blamed for that can't be drawn.
func BrokenImage(file string) diag.Finding {
	return diag.New("image-broken", file, diag.Pos{}, diag.Args{"got": path.Base(file)})
}

// lead is the picture of a page's header, the first of its page.
func (p *planner) lead(page *site.Page) *view.Picture {
	img := page.Doc.Header.Image
	if img == nil || page.Doc.Header.Withdrawn != nil {
		return nil
	}
	caption := img.Caption
	if words := p.doc(page).Picture; words != nil {
		caption = cmp.Or(words.Caption, caption)
	}
	pic := p.picture(page, img.Src, p.altOf(page), caption)
	if pic != nil {
		pic.Eager = true
	}
	return pic
}

// altOf says what the picture of a page's header shows.
func (p *planner) altOf(page *site.Page) string {
	if words := p.doc(page).Picture; words != nil && words.Alt != "" {
		return words.Alt
	}
	return page.Doc.Header.Image.Alt
}

// firstPicture is the first image of a text; nil where it has none.
func firstPicture(parts []view.Part) *view.Picture {
	for _, part := range parts {
		if pic, ok := part.Block.(*view.Picture); ok {
			return pic
		}
		if part.Picture != nil {
			return part.Picture
		}
	}
	return nil
}

// attach publishes a file that a page names: a picture in its sizes, anything else as it is.
func (p *planner) attach(page *site.Page, f site.Attachment) {
	o := Output{Path: outputPath(f.Address), Doc: page.Doc}
	source, _ := p.File(f.Source)
	if slices.Contains(site.Pictures, strings.ToLower(path.Ext(f.Source))) {
		if pic := p.read(f.Source); pic != nil {
			o.Drawn = &Drawn{Drawing: pic, Paths: sizePaths(f.Address, pic.Widths()), Source: f.Source}
		}
	}
	if o.Drawn == nil {
		o.Data = source.Data
	}
	p.put(o, f.Source)
}
