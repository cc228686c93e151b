package train

import (
	"math"
	"math/rand"

	"slant/analysis/language/parse/matrix"
)

// A mat is a matrix of values with the gradient of the loss in each: rows of c
// columns that begin stride apart.
type mat struct {
	r, c, stride  int
	value, change []float32
}

func (m *mat) row(i int) []float32  { return m.value[i*m.stride : i*m.stride+m.c] }
func (m *mat) grad(i int) []float32 { return m.change[i*m.stride : i*m.stride+m.c] }

// columns returns the view of columns from to to-1.
func (m *mat) columns(from, to int) *mat {
	return &mat{m.r, to - from, m.stride, m.value[from:], m.change[from:]}
}

// A tape computes values and remembers how, so that backward can pass gradients
// from the last value to the first. One goroutine uses it.
type tape struct {
	slab  []float32
	used  int
	back  []func()
	rng   *rand.Rand
	shard int
	space matrix.Workspace
}

func newTape(shard int, seed int64) *tape {
	return &tape{slab: make([]float32, 1<<23), rng: rand.New(rand.NewSource(seed)), shard: shard}
}

func (t *tape) reset() { t.used, t.back = 0, t.back[:0] }

func (t *tape) floats(n int) []float32 {
	if t.used+n > len(t.slab) {
		t.slab = make([]float32, max(2*len(t.slab), 2*n))
		t.used = 0
	}
	x := t.slab[t.used : t.used+n : t.used+n]
	t.used += n
	clear(x)
	return x
}

func (t *tape) mat(r, c int) *mat {
	return &mat{r, c, c, t.floats(r * c), t.floats(r * c)}
}

func (t *tape) onBack(f func()) { t.back = append(t.back, f) }

func (t *tape) backward() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

// embed copies the rows of p that ids name to the columns of out from offset on;
// an id below zero leaves zeros.
func (t *tape) embed(p *param, ids []int32, out *mat, offset int) {
	c := p.Columns
	for i, id := range ids {
		if id >= 0 {
			copy(out.row(i)[offset:offset+c], p.value[int(id)*c:])
		}
	}
	if p.frozen {
		return
	}
	t.onBack(func() {
		for i, id := range ids {
			if id >= 0 {
				matrix.Axpy(1, out.grad(i)[offset:offset+c], p.touch(t.shard, id))
			}
		}
	})
}

// linear returns x·w + b. b may be nil.
func (t *tape) linear(x *mat, w, b *param) *mat {
	y := t.mat(x.r, w.Columns)
	if b != nil {
		for i := range y.r {
			copy(y.row(i), b.value)
		}
	}
	t.space.Gemm(false, false, x.r, y.c, x.c, x.value, x.stride, w.value, w.Columns, y.value, y.stride)
	t.onBack(func() {
		t.space.Gemm(true, false, x.c, y.c, x.r, x.value, x.stride, y.change, y.stride, w.grad[t.shard], w.Columns)
		t.space.Gemm(false, true, x.r, x.c, y.c, y.change, y.stride, w.value, w.Columns, x.change, x.stride)
		if b != nil {
			for i := range y.r {
				matrix.Axpy(1, y.grad(i), b.grad[t.shard])
			}
		}
	})
	return y
}

// leak is the slope of the rectifier below zero.
const leak = 0.1

// rectify returns x with its negative values made small.
func (t *tape) rectify(x *mat) *mat {
	y := t.mat(x.r, x.c)
	for i := range x.r {
		out := y.row(i)
		for j, v := range x.row(i) {
			out[j] = max(v, leak*v)
		}
	}
	t.onBack(func() {
		for i := range x.r {
			value, change, from := x.row(i), x.grad(i), y.grad(i)
			for j, g := range from {
				if value[j] < 0 {
					g *= leak
				}
				change[j] += g
			}
		}
	})
	return y
}

// drop sets columns to zero with probability p, the same ones for all words of a
// sentence, and scales the others up.
func (t *tape) drop(x *mat, bounds []int, p float32) *mat {
	if p == 0 {
		return x
	}
	y := t.mat(x.r, x.c)
	sentences := len(bounds) - 1
	mask := t.floats(sentences * x.c)
	for i := range mask {
		if t.rng.Float32() >= p {
			mask[i] = 1 / (1 - p)
		}
	}
	for s := range sentences {
		keep := mask[s*x.c : (s+1)*x.c]
		for i := bounds[s]; i < bounds[s+1]; i++ {
			from, to := x.row(i), y.row(i)
			for j, k := range keep {
				to[j] = from[j] * k
			}
		}
	}
	t.onBack(func() {
		for s := range sentences {
			keep := mask[s*x.c : (s+1)*x.c]
			for i := bounds[s]; i < bounds[s+1]; i++ {
				from, to := y.grad(i), x.grad(i)
				for j, k := range keep {
					to[j] += from[j] * k
				}
			}
		}
	})
	return y
}

// gate is the sigmoid of matrix.Recur, slope its derivative given its value.
func gate(z float32) float32 {
	return 0.5*(z/(max(z, -z)+1)) + 0.5
}

func slope(g float32) float32 {
	s := 2*g - 1
	s = 1 - max(s, -s)
	return 0.5 * s * s
}

