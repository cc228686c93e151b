package clause

import "slant/analysis/language"

// NounPhrase returns the first and last token of the noun phrase with head h,
// without what follows the head: neither relative clauses nor phrases with a
// preposition belong to it.
func NounPhrase(d *language.Document, h int) (first, last int) {
	first, last = h, h
	for _, c := range d.Children(h) {
		switch {
		case c < h && d.Is(c, "det", "amod", "compound", "nummod", "nmod:poss", "flat", "goeswith", "advmod", "nmod:npmod", "nmod:desc"):
			lo, _ := d.Subtree(c)
			first = min(first, lo)
		case c > h && d.Is(c, "flat", "goeswith", "compound"):
			_, hi := d.Subtree(c)
			last = max(last, hi)
		}
	}
	return first, last
}

// Coordinated returns h and the heads of the phrases coordinated with it:
// "Moscow and Tehran" from Moscow.
//
// A single one after a comma is left out: it is more often a new clause or a
// wrong tree ("Hamas, which is at war with Israel, and Iran").
func Coordinated(d *language.Document, h int) []int {
	heads := []int{h}
	for _, c := range d.Children(h) {
		if c == h+1 && d.Is(c, "appos", "flat", "nmod") && d.Tokens[c].Tag == "NNP" {
			for _, e := range d.Children(c) { // "adviser Ann Li and minister Bo Ek", by the name
				if d.Is(e, "conj") && !IsVerb(d, e) {
					heads = append(heads, e)
				}
			}
		}
		if !d.Is(c, "conj") || IsVerb(d, c) {
			continue
		}
		heads = append(heads, c)
		for _, e := range d.Children(c) { // chains, as some trees have them
			if d.Is(e, "conj") && !IsVerb(d, e) {
				heads = append(heads, e)
			}
		}
	}
	if len(heads) == 2 {
		if cc := d.Child(heads[1], "cc"); cc > h && d.Tokens[cc-1].Lower == "," {
			return heads[:1]
		}
	}
	return heads
}

// Predicate returns the token whose subject is that of i: the predicate noun or
// adjective when i is its copula, the main verb when i is an auxiliary, else i.
func Predicate(d *language.Document, i int) int {
	if h := d.Tokens[i].Head; h >= 0 && d.Is(i, "cop", "aux") {
		return h
	}
	return i
}
