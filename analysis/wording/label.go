package wording

var labels = Detector{
	Name:     "label",
	Kind:     Label,
	Finds:    "names for persons and groups that carry a verdict: terrorist, thug, regime, strongman",
	Category: "of the lists",
	Conditions: "Not in a name (the Terrorist Screening Center) nor in a legal term; a label that somebody declines to use is his, " +
		"and negated. Favourable labels count when they name an actor or are strong.",
	Source: "Written for slant after the advice of agencies and public broadcasters to say what was done rather than to label who did it.",
	Limits: "Which label is neutral differs between countries and decades; the lists say what they hold for loaded.",
	role:   judges,
}
