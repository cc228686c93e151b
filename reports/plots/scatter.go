package plots

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Scatter is points by how frequent (logarithmic) and how distinct they are,
// the most distinct ones named.
type Scatter struct {
	X, Y      string // titles of the axes
	Low, High string // what the lower and the upper half mean
	Points    []ScatterPoint
}

// A ScatterPoint is one point. Clear ones are filled and in colour, upwards
// triangles above the middle and downwards ones below; the others are grey rings.
type ScatterPoint struct {
	Label string
	X, Y  float64 // X above 0
	Clear bool
}

const scatterHeight = 10 * vg.Centimeter

// Draw gives the figure.
func (s Scatter) Draw(name, title, description string) *Figure {
	labels := make([]string, len(s.Points))
	for i, p := range s.Points {
		labels[i] = p.Label
	}
	return &Figure{Name: name, Title: title, Description: description, labels: labels, height: scatterHeight, draw: s.paint}
}

func (s Scatter) paint(c draw.Canvas) {
	lo, hi, up, down := math.Inf(1), math.Inf(-1), 1.0, 1.0
	for _, p := range s.Points {
		lo, hi, up, down = min(lo, p.X), max(hi, p.X), max(up, p.Y), max(down, -p.Y)
	}
	if lo > hi {
		lo, hi = 0.1, 10
	}
	p := newPlot()
	p.X.Scale = plot.LogScale{}
	p.X.Min, p.X.Max = lo/1.3, hi*1.6
	var ticks []plot.Tick
	for e := math.Floor(math.Log10(p.X.Min)); e <= math.Log10(p.X.Max); e++ {
		for _, m := range []float64{1, 3} {
			if v := m * math.Pow(10, e); v >= p.X.Min && v <= p.X.Max {
				ticks = append(ticks, plot.Tick{Value: v, Label: strconv.FormatFloat(v, 'g', 6, 64)})
			}
		}
	}
	p.X.Tick.Marker = plot.ConstantTicks(ticks)
	margin := (up + down) * 0.06
	p.Y.Min, p.Y.Max = -down-margin, up+margin
	step := niceStep(max(up, down), 4)
	p.Add(layer(func(c draw.Canvas, p *plot.Plot) { s.points(c, p, step) }))
	left := vg.Length(30)
	mid := draw.Crop(c, left, -8, 14, -16)
	p.Draw(mid)
	data := p.DataCanvas(mid)
	_, ty := p.Transforms(&data)
	for k := math.Ceil(p.Y.Min / step); k*step <= p.Y.Max; k++ {
		write(c, textSize, false, Ink, draw.XRight, data.Min.X-4, ty(k*step), tickLabel(k*step, step))
	}
	write(c, textSize, false, Ink, draw.XLeft, c.Min.X, c.Max.Y-6, wrap(c, textSize, false, s.Y, c.Max.X-c.Min.X, 1)[0])
	axisTitle(c, c.Min.Y+6, (data.Min.X+data.Max.X)/2, s.X)
}

// room is a piece of paper that is taken.
type room struct{ x0, y0, x1, y1 vg.Length }

func (r room) meets(o room) bool { return r.x0 < o.x1 && o.x0 < r.x1 && r.y0 < o.y1 && o.y0 < r.y1 }

func (s Scatter) points(c draw.Canvas, p *plot.Plot, step float64) {
	tx, ty := p.Transforms(&c)
	for k := math.Ceil(p.Y.Min / step); k*step <= p.Y.Max; k++ {
		c.StrokeLine2(draw.LineStyle{Color: Faint, Width: 0.5}, c.Min.X, ty(k*step), c.Max.X, ty(k*step))
	}
	c.StrokeLine2(draw.LineStyle{Color: Quiet, Width: 0.9, Dashes: []vg.Length{3, 2}}, c.Min.X, ty(0), c.Max.X, ty(0))
	var taken []room
	edge := func(y vg.Length, t string) {
		if t == "" {
			return
		}
		write(c, smallSize, false, Quiet, draw.XRight, c.Max.X-2, y, t)
		taken = append(taken, room{c.Max.X - 4 - measure(c, smallSize, false, t), y - 5, c.Max.X, y + 5})
	}
	edge(c.Max.Y-6, s.High)
	edge(c.Min.Y+6, s.Low)
	order := make([]int, len(s.Points))
	for i, q := range s.Points {
		order[i] = i
		x, y := tx(q.X), ty(q.Y)
		style := draw.GlyphStyle{Color: Quiet, Radius: 2, Shape: draw.RingGlyph{}}
		if q.Clear {
			style = draw.GlyphStyle{Color: Accent, Radius: 2.8, Shape: triangle(1)}
			if q.Y < 0 {
				style.Shape, style.Color = triangle(-1), diverging[0]
			}
		}
		c.DrawGlyphNoClip(style, vg.Point{X: x, Y: y})
		taken = append(taken, room{x - 2.5, y - 2.5, x + 2.5, y + 2.5})
	}
	slices.SortStableFunc(order, func(a, b int) int {
		p, q := s.Points[a], s.Points[b]
		if p.Clear != q.Clear {
			if p.Clear {
				return -1
			}
			return 1
		}
		return cmp.Compare(math.Abs(q.Y), math.Abs(p.Y))
	})
	for _, i := range order {
		s.label(c, s.Points[i], tx(s.Points[i].X), ty(s.Points[i].Y), &taken)
	}
}

// label names a point at the first of its sides where nothing else stands; where
// there is no such side the point stays without a name.
func (s Scatter) label(c draw.Canvas, q ScatterPoint, x, y vg.Length, taken *[]room) {
	text := wrap(c, smallSize, false, q.Label, 110, 1)[0]
	w, h := measure(c, smallSize, false, text), smallSize*1.1
	for _, at := range []struct{ x, y vg.Length }{
		{x + 4, y}, {x - 4 - w, y}, {x - w/2, y + h}, {x - w/2, y - h}, {x + 3, y + h*0.8}, {x + 3, y - h*0.8}, {x - 3 - w, y + h*0.8}, {x - 3 - w, y - h*0.8},
	} {
		r := room{at.x - 0.5, at.y - h/2, at.x + w + 0.5, at.y + h/2}
		free := r.x0 >= c.Min.X && r.x1 <= c.Max.X && r.y0 >= c.Min.Y && r.y1 <= c.Max.Y
		for i := 0; free && i < len(*taken); i++ {
			free = !r.meets((*taken)[i])
		}
		if free {
			ink := Quiet
			if q.Clear {
				ink = Ink
			}
			write(c, smallSize, false, ink, draw.XLeft, at.x, at.y, text)
			*taken = append(*taken, r)
			return
		}
	}
}

// A triangle is a filled triangle that points up, 1, or down, -1.
type triangle int

// DrawGlyph implements draw.GlyphDrawer.
func (t triangle) DrawGlyph(c *draw.Canvas, sty draw.GlyphStyle, pt vg.Point) {
	c.SetColor(sty.Color)
	r := sty.Radius * 1.2
	up := vg.Length(t) * r
	var p vg.Path
	p.Move(vg.Point{X: pt.X, Y: pt.Y + up})
	p.Line(vg.Point{X: pt.X - r*0.87, Y: pt.Y - up/2})
	p.Line(vg.Point{X: pt.X + r*0.87, Y: pt.Y - up/2})
	p.Close()
	c.Fill(p)
}
