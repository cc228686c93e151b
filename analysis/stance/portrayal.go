package stance

import (
	"cmp"
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// Roles of a Portrayal.
const (
	Antagonist  = "antagonist"
	Protagonist = "protagonist"
	Innocent    = "innocent"
	NoRole      = "none"
)

// evidence is what one sentence says for and against one actor, each 0 or more.
type evidence struct {
	against float64 // loaded words, stances, harm done
	favour  float64 // loaded words, stances, help done, honours
	suffers float64 // harm undergone
	tone    float64 // plain words around it, good less bad
}

const (
	// clear is the weight of evidence from which a sentence has a tendency to the
	// good, or gives a role; clearBad that from which it has one to the bad. News
	// speaks well of people out of courtesy, seldom ill: good words say less.
	clear    = 0.15
	clearBad = 0.05
	// pity is how far suffering counts as being shown in a good light.
	pity = 0.3
)

// Portrayals returns how each sentence presents each actor that it mentions, by
// name, description or pronoun, in order of the text. Whoever speaks in it, the
// sentence as a whole is judged, but an actor is not coloured by the plain words
// that it speaks itself. Where nothing speaks for or against an actor, it is
// neutral, and has the role that it clearly plays in the rest of the text, or none.
func (det *Detector) Portrayals(d *language.Document, list []actors.Actor, speakers *voice.Speakers, findings []wording.Finding, acts []events.Event, stances []Stance) []Portrayal {
	type key struct {
		sentence int
		actor    string
	}
	book := map[key]*evidence{}
	at := func(sentence int, actor string) *evidence {
		if e := book[key{sentence, actor}]; e != nil {
			return e
		}
		return &evidence{} // not mentioned here: nothing to present
	}
	tones := det.tonesOf(d, speakers, findings, acts, stances)
	for _, a := range list {
		for _, m := range a.Mentions {
			s := sentenceOf(d, m.Span)
			if s < 0 || book[key{s, a.ID}] != nil {
				continue
			}
			e := &evidence{}
			for _, t := range tones[s] {
				e.tone += t.on(d, a.ID, m)
			}
			book[key{s, a.ID}] = e
		}
	}
	for i := range findings {
		if x := &findings[i]; x.Target != nil {
			weigh(at(sentenceOf(d, x.Span), x.Target.Actor), x)
		}
	}
	for i := range acts {
		e := &acts[i]
		if e.Class == "speech" {
			continue // stances tell that
		}
		s := d.Tokens[e.Predicate].Sentence
		take(at(s, e.Agent), e.AgentEffect*e.Credence())
		if victim := at(s, e.Patient); e.Class == "harm" && e.PatientEffect > 0 {
			victim.suffers += e.PatientEffect * e.Credence()
		} else {
			take(victim, e.PatientEffect*e.Credence())
		}
	}
	for _, s := range stances {
		if s.Explicit {
			take(at(s.Sentence, s.Target), s.Polarity*s.Strength)
		}
	}
	all := make([]shown, 0, len(book))
	for k, e := range book {
		p := e.portrayal()
		p.Actor, p.Span = k.actor, d.Sentences[k.sentence].Span
		all = append(all, shown{p, e})
	}
	slices.SortFunc(all, func(a, b shown) int {
		return cmp.Or(a.Span.Compare(b.Span), strings.Compare(a.Actor, b.Actor))
	})
	return rest(all)
}

// Portrayals is Detector.Portrayals by loaded words, events and stances alone,
// without the plain words of a lexicon.
func Portrayals(d *language.Document, list []actors.Actor, findings []wording.Finding, acts []events.Event, stances []Stance) []Portrayal {
	return (&Detector{}).Portrayals(d, list, nil, findings, acts, stances)
}

// weigh adds a loaded word. A negated one says little of the opposite, and how
// somebody speaks of himself counts half.
func weigh(e *evidence, x *wording.Finding) {
	value := x.Weight * x.Polarity
	if x.Negated {
		value *= -0.3
	}
	if x.Voice.Actor == x.Target.Actor {
		value /= 2
	}
	take(e, value)
}

func take(e *evidence, value float64) {
	if value < 0 {
		e.against -= value
	} else {
		e.favour += value
	}
}

// portrayal turns evidence into polarity, label and role.
func (e *evidence) portrayal() Portrayal {
	polarity := min(1, max(-1, e.favour+pity*e.suffers-e.against+e.tone))
	p := Portrayal{Polarity: round6(polarity), Label: "neutral", Role: NoRole}
	switch {
	case polarity <= -clearBad:
		p.Label = "negative"
	case polarity >= clear:
		p.Label = "positive"
	}
	switch most := max(e.against, e.favour, e.suffers); {
	case most < clear/2 && polarity <= -clear: // by its tone alone
		p.Role = Antagonist
	case most < clear/2 && polarity >= clear:
		p.Role = Protagonist
	case most < clear/2:
	case e.suffers == most:
		p.Role = Innocent
	case e.against == most && polarity <= -clear/2:
		p.Role = Antagonist
	case e.favour == most && polarity >= clear:
		p.Role = Protagonist
	}
	return p
}

// round6 rounds to six decimals, away from zero at halves.
func round6(x float64) float64 {
	if x < 0 {
		return -round(-x)
	}
	return round(x)
}
