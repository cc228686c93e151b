package plots

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Series is a value over time with its interval, in a small panel for each
// group; all panels have the same axes.
type Series struct {
	Axis   Axis     // Rates or Differences
	Title  string   // measure and unit
	Times  []string // equal steps: "2024-W05"
	Event  int      // time of the event line; -1 for none
	Named  string   // what happened then
	Panels []SeriesPanel
}

// A SeriesPanel is one group.
type SeriesPanel struct {
	Label  string
	Values []SeriesValue // one per time
}

// A SeriesValue is a value with its interval; NaN where there is none.
type SeriesValue struct{ Value, Low, High float64 }

const (
	panelHeight = vg.Length(82)
	panelGap    = vg.Length(16)
)

// Draw gives the figure.
func (s Series) Draw(name, title, description string) *Figure {
	var labels []string
	for _, p := range s.Panels {
		labels = append(labels, p.Label)
	}
	return &Figure{
		Name: name, Title: title, Description: description, labels: append(labels, s.Named),
		height: 18 + vg.Length((len(s.Panels)+1)/2)*panelHeight + 4,
		draw:   s.paint,
	}
}

func (s Series) paint(c draw.Canvas) {
	write(c, textSize, false, Ink, draw.XLeft, c.Min.X, c.Max.Y-6, wrap(c, textSize, false, s.Title, c.Max.X-c.Min.X, 1)[0])
	var rows []ForestRow
	for _, p := range s.Panels {
		for _, v := range p.Values {
			rows = append(rows, ForestRow{Estimate: v.Value, Low: v.Low, High: v.High})
		}
	}
	lo, hi, ticks := s.Axis.span(rows, 4)
	var margin vg.Length
	for _, t := range ticks {
		margin = max(margin, measure(c, smallSize, false, t.Label))
	}
	columns := min(2, len(s.Panels))
	width := (c.Max.X - c.Min.X - panelGap*vg.Length(columns-1)) / vg.Length(columns)
	for i, p := range s.Panels {
		x0 := c.Min.X + vg.Length(i%2)*(width+panelGap)
		y1 := c.Max.Y - 18 - vg.Length(i/2)*panelHeight
		r := room{x0 + margin + 6, y1 - panelHeight + 20, x0 + width, y1 - 14}
		s.panel(c, p, r, lo, hi, ticks)
		write(c, textSize, true, Ink, draw.XLeft, r.x0, y1-6, wrap(c, textSize, true, p.Label, width-margin-6, 1)[0])
	}
}

func (s Series) panel(c draw.Canvas, p SeriesPanel, r room, lo, hi float64, ticks []plot.Tick) {
	n := len(s.Times)
	x := func(i int) vg.Length {
		if n < 2 {
			return (r.x0 + r.x1) / 2
		}
		return r.x0 + 4 + (r.x1-r.x0-8)*vg.Length(i)/vg.Length(n-1)
	}
	y := func(v float64) vg.Length { return r.y0 + vg.Length(min(max((v-lo)/(hi-lo), 0), 1))*(r.y1-r.y0) }
	for _, t := range ticks {
		c.StrokeLine2(draw.LineStyle{Color: Faint, Width: 0.5}, r.x0, y(t.Value), r.x1, y(t.Value))
		write(c, smallSize, false, Ink, draw.XRight, r.x0-4, y(t.Value), t.Label)
	}
	if s.Event >= 0 {
		at := x(s.Event)
		c.StrokeLine2(draw.LineStyle{Color: Quiet, Width: 0.9, Dashes: []vg.Length{3, 2}}, at, r.y0, at, r.y1)
		if s.Named != "" {
			side, dx := draw.XLeft, vg.Length(3)
			if at > (r.x0+r.x1)/2 {
				side, dx = draw.XRight, -3
			}
			write(c, smallSize, false, Quiet, side, at+dx, r.y1-4, wrap(c, smallSize, false, s.Named, (r.x1-r.x0)/2, 1)[0])
		}
	}
	// The band and the line stop where a time has no value.
	for i := 0; i < n; {
		if math.IsNaN(p.Values[i].Value) {
			i++
			continue
		}
		from := i
		var upper, lower, line []vg.Point
		for ; i < n && !math.IsNaN(p.Values[i].Value); i++ {
			v := p.Values[i]
			line = append(line, vg.Point{X: x(i), Y: y(v.Value)})
			if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
				upper = append(upper, vg.Point{X: x(i), Y: y(v.High)})
				lower = append([]vg.Point{{X: x(i), Y: y(v.Low)}}, lower...)
			}
		}
		if len(upper) > 1 && len(upper) == i-from {
			c.FillPolygon(Faint, append(upper, lower...))
		} else {
			for k, u := range upper {
				c.StrokeLine2(draw.LineStyle{Color: Quiet, Width: 0.7}, u.X, lower[len(lower)-1-k].Y, u.X, u.Y)
			}
		}
		c.StrokeLines(draw.LineStyle{Color: Accent, Width: 1.2}, line)
		for _, q := range line {
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: Accent, Radius: 1.6, Shape: draw.CircleGlyph{}}, q)
		}
	}
	c.StrokeLine2(draw.LineStyle{Color: Quiet, Width: 0.5}, r.x0, r.y0, r.x1, r.y0)
	if n > 0 {
		first := s.Times[0]
		write(c, smallSize, false, Ink, draw.XLeft, r.x0, r.y0-7, first)
		if last := s.Times[n-1]; n > 1 && measure(c, smallSize, false, first+last)+12 < r.x1-r.x0 {
			write(c, smallSize, false, Ink, draw.XRight, r.x1, r.y0-7, last)
		}
	}
}
