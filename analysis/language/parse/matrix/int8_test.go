package matrix

import (
	"math/rand"
	"testing"
)

func TestRoundedMul(t *testing.T) {
	rng := rand.New(rand.NewSource(5))
	for _, size := range [][3]int{{1, 1, 1}, {5, 3, 17}, {12, 64, 16}, {25, 272, 40}, {13, 20, 100}, {30, 384, 64}} {
		n, k, m := size[0], size[1], size[2]
		a := random(rng, n*k)
		values, scales := make([]byte, k*m), make([]float32, m)
		for i := range values {
			values[i] = byte(int8(rng.Intn(255) - 127))
		}
		for j := range scales {
			scales[j] = rng.Float32()
		}
		p := PackRounded(values, scales, k, m)
		var rows RoundedRows
		rows.Set(n, k, a, k)
		got := make([]float32, PadRows(n)*p.Width())
		p.Mul(&rows, got, p.Width())
		for i := range n {
			row := a[i*k : (i+1)*k]
			top := largestGeneric(row)
			for j := range m {
				var sum int32
				for l, v := range row {
					sum += roundOne(v, 127/top) * int32(int8(values[l*m+j]))
				}
				// to the bit: this is what makes trees the same everywhere
				if want := float32(float32(sum)*(top*(1./127))) * scales[j]; got[i*p.Width()+j] != want {
					t.Fatalf("%v: row %d, column %d is %v, want %v", size, i, j, got[i*p.Width()+j], want)
				}
			}
		}
	}
}

func TestRoundedMulOfZeros(t *testing.T) {
	p := PackRounded([]byte{1, 2, 3, 4}, []float32{1, 1}, 2, 2)
	var rows RoundedRows
	rows.Set(1, 2, make([]float32, 2), 2)
	got := []float32{9, 9}
	c := make([]float32, PadRows(1)*p.Width())
	p.Mul(&rows, c, p.Width())
	copy(got, c)
	if got[0] != 0 || got[1] != 0 {
		t.Errorf("zeros times weights are %v", got)
	}
}

func BenchmarkRoundedMul(b *testing.B) {
	rng := rand.New(rand.NewSource(1))
	a, c := random(rng, benchRows*benchDepth), make([]float32, benchRows*benchColumns)
	p := PackRounded(make([]byte, benchDepth*benchColumns), make([]float32, benchColumns), benchDepth, benchColumns)
	var rows RoundedRows
	for b.Loop() {
		rows.Set(benchRows, benchDepth, a, benchDepth)
		p.Mul(&rows, c, benchColumns)
	}
	report(b)
}
