package plots

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

var nan = math.NaN()

// oddNames are names that break layouts and markup.
var oddNames = []string{
	"Alpha", `<script>alert("1")</script>`, "O'Neill & Sons", "東京新聞", "القدس العربي", "हिन्दुस्तान",
	strings.Repeat("Very Long Name of an Outlet ", 8), strings.Repeat("x", 200), "two\nlines\x00", "Ünïcødé Δέλτα Эпсилон", "", "𝔊othic 📰",
}

// figures gives one figure of each sort, with ordinary and with odd labels.
func figures() []*Figure {
	forest := func(axis Axis, scale func(float64) float64) Forest {
		f := Forest{Axis: axis, Compare: axis != Rates, Title: "rate ratio, each outlet against the others on the same stories (log scale)",
			Heads: []string{"Ratio [95 % CI]", "Stories"}}
		if f.Compare {
			f.Low, f.High = "fewer than the others", "more than the others"
		}
		for i, n := range oddNames {
			e := scale(float64(i) - 5)
			r := ForestRow{Label: n, Estimate: e, Low: scale(float64(i) - 6), High: scale(float64(i) - 3.5), Columns: []string{fmt.Sprintf("%.2f [%.2f, %.2f]", e, e, e), "1,234"}}
			switch i {
			case 2:
				r.Low, r.High = nan, nan
			case 3:
				r.Estimate, r.Columns = nan, []string{"–", "0"}
			}
			f.Rows = append(f.Rows, r)
		}
		return f
	}
	ratios := forest(Ratios, func(x float64) float64 { return math.Exp(x / 2) })
	ratios.Rows[0].Estimate, ratios.Rows[0].Low = 0, 0
	grouped := forest(Differences, func(x float64) float64 { return x / 20 })
	grouped.Rows = append([]ForestRow{{Label: oddNames[6], Heading: true}}, grouped.Rows...)

	bars := Bars{Kinds: []string{"negative", "neutral", "positive"}, Diverging: true, Title: "% of sentences", Heads: []string{"Mean [95 % CI]", "Sentences"}}
	parts := Bars{Kinds: []string{"own voice", "sources, in quotation marks", "sources, in the outlet's words", "quoted, source unknown"}, Title: "% of words", Heads: []string{"Words"}}
	for i, n := range oddNames {
		bars.Rows = append(bars.Rows, BarRow{Label: n, Counts: []int{i * 3, 40 - 3*i, 5}, Columns: []string{"−0.12 [−0.30, +0.06]", "120"}})
		parts.Rows = append(parts.Rows, BarRow{Label: n, Counts: []int{500, 90 * i, 10, 1}, Columns: []string{"1,234,567"}})
	}
	parts.Rows[0].Counts = []int{0, 0, 0, 0}

	wide := Matrix{Rows: oddNames, Columns: oddNames[:8], Few: 10, Unit: "mean portrayal, from −1 to 1", Counted: "sentences"}
	for i := range wide.Rows {
		var row []MatrixCell
		for j := range wide.Columns {
			row = append(row, MatrixCell{float64(i-j) / 12, 3 * i * j})
		}
		wide.Cells = append(wide.Cells, row)
	}
	wide.Cells[3][3].Value = nan
	narrow := Matrix{Rows: []string{"A"}, Columns: []string{"B"}, Cells: [][]MatrixCell{{{0, 12}}}, Few: 10, Unit: "mean", Counted: "sentences"}

	scatter := Scatter{X: "times per 10,000 words (log scale)", Y: "z of the log odds", High: "more often in Alpha", Low: "less often"}
	for i := range 90 {
		scatter.Points = append(scatter.Points, ScatterPoint{Label: oddNames[i%len(oddNames)], X: math.Exp(float64(i%13) / 3), Y: float64(i%29) - 14, Clear: i%3 == 0})
	}
	curve := Curve{Axis: Ratios, Title: "rate ratio", Choices: oddNames[:8]}
	for i := range 16 {
		spec := CurveSpec{Estimate: math.Exp(float64(i-6) / 8), Low: math.Exp(float64(i-9) / 8), High: math.Exp(float64(i) / 8), Main: i == 0}
		for j := range 8 {
			spec.Chosen = append(spec.Chosen, i>>(j%4)&1 == 1)
		}
		curve.Specs = append(curve.Specs, spec)
	}
	curve.Specs[3].Estimate = nan
	curve.Specs[4].Low, curve.Specs[4].High = nan, nan
	series := Series{Axis: Rates, Title: "loaded words, per 1,000 own-voice words", Event: 7, Named: "the ceasefire"}
	swarm := Swarm{Title: "loaded words per 1,000 own-voice words", Heads: []string{"Median", "Articles"}}
	for i := range 20 {
		series.Times = append(series.Times, fmt.Sprintf("2024-W%02d", i+1))
	}
	for i, n := range oddNames {
		p := SeriesPanel{Label: n}
		r := SwarmRow{Label: n, Columns: []string{"12.3", "1,234"}}
		for k := range series.Times {
			v := SeriesValue{float64((i*k)%7 + 2), float64((i * k) % 7), float64((i*k)%7 + 5)}
			if (i+k)%6 == 0 {
				v = SeriesValue{nan, nan, nan}
			}
			p.Values = append(p.Values, v)
			for range i + 1 {
				r.Values = append(r.Values, float64(k*i%11))
			}
		}
		series.Panels = append(series.Panels, p)
		swarm.Rows = append(swarm.Rows, r)
	}

	return []*Figure{
		scatter.Draw("scatter", "T", "D"),
		Scatter{X: "x", Y: "y"}.Draw("no-points", "T", "D"),
		curve.Draw("curve", "T", "D"),
		Curve{Axis: Differences, Title: "d", Specs: []CurveSpec{{Estimate: nan, Low: nan, High: nan}}}.Draw("no-curve", "T", "D"),
		series.Draw("series", "T", "D"),
		Series{Axis: Differences, Title: "one", Times: []string{"2024-W01"}, Event: -1, Panels: []SeriesPanel{{Label: "A", Values: []SeriesValue{{0.1, -0.1, 0.3}}}}}.Draw("one-time", "T", "D"),
		swarm.Draw("swarm", "T", "D"),
		ratios.Draw("ratios", `A <finding> & "more"`, "What is seen."),
		grouped.Draw("differences", "T", "D"),
		forest(Rates, func(x float64) float64 { return (x + 6) * 3 }).Draw("rates", "T", "D"),
		Forest{Axis: Rates, Title: "nothing but zeros", Rows: []ForestRow{{Label: "A", Low: nan, High: nan}}}.Draw("zeros", "T", "D"),
		Forest{Axis: Ratios, Compare: true, Title: "nothing", Rows: []ForestRow{{Label: "A", Estimate: nan, Low: nan, High: nan}}}.Draw("nothing", "T", "D"),
		bars.Draw("bars", "T", "D"),
		parts.Draw("parts", "T", "D"),
		wide.Draw("wide", "T", "D"),
		narrow.Draw("narrow", "T", "D"),
	}
}

