// Package card draws share images: what a chat or a social network shows of a page when its address is passed on.
//
//	┌──────────────────────────────────────────┐  a band of red and gold, as on every page
//	│ campaign                                 │  Over, one line
//	│ Title of the page, in up to              │  Title, as large as it fits
//	│ three lines                              │
//	│ 1  First unit                94,50 điểm  │  Rows, at most four
//	│ 2  Second unit               90,50 điểm  │
//	├──────────────────────────────────────────┤
//	│ Site                  [Số liệu minh hoạ] │  Mark, where the data are invented
//	└──────────────────────────────────────────┘
//
// The letters are Liberation Sans, which has all of Vietnamese; a sign that it lacks is left out. What does not fit
// ends in "…". The image is a PNG of [Width] × [Height] pixels with few colours, some 25 KB; the same card gives the
// same bytes. It takes a few milliseconds.
package card

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image"
	"image/png"
)

// The size that networks ask for.
const (
	Width  = 1200
	Height = 630
)

// version is part of what a card is remembered by. It changes with whatever changes Draw's bytes.
const version = "card 1\n"

// A Card is the words of a share image. Empty ones are left out.
type Card struct {
	Over  string // above the title: the campaign's or the organization's name
	Title string
	Rows  []Row // the head of a ranking; those after the fourth are left out
	Mark  string
	Site  string
}

// A Row is one line of a table.
type Row struct {
	Rank, Name, Figure string
}

// Key names what Draw gives: the same key, the same bytes.
func (c *Card) Key() string {
	words, err := json.Marshal(c)
	must(err)
	sum := sha256.Sum256(append([]byte(version), words...))
	return hex.EncodeToString(sum[:])
}

// Weight is how many pixels are in memory while the card is drawn.
func (c *Card) Weight() int64 { return Width * Height }

const (
	margin   = 72
	inner    = Width - 2*margin
	foot     = Height - 92 // where the last strip begins
	mostRows = 4
	rowStep  = 58
)

// Draw returns the image, one PNG file. It can't fail; the error is for those who draw from damaged sources.
func (c *Card) Draw() ([][]byte, error) {
	s := newSheet()
	defer s.free()
	s.fill(image.Rect(0, 0, Width, 18), flatRed)
	s.fill(image.Rect(0, 18, Width, 25), flatGold)
	y := 104
	if c.Over != "" {
		s.write(margin, y, regular(30), soft, s.cut(c.Over, regular(30), inner))
		y += 16
	}
	rows := c.Rows[:min(len(c.Rows), mostRows)]
	s.rows(rows, s.title(c.Title, y, foot-y-64-rowStep*len(rows)))
	s.fill(image.Rect(0, foot, Width, foot+2), flatLine)
	s.foot(c.Site, c.Mark)

	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed} // a quarter larger, and made in a third of the time
	must(encoder.Encode(&b, s.pixels))
	return [][]byte{b.Bytes()}, nil
}

// titles are the sizes that are tried for the title, the largest first, and how many lines it may have.
var titles = []struct{ size, lines int }{{68, 2}, {56, 3}, {46, 3}, {40, 4}}

// title writes the title below y, as large as the room allows, and returns where it ends.
func (s *sheet) title(text string, y, room int) int {
	for i, t := range titles {
		face := bold(t.size)
		lines := s.balanced(text, face, inner)
		last := i == len(titles)-1
		if !last && (len(lines) > t.lines || len(lines)*step(t.size) > room) {
			continue
		}
		most := max(1, min(t.lines, room/step(t.size)))
		if len(lines) > most {
			lines = append(lines[:most-1:most-1], s.cut(join(lines[most-1:]), face, inner))
		}
		for _, line := range lines {
			y += step(t.size)
			s.write(margin, y, face, ink, line)
		}
		break
	}
	return y
}

// step is the distance of lines: tall, as Vietnamese stacks two marks on a vowel.
func step(size int) int { return size * 13 / 10 }

// rows writes a table between y and the foot.
func (s *sheet) rows(rows []Row, y int) {
	y += (foot - y - rowStep*len(rows)) / 2
	first := margin
	for _, r := range rows {
		if r.Rank != "" {
			first = margin + 72
		}
	}
	for i, r := range rows {
		if i > 0 {
			s.fill(image.Rect(margin, y, Width-margin, y+1), flatLine)
		}
		base := y + 41
		figure := s.width(r.Figure, bold(34))
		s.write(margin, base, bold(34), red, r.Rank)
		s.write(first, base, regular(34), ink, s.cut(r.Name, regular(34), Width-margin-first-figure-32))
		s.write(Width-margin-figure, base, bold(34), ink, r.Figure)
		y += rowStep
	}
}

// foot writes the portal's name, and the mark in a box at the right.
func (s *sheet) foot(site, mark string) {
	room := inner
	if mark != "" {
		w := s.width(mark, bold(26)) + 32
		box := image.Rect(Width-margin-w, foot+23, Width-margin, foot+69)
		s.fill(box, flatMark)
		s.fill(box.Inset(2), flatWash)
		s.write(box.Min.X+16, foot+55, bold(26), markInk, mark)
		room -= w + 32
	}
	s.write(margin, foot+56, bold(28), ink, s.cut(site, bold(28), room))
}

func must(err error) {
	if err != nil {
		panic("card: plain texts and memory can't fail: " + err.Error())
	}
}
