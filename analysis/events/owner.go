package events

import "slant/analysis/clause"

// larger lists nouns for what a person belongs to more than it to the person.
var larger = map[string]bool{"country": true, "nation": true, "homeland": true, "motherland": true, "fatherland": true, "state": true, "city": true,
	"town": true, "village": true, "party": true, "religion": true, "region": true, "continent": true, "world": true, "neighbourhood": true, "neighborhood": true}

// owner returns the actor whose the thing of head h is: harm to "her campaign" or
// "his home" is done to them. It is "" for people, who are themselves, and for
// what is larger than its owner.
func (f *finder) owner(h int) string {
	d := f.d
	t := &d.Tokens[h]
	if t.Tag != "NN" && t.Tag != "NNS" || f.index.At(h) >= 0 || larger[t.Lemma] || quantities[t.Lemma] {
		return ""
	}
	if f.sets["person"].words[t.Lemma] || f.sets["armed"].words[t.Lemma] {
		return ""
	}
	c := d.Child(h, "nmod:poss")
	if c < 0 {
		c = clause.Oblique(d, h, "of")
	}
	if c < 0 {
		return ""
	}
	if clause.IsNoun(d, c) && f.index.At(c) < 0 {
		return f.ownActor(c) // "her lawyer's home" is not hers
	}
	return f.index.Of(clause.NounPhrase(d, c))
}
