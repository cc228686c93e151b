package matrix

import "golang.org/x/sys/cpu"

// best is the form that this processor is best at.
var best = func() form {
	switch {
	case hasAVX512 && cpu.X86.HasAVX512VNNI:
		return inBytes
	case hasAVX2:
		return inWords
	}
	return inPairs
}()

//go:noescape
func bytesBlock512(groups int, a *int8, strideA int, b *byte, c *float32, strideC int, start *int32, scale, columns *float32)

//go:noescape
func wordsBlock256(pairs int, a *int16, strideA int, b *int16, c *float32, strideC int, scale, columns *float32)

//go:noescape
func largest256(n int, x *float32) float32

//go:noescape
func roundWords256(n int, x *float32, scale float32, out *int16)

//go:noescape
func roundBytes256(n int, x *float32, scale float32, out *int8) int32

func bytesBlock(groups int, a []int8, strideA int, b []byte, c []float32, strideC int, start []int32, scale, columns []float32) {
	bytesBlock512(groups, &a[0], strideA, &b[0], &c[0], strideC, &start[0], &scale[0], &columns[0])
}

func wordsBlock(pairs int, a []int16, strideA int, b []int16, c []float32, strideC int, scale, columns []float32) {
	wordsBlock256(pairs, &a[0], strideA, &b[0], &c[0], strideC, &scale[0], &columns[0])
	wordsBlock256(pairs, &a[6*strideA], strideA, &b[0], &c[6*strideC], strideC, &scale[6], &columns[0])
}

// largest returns the largest magnitude in x, whose length is a multiple of 16.
func largest(x []float32) float32 {
	if hasAVX2 && len(x) > 0 {
		return largest256(len(x), &x[0])
	}
	return largestGeneric(x)
}

// roundWords rounds x, whose length is a multiple of 16, times scale.
func roundWords(x []float32, scale float32, out []int16) {
	if len(x) > 0 {
		roundWords256(len(x), &x[0], scale, &out[0])
	}
}

// roundBytes does so for bytes and returns their sum.
func roundBytes(x []float32, scale float32, out []int8) int32 {
	if hasAVX2 && len(x) > 0 {
		return roundBytes256(len(x), &x[0], scale, &out[0])
	}
	return roundBytesGeneric(x, scale, out)
}
