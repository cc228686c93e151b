package stance

import (
	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/language"
)

// A relation is where a word stands in the grammar around a mention.
type relation int

// Relations, the closest first.
const (
	describes relation = iota // says what the mention is: modifier, apposition, predicate
	does                      // the verb or predicate whose subject the mention is
	undergoes                 // what the mention is the object, the passive subject or the complement of
	possesses                 // a noun that the mention owns: "his lies"
	handles                   // object or complement of the verb whose subject the mention is
	nearby                    // anything else in its clause
	faraway                   // in another clause of the sentence
	relations
)

// place is where a mention stands.
type place struct {
	first, last int
	head        int // its head, the first of a coordination
	clause      int // the verb or predicate that it stands under
}

// placeOf returns where m stands; ok is false for a mention in excluded text.
func placeOf(d *language.Document, m actors.Mention) (p place, ok bool) {
	if m.First < 0 || m.Last < m.First {
		return p, false
	}
	h := head(d, m)
	for steps := 0; steps < 8 && d.Is(h, "conj", "flat") && d.Tokens[h].Head >= 0 && clause.IsNoun(d, d.Tokens[h].Head); steps++ {
		h = d.Tokens[h].Head
	}
	return place{min(m.First, h), max(m.Last, h), h, clauseOf(d, h)}, true
}

// to returns the relation of token i to the mention.
func (p place) to(d *language.Document, i int) relation {
	// The phrase that i belongs to, as in "a seasoned diplomat" from seasoned.
	j := i
	for range 6 {
		switch {
		case j == p.head || p.isSame(d, j):
			return describes
		case d.Tokens[j].Head == p.head && d.Is(j, "acl") && clause.IsVerb(d, j):
			if clause.Passive(d, j) || d.Tokens[j].Tag == "VBN" {
				return undergoes
			}
			return does
		case d.Tokens[p.head].Head == j && d.Is(p.head, "nmod:poss"):
			return possesses
		case d.Tokens[p.head].Head == j && d.Is(p.head, "nmod", "obj", "iobj", "obl", "nsubj:pass") && !d.Is(p.head, "obl:tmod"):
			return undergoes
		}
		if d.Is(j, "conj") && d.Child(j, "nsubj") >= 0 {
			break // a clause of its own: "Biden is honest and Trump is not"
		}
		if d.Tokens[j].Head < 0 || !d.Is(j, "amod", "compound", "advmod", "conj") || clause.IsVerb(d, j) && !d.Is(j, "amod") {
			break
		}
		j = d.Tokens[j].Head
	}
	v := clauseOf(d, j)
	if s := clause.Subject(d, v); s >= 0 && s >= p.first && s <= p.last {
		switch {
		case j != v:
			return handles
		case !clause.IsVerb(d, v):
			return describes
		case clause.Passive(d, v):
			return undergoes
		}
		return does
	}
	if v == p.clause {
		return nearby
	}
	return faraway
}

// isSame reports whether noun or adjective j says what the mention is.
func (p place) isSame(d *language.Document, j int) bool {
	switch {
	case d.Tokens[j].Head == p.head && d.Is(j, "appos", "amod", "compound", "nmod:desc"):
		return true
	case d.Tokens[p.head].Head != j:
		return false
	}
	return d.Is(p.head, "appos", "compound", "flat") || d.Is(p.head, "nsubj") && !clause.IsVerb(d, j)
}
