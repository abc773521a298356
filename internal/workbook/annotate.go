package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Remark is what is said about a cell.
type Remark struct {
	Sheet       string
	Row, Column int // from 1
	Text        string
}

// Annotate returns a copy of a workbook in which the cells have remarks, as notes and on a red ground; its values and
// formulas are as they were. A note that a cell has already gives way. The error is a file that can't be changed.
func Annotate(data []byte, author string, remarks []Remark) (out []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a workbook with remarks: %v", fault)
		}
	}()
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 8 * maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return nil, fmt.Errorf("a workbook with remarks: %w", err)
	}
	defer file.Close()
	renameShapes(file)
	for _, r := range remarks {
		if err := remark(file, author, r); err != nil {
			return nil, fmt.Errorf("a workbook with remarks, %s!%s: %w", r.Sheet, CellName(r.Row, r.Column), err)
		}
	}
	var b bytes.Buffer
	if err := file.Write(&b); err != nil {
		return nil, fmt.Errorf("a workbook with remarks: %w", err)
	}
	return b.Bytes(), nil
}

// shape is how LibreOffice names the shape of a note; excelize knows only Excel's names.
var shape = regexp.MustCompile(`id="shape_\d+"`)

func renameShapes(file *excelize.File) {
	file.Pkg.Range(func(name, part any) bool {
		if text, ok := part.([]byte); ok && strings.HasSuffix(name.(string), ".vml") {
			file.Pkg.Store(name, shape.ReplaceAll(text, []byte(`id="_x0000_s1"`)))
		}
		return true
	})
}

func remark(file *excelize.File, author string, r Remark) error {
	cell := CellName(r.Row, r.Column)
	style, err := file.GetCellStyle(r.Sheet, cell)
	if err != nil {
		return err
	}
	look, err := file.GetStyle(style)
	if err != nil {
		return err
	}
	look.Fill = fill("FFC7CE")
	marked, err := file.NewStyle(look)
	if err != nil {
		return err
	}
	if err := file.SetCellStyle(r.Sheet, cell, cell, marked); err != nil {
		return err
	}
	if err := file.DeleteComment(r.Sheet, cell); err != nil {
		return err
	}
	c := note(cell, r.Text)
	c.Author = author
	return file.AddComment(r.Sheet, c)
}
