// Package plots draws the figures of a report: forests of estimates, diverging
// bars, matrices and stacked shares. Each figure is drawn once and written as
// SVG, whose text stays text, and as PNG at 300 dots per inch.
//
// It knows nothing of corpora: it is given labels and numbers. It is the only
// package that imports gonum/plot, which gives it scales, axes, glyphs and
// rasters; labels, which gonum/plot cuts off at the edges, are laid out here
// by their measured widths.
//
// No figure rests on colour alone: shape, position, hatching or a printed
// number says the same. Colours are Okabe and Ito's for kinds and ColorBrewer's
// PuOr for what runs from negative to positive; both are safe for the common
// forms of colour blindness. Figures carry no title: that belongs in the text
// around them, where it can wrap.
package plots

import (
	"image/color"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Width is the width of every figure: 170 mm, the text width of a printed A4
// page. All figures of one report can so be compared line by line.
const Width = 17 * vg.Centimeter

// A Figure is a drawing with what a reader who cannot see it needs.
type Figure struct {
	Name        string // file name without extension, also the id in HTML: a-z, 0-9 and hyphens
	Title       string // what it finds, in a sentence
	Description string // the same at more length, for those who cannot see it

	height vg.Length
	labels []string // every text that comes from the corpus
	draw   func(draw.Canvas)
}

// Ink colours text and axes; Quiet everything that has no say; Ground is the
// paper. Style sheets that show the SVG on a dark ground replace exactly these.
var (
	Ink    = color.NRGBA{0x22, 0x22, 0x22, 0xFF}
	Quiet  = color.NRGBA{0x6B, 0x6B, 0x6B, 0xFF}
	Faint  = color.NRGBA{0xDD, 0xDD, 0xDD, 0xFF}
	Ground = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	Accent = color.NRGBA{0x00, 0x72, 0xB2, 0xFF} // Okabe and Ito's blue
)

// onFill is the colour of text on a light filled area. It is not Ink, because
// filled areas keep their colour on a dark ground.
var onFill = color.NRGBA{0, 0, 0, 0xFF}

const (
	textSize  = vg.Length(8.5)
	smallSize = vg.Length(7)
	leading   = vg.Length(1.2)
)

func face(size vg.Length, bold bool) font.Face {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}
	if bold {
		f.Weight = stdfont.WeightBold
	}
	return font.DefaultCache.Lookup(f, size)
}

// newPlot gives a plot without title, background and vertical axis; rows are
// labelled by the figure itself.
func newPlot() *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.HideY()
	for _, s := range []*text.Style{&p.X.Label.TextStyle, &p.X.Tick.Label} {
		s.Font = font.Font{Typeface: "Liberation", Variant: "Sans", Size: textSize}
		s.Color = Ink
	}
	p.X.LineStyle.Color, p.X.Tick.LineStyle.Color = Quiet, Quiet
	p.X.Padding, p.Y.Padding = 0, 0
	return p
}

// A layer is a function that draws into the data area of a plot.
type layer func(draw.Canvas, *plot.Plot)

// Plot implements plot.Plotter.
func (l layer) Plot(c draw.Canvas, p *plot.Plot) { l(c, p) }
