package stance

// A Part is one of the things that a portrayal's polarity consists of.
type Part struct {
	Word  string  // in the sentence, "" for a trait of the sentence
	What  string  // what the word is to the actor, or the trait; Base for what every sentence starts from
	Share float64 // what it adds to the log-odds of a positive portrayal against a negative one
}

// Base is the part that every portrayal has.
const Base = "any sentence"

// A saying is a word that speaks for or against an actor.
type saying struct {
	word    string
	kind    kind    // what it is to the actor
	turn    turn    // what turns its value, unless the kind says so
	feature int     // that it adds to: one of its kind, or of where it stands
	amount  float64 // what it adds, above 0
}

// manySayings is how many of them are told of one actor in one sentence, so that
// endless sentences take little memory.
const manySayings = 100

// parts returns what a polarity consists of: by word, however many features the
// word adds to. Words that share a feature share its weight by their amounts.
func (m *Model) parts(e *evidence) []Part {
	parts := []Part{{What: Base, Share: m.Positive - m.Negative - runningNegative}}
	share := func(feature int) float64 {
		return e.features[feature] * (m.Weights[feature].Positive - m.Weights[feature].Negative)
	}
	var amounts [features]float64
	for _, s := range e.sayings {
		amounts[s.feature] += s.amount
	}
	for i, s := range e.sayings {
		if i == 0 || s.word != e.sayings[i-1].word || s.kind != e.sayings[i-1].kind || s.turn != e.sayings[i-1].turn {
			parts = append(parts, Part{Word: s.word, What: kindGlosses[s.kind] + turnGlosses[s.turn]})
		}
		parts[len(parts)-1].Share += share(s.feature) * s.amount / amounts[s.feature]
	}
	for t := range traits {
		if x := share(2*int(kinds) + int(t)); x != 0 {
			parts = append(parts, Part{What: traitGlosses[t], Share: x})
		}
	}
	return parts
}

// kindGlosses say to a reader of a page what kindNames say. Those of kinds that
// tell only where a word stands are missing: no Part is named by them.
var kindGlosses = [kinds]string{
	loadedByOutlet: "loaded, about the actor, by the outlet",
	loadedByOther:  "loaded, about the actor, by another",
	loadedByItself: "loaded, about the actor, by itself",
	negatedWord:    "negated",
	agentOf:        "harm that the actor does",
	agentOf + 1:    "help that the actor gives",
	agentOf + 2:    "threat by the actor",
	agentOf + 3:    "accusation by the actor",
	agentOf + 4:    "agreement or conflict of the actor",
	patientOf:      "harm to the actor",
	patientOf + 1:  "help to the actor",
	patientOf + 2:  "threat to the actor",
	patientOf + 3:  "accusation against the actor",
	patientOf + 4:  "agreement or conflict with the actor",
	meantByOutlet:  "the outlet’s stance on the actor",
	meantByOther:   "another’s stance on the actor",
	means:          "the actor’s own stance",

	tone + kind(describes): "says what the actor is",
	tone + kind(does):      "says what the actor does",
	tone + kind(undergoes): "says what befalls the actor",
	tone + kind(possesses): "says what is the actor’s",
	tone + kind(handles):   "says what the actor deals with",
	tone + kind(nearby):    "in the actor’s clause",
	tone + kind(faraway):   "in another clause",

	toneByItself: "in the actor’s own words",
	looseNearby:  "loaded, about no actor, in the actor’s clause",
	looseFaraway: "loaded, about no actor, in another clause",
	aboutOthers:  "about another",
	doneByOthers: "event between others",
	turnedWord:   "opposed or averted",
	concededWord: "conceded",
}

// turnGlosses say why a word counts as its opposite.
var turnGlosses = [...]string{straight: "", notSo: ", negated", turned: ", opposed or averted", conceded: ""}

var traitGlosses = [traits]string{
	speaks:         "the actor speaks",
	speaksDoubted:  "its words are put in doubt",
	speaksEndorsed: "its words are backed",
	spokenByOther:  "the actor is named by another",
	inTitle:        "in the title",
	inQuestion:     "in a question",
	amongOthers:    "others are mentioned too",
	isSubject:      "the actor is the subject",
	isPassive:      "the actor is the subject of a passive",
	isOwner:        "the actor is an owner",
}
