// Trainstance fits the weights by which stance.Portrayals judges from sentences
// that readers have labelled. Only developers of slant run it.
//
// Its input is JSONL, articles with marked mentions as `slant scan` reads them,
// each mention with the label that readers gave the portrayal of its actor in
// its sentence: -1 negative, 0 neutral, 1 positive.
//
//	{"id": "a1", "text": "Putin lied.", "mentions": [{"start": 0, "end": 5, "actor": "putin", "label": -1}]}
//
// Articles are cut into five parts by a hash of their id. The strength of the
// penalty and the shift of the labels are those that do best where each part is
// judged by weights fitted on the other four, and so are the figures that it
// prints. The weights that it writes come from all.
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
	"slant/analysis/corpus"
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
{"id": "a1", "text": "Putin lied.", "mentions": [{"start": 0, "end": 5, "actor": "putin", "label": -1}]}`)
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

// An example is the features of a portrayal, a constant 1 at their end, and what
// readers said: the index of the class.
type example struct {
	features []float64
	class    int
	part     int // of the cross-validation
}

func train(path, out string, stdout io.Writer) error {
	data, err := read(path)
	if err != nil {
		return err
	}
	var best []judgement
	ridge, least := 0.0, math.Inf(1)
	for _, r := range ridges {
		judged, err := validate(data, r)
		if err != nil {
			return err
		}
		loss := logLoss(judged)
		fmt.Fprintf(stdout, "ridge %g: log loss %.4f\n", r, loss)
		if loss < least {
			best, ridge, least = judged, r, loss
		}
	}
	shift := bestShift(best)
	fmt.Fprintf(stdout, "%d portrayals, %d features, ridge %g, each judged by weights fitted on the other parts of %d\n", len(data), len(data[0].features), ridge, parts)
	report(stdout, best, shift)
	w, err := multinomial(data, ridge)
	if err != nil {
		return err
	}
	names := stance.FeatureNames()
	m := stance.Model{
		Negative: round(w[0][len(names)]), Positive: round(w[1][len(names)]),
		LabelNegative: round(shift[0]), LabelPositive: round(shift[1]),
	}
	for i, name := range names {
		m.Weights = append(m.Weights, stance.Weight{Feature: name, Negative: round(w[0][i]), Positive: round(w[1][i])})
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

func read(path string) ([]example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a, err := analysis.New(analysis.Options{})
	if err != nil {
		return nil, err
	}
	var data []example
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var x labelled
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if x.ID == "" || x.Text == "" {
			return nil, fmt.Errorf("%s:%d: needs id, text and mentions with labels; see trainstance -h", path, n)
		}
		data = append(data, examples(a, &x)...)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(data) < 100*parts {
		return nil, fmt.Errorf("%s: %d labelled portrayals are too few to fit anything; give it some thousands", path, len(data))
	}
	return data, nil
}

// examples returns those of one article.
func examples(a *analysis.Analyzer, x *labelled) (out []example) {
	h := fnv.New32a()
	h.Write([]byte(x.ID))
	article := &corpus.Article{ID: x.ID, Title: x.Title, Text: x.Text}
	for _, m := range x.Mentions {
		article.Mentions = append(article.Mentions, m.Mention)
	}
	evidence := a.Evidence(article)
	for _, m := range x.Mentions {
		if m.Label == nil || *m.Label < -1 || *m.Label > 1 {
			continue
		}
		for _, e := range evidence {
			if e.Actor == m.Actor && e.In == "" && e.Start <= m.Start && m.End <= e.End {
				class := [...]int{negative, neutral, positive}[*m.Label+1]
				out = append(out, example{append(e.Features, 1), class, int(h.Sum32() % parts)})
				break
			}
		}
	}
	return out
}
