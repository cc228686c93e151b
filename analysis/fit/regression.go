package fit

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// A Regression is a multinomial logistic regression with a ridge penalty on all
// weights but the constants. For the penalty, features are scaled to a standard
// deviation of one.
type Regression struct {
	Classes []string // the last is the base, which has no weights
	Ridge   float64  // strength of the penalty
	Rare    float64  // least spread that a feature is taken to have, so that one of a few examples gets no great weight
}

// Weights are those of each class but the base, of the features as they are.
type Weights [][]float64

// maxSteps is how many steps a fit may take; some ten do.
const maxSteps = 50

// Fit fits the weights by Newton's method (McCullagh and Nelder 1989, 5.2).
func (r Regression) Fit(data []Example) (Weights, error) {
	if err := r.check(data); err != nil {
		return nil, err
	}
	n := len(data[0].Features)
	w := make(Weights, len(r.Classes)-1)
	for c := range w {
		w[c] = make([]float64, n)
	}
	scale := r.spread(data)
	for range maxSteps {
		step, err := r.step(data, scale, w)
		if err != nil {
			return nil, err
		}
		for c := range w {
			for j := range w[c] {
				w[c][j] += step.AtVec(c*n + j)
			}
		}
		if mat.Norm(step, 2) < 1e-8 {
			return w, nil
		}
	}
	return nil, fmt.Errorf("no fit after %d steps; give it more examples or a stronger penalty", maxSteps)
}

// check reports a class without examples: its weights would have no end.
func (r Regression) check(data []Example) error {
	seen := make([]int, len(r.Classes))
	for _, x := range data {
		seen[x.Class]++
	}
	for c, n := range seen {
		if n == 0 {
			return fmt.Errorf("none of %d examples is %s; give it some of each kind", len(data), r.Classes[c])
		}
	}
	return nil
}

// step returns Newton's step from w.
func (r Regression) step(data []Example, scale []float64, w Weights) (*mat.VecDense, error) {
	n := len(scale)
	all := len(w) * n
	gradient := make([]float64, all)
	hessian := make([]float64, all*all) // upper triangle
	for c := range w {
		for j := range n - 1 {
			penalty := r.Ridge * scale[j] * scale[j]
			gradient[c*n+j] = -penalty * w[c][j]
			hessian[(c*n+j)*all+c*n+j] = penalty
		}
	}
	nonzero := make([]int, 0, n)
	for _, x := range data {
		p := w.Probabilities(x.Features)
		nonzero = nonzero[:0]
		for j, v := range x.Features {
			if v != 0 {
				nonzero = append(nonzero, j)
			}
		}
		for c := range w {
			y := 0.0
			if x.Class == c {
				y = 1
			}
			for _, j := range nonzero {
				v := x.Features[j]
				gradient[c*n+j] += (y - p[c]) * v
				row := hessian[(c*n+j)*all:]
				for _, k := range nonzero {
					u := v * x.Features[k]
					if k >= j {
						row[c*n+k] += p[c] * (1 - p[c]) * u
					}
					for d := c + 1; d < len(w); d++ {
						row[d*n+k] -= p[c] * p[d] * u
					}
				}
			}
		}
	}
	var cholesky mat.Cholesky
	var step mat.VecDense
	if !cholesky.Factorize(mat.NewSymDense(all, hessian)) || cholesky.SolveVecTo(&step, mat.NewVecDense(all, gradient)) != nil {
		return nil, errors.New("the features depend on one another; give it more examples or a stronger penalty")
	}
	return &step, nil
}

// spread returns the standard deviation of each feature, at least r.Rare, and 1
// for one that is the same in all examples.
func (r Regression) spread(data []Example) []float64 {
	sd := make([]float64, len(data[0].Features))
	for j := range sd {
		sum, squares, same := 0.0, 0.0, true
		for _, x := range data {
			sum += x.Features[j]
			squares += x.Features[j] * x.Features[j]
			same = same && x.Features[j] == data[0].Features[j]
		}
		if same { // not told from squares, which would leave a rest of rounding
			sd[j] = 1
			continue
		}
		mean := sum / float64(len(data))
		sd[j] = max(r.Rare, math.Sqrt(max(0, squares/float64(len(data))-mean*mean)))
	}
	return sd
}

// Probabilities returns that of each class, the base last.
func (w Weights) Probabilities(features []float64) []float64 {
	p := make([]float64, len(w)+1)
	top := 0.0
	for c := range w {
		for j, v := range features {
			if v != 0 {
				p[c] += v * w[c][j]
			}
		}
		top = max(top, p[c])
	}
	sum := 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - top)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return p
}

// A Judgement is the probabilities of an example's classes, and what readers said.
type Judgement struct {
	P     []float64
	Class int
}

// Validate judges each part of the data by weights fitted on the others.
func (r Regression) Validate(data []Example, parts int) ([]Judgement, error) {
	judged := make([]Judgement, 0, len(data))
	for part := range parts {
		var others, aside []Example
		for _, x := range data {
			if x.Part == part {
				aside = append(aside, x)
			} else {
				others = append(others, x)
			}
		}
		w, err := r.Fit(others)
		if err != nil {
			return nil, err
		}
		for _, x := range aside {
			judged = append(judged, Judgement{w.Probabilities(x.Features), x.Class})
		}
	}
	return judged, nil
}
