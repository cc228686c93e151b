package plots

import (
	"bytes"
	"fmt"
	"html"
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// fontFamily begins with the face that the layout is measured with; Arial and
// Helvetica have the same widths.
const fontFamily = "Liberation Sans, Arial, Helvetica, sans-serif"

// SVG returns the figure as an SVG document: role img, with title and
// description, text as text, colours as attributes so that a style sheet around
// it can replace them. Strokes of one kind that follow each other are one path,
// circles are circles, and text of the usual size and colour says neither: a page
// holds dozens of figures. The same figure gives the same bytes.
func (f *Figure) SVG() []byte {
	c := &svgCanvas{width: Width, height: f.height, state: svgState{color: Ink, width: 1, to: identity}}
	f.draw(draw.New(c))
	c.flush()

	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title %s-desc" font-family="%s" font-size="%s" fill="%s">`+"\n",
		number(Width), number(f.height), number(Width), number(f.height), f.Name, f.Name, fontFamily, number(textSize), hex(Ink))
	fmt.Fprintf(&b, "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n",
		f.Name, html.EscapeString(printable(f.Title)), f.Name, html.EscapeString(printable(f.Description)))
	fmt.Fprintf(&b, "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", number(Width), number(f.height), hex(Ground))
	b.Write(c.body.Bytes())
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// svgCanvas is a vg.Canvas that writes SVG. Unlike vg/vgsvg it anchors text at
// the side that it is aligned to, so that a label keeps its place whatever font
// shows it, and it gives colours as attributes.
type svgCanvas struct {
	width, height vg.Length
	body          bytes.Buffer
	state         svgState
	stack         []svgState
	strokes       strings.Builder // paths in one style that are not written yet
	filled        string          // a filled area that is not written yet; the two exclude each other
	corners       int             // of it
	style         string
}

// flush writes the strokes that were held back.
func (c *svgCanvas) flush() {
	switch {
	case c.filled != "":
		fmt.Fprintf(&c.body, "<path d=\"%s\"%s/>\n", c.filled, c.style)
	case c.style != "":
		fmt.Fprintf(&c.body, "<path d=\"%s\" fill=\"none\"%s/>\n", c.strokes.String(), c.style)
	}
	c.strokes.Reset()
	c.filled, c.style = "", ""
}

// circle gives the centre and radius of a path that is a whole circle, in the
// coordinates of SVG.
func (c *svgCanvas) circle(p vg.Path) (at string, ok bool) {
	if m := c.state.to; m.a != 1 || m.b != 0 || m.c != 0 || m.d != 1 {
		return "", false
	}
	arcs := 0
	var a vg.PathComp
	for _, s := range p {
		switch s.Type {
		case vg.ArcComp:
			arcs++
			a = s
		case vg.MoveComp, vg.CloseComp:
		default:
			return "", false
		}
	}
	if arcs != 1 || math.Abs(math.Abs(a.Angle)-2*math.Pi) > 1e-9 {
		return "", false
	}
	x, y, _ := strings.Cut(c.xy(a.Pos), ",")
	return fmt.Sprintf(`cx="%s" cy="%s" r="%s"`, x, y, number(a.Radius)), true
}

type svgState struct {
	color  color.Color
	width  vg.Length
	dashes []vg.Length
	offset vg.Length
	to     affine
}

// affine maps x, y to a x + c y + e, b x + d y + f.
type affine struct{ a, b, c, d, e, f float64 }

var identity = affine{a: 1, d: 1}

func (m affine) then(n affine) affine { // n first, then m
	return affine{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

// xy gives p in the coordinates of SVG, whose y runs downwards.
func (c *svgCanvas) xy(p vg.Point) string {
	m, x, y := c.state.to, float64(p.X), float64(p.Y)
	return number(vg.Length(m.a*x+m.c*y+m.e)) + "," + number(c.height-vg.Length(m.b*x+m.d*y+m.f))
}

func (c *svgCanvas) Size() (w, h vg.Length)                 { return c.width, c.height }
func (c *svgCanvas) SetLineWidth(w vg.Length)               { c.state.width = w }
func (c *svgCanvas) SetLineDash(d []vg.Length, o vg.Length) { c.state.dashes, c.state.offset = d, o }
func (c *svgCanvas) Push()                                  { c.stack = append(c.stack, c.state) }
func (c *svgCanvas) Translate(p vg.Point) {
	c.state.to = c.state.to.then(affine{1, 0, 0, 1, float64(p.X), float64(p.Y)})
}
func (c *svgCanvas) Scale(x, y float64) { c.state.to = c.state.to.then(affine{a: x, d: y}) }

func (c *svgCanvas) Rotate(r float64) {
	sin, cos := math.Sincos(r)
	c.state.to = c.state.to.then(affine{cos, sin, -sin, cos, 0, 0})
}

func (c *svgCanvas) Pop() {
	c.state, c.stack = c.stack[len(c.stack)-1], c.stack[:len(c.stack)-1]
}

func (c *svgCanvas) SetColor(k color.Color) {
	if k == nil {
		k = color.Black
	}
	c.state.color = k
}

func (c *svgCanvas) Stroke(p vg.Path) {
	if c.state.width <= 0 || len(p) == 0 {
		return
	}
	style := fmt.Sprintf(` stroke="%s"`, hex(c.state.color))
	if c.state.width != 1 {
		style += fmt.Sprintf(` stroke-width="%s"`, number(c.state.width))
	}
	if len(c.state.dashes) > 0 {
		d := make([]string, len(c.state.dashes))
		for i, l := range c.state.dashes {
			d[i] = number(l)
		}
		style += fmt.Sprintf(` stroke-dasharray="%s"`, strings.Join(d, " "))
		if c.state.offset != 0 {
			style += fmt.Sprintf(` stroke-dashoffset="%s"`, number(c.state.offset))
		}
	}
	if at, ok := c.circle(p); ok {
		c.flush()
		fmt.Fprintf(&c.body, "<circle %s fill=\"none\"%s/>\n", at, style)
		return
	}
	d := c.path(p)
	if c.filled != "" && p[0].Pos == p[len(p)-1].Pos && strings.HasPrefix(d, strings.TrimSuffix(c.filled, "Z")) && len(p) == c.corners+1 { // the outline of what was filled just now
		c.style += style
		c.flush()
		return
	}
	if style != c.style {
		c.flush()
		c.style = style
	}
	c.strokes.WriteString(d)
}

func (c *svgCanvas) Fill(p vg.Path) {
	if len(p) == 0 {
		return
	}
	c.flush()
	if at, ok := c.circle(p); ok {
		fmt.Fprintf(&c.body, "<circle %s fill=\"%s\"/>\n", at, hex(c.state.color))
		return
	}
	c.filled, c.corners = c.path(p), len(p)-1
	c.style = fmt.Sprintf(` fill="%s"`, hex(c.state.color))
}

func (c *svgCanvas) path(p vg.Path) string {
	var b strings.Builder
	var lastX, lastY string // "" after what is no straight line
	for _, s := range p {
		switch s.Type {
		case vg.MoveComp:
			b.WriteString("M" + c.xy(s.Pos))
			lastX, lastY, _ = strings.Cut(c.xy(s.Pos), ",")
			continue
		case vg.LineComp:
			x, y, _ := strings.Cut(c.xy(s.Pos), ",")
			switch {
			case y == lastY:
				b.WriteString("H" + x)
			case x == lastX:
				b.WriteString("V" + y)
			default:
				b.WriteString("L" + x + "," + y)
			}
			lastX, lastY = x, y
			continue
		case vg.ArcComp:
			c.arc(&b, s)
		case vg.CurveComp:
			b.WriteString(map[int]string{1: "Q", 2: "C"}[len(s.Control)])
			for _, q := range s.Control {
				b.WriteString(c.xy(q) + " ")
			}
			b.WriteString(c.xy(s.Pos))
		case vg.CloseComp:
			b.WriteString("Z")
		}
		lastX, lastY = "", ""
	}
	return b.String()
}

// arc writes a circular arc as cubic curves of at most a quarter turn, which
// any affine map keeps true.
func (c *svgCanvas) arc(b *strings.Builder, s vg.PathComp) {
	n := int(math.Ceil(math.Abs(s.Angle)/(math.Pi/2) - 1e-9))
	step := s.Angle / float64(n)
	k := vg.Length(4. / 3 * math.Tan(step/4)) // length of the handles over the radius
	at := func(t float64, along vg.Length) vg.Point {
		sin, cos := math.Sincos(t)
		x, y := vg.Length(cos), vg.Length(sin)
		return vg.Point{X: s.Pos.X + s.Radius*(x-along*y), Y: s.Pos.Y + s.Radius*(y+along*x)}
	}
	if b.Len() == 0 {
		b.WriteString("M" + c.xy(at(s.Start, 0)))
	} else {
		b.WriteString("L" + c.xy(at(s.Start, 0)))
	}
	for i := range n {
		t0, t1 := s.Start+float64(i)*step, s.Start+float64(i+1)*step
		b.WriteString("C" + c.xy(at(t0, k)) + " " + c.xy(at(t1, -k)) + " " + c.xy(at(t1, 0)))
	}
}

func (c *svgCanvas) FillString(f font.Face, p vg.Point, s string) {
	c.fillAnchored(f, p, draw.XLeft, s)
}

// fillAnchored writes text on one line whose left end, centre or right end is at p.
func (c *svgCanvas) fillAnchored(f font.Face, p vg.Point, side draw.XAlignment, s string) {
	if f.Font.Size == 0 || s == "" {
		return
	}
	c.flush()
	at := strings.Split(c.xy(p), ",")
	fmt.Fprintf(&c.body, `<text x="%s" y="%s"`, at[0], at[1])
	if f.Font.Size != textSize {
		fmt.Fprintf(&c.body, ` font-size="%s"`, number(f.Font.Size))
	}
	if k := hex(c.state.color); k != hex(Ink) {
		fmt.Fprintf(&c.body, ` fill="%s"`, k)
	}
	if f.Font.Weight != 0 {
		c.body.WriteString(` font-weight="bold"`)
	}
	switch side {
	case draw.XCenter:
		c.body.WriteString(` text-anchor="middle"`)
	case draw.XRight:
		c.body.WriteString(` text-anchor="end"`)
	}
	if turn := math.Atan2(c.state.to.b, c.state.to.a); turn != 0 {
		fmt.Fprintf(&c.body, ` transform="rotate(%s %s %s)"`, number(vg.Length(-turn*180/math.Pi)), at[0], at[1])
	}
	fmt.Fprintf(&c.body, ">%s</text>\n", html.EscapeString(s))
}

// DrawImage is part of vg.Canvas. No figure holds an image.
func (c *svgCanvas) DrawImage(vg.Rectangle, image.Image) {
	panic("plots: figures hold no images")
}

// number writes a length with one decimal: a tenth of a point, 0.035 mm, is finer
// than the eye.
func number(l vg.Length) string {
	r := math.Round(float64(l)*10) / 10
	if r == 0 {
		r = 0 // no minus zero
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}

func hex(k color.Color) string {
	n := color.NRGBAModel.Convert(k).(color.NRGBA)
	return fmt.Sprintf("#%02X%02X%02X", n.R, n.G, n.B)
}
