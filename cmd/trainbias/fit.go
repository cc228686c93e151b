package main

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// logistic fits a logistic regression by Newton's method (McCullagh and Nelder
// 1989, 2.5), with a ridge penalty on all weights but the constant. Features are
// scaled to a standard deviation of one for the penalty, and the weights that it
// returns are those of the features as they are.
func logistic(data []sentence, ridge float64) ([]float64, error) {
	n := len(data[0].features)
	scale := spread(data)
	w := make([]float64, n)
	for range 50 {
		gradient := mat.NewVecDense(n, nil)
		hessian := mat.NewSymDense(n, nil)
		for j := range n - 1 {
			penalty := ridge * scale[j] * scale[j]
			gradient.SetVec(j, -penalty*w[j])
			hessian.SetSym(j, j, penalty)
		}
		for _, s := range data {
			p := probability(s, w)
			y := 0.0
			if s.biased {
				y = 1
			}
			for j, v := range s.features {
				if v == 0 {
					continue
				}
				gradient.SetVec(j, gradient.AtVec(j)+(y-p)*v)
				for k := j; k < n; k++ {
					hessian.SetSym(j, k, hessian.At(j, k)+p*(1-p)*v*s.features[k])
				}
			}
		}
		var cholesky mat.Cholesky
		if !cholesky.Factorize(hessian) {
			return nil, fmt.Errorf("the features depend on one another; raise -ridge")
		}
		var step mat.VecDense
		if err := cholesky.SolveVecTo(&step, gradient); err != nil {
			return nil, err
		}
		for j := range w {
			w[j] += step.AtVec(j)
		}
		if mat.Norm(&step, 2) < 1e-8 {
			return w, nil
		}
	}
	return nil, fmt.Errorf("no fit after 50 steps; raise -ridge")
}

// spread returns the standard deviation of each feature, 1 for one that is the
// same in all sentences.
func spread(data []sentence) []float64 {
	n := len(data[0].features)
	sd := make([]float64, n)
	for j := range n {
		sum, squares := 0.0, 0.0
		for _, s := range data {
			sum += s.features[j]
			squares += s.features[j] * s.features[j]
		}
		mean := sum / float64(len(data))
		if sd[j] = math.Sqrt(max(0, squares/float64(len(data))-mean*mean)); sd[j] == 0 {
			sd[j] = 1
		}
	}
	return sd
}

func probability(s sentence, w []float64) float64 {
	z := 0.0
	for j, v := range s.features {
		z += v * w[j]
	}
	return 1 / (1 + math.Exp(-z))
}
