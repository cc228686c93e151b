package wording

var ironies = Detector{
	Name:       "irony",
	Kind:       ScareQuote,
	Finds:      "words that step back from a name or claim: the so-called reform, a supposed expert, in name only",
	Category:   "irony",
	Conditions: "As the lists say. \"Supposed to\" is duty or plan, and \"so-called\" before a term in quotation marks is its introduction.",
	Source:     "Written for slant; distancing by \"so-called\": Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013).",
	Limits:     "Irony without such a word is not found.",
	only:       "irony",
	role: func(r *reading, x *Finding) bool {
		d := r.d
		next := x.Word + 1
		return next >= len(d.Tokens) || d.Tokens[next].Lower != "to" || d.Tokens[x.Word].Lemma != "supposed" && d.Tokens[x.Word].Lower != "supposed"
	},
}
