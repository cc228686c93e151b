package events

import (
	"sync"
	"testing"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/lexicons"
)

// house is what the tests of this package read texts with.
type house struct {
	actors   *actors.Finder
	voices   *voice.Reader
	detector *Detector
}

var newHouse = sync.OnceValues(func() (*house, error) {
	gazetteer, err := lexicons.Actors(lexicons.Builtin(), "en/actors")
	if err != nil {
		return nil, err
	}
	finder, err := actors.NewFinder(gazetteer)
	if err != nil {
		return nil, err
	}
	cues, err := lexicons.Cues(lexicons.Builtin(), "en/cues")
	if err != nil {
		return nil, err
	}
	groups, sets, err := lexicons.Events(lexicons.Builtin(), "en/events")
	if err != nil {
		return nil, err
	}
	conflicts, err := lexicons.Conflicts(lexicons.Builtin(), "en/conflicts", gazetteer)
	if err != nil {
		return nil, err
	}
	return &house{finder, voice.NewReader(cues), NewDetector(groups, sets, conflicts...)}, nil
})

// find returns the events of a text with the document that they stand in.
func find(t testing.TB, det *Detector, text string) (*language.Document, []Event) {
	t.Helper()
	h, err := newHouse()
	if err != nil {
		t.Fatal(err)
	}
	if det == nil {
		det = h.detector
	}
	d := language.Read("", text, nil)
	_, index := h.actors.Find(d, nil, d.Names)
	return d, det.Find(d, index, h.voices.Read(d, index))
}
