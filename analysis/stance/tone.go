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

// at returns how token i colours its clause: 0 when it does not; the other way
// round when it is negated.
func (t *tones) at(d *language.Document, i int) float64 {
	value := 0.0
	switch tag := d.Tokens[i].Tag; {
	case clause.IsVerb(d, i):
		for k := range t.verbs[d.Tokens[i].Lemma] {
			if v := &t.verbs[d.Tokens[i].Lemma][k]; v.Match(d, i) != nil {
				value = v.Polarity * v.Strength
				break
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
	if value != 0 && negated(d, i) {
		value = -value / 2
	}
	return value
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
	value   float64
	clause  int    // the verb or predicate that it stands under
	speaker string // who speaks it, "" for the outlet
}

// elsewhere is how far a word colours those in other clauses of its sentence.
const elsewhere = 0.5

// on returns how c colours actor a, mentioned as m in its sentence.
func (c colour) on(d *language.Document, a string, m actors.Mention) float64 {
	if c.speaker == a {
		return 0
	}
	if m.First >= 0 && m.Last >= m.First && clauseOf(d, head(d, m)) == c.clause {
		return c.value
	}
	return c.value * elsewhere
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
		first := true
		mark(x.Span, sentenceOf(d, x.Span), func(i int) {
			if x.Target == nil && first {
				loaded[i] = x.Weight * x.Polarity
				if x.Negated {
					loaded[i] *= -0.3
				}
			}
			told[i], first = true, false
		})
	}
	out := map[int][]colour{}
	for i := range d.Tokens {
		value := loaded[i]
		if !told[i] {
			value = det.tones.at(d, i)
		}
		if value != 0 {
			s := d.Tokens[i].Sentence
			speaker := ""
			if speakers != nil {
				speaker = speakers.Holder(i).Actor
			}
			out[s] = append(out[s], colour{value, clauseOf(d, i), speaker})
		}
	}
	return out
}
