package voice

import (
	"slices"
	"strings"

	"slant/lexicons"
)

// A phrase is a cue of several words around its source.
type phrase struct {
	before, after []string // words on both sides of the source
	possessive    bool     // the source is a possessor: "in *'s words"
	cue           *lexicons.Cue
}

func newPhrase(c *lexicons.Cue) phrase {
	p := phrase{cue: c}
	words := &p.before
	for _, w := range strings.Fields(c.Lemma) {
		switch w {
		case "*'s":
			p.possessive = true
			words = &p.after
		case "*":
			words = &p.after
		default:
			*words = append(*words, w)
		}
	}
	return p
}

// phraseAt reads "according to X" at i and reports whether p stands there. The
// content is the clause around.
func (g *reading) phraseAt(i int, p phrase) bool {
	d := g.d
	if !g.spelt(i, p.before) {
		return false
	}
	last := i + len(p.before) - 1
	a := newAttribution(p.cue, i, last)
	switch {
	case p.possessive:
		// The possessor hangs from the first word after it.
		for j := last + 1; j < min(last+10, len(d.Tokens)); j++ {
			if d.Is(j, "nmod:poss") && d.Tokens[j].Head > j && g.spelt(d.Tokens[j].Head-len(p.after)+1, p.after) {
				if g.under[j].first == last+1 && g.opens(i) {
					g.setSource(a, j)
					a.cue.last = d.Tokens[j].Head
				}
				break
			}
		}
	default:
		s := g.nounAfter(last)
		if s < 0 || slices.Contains(p.cue.Group.Not, d.Tokens[s].Lemma) {
			return false
		}
		g.setSource(a, s)
		if len(p.after) > 0 {
			if !g.spelt(a.source.last+1, p.after) {
				return false
			}
			// of "as the envoy put it" the part with the verb
			a.cue = run{a.source.last + 1, a.source.last + len(p.after)}
			a.head = a.cue.first
		}
	}
	if a.holder < 0 || p.cue.Rare && !g.fits(a, i) {
		return false
	}
	a.source.first = max(a.source.first, last+1)
	g.clauseAround(a, run{i, max(a.cue.last, a.source.last)})
	g.add(a)
	return true
}

// apart reports whether what stands from i to last opens a sentence and a comma
// follows: "For Moscow, the talks were a start".
func (g *reading) apart(i, last int) bool {
	return i == g.sentence(i).first && g.lower(last+1) == ","
}

// fits reports whether the rare phrase a, which begins at token i, names a source:
// apart from its sentence, somebody who holds a view before a clause that gives
// one ("For Merkel, the deal was a betrayal") or, with in, a survey ("In a poll by
// the union, most members …").
func (g *reading) fits(a *attribution, i int) bool {
	if !g.apart(i, a.source.last) {
		return false
	}
	if g.lower(i) == "in" {
		return surveys[g.d.Tokens[a.holder].Lemma]
	}
	return g.isViewer(a.holder) && g.judges(a.source.last+1)
}

var surveys = wordSet("average census poll polling projection ranking study survey")

// isViewer reports whether the noun or pronoun h may mean somebody who holds a
// view: a name, a person, people.
func (g *reading) isViewer(h int) bool {
	t := g.d.Tokens[h]
	return t.Tag == "PRP" || g.starts(h, "NNP") && !days[t.Lower] && !months[t.Lower] || viewers[t.Lemma]
}

// judges reports whether the first finite verb after token i says what something
// is or amounts to, as a view does: "For Merkel, the deal was a betrayal".
func (g *reading) judges(i int) bool {
	for k := i + 1; k <= g.sentence(i).last; k++ {
		if isFinite(g.d.Tokens[k].Tag) {
			return oneOf(g.d.Tokens[k].Lemma, "be mean represent seem matter remain amount") || oneOf(g.lower(k+1), "be mean represent seem")
		}
	}
	return false
}

var (
	viewers = wordSet(`activist adviser ally analyst aide campaigner citizen conservative critic defender diplomat economist expert
		family fan farmer government group historian investor lawyer leader liberal many minister ministry mother movement
		observer official opponent other parent party people person player politician reader resident scientist some source
		strategist student supporter union voter woman worker`)
	months = wordSet("january february march april may june july august september october november december")
)

