package stance

import (
	"strings"

	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
	"slant/lexicons"
)

// tones are plain words that colour those who stand in their sentence.
type tones struct {
	verbs      map[string][]verb // by first word
	nouns      map[string]float64
	adjectives map[string]float64
}

func (t *tones) add(g *lexicons.StanceGroup) {
	for _, entry := range g.Verbs {
		p := clause.NewPattern(entry)
		t.verbs[p.Words[0]] = append(t.verbs[p.Words[0]], verb{g, p})
	}
	for _, n := range g.Nouns {
		t.nouns[n] = g.Polarity * g.Strength
	}
	for _, a := range g.Adjectives {
		t.adjectives[a] = g.Polarity * g.Strength
	}
}

// at returns how token i colours its clause, 0 when it does not, and the words of
// the phrase that does so.
func (t *tones) at(d *language.Document, i int) (value float64, phrase []int) {
	switch tag := d.Tokens[i].Tag; {
	case clause.IsVerb(d, i):
		for k := range t.verbs[d.Tokens[i].Lemma] {
			v := &t.verbs[d.Tokens[i].Lemma][k]
			if at := v.Match(d, i); len(at) > len(phrase) { // the longest tells
				value, phrase = v.Polarity*v.Strength, at
			}
		}
		if value == 0 && tag == "VBN" {
			value = t.adjectives[d.Tokens[i].Lower]
		}
	case tag == "NN" || tag == "NNS":
		value = t.nouns[d.Tokens[i].Lemma]
	case strings.HasPrefix(tag, "JJ"):
		value = t.adjectives[d.Tokens[i].Lower]
	}
	return value, phrase
}

// negated reports whether token i or the predicate that it belongs to is told
// as not so.
func negated(d *language.Document, i int) bool {
	for steps := 0; i >= 0 && steps < 3; steps++ {
		if clause.Fact(d, i) == clause.Negated {
			return true
		}
		if !d.Is(i, "amod", "obj", "compound") {
			return false
		}
		i = d.Tokens[i].Head
	}
	return false
}

// clauseOf returns the verb or predicate of the clause that token i stands in.
func clauseOf(d *language.Document, i int) int {
	for steps := 0; d.Tokens[i].Head >= 0 && steps < 12; steps++ {
		if clause.IsVerb(d, i) && !d.Is(i, "aux", "cop", "amod", "xcomp") || d.Child(i, "cop") >= 0 {
			return i
		}
		i = d.Tokens[i].Head
	}
	return i
}

// A colour is a word that colours its sentence.
type colour struct {
	value  float64 // as if nothing were done to it
	turn   turn
	token  int
	words  string      // it and those that it makes a phrase with
	voice  voice.Voice // who speaks it
	loaded bool        // a loaded word about nobody, not a plain one
}

// colour adds c to the evidence.
func (e *entry) colour(d *language.Document, c colour) {
	r := e.closest(d, c.token)
	if r == relations { // no mention whose grammar is known
		r = faraway
	}
	// What is negated or turned does to those around it little of the opposite.
	value := c.value
	switch {
	case c.turn == conceded:
		value = 0
	case c.turn != straight && c.loaded:
		value *= -0.3
	case c.turn != straight:
		value *= -0.5
	}
	switch {
	case c.voice.Actor == e.actor && c.voice.Kind != voice.Outlet:
		e.addTurned(toneByItself, value, c.words, c.turn)
		return
	case c.turn == conceded:
		e.add(concededWord, c.value, c.words)
	case c.turn == turned:
		e.add(turnedWord, c.value, c.words)
	case c.turn == notSo && r < nearby:
		e.add(negatedWord, c.value, c.words)
	case c.loaded && r == faraway:
		e.addTurned(looseFaraway, value, c.words, c.turn)
	case c.loaded:
		e.addTurned(looseNearby, value, c.words, c.turn)
	default:
		e.addTurned(tone+kind(r), value, c.words, c.turn)
		if c.voice.Kind != voice.Outlet {
			e.also(toneByOther, value)
		}
		switch n := e.distance(c.token); {
		case n <= 4:
			e.also(beside, value)
			fallthrough
		case n <= 10:
			e.also(around, value)
		}
		if e.precedes(c.token) {
			e.also(before, value)
		}
	}
}

// head returns the token of m that the others depend on.
func head(d *language.Document, m actors.Mention) int {
	for i := m.First; i <= m.Last; i++ {
		if h := d.Tokens[i].Head; h < m.First || h > m.Last {
			return i
		}
	}
	return m.Last
}

// tonesOf returns the words that colour each sentence: plain words of good and
// bad, and loaded ones that are about no actor. What tells of an event or of a
// stance counts there and not here.
func (det *Detector) tonesOf(d *language.Document, speakers *voice.Speakers, findings []wording.Finding, acts []events.Event, stances []Stance) map[int][]colour {
	told := make([]bool, len(d.Tokens))
	for i := range acts {
		told[acts[i].Predicate] = true
	}
	loaded := make([]float64, len(d.Tokens))
	turns := make([]turn, len(d.Tokens))
	last := make([]int, len(d.Tokens)) // token of what begins at one
	mark := func(span language.Span, sentence int, at func(i int)) {
		if sentence < 0 {
			return
		}
		for i := d.Sentences[sentence].First; i < d.Sentences[sentence].Last; i++ {
			if d.Tokens[i].Start < span.End && span.Start < d.Tokens[i].End {
				at(i)
			}
		}
	}
	for i := range stances {
		if s := &stances[i]; s.Explicit {
			mark(s.Span, s.Sentence, func(i int) { told[i] = true })
		}
	}
	for i := range findings {
		x := &findings[i]
		if x.Detector == wording.Reporting && x.Polarity == 0 {
			continue // "accused" takes no side; its word may
		}
		first := -1
		mark(x.Span, sentenceOf(d, x.Span), func(i int) {
			if first < 0 {
				first = i
			}
			if x.Target == nil {
				loaded[first], last[first] = x.Weight*x.Polarity, i
				if x.Negated {
					turns[first] = notSo
				}
			}
			told[i] = true
		})
	}
	out := map[int][]colour{}
	for i := range d.Tokens {
		value := loaded[i]
		if !told[i] {
			var phrase []int
			value, phrase = det.tones.at(d, i)
			for _, j := range phrase {
				told[j], last[i] = told[j] || j > i, max(last[i], j)
			}
		}
		if value != 0 {
			if turns[i] == straight {
				turns[i] = turnAt(d, i)
			}
			s := d.Tokens[i].Sentence
			by := voice.Voice{Kind: voice.Outlet, Attribution: -1}
			if speakers != nil {
				by = speakers.Holder(i)
			}
			out[s] = append(out[s], colour{value, turns[i], i, d.Text(d.Span(i, max(i, last[i]))), by, loaded[i] != 0})
		}
	}
	return out
}
