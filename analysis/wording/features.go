package wording

import (
	"math"
	"strings"
	"unicode"

	"slant/analysis/language"
	"slant/analysis/voice"
)

// Features of Bias. The first are sums of the weights of findings, by kind;
// negated ones count half.
const (
	blame = iota
	praise
	intensity
	violence
	label
	creedLabel
	metaphor
	emotion
	strife
	denial
	otherLoaded
	byForm
	euphemism
	scareQuote
	hedge
	booster
	presupposition
	reportingTone
	inSourcesVoice
	aboutActor
	heaviest
	several
	loadedShare

	// Grammar: shares of the sentence's words, or counts.
	adjectives
	adverbs
	comparatives
	superlatives
	names
	numbers
	duty
	possibility
	negation
	pastTense
	presentTense
	firstPerson
	secondPerson
	thirdPerson
	exclamations
	questions
	contractions
	totals
	degrees
	conditions
	initialConjunction
	initialAdverb
	sourcesWords
	quotationMarks
	dashes
	brackets
	contrast
	capitals
	adverbBeforeAdjective
	severalAdjectives
	longWords
	creeds
	relativeClauses
	passives
	length
	featureCount
)

// featureNames are the features of Bias in their order.
var featureNames = []string{
	"evaluation, unfavourable", "evaluation, favourable", "intensity", "violence", "labels", "labels of creed and party",
	"metaphor", "emotion", "words of strife", "words against truth and worth", "other loaded words",
	"words loaded by their form", "euphemism", "scare quotes", "hedges", "boosters", "presupposition", "reporting tone",
	"loaded words in a source's voice", "loaded words about an actor", "heaviest finding", "several findings", "share of loaded words",
	"adjectives", "adverbs", "comparatives", "superlatives", "names", "numbers", "words of duty", "words of possibility", "negation",
	"past tense", "present tense", "first person", "second person", "third person", "exclamations", "questions", "contractions",
	"words for all and none", "words of degree", "conditions", "begins with a conjunction", "begins with an adverb", "words in sources' voices",
	"quotation marks", "dashes and colons", "brackets", "contrast", "capitals", "adverb before adjective", "several adjectives on a noun",
	"long words", "words for creeds and their followers", "relative clauses", "passives", "length",
}

// FeatureNames returns the names of the features of Bias, in order.
func FeatureNames() []string { return featureNames }

// Features returns what sentence s of d has of each feature. Findings are those
// in the sentence.
func Features(d *language.Document, s int, findings []Finding, speakers *voice.Speakers) []float64 {
	f := make([]float64, featureCount)
	words := ofGrammar(f, d, d.Sentences[s], speakers)
	ofFindings(f, findings, words)
	return f
}

func ofFindings(f []float64, findings []Finding, words float64) {
	loaded, marked := 0, 0
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
		marked += len(strings.Fields(x.Text))
		f[heaviest] = max(f[heaviest], w)
		if x.Voice.Kind != voice.Outlet {
			f[inSourcesVoice] += w
		}
		if x.Target != nil {
			f[aboutActor] += w
		}
	}
	if loaded > 1 {
		f[several] = math.Log(float64(loaded))
	}
	if loaded == 0 {
		f[length] = 0 // it only tells how much a loaded word weighs in it
	}
	if words > 0 {
		f[loadedShare] = float64(marked) / words
	}
}

// kindOf returns the feature that a finding counts for.
func kindOf(x *Finding) int {
	switch x.Detector {
	case Label:
		if x.Category == "ideology" || x.Category == "partisan" {
			return creedLabel
		}
		return label
	case Metaphor:
		return metaphor
	case Euphemism:
		return euphemism
	case ScareQuote:
		return scareQuote
	case Hedge:
		return hedge
	case Booster:
		return booster
	case Presupposition:
		return presupposition
	case Reporting:
		return reportingTone
	}
	switch x.Category {
	case "evaluation":
		if x.Polarity > 0 {
			return praise
		}
		return blame
	case "intensifier":
		return intensity
	case "violence":
		return violence
	case "emotion":
		return emotion
	case "polemic", "fight":
		return strife
	case "truth", "alarm", "dismissal":
		return denial
	case "partisan":
		return creedLabel
	case "derivation", "rhetoric":
		return byForm
	}
	return otherLoaded
}

