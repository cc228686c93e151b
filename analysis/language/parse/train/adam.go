package train

import (
	"math"
	"sync"

	"slant/analysis/language/parse"
	"slant/analysis/language/parse/matrix"
)

// shards is the number of parts that a batch is cut into. Each has its own
// gradients, which are added in order, so that the result does not depend on
// how many processors there are.
const shards = 2

// A param is a table of weights in training.
type param struct {
	parse.Shape
	value, mean   []float32
	first, second []float32 // Adam's moments
	grad          [shards][]float32
	sparse        bool // only rows that were touched have gradients
	frozen        bool

	touched [shards][]int32
	isHot   [shards][]bool
}

func newParam(shape parse.Shape, scale float64, normal func() float64) *param {
	n := shape.Rows * shape.Columns
	p := &param{Shape: shape, value: make([]float32, n), sparse: shape.Kind == parse.Embedding}
	for i := range p.value {
		p.value[i] = float32(normal() * scale)
	}
	return p
}

// ready makes room for gradients and moments, once values are set.
func (p *param) ready() {
	p.mean = append([]float32(nil), p.value...)
	if p.frozen {
		return
	}
	p.first, p.second = make([]float32, len(p.value)), make([]float32, len(p.value))
	for s := range shards {
		p.grad[s] = make([]float32, len(p.value))
		if p.sparse {
			p.isHot[s] = make([]bool, p.Rows)
		}
	}
}

// touch returns the gradient of one row of a sparse table.
func (p *param) touch(shard int, row int32) []float32 {
	if !p.isHot[shard][row] {
		p.isHot[shard][row] = true
		p.touched[shard] = append(p.touched[shard], row)
	}
	return p.grad[shard][int(row)*p.Columns : (int(row)+1)*p.Columns]
}

// merge adds the gradients of all shards to those of the first and returns the
// sum of their squares.
func (p *param) merge() float64 {
	g := p.grad[0]
	for s := 1; s < shards; s++ {
		if p.sparse {
			for _, row := range p.touched[s] {
				from := p.touch(s, row)
				matrix.Axpy(1, from, p.touch(0, row))
				clear(from)
				p.isHot[s][row] = false
			}
			p.touched[s] = p.touched[s][:0]
			continue
		}
		matrix.Axpy(1, p.grad[s], g)
		clear(p.grad[s])
	}
	sum := 0.0
	p.hotRanges(func(from, to int) {
		for _, v := range g[from:to] {
			sum += float64(v) * float64(v)
		}
	})
	return sum
}

// hotRanges calls f with the ranges of values that have gradients.
func (p *param) hotRanges(f func(from, to int)) {
	if !p.sparse {
		f(0, len(p.value))
		return
	}
	for _, row := range p.touched[0] {
		f(int(row)*p.Columns, (int(row)+1)*p.Columns)
	}
}

// An adam is the optimiser (Kingma and Ba, ICLR 2015) with a bound on the norm
// of the gradient.
type adam struct {
	params []*param
	steps  int
}

const (
	beta1   = 0.9
	beta2   = 0.98
	maxNorm = 1.0
)

// step changes all values by the gradients at the given rate and sets the
// gradients to zero.
func (a *adam) step(rate float32) {
	a.steps++
	sums := make([]float64, len(a.params))
	inTwo(len(a.params), func(i int) {
		if p := a.params[i]; !p.frozen {
			sums[i] = p.merge()
		}
	})
	sum := 0.0
	for _, s := range sums {
		sum += s
	}
	scale := float32(1)
	if norm := math.Sqrt(sum); norm > maxNorm {
		scale = float32(maxNorm / norm)
	}
	c1 := 1 - float32(math.Pow(beta1, float64(a.steps)))
	c2 := 1 - float32(math.Pow(beta2, float64(a.steps)))
	inTwo(len(a.params), func(i int) {
		p := a.params[i]
		if p.frozen {
			return
		}
		p.hotRanges(func(from, to int) {
			g, value, first, second := p.grad[0][from:to], p.value[from:to], p.first[from:to], p.second[from:to]
			for j, v := range g {
				v *= scale
				first[j] = beta1*first[j] + (1-beta1)*v
				second[j] = beta2*second[j] + (1-beta2)*v*v
				value[j] -= rate * (first[j] / c1) / (float32(math.Sqrt(float64(second[j]/c2))) + 1e-8)
			}
			clear(g)
		})
		if p.sparse {
			for _, row := range p.touched[0] {
				p.isHot[0][row] = false
			}
			p.touched[0] = p.touched[0][:0]
		}
	})
}

// average moves the running mean of all values towards them by the given share.
func (a *adam) average(share float32) {
	inTwo(len(a.params), func(i int) {
		p := a.params[i]
		if p.frozen {
			return
		}
		for j, v := range p.value {
			p.mean[j] += share * (v - p.mean[j])
		}
	})
}

// inTwo calls f for 0 to n-1 on two goroutines.
func inTwo(n int, f func(i int)) {
	var wait sync.WaitGroup
	for half := range 2 {
		wait.Go(func() {
			for i := half; i < n; i += 2 {
				f(i)
			}
		})
	}
	wait.Wait()
}
