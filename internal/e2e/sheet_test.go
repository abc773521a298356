package e2e

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

const (
	shrink   = 3   // pictures stand on a sheet at a third
	rowHigh  = 480 // pixels of a sheet that a row may take; longer pages are cut
	gap      = 12  // between pictures
	rowsEach = 6   // kinds on one sheet
)

// contactSheets lays the pictures out, a row for each kind in the order of the names, and returns the sheets' names.
func contactSheets(t *testing.T, dir string, kinds []string, names map[string][]string) (sheets []string) {
	t.Helper()
	for group := range slices.Chunk(kinds, rowsEach) {
		var rows [][]image.Image
		for _, kind := range group {
			var row []image.Image
			for _, name := range names[kind] {
				row = append(row, thumbnail(readPNG(t, filepath.Join(dir, name))))
			}
			rows = append(rows, row)
		}
		name := fmt.Sprintf("sheet-%d-%s-to-%s.png", len(sheets)+1, group[0], group[len(group)-1])
		writePNG(t, filepath.Join(dir, name), montage(rows))
		sheets = append(sheets, name)
	}
	return sheets
}

// thumbnail shrinks a picture by averaging squares of shrink × shrink pixels, and cuts it at rowHigh.
func thumbnail(picture image.Image) *image.RGBA {
	b := picture.Bounds()
	full := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(full, full.Bounds(), picture, b.Min, draw.Src)
	small := image.NewRGBA(image.Rect(0, 0, b.Dx()/shrink, min(b.Dy()/shrink, rowHigh)))
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			small.SetRGBA(x, y, average(full, x*shrink, y*shrink))
		}
	}
	return small
}

func average(m *image.RGBA, x0, y0 int) color.RGBA {
	var sum [4]int
	for y := y0; y < y0+shrink; y++ {
		at := m.PixOffset(x0, y)
		for i, v := range m.Pix[at : at+4*shrink] {
			sum[i%4] += int(v)
		}
	}
	const n = shrink * shrink
	return color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), uint8(sum[3] / n)}
}

// montage places rows of pictures below each other on grey.
func montage(rows [][]image.Image) image.Image {
	width, height := gap, gap
	for _, row := range rows {
		w, h := size(row)
		width, height = max(width, w), height+h+gap
	}
	sheet := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(sheet, sheet.Rect, image.NewUniform(color.Gray{0x88}), image.Point{}, draw.Src)
	y := gap
	for _, row := range rows {
		x := gap
		for _, p := range row {
			draw.Draw(sheet, p.Bounds().Add(image.Pt(x, y)), p, image.Point{}, draw.Src)
			x += p.Bounds().Dx() + gap
		}
		_, h := size(row)
		y += h + gap
	}
	return sheet
}

// size is what a row takes: its width with the gaps around, and the height of its tallest picture.
func size(row []image.Image) (width, height int) {
	width = gap
	for _, p := range row {
		width += p.Bounds().Dx() + gap
		height = max(height, p.Bounds().Dy())
	}
	return width, height
}

// uniform reports whether a picture has one colour alone.
func uniform(m image.Image) bool {
	b := m.Bounds()
	first := m.At(b.Min.X, b.Min.Y)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if m.At(x, y) != first {
				return false
			}
		}
	}
	return true
}

func readPNG(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func writePNG(t *testing.T, path string, m image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, m); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
