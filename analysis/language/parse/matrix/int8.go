package matrix

import "math"

// Rounded is a matrix of K rows and N columns whose values are whole numbers
// from -127 to 127 times one scale for each column, packed for multiplication
// from the right with rows that are rounded as well. Its products are sums of
// whole numbers, so that they are the same on every processor.
type Rounded struct {
	K, N   int
	scales []float32 // of columns, padded

	// One of these holds the panels of 16 columns. bytes: for groups of four rows
	// the four values, plus 128, of each column. words: for pairs of rows the two
	// values of each column.
	bytes []byte
	words []int16
}

// PackRounded packs k rows of n values, int8 as they stand in a file, with the
// scales of the columns.
func PackRounded(values []byte, scales []float32, k, n int) Rounded {
	m := Rounded{K: k, N: n, scales: make([]float32, PadColumns(n))}
	copy(m.scales, scales)
	deep := padDepth(k)
	if hasBytes {
		m.bytes = make([]byte, deep*PadColumns(n))
		for i := range m.bytes {
			m.bytes[i] = 128
		}
	} else {
		m.words = make([]int16, deep*PadColumns(n))
	}
	for row := range k {
		for col := range n {
			v := int8(values[row*n+col])
			panel, j := col/Columns*Columns*deep, col%Columns
			if hasBytes {
				m.bytes[panel+row/4*4*Columns+4*j+row%4] = byte(int(v) + 128)
			} else {
				m.words[panel+row/2*2*Columns+2*j+row%2] = int16(v)
			}
		}
	}
	return m
}

// padDepth returns k rounded up to what the kernels take at a time.
func padDepth(k int) int { return (k + 15) / 16 * 16 }

// Width returns the number of columns of a product, padding included.
func (m *Rounded) Width() int { return PadColumns(m.N) }

// RoundedRows are rows of numbers, each rounded to whole numbers from -127 to 127
// times a scale of its own.
type RoundedRows struct {
	n, deep int
	bytes   []int8
	words   []int16
	scale   []float32
	start   []int32 // what takes the 128 of Rounded.bytes back
}

// Set rounds n rows of k numbers, which begin stride apart.
func (r *RoundedRows) Set(n, k int, a []float32, stride int) {
	padded := PadRows(n)
	r.n, r.deep = n, padDepth(k)
	r.scale = growSlice(r.scale, padded)
	r.start = growSlice(r.start, padded)
	if hasBytes {
		r.bytes = growSlice(r.bytes, padded*r.deep)
	} else {
		r.words = growSlice(r.words, padded*r.deep)
	}
	whole := k &^ 15
	for i := range n {
		row := a[i*stride : i*stride+k]
		top := largest(row[:whole])
		for _, v := range row[whole:] {
			top = max(top, v, -v)
		}
		r.scale[i] = top * (1. / 127)
		inverse := float32(0)
		if top > 1e-30 {
			inverse = 127 / top
		}
		at := i * r.deep
		if hasBytes {
			out := r.bytes[at : at+r.deep]
			sum := roundBytes(row[:whole], inverse, out)
			clear(out[whole:])
			for j, v := range row[whole:] {
				q := roundOne(v, inverse)
				out[whole+j] = int8(q)
				sum += q
			}
			r.start[i] = -128 * sum
			continue
		}
		out := r.words[at : at+r.deep]
		roundWords(row[:whole], inverse, out)
		clear(out[whole:])
		for j, v := range row[whole:] {
			out[whole+j] = int16(roundOne(v, inverse))
		}
	}
}

func growSlice[T any](b []T, n int) []T {
	if cap(b) < n {
		return make([]T, n+n/4)
	}
	return b[:n]
}

// Mul sets C = A·M for the rows of A, of which each has K columns. Row i of C
// begins at c[i*strideC] and has Width columns; C has room for PadRows rows.
func (m *Rounded) Mul(a *RoundedRows, c []float32, strideC int) {
	if a.n == 0 {
		return
	}
	_ = c[(PadRows(a.n)-1)*strideC+m.Width()-1]
	if a.deep != padDepth(m.K) {
		panic("matrix: rows do not fit")
	}
	for left := 0; left < m.N; left += Columns {
		for i := 0; i < a.n; i += Rows {
			out, scales := c[i*strideC+left:], m.scales[left:]
			if hasBytes {
				bytesBlock(a.deep/4, a.bytes[i*a.deep:], a.deep, m.bytes[left*a.deep:], out, strideC, a.start[i:], a.scale[i:], scales)
			} else {
				wordsBlock(a.deep/2, a.words[i*a.deep:], a.deep, m.words[left*a.deep:], out, strideC, a.scale[i:], scales)
			}
		}
	}
}

// The kernels in plain Go.

func largestGeneric(x []float32) float32 {
	var top float32
	for _, v := range x {
		top = max(top, v, -v)
	}
	return top
}

// roundOne returns the whole number nearest to v times scale, the even one of
// two.
func roundOne(v, scale float32) int32 { return int32(math.RoundToEven(float64(v * scale))) }

func roundWordsGeneric(x []float32, scale float32, out []int16) {
	for i, v := range x {
		out[i] = int16(roundOne(v, scale))
	}
}

// wordsBlockGeneric sets 12 × 16 outputs from 12 rows and one panel.
func wordsBlockGeneric(pairs int, a []int16, strideA int, b []int16, c []float32, strideC int, scale, columns []float32) {
	for i := range Rows {
		var sum [Columns]int32
		row := a[i*strideA : i*strideA+2*pairs]
		for p := range pairs {
			x, y := int32(row[2*p]), int32(row[2*p+1])
			panel := (*[2 * Columns]int16)(b[2*Columns*p:])
			for j := range sum {
				sum[j] += x*int32(panel[2*j]) + y*int32(panel[2*j+1])
			}
		}
		out := c[i*strideC : i*strideC+Columns]
		for j, s := range sum {
			out[j] = float32(float32(s)*scale[i]) * columns[j]
		}
	}
}
