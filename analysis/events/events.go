// Package events finds who does what to whom: harm and help with agent and
// patient, in every grammatical form.
package events

import (
	"slant/analysis/language"
	"slant/analysis/voice"
)

// An Event is an act, with who does it to whom.
type Event struct {
	Class string `json:"class"` // harm, help, …
	Lemma string `json:"lemma"`
	language.Span
	Form             string      `json:"form"`    // active, passive, agentless or nominal
	Agent            string      `json:"agent"`   // actor id, "" when not stated
	Patient          string      `json:"patient"` // actor id, "" when not stated
	Count            int         `json:"count"`   // victims, 0 when no figure is given
	FigureAttributed bool        `json:"figure_attributed"`
	Fact             string      `json:"fact"` // asserted, negated, possible, future or denied
	Voice            voice.Voice `json:"voice"`
}
