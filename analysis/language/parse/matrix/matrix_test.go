package matrix

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

func random(rng *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(rng.NormFloat64())
	}
	return x
}

// near reports whether got equals want but for rounding: sums of n products of
// numbers around one.
func near(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if d := math.Abs(float64(got[i] - want[i])); !(d <= 1e-4*(1+math.Abs(float64(want[i])))) {
			t.Fatalf("%s: element %d is %v, want %v", what, i, got[i], want[i])
		}
	}
}

func TestGemm(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	var w Workspace
	for _, size := range [][3]int{{1, 1, 1}, {7, 19, 5}, {24, 32, 256}, {30, 45, 700}} {
		m, n, k := size[0], size[1], size[2]
		for flags := range 4 {
			transA, transB := flags&1 != 0, flags&2 != 0
			a, b, c := random(rng, m*k), random(rng, k*n), random(rng, m*n)
			strideA, strideB := k, n
			if transA {
				strideA = m
			}
			if transB {
				strideB = k
			}
			want := make([]float32, m*n)
			for i := range m {
				for j := range n {
					sum := float64(c[i*n+j])
					for l := range k {
						x, y := a[(i*k+l)%len(a)], b[(l*n+j)%len(b)]
						if transA {
							x = a[l*m+i]
						}
						if transB {
							y = b[j*k+l]
						}
						sum += float64(x) * float64(y)
					}
					want[i*n+j] = float32(sum)
				}
			}
			w.Gemm(transA, transB, m, n, k, a, strideA, b, strideB, c, n)
			near(t, fmt.Sprint(size, transA, transB), c, want)
		}
	}
}

func TestDotAxpyRecurAgainstPlainGo(t *testing.T) {
	rng := rand.New(rand.NewSource(4))
	for _, n := range []int{16, 64, 128, 192} {
		x, y := random(rng, n), random(rng, n)
		if got, want := Dot(x, y), dotGeneric(x, y); got != want {
			t.Errorf("dot product of %d is %v, in plain Go %v", n, got, want)
		}

		x, y = random(rng, n-3), random(rng, n-3)
		want := append([]float32(nil), y...)
		axpyGeneric(0.7, x, want)
		Axpy(0.7, x, y)
		near(t, "axpy", y, want)

		u, in, v, b, c := random(rng, 3*n), random(rng, n), random(rng, 2*n), random(rng, 2*n), random(rng, n)
		memory, h, wantH := append([]float32(nil), c...), make([]float32, n), make([]float32, n)
		recurGeneric(u, in, v, b, memory, wantH)
		Recur(u, in, v, b, c, h)
		if !slices.Equal(c, memory) || !slices.Equal(h, wantH) {
			t.Errorf("a step of %d recurrent cells differs from plain Go", n)
		}
	}
}

// The multiplication at the heart of the parser: 240 words through one layer.
const benchRows, benchDepth, benchColumns = 240, 256, 768

func report(b *testing.B) {
	b.ReportMetric(float64(benchRows*benchDepth*benchColumns)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmul/s")
}

func BenchmarkGemm(b *testing.B) {
	rng := rand.New(rand.NewSource(1))
	x, y, z := random(rng, benchRows*benchDepth), random(rng, benchDepth*benchColumns), make([]float32, benchRows*benchColumns)
	var w Workspace
	for b.Loop() {
		w.Gemm(false, false, benchRows, benchColumns, benchDepth, x, benchDepth, y, benchColumns, z, benchColumns)
	}
	report(b)
}

func BenchmarkGemmPlainGo(b *testing.B) {
	rng := rand.New(rand.NewSource(1))
	x, y, z := random(rng, Rows*benchDepth), random(rng, benchDepth*Columns), make([]float32, Rows*Columns)
	for b.Loop() {
		for range benchRows / Rows * benchColumns / Columns {
			blockGeneric(benchDepth, x, benchDepth, y, z, Columns, false)
		}
	}
	report(b)
}

func BenchmarkGemmOfGonum(b *testing.B) {
	rng := rand.New(rand.NewSource(1))
	x, y, z := random(rng, benchRows*benchDepth), random(rng, benchDepth*benchColumns), make([]float32, benchRows*benchColumns)
	for b.Loop() {
		blas32.Gemm(blas.NoTrans, blas.NoTrans, 1,
			blas32.General{Rows: benchRows, Cols: benchDepth, Stride: benchDepth, Data: x},
			blas32.General{Rows: benchDepth, Cols: benchColumns, Stride: benchColumns, Data: y}, 0,
			blas32.General{Rows: benchRows, Cols: benchColumns, Stride: benchColumns, Data: z})
	}
	report(b)
}
