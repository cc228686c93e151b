package plots

import (
	"fmt"
	"image/color"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/width"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// write puts one line of text with its left end, centre or right end at x and
// its middle at y.
func write(c draw.Canvas, size vg.Length, bold bool, k color.Color, side draw.XAlignment, x, y vg.Length, s string) {
	f := face(size, bold)
	s = printable(s)
	at := vg.Point{X: x, Y: y - size*0.36} // from the middle of a capital to the base line
	c.SetColor(k)
	if a, ok := c.Canvas.(*svgCanvas); ok {
		a.fillAnchored(f, at, side, s)
		return
	}
	s = escaped(s)
	at.X += vg.Length(side) * f.Width(s)
	c.FillString(f, at, s)
}

// writeLines puts several lines around the middle y.
func writeLines(c draw.Canvas, size vg.Length, bold bool, k color.Color, side draw.XAlignment, x, y vg.Length, lines []string) {
	y += size * leading * vg.Length(len(lines)-1) / 2
	for i, l := range lines {
		write(c, size, bold, k, side, x, y-vg.Length(i)*size*leading, l)
	}
}

// measure gives the width of a line. On an SVG canvas a character that the
// font lacks will be shown by a font of the reader's, so its width is estimated
// on the wide side; on others it is the width of its escape.
func measure(c draw.Canvas, size vg.Length, bold bool, s string) vg.Length {
	f := face(size, bold)
	s = printable(s)
	if _, ok := c.Canvas.(*svgCanvas); !ok {
		return f.Width(escaped(s))
	}
	var known strings.Builder
	var unknown vg.Length
	for _, r := range s {
		switch {
		case drawable(r):
			known.WriteRune(r)
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case width.LookupRune(r).Kind() == width.EastAsianWide, width.LookupRune(r).Kind() == width.EastAsianFullwidth:
			unknown += size
		default:
			unknown += size * 0.65
		}
	}
	return f.Width(known.String()) + unknown
}

// wrap breaks a text into at most n lines no wider than limit, at spaces where
// there are any. What is still too long loses its middle to an ellipsis: names
// often differ at the end only.
func wrap(c draw.Canvas, size vg.Length, bold bool, s string, limit vg.Length, n int) []string {
	fits := func(s string) bool { return measure(c, size, bold, s) <= limit }
	rest := []rune(strings.Join(strings.Fields(printable(s)), " "))
	var lines []string
	for len(lines) < n-1 && !fits(string(rest)) {
		end := 1
		for end < len(rest) && fits(string(rest[:end+1])) {
			end++
		}
		cut := end
		for cut > 0 && rest[cut] != ' ' {
			cut--
		}
		if cut == 0 {
			lines, rest = append(lines, string(rest[:end])), rest[end:]
		} else {
			lines, rest = append(lines, string(rest[:cut])), rest[cut+1:]
		}
	}
	if !fits(string(rest)) {
		head, tail := 0, len(rest)
		if len(lines) == 0 { // a single line keeps something of both ends
			for head < len(rest)/2 && measure(c, size, bold, string(rest[:head+1])+"…") <= limit*0.6 {
				head++
			}
		}
		for tail > head && fits(string(rest[:head])+"…"+string(rest[tail-1:])) {
			tail--
		}
		rest = []rune(string(rest[:head]) + "…" + string(rest[tail:]))
	}
	return append(lines, string(rest))
}

// Escapes reports whether the PNG of the figure shows escapes in place of
// characters: those of scripts that the built-in font lacks or that it cannot
// set, being written from right to left. The SVG has them as they are.
func (f *Figure) Escapes() bool {
	for _, l := range f.labels {
		for _, r := range printable(l) {
			if !drawable(r) && !unicode.Is(unicode.Cf, r) {
				return true
			}
		}
	}
	return false
}

// escaped writes the characters that cannot be drawn as Go does: \u4e2d.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case drawable(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Cf, r): // marks of direction say nothing by themselves
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// printable makes s fit for XML: valid UTF-8 without control characters.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r':
			return ' '
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}

var glyphs struct {
	sync.Mutex
	known map[rune]bool
	face  font.Face
	buf   sfnt.Buffer
}

// drawable reports whether the built-in font can set r by itself.
func drawable(r rune) bool {
	if unicode.In(r, unicode.Cf, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
		return false
	}
	if r < 0x7F {
		return r >= ' '
	}
	glyphs.Lock()
	defer glyphs.Unlock()
	if known, ok := glyphs.known[r]; ok {
		return known
	}
	if glyphs.known == nil {
		glyphs.known, glyphs.face = map[rune]bool{}, face(textSize, false)
	}
	i, err := glyphs.face.Face.GlyphIndex(&glyphs.buf, r)
	glyphs.known[r] = err == nil && i != 0
	return glyphs.known[r]
}
