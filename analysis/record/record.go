// Package record is what slant writes down of one article: everything found in
// it, with evidence, as one line of JSON. Tables, statistics and reports read
// records and nothing else. docs/record.md describes every field.
package record

import (
	"slant/analysis/actors"
	"slant/analysis/corpus"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// Schema names the version of the record that this package writes and reads.
const Schema = "slant/1"

// A Record is the analysis of one article. Its lists are never nil, and ordered
// by start, then end, then rule.
type Record struct {
	Schema       string              `json:"schema"`
	ID           string              `json:"id"`
	Outlet       string              `json:"outlet"`
	Title        string              `json:"title"`
	Published    string              `json:"published"`
	URL          string              `json:"url"`
	Author       string              `json:"author"`
	Story        string              `json:"story"`
	Language     string              `json:"language"`
	Wire         string              `json:"wire"`         // agency whose copy this is, "" when none was recognised
	DuplicateOf  string              `json:"duplicate_of"` // id of the article whose text this one repeats
	Words        Words               `json:"words"`
	Excluded     []corpus.Excluded   `json:"excluded"`
	Sentences    []Sentence          `json:"sentences"`
	Actors       []actors.Actor      `json:"actors"`
	Attributions []voice.Attribution `json:"attributions"`
	Findings     []wording.Finding   `json:"findings"`
	Choices      []wording.Choice    `json:"choices"`
	Events       []events.Event      `json:"events"`
	Stances      []stance.Stance     `json:"stances"`
	Portrayals   []stance.Portrayal  `json:"portrayals"`
	Frames       []Frame             `json:"frames"`
	Lemmas       Lemmas              `json:"lemmas"`
}

// Words counts the words of an article's body by voice.
// Total = Outlet + Direct + Indirect + Unresolved; excluded words are outside it.
type Words struct {
	Total      int `json:"total"`
	Outlet     int `json:"outlet"`
	Direct     int `json:"direct"`
	Indirect   int `json:"indirect"`
	Unresolved int `json:"unresolved"`
	Excluded   int `json:"excluded"` // teasers, bylines, boilerplate
}

// A Sentence is one sentence that was read.
type Sentence struct {
	language.Span
	Bias float64 `json:"bias"` // probability that a trained reader calls it biased

	Parts []wording.Part `json:"-"` // what Bias consists of; known only where the article was analysed
}

// A Frame is a generic news frame that the article carries.
type Frame struct {
	Frame string  `json:"frame"`
	Score float64 `json:"score"`
	Hits  int     `json:"hits"`
}
