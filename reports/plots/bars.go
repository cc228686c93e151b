package plots

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Bars are counts of kinds as shares of each row: from the left edge or, when
// Diverging, around the middle of the kind in the middle.
type Bars struct {
	Kinds     []string // what the parts of a bar are, left to right
	Diverging bool     // three kinds, from negative to positive
	Title     string   // of the axis
	Heads     []string // of the columns of text on the right
	Rows      []BarRow
}

// A BarRow is a bar or, if Heading, a line that names those below it.
type BarRow struct {
	Label   string
	Heading bool
	Counts  []int // one per kind
	Columns []string
}

// Colours of parts. Stacked kinds differ in lightness so that they can be told
// apart without colour too. The blue is Accent but for one bit: a style sheet
// that changes Accent for a dark ground leaves filled areas alone.
var (
	diverging = []color.NRGBA{{0xE6, 0x61, 0x01, 0xFF}, {0xE8, 0xE8, 0xE8, 0xFF}, {0x5E, 0x3C, 0x99, 0xFF}} // PuOr's ends
	stacked   = []color.NRGBA{{0x00, 0x72, 0xB3, 0xFF}, {0xE6, 0x9F, 0x00, 0xFF}, {0x9B, 0xD3, 0xF5, 0xFF}, {0xE4, 0xE4, 0xE4, 0xFF}, {0xCC, 0x79, 0xA7, 0xFF}}
)

func (b Bars) colour(kind int) color.NRGBA {
	if b.Diverging {
		return diverging[kind%len(diverging)]
	}
	return stacked[kind%len(stacked)]
}

// Draw gives the figure. Rows are drawn in their order, the first on top.
func (b Bars) Draw(name, title, description string) *Figure {
	labels := make([]string, len(b.Rows))
	for i, r := range b.Rows {
		labels[i] = r.Label
	}
	rows := newRows(labels, func(i int) bool { return b.Rows[i].Heading })
	return &Figure{
		Name: name, Title: title, Description: description, labels: labels,
		height: 2*headHeight + rows.height() + 34,
		draw:   func(c draw.Canvas) { b.paint(c, rows) },
	}
}

func (b Bars) paint(c draw.Canvas, rows *rows) {
	left := rows.width(c) + 10
	var right vg.Length
	widths := make([]vg.Length, len(b.Heads))
	for i, h := range b.Heads {
		widths[i] = measure(c, textSize, true, h)
		for _, r := range b.Rows {
			if i < len(r.Columns) {
				widths[i] = max(widths[i], measure(c, textSize, false, r.Columns[i]))
			}
		}
		right += columnGap + widths[i]
	}

	p := newPlot()
	lo, hi := b.span()
	p.X.Min, p.X.Max = lo, hi
	var ticks []plot.Tick
	step := 0.25
	if hi-lo > 1.3 {
		step = 0.5
	}
	for k := math.Ceil(lo/step - 1e-9); k*step <= hi+1e-9; k++ {
		ticks = append(ticks, plot.Tick{Value: k * step, Label: fmt.Sprintf("%.0f", math.Abs(k*step*100))})
	}
	p.X.Tick.Marker = plot.ConstantTicks(ticks)
	p.Y.Min, p.Y.Max = 0, float64(rows.height())
	p.Add(layer(func(c draw.Canvas, p *plot.Plot) { b.parts(c, p, rows) }))

	mid := draw.Crop(c, left, -max(right, 10), 14, -2*headHeight)
	p.Draw(mid)
	data := p.DataCanvas(mid)
	rows.draw(c, data, p, left)

	_, ty := p.Transforms(&data)
	for i, r := range b.Rows {
		x := mid.Max.X
		for k, s := range r.Columns {
			x += columnGap + widths[k]
			write(c, textSize, false, Ink, draw.XRight, x, ty(rows.at(i)), s)
		}
	}
	x := mid.Max.X
	for k, h := range b.Heads {
		x += columnGap + widths[k]
		write(c, textSize, true, Ink, draw.XRight, x, c.Max.Y-1.5*headHeight, h)
	}
	axisTitle(c, c.Min.Y+6, (data.Min.X+data.Max.X)/2, b.Title)
	b.legend(c)
}

// legend names the parts, in their order, along the upper edge.
func (b Bars) legend(c draw.Canvas) {
	x, y := c.Min.X+1, c.Max.Y-headHeight/2
	for i, k := range b.Kinds {
		box(c, b.colour(i), x, y-4, x+9, y+4)
		write(c, textSize, false, Ink, draw.XLeft, x+13, y, k)
		x += 13 + measure(c, textSize, false, k) + 14
	}
}

// span gives the ends of the axis: 0 to 1, or as far to both sides as the
// longest bar reaches, in quarters.
func (b Bars) span() (lo, hi float64) {
	if !b.Diverging {
		return 0, 1
	}
	reach := 0.5
	for _, r := range b.Rows {
		if n := total(r.Counts); n > 0 && len(r.Counts) == 3 {
			half := float64(r.Counts[1]) / 2
			reach = max(reach, (float64(r.Counts[0])+half)/float64(n), (float64(r.Counts[2])+half)/float64(n))
		}
	}
	reach = math.Ceil(reach*4-1e-9) / 4
	return -reach, reach
}

func (b Bars) parts(c draw.Canvas, p *plot.Plot, rows *rows) {
	tx, ty := p.Transforms(&c)
	if b.Diverging { // behind the bars, whose numbers it would cross out
		c.StrokeLine2(draw.LineStyle{Color: Ink, Width: 0.7}, tx(0), c.Min.Y, tx(0), c.Max.Y)
	}
	for i, r := range b.Rows {
		n := total(r.Counts)
		if r.Heading || n == 0 {
			continue
		}
		y, half := ty(rows.at(i)), vg.Length(5.5)
		at := 0.0
		if b.Diverging {
			at = -(float64(r.Counts[0]) + float64(r.Counts[1])/2) / float64(n)
		}
		for k, count := range r.Counts {
			share := float64(count) / float64(n)
			x0, x1 := tx(at), tx(at+share)
			at += share
			if count == 0 {
				continue
			}
			box(c, b.colour(k), x0, y-half, x1, y+half)
			label := fmt.Sprintf("%.0f", share*100)
			if x1-x0 > measure(c, smallSize, false, label)+3 {
				write(c, smallSize, false, legible(b.colour(k)), draw.XCenter, (x0+x1)/2, y, label)
			}
		}
	}
}

// box fills a rectangle and draws a thin line around it, which keeps light
// parts apart from the ground and parts apart from each other.
func box(c draw.Canvas, k color.NRGBA, x0, y0, x1, y1 vg.Length) {
	corners := []vg.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}}
	c.FillPolygon(k, corners)
	c.StrokeLines(draw.LineStyle{Color: Quiet, Width: 0.4}, append(corners, corners[0]))
}

// legible gives the colour of text on a ground of colour k, black or white,
// whichever has the higher contrast (WCAG 2.2, relative luminance).
func legible(k color.NRGBA) color.NRGBA {
	if l := luminance(k); (l+0.05)/(luminance(onFill)+0.05) >= 1.05/(l+0.05) {
		return onFill
	}
	return color.NRGBA{0xFE, 0xFE, 0xFE, 0xFF} // not Ground, which changes on a dark page
}

func luminance(k color.NRGBA) float64 {
	linear := func(b uint8) float64 {
		v := float64(b) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(k.R) + 0.7152*linear(k.G) + 0.0722*linear(k.B)
}

func total(counts []int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
