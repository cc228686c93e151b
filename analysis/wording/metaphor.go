package wording

var metaphors = Detector{
	Name:       "metaphor",
	Kind:       Metaphor,
	Finds:      "people told of as water, vermin, disease or merchandise, and events as natural disasters: a flood of migrants",
	Category:   "of the lists",
	Conditions: "As the lists say: the word has a complement or modifier for people (a flood of migrants, not of water).",
	Source:     "Written for slant; metaphors of migration: Santa Ana (1999), Musolff (2015).",
	Limits:     "Metaphors that no list holds are not found.",
}
