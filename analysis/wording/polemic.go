package wording

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/voice"
)

var polemics = Detector{
	Name:     "polemic",
	Kind:     WordChoice,
	Finds:    "cues of speech that are loaded in themselves: blows (slammed, lashed out, tirade) and noise (whined, gloated, ranted)",
	Category: "polemic",
	Conditions: "The cue has an attribution and stands in one of the lists of such cues. It is about who is said to speak so, but in the " +
		"passive about whom the words hit.",
	Source: "The lists of cues contest and belittling, which say what they hold against them; written for slant.",
	Limits: "A cue without a content that can be found is left to the lists of loaded words.",
	find:   attacksInWords,
}

// loadedCues are the lists whose cues say more than that somebody spoke, as
// rules begin that cite them.
var loadedCues = []string{"en/contest.yaml:", "en/belittling.yaml:"}

func attacksInWords(r *reading, listed []Finding) (found []Finding) {
	d := r.d
	for n := range r.speakers.Attributions {
		a := &r.speakers.Attributions[n]
		if a.Cue == nil || !r.attacks[a.Cue.First] {
			continue
		}
		w := a.Cue.First
		last := w
		if _, particle, two := strings.Cut(a.Cue.Lemma, " "); two && w+1 < len(d.Tokens) && d.Tokens[w+1].Lower == particle {
			last++
		}
		span := d.Span(w, last)
		if overlapsAny(listed, span) {
			continue
		}
		x := r.placed(Finding{
			Detector: WordChoice, Category: "polemic", Span: span, Weight: 0.5, Polarity: -0.5, Rule: a.Cue.Rule, Word: w, word: a.Cue.Lemma,
		}, w, last)
		if a.Source != nil && a.Source.Actor != "" && !(clause.IsVerb(d, w) && clause.Passive(d, w)) {
			x.Target = &Target{a.Source.Actor, a.Source.Text, "source"}
		}
		found = append(found, x)
	}
	return found
}

// attacks returns the tokens that are cues of attacks in words.
func attacks(speakers *voice.Speakers) map[int]bool {
	at := map[int]bool{}
	for n := range speakers.Attributions {
		if c := speakers.Attributions[n].Cue; c != nil && (strings.HasPrefix(c.Rule, loadedCues[0]) || strings.HasPrefix(c.Rule, loadedCues[1])) {
			at[c.First] = true
		}
	}
	return at
}
