// Package matrix multiplies small matrices of float32, which is where a neural
// parser spends its time.
//
// There are two kinds of multiplication. Gemm is for training: float32, fused
// multiplication and addition where the processor has it. Rounded is for use: its
// factors are whole numbers, so that its results are the same to the bit on every
// processor, and so are those of Dot and Recur.
//
// Every kernel has two forms: assembly for amd64 with AVX2 or AVX-512, chosen at
// start by what the processor offers, and plain Go.
package matrix

const (
	// Columns is the width of the panels that a packed matrix is cut into.
	Columns = 16
	// Rows is the number of rows that are multiplied at a time.
	Rows = 12
)

// PadRows returns n rounded up to whole blocks of Rows: the number of rows
// that operands need room for.
func PadRows(n int) int { return (n + Rows - 1) / Rows * Rows }

// PadColumns returns n rounded up to whole panels.
func PadColumns(n int) int { return (n + Columns - 1) / Columns * Columns }

// panels is a matrix of k rows and n columns packed for multiplication from the
// right: panels of 16 columns, each row by row, the last filled with zeros.
type panels struct {
	k, n int
	b    []float32
}

// fill packs rows from to from+k-1 of w, or of its transpose.
func (p *panels) fill(w []float32, stride int, transposed bool, from int) {
	for left := 0; left < p.n; left += Columns {
		width := min(Columns, p.n-left)
		panel := p.b[left*p.k : (left+Columns)*p.k]
		if transposed {
			if width < Columns {
				clear(panel)
			}
			for j := range width {
				for i, v := range w[(left+j)*stride+from : (left+j)*stride+from+p.k] {
					panel[i*Columns+j] = v
				}
			}
			continue
		}
		for i := range p.k {
			row := panel[i*Columns : (i+1)*Columns]
			n := copy(row, w[(from+i)*stride+left:(from+i)*stride+left+width])
			clear(row[n:])
		}
	}
}

// depth is the number of products that Gemm adds before it writes the sum
// back, so that its operands stay in the first-level cache.
const depth = 256

// Gemm adds op(A)·op(B) to C, where op(A) is m × k, op(B) is k × n and op is the
// transpose when the flag before the operand is set. Operands are stored row by
// row at the given strides. The buffers in w are grown as needed.
func (w *Workspace) Gemm(transA, transB bool, m, n, k int, a []float32, strideA int, b []float32, strideB int, c []float32, strideC int) {
	var edge [Rows * Columns]float32
	for from := 0; from < k; from += depth {
		kb := min(depth, k-from)
		w.panels = panels{k: kb, n: n, b: growSlice(w.panels.b, PadColumns(n)*kb)}
		w.panels.fill(b, strideB, transB, from)
		for top := 0; top < m; top += Rows {
			rows := min(Rows, m-top)
			left, stride := a, strideA
			switch {
			case transA:
				w.left = growSlice(w.left, Rows*kb)
				left, stride = w.left, kb
				for l := range kb {
					for i, v := range a[(from+l)*strideA+top : (from+l)*strideA+top+rows] {
						left[i*kb+l] = v
					}
				}
			case rows < Rows:
				w.left = growSlice(w.left, Rows*kb)
				left, stride = w.left, kb
				for i := range rows {
					copy(left[i*kb:(i+1)*kb], a[(top+i)*strideA+from:])
				}
			default:
				left = a[top*strideA+from:]
			}
			for col := 0; col < n; col += Columns {
				width := min(Columns, n-col)
				panel := w.panels.b[col*kb:]
				if rows == Rows && width == Columns {
					block(kb, left, stride, panel, c[top*strideC+col:], strideC, true)
					continue
				}
				block(kb, left, stride, panel, edge[:], Columns, false)
				for i := range rows {
					out := c[(top+i)*strideC+col : (top+i)*strideC+col+width]
					for j := range out {
						out[j] += edge[i*Columns+j]
					}
				}
			}
		}
	}
}

// A Workspace holds the buffers of Gemm. It serves one goroutine.
type Workspace struct {
	panels panels
	left   []float32
}
