package plots

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Forest is estimates with their intervals, one to a row: contrasts on a
// logarithmic axis around 1 or a symmetric one around 0, or rates on an axis
// that begins at 0.
type Forest struct {
	Axis    Axis
	Title   string   // of the axis: measure, unit, kind of interval
	Low     string   // what a value left of the null means, "" for rates
	High    string   // what a value right of the null means
	Heads   []string // of the columns of text on the right
	Rows    []ForestRow
	Compare bool // there is a null; rows whose interval covers it are drawn in grey
}

// An Axis says how values lie on paper.
type Axis int

// The axes.
const (
	Rates       Axis = iota // from 0, linear
	Ratios                  // around 1, logarithmic
	Differences             // around 0, linear
)

// A ForestRow is an estimate or, if Heading, a line that names those below it.
type ForestRow struct {
	Label    string
	Heading  bool
	Estimate float64 // NaN when there is none
	Low      float64 // NaN, as High, when no interval was given
	High     float64
	Shrunk   float64  // the estimate drawn towards those of all rows, NaN for none; looked at in comparisons only
	Columns  []string // one per head
}

const (
	rowHeight   = vg.Length(15)
	twoLine     = vg.Length(23)
	headHeight  = vg.Length(18)
	labelLimit  = vg.Length(150)
	columnGap   = vg.Length(12)
	columnLimit = vg.Length(105)
)

// Draw gives the figure. Rows are drawn in their order, the first on top.
func (f Forest) Draw(name, title, description string) *Figure {
	labels := make([]string, len(f.Rows))
	for i, r := range f.Rows {
		labels[i] = r.Label
	}
	rows := newRows(labels, func(i int) bool { return f.Rows[i].Heading })
	axis := vg.Length(34)
	if f.Low != "" {
		axis += 13
	}
	return &Figure{
		Name: name, Title: title, Description: description, labels: labels,
		height: headHeight + rows.height() + axis,
		draw:   func(c draw.Canvas) { f.paint(c, rows) },
	}
}

func (f Forest) paint(c draw.Canvas, rows *rows) {
	left := rows.width(c) + 10
	widths := make([]vg.Length, len(f.Heads))
	var right vg.Length
	for i, h := range f.Heads {
		widths[i] = measure(c, textSize, true, h)
		for _, r := range f.Rows {
			if i < len(r.Columns) {
				widths[i] = max(widths[i], measure(c, textSize, false, r.Columns[i]))
			}
		}
		widths[i] = min(widths[i], columnLimit)
		right += columnGap + widths[i]
	}

	p := newPlot()
	lo, hi, ticks := f.Axis.span(f.Rows, (c.Max.X-c.Min.X-left-right)/30)
	p.X.Min, p.X.Max, p.X.Tick.Marker = lo, hi, plot.ConstantTicks(ticks)
	if f.Axis == Ratios {
		p.X.Scale = plot.LogScale{}
	}
	p.Y.Min, p.Y.Max = 0, float64(rows.height())
	p.Add(layer(func(c draw.Canvas, p *plot.Plot) { f.marks(c, p, rows) }))

	below := vg.Length(14)
	if f.Low != "" {
		below += 13
	}
	mid := draw.Crop(c, left, -max(right, 8), below, -headHeight)
	p.Draw(mid)
	data := p.DataCanvas(mid)
	rows.draw(c, data, p, left)

	_, ty := p.Transforms(&data)
	for i, r := range f.Rows {
		x := mid.Max.X
		for k, s := range r.Columns {
			x += columnGap + widths[k]
			s = wrap(c, textSize, false, s, widths[k], 1)[0]
			write(c, textSize, false, Ink, draw.XRight, x, ty(rows.at(i)), s)
		}
	}
	x := mid.Max.X
	for k, h := range f.Heads {
		x += columnGap + widths[k]
		write(c, textSize, true, Ink, draw.XRight, x, c.Max.Y-headHeight/2, wrap(c, textSize, true, h, widths[k], 1)[0])
	}

	axisTitle(c, c.Min.Y+6, (data.Min.X+data.Max.X)/2, f.Title)
	if f.Low != "" {
		tx, _ := p.Transforms(&data)
		null := tx(f.Axis.null())
		write(c, textSize, false, Quiet, draw.XRight, null-6, c.Min.Y+20, "← "+f.Low)
		write(c, textSize, false, Quiet, draw.XLeft, null+6, c.Min.Y+20, f.High+" →")
	}
}

