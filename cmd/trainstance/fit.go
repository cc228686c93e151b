package main

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Classes: indices of weights, and neutral, which has none.
const (
	negative = iota
	positive
	neutral
)

// weights are those of a negative and of a positive portrayal against a neutral one.
type weights [2][]float64

// multinomial fits a multinomial logistic regression by Newton's method
// (McCullagh and Nelder 1989, 5.2), with a ridge penalty on all weights but the
// constants. Features are scaled to a standard deviation of one for the penalty,
// and the weights that it returns are those of the features as they are.
func multinomial(data []example, ridge float64) (w weights, err error) {
	n := len(data[0].features)
	scale := spread(data)
	w = weights{make([]float64, n), make([]float64, n)}
	for range 50 {
		gradient := mat.NewVecDense(2*n, nil)
		hessian := make([]float64, 4*n*n) // upper triangle
		for c := range w {
			for j := range n - 1 {
				penalty := ridge * scale[j] * scale[j]
				gradient.SetVec(c*n+j, -penalty*w[c][j])
				hessian[(c*n+j)*2*n+c*n+j] = penalty
			}
			hessian[(c*n+n-1)*2*n+c*n+n-1] = 1e-6
		}
		nonzero := make([]int, 0, n)
		for _, x := range data {
			p := probabilities(x.features, w)
			nonzero = nonzero[:0]
			for j, v := range x.features {
				if v != 0 {
					nonzero = append(nonzero, j)
				}
			}
			for c := range w {
				y := 0.0
				if x.class == c {
					y = 1
				}
				for _, j := range nonzero {
					v := x.features[j]
					row := hessian[(c*n+j)*2*n:]
					gradient.SetVec(c*n+j, gradient.AtVec(c*n+j)+(y-p[c])*v)
					for _, k := range nonzero {
						u := v * x.features[k]
						if k >= j {
							row[c*n+k] += p[c] * (1 - p[c]) * u
						}
						if c == 0 {
							row[n+k] -= p[0] * p[1] * u
						}
					}
				}
			}
		}
		var cholesky mat.Cholesky
		if !cholesky.Factorize(mat.NewSymDense(2*n, hessian)) {
			return w, fmt.Errorf("the features depend on one another; raise the ridge")
		}
		var step mat.VecDense
		if err := cholesky.SolveVecTo(&step, gradient); err != nil {
			return w, err
		}
		for c := range w {
			for j := range w[c] {
				w[c][j] += step.AtVec(c*n + j)
			}
		}
		if mat.Norm(&step, 2) < 1e-8 {
			return w, nil
		}
	}
	return w, fmt.Errorf("no fit after 50 steps; raise the ridge")
}

// rare is the least spread that a feature is taken to have, so that one that
// occurs in a few sentences gets no great weight.
const rare = 0.1

// spread returns the standard deviation of each feature, at least rare.
func spread(data []example) []float64 {
	n := len(data[0].features)
	sd := make([]float64, n)
	for j := range n {
		sum, squares := 0.0, 0.0
		for _, x := range data {
			sum += x.features[j]
			squares += x.features[j] * x.features[j]
		}
		mean := sum / float64(len(data))
		sd[j] = max(rare, math.Sqrt(max(0, squares/float64(len(data))-mean*mean)))
	}
	return sd
}

// probabilities returns those of negative, positive and neutral.
func probabilities(f []float64, w weights) [3]float64 {
	var z [2]float64
	for j, v := range f {
		if v != 0 {
			z[0] += v * w[0][j]
			z[1] += v * w[1][j]
		}
	}
	top := max(0, z[0], z[1])
	n, p, base := math.Exp(z[0]-top), math.Exp(z[1]-top), math.Exp(-top)
	sum := n + p + base
	return [3]float64{n / sum, p / sum, base / sum}
}
