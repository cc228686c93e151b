// Package actors finds the actors that an article names (states,
// organisations, persons, groups, places) and which words mean whom.
//
// It knows actors from three sources, in this order: mentions that the user
// marked, lists of actors (the user's before the built-in gazetteer), and the
// text itself, where titles, appositions and the shape of a name say who
// somebody is. What a list does not hold is taken from the text only with such
// evidence.
package actors

import "slant/analysis/language"

// An Actor is someone whom an article names.
type Actor struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Type     string    `json:"type"`    // state, organisation, person, group or place
	PartOf   string    `json:"part_of"` // id of the actor that it speaks or acts for, or of the place's state; "" when nobody
	Mentions []Mention `json:"mentions"`
}

// A Mention is words that mean an actor.
type Mention struct {
	language.Span
	Text string `json:"text"`
	Form string `json:"form"` // name, alias, metonym, demonym, description, pronoun or given

	First, Last int `json:"-"` // its tokens, inclusive; -1 for a given mention in excluded text
}

// A Given is a mention that the user has marked in the body of an article:
// bytes Start to End-1 mean Actor.
type Given struct {
	Start, End int
	Actor      string
}
