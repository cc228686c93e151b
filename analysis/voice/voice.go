// Package voice says who is speaking at each word of an article: the outlet
// itself or a source, by the attributions that it finds (cue, content, source).
package voice

import "slant/analysis/language"

// Kinds of Voice and, but for Outlet and Unresolved, of Attribution.
const (
	Outlet     = "outlet"     // the outlet's own words
	Direct     = "direct"     // a source's words, in quotation marks
	Indirect   = "indirect"   // a source's words, told by the outlet
	Mixed      = "mixed"      // an attribution partly in quotation marks
	Unresolved = "unresolved" // in quotation marks, and nobody can be found who says it
)

// An Attribution gives words of an article to a source.
type Attribution struct {
	Source    *Source         `json:"source"` // nil when nobody is named
	Cue       *Cue            `json:"cue"`    // nil when a quotation stands alone
	Content   []language.Span `json:"content"`
	Kind      string          `json:"kind"`
	Inherited bool            `json:"inherited"` // goes to the last speaker, for want of a cue of its own
	Parent    int             `json:"parent"`    // index of the attribution that it sits in, -1 when in none
}

// A Source is the words that name who is speaking.
type Source struct {
	language.Span
	Text  string `json:"text"`
	Actor string `json:"actor"` // id, "" when no actor is known by these words
}

// A Cue is the words that say that somebody is speaking: a verb with its
// auxiliaries, adverbs and preposition ("has also called for"), a noun, a phrase.
type Cue struct {
	language.Span
	Text  string `json:"text"`
	Lemma string `json:"lemma"`
	Tone  string `json:"tone"` // neutral, doubt, endorse, contest or concede

	First int    `json:"-"` // the token of its lemma
	Rule  string `json:"-"` // the entry that it is: "en/neutral.yaml:say"
}

// A Voice is who stands behind a word.
type Voice struct {
	Kind        string `json:"kind"`        // Outlet, Direct, Indirect or Unresolved
	Actor       string `json:"actor"`       // the source's, "" for the outlet and for unknown sources
	Attribution int    `json:"attribution"` // the innermost attribution that holds the word, -1 for the outlet
}
