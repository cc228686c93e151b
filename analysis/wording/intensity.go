package wording

var intensities = Detector{
	Name:     "intensity",
	Kind:     WordChoice,
	Finds:    "words that heighten what they stand beside: relentlessly shelling, an unprecedented escalation, sheer incompetence",
	Category: "intensifier",
	Conditions: "As the lists say. A word of intensity takes its polarity from what it heightens: a crisis is worse for being " +
		"unprecedented, a success better.",
	Source: "Written for slant; intensifiers as signs of a writer's stance: Biber and Finegan (1989).",
	Limits: "What the sets of good and bad nouns do not hold leaves the word without polarity.",
	only:   "intensifier",
	role:   judges,
}

// intensified returns the polarity that a word of intensity at w takes from what
// it makes more of.
func (r *reading) intensified(w int) float64 {
	h := r.d.Tokens[w].Head
	if h < 0 || !r.d.Is(w, "amod", "advmod", "compound") {
		return 0
	}
	lemma := r.d.Tokens[h].Lemma
	switch {
	case r.sets.harm[lemma] || r.sets.ill[lemma]:
		return -1
	case r.sets.good[lemma]:
		return 1
	}
	return 0
}