func figureNamed(t *testing.T, name string) *Figure {
	t.Helper()
	for _, f := range figures() {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("no figure %q", name)
	return nil
}

// A words is a piece of text in an SVG with the room that it takes.
type words struct {
	text           string
	x0, y0, x1, y1 float64
}

// textsOf parses an SVG document, which must be well-formed, and measures its texts.
func textsOf(t *testing.T, svg []byte) (texts []words) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	var w *words
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatalf("SVG is not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local != "text" {
				continue
			}
			a := map[string]string{}
			for _, at := range e.Attr {
				a[at.Name.Local] = at.Value
			}
			number := func(s string) float64 {
				v, err := strconv.ParseFloat(s, 64)
				if err != nil {
					t.Fatalf("%q is not a number", s)
				}
				return v
			}
			size := float64(textSize)
			if v, ok := a["font-size"]; ok {
				size = number(v)
			}
			w = &words{x0: number(a["x"]), y0: number(a["y"]) - 0.72*size, y1: number(a["y"]) + 0.1*size}
			w.x1 = size // kept until the text is known
			w.text = a["text-anchor"] + "|" + a["font-weight"] + "|"
		case xml.CharData:
			if w == nil {
				continue
			}
			p := strings.SplitN(w.text, "|", 3)
			width := float64(measure(draw.Canvas{Canvas: &svgCanvas{}}, vg.Length(w.x1), p[1] == "bold", string(e)))
			switch p[0] {
			case "middle":
				w.x0 -= width / 2
			case "end":
				w.x0 -= width
			}
			w.x1, w.text = w.x0+width, string(e)
			texts = append(texts, *w)
		case xml.EndElement:
			w = nil
		}
	}
}

