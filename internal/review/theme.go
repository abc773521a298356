package review

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Theme is what the theme alone does to the portal: the base's content, drawn by the head's theme. Facts can't differ
// there, so whatever is said otherwise is the theme's doing.
type Theme struct {
	Pages  int           // that are drawn otherwise
	Words  []PageChange  // those whose words differ
	Cells  []CellsChange // those that print other figures or names in a table
	Static []FileChange  // style, scripts, icons: they can hide or cover what stands there
}

// A CellsChange is a page on which the theme prints another table.
type CellsChange struct {
	Address  string
	Was, Now string // the first cell that differs
}

// Empty tells that the theme changes nothing.
func (t *Theme) Empty() bool { return t.Pages == 0 && len(t.Static) == 0 }

// themeOf compares the base with the base under the other theme, nil where both sides have one theme.
func themeOf(base, themed *Portal) Theme {
	var out Theme
	if themed == nil {
		return out
	}
	pages, files := pageChanges(base, themed)
	out.Static = files
	for _, p := range pages {
		out.Pages++
		if p.Words || p.Act != Changed {
			out.Words = append(out.Words, p)
		}
		name := strings.TrimPrefix(p.Address, "/")
		if !strings.HasSuffix(name, ".html") {
			name += "index.html"
		}
		if was, now, differs := lost(cells(base.page(name)), cells(themed.page(name))); differs {
			out.Cells = append(out.Cells, CellsChange{p.Address, was, now})
		}
	}
	return out
}

// lost looks for the first cell that is no longer printed in its place; new cells between the old ones are no loss.
func lost(was, now []string) (before, after string, differs bool) {
	for _, cell := range was {
		i := slices.Index(now, cell)
		if i < 0 {
			if len(now) > 0 {
				after = now[0]
			}
			return cell, after, true
		}
		now = now[i+1:]
	}
	return "", "", false
}

// cells are the texts of a page's table cells, headings of columns left out.
func cells(page []byte) []string {
	var out []string
	tokens := html.NewTokenizer(bytes.NewReader(page))
	body, open := false, false
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			name, _ := tokens.TagName()
			switch string(name) {
			case "tbody":
				body = true
			case "td", "th":
				if open = body; open {
					out = append(out, "")
				}
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); string(name) == "tbody" || string(name) == "table" {
				body, open = false, false
			}
		case html.TextToken:
			if open {
				words := strings.Fields(out[len(out)-1] + " " + html.UnescapeString(string(tokens.Raw())))
				out[len(out)-1] = strings.Join(words, " ")
			}
		}
	}
}

// dressed is one tree's content with another's theme.
type dressed struct{ content, theme fs.FS }

// Open opens a file of the tree that it belongs to.
func (d dressed) Open(name string) (fs.File, error) {
	if isTheme(name) {
		return d.theme.Open(name)
	}
	return d.content.Open(name)
}

const themeFolder = "templates"

func isTheme(name string) bool {
	return name == themeFolder || strings.HasPrefix(name, themeFolder+"/")
}

// sameTheme reports whether two trees have the same files in templates/.
func sameTheme(a, b fs.FS) (bool, error) {
	one, err := themeFiles(a)
	if err != nil {
		return false, err
	}
	two, err := themeFiles(b)
	return maps.EqualFunc(one, two, bytes.Equal), err
}

func themeFiles(tree fs.FS) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(tree, themeFolder, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		out[name], err = fs.ReadFile(tree, name)
		return err
	})
	return out, err
}
