package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"slant/analysis/fit"
)

// report prints macro-F1 and accuracy at one half, the area under the ROC curve
// (Hanley and McNeil 1982), the Brier score and the reliability by tenths of the
// sentences, from the least to the most probable.
func report(stdout io.Writer, data []fit.Judgement) {
	var tp, fp, fn, tn, brier float64
	for _, s := range data {
		y := 0.0
		switch {
		case s.Class == biased && s.P[biased] >= 0.5:
			tp++
		case s.Class == biased:
			fn++
		case s.P[biased] >= 0.5:
			fp++
		default:
			tn++
		}
		if s.Class == biased {
			y = 1
		}
		brier += (s.P[biased] - y) * (s.P[biased] - y)
	}
	f1 := func(tp, fp, fn float64) float64 { return 2 * tp / (2*tp + fp + fn) }
	n := float64(len(data))
	fmt.Fprintf(stdout, "macro-F1 %.3f, accuracy %.3f, AUC %.3f, Brier %.3f\n", (f1(tp, fp, fn)+f1(tn, fn, fp))/2, (tp+tn)/n, area(data), brier/n)
	for k := range 10 {
		part := data[k*len(data)/10 : (k+1)*len(data)/10]
		var p, y float64
		for _, s := range part {
			p += s.P[biased]
			if s.Class == biased {
				y++
			}
		}
		fmt.Fprintf(stdout, "tenth %2d: predicted %.2f, found %.2f\n", k+1, p/float64(len(part)), y/float64(len(part)))
	}
}

// area sorts data by probability and returns how often a biased sentence has a
// higher one than another, ties counting half.
func area(data []fit.Judgement) float64 {
	slices.SortStableFunc(data, func(a, b fit.Judgement) int { return cmp.Compare(a.P[biased], b.P[biased]) })
	pairs, below := 0.0, 0.0
	for i := 0; i < len(data); {
		j, found := i, 0.0
		for ; j < len(data) && data[j].P[biased] == data[i].P[biased]; j++ {
			if data[j].Class == biased {
				found++
			}
		}
		others := float64(j-i) - found
		pairs += found * (below + others/2)
		below += others
		i = j
	}
	return pairs / (below * (float64(len(data)) - below))
}
