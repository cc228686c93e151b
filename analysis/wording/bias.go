package wording

import (
	"math"

	"slant/analysis/language"
	"slant/analysis/voice"
)

// Weights of the model of Bias, fitted by logistic regression: see
// docs/wording.md for data and figures.
const (
	biasBase    = -1.0
	biasLoaded  = 1.6 // for each point of weight of loaded words in the outlet's voice
	biasSource  = 1.0 // in a source's voice
	biasSubtle  = 0.5 // of hedges, boosters, presuppositions and reporting tone
	biasNegated = 0.5 // share of its weight that a negated finding keeps
)

// Bias returns the probability, from 0 to 1, that a trained reader calls a
// sentence biased, from the findings in it.
func Bias(findings []Finding) float64 {
	z := biasBase
	for i := range findings {
		f := &findings[i]
		w := f.Weight
		if f.Negated {
			w *= biasNegated
		}
		switch f.Detector {
		case Hedge, Booster, Presupposition, Reporting:
			z += biasSubtle * w
		default:
			if f.Voice.Kind == voice.Outlet {
				z += biasLoaded * w
			} else {
				z += biasSource * w
			}
		}
	}
	return 1 / (1 + math.Exp(-z))
}

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
