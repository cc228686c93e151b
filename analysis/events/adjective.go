package events

import (
	"slices"
	"strings"

	"slant/analysis/clause"
)

// adjective looks for an event that the adjective i tells of those whom it
// modifies or is: "ten dead", "the dead", "a wounded soldier".
func (f *finder) adjective(i int) {
	d := f.d
	t := &d.Tokens[i]
	if !strings.HasPrefix(t.Tag, "JJ") && t.Tag != "VBN" {
		return
	}
	for k := range f.adjectives[t.Lower] {
		e := &f.adjectives[t.Lower][k]
		patient := -1
		switch h := t.Head; {
		case d.Is(i, "amod") && h >= 0:
			patient = h
		case d.Child(i, "det", "nmod:poss", "nummod") >= 0 && d.Child(i, "nsubj", "cop") < 0:
			patient = i
		case d.Child(i, "nsubj") < 0 && d.Child(i, "nummod", "advmod") >= 0:
			patient = i
		}
		if patient < 0 || !f.allowed(patient, e.Objects, e.NotObjects) || len(e.Near) > 0 && !f.near(i, e.Near) {
			continue
		}
		if patient != i && clause.IsNoun(d, patient) && f.nominal(patient) != nil {
			continue // "dead bodies" are told by their noun
		}
		f.found = append(f.found, &occurrence{
			list: e.List, lemma: e.lemma, predicate: i, first: i, last: i,
			form: Agentless, agent: -1, patient: patient, fact: clause.Fact(d, i),
		})
		return
	}
}

// near reports whether one of some lemmas stands in the sentence of token i.
func (f *finder) near(i int, lemmas []string) bool {
	s := f.d.Sentences[f.d.Tokens[i].Sentence]
	for j := s.First; j < s.Last; j++ {
		if j != i && slices.Contains(lemmas, f.d.Tokens[j].Lemma) {
			return true
		}
	}
	return false
}
