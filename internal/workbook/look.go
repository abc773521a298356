package workbook

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Look is how a cell of a form looks.
type Look int

// The looks.
const (
	Plain Look = iota
	Title      // of the sheet
	Head       // of a column, on as many lines as it needs
	Fixed      // a text that is given: a unit's name
	Input      // to be filled in
	Aid        // computed, to help who fills the form in
	Prose      // a paragraph
)

// note is a comment as large as its text needs.
func note(cell, text string) excelize.Comment {
	lines := uint(utf8.RuneCountInString(text)/32 + 2)
	return excelize.Comment{Cell: cell, Author: "bangvang", Paragraph: []excelize.RichTextRun{{Text: text}}, Width: 220, Height: 18*lines + 10}
}

// style returns the style of a look, made once.
func (w *formWriter) style(look Look) (int, error) {
	if id, ok := w.looks[look]; ok {
		return id, nil
	}
	id, err := w.file.NewStyle(styleOf(look))
	w.looks[look] = id
	return id, err
}

// The colours of forms: the portal's red for titles, a light ground for what is given, a light yellow for what is to
// be filled in.
const (
	red, ground, yellow, line = "8B1A1A", "F2F2F2", "FFFBE6", "BFBFBF"
	face                      = "Calibri" // as Excel's own cells
)

func styleOf(look Look) *excelize.Style {
	wrapped := &excelize.Alignment{WrapText: true, Vertical: "top"}
	switch look {
	case Title:
		return &excelize.Style{Font: &excelize.Font{Bold: true, Size: 14, Color: red, Family: face}}
	case Head:
		return &excelize.Style{Font: &excelize.Font{Bold: true, Size: 11, Family: face}, Fill: fill(ground), Border: border(), Alignment: wrapped}
	case Fixed:
		return &excelize.Style{Fill: fill(ground), Border: border(), Alignment: wrapped}
	case Input:
		return &excelize.Style{Fill: fill(yellow), Border: border(), Alignment: wrapped, Protection: &excelize.Protection{Locked: false}}
	case Aid:
		return &excelize.Style{Font: &excelize.Font{Italic: true, Size: 11, Family: face}, Fill: fill(ground), Border: border()}
	case Prose:
		return &excelize.Style{Alignment: wrapped}
	}
	return &excelize.Style{}
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func border() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: line, Style: 1})
	}
	return out
}
