package matrix

import (
	"math/rand"
	"slices"
	"testing"
)

// TestBlockForms runs every form of the main kernel that this processor has:
// the vector forms must agree to the bit, plain Go but for rounding.
func TestBlockForms(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	for _, k := range []int{1, 2, 31, 256} {
		for _, add := range []bool{false, true} {
			a, b, c := random(rng, Rows*k), random(rng, k*Columns), random(rng, Rows*Columns)
			flag := 0
			if add {
				flag = 1
			}
			plain := slices.Clone(c)
			blockGeneric(k, a, k, b, plain, Columns, add)
			var first []float32
			if hasAVX2 {
				got := slices.Clone(c)
				block256(k, &a[0], k, &b[0], &got[0], Columns, flag)
				block256(k, &a[6*k], k, &b[0], &got[6*Columns], Columns, flag)
				near(t, "AVX2", got, plain)
				first = got
			}
			if hasAVX512 {
				got := slices.Clone(c)
				block512(k, &a[0], k, &b[0], &got[0], Columns, flag)
				near(t, "AVX-512", got, plain)
				if !slices.Equal(got, first) {
					t.Errorf("k = %d, add = %v: AVX-512 and AVX2 differ", k, add)
				}
			}
		}
	}
}

// inForm calls f as if the processor were best at another form, when it has that.
func inForm(t testing.TB, other form, f func()) {
	switch {
	case other > best:
		t.Skip("this processor does not have it")
	case other == inPairs:
		defer func(v bool) { hasAVX2 = v }(hasAVX2)
		hasAVX2 = false
	}
	defer func(v form) { best = v }(best)
	best = other
	f()
}

func TestRoundedMulInWords(t *testing.T) { inForm(t, inWords, func() { TestRoundedMul(t) }) }

func TestRoundedMulInPlainGo(t *testing.T) { inForm(t, inPairs, func() { TestRoundedMul(t) }) }

func TestRoundingForms(t *testing.T) {
	if !hasAVX2 {
		t.Skip("no AVX2")
	}
	x := random(rand.New(rand.NewSource(6)), 64)
	x[0], x[3], x[4], x[5] = 8, 0.5/8, 1.5/8, -2.5/8 // halves go to the even number
	words, bytes, plain := make([]int16, 64), make([]int8, 64), make([]int8, 64)
	roundWords(x, 8, words)
	sum := roundBytes(x, 8, bytes)
	if want := roundBytesGeneric(x, 8, plain); sum != want || !slices.Equal(bytes, plain) {
		t.Errorf("bytes: sum %d, want %d\n%v\n%v", sum, want, bytes, plain)
	}
	for i, v := range plain {
		if words[i] != int16(v) {
			t.Errorf("word %d is %d, want %d", i, words[i], v)
		}
	}
	if largest(x) != largestGeneric(x) {
		t.Error("largest magnitudes differ")
	}
}

// The multiplication of whole numbers on processors without AVX-512 VNNI, and
// without AVX2.
func BenchmarkRoundedMulInWords(b *testing.B) { inForm(b, inWords, func() { BenchmarkRoundedMul(b) }) }

func BenchmarkRoundedMulInPlainGo(b *testing.B) {
	inForm(b, inPairs, func() { BenchmarkRoundedMul(b) })
}
