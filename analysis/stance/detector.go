package stance

import (
	"cmp"
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
	"slant/lexicons"
)

// A Detector finds stances. It is built once and safe for concurrent use.
type Detector struct {
	verbs      map[string][]verb // by first word, longest phrase first
	nouns      map[string][]*lexicons.StanceGroup
	adjectives map[string][]*lexicons.StanceGroup
	tones      tones
}

// A verb is an entry whose first word is a verb.
type verb struct {
	*lexicons.StanceGroup
	clause.Pattern
}

// NewDetector compiles the lexicon of stances.
func NewDetector(groups []lexicons.StanceGroup) *Detector {
	det := &Detector{map[string][]verb{}, map[string][]*lexicons.StanceGroup{}, map[string][]*lexicons.StanceGroup{}, tones{map[string][]verb{}, map[string]float64{}, map[string]float64{}}}
	for i := range groups {
		g := &groups[i]
		if g.Construction == "tone" {
			det.tones.add(g)
			continue
		}
		for _, entry := range g.Verbs {
			p := clause.NewPattern(entry)
			det.verbs[p.Words[0]] = append(det.verbs[p.Words[0]], verb{g, p})
		}
		for _, n := range g.Nouns {
			det.nouns[n] = append(det.nouns[n], g)
		}
		for _, a := range g.Adjectives {
			det.adjectives[a] = append(det.adjectives[a], g)
		}
	}
	for _, list := range det.verbs {
		slices.SortStableFunc(list, func(a, b verb) int { return cmp.Compare(len(b.Words), len(a.Words)) })
	}
	return det
}

// Find returns the stances of a document in order of the text: those that words
// of stance say, those that follow from loaded words about an actor, which
// belong to whoever speaks them, and those of sources who tell what harm or good
// somebody does.
func (det *Detector) Find(d *language.Document, index *actors.Index, speakers *voice.Speakers, findings []wording.Finding, acts []events.Event) []Stance {
	f := &finder{Detector: det, d: d, index: index, speakers: speakers, acts: map[int][]events.Event{}, taken: make([]bool, len(d.Tokens))}
	for _, e := range acts {
		switch e.Class {
		case "speech", "agreement", "conflict":
			continue // the lexicon of stances knows what these say
		}
		f.acts[e.Predicate] = append(f.acts[e.Predicate], e)
	}
	for i := range d.Tokens {
		if clause.IsVerb(d, i) {
			f.verb(i)
		}
	}
	for i := range d.Tokens {
		switch tag := d.Tokens[i].Tag; {
		case f.taken[i]:
		case clause.IsNoun(d, i) && (tag != "NNP" || d.In(i) == language.Title):
			f.noun(i)
		case strings.HasPrefix(tag, "JJ") || tag == "VBN":
			f.adjective(i)
		}
	}
	f.fromFindings(findings)
	f.fromActs(acts)
	slices.SortStableFunc(f.found, func(a, b Stance) int {
		return cmp.Or(a.Span.Compare(b.Span), strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target))
	})
	return slices.CompactFunc(f.found, func(a, b Stance) bool {
		return a.Span == b.Span && a.Source == b.Source && a.Target == b.Target
	})
}

// A finder finds the stances of one document.
type finder struct {
	*Detector
	d        *language.Document
	index    *actors.Index
	speakers *voice.Speakers
	acts     map[int][]events.Event // by the token of their predicate
	taken    []bool                 // words of a phrase that has told already
	found    []Stance
}
