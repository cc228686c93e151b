package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// rows lays out labelled rows from the top down. Positions are points above the
// lower edge of the lowest row.
type rows struct {
	labels   []string
	headings []bool
	heights  []vg.Length
}

func newRows(labels []string, heading func(int) bool) *rows {
	r := &rows{labels: labels, headings: make([]bool, len(labels)), heights: make([]vg.Length, len(labels))}
	probe := draw.Canvas{Canvas: &svgCanvas{}}
	for i, l := range labels {
		r.headings[i] = heading(i)
		r.heights[i] = rowHeight
		if measure(probe, textSize, false, l) > labelLimit || escaped(l) != l {
			r.heights[i] = twoLine
		}
		if r.headings[i] {
			r.heights[i] = rowHeight + 4
		}
	}
	return r
}

func (r *rows) height() (h vg.Length) {
	for _, l := range r.heights {
		h += l
	}
	return h
}

// at gives the middle of row i.
func (r *rows) at(i int) float64 {
	y := r.height()
	for _, h := range r.heights[:i] {
		y -= h
	}
	if r.headings[i] {
		return float64(y - r.heights[i]*0.6)
	}
	return float64(y - r.heights[i]/2)
}

// width gives the room that the labels need.
func (r *rows) width(c draw.Canvas) (w vg.Length) {
	for i, l := range r.labels {
		if !r.headings[i] {
			w = max(w, min(labelLimit, measure(c, textSize, false, l)))
		}
	}
	return w
}

// draw writes the labels, right-aligned before the data area that begins at
// left; headings stand at the left edge and may run on over the data area.
func (r *rows) draw(c, data draw.Canvas, p *plot.Plot, left vg.Length) {
	_, ty := p.Transforms(&data)
	for i, l := range r.labels {
		y := ty(r.at(i))
		if r.headings[i] {
			write(c, textSize, true, Ink, draw.XLeft, c.Min.X, y, wrap(c, textSize, true, l, c.Max.X-c.Min.X, 1)[0])
			continue
		}
		writeLines(c, textSize, false, Ink, draw.XRight, c.Min.X+left-8, y, wrap(c, textSize, false, l, labelLimit, 2))
	}
}
