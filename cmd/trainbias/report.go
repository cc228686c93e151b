package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// A judgement is a probability for a sentence, and what readers said.
type judgement struct {
	p      float64
	biased bool
}

// report prints macro-F1 and accuracy at one half, the area under the ROC curve
// (Hanley and McNeil 1982), the Brier score and the reliability by tenths of the
// sentences, from the least to the most probable.
func report(stdout io.Writer, data []judgement) {
	var tp, fp, fn, tn, brier float64
	for _, s := range data {
		y := 0.0
		switch {
		case s.biased && s.p >= 0.5:
			tp++
		case s.biased:
			fn++
		case s.p >= 0.5:
			fp++
		default:
			tn++
		}
		if s.biased {
			y = 1
		}
		brier += (s.p - y) * (s.p - y)
	}
	f1 := func(tp, fp, fn float64) float64 { return 2 * tp / (2*tp + fp + fn) }
	n := float64(len(data))
	fmt.Fprintf(stdout, "macro-F1 %.3f, accuracy %.3f, AUC %.3f, Brier %.3f\n", (f1(tp, fp, fn)+f1(tn, fn, fp))/2, (tp+tn)/n, area(data), brier/n)
	for k := range 10 {
		part := data[k*len(data)/10 : (k+1)*len(data)/10]
		var p, y float64
		for _, s := range part {
			p += s.p
			if s.biased {
				y++
			}
		}
		fmt.Fprintf(stdout, "tenth %2d: predicted %.2f, found %.2f\n", k+1, p/float64(len(part)), y/float64(len(part)))
	}
}

// area sorts data by probability and returns how often a biased sentence has a
// higher one than another, ties counting half.
func area(data []judgement) float64 {
	slices.SortStableFunc(data, func(a, b judgement) int { return cmp.Compare(a.p, b.p) })
	pairs, below := 0.0, 0.0
	for i := 0; i < len(data); {
		j, biased := i, 0.0
		for ; j < len(data) && data[j].p == data[i].p; j++ {
			if data[j].biased {
				biased++
			}
		}
		others := float64(j-i) - biased
		pairs += biased * (below + others/2)
		below += others
		i = j
	}
	return pairs / (below * (float64(len(data)) - below))
}