// opens reports whether a clause begins at token i: nothing, a mark or a
// conjunction stands before it. "In her eyes, …", against "had tears in her eyes".
func (g *reading) opens(i int) bool {
	if i == g.sentence(i).first || !g.d.Tokens[i-1].IsWord() {
		return true
	}
	return oneOf(g.d.Tokens[i-1].Tag, "CC IN") || oneOf(g.lower(i-1), "is was are were that")
}

// spelt reports whether words, as they are or as lemmas, stand at token i in
// one sentence.
func (g *reading) spelt(i int, words []string) bool {
	d := g.d
	if i < 0 || i+len(words) > len(d.Tokens) {
		return false
	}
	for k, w := range words {
		if t := d.Tokens[i+k]; t.Lower != w && t.Lemma != w || t.Sentence != d.Tokens[i].Sentence {
			return false
		}
	}
	return true
}

// nounAfter returns the head of the noun phrase after token i, -1 when none
// follows at once.
func (g *reading) nounAfter(i int) int {
	d := g.d
	for j := i + 1; j < len(d.Tokens) && j <= i+12 && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j++ {
		t := d.Tokens[j]
		if !t.IsWord() && j == i+1 {
			return -1
		}
		noun := g.starts(j, "NN") || t.Tag == "PRP" || j == i+1 && oneOf(t.Tag, "DT CD") && g.lower(j+1) == "of" // "some of his aides"
		if !noun && !g.starts(j, "JJ") && !oneOf(t.Tag, "DT CD PRP$ POS") && !g.joins(j) {
			return -1
		}
		if noun && (t.Head <= i || t.Head > j && !g.near(j, t.Head) || g.under[j].first <= i+1 && !d.Is(j, "compound", "nmod:poss", "nmod:desc", "amod", "flat")) {
			return j
		}
	}
	return -1
}

// joins reports whether token j joins two words of one noun phrase: "a Times/ORC
// poll", "old and new members", “the “open door” plan”.
func (g *reading) joins(j int) bool {
	t := g.d.Tokens[j]
	if t.Tag == "RB" {
		return oneOf(g.d.Tokens[min(j+1, len(g.d.Tokens)-1)].Tag, "VBN JJ HYPH CD")
	}
	if oneOf(t.Tag, "VBN VBG") {
		return g.d.Is(j, "amod", "compound")
	}
	return oneOf(t.Tag, "CC HYPH SYM") || oneOf(t.Word, "/ - – “ ” \" ''")
}

// near reports whether all from i to the noun j is one phrase: no verb, no comma.
func (g *reading) near(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if g.starts(k, "V") || g.d.Tokens[k].Word == "," {
			return false
		}
	}
	return g.starts(j, "N")
}

// clauseAround takes the sentence around a phrase cue and its source, which
// stand in aside, as its content. At the end of a sentence the phrase covers the
// last participle clause when that is what gives the figures: "…, killing 70
// people, according to the ministry".
func (g *reading) clauseAround(a *attribution, aside run) {
	s := g.sentence(aside.first)
	first, last := s.first, s.last
	if aside.last >= last-1 {
		if p := g.lastParticiple(first, aside.first); p >= 0 && !g.hasNumber(first, p-1) {
			first = p
		}
	} else if aside.first > first+1 && g.lower(aside.first-1) != "," {
		last = aside.first - 1
	}
	// Inside a quotation only the quoted words can be meant, outside all.
	if q := g.quote[aside.first]; q >= 0 {
		first, last = max(first, g.quotes[q].First), min(last, g.quotes[q].Last)
	}
	if first <= last {
		a.content.add(first, last)
	}
	a.content.remove(aside.first, aside.last)
	g.asides = append(g.asides, aside)
}

// lastParticiple returns the token that begins the last clause of the form
// ", killing 70 people" between from and to, -1 when there is none.
func (g *reading) lastParticiple(from, to int) int {
	d := g.d
	for i := to - 1; i > from; i-- {
		if d.Tokens[i].Tag == "VBG" && d.Tokens[i-1].Word == "," && !oneOf(d.Tokens[i].Lower, "according including") {
			if g.hasNumber(i, to-1) {
				return i
			}
			return -1
		}
	}
	return -1
}

func (g *reading) hasNumber(first, last int) bool {
	for k := first; k <= last; k++ {
		if g.d.Tokens[k].Tag == "CD" {
			return true
		}
	}
	return false
}
