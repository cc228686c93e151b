package matrix

import (
	"fmt"
	"math"
	"math/rand"
	"testing"
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

// TestMul compares the kernel in use with products summed in float64.
func TestMul(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for _, size := range [][3]int{{1, 1, 1}, {5, 3, 17}, {12, 64, 16}, {25, 257, 40}, {13, 2, 100}} {
		n, k, m := size[0], size[1], size[2]
		a, w := random(rng, PadRows(n)*k), random(rng, k*m)
		p := Pack(w, k, m)
		got := make([]float32, PadRows(n)*p.Width())
		p.Mul(n, a, k, got, p.Width())
		for i := range n {
			want := make([]float32, m)
			for j := range want {
				sum := 0.0
				for l := range k {
					sum += float64(a[i*k+l]) * float64(w[l*m+j])
				}
				want[j] = float32(sum)
			}
			near(t, fmt.Sprint("row ", i, " of ", size), got[i*p.Width():], want)
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
		near(t, "dot", []float32{Dot(x, y)}, []float32{dotGeneric(x, y)})

		x, y = random(rng, n-3), random(rng, n-3)
		want := append([]float32(nil), y...)
		axpyGeneric(0.7, x, want)
		Axpy(0.7, x, y)
		near(t, "axpy", y, want)

		u, in, v, b, c := random(rng, 3*n), random(rng, n), random(rng, 2*n), random(rng, 2*n), random(rng, n)
		memory, h, wantH := append([]float32(nil), c...), make([]float32, n), make([]float32, n)
		recurGeneric(u, in, v, b, memory, wantH)
		Recur(u, in, v, b, c, h)
		near(t, "memory", c, memory)
		near(t, "output", h, wantH)
	}
}

// The multiplication at the heart of the parser: 240 words through one layer.
func benchmarkMul(b *testing.B, mul func(p *Panels, n int, a, c []float32)) {
	const n, k, m = 240, 256, 768
	rng := rand.New(rand.NewSource(1))
	a, c := random(rng, n*k), make([]float32, n*m)
	p := Pack(random(rng, k*m), k, m)
	for b.Loop() {
		mul(&p, n, a, c)
	}
	b.ReportMetric(float64(n*k*m)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmul/s")
}

func BenchmarkMul(b *testing.B) {
	benchmarkMul(b, func(p *Panels, n int, a, c []float32) { p.Mul(n, a, p.K, c, p.Width()) })
}

func BenchmarkMulPlainGo(b *testing.B) {
	benchmarkMul(b, func(p *Panels, n int, a, c []float32) {
		for left := 0; left < p.N; left += Columns {
			for i := 0; i < n; i += Rows {
				blockGeneric(p.K, a[i*p.K:], p.K, p.b[left*p.K:], c[i*p.N+left:], p.N, false)
			}
		}
	})
}
