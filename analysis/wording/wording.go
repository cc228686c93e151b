// Package wording finds loaded words: each in its role, in somebody's voice and
// about somebody.
package wording

import (
	"slant/analysis/language"
	"slant/analysis/voice"
)

// A Finding is a loaded word or phrase.
type Finding struct {
	Detector string `json:"detector"` // wordchoice, label, euphemism, hedge, booster, reporting, scarequote, metaphor, presupposition
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
}

// A Target is whom a loaded word is about.
type Target struct {
	Actor string `json:"actor"`
	Text  string `json:"text"` // the word that the loaded word says something of
	Path  string `json:"path"` // the grammar from the loaded word to the actor: "modifies>agent"
}
