package stance

import (
	"sync"
	"testing"

	"slant/analysis/actors"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
	"slant/lexicons"
)

// house is what the tests of this package read texts with.
type house struct {
	actors   *actors.Finder
	voices   *voice.Reader
	words    *wording.Finder
	events   *events.Detector
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
	words, wordSets, err := lexicons.Words(lexicons.Builtin(), "en/words")
	if err != nil {
		return nil, err
	}
	acts, sets, err := lexicons.Events(lexicons.Builtin(), "en/events")
	if err != nil {
		return nil, err
	}
	stances, err := lexicons.Stances(lexicons.Builtin(), "en/stances")
	if err != nil {
		return nil, err
	}
	conflicts, err := lexicons.Conflicts(lexicons.Builtin(), "en/conflicts", gazetteer)
	if err != nil {
		return nil, err
	}
	return &house{finder, voice.NewReader(cues), wording.NewFinder(words, wordSets), events.NewDetector(acts, sets, conflicts...), NewDetector(stances)}, nil
})

// find returns the stances and portrayals of a text, with det or, when det is
// nil, the whole lexicon.
func find(t testing.TB, det *Detector, text string) (*language.Document, []Stance, []Portrayal) {
	t.Helper()
	h, err := newHouse()
	if err != nil {
		t.Fatal(err)
	}
	if det == nil {
		det = h.detector
	}
	d := language.Read("", text, nil)
	list, index := h.actors.Find(d, nil, d.Names)
	speakers := h.voices.Read(d, index)
	findings := h.words.Find(d, index, speakers)
	acts := h.events.Find(d, index, speakers)
	stances := det.Find(d, index, speakers, findings, acts)
	return d, stances, det.Portrayals(d, list, speakers, findings, acts, stances)
}