// marks draws whiskers and points. A filled point has an interval that does not
// cover the null; a ring one that does; a cross has no interval. An interval or
// point that leaves the axis ends in an arrow.
func (f Forest) marks(c draw.Canvas, p *plot.Plot, rows *rows) {
	tx, ty := p.Transforms(&c)
	x := func(v float64) vg.Length {
		if f.Axis == Ratios && v <= 0 {
			return c.Min.X - 100
		}
		return tx(v)
	}
	for _, t := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
		c.StrokeLine2(draw.LineStyle{Color: Faint, Width: 0.5}, tx(t.Value), c.Min.Y, tx(t.Value), c.Max.Y)
	}
	if f.Compare {
		at := tx(f.Axis.null())
		c.StrokeLine2(draw.LineStyle{Color: Quiet, Width: 0.9, Dashes: []vg.Length{3, 2}}, at, c.Min.Y, at, c.Max.Y)
	}
	for i, r := range f.Rows {
		if r.Heading || math.IsNaN(r.Estimate) {
			continue
		}
		y := ty(rows.at(i))
		known := !math.IsNaN(r.Low) && !math.IsNaN(r.High)
		clear := known && (!f.Compare || r.Low > f.Axis.null() || r.High < f.Axis.null())
		style := draw.LineStyle{Color: Quiet, Width: 1.3}
		if clear {
			style.Color = Accent
		}
		if known {
			whisker(c, style, x(r.Low), x(r.High), y)
		}
		if f.Compare && !math.IsNaN(r.Shrunk) && x(r.Shrunk) >= c.Min.X && x(r.Shrunk) <= c.Max.X {
			diamond(c, vg.Point{X: x(r.Shrunk), Y: y})
		}
		switch at := x(r.Estimate); {
		case at < c.Min.X-0.01:
			arrow(c, style, c.Min.X, 4, y)
		case at > c.Max.X+0.01:
			arrow(c, style, c.Max.X, -4, y)
		case clear:
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: Accent, Radius: 3.2, Shape: draw.CircleGlyph{}}, vg.Point{X: at, Y: y})
		case known:
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: Ground, Radius: 3, Shape: draw.CircleGlyph{}}, vg.Point{X: at, Y: y})
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: Quiet, Radius: 3, Shape: draw.RingGlyph{}}, vg.Point{X: at, Y: y})
		default:
			c.DrawGlyphNoClip(draw.GlyphStyle{Color: Quiet, Radius: 3, Shape: draw.CrossGlyph{}}, vg.Point{X: at, Y: y})
		}
	}
}

// whisker draws an interval from lo to hi with a cap at each end, or an arrow
// where it goes on beyond the axis.
func whisker(c draw.Canvas, style draw.LineStyle, lo, hi, y vg.Length) {
	from, to := min(max(lo, c.Min.X), c.Max.X), max(min(hi, c.Max.X), c.Min.X)
	c.StrokeLine2(style, from, y, to, y)
	for _, end := range []struct {
		beyond bool
		x, in  vg.Length
	}{{lo < c.Min.X-0.01, from, 4}, {hi > c.Max.X+0.01, to, -4}} {
		if end.beyond {
			arrow(c, style, end.x, end.in, y)
		} else {
			c.StrokeLine2(style, end.x, y-2.5, end.x, y+2.5)
		}
	}
}

// diamond marks a shrunk estimate: open, so that it does not hide the other.
func diamond(c draw.Canvas, at vg.Point) {
	const r = vg.Length(4.2)
	c.StrokeLines(draw.LineStyle{Color: Ink, Width: 0.9}, []vg.Point{{X: at.X - r, Y: at.Y}, {X: at.X, Y: at.Y + r}, {X: at.X + r, Y: at.Y}, {X: at.X, Y: at.Y - r}, {X: at.X - r, Y: at.Y}})
}

