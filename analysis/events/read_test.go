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
	actors   any
	voices   *voice.Reader
	detector *Detector
}

var newHouse = sync.OnceValues(func() (*house, error) {
	cues, err := lexicons.Cues(lexicons.Builtin(), "en/cues")
	if err != nil {
		return nil, err
	}
	groups, sets, err := lexicons.Events(lexicons.Builtin(), "en/events")
	if err != nil {
		return nil, err
	}
	return &house{nil, voice.NewReader(cues), NewDetector(groups, sets)}, nil
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
	_, index := actors.Stub(d)
	return d, det.Find(d, index, h.voices.Read(d, index))
}
