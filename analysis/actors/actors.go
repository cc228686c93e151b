// Package actors finds the actors that an article names (states,
// organisations, persons, groups, places) and which words mean whom.
package actors

import "slant/analysis/language"

// An Actor is someone whom an article names.
type Actor struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Type     string    `json:"type"`    // state, organisation, person, group or place
	PartOf   string    `json:"part_of"` // id of the actor that it speaks or acts for, "" when nobody
	Mentions []Mention `json:"mentions"`
}

// A Mention is words that mean an actor.
type Mention struct {
	language.Span
	Text string `json:"text"`
	Form string `json:"form"` // name, alias, metonym, demonym, description, pronoun or given

	First, Last int `json:"-"` // its tokens, inclusive
}
