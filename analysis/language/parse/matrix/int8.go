package matrix

import "math"

// A form is a way to multiply that a processor is good at.
type form byte

const (
	// inPairs: plain Go; one product of 64 bits makes two sums of 32.
	inPairs form = iota
	// inWords: 16 products of words, added in pairs, in one instruction (AVX2).
	inWords
	// inBytes: 64 products of bytes, added in fours, in one instruction (AVX-512
	// VNNI).
	inBytes
)

// Rounded is a matrix of K rows and N columns whose values are whole numbers
// from -127 to 127 times one scale for each column, packed for multiplication
// from the right with rows that are rounded as well. Its products are sums of
// whole numbers, so that they are the same on every processor.
type Rounded struct {
	K, N   int
	scales []float32 // of columns, padded

	// One of these holds the panels of 16 columns.
	pairs []uint64 // for each row eight pairs of values plus 128, the second 32 bits up
	words []int16  // for each two rows the two values of each column
	bytes []byte   // for each four rows the four values, plus 128, of each column

	sums []int32 // of the values of each column, for pairs
}

// PackRounded packs k rows of n values, int8 as they stand in a file, with the
// scales of the columns.
func PackRounded(values []byte, scales []float32, k, n int) Rounded {
	m := Rounded{K: k, N: n, scales: make([]float32, PadColumns(n))}
	copy(m.scales, scales)
	deep := padDepth(k)
	size := deep * PadColumns(n)
	switch best {
	case inBytes:
		m.bytes = make([]byte, size)
		for i := range m.bytes {
			m.bytes[i] = 128
		}
	case inWords:
		m.words = make([]int16, size)
	case inPairs:
		m.sums = make([]int32, PadColumns(n))
		m.pairs = make([]uint64, size/2)
		for i := range m.pairs {
			m.pairs[i] = 128<<32 + 128
		}
	}
	for row := range k {
		for col := range n {
			v := int8(values[row*n+col])
			panel, j := col/Columns*Columns*deep, col%Columns
			switch best {
			case inBytes:
				m.bytes[panel+row/4*4*Columns+4*j+row%4] = byte(int(v) + 128)
			case inWords:
				m.words[panel+row/2*2*Columns+2*j+row%2] = int16(v)
			case inPairs:
				m.sums[col] += int32(v)
				m.pairs[(panel+row*Columns+j)/2] += uint64(int64(v)) << (32 * (j % 2))
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
	start   []int32 // what takes back the 128 that were added to the values of a matrix
}

// Set rounds n rows of k numbers, which begin stride apart.
func (r *RoundedRows) Set(n, k int, a []float32, stride int) {
	padded := PadRows(n)
	r.n, r.deep = n, padDepth(k)
	r.scale = growSlice(r.scale, padded)
	r.start = growSlice(r.start, padded)
	if best == inWords {
		r.words = growSlice(r.words, padded*r.deep)
	} else {
		r.bytes = growSlice(r.bytes, padded*r.deep)
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
		if best == inWords {
			out := r.words[at : at+r.deep]
			roundWords(row[:whole], inverse, out)
			clear(out[whole:])
			for j, v := range row[whole:] {
				out[whole+j] = int16(roundOne(v, inverse))
			}
			continue
		}
		out := r.bytes[at : at+r.deep]
		sum := roundBytes(row[:whole], inverse, out)
		clear(out[whole:])
		for j, v := range row[whole:] {
			q := roundOne(v, inverse)
			out[whole+j] = int8(q)
			sum += q
		}
		r.start[i] = -128 * sum
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
			switch best {
			case inBytes:
				bytesBlock(a.deep/4, a.bytes[i*a.deep:], a.deep, m.bytes[left*a.deep:], out, strideC, a.start[i:], a.scale[i:], scales)
			case inWords:
				wordsBlock(a.deep/2, a.words[i*a.deep:], a.deep, m.words[left*a.deep:], out, strideC, a.scale[i:], scales)
			case inPairs:
				rows := min(Rows, a.n-i)
				for k := range rows {
					pairsRow(a.bytes[(i+k)*a.deep:][:a.deep], m.pairs[left/2*a.deep:], out[k*strideC:][:Columns], a.start[i+k], m.sums[left:], a.scale[i+k], scales)
				}
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

func roundBytesGeneric(x []float32, scale float32, out []int8) int32 {
	var sum int32
	for i, v := range x {
		q := roundOne(v, scale)
		out[i] = int8(q)
		sum += q
	}
	return sum
}

// pairsRow sets 16 outputs from one row and one panel. Row and panel have 128
// added to their values, so that no product is negative and the two sums in a
// word do not meet; at the end that is taken back.
func pairsRow(a []int8, panel []uint64, out []float32, start int32, sums []int32, scale float32, columns []float32) {
	var s0, s1, s2, s3, s4, s5, s6, s7 uint64
	panel = panel[:8*len(a)]
	for _, v := range a {
		x := uint64(int64(v) + 128)
		b := (*[8]uint64)(panel)
		s0 += x * b[0]
		s1 += x * b[1]
		s2 += x * b[2]
		s3 += x * b[3]
		s4 += x * b[4]
		s5 += x * b[5]
		s6 += x * b[6]
		s7 += x * b[7]
		panel = panel[8:]
	}
	start -= 128 * 128 * int32(len(a))
	for i, s := range [8]uint64{s0, s1, s2, s3, s4, s5, s6, s7} {
		first, second := int32(uint32(s))+start-128*sums[2*i], int32(s>>32)+start-128*sums[2*i+1]
		out[2*i] = float32(float32(first)*scale) * columns[2*i]
		out[2*i+1] = float32(float32(second)*scale) * columns[2*i+1]
	}
}
