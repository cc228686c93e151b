// Trainbias fits the weights of wording.Bias from sentences that trained readers
// have called biased or not. Only developers of slant run it.
//
// Its input is JSONL: {"text": "one sentence", "biased": true}. The figures that
// it prints are of sentences kept aside: the data are cut into ten parts by a
// hash of their text, and each part is judged by weights fitted on the other
// nine. The weights that are written come from all.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"

	"slant/analysis"
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

// A sentence is its features, a constant 1 at their end, and what readers said.
type sentence struct {
	features []float64
	biased   bool
	part     int // of the cross-validation
}

func train(path, out string, ridge float64, stdout io.Writer) error {
	all, err := read(path)
	if err != nil {
		return err
	}
	judged := make([]judgement, 0, len(all))
	for part := range parts {
		var fit, aside []sentence
		for _, s := range all {
			if s.part == part {
				aside = append(aside, s)
			} else {
				fit = append(fit, s)
			}
		}
		w, err := logistic(fit, ridge)
		if err != nil {
			return err
		}
		for _, s := range aside {
			judged = append(judged, judgement{probability(s, w), s.biased})
		}
	}
	fmt.Fprintf(stdout, "%d sentences, %d weights, each sentence judged by weights fitted on the other parts of %d\n", len(all), len(all[0].features), parts)
	report(stdout, judged)
	w, err := logistic(all, ridge)
	if err != nil {
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
			Biased *bool  `json:"biased"`
		}
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if x.Text == "" || x.Biased == nil {
			return nil, fmt.Errorf("%s:%d: needs text and biased, as in {\"text\": \"one sentence\", \"biased\": true}", path, n)
		}
		h := fnv.New32a()
		h.Write([]byte(x.Text))
		all = append(all, sentence{append(a.BiasFeatures(x.Text), 1), *x.Biased, int(h.Sum32() % parts)})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(all) < 10*parts {
		return nil, fmt.Errorf("%s: %d sentences are too few to fit anything; give it some hundreds", path, len(all))
	}
	return all, nil
}
