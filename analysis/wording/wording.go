// Package wording finds loaded words: each in its role, in somebody's voice and
// about somebody. A word on a list is only a candidate: it counts when it
// stands where the list says that it is loaded (murderous of a response, not of
// a film), outside names, and the grammar says whom it is about.
package wording

import (
	"slant/analysis/language"
	"slant/analysis/voice"
)

// Detectors that other stages tell apart.
const (
	WordChoice     = "wordchoice"
	Label          = "label"
	Euphemism      = "euphemism"
	Metaphor       = "metaphor"
	ScareQuote     = "scarequote"
	Hedge          = "hedge"
	Booster        = "booster"
	Presupposition = "presupposition"
	Reporting      = "reporting"
)

// A Finding is a loaded word or phrase.
type Finding struct {
	Detector string `json:"detector"` // one of the constants above
	Category string `json:"category"` // evaluation, intensifier, violence, …
	language.Span
	Text     string      `json:"text"`
	Weight   float64     `json:"weight"`   // 0 to 1: how loaded
	Polarity float64     `json:"polarity"` // -1 unfavourable to its target to 1 favourable
	Negated  bool        `json:"negated"`
	Rule     string      `json:"rule"` // the entry that fired: "en/evaluation.yaml:murderous"
	Voice    voice.Voice `json:"voice"`
	Target   *Target     `json:"target"` // nil when no actor is meant
	Because  string      `json:"because"`

	Word int    `json:"-"` // its head token
	word string // the entry or pattern that it is, as Because names it
}

// A Target is whom a loaded word is about.
type Target struct {
	Actor string `json:"actor"`
	Text  string `json:"text"` // the word that the loaded word says something of
	Path  string `json:"path"` // the grammar from the loaded word to the actor: "modifies>agent"
}
