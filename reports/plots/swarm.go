package plots

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Swarm is single values, a dot each, in a row for each group, with the middle
// one marked.
type Swarm struct {
	Title string // of the axis
	Heads []string
	Rows  []SwarmRow
}

// A SwarmRow is the values of a group.
type SwarmRow struct {
	Label   string
	Values  []float64 // at least 0
	Columns []string
}

const swarmHeight = vg.Length(26)

// Draw gives the figure.
func (s Swarm) Draw(name, title, description string) *Figure {
	labels := make([]string, len(s.Rows))
	for i, r := range s.Rows {
		labels[i] = r.Label
	}
	return &Figure{Name: name, Title: title, Description: description, labels: labels,
		height: headHeight + vg.Length(len(s.Rows))*swarmHeight + 34, draw: s.paint}
}

func (s Swarm) paint(c draw.Canvas) {
	var left, right vg.Length
	var far float64
	widths := make([]vg.Length, len(s.Heads))
	for i, h := range s.Heads {
		widths[i] = measure(c, textSize, true, h)
	}
	for _, r := range s.Rows {
		left = max(left, min(labelLimit, measure(c, textSize, false, r.Label)))
		for i, t := range r.Columns {
			widths[i] = max(widths[i], measure(c, textSize, false, t))
		}
		for _, v := range r.Values {
			far = max(far, v)
		}
	}
	left += 10
	for _, w := range widths {
		right += columnGap + w
	}
	p := newPlot()
	if far <= 0 {
		far = 1
	}
	step := niceStep(far, max(2, int((c.Max.X-c.Min.X-left-right)/40)))
	p.X.Min, p.X.Max = 0, math.Ceil(far*1.02/step)*step
	var ticks []plot.Tick
	for k := 0.0; k*step <= p.X.Max+step/1000; k++ {
		ticks = append(ticks, plot.Tick{Value: k * step, Label: tickLabel(k*step, step)})
	}
	p.X.Tick.Marker = plot.ConstantTicks(ticks)
	p.Y.Min, p.Y.Max = 0, float64(len(s.Rows))*float64(swarmHeight)
	p.Add(layer(func(c draw.Canvas, p *plot.Plot) {
		tx, ty := p.Transforms(&c)
		for _, t := range ticks {
			c.StrokeLine2(draw.LineStyle{Color: Faint, Width: 0.5}, tx(t.Value), c.Min.Y, tx(t.Value), c.Max.Y)
		}
		for i, r := range s.Rows {
			r.dots(c, tx, ty(p.Y.Max-(float64(i)+0.5)*float64(swarmHeight)))
		}
	}))
	mid := draw.Crop(c, left, -max(right, 8), 14, -headHeight)
	p.Draw(mid)
	data := p.DataCanvas(mid)
	_, ty := p.Transforms(&data)
	for i, r := range s.Rows {
		y := ty(p.Y.Max - (float64(i)+0.5)*float64(swarmHeight))
		writeLines(c, textSize, false, Ink, draw.XRight, c.Min.X+left-8, y, wrap(c, textSize, false, r.Label, labelLimit, 2))
		x := mid.Max.X
		for k, t := range r.Columns {
			x += columnGap + widths[k]
			write(c, textSize, false, Ink, draw.XRight, x, y, t)
		}
	}
	x := mid.Max.X
	for k, h := range s.Heads {
		x += columnGap + widths[k]
		write(c, textSize, true, Ink, draw.XRight, x, c.Max.Y-headHeight/2, h)
	}
	axisTitle(c, c.Min.Y+6, (data.Min.X+data.Max.X)/2, s.Title)
}

// dots puts each value as near to the middle line y as the others let it; where
// a row is full, dots lie over each other at its edge.
func (r SwarmRow) dots(c draw.Canvas, tx func(float64) vg.Length, y vg.Length) {
	const radius = vg.Length(1.7)
	values := slices.Sorted(slices.Values(r.Values))
	var placed []vg.Point
	for _, v := range values {
		x, best := tx(v), vg.Length(0)
		for k := range 11 {
			best = vg.Length((k+1)/2) * radius
			if k%2 == 1 {
				best = -best
			}
			free := true
			for i := len(placed) - 1; i >= 0 && x-placed[i].X < 2*radius; i-- {
				if dx, dy := x-placed[i].X, y+best-placed[i].Y; dx*dx+dy*dy < 3.6*radius*radius {
					free = false
					break
				}
			}
			if free {
				break
			}
		}
		at := vg.Point{X: x, Y: y + best}
		placed = append(placed, at)
		c.DrawGlyphNoClip(draw.GlyphStyle{Color: Accent, Radius: radius, Shape: draw.RingGlyph{}}, at)
	}
	if n := len(values); n > 0 {
		m := values[n/2]
		if n%2 == 0 {
			m = (values[n/2-1] + values[n/2]) / 2
		}
		c.StrokeLine2(draw.LineStyle{Color: Ink, Width: 1.6}, tx(m), y-11, tx(m), y+11)
	}
}
