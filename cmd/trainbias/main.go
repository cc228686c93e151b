// Trainbias fits the weights of wording.Bias from sentences that trained readers
// have called biased or not. Only developers of slant run it.
//
// Its input is JSONL: {"text": "one sentence", "biased": true}. The figures that
// it prints are of sentences kept aside: the data are cut into ten parts by a
// hash of their text, and each part is judged by weights fitted on the other
// nine. The weights that are written come from all.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"slant/analysis"
	"slant/analysis/fit"
	"slant/analysis/wording"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("trainbias", flag.ContinueOnError)
	fs.SetOutput(stderr)
	out := fs.String("o", "", "file to write the weights to, such as analysis/wording/bias.json")
	ridge := fs.Float64("ridge", 10, "strength of the penalty on large weights, of features scaled to their spread")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if fs.NArg() != 1 {
		fmt.Fprintln(stderr, "usage: trainbias [-o bias.json] [-ridge 10] LABELLED.jsonl")
		return 2
	}
	if err := train(fs.Arg(0), *out, *ridge, stdout); err != nil {
		fmt.Fprintln(stderr, "trainbias:", err)
		return 1
	}
	return 0
}

// parts is the number of parts of the cross-validation.
const parts = 10

// Classes of sentences; the base comes last.
const (
	biased = iota
	unbiased
)

func train(path, out string, ridge float64, stdout io.Writer) error {
	all, err := read(path)
	if err != nil {
		return err
	}
	model := fit.Regression{Classes: []string{"biased", "unbiased"}, Ridge: ridge}
	judged, err := model.Validate(all, parts)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	fmt.Fprintf(stdout, "%d sentences, %d weights, each sentence judged by weights fitted on the other parts of %d\n", len(all), len(all[0].Features), parts)
	report(stdout, judged)
	w, err := model.Fit(all)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	names := wording.FeatureNames()
	m := wording.BiasModel{Base: fit.Round(w[biased][len(names)])}
	for i, name := range names {
		m.Weights = append(m.Weights, wording.BiasWeight{Feature: name, Weight: fit.Round(w[biased][i])})
	}
	return fit.Write(out, m, stdout)
}

func read(path string) (all []fit.Example, err error) {
	a, err := analysis.New(analysis.Options{})
	if err != nil {
		return nil, err
	}
	err = fit.Lines(path, `{"text": "one sentence", "biased": true}`, func(line []byte) error {
		var x struct {
			Text   string `json:"text"`
			Biased *bool  `json:"biased"`
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		if x.Text == "" || x.Biased == nil {
			return errors.New("text or biased is missing")
		}
		class := unbiased
		if *x.Biased {
			class = biased
		}
		all = append(all, fit.Example{Features: append(a.BiasFeatures(x.Text), 1), Class: class, Part: fit.Part(x.Text, parts)})
		return nil
	})
	if err == nil && len(all) < 10*parts {
		err = fmt.Errorf("%s: %d sentences are too few to fit anything; give it some hundreds", path, len(all))
	}
	return all, err
}
