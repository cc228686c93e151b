package wording

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"sync"

	"slant/analysis/language"
	"slant/analysis/voice"
)

// A Part is one of the things that a sentence's bias consists of.
type Part struct {
	Name  string  // of the feature; Base for what every sentence starts from
	Value float64 // what the sentence has of it
	Share float64 // what it adds to the log-odds of bias
}

// Base is the name of the part that every sentence has.
const Base = "any sentence"

// Bias returns the probability, from 0 to 1, that a trained reader calls
// sentence s of d biased, and what it consists of. Findings are those in the
// sentence. The shares of the parts sum to the log-odds of p. It is a logistic regression on the features of Features; none of
// them is a single word. docs/wording.md has data and figures.
func Bias(d *language.Document, s int, findings []Finding, speakers *voice.Speakers) (p float64, parts []Part) {
	model := biasModel()
	z := model.Base
	parts = append(parts, Part{Base, 1, z})
	for i, v := range Features(d, s, findings, speakers) {
		if v == 0 {
			continue
		}
		share := model.Weights[i].Weight * v
		z += share
		parts = append(parts, Part{featureNames[i], v, share})
	}
	return 1 / (1 + math.Exp(-z)), parts
}

// A BiasModel is the weights of Bias, as cmd/trainbias writes them.
type BiasModel struct {
	Base    float64      `json:"base"` // log-odds of a sentence that has nothing
	Weights []BiasWeight `json:"weights"`
}

// A BiasWeight is what one unit of a feature adds to the log-odds of bias.
type BiasWeight struct {
	Feature string  `json:"feature"`
	Weight  float64 `json:"weight"`
}

//go:embed bias.json
var biasJSON []byte

// biasModel is the embedded model. That it does not fit the features is a
// mistake in the build, which a test shows.
var biasModel = sync.OnceValue(func() *BiasModel {
	m := new(BiasModel)
	if err := json.Unmarshal(biasJSON, m); err != nil {
		panic(fmt.Sprintf("bias.json: %v", err))
	}
	if len(m.Weights) != len(featureNames) {
		panic(fmt.Sprintf("bias.json: %d weights for %d features; run cmd/trainbias", len(m.Weights), len(featureNames)))
	}
	for i, w := range m.Weights {
		if w.Feature != featureNames[i] {
			panic(fmt.Sprintf("bias.json: the weight of %s stands where that of %s is wanted; run cmd/trainbias", w.Feature, featureNames[i]))
		}
	}
	return m
})

// In returns the findings that lie in a span. Findings must be in order of
// Span.Compare, and asked for in the same order of spans, so that a whole
// document is one pass: rest is what follows them.
func In(findings []Finding, s language.Span) (in, rest []Finding) {
	k := 0
	for k < len(findings) && findings[k].Compare(s) < 0 && !s.Overlaps(findings[k].Span) {
		k++
	}
	n := k
	for n < len(findings) && s.Overlaps(findings[n].Span) {
		n++
	}
	return findings[k:n], findings[n:]
}
