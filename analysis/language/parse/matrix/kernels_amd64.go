package matrix

import "golang.org/x/sys/cpu"

var (
	hasAVX2   = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	hasAVX512 = hasAVX2 && cpu.X86.HasAVX512F
)

//go:noescape
func block512(k int, a *float32, strideA int, b, c *float32, strideC int, add int)

//go:noescape
func block256(k int, a *float32, strideA int, b, c *float32, strideC int, add int)

//go:noescape
func axpy256(n int, a float32, x, y *float32)

//go:noescape
func dot256(n int, x, y *float32) float32

//go:noescape
func recur256(d int, u, x, v, b, c, h *float32)

// block sets 12 × 16 outputs of C, or adds to them, from 12 rows of A and one
// panel.
func block(k int, a []float32, strideA int, b, c []float32, strideC int, add bool) {
	sum := 0
	if add {
		sum = 1
	}
	switch {
	case hasAVX512:
		block512(k, &a[0], strideA, &b[0], &c[0], strideC, sum)
	case hasAVX2:
		block256(k, &a[0], strideA, &b[0], &c[0], strideC, sum)
		block256(k, &a[6*strideA], strideA, &b[0], &c[6*strideC], strideC, sum)
	default:
		blockGeneric(k, a, strideA, b, c, strideC, add)
	}
}

// Axpy adds a·x to y.
func Axpy(a float32, x, y []float32) {
	y = y[:len(x)]
	n := 0
	if hasAVX2 && len(x) >= 8 {
		n = len(x) &^ 7
		axpy256(n, a, &x[0], &y[0])
	}
	axpyGeneric(a, x[n:], y[n:])
}

// Dot returns the inner product of x and y, whose length is a multiple of 16.
func Dot(x, y []float32) float32 {
	y = y[:len(x)]
	if hasAVX2 && len(x) > 0 {
		return dot256(len(x), &x[0], &y[0])
	}
	return dotGeneric(x, y)
}

// Recur makes one step of a simple recurrent unit (Lei and others, EMNLP 2018)
// of d = len(c) cells, with softsign gates: c is its memory, x its input and h
// its output; u holds candidate, forget and reset activations of the input, v
// the weights of the memory in both gates and b their biases. d is a multiple
// of 8.
func Recur(u, x, v, b, c, h []float32) {
	d := len(c)
	_, _, _, _, _ = u[3*d-1], x[d-1], v[2*d-1], b[2*d-1], h[d-1]
	if hasAVX2 {
		recur256(d, &u[0], &x[0], &v[0], &b[0], &c[0], &h[0])
		return
	}
	recurGeneric(u, x, v, b, c, h)
}
