package wording

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/voice"
)

var reports = Detector{
	Name: "reporting",
	Kind: Reporting,
	Finds: "cues of reported speech that take sides for or against the source: claimed, admitted, slammed, pointed out; and those that show it " +
		"judging or threatening others: accused, denied, praised, warned",
	Category: "doubt, contest, concede, endorse; without a side: reproach, rejection, approval, threat",
	Conditions: "The cue has an attribution; its tone is that of the lists of cues. The choice is that of whoever reports, and about the " +
		"source. Tone is counted as a manner of reporting, not as loaded language.",
	Source: "Written for slant; factive and assertive verbs: Kiparsky and Kiparsky (1970), Hooper (1975).",
	Limits: "What a neutral cue owes to its adverb (said defiantly) is not read.",
	find:   tones,
}

// toneWeight is how much of a stance lies in the tone of a cue, with its
// direction for the source: a doubted source is put in the wrong.
var toneWeight = map[string][2]float64{
	"doubt":   {0.4, -0.5},
	"contest": {0.4, -0.3},
	"concede": {0.5, -0.5},
	"endorse": {0.4, 0.5},
}

// judging are the lists of cues, as rules begin that cite them, by which a source
// is shown to judge others, whatever the tone.
var judging = []struct{ rule, category string }{
	{"en/criticism.yaml:", "reproach"},
	{"en/denial.yaml:", "rejection"},
	{"en/support.yaml:", "approval"},
	{"en/order.yaml:warn", "threat"},
	{"en/order.yaml:forewarn", "threat"},
	{"en/commitment.yaml:threat", "threat"},
}

// judgingWeight is how much of a stance lies in being shown to judge others: none
// for or against who does.
const judgingWeight = 0.2

// toneOf returns what a cue says of its source: category, weight and direction.
func toneOf(c *voice.Cue) (category string, weight, polarity float64) {
	if w, ok := toneWeight[c.Tone]; ok {
		return c.Tone, w[0], w[1]
	}
	for _, a := range judging {
		if strings.HasPrefix(c.Rule, a.rule) {
			return a.category, judgingWeight, 0
		}
	}
	return "", 0, 0
}

func tones(r *reading, _ []Finding) (found []Finding) {
	for n := range r.speakers.Attributions {
		a := &r.speakers.Attributions[n]
		if a.Cue == nil {
			continue
		}
		category, weight, polarity := toneOf(a.Cue)
		if category == "" {
			continue
		}
		x := Finding{
			Detector: Reporting, Category: category, Span: a.Cue.Span, Weight: weight, Polarity: polarity, Rule: a.Cue.Rule,
			Negated: negated(r.d, a.Cue.First, a.Cue.First, a.Cue.First), Voice: r.speakers.At(a.Cue.First), Word: a.Cue.First, word: a.Cue.Lemma,
		}
		if a.Source != nil && a.Source.Actor != "" {
			x.Target = &Target{a.Source.Actor, a.Source.Text, "source"}
		} else if clause.IsVerb(r.d, x.Word) && !clause.Passive(r.d, x.Word) {
			x.Target = r.verb(x.Word, false) // "filed a suit alleging fraud"
		}
		if x.Negated && x.Category == "endorse" {
			continue // "does not know whether": nobody is put in the right or in the wrong
		}
		found = append(found, x)
	}
	return found
}
