// Package stance finds who stands how towards whom, and how each sentence
// presents the actors in it.
package stance

import "slant/analysis/language"

// Outlet is the source of a stance that the outlet takes in its own voice.
const Outlet = "outlet"

// A Stance is what a source thinks of a target.
type Stance struct {
	Source   string  `json:"source"` // actor id, or Outlet
	Target   string  `json:"target"` // actor id
	Polarity float64 `json:"polarity"`
	Strength float64 `json:"strength"` // 0 to 1
	language.Span
	Cue     string `json:"cue"`
	Because string `json:"because"`

	Sentence int  `json:"-"` // index in Document.Sentences
	Explicit bool `json:"-"` // said by a word of stance, not by loaded words
}

// A Portrayal is how one sentence as a whole presents one actor.
type Portrayal struct {
	Actor string `json:"actor"`
	language.Span
	Polarity float64 `json:"polarity"` // -1 to 1
	Label    string  `json:"label"`    // negative, neutral or positive
	Role     string  `json:"role"`     // antagonist, protagonist, innocent or none

	// Known only where the article was analysed:
	Parts      []Part `json:"-"` // what Polarity consists of
	RoleOfText bool   `json:"-"` // Role is not of the sentence but of the whole text
}
