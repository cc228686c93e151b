package plots

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

const dotsPerInch = 300

// PNG returns the figure as a PNG image of 300 dots per inch that says so, for
// print and for programs without SVG. Characters that the built-in font lacks
// are written as escapes: see Escapes.
func (f *Figure) PNG() ([]byte, error) {
	c := vgimg.NewWith(vgimg.UseWH(Width, f.height), vgimg.UseDPI(dotsPerInch), vgimg.UseBackgroundColor(Ground))
	f.draw(draw.New(c))
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := e.Encode(&b, indexed(c.Image().(*image.RGBA))); err != nil {
		return nil, fmt.Errorf("encoding %s.png: %w", f.Name, err)
	}
	return withResolution(b.Bytes()), nil
}

// indexed gives an image in its 256 most frequent colours, which makes its file
// a third as large. Figures have a dozen colours; the others are the soft edges
// of letters and lines, and go to the nearest.
func indexed(src *image.RGBA) *image.Paletted {
	type count struct {
		colour uint32
		n      int
	}
	seen := map[uint32]int{}
	row := func(y int) []byte { return src.Pix[y*src.Stride:][:4*src.Rect.Dx()] }
	for y := range src.Rect.Dy() {
		for p := row(y); len(p) > 0; p = p[4:] {
			seen[binary.BigEndian.Uint32(p)]++
		}
	}
	counts := make([]count, 0, len(seen))
	for c, n := range seen {
		counts = append(counts, count{c, n})
	}
	slices.SortFunc(counts, func(a, b count) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.colour, b.colour)) })

	var palette color.Palette
	index := make(map[uint32]uint8, len(counts))
	for i, c := range counts {
		k := color.RGBA{uint8(c.colour >> 24), uint8(c.colour >> 16), uint8(c.colour >> 8), uint8(c.colour)}
		if i < 256 {
			palette = append(palette, k)
			index[c.colour] = uint8(i)
		} else {
			index[c.colour] = uint8(palette.Index(k))
		}
	}
	dst := image.NewPaletted(src.Rect, palette)
	for y := range src.Rect.Dy() {
		line := dst.Pix[y*dst.Stride:]
		last, at := uint32(0), index[0]
		for x, p := 0, row(y); len(p) > 0; x, p = x+1, p[4:] {
			if c := binary.BigEndian.Uint32(p); c != last {
				last, at = c, index[c]
			}
			line[x] = at
		}
	}
	return dst
}

// withResolution puts a pHYs chunk (dots per metre) behind the header of a PNG
// image, so that it prints at its size. Go's encoder writes none.
func withResolution(file []byte) []byte {
	const header = 8 + 4 + 4 + 13 + 4 // signature; length, type, data and checksum of IHDR
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	chunk := append([]byte("pHYs"), 0, 0, 0, 0, 0, 0, 0, 0, 1)
	binary.BigEndian.PutUint32(chunk[4:], perMetre)
	binary.BigEndian.PutUint32(chunk[8:], perMetre)

	out := make([]byte, 0, len(file)+21)
	out = append(out, file[:header]...)
	out = binary.BigEndian.AppendUint32(out, 9)
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
	return append(out, file[header:]...)
}
