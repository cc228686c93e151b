package plots

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Matrix shows one value for each pair of a row and a column, from negative
// (orange) over none (near white) to positive (purple), each printed with what
// it rests on.
type Matrix struct {
	Rows    []string
	Columns []string
	Cells   [][]MatrixCell // by row, then column
	Few     int            // a cell that rests on fewer is hatched and has no colour
	Unit    string         // what the cells show: "mean portrayal, -1 to 1"
	Counted string         // what N counts: "sentences"
	Ratios  bool           // values are ratios, shown around 1 on a logarithmic scale
}

// A MatrixCell is a value and the number of observations that it rests on.
type MatrixCell struct {
	Value float64 // NaN when there is none
	N     int
}

const cellHeight = vg.Length(26)

// Draw gives the figure.
func (m Matrix) Draw(name, title, description string) *Figure {
	return &Figure{
		Name: name, Title: title, Description: description,
		labels: append(append([]string{}, m.Rows...), m.Columns...),
		height: 3*textSize*leading + 10 + vg.Length(len(m.Rows))*cellHeight + 48,
		draw:   m.paint,
	}
}

func (m Matrix) paint(c draw.Canvas) {
	var left vg.Length
	for _, r := range m.Rows {
		left = max(left, min(labelLimit, measure(c, textSize, false, r)))
	}
	left += 10
	width := min((c.Max.X-c.Min.X-left)/vg.Length(len(m.Columns)), 90)
	top := c.Max.Y - 3*textSize*leading - 10
	limit := m.limit()

	for j, s := range m.Columns {
		size := textSize
		for _, word := range strings.Fields(s) { // rather smaller than broken
			if measure(c, textSize, false, word) > width-4 {
				size = smallSize
			}
		}
		lines := wrap(c, size, false, s, width-4, 3)
		for k, l := range lines {
			y := top + 4 + size/2 + vg.Length(len(lines)-1-k)*size*leading
			write(c, size, false, Ink, draw.XCenter, c.Min.X+left+(vg.Length(j)+0.5)*width, y, l)
		}
	}
	for i, s := range m.Rows {
		y := top - (vg.Length(i)+0.5)*cellHeight
		writeLines(c, textSize, false, Ink, draw.XRight, c.Min.X+left-8, y, wrap(c, textSize, false, s, labelLimit, 2))
		for j := range m.Columns {
			x := c.Min.X + left + vg.Length(j)*width
			m.cell(c, m.Cells[i][j], limit, x+1, y-cellHeight/2+1, x+width-1, y+cellHeight/2-1)
		}
	}
	m.scale(c, limit, c.Min.X+left)
}

func (m Matrix) cell(c draw.Canvas, v MatrixCell, limit float64, x0, y0, x1, y1 vg.Length) {
	x, y := (x0+x1)/2, (y0+y1)/2
	count := fmt.Sprintf("n %d", v.N)
	if v.N < m.Few || math.IsNaN(v.Value) {
		hatch(c, x0, y0, x1, y1)
		if v.N > 0 {
			w := measure(c, smallSize, false, count)/2 + 2
			c.FillPolygon(Ground, []vg.Point{{X: x - w, Y: y - 5}, {X: x + w, Y: y - 5}, {X: x + w, Y: y + 5}, {X: x - w, Y: y + 5}})
			write(c, smallSize, false, Quiet, draw.XCenter, x, y, count)
		}
		return
	}
	k := shade(m.scaled(v.Value) / limit)
	box(c, k, x0, y0, x1, y1)
	write(c, textSize, true, legible(k), draw.XCenter, x, y+5, m.value(v.Value))
	write(c, smallSize, false, legible(k), draw.XCenter, x, y-5.5, count)
}

// scaled gives a value as a distance from none.
func (m Matrix) scaled(v float64) float64 {
	if m.Ratios {
		return math.Log2(max(v, 1e-9))
	}
	return v
}

func (m Matrix) value(v float64) string {
	switch {
	case !m.Ratios:
		return signed(v)
	case v < 9.995:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

// hatch draws an empty box with slanting lines.
func hatch(c draw.Canvas, x0, y0, x1, y1 vg.Length) {
	style := draw.LineStyle{Color: Faint, Width: 0.7}
	c.StrokeLines(style, []vg.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}, {X: x0, Y: y0}})
	h := y1 - y0
	for x := x0 - h + 6; x < x1; x += 6 { // lines from (x, y0) to (x+h, y1), cut at the sides
		ax, ay, bx, by := x, y0, x+h, y1
		if ax < x0 {
			ax, ay = x0, y0+(x0-x)
		}
		if bx > x1 {
			bx, by = x1, y0+(x1-x)
		}
		c.StrokeLine2(style, ax, ay, bx, by)
	}
}

// limit gives the value of the full colour: the largest in the matrix, rounded
// up to a quarter, the same to both sides.
func (m Matrix) limit() float64 {
	var far float64
	for _, row := range m.Cells {
		for _, v := range row {
			if v.N >= m.Few && !math.IsNaN(v.Value) {
				far = max(far, math.Abs(m.scaled(v.Value)))
			}
		}
	}
	if m.Ratios { // from 2 to 8 times
		return min(max(1, math.Ceil(far)), 3)
	}
	return max(0.25, math.Ceil(far*4-1e-9)/4)
}

// scale draws the key under the matrix.
func (m Matrix) scale(c draw.Canvas, limit float64, left vg.Length) {
	y := c.Min.Y + 25
	const steps, w = 9, vg.Length(16)
	for i := range steps {
		t := float64(i)/(steps-1)*2 - 1
		x := left + vg.Length(i)*w
		box(c, shade(t), x, y-4, x+w, y+5)
	}
	low, middle, high := signed(-limit), "0", signed(limit)
	if m.Ratios {
		low, middle, high = fmt.Sprintf("%.3g", math.Exp2(-limit)), "1", fmt.Sprintf("%.3g", math.Exp2(limit))
	}
	write(c, smallSize, false, Ink, draw.XLeft, left, y-11, low)
	write(c, smallSize, false, Ink, draw.XCenter, left+steps*w/2, y-11, middle)
	write(c, smallSize, false, Ink, draw.XRight, left+steps*w, y-11, high)
	x := left + steps*w + 14
	hatch(c, x, y-4, x+16, y+5)
	for i, l := range wrap(c, smallSize, false, fmt.Sprintf("fewer than %d %s", m.Few, m.Counted), c.Max.X-x-20, 2) {
		write(c, smallSize, false, Ink, draw.XLeft, x+20, y-vg.Length(i)*smallSize*leading, l)
	}
	write(c, smallSize, false, Ink, draw.XLeft, left, c.Min.Y+5, wrap(c, smallSize, false, m.Unit, c.Max.X-left, 1)[0])
}

// shade mixes ColorBrewer's PuOr from its orange end, -1, over near white to its
// purple end, 1.
func shade(t float64) color.NRGBA {
	t = max(-1, min(1, t))
	middle, end := color.NRGBA{0xF7, 0xF7, 0xF7, 0xFF}, diverging[0]
	if t > 0 {
		end = diverging[2]
	}
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*math.Abs(t))) }
	return color.NRGBA{mix(middle.R, end.R), mix(middle.G, end.G), mix(middle.B, end.B), 0xFF}
}

func signed(v float64) string {
	s := strings.Replace(fmt.Sprintf("%+.2f", v), "-", "\u2212", 1)
	if s == "+0.00" || s == "\u22120.00" {
		return "0.00"
	}
	return s
}
