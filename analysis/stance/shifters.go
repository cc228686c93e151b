package stance

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/language"
)

// A turn is what the words around a word of good or bad do to it.
type turn int

// Turns.
const (
	straight turn = iota
	notSo         // told as not so: "not a tyrant", "failed to win", "lacks support"
	turned        // governed by a word of resistance or clearance: "fought corruption", "acquitted of fraud"
	conceded      // granted before something else is said: "despite the scandal"
)

var (
	// absence lists words under which what they govern is not there or goes away.
	absence = set("lack lose forfeit forgo squander deprive strip absence loss shortage dearth scarcity erosion")
	// clearance lists words that free somebody of what follows with "of" or "from".
	clearance = set("acquit clear exonerate absolve exculpate free rid cleanse save spare rescue protect shield acquittal exoneration protection")
	// resistance lists words of acting against what they govern.
	resistance = set(`fight combat tackle end battle eradicate curb reduce counter confront resist eliminate abolish stem halt overcome defeat
		survive relieve ease alleviate remedy heal cure solve resolve contain quell quash mitigate outlaw struggle campaign crackdown war`)
	// concessions begin what is granted.
	concessions = set("despite notwithstanding")
)

func set(s string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(s) {
		words[w] = true
	}
	return words
}

// turnAt returns what is done to the word at token i.
func turnAt(d *language.Document, i int) turn {
	if negated(d, i) {
		return notSo
	}
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if clause.IsNoun(d, i) || d.Tokens[i].Tag == "VBG" {
			for _, c := range d.Children(i) {
				if d.Is(c, "case", "mark") && concessions[d.Tokens[c].Lower] {
					return conceded
				}
			}
		}
		h := d.Tokens[i].Head
		if h < 0 {
			break
		}
		if lemma := d.Tokens[h].Lemma; governs(d, h, i) {
			by := turned
			switch {
			case absence[lemma] && !d.Is(i, "obl"):
				by = notSo
			case clearance[lemma] && d.Is(i, "obl", "nmod") && preposed(d, i, "of", "from"):
			case resistance[lemma]:
			default:
				by = straight
			}
			if by != straight {
				if negated(d, h) {
					return straight // "does not lack support"
				}
				return by
			}
		}
		if !d.Is(i, "amod", "compound", "conj", "nmod") {
			break
		}
		i = h
	}
	return straight
}

// governs reports whether i is what h acts on.
func governs(d *language.Document, h, i int) bool {
	switch {
	case d.Is(i, "obj", "nsubj:pass"):
		return true
	case d.Is(i, "obl", "nmod"):
		return preposed(d, i, "of", "from", "against", "on", "in")
	}
	return false
}

// preposed reports whether one of the prepositions stands before noun i.
func preposed(d *language.Document, i int, prepositions ...string) bool {
	c := d.Child(i, "case")
	if c < 0 {
		return false
	}
	for _, p := range prepositions {
		if d.Tokens[c].Lower == p {
			return true
		}
	}
	return false
}
