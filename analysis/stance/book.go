package stance

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// A book is the evidence of a document by sentence and actor.
type book struct {
	d          *language.Document
	bySentence map[int][]*entry
}

// entry is the evidence about one actor in one sentence.
type entry struct {
	evidence
	actor  string
	span   language.Span // of the sentence
	places []place       // its mentions in the sentence
}

// manyPlaces is how many mentions of an actor in one sentence are looked at, so
// that endless lists take little time.
const manyPlaces = 20

// newBook opens an entry for each sentence and actor mentioned in it.
func newBook(d *language.Document, list []actors.Actor, speakers *voice.Speakers) *book {
	b := &book{d, map[int][]*entry{}}
	for _, a := range list {
		for _, m := range a.Mentions {
			s := sentenceOf(d, m.Span)
			if s < 0 {
				continue
			}
			e := b.at(s, a.ID)
			if e == nil {
				e = &entry{actor: a.ID, span: d.Sentences[s].Span}
				b.bySentence[s] = append(b.bySentence[s], e)
			}
			if p, ok := placeOf(d, m); ok && len(e.places) < manyPlaces {
				e.places = append(e.places, p)
				e.traits(d, p, speakers)
			}
		}
	}
	for s, list := range b.bySentence {
		for _, e := range list {
			e.others(len(list) - 1)
			if d.Sentences[s].In == language.Title {
				e.mark(inTitle)
			}
			if last := d.Sentences[s].Last - 1; last >= 0 && strings.HasPrefix(strings.TrimRight(d.Tokens[last].Word, "\"'"), "?") {
				e.mark(inQuestion)
			}
		}
	}
	return b
}

// at returns the entry of an actor in a sentence, nil when it is not mentioned
// there: then there is nothing to present.
func (b *book) at(sentence int, actor string) *entry {
	for _, e := range b.bySentence[sentence] {
		if e.actor == actor {
			return e
		}
	}
	return nil
}

func (e *entry) traits(d *language.Document, p place, speakers *voice.Speakers) {
	switch {
	case d.Is(p.head, "nsubj:pass"):
		e.mark(isPassive)
	case d.Is(p.head, "nsubj"):
		e.mark(isSubject)
	case d.Is(p.head, "nmod:poss"):
		e.mark(isOwner)
	}
	if speakers != nil && p.head < len(d.Tokens) {
		if by := speakers.Holder(p.head); by.Kind != voice.Outlet && by.Actor != e.actor {
			e.mark(spokenByOther)
		}
	}
}

// closest returns the closest relation of token i to a mention, relations when
// no mention's grammar is known.
func (e *entry) closest(d *language.Document, i int) relation {
	r := relations
	for _, p := range e.places {
		r = min(r, p.to(d, i))
	}
	return r
}

// distance returns the number of words from token i to the nearest mention.
func (e *entry) distance(i int) int {
	n := math.MaxInt
	for _, p := range e.places {
		n = min(n, max(p.first-i, i-p.last))
	}
	return n
}

// precedes reports whether token i stands before all mentions.
func (e *entry) precedes(i int) bool {
	for _, p := range e.places {
		if i > p.last {
			return false
		}
	}
	return true
}

func (b *book) colours(bySentence map[int][]colour) {
	for s, list := range bySentence {
		for _, e := range b.bySentence[s] {
			for _, c := range list {
				e.colour(b.d, c)
			}
		}
	}
}

func (b *book) findings(findings []wording.Finding) {
	for i := range findings {
		x := &findings[i]
		if x.Target == nil {
			continue
		}
		for _, e := range b.bySentence[sentenceOf(b.d, x.Span)] {
			if e.actor == x.Target.Actor {
				e.loaded(x)
			} else if !x.Negated {
				e.add(aboutOthers, x.Weight*x.Polarity, x.Text)
			}
		}
	}
}

func (b *book) events(acts []events.Event) {
	for i := range acts {
		act := &acts[i]
		if act.Class == "speech" {
			continue // stances tell that
		}
		word := b.d.Text(b.d.Span(act.Predicate, act.Predicate))
		for _, e := range b.bySentence[b.d.Tokens[act.Predicate].Sentence] {
			switch e.actor {
			case act.Agent:
				e.event(act, agentOf, act.AgentEffect, word)
				if act.Patient == act.Agent {
					e.event(act, patientOf, act.PatientEffect, word)
				}
			case act.Patient:
				e.event(act, patientOf, act.PatientEffect, word)
			default:
				value := act.Credence()
				if act.Class != "help" && act.Class != "agreement" {
					value = -value
				}
				e.add(doneByOthers, value, word)
			}
		}
	}
}

func (b *book) stances(stances []Stance) {
	for _, s := range stances {
		if !s.Explicit {
			continue
		}
		value := s.Polarity * s.Strength
		for _, e := range b.bySentence[s.Sentence] {
			switch {
			case e.actor == s.Target:
				k := meantByOther
				if s.Source == Outlet {
					k = meantByOutlet
				}
				e.add(k, value, s.Cue)
				e.take(value)
			case e.actor == s.Source:
				e.add(means, value, s.Cue)
			default:
				e.add(aboutOthers, value, s.Cue)
			}
		}
	}
}

func (b *book) speeches(speakers *voice.Speakers) {
	if speakers == nil {
		return
	}
	for _, a := range speakers.Attributions {
		if a.Source == nil || a.Cue == nil {
			continue
		}
		e := b.at(sentenceOf(b.d, a.Cue.Span), a.Source.Actor)
		if e == nil {
			continue
		}
		e.mark(speaks)
		switch a.Cue.Tone {
		case "doubt", "contest":
			e.mark(speaksDoubted)
		case "endorse":
			e.mark(speaksEndorsed)
		}
	}
}

// close returns the entries in order of the text.
func (b *book) close() []*entry {
	var all []*entry
	for _, list := range b.bySentence {
		for _, e := range list {
			e.saturate()
			if e.silent() {
				e.mark(isSilent)
			}
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b *entry) int {
		return cmp.Or(a.span.Compare(b.span), strings.Compare(a.actor, b.actor))
	})
	return all
}
