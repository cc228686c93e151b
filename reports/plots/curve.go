package plots

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Curve is one contrast under every way to count: the estimates from the
// smallest to the largest, and under each the choices that it makes.
type Curve struct {
	Axis    Axis // Ratios or Differences
	Title   string
	Choices []string // what can be chosen
	Specs   []CurveSpec
}

// A CurveSpec is one way to count.
type CurveSpec struct {
	Estimate, Low, High float64 // NaN when there is none
	Chosen              []bool  // one per choice
	Main                bool    // that of the report
}

// Draw gives the figure.
func (k Curve) Draw(name, title, description string) *Figure {
	k.Specs = slices.Clone(k.Specs)
	slices.SortStableFunc(k.Specs, func(a, b CurveSpec) int {
		x, y := a.Estimate, b.Estimate
		if math.IsNaN(x) || math.IsNaN(y) { // undefined ones last
			return cmp.Compare(boolean(math.IsNaN(x)), boolean(math.IsNaN(y)))
		}
		return cmp.Compare(x, y)
	})
	return &Figure{
		Name: name, Title: title, Description: description, labels: k.Choices,
		height: 118 + vg.Length(len(k.Choices)+1)*rowHeight,
		draw:   k.paint,
	}
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (k Curve) paint(c draw.Canvas) {
	var left vg.Length
	for _, s := range append([]string{"as in the report"}, k.Choices...) {
		left = max(left, min(labelLimit, measure(c, textSize, false, s)))
	}
	left += 12
	write(c, textSize, false, Ink, draw.XLeft, c.Min.X, c.Max.Y-6, wrap(c, textSize, false, k.Title, c.Max.X-c.Min.X, 1)[0])
	lower := vg.Length(len(k.Choices)+1) * rowHeight
	top := c.Max.Y - 18
	bottom := c.Min.Y + lower + 8
	var rows []ForestRow
	for _, s := range k.Specs {
		rows = append(rows, ForestRow{Estimate: s.Estimate, Low: s.Low, High: s.High})
	}
	lo, hi, ticks := k.Axis.span(rows, 6)
	scale := plot.Normalizer(plot.LinearScale{})
	if k.Axis == Ratios {
		scale = plot.LogScale{}
	}
	y := func(v float64) vg.Length {
		if k.Axis == Ratios && v <= 0 {
			return bottom
		}
		return bottom + vg.Length(min(max(scale.Normalize(lo, hi, v), 0), 1))*(top-bottom)
	}
	for _, t := range ticks {
		c.StrokeLine2(draw.LineStyle{Color: Faint, Width: 0.5}, c.Min.X+left, y(t.Value), c.Max.X, y(t.Value))
		write(c, textSize, false, Ink, draw.XRight, c.Min.X+left-6, y(t.Value), t.Label)
	}
	null := y(k.Axis.null())
	c.StrokeLine2(draw.LineStyle{Color: Quiet, Width: 0.9, Dashes: []vg.Length{3, 2}}, c.Min.X+left, null, c.Max.X, null)
	step := (c.Max.X - c.Min.X - left) / vg.Length(max(1, len(k.Specs)))
	step = min(step, 40)
	for i, s := range append([]string{"as in the report"}, k.Choices...) {
		at := c.Min.Y + lower - (vg.Length(i)+0.5)*rowHeight
		writeLines(c, textSize, false, Ink, draw.XRight, c.Min.X+left-8, at, wrap(c, textSize, false, s, labelLimit, 1))
		c.StrokeLine2(draw.LineStyle{Color: Faint, Width: 0.5}, c.Min.X+left, at, c.Min.X+left+step*vg.Length(len(k.Specs)), at)
	}
	for i, s := range k.Specs {
		x := c.Min.X + left + (vg.Length(i)+0.5)*step
		known := !math.IsNaN(s.Low) && !math.IsNaN(s.High)
		clear := known && (s.Low > k.Axis.null() || s.High < k.Axis.null())
		ink := Quiet
		if clear {
			ink = Accent
		}
		if known {
			c.StrokeLine2(draw.LineStyle{Color: ink, Width: 1.3}, x, y(s.Low), x, y(s.High))
		}
		switch {
		case math.IsNaN(s.Estimate):
		case clear:
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: ink, Radius: 3, Shape: draw.CircleGlyph{}}, vg.Point{X: x, Y: y(s.Estimate)})
		case known:
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: Ground, Radius: 2.8, Shape: draw.CircleGlyph{}}, vg.Point{X: x, Y: y(s.Estimate)})
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: ink, Radius: 2.8, Shape: draw.RingGlyph{}}, vg.Point{X: x, Y: y(s.Estimate)})
		default:
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: ink, Radius: 2.8, Shape: draw.CrossGlyph{}}, vg.Point{X: x, Y: y(s.Estimate)})
		}
		for j, chosen := range append([]bool{s.Main}, s.Chosen...) {
			if chosen {
				at := vg.Point{X: x, Y: c.Min.Y + lower - (vg.Length(j)+0.5)*rowHeight}
				c.DrawGlyphNoClip(draw.GlyphStyle{Color: Ink, Radius: 2.6, Shape: draw.BoxGlyph{}}, at)
			}
		}
	}
}
