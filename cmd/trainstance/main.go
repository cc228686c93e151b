// Trainstance fits the weights by which stance.Portrayals judges from sentences
// that readers have labelled. Only developers of slant run it.
//
// Its input is JSONL, articles with marked mentions as `slant scan` reads them,
// each mention with the label that readers gave the portrayal of its actor in
// its sentence: -1 negative, 0 neutral, 1 positive. A mention without a label is
// only a mention.
//
//	{"id": "a1", "text": "Putin lied.", "mentions": [{"start": 0, "end": 5, "actor": "putin", "label": -1}]}
//
// Articles are cut into five parts by a hash of their id. The strength of the
// penalty and the shift of the labels are those that do best where each part is
// judged by weights fitted on the other four, and so are the figures that it
// prints. The weights that it writes come from all.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"

	"slant/analysis"
	"slant/analysis/corpus"
	"slant/analysis/fit"
	"slant/analysis/stance"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("trainstance", flag.ContinueOnError)
	fs.SetOutput(stderr)
	out := fs.String("o", "", "file to write the weights to, such as analysis/stance/evidence.json; standard output when empty")
	fs.Usage = func() {
		fmt.Fprintln(stderr, `usage: trainstance [-o evidence.json] LABELLED.jsonl

Each line is an article with marked mentions, as slant scan reads it; a label says how
its sentence presents the actor: -1 negative, 0 neutral, 1 positive.
`+proper)
		fs.PrintDefaults()
	}
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if fs.NArg() != 1 {
		fs.Usage()
		return 2
	}
	if err := train(fs.Arg(0), *out, stdout); err != nil {
		fmt.Fprintln(stderr, "trainstance:", err)
		return 1
	}
	return 0
}

// parts is the number of parts of the cross-validation.
const parts = 5

// ridges are the strengths of the penalty that are tried.
var ridges = []float64{1, 3, 10, 20, 30, 100}

// Classes of portrayals; the base comes last.
const (
	negative = iota
	positive
	neutral
)

// regression is the model with a penalty of the given strength.
func regression(ridge float64) fit.Regression {
	return fit.Regression{Classes: []string{"negative", "positive", "neutral"}, Ridge: ridge, Rare: 0.1}
}

func train(path, out string, stdout io.Writer) error {
	data, err := read(path)
	if err != nil {
		return err
	}
	var best []fit.Judgement
	ridge, least := 0.0, math.Inf(1)
	for _, r := range ridges {
		judged, err := regression(r).Validate(data, parts)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		loss := logLoss(judged)
		fmt.Fprintf(stdout, "ridge %g: log loss %.4f\n", r, loss)
		if loss < least {
			best, ridge, least = judged, r, loss
		}
	}
	shift := bestShift(best)
	fmt.Fprintf(stdout, "%d portrayals, %d features, ridge %g, each judged by weights fitted on the other parts of %d\n", len(data), len(data[0].Features), ridge, parts)
	report(stdout, best, shift)
	w, err := regression(ridge).Fit(data)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	names := stance.FeatureNames()
	m := stance.Model{
		Negative: fit.Round(w[negative][len(names)]), Positive: fit.Round(w[positive][len(names)]),
		LabelNegative: fit.Round(shift[0]), LabelPositive: fit.Round(shift[1]),
	}
	for i, name := range names {
		m.Weights = append(m.Weights, stance.Weight{Feature: name, Negative: fit.Round(w[negative][i]), Positive: fit.Round(w[positive][i])})
	}
	return fit.Write(out, m, stdout)
}

// labelled is an article whose mentions have labels.
type labelled struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Title    string `json:"title"`
	Mentions []struct {
		corpus.Mention
		Label *int `json:"label"`
	} `json:"mentions"`
}

// proper is a line as it should be.
const proper = `{"id": "a1", "text": "Putin lied.", "mentions": [{"start": 0, "end": 5, "actor": "putin", "label": -1}]}`

func read(path string) (data []fit.Example, err error) {
	a, err := analysis.New(analysis.Options{})
	if err != nil {
		return nil, err
	}
	err = fit.Lines(path, proper, func(line []byte) error {
		var x labelled
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		if err := x.check(); err != nil {
			return err
		}
		data = append(data, examples(a, &x)...)
		return nil
	})
	if err == nil && len(data) < 100*parts {
		err = fmt.Errorf("%s: %d labelled portrayals are too few to fit anything; give it some thousands", path, len(data))
	}
	return data, err
}

// check reports what an article lacks.
func (x *labelled) check() error {
	if x.ID == "" || x.Text == "" {
		return errors.New("id or text is missing")
	}
	for _, m := range x.Mentions {
		switch {
		case m.Actor == "":
			return errors.New("a mention has no actor")
		case m.Start < 0 || m.Start >= m.End || m.End > len(x.Text):
			return fmt.Errorf("the mention of %s is at bytes %d to %d of a text of %d", m.Actor, m.Start, m.End, len(x.Text))
		case m.Label != nil && (*m.Label < -1 || *m.Label > 1):
			return fmt.Errorf("the label of %s is %d, not -1, 0 or 1", m.Actor, *m.Label)
		}
	}
	return nil
}

// examples returns those of one article. A mention without a label is none.
func examples(a *analysis.Analyzer, x *labelled) (out []fit.Example) {
	article := &corpus.Article{ID: x.ID, Title: x.Title, Text: x.Text}
	for _, m := range x.Mentions {
		article.Mentions = append(article.Mentions, m.Mention)
	}
	evidence := a.Evidence(article)
	for _, m := range x.Mentions {
		if m.Label == nil {
			continue
		}
		for _, e := range evidence {
			if e.Actor == m.Actor && e.In == "" && e.Start <= m.Start && m.End <= e.End {
				class := [...]int{negative, neutral, positive}[*m.Label+1]
				out = append(out, fit.Example{Features: append(e.Features, 1), Class: class, Part: fit.Part(x.ID, parts)})
				break
			}
		}
	}
	return out
}
