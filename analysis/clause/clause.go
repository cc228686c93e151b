// Package clause reads off the tree of a sentence what a predicate says of
// whom: its subject and object, active or passive, also where the grammar only
// implies them; how a fact is told; and the extent of noun phrases. It knows
// words only as grammar, never what they mean.
//
// Trees are made by a machine and are wrong in one relation of ten. Where the
// order of words decides cheaply, it stands in for a relation that is missing.
package clause

import (
	"strings"

	"slant/analysis/language"
)

// maxSteps bounds every climb towards the root of a tree.
const maxSteps = 6

// IsVerb reports whether token i is tagged as a verb form.
func IsVerb(d *language.Document, i int) bool { return strings.HasPrefix(d.Tokens[i].Tag, "VB") }

// IsNoun reports whether token i is tagged as a noun or name.
func IsNoun(d *language.Document, i int) bool { return strings.HasPrefix(d.Tokens[i].Tag, "NN") }

// finite reports whether token i is a verb form that has a subject of its own.
func finite(d *language.Document, i int) bool {
	switch d.Tokens[i].Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// Passive reports whether the verb v is passive: with an auxiliary, as a
// participle after or before its noun, or coordinated with a passive.
func Passive(d *language.Document, v int) bool {
	for steps := 0; steps < maxSteps; steps++ {
		if d.Child(v, "aux:pass", "nsubj:pass", "obl:agent") >= 0 {
			return true
		}
		switch d.Tokens[v].Tag {
		case "VBN":
		case "VBD":
			// A participle that the tagger took for a past tense: "hostages kidnapped by rebels".
			if d.Is(v, "acl:") && d.Child(v, "nsubj", "obj") < 0 && FirstPhrase(d, v) < 0 {
				return true
			}
			return d.Child(v, "nsubj", "obj") < 0 && v+1 < len(d.Tokens) && d.Tokens[v+1].Lower == "by"
		case "JJ":
			return d.Is(v, "amod") && strings.HasSuffix(d.Tokens[v].Lower, "ed")
		default:
			return false
		}
		perfect := false
		for _, c := range d.Children(v) {
			switch {
			case d.Is(c, "cop") && d.Tokens[c].Lemma == "be" && participles[d.Tokens[v].Lower]:
				return true // "was sung", with a copula in the tree
			case !d.Is(c, "aux"):
			case d.Tokens[c].Lemma == "be" || d.Tokens[c].Lemma == "get":
				return true
			case d.Tokens[c].Lemma == "have" || d.Tokens[c].Lower == "'ve" || d.Tokens[c].Lower == "'d":
				perfect = true
			}
		}
		switch {
		case perfect:
			return false
		case d.Is(v, "acl", "amod", "advcl"):
			return d.Child(v, "nsubj:") < 0
		case d.Is(v, "root", "dep"):
			return d.Child(v, "nsubj:", "obj") < 0 && FirstPhrase(d, v) < 0
		case d.Is(v, "conj") && d.Tokens[v].Head >= 0 && d.Child(v, "nsubj") < 0 && IsVerb(d, d.Tokens[v].Head):
			v = d.Tokens[v].Head
		case d.Is(v, "xcomp", "ccomp"):
			return d.Child(v, "obj") < 0 // "got arrested", "had him arrested"
		default:
			return d.Child(v, "obj") < 0
		}
	}
	return false
}