// wordClasses are closed classes of words that grammar counts.
var wordClasses = classes(map[int]string{
	firstPerson:  "i we us our me my ourselves",
	secondPerson: "you your yourself",
	thirdPerson:  "he she they him her them his their",
	contrast:     "but yet although though while despite instead rather unlike however",
	totals: `all every everyone everything everybody never always none nobody nothing entire entirely whole completely totally any anyone
		anything`,
	degrees:     "so such too very just only even quite more most less least enough really",
	conditions:  "if unless whether would could",
	duty:        "must should ought need needs shall",
	possibility: "can may might will",
})

func classes(lists map[int]string) map[string]int {
	of := map[string]int{}
	for class, list := range lists {
		for _, w := range strings.Fields(list) {
			of[w] = class // no word stands in two lists
		}
	}
	return of
}

// shares are the features that are counts of words, to be parted by the number
// of all words.
var shares = []int{adjectives, adverbs, names, numbers, pastTense, presentTense, thirdPerson, sourcesWords, longWords, degrees}

// Numbers of words of the labelled sentences: a sentence of the usual length has
// nothing of the feature length, and hardly one is shorter than the shortest or
// longer than the longest (one in twenty each). Beyond them nothing is known, so
// length counts no further, and in "He left." a pronoun is one word of twelve,
// not half of the sentence.
const (
	usualLength    = 20
	shortestFitted = 14
	longestFitted  = 55
)

// ofGrammar fills in the features of grammar and returns the number of words
// that shares are of.
func ofGrammar(f []float64, d *language.Document, s language.Sentence, speakers *voice.Speakers) (words float64) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if r := rune(t.Word[0]); !unicode.IsLetter(r) && r < 0x80 && !unicode.IsDigit(r) {
			ofMark(f, t)
			continue
		}
		words++
		ofTag(f, d, i, s)
		if class, ok := wordClasses[t.Lower]; ok {
			f[class]++
		}
		if len(t.Word) > 3 && t.Word == strings.ToUpper(t.Word) && t.Tag != "CD" && strings.IndexFunc(t.Word, unicode.IsDigit) < 0 {
			f[capitals]++
		}
		if len(t.Word) > 9 {
			f[longWords]++
		}
		if n := len(t.Lemma); n > 6 && strings.HasPrefix(t.Tag, "N") && (strings.HasSuffix(t.Lemma, "ism") || strings.HasSuffix(t.Lemma, "ist")) {
			f[creeds]++
		}
		switch {
		case d.Is(i, "acl:relcl"):
			f[relativeClauses]++
		case d.Is(i, "aux:pass"):
			f[passives]++
		}
		if speakers.At(i).Kind != voice.Outlet {
			f[sourcesWords]++
		}
	}
	if words == 0 {
		return 0
	}
	words = max(words, shortestFitted)
	for _, k := range shares {
		f[k] /= words
	}
	f[length] = math.Log(min(words, longestFitted) / usualLength)
	return words
}

func ofMark(f []float64, t *language.Token) {
	switch t.Word {
	case "?":
		f[questions]++
	case "!":
		f[exclamations]++
	case `"`:
		f[quotationMarks] = 1
	case "(", ")":
		f[brackets] = 1
	case "-", "–", "—", ":", "--", ";":
		if t.Tag != "HYPH" {
			f[dashes] = 1
		}
	default:
		if len(t.Word) > 1 && t.Word[0] == '\'' && t.Tag != "POS" {
			f[contractions]++
		}
	}
}

func ofTag(f []float64, d *language.Document, i int, s language.Sentence) {
	t := &d.Tokens[i]
	first := i == s.First
	switch tag := t.Tag; {
	case tag == "JJ":
		f[adjectives]++
		if d.Is(i, "amod") && i+1 < s.Last && d.Tokens[i+1].Tag == "JJ" {
			f[severalAdjectives]++
		}
	case tag == "JJR" || tag == "RBR":
		f[comparatives]++
	case tag == "JJS" || tag == "RBS":
		f[superlatives]++
	case tag == "RB":
		if t.Lower == "not" || t.Lower == "n't" || t.Lower == "never" {
			f[negation]++
			if t.Lower == "n't" {
				f[contractions]++
			}
			return
		}
		f[adverbs]++
		if first {
			f[initialAdverb] = 1
		}
		if i+1 < s.Last && strings.HasPrefix(d.Tokens[i+1].Tag, "JJ") {
			f[adverbBeforeAdjective]++
		}
	case strings.HasPrefix(tag, "NNP"):
		f[names]++
	case tag == "CD":
		f[numbers]++
	case tag == "VBD":
		f[pastTense]++
	case tag == "VBZ" || tag == "VBP":
		f[presentTense]++
	case tag == "CC":
		if first {
			f[initialConjunction] = 1
		}
	}
}
