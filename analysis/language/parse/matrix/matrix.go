// Package matrix multiplies small matrices of float32, which is where a neural
// parser spends its time.
//
// Every kernel has two forms: assembly for amd64 with AVX-512 or AVX2 and FMA,
// chosen at start by what the processor offers, and plain Go. All forms add the
// products of one output in the same order, so that the assembly forms give
// the same bits as each other, and as plain Go where the compiler fuses
// multiplication and addition (arm64 does). On older amd64 the last bit may
// differ.
package matrix

const (
	// Columns is the width of the panels that a packed matrix is cut into.
	Columns = 16
	// Rows is the number of rows that are multiplied at a time.
	Rows = 12
)

// PadRows returns n rounded up to whole blocks of Rows: the number of rows
// that the operands of Mul need room for.
func PadRows(n int) int { return (n + Rows - 1) / Rows * Rows }

// PadColumns returns n rounded up to whole panels.
func PadColumns(n int) int { return (n + Columns - 1) / Columns * Columns }

// Panels is a matrix of K rows and N columns packed for multiplication from
// the right: panels of 16 columns, each row by row, the last filled with zeros.
type Panels struct {
	K, N int
	b    []float32
}

// Pack packs w, which holds k rows of n.
func Pack(w []float32, k, n int) Panels {
	p := Panels{K: k, N: n, b: make([]float32, PadColumns(n)*k)}
	p.fill(w, n, false, 0)
	return p
}

// fill packs rows from to from+K-1 of w, or of its transpose.
func (p *Panels) fill(w []float32, stride int, transposed bool, from int) {
	for left := 0; left < p.N; left += Columns {
		width := min(Columns, p.N-left)
		panel := p.b[left*p.K : (left+Columns)*p.K]
		if transposed {
			if width < Columns {
				clear(panel)
			}
			for j := range width {
				for i, v := range w[(left+j)*stride+from : (left+j)*stride+from+p.K] {
					panel[i*Columns+j] = v
				}
			}
			continue
		}
		for i := range p.K {
			row := panel[i*Columns : (i+1)*Columns]
			n := copy(row, w[(from+i)*stride+left:(from+i)*stride+left+width])
			clear(row[n:])
		}
	}
}

// Width returns the number of columns of a product, padding included.
func (p *Panels) Width() int { return PadColumns(p.N) }

// Mul sets C = A·P for the first n rows of A. Row i of A begins at a[i*strideA]
// and has K columns, row i of C begins at c[i*strideC] and has Width columns.
// Both have room for PadRows(n) rows; the rows beyond n hold no meaning.
func (p *Panels) Mul(n int, a []float32, strideA int, c []float32, strideC int) {
	if n == 0 {
		return
	}
	padded := PadRows(n)
	_ = a[(padded-1)*strideA+p.K-1]
	_ = c[(padded-1)*strideC+p.Width()-1]
	for left := 0; left < p.N; left += Columns {
		panel := p.b[left*p.K:]
		for i := 0; i < n; i += Rows {
			block(p.K, a[i*strideA:], strideA, panel, c[i*strideC+left:], strideC, false)
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
		w.panels = Panels{K: kb, N: n, b: grow(w.panels.b, PadColumns(n)*kb)}
		w.panels.fill(b, strideB, transB, from)
		for top := 0; top < m; top += Rows {
			rows := min(Rows, m-top)
			left, stride := a, strideA
			switch {
			case transA:
				w.left = grow(w.left, Rows*kb)
				left, stride = w.left, kb
				for l := range kb {
					for i, v := range a[(from+l)*strideA+top : (from+l)*strideA+top+rows] {
						left[i*kb+l] = v
					}
				}
			case rows < Rows:
				w.left = grow(w.left, Rows*kb)
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
	panels Panels
	left   []float32
}

func grow(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n+n/4)
	}
	return b[:n]
}
