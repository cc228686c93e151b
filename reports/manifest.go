package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// A Manifest says what a run was made with and from, so that it can be repeated
// and checked. It holds neither times nor the number of workers: the same input
// gives the same manifest.
type Manifest struct {
	Version    string         `json:"version"`    // of slant
	Revision   string         `json:"revision"`   // of its source, "" when not known
	GoVersion  string         `json:"go_version"` // that built it
	Command    []string       `json:"command"`
	Seed       uint64         `json:"seed"`
	Study      *Study         `json:"study,omitempty"`
	Lexicons   []Lexicon      `json:"lexicons"`
	Inputs     []Input        `json:"inputs"`
	PassedOver []string       `json:"passed_over"` // files in the folders of the corpus that are of no format that slant reads
	Bad        []Problem      `json:"bad"`         // what could not be read
	Counts     map[string]int `json:"counts"`      // what became of the articles: "read", "duplicate", "unreadable", …
}

// A Study is the study file that says what was compared.
type Study struct {
	File          string   `json:"file"`
	SHA256        string   `json:"sha256"`
	StoriesSHA256 string   `json:"stories_sha256"` // of its table of stories, "" without one
	Locked        string   `json:"locked"`         // day, "" when it was not
	Deviations    []string `json:"deviations"`     // from what was locked, in words
}

// A Lexicon is a lexicon file as it was used.
type Lexicon struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

// An Input is a file of the corpus.
type Input struct {
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Articles int    `json:"articles"`
}

// json gives the manifest as indented JSON; lists are never null.
func (m Manifest) json() ([]byte, error) {
	if m.Command == nil {
		m.Command = []string{}
	}
	if m.Study != nil && m.Study.Deviations == nil {
		m.Study.Deviations = []string{}
	}
	if m.Lexicons == nil {
		m.Lexicons = []Lexicon{}
	}
	if m.Inputs == nil {
		m.Inputs = []Input{}
	}
	if m.PassedOver == nil {
		m.PassedOver = []string{}
	}
	if m.Bad == nil {
		m.Bad = []Problem{}
	}
	if m.Counts == nil {
		m.Counts = map[string]int{}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	return b.Bytes(), nil
}
