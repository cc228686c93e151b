package wording

var reports = Detector{
	Name:     "reporting",
	Kind:     Reporting,
	Finds:    "cues of reported speech that take sides for or against the source: claimed, admitted, slammed, pointed out",
	Category: "doubt, contest, concede, endorse",
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

func tones(r *reading, _ []Finding) (found []Finding) {
	for n := range r.speakers.Attributions {
		a := &r.speakers.Attributions[n]
		if a.Cue == nil {
			continue
		}
		w, ok := toneWeight[a.Cue.Tone]
		if !ok {
			continue
		}
		x := Finding{
			Detector: Reporting, Category: a.Cue.Tone, Span: a.Cue.Span, Weight: w[0], Polarity: w[1], Rule: a.Cue.Rule,
			Negated: negated(r.d, a.Cue.First, a.Cue.First, a.Cue.First), Voice: r.speakers.At(a.Cue.First), Word: a.Cue.First, word: a.Cue.Lemma,
		}
		if a.Source != nil && a.Source.Actor != "" {
			x.Target = &Target{a.Source.Actor, a.Source.Text, "source"}
		}
		if x.Negated && x.Category == "endorse" {
			continue // "does not know whether": nobody is put in the right or in the wrong
		}
		found = append(found, x)
	}
	return found
}
