package wording

var wordChoices = Detector{
	Name:     "wordchoice",
	Kind:     WordChoice,
	Finds:    "words that judge where a news agency would describe: a murderous response, a sham, to pander",
	Category: "of the lists",
	Conditions: "The conditions of the lists hold: the word modifies, is said of or governs what it is loaded with, outside names, " +
		"literal uses and legal terms. What is hardly loaded does not count; praise counts when it is about an actor or when it is strong.",
	Source: "Written for slant; that such words mark a text as partial is what Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013) " +
		"found in edits of Wikipedia, and what coders of news mark most often.",
	Limits: "Knows words, not arguments: what is loaded only by its context is not found.",
	role:   judges,
}

// judges reports whether an evaluation counts: words that the lists hold for
// hardly loaded do not; blame else does; praise is as often plain description,
// and counts when it falls on an actor or is strong.
func judges(_ *reading, x *Finding) bool {
	return x.Weight >= hardlyLoaded && (x.Polarity <= 0 || x.Target != nil || x.Weight >= strongPraise)
}

// hardlyLoaded is the weight below which a word does not judge by itself.
const hardlyLoaded = 0.4

// strongPraise is the weight from which praise needs nobody whom it falls on.
const strongPraise = 0.7
