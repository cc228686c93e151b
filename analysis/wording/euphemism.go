package wording

var euphemisms = Detector{
	Name:       "euphemism",
	Kind:       Euphemism,
	Finds:      "words that make harm sound harmless: neutralise, collateral damage, enhanced interrogation",
	Category:   "of the lists",
	Conditions: "As the lists say, outside names.",
	Source:     "Written for slant; euphemism in reports of war: Lutz (1989).",
	Limits:     "An ordinary word that hides something only in its context is not found.",
}
