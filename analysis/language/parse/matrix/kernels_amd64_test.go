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

// TestWordsBlockForms compares the kernels for products of whole numbers, which
// must agree to the bit.
func TestWordsBlockForms(t *testing.T) {
	if !hasAVX2 {
		t.Skip("no AVX2")
	}
	rng := rand.New(rand.NewSource(6))
	for _, deep := range []int{16, 64, 272} {
		x := random(rng, Rows*deep)
		a, b := make([]int16, Rows*deep), make([]int16, deep*Columns)
		plain := make([]int16, Rows*deep)
		roundWords(x, 40, a)
		roundWordsGeneric(x, 40, plain)
		if !slices.Equal(a, plain) {
			t.Fatal("rounded numbers differ")
		}
		if largest(x) != largestGeneric(x) {
			t.Error("largest magnitudes differ")
		}
		for i := range b {
			b[i] = int16(rng.Intn(255) - 127)
		}
		scale, columns := random(rng, Rows), random(rng, Columns)
		got, want := make([]float32, Rows*Columns), make([]float32, Rows*Columns)
		wordsBlock(deep/2, a, deep, b, got, Columns, scale, columns)
		wordsBlockGeneric(deep/2, a, deep, b, want, Columns, scale, columns)
		if !slices.Equal(got, want) {
			t.Errorf("depth %d: AVX2 and plain Go differ", deep)
		}
	}
}

// TestRoundedMulWithoutBytes runs the form for processors without AVX-512 VNNI.
func TestRoundedMulWithoutBytes(t *testing.T) {
	if !hasBytes {
		t.Skip("it is the only form here")
	}
	hasBytes = false
	defer func() { hasBytes = true }()
	TestRoundedMul(t)
}

// The multiplication of whole numbers on processors without AVX-512 VNNI, and
// without AVX2.
func BenchmarkRoundedMulAVX2(b *testing.B) {
	defer func(v bool) { hasBytes = v }(hasBytes)
	hasBytes = false
	BenchmarkRoundedMul(b)
}

func BenchmarkRoundedMulPlainGo(b *testing.B) {
	defer func(v, w bool) { hasBytes, hasAVX2 = v, w }(hasBytes, hasAVX2)
	hasBytes, hasAVX2 = false, false
	BenchmarkRoundedMul(b)
}
