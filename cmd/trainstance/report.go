package main

import (
	"fmt"
	"io"
	"math"

	"slant/analysis/fit"
)

func logLoss(data []fit.Judgement) float64 {
	sum := 0.0
	for _, x := range data {
		sum -= math.Log(x.P[x.Class])
	}
	return sum / float64(len(data))
}

// label is the class that is most probable once the log-odds of a negative and
// of a positive portrayal are shifted.
func label(p []float64, shift [2]float64) int {
	n, q := p[negative]*math.Exp(shift[0]), p[positive]*math.Exp(shift[1])
	switch {
	case n > p[neutral] && n >= q:
		return negative
	case q > p[neutral]:
		return positive
	}
	return neutral
}

// f1 returns the F1 of each class.
func f1(data []fit.Judgement, shift [2]float64) (f [3]float64) {
	var right, given, wanted [3]float64
	for _, x := range data {
		got := label(x.P, shift)
		given[got]++
		wanted[x.Class]++
		if got == x.Class {
			right[got]++
		}
	}
	for c := range f {
		f[c] = 2 * right[c] / max(1, given[c]+wanted[c])
	}
	return f
}

func macro(f [3]float64) float64 { return (f[0] + f[1] + f[2]) / 3 }

// bestShift returns the shift, in steps of 0.1, around which macro-F1 is best: on
// average over the shifts that differ by at most 0.2, since single ones are luck.
func bestShift(data []fit.Judgement) (best [2]float64) {
	const reach, near = 10, 2
	at := map[[2]int]float64{}
	for i := -reach; i <= reach; i++ {
		for j := -reach; j <= reach; j++ {
			at[[2]int{i, j}] = macro(f1(data, [2]float64{float64(i) / 10, float64(j) / 10}))
		}
	}
	most := 0.0
	for i := -reach + near; i <= reach-near; i++ {
		for j := -reach + near; j <= reach-near; j++ {
			sum := 0.0
			for k := -near; k <= near; k++ {
				for l := -near; l <= near; l++ {
					sum += at[[2]int{i + k, j + l}]
				}
			}
			if sum > most {
				best, most = [2]float64{float64(i) / 10, float64(j) / 10}, sum
			}
		}
	}
	return best
}

func report(stdout io.Writer, data []fit.Judgement, shift [2]float64) {
	for _, s := range [][2]float64{{}, shift} {
		f := f1(data, s)
		fmt.Fprintf(stdout, "labels shifted by %+.1f %+.1f: macro-F1 %.3f; F1 of negative %.3f, neutral %.3f, positive %.3f\n",
			s[0], s[1], macro(f), f[negative], f[neutral], f[positive])
	}
}
