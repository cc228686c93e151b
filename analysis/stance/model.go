package stance

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"sync"
)

// A Model judges a portrayal from its features: a multinomial logistic
// regression with the neutral portrayal as the base. cmd/trainstance writes it.
type Model struct {
	// Negative and Positive are the log-odds of a negative and of a positive
	// portrayal against a neutral one, for a sentence without any feature.
	Negative float64 `json:"negative"`
	Positive float64 `json:"positive"`
	// LabelNegative and LabelPositive are added to the log-odds for the label, so
	// that rare labels are given too. The polarity does without them.
	LabelNegative float64  `json:"label_negative"`
	LabelPositive float64  `json:"label_positive"`
	Weights       []Weight `json:"weights"`
}

// A Weight is what one unit of a feature adds to the log-odds of a negative and
// of a positive portrayal.
type Weight struct {
	Feature  string  `json:"feature"`
	Negative float64 `json:"negative"`
	Positive float64 `json:"positive"`
}

//go:embed evidence.json
var modelJSON []byte

// model is the embedded model. That it does not fit the features is a mistake
// in the build, which a test shows.
var model = sync.OnceValue(func() *Model {
	m := new(Model)
	if err := json.Unmarshal(modelJSON, m); err != nil {
		panic(fmt.Sprintf("evidence.json: %v", err))
	}
	names := FeatureNames()
	if len(m.Weights) != len(names) {
		panic(fmt.Sprintf("evidence.json: %d weights for %d features; run cmd/trainstance", len(m.Weights), len(names)))
	}
	for i, w := range m.Weights {
		if w.Feature != names[i] {
			panic(fmt.Sprintf("evidence.json: the weight of %s stands where that of %s is wanted; run cmd/trainstance", w.Feature, names[i]))
		}
	}
	return m
})

// Running news is not the sentences that the weights come from: those were
// picked for saying something about a person, and more often ill. This is added
// to the log-odds of a negative portrayal for the polarity. With it, the
// polarities of articles that readers call neutral towards a person sum to about 0.
const runningNegative = -0.6

// judge gives polarity and label. The polarity is the probability of a positive
// portrayal less that of a negative one, as expected in running news. The label
// is the more probable one after the shift of labels; the polarity never has
// the opposite sign. Where nothing speaks for or against an actor, it is neutral.
func (m *Model) judge(e *evidence) Portrayal {
	if e.silent() {
		return Portrayal{Label: "neutral"}
	}
	n, p := m.Negative, m.Positive
	for i, v := range e.features {
		if v != 0 {
			n += v * m.Weights[i].Negative
			p += v * m.Weights[i].Positive
		}
	}
	out := Portrayal{Polarity: tendency(n+runningNegative, p), Label: "neutral", Parts: m.parts(e)}
	switch n, p := n+m.LabelNegative, p+m.LabelPositive; {
	case n > 0 && n >= p:
		out.Label = "negative"
		out.Polarity = min(0, out.Polarity)
	case p > 0:
		out.Label = "positive"
		out.Polarity = max(0, out.Polarity)
	}
	return out
}

// tendency returns the probability of positive less that of negative, -1 to 1,
// from the log-odds of both against neutral.
func tendency(negative, positive float64) float64 {
	top := max(0, negative, positive)
	n, p := math.Exp(negative-top), math.Exp(positive-top)
	return round6((p - n) / (n + p + math.Exp(-top)))
}
