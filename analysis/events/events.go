// Package events finds who does what to whom: harm and help with agent and
// patient, in every grammatical form.
package events

import (
	"slant/analysis/language"
	"slant/analysis/voice"
)

// Forms of an Event.
const (
	Active    = "active"    // Rebels attacked the town
	Passive   = "passive"   // the town was attacked by rebels
	Agentless = "agentless" // the town was attacked; ten people died
	Nominal   = "nominal"   // the attack by rebels
)

// An Event is an act, with who does it to whom.
type Event struct {
	Class string `json:"class"` // harm, help, threat, accusation, speech, agreement or conflict
	Kind  string `json:"kind"`  // killing, detaining, helping, …
	Lemma string `json:"lemma"`
	language.Span
	Form             string      `json:"form"`                   // Active, Passive, Agentless or Nominal
	Agent            string      `json:"agent"`                  // actor id, "" when not stated
	Patient          string      `json:"patient"`                // actor id, "" when not stated
	Doer             string      `json:"doer,omitempty"`         // when the agent is not stated: the actor to whom the text around or the conflict points; see wars in the lexicon
	PatientPath      string      `json:"patient_path,omitempty"` // what tells the patient when the event's own words do not name it: place, opponent, event, source, sentence or article
	Because          string      `json:"because,omitempty"`      // PatientPath in words
	Also             bool        `json:"also,omitempty"`         // a further patient of the event before it: the same act
	Count            int         `json:"count"`                  // victims, 0 when no figure is given
	FigureAttributed bool        `json:"figure_attributed"`
	Fact             string      `json:"fact"` // asserted, negated, possible, future or denied
	Voice            voice.Voice `json:"voice"`

	Predicate     int     `json:"-"` // token of the verb or noun
	AgentEffect   float64 `json:"-"` // how the agent appears by it, -1 to 1
	PatientEffect float64 `json:"-"` // how the patient appears by it, -1 to 1
}

// Credence is how far an event so told counts as a fact: 1 when asserted, 0
// when said not to have happened.
func (e *Event) Credence() float64 {
	switch e.Fact {
	case "asserted":
		return 1
	case "future", "possible":
		return 0.5
	case "denied":
		return 0.25
	}
	return 0
}