func arrow(c draw.Canvas, style draw.LineStyle, x, in, y vg.Length) {
	c.StrokeLines(style, []vg.Point{{X: x + in, Y: y + 3}, {X: x, Y: y}, {X: x + in, Y: y - 3}})
}

func (a Axis) null() float64 {
	if a == Ratios {
		return 1
	}
	return 0
}

// span gives the ends of the axis and its ticks, at most room of them. Contrasts
// lie symmetrically around the null. Estimates are in view as far as that leaves
// the others legible: beyond eight times, or an eighth, an arrow stands for them.
func (a Axis) span(rows []ForestRow, room vg.Length) (lo, hi float64, ticks []plot.Tick) {
	var far, ends float64
	for _, r := range rows {
		for _, v := range []float64{r.Estimate, r.Low, r.High} {
			if math.IsNaN(v) || math.IsInf(v, 0) || r.Heading {
				continue
			}
			if a == Ratios {
				if v <= 0 {
					continue
				}
				v = math.Log(v)
			}
			ends = max(ends, math.Abs(v))
			if v == r.Estimate || a == Ratios && r.Estimate > 0 && v == math.Log(r.Estimate) {
				far = max(far, math.Abs(v))
			}
		}
	}
	limit := min(ends, max(far*2.5, far+math.Log(1.5)))
	switch a {
	case Ratios:
		limit = min(max(limit*1.05, math.Log(1.6)), math.Log(8.5))
		lo, hi = math.Exp(-limit), math.Exp(limit)
		for _, steps := range ratioTicks {
			ticks = nil
			for _, v := range steps {
				if v >= lo && v <= hi {
					ticks = append(ticks, plot.Tick{Value: v, Label: strconv.FormatFloat(v, 'f', -1, 64)})
				}
			}
			if vg.Length(len(ticks)) <= room {
				break
			}
		}
	default:
		limit = min(ends, far*4)
		if limit <= 0 {
			limit = 1
		}
		step := niceStep(limit, max(2, int(room)/(1+int(a/Differences))))
		hi = math.Ceil(limit*1.02/step) * step
		if a == Differences {
			lo = -hi
		}
		for k := math.Round(lo / step); k <= math.Round(hi/step); k++ {
			ticks = append(ticks, plot.Tick{Value: k * step, Label: tickLabel(k*step, step)})
		}
	}
	return lo, hi, ticks
}

// ratioTicks are sets of ticks, the richest first. Each is its own mirror image.
var ratioTicks = [][]float64{
	{0.125, 0.167, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8},
	{0.125, 0.25, 0.33, 0.5, 0.67, 1, 1.5, 2, 3, 4, 8},
	{0.125, 0.25, 0.5, 0.67, 1, 1.5, 2, 4, 8},
	{0.125, 0.25, 0.5, 1, 2, 4, 8},
}

// niceStep gives the smallest of 1, 2 or 5 times a power of ten that needs at
// most n steps to limit.
func niceStep(limit float64, n int) float64 {
	power := math.Pow(10, math.Floor(math.Log10(limit/float64(n))))
	for _, m := range []float64{1, 2, 5} {
		if limit/(m*power) <= float64(n) {
			return m * power
		}
	}
	return 10 * power
}

func tickLabel(v, step float64) string {
	decimals := max(0, int(-math.Floor(math.Log10(step)+1e-9)))
	return strings.Replace(strconv.FormatFloat(v+0, 'f', decimals, 64), "-", "\u2212", 1)
}

// axisTitle writes the title of an axis around x, moved so that it stays on the
// paper, in two lines when it is wider than the figure.
func axisTitle(c draw.Canvas, y, x vg.Length, title string) {
	line := wrap(c, textSize, false, title, c.Max.X-c.Min.X, 1)[0]
	half := measure(c, textSize, false, line) / 2
	x = min(max(x, c.Min.X+half), c.Max.X-half)
	write(c, textSize, false, Ink, draw.XCenter, x, y, line)
}