func TestNoTextIsCutOffOrCovered(t *testing.T) {
	for _, f := range figures() {
		texts := textsOf(t, f.SVG())
		if len(texts) == 0 {
			t.Errorf("%s: no text", f.Name)
		}
		for i, a := range texts {
			if a.x0 < -0.5 || a.x1 > float64(Width)+0.5 || a.y0 < -0.5 || a.y1 > float64(f.height)+0.5 {
				t.Errorf("%s: %q leaves the figure: x %.1f to %.1f, y %.1f to %.1f of %.1f × %.1f", f.Name, a.text, a.x0, a.x1, a.y0, a.y1, Width, f.height)
			}
			for _, b := range texts[:i] {
				if min(a.x1, b.x1)-max(a.x0, b.x0) > 0.5 && min(a.y1, b.y1)-max(a.y0, b.y0) > 1 {
					t.Errorf("%s: %q and %q lie over each other", f.Name, a.text, b.text)
				}
			}
		}
	}
}

func TestSVGCarriesWhatReadersNeed(t *testing.T) {
	s := string(figureNamed(t, "ratios").SVG())
	for _, want := range []string{
		`role="img"`, `aria-labelledby="ratios-title ratios-desc"`,
		`<title id="ratios-title">A &lt;finding&gt; &amp; &#34;more&#34;</title>`, `<desc id="ratios-desc">What is seen.</desc>`,
		`font-family="Liberation Sans, Arial, Helvetica, sans-serif"`, `&lt;script&gt;`, `東京新聞`, `القدس العربي`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("SVG lacks %s", want)
		}
	}
	if strings.Contains(s, "<script") {
		t.Error("SVG holds markup from a name")
	}
}

func TestPNGPrintsAtItsSize(t *testing.T) {
	for _, f := range figures() {
		data, err := f.PNG()
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if got, want := picture.Bounds().Dx(), int(math.Round(float64(Width)/72*300)); got < want-1 || got > want+1 {
			t.Errorf("%s: %d dots wide, want %d", f.Name, got, want)
		}
		if i := bytes.Index(data, []byte("pHYs")); i < 0 || !bytes.Equal(data[i+4:i+13], []byte{0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1}) {
			t.Errorf("%s: does not say 300 dots per inch", f.Name)
		}
		if len(data) > 400_000 {
			t.Errorf("%s: %d bytes", f.Name, len(data))
		}
		again, _ := f.PNG()
		if !bytes.Equal(data, again) {
			t.Errorf("%s: PNG differs when drawn again", f.Name)
		}
		if !bytes.Equal(f.SVG(), f.SVG()) {
			t.Errorf("%s: SVG differs when drawn again", f.Name)
		}
	}
}

// An image in few colours must not change what a filled area means.
func TestPNGKeepsTheColoursOfAreas(t *testing.T) {
	m := Matrix{Few: 10, Unit: "u", Counted: "c"}
	for j := range 8 {
		m.Columns = append(m.Columns, fmt.Sprint("Actor ", j))
	}
	for i := range 60 {
		m.Rows = append(m.Rows, fmt.Sprint("Outlet of some name ", i))
		var row []MatrixCell
		for j := range 8 {
			v := 0.1 - float64((i*8+j)%240)/400 // nearly all negative
			if i == 40 && j == 4 {
				v = 0.5
			}
			row = append(row, MatrixCell{v, 100 + i*j})
		}
		m.Cells = append(m.Cells, row)
	}
	f := m.Draw("m", "T", "D")
	c := vgimg.NewWith(vgimg.UseWH(Width, f.height), vgimg.UseDPI(dotsPerInch), vgimg.UseBackgroundColor(Ground))
	f.draw(draw.New(c))
	drawn := c.Image().(*image.RGBA)
	data, err := f.PNG()
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for y := 0; y < drawn.Rect.Dy()-area; y += 7 {
		for x := range drawn.Rect.Dx() - area {
			want := drawn.RGBAAt(x, y)
			flat := true
			for k := 1; k < area && flat; k++ {
				flat = drawn.RGBAAt(x+k, y) == want && drawn.RGBAAt(x, y+k) == want
			}
			if !flat {
				continue
			}
			k := color.RGBAModel.Convert(got.At(x, y)).(color.RGBA)
			for _, d := range []int{int(k.R) - int(want.R), int(k.G) - int(want.G), int(k.B) - int(want.B)} {
				if d < -4 || d > 4 {
					t.Fatalf("at %d,%d %v became %v", x, y, want, k)
				}
			}
		}
	}
}

func TestEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"Daily Δέλτα é ž Ж – “x” … − ←": "",
		"東京":       `\u6771\u4eac`,
		"קול":      `\u05e7\u05d5\u05dc`,
		"📰":        `\U0001f4f0`,
		"a\u200fb": "ab",
	} {
		if want == "" {
			want = in
		}
		if got := escaped(in); got != want {
			t.Errorf("escaped(%q) = %q, want %q", in, got, want)
		}
		f := Bars{Kinds: []string{"k"}, Rows: []BarRow{{Label: in, Counts: []int{1}}}}.Draw("n", "", "")
		if f.Escapes() != strings.Contains(want, `\`) {
			t.Errorf("Escapes for %q is %v", in, f.Escapes())
		}
	}
}

func TestWrapKeepsBothEnds(t *testing.T) {
	c := draw.Canvas{Canvas: &svgCanvas{}}
	for _, s := range []string{"The Daily Chronicle of Northern Affairs, Politics and Trade, morning edition A", strings.Repeat("x", 99) + "y", "短い", ""} {
		for n := 1; n <= 3; n++ {
			lines := wrap(c, textSize, false, s, 100, n)
			if len(lines) == 0 || len(lines) > n {
				t.Errorf("%q in %d lines: %q", s, n, lines)
			}
			for _, l := range lines {
				if w := measure(c, textSize, false, l); w > 100 {
					t.Errorf("%q is %.1f wide", l, w)
				}
			}
			if s != "" && !strings.HasSuffix(lines[len(lines)-1], s[len(s)-1:]) {
				t.Errorf("%q lost its end: %q", s, lines)
			}
		}
	}
}

func TestAxes(t *testing.T) {
	row := func(e, lo, hi float64) []ForestRow { return []ForestRow{{Estimate: e, Low: lo, High: hi}} }
	for _, c := range []struct {
		name   string
		axis   Axis
		rows   []ForestRow
		lo, hi float64 // at least
		ticks  string
	}{
		{"ordinary ratio", Ratios, row(1.4, 1.1, 1.8), 1 / 1.8, 1.8, "0.67 0.8 1 1.25 1.5"},
		{"no difference at all", Ratios, row(1, 1, 1), 1 / 1.6, 1.6, "0.67 0.8 1 1.25 1.5"},
		{"far ratio", Ratios, row(5, 0.2, 400), 1 / 8., 8, "0.125 0.25 0.5 0.67 1 1.5 2 4 8"},
		{"rates begin at zero", Rates, row(4.2, 3.1, 5.3), 0, 5.3, "0 1 2 3 4 5 6"},
		{"zero rate", Rates, row(0, nan, nan), 0, 1, "0.0 0.2 0.4 0.6 0.8 1.0 1.2"},
		{"differences are symmetric", Differences, row(-0.12, -0.3, 0.06), -0.3, 0.3, "−0.4 −0.3 −0.2 −0.1 0.0 0.1 0.2 0.3 0.4"},
	} {
		lo, hi, ticks := c.axis.span(c.rows, 9)
		if lo > c.lo+1e-9 || hi < c.hi-1e-9 {
			t.Errorf("%s: axis from %g to %g", c.name, lo, hi)
		}
		var labels []string
		for _, k := range ticks {
			labels = append(labels, k.Label)
		}
		if got := strings.Join(labels, " "); got != c.ticks {
			t.Errorf("%s: ticks %s, want %s", c.name, got, c.ticks)
		}
	}
}

// WCAG 2.2 asks for a contrast of 4.5 to 1 of text and 3 to 1 of marks.
func TestTextOnFillsIsLegible(t *testing.T) {
	for i := -20; i <= 20; i++ {
		check(t, shade(float64(i)/20))
	}
	for _, k := range append(diverging, stacked...) {
		check(t, k)
	}
	for _, k := range []float64{luminance(Ink), luminance(Quiet), luminance(Accent)} {
		if r := 1.05 / (k + 0.05); r < 4.5 {
			t.Errorf("contrast of %.2f on the ground", r)
		}
	}
}

func check(t *testing.T, k color.NRGBA) {
	t.Helper()
	a, b := luminance(k), luminance(legible(k))
	if r := (max(a, b) + 0.05) / (min(a, b) + 0.05); r < 4.5 {
		t.Errorf("text on %v has a contrast of %.2f", k, r)
	}
}
