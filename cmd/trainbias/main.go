// Trainbias fits the weights of wording.Bias from sentences that trained readers
// have called biased or not. Only developers of slant run it.
//
// Its input is JSONL: {"text": "one sentence", "biased": true}. Every other
// sentence is kept aside, and the figures are of those; the weights that are
// written come from all.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"gonum.org/v1/gonum/mat"

	"slant/analysis"
	"slant/analysis/wording"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("trainbias", flag.ContinueOnError)
	fs.SetOutput(stderr)
	out := fs.String("o", "", "file to write the weights to, such as analysis/wording/bias.json")
	ridge := fs.Float64("ridge", 1, "strength of the penalty on large weights")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if fs.NArg() != 1 {
		fmt.Fprintln(stderr, "usage: trainbias [-o bias.json] [-ridge 1] LABELLED.jsonl")
		return 2
	}
	if err := train(fs.Arg(0), *out, *ridge, stdout); err != nil {
		fmt.Fprintln(stderr, "trainbias:", err)
		return 1
	}
	return 0
}

// A sentence is its features, a constant 1 at their end, and what readers said.
type sentence struct {
	features []float64
	biased   bool
}

func train(path, out string, ridge float64, stdout io.Writer) error {
	all, err := read(path)
	if err != nil {
		return err
	}
	var fit, aside []sentence
	for i, s := range all {
		if i%2 == 0 {
			fit = append(fit, s)
		} else {
			aside = append(aside, s)
		}
	}
	w, err := logistic(fit, ridge)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "fitted on %d sentences, measured on %d others\n", len(fit), len(aside))
	report(stdout, aside, w)
	if w, err = logistic(all, ridge); err != nil {
		return err
	}
	names := wording.FeatureNames()
	m := wording.BiasModel{Base: round(w[len(names)])}
	for i, name := range names {
		m.Weights = append(m.Weights, wording.BiasWeight{Feature: name, Weight: round(w[i])})
	}
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	if out == "" {
		_, err = fmt.Fprintf(stdout, "%s\n", b)
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}

func round(v float64) float64 { return math.Round(v*1000) / 1000 }

func read(path string) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a, err := analysis.New(analysis.Options{})
	if err != nil {
		return nil, err
	}
	var all []sentence
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var x struct {
			Text   string `json:"text"`
			Biased bool   `json:"biased"`
		}
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		all = append(all, sentence{append(a.BiasFeatures(x.Text), 1), x.Biased})
	}
	return all, lines.Err()
}

// logistic fits a logistic regression with a ridge penalty on all weights but
// the constant, by Newton's method (McCullagh & Nelder 1989, 2.5).
func logistic(data []sentence, ridge float64) ([]float64, error) {
	n := len(data[0].features)
	w := make([]float64, n)
	for range 50 {
		gradient := mat.NewVecDense(n, nil)
		hessian := mat.NewSymDense(n, nil)
		for j := range n - 1 {
			gradient.SetVec(j, -ridge*w[j])
			hessian.SetSym(j, j, ridge)
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

func probability(s sentence, w []float64) float64 {
	z := 0.0
	for j, v := range s.features {
		z += v * w[j]
	}
	return 1 / (1 + math.Exp(-z))
}

// report prints accuracy, macro-F1 at one half and calibration by fifths.
func report(stdout io.Writer, data []sentence, w []float64) {
	var tp, fp, fn, tn float64
	type scored struct{ p, y float64 }
	var all []scored
	for _, s := range data {
		p := probability(s, w)
		y := 0.0
		switch {
		case s.biased && p >= 0.5:
			tp++
		case s.biased:
			fn++
		case p >= 0.5:
			fp++
		default:
			tn++
		}
		if s.biased {
			y = 1
		}
		all = append(all, scored{p, y})
	}
	f1 := func(tp, fp, fn float64) float64 { return 2 * tp / (2*tp + fp + fn) }
	fmt.Fprintf(stdout, "macro-F1 %.3f, accuracy %.3f\n", (f1(tp, fp, fn)+f1(tn, fn, fp))/2, (tp+tn)/float64(len(data)))
	slices.SortFunc(all, func(a, b scored) int {
		switch {
		case a.p < b.p:
			return -1
		case a.p > b.p:
			return 1
		}
		return 0
	})
	for k := range 5 {
		part := all[k*len(all)/5 : (k+1)*len(all)/5]
		var p, y float64
		for _, s := range part {
			p, y = p+s.p, y+s.y
		}
		fmt.Fprintf(stdout, "fifth %d: predicted %.2f, found %.2f\n", k+1, p/float64(len(part)), y/float64(len(part)))
	}
}
