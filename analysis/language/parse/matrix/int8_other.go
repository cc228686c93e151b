//go:build !amd64

package matrix

// best is the only form that there is here.
const best = inPairs

func bytesBlock(groups int, a []int8, strideA int, b []byte, c []float32, strideC int, start []int32, scale, columns []float32) {
	panic("matrix: not on this processor")
}

func wordsBlock(pairs int, a []int16, strideA int, b []int16, c []float32, strideC int, scale, columns []float32) {
	panic("matrix: not on this processor")
}

func roundWords(x []float32, scale float32, out []int16) { panic("matrix: not on this processor") }

// largest returns the largest magnitude in x.
func largest(x []float32) float32 { return largestGeneric(x) }

// roundBytes rounds x times scale and returns the sum.
func roundBytes(x []float32, scale float32, out []int8) int32 {
	return roundBytesGeneric(x, scale, out)
}