// recur runs simple recurrent units over the sentences, half of the columns of x
// from left to right and half from right to left. u holds the activations of
// candidate, forget and reset of the one, then of the other direction; v the
// weights of the memory in the gates, b their biases. See matrix.Recur.
func (t *tape) recur(u, x *mat, v, b *param, bounds []int) *mat {
	d := x.c / 2
	h := t.mat(x.r, x.c)
	memory, forget, reset := t.floats(x.r*x.c), t.floats(x.r*x.c), t.floats(x.r*x.c)
	zero, carried := t.floats(d), t.floats(d)
	// walk calls f for the words of each sentence in one direction, with the row
	// of the word before in that direction, or -1.
	walk := func(f func(side, word, before int)) {
		for s := 0; s+1 < len(bounds); s++ {
			for i := bounds[s]; i < bounds[s+1]; i++ {
				before := i - 1
				if i == bounds[s] {
					before = -1
				}
				f(0, i, before)
			}
			for i := bounds[s+1] - 1; i >= bounds[s]; i-- {
				before := i + 1
				if before == bounds[s+1] {
					before = -1
				}
				f(1, i, before)
			}
		}
	}
	memoryOf := func(side, before int) []float32 {
		if before < 0 {
			return zero
		}
		return memory[before*x.c+side*d:][:d]
	}
	walk(func(side, i, before int) {
		prev := memoryOf(side, before)
		act := u.row(i)[side*3*d:][:3*d]
		u0, u1, u2 := act[:d], act[d:2*d], act[2*d:]
		vf, vr := v.value[side*2*d:][:d], v.value[side*2*d+d:][:d]
		bf, br := b.value[side*2*d:][:d], b.value[side*2*d+d:][:d]
		in, out := x.row(i)[side*d:][:d], h.row(i)[side*d:][:d]
		o := i*x.c + side*d
		m, fs, rs := memory[o:][:d], forget[o:][:d], reset[o:][:d]
		for j, p := range prev {
			f := gate(u1[j] + vf[j]*p + bf[j])
			r := gate(u2[j] + vr[j]*p + br[j])
			c := f*(p-u0[j]) + u0[j]
			out[j] = r*(c-in[j]) + in[j]
			m[j], fs[j], rs[j] = c, f, r
		}
	})
	t.onBack(func() {
		// The same walk backwards: the last word of each direction first.
		type step struct{ side, i, before int }
		var steps []step
		walk(func(side, i, before int) { steps = append(steps, step{side, i, before}) })
		gv, gb := v.grad[t.shard], b.grad[t.shard]
		for k := len(steps) - 1; k >= 0; k-- {
			s := steps[k]
			if k == len(steps)-1 || steps[k+1].before < 0 {
				clear(carried)
			}
			prev := memoryOf(s.side, s.before)
			o := s.i*u.stride + s.side*3*d
			u0 := u.value[o:][:d]
			g0, g1, g2 := u.change[o:][:d], u.change[o+d:][:d], u.change[o+2*d:][:d]
			vf, vr := v.value[s.side*2*d:][:d], v.value[s.side*2*d+d:][:d]
			gvf, gvr := gv[s.side*2*d:][:d], gv[s.side*2*d+d:][:d]
			gbf, gbr := gb[s.side*2*d:][:d], gb[s.side*2*d+d:][:d]
			in, out, gin := x.row(s.i)[s.side*d:][:d], h.grad(s.i)[s.side*d:][:d], x.grad(s.i)[s.side*d:][:d]
			o = s.i*x.c + s.side*d
			m, fs, rs := memory[o:][:d], forget[o:][:d], reset[o:][:d]
			for j, p := range prev {
				g, r, f, c := out[j], rs[j], fs[j], m[j]
				gin[j] += g * (1 - r)
				gc := carried[j] + g*r
				g0[j] += gc * (1 - f)
				df := gc * (p - u0[j]) * slope(f)
				dr := g * (c - in[j]) * slope(r)
				g1[j] += df
				g2[j] += dr
				gvf[j] += df * p
				gvr[j] += dr * p
				gbf[j] += df
				gbr[j] += dr
				carried[j] = gc*f + df*vf[j] + dr*vr[j]
			}
		}
	})
	return h
}

// crossEntropy adds to change the gradient, times weight, of the negative
// logarithm of the probability that the softmax of scores gives to gold. It
// returns that logarithm and whether gold has the highest score.
func crossEntropy(scores []float32, gold int, weight float32, change []float32) (loss float64, right bool) {
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	var sum float32
	top := scores[best]
	for _, v := range scores {
		sum += exp(v - top)
	}
	for i, v := range scores {
		change[i] += weight * exp(v-top) / sum
	}
	change[gold] -= weight
	return math.Log(float64(sum)) - float64(scores[gold]-top), best == gold
}

// exp returns e to the power of x ≤ 0 with a relative error below 1e-4.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	y := x * math.Log2E
	whole := float32(int32(y) - 1) // y ≤ 0, so that y - whole lies in (0, 1]
	r := y - whole
	p := 1 + r*(0.6931472+r*(0.2402265+r*(0.0555041+r*(0.0096181+r*0.0013333))))
	return p * math.Float32frombits(uint32(int32(whole)+127)<<23)
}
