package stance

import (
	"math"

	"slant/analysis/events"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// A kind is a kind of evidence that says something good or bad. It makes two
// features: how much good, and how much bad, each 0 or more.
type kind int

// Kinds of evidence about an actor in a sentence.
const (
	loadedByOutlet kind = iota
	loadedByOther
	loadedByItself
	negatedWord   // what the word would say if it were not negated
	agentOf       // and the classes of events
	patientOf     = agentOf + kind(eventClasses)
	meantByOutlet = patientOf + kind(eventClasses) // stances towards the actor
	meantByOther  = meantByOutlet + 1
	means         = meantByOther + 1 // its own stance towards somebody
	tone          = means + 1        // and the relations; words that it does not speak itself
	toneByItself  = tone + kind(relations)
	toneByOther   = toneByItself + 1 // again, those that somebody else speaks
	looseNearby   = toneByOther + 1  // loaded words about nobody
	looseFaraway  = looseNearby + 1
	aboutOthers   = looseFaraway + 1 // loaded words and stances about others
	doneByOthers  = aboutOthers + 1  // events that it has no part in
	beside        = doneByOthers + 1 // within four words
	around        = beside + 1       // within ten words
	before        = around + 1       // words that stand before it
	turnedWord    = before + 1       // what it would say if it were not turned
	concededWord  = turnedWord + 1
	kinds         = concededWord + 1
)

// eventClasses is the number of classes of events that kinds tell apart.
const eventClasses = 5

// classOf returns the index of an event's class.
func classOf(e *events.Event) kind {
	switch e.Class {
	case "harm":
		return 0
	case "help":
		return 1
	case "threat":
		return 2
	case "accusation":
		return 3
	}
	return 4 // agreement, conflict
}

var kindNames = [kinds]string{
	"loaded word about it by the outlet", "loaded word about it by another", "loaded word about itself", "negated word about it",
	"agent of harm", "agent of help", "agent of threat", "agent of accusation", "agent of agreement or conflict",
	"patient of harm", "patient of help", "patient of threat", "patient of accusation", "patient of agreement or conflict",
	"stance of the outlet towards it", "stance of another towards it", "stance of its own",
	"tone of what it is", "tone of what it does", "tone of what it undergoes", "tone of what it possesses", "tone of what it handles", "tone of its clause", "tone of other clauses",
	"tone of its own words", "tone of another's words",
	"loaded word about nobody in its clause", "loaded word about nobody in other clauses", "loaded word or stance about another", "event of others", "tone within four words", "tone within ten words", "tone of words before it",
	"turned word", "conceded word",
}

// A trait is something about a sentence or an actor's place in it, without a sign.
type trait int

// Traits.
const (
	speaks         trait = iota
	speaksDoubted        // by a cue that doubts
	speaksEndorsed       // by a cue that lends credence
	spokenByOther        // the mention stands in somebody else's words
	inTitle
	inQuestion
	amongOthers // logarithm of one and the number of other actors
	isSubject
	isPassive
	isOwner
	isSilent // no evidence of any kind
	traits
)

var traitNames = [traits]string{
	"speaks", "speaks by a cue of doubt", "speaks by a cue of credence", "mentioned by another",
	"in the title", "in a question", "other actors, log", "subject", "passive subject", "owner", "no evidence",
}

// features is the length of a vector of features.
const features = 2*int(kinds) + int(traits)

// FeatureNames returns the names of what a portrayal is judged by.
func FeatureNames() []string {
	names := make([]string, 0, features)
	for _, n := range kindNames {
		names = append(names, n+", good", n+", bad")
	}
	return append(names, traitNames[:]...)
}

// evidence is what one sentence says about one actor.
type evidence struct {
	features [features]float64
	sayings  []saying // what the features of kinds come from

	// What the role is told from, each 0 or more.
	against float64 // loaded words, stances, harm done
	favour  float64 // loaded words, stances, help done, honours
	suffers float64 // harm undergone
}

// add adds evidence of a kind by a word: value above 0 when good, below when bad.
func (e *evidence) add(k kind, value float64, word string) {
	e.count(k, value, saying{word: word, kind: k})
}

// addTurned is add for a word whose value something in the sentence has turned.
func (e *evidence) addTurned(k kind, value float64, word string, t turn) {
	e.count(k, value, saying{word: word, kind: k, turn: t})
}

// also adds evidence of a further kind by the word that was added last.
func (e *evidence) also(k kind, value float64) {
	e.count(k, value, e.sayings[len(e.sayings)-1])
}

func (e *evidence) count(k kind, value float64, s saying) {
	s.feature, s.amount = 2*int(k), value
	if value < 0 {
		s.feature, s.amount = s.feature+1, -value
	}
	e.features[s.feature] += s.amount
	if s.amount > 0 && len(e.sayings) < manySayings {
		e.sayings = append(e.sayings, s)
	}
}

// saturate turns amounts of evidence into 0 to 1: the second bad word in a
// sentence says less than the first.
func (e *evidence) saturate() {
	for i, v := range e.features[:2*kinds] {
		e.features[i] = 1 - math.Exp(-2*v)
	}
}

func (e *evidence) mark(t trait) { e.features[2*int(kinds)+int(t)] = 1 }

// take adds to what the role is told from.
func (e *evidence) take(value float64) {
	if value < 0 {
		e.against -= value
	} else {
		e.favour += value
	}
}

// loaded adds a loaded word about the actor. For the role a negated one says
// little of the opposite, and how somebody speaks of himself counts half.
func (e *evidence) loaded(x *wording.Finding) {
	value := x.Weight * x.Polarity
	k := loadedByOther
	switch {
	case x.Negated:
		k = negatedWord
	case x.Voice.Actor == x.Target.Actor:
		k = loadedByItself
	case x.Voice.Kind == voice.Outlet:
		k = loadedByOutlet
	}
	e.add(k, value, x.Text)
	if x.Negated {
		value *= -0.3
	}
	if x.Voice.Actor == x.Target.Actor {
		value /= 2
	}
	e.take(value)
}

// event adds an event that the actor has a part in.
func (e *evidence) event(act *events.Event, part kind, effect float64, word string) {
	value := effect * act.Credence()
	e.add(part+classOf(act), value, word)
	if part == patientOf && act.Class == "harm" && effect > 0 {
		e.suffers += value
		return
	}
	e.take(value)
}

// silent reports whether nothing of any kind is said.
func (e *evidence) silent() bool { return silent(e.features[:]) }

func silent(features []float64) bool {
	for _, v := range features[:2*kinds] {
		if v != 0 {
			return false
		}
	}
	return true
}

func (e *evidence) others(n int) {
	e.features[2*int(kinds)+int(amongOthers)] = math.Log1p(float64(n))
}
