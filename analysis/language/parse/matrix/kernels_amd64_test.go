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
