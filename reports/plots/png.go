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
	"maps"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

const (
	dotsPerInch = 300
	largest     = 400_000 // bytes of a file, where fewer colours can bring that about
)

// PNG returns the figure as a PNG image of 300 dots per inch that says so, for
// print and for programs without SVG. Characters that the built-in font lacks
// are written as escapes: see Escapes.
func (f *Figure) PNG() ([]byte, error) {
	c := vgimg.NewWith(vgimg.UseWH(Width, f.height), vgimg.UseDPI(dotsPerInch), vgimg.UseBackgroundColor(Ground))
	f.draw(draw.New(c))
	drawn := c.Image().(*image.RGBA)
	colours, flat := coloursOf(drawn)
	for most := 256; ; most /= 4 {
		var b bytes.Buffer
		if err := png.Encode(&b, indexed(drawn, colours, min(256, max(most, flat)))); err != nil {
			return nil, fmt.Errorf("encoding %s.png: %w", f.Name, err)
		}
		if b.Len() <= largest || most <= max(16, flat) {
			return withResolution(b.Bytes()), nil
		}
	}
}

// area is the width and the height in one colour, in dots, that only a filled
// area has: soft edges are a dot or two wide.
const area = 9

// coloursOf lists the colours of an image as RGBA: first those of filled areas,
// flat of them, which mean something and must stay, then those of soft edges;
// in each part the most frequent first.
func coloursOf(src *image.RGBA) (colours []uint32, flat int) {
	counts, areas := map[uint32]int{}, map[uint32]bool{}
	for y := range src.Rect.Dy() {
		last, run := uint32(0), 0
		line := src.Pix[y*src.Stride:][:4*src.Rect.Dx()]
		above := src.Pix[max(0, y-area+1)*src.Stride:][:len(line)]
		for x := 0; x < len(line); x += 4 {
			if c := binary.BigEndian.Uint32(line[x:]); c != last {
				counts[last] += run
				last, run = c, 0
			}
			run++
			if run == area && y >= area-1 && binary.BigEndian.Uint32(above[x:]) == last {
				areas[last] = true
			}
		}
		counts[last] += run
	}
	colours = slices.Collect(maps.Keys(counts))
	for _, c := range colours {
		if areas[c] {
			flat++
		}
	}
	slices.SortFunc(colours, func(a, b uint32) int {
		if areas[a] != areas[b] {
			if areas[a] {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return colours, flat
}

// indexed gives an image in the first so many of the given colours, at most 256,
// which makes its file a third as large. All others, the soft edges of letters
// and lines, go to the nearest of these.
func indexed(src *image.RGBA, colours []uint32, most int) *image.Paletted {
	var palette color.Palette
	index := make(map[uint32]uint8, len(colours))
	for i, c := range colours {
		k := color.RGBA{uint8(c >> 24), uint8(c >> 16), uint8(c >> 8), uint8(c)}
		if i < most {
			palette = append(palette, k)
			index[c] = uint8(i)
		} else {
			index[c] = uint8(palette.Index(k))
		}
	}
	dst := image.NewPaletted(src.Rect, palette)
	for y := range src.Rect.Dy() {
		line := dst.Pix[y*dst.Stride:]
		last, at := uint32(0), index[0]
		for x, p := 0, src.Pix[y*src.Stride:][:4*src.Rect.Dx()]; len(p) > 0; x, p = x+1, p[4:] {
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
