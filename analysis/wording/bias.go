package wording

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode"

	"slant/analysis/language"
	"slant/analysis/voice"
)

// A Part is one of the things that a sentence's bias consists of.
type Part struct {
	Name  string  // of the feature
	Value float64 // what the sentence has of it
	Share float64 // what it adds to the log-odds of bias
}

// Bias returns the probability, from 0 to 1, that a trained reader calls
// sentence s of d biased, and what it consists of. Findings are those in the
// sentence. It is a logistic regression on the features of Features; none of
// them is a single word. docs/wording.md has data and figures.
func Bias(d *language.Document, s int, findings []Finding, speakers *voice.Speakers) (p float64, parts []Part) {
	model := biasModel()
	z := model.Base
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

// featureNames are the features of Bias in their order.
var featureNames = []string{
	// Sums of weights of findings, by kind; negated ones count half.
	"evaluation, unfavourable", "evaluation, favourable", "intensity", "violence", "labels", "metaphor and emotion",
	"other loaded words", "euphemism", "scare quotes", "hedges", "boosters", "presupposition", "reporting tone",
	"loaded words in a source's voice", "loaded words about an actor", "heaviest finding", "several findings",
	// Grammar, as shares of the sentence's words or as counts.
	"adjectives", "adverbs", "comparatives", "superlatives", "names", "numbers", "modals", "negation", "past tense", "present tense",
	"first person", "second person", "third person", "questions and exclamations", "begins with a conjunction", "begins with an adverb",
	"words in sources' voices", "quotation marks", "dashes and colons", "contrast", "capitals", "adverb before adjective",
	"several adjectives on a noun", "long words", "length", "short",
}

// FeatureNames returns the names of the features of Bias, in order.
func FeatureNames() []string { return featureNames }

// Features returns what sentence s of d has of each feature.
func Features(d *language.Document, s int, findings []Finding, speakers *voice.Speakers) []float64 {
	f := make([]float64, len(featureNames))
	ofFindings(f, findings)
	ofGrammar(f[17:], d, d.Sentences[s], speakers)
	return f
}

func ofFindings(f []float64, findings []Finding) {
	heavy, loaded := 0.0, 0
	for i := range findings {
		x := &findings[i]
		w := x.Weight
		if x.Negated {
			w /= 2
		}
		f[kindOf(x)] += w
		switch x.Detector {
		case Hedge, Booster, Presupposition, Reporting:
			continue
		}
		loaded++
		heavy = max(heavy, w)
		if x.Voice.Kind != voice.Outlet {
			f[13] += w
		}
		if x.Target != nil {
			f[14] += w
		}
	}
	f[15] = heavy
	if loaded > 1 {
		f[16] = math.Log(float64(loaded))
	}
}

// kindOf returns the feature that a finding counts for.
func kindOf(x *Finding) int {
	switch x.Detector {
	case Label:
		return 4
	case Metaphor:
		return 5
	case Euphemism:
		return 7
	case ScareQuote:
		return 8
	case Hedge:
		return 9
	case Booster:
		return 10
	case Presupposition:
		return 11
	case Reporting:
		return 12
	}
	switch x.Category {
	case "evaluation":
		if x.Polarity > 0 {
			return 1
		}
		return 0
	case "intensifier":
		return 2
	case "violence":
		return 3
	case "emotion":
		return 5
	}
	return 6
}

func ofGrammar(f []float64, d *language.Document, s language.Sentence, speakers *voice.Speakers) {
	words := 0.0
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if r := rune(t.Word[0]); !unicode.IsLetter(r) && r < 0x80 && !unicode.IsDigit(r) {
			switch t.Word {
			case "?", "!":
				f[13]++
			case `"`:
				f[17] = 1
			case "-", "–", "—", ":", "--", ";":
				if t.Tag != "HYPH" {
					f[18] = 1
				}
			}
			continue
		}
		words++
		first := i == s.First
		switch tag := t.Tag; {
		case tag == "JJ":
			f[0]++
			if d.Is(i, "amod") && i+1 < s.Last && d.Tokens[i+1].Tag == "JJ" {
				f[22]++
			}
		case tag == "JJR" || tag == "RBR":
			f[2]++
		case tag == "JJS" || tag == "RBS":
			f[3]++
		case tag == "RB":
			if t.Lower == "not" || t.Lower == "n't" || t.Lower == "never" {
				f[7]++
				break
			}
			f[1]++
			if first {
				f[15] = 1
			}
			if i+1 < s.Last && strings.HasPrefix(d.Tokens[i+1].Tag, "JJ") {
				f[21]++
			}
		case strings.HasPrefix(tag, "NNP"):
			f[4]++
		case tag == "CD":
			f[5]++
		case tag == "MD":
			f[6]++
		case tag == "VBD":
			f[8]++
		case tag == "VBZ" || tag == "VBP":
			f[9]++
		case tag == "CC":
			if first {
				f[14] = 1
			}
		}
		switch t.Lower {
		case "i", "we", "us", "our", "me", "my", "ourselves":
			f[10]++
		case "you", "your", "yourself":
			f[11]++
		case "he", "she", "they", "him", "her", "them", "his", "their":
			f[12]++
		case "but", "yet", "although", "though", "while", "despite", "instead", "rather", "unlike", "however":
			f[19]++
		}
		if len(t.Word) > 3 && t.Word == strings.ToUpper(t.Word) && t.Tag != "CD" && strings.IndexFunc(t.Word, unicode.IsDigit) < 0 {
			f[20]++
		}
		if len(t.Word) > 9 {
			f[23]++
		}
		if speakers.At(i).Kind != voice.Outlet {
			f[16]++
		}
	}
	if words == 0 {
		return
	}
	for _, k := range []int{0, 1, 4, 5, 8, 9, 12, 16, 23} { // shares
		f[k] /= words
	}
	f[24] = math.Log(words) / 4
	if words < 8 {
		f[25] = 1
	}
}
