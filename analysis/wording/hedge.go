package wording

var hedges = Detector{
	Name:       "hedge",
	Kind:       Hedge,
	Finds:      "words by which a writer does not commit himself: reportedly, it seems, may well",
	Category:   "of the lists",
	Conditions: "As the lists say. Hedges are counted as a manner of writing; they are no loaded language.",
	Source:     "Written for slant; hedges as a class: Lakoff (1973), Hyland (1998).",
	Limits:     "Modals are left out: they say what is possible as often as how sure one is.",
}
