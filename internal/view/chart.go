package view

// A QR is the page's address for the camera of a telephone; it shows in print only.
type QR struct {
	Box  string // "-4 -4 45 45": the viewBox, with the white edge
	Path string // rows of black modules as strokes of width 1
}

// A Trend is figures over rounds as a chart with finished places. Steps says the same in words, each below its point,
// so that the drawing itself need not be read out. X is in percent of the width, Y in pixels.
type Trend struct {
	ID           string // on the page
	Title        string
	Sentence     string
	Illustrative bool
	Steps        []TrendStep
	Grid         []TrendMark
	Lines        []TrendLine
	Dots         []TrendMark
}

// A TrendStep is one round.
type TrendStep struct {
	Round Link
	Text  string // "94,50%"; "–" where there is no figure
	Under string // "hạng 1 trên 7"
}

// A TrendLine joins two points that may be compared.
type TrendLine struct {
	Kind   string // a class: "main", "side"
	X1, X2 string // "25.00"
	Y1, Y2 int
}

// A TrendMark is a point, or a line of the scale with its figure.
type TrendMark struct {
	Kind  string
	X     string
	Y     int
	TextY int
	Text  string // "90%"
}

// A CompareRow sets a unit beside its block in one criterion, in percent of the maximum.
type CompareRow struct {
	Name       string
	Share, Bar string // "92,50%", "92.50"
	Mean, Best string // of the ranked units
	MeanAt     string // "88.10": the place of its mark on the bar
	BestAt     string
}
