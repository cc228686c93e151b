//go:build !amd64

package matrix

func block(k int, a []float32, strideA int, b, c []float32, strideC int, add bool) {
	blockGeneric(k, a, strideA, b, c, strideC, add)
}

// Axpy adds a·x to y.
func Axpy(a float32, x, y []float32) { axpyGeneric(a, x, y[:len(x)]) }

// Dot returns the inner product of x and y, whose length is a multiple of 16.
func Dot(x, y []float32) float32 { return dotGeneric(x, y[:len(x)]) }

// Recur makes one step of a simple recurrent unit (Lei and others, EMNLP 2018)
// of d = len(c) cells, with softsign gates: c is its memory, x its input and h
// its output; u holds candidate, forget and reset activations of the input, v
// the weights of the memory in both gates and b their biases. d is a multiple
// of 8.
func Recur(u, x, v, b, c, h []float32) { recurGeneric(u, x, v, b, c, h) }
