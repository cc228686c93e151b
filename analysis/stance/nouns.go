package stance

import (
	"slices"
	"strings"

	"slant/analysis/clause"
	"slant/lexicons"
)

// violent reports whether token i tells of violence done: an act, and no word
// about somebody, as "attack" may also be.
func (f *finder) violent(i int) bool {
	for _, e := range f.acts[i] {
		if e.Class == "harm" && e.PatientEffect >= 0.3 {
			return true
		}
	}
	return false
}

// noun looks for a stance in the noun at token i: "support for X".
func (f *finder) noun(i int) {
	d := f.d
	if f.violent(i) {
		return
	}
	for _, g := range f.nouns[d.Tokens[i].Lemma] {
		if !f.modified(g, i) {
			continue
		}
		before := len(f.found)
		if g.Construction == "subject" {
			f.predicate(g, i)
		} else {
			f.relation(g, i)
		}
		if len(f.found) > before {
			return
		}
	}
}

// modified reports whether the modifiers of the noun at token i are as the
// group wants them.
func (f *finder) modified(g *lexicons.StanceGroup, i int) bool {
	found := len(g.Modifiers) == 0
	if h := f.d.Tokens[i].Head; h > i && f.d.Is(i, "nsubj") && slices.Contains(g.Modifiers, f.modifier(h)) {
		found = true // "ties between X and Y are strong"
	}
	for _, c := range f.d.Children(i) {
		if c > i || !f.d.Is(c, "amod", "compound", "nmod", "acl") {
			continue
		}
		word := f.modifier(c)
		if slices.Contains(g.NotModifiers, word) {
			return false
		}
		found = found || slices.Contains(g.Modifiers, word)
	}
	return found
}

// modifier returns the modifier with head c in lower case, with what a hyphen
// ties to it: "long-standing".
func (f *finder) modifier(c int) string {
	word := f.d.Tokens[c].Lower
	for i := c - 1; i > 0 && f.d.Tokens[i].Lower == "-" && f.d.Tokens[i].Start == f.d.Tokens[i-1].End; i -= 2 {
		word = f.d.Tokens[i-1].Lower + "-" + word
	}
	return word
}

// predicate reads "X is a threat", said by whoever speaks.
func (f *finder) predicate(g *lexicons.StanceGroup, i int) {
	s := f.d.Child(i, "nsubj")
	if s < 0 || f.d.Child(i, "cop") < 0 {
		return
	}
	source := party{Outlet, "the outlet"}
	if v := f.speakers.At(i); v.Kind != "outlet" {
		source = party{v.Actor, "who speaks"}
	}
	f.between(claim{group: g, predicate: i, cue: [2]int{i, i}}, []party{source}, f.targets(s))
}

// relation reads a noun with its target after a preposition. Its source is whose
// it is, what it is said of, or who gives, has or voices it.
func (f *finder) relation(g *lexicons.StanceGroup, i int) {
	d := f.d
	c := claim{group: g, predicate: i, cue: f.nounCue(g, i)}
	prepositions := strings.Split(g.Construction, "|")
	target, preposition := -1, ""
	for _, p := range prepositions {
		if h := clause.Oblique(d, i, p); h > i {
			target, preposition = h, p
			break
		}
	}
	if target < 0 && i+1 < len(d.Tokens) && slices.Contains(prepositions, d.Tokens[i+1].Lower) {
		target, preposition = f.following(i+1), d.Tokens[i+1].Lower
	}
	if v := f.governor(i); v >= 0 {
		c.predicate = v
	}
	switch {
	case preposition == "between":
		f.between(c, f.targets(target), f.targets(target))
	case target >= 0:
		f.between(c, f.owners(i, target), f.targets(target))
	case g.Reciprocal && d.Is(i, "obj"):
		f.each(g, d.Tokens[i].Head, c.cue)
	}
}

// nounCue returns the tokens of a noun's cue: with the modifier that its group
// asks for ("long-standing ties").
func (f *finder) nounCue(g *lexicons.StanceGroup, i int) [2]int {
	first := i
	for _, c := range f.d.Children(i) {
		if c < first && i-c < 6 && slices.Contains(g.Modifiers, f.modifier(c)) {
			first, _ = f.d.Subtree(c)
		}
	}
	return [2]int{first, i}
}

// governor returns the verb that the noun at token i is the object of, -1 when
// there is none.
func (f *finder) governor(i int) int {
	if h := f.d.Tokens[i].Head; h >= 0 && clause.IsVerb(f.d, h) && f.d.Is(i, "obj", "nsubj:pass") {
		return h
	}
	return -1
}

// owners returns whose the stance in the noun at token i is.
func (f *finder) owners(i, target int) []party {
	d := f.d
	for _, c := range d.Children(i) {
		switch {
		case c == target:
		case d.Is(c, "nmod:poss"):
			if v := f.governor(i); d.Tokens[c].Tag == "PRP$" && f.meant(c) == "" && v >= 0 {
				c = clause.Subject(d, v) // "renewed its condemnation"
			}
			return f.holders(c, i)
		case c < i && d.Is(c, "amod", "compound") && f.index.Of(c, c) != "":
			return []party{{f.index.Of(c, c), f.text(c)}}
		}
	}
	if h := clause.Oblique(d, i, "by", "from"); h >= 0 && h != target {
		return f.holders(h, i)
	}
	if s := d.Child(i, "nsubj"); s >= 0 {
		return f.holders(clause.Subject(d, i), i) // X is a critic of Y
	}
	if d.Is(i, "appos") {
		return f.holders(d.Tokens[i].Head, i) // X, a critic of Y
	}
	if v := f.governor(i); v >= 0 {
		if clause.Passive(d, v) {
			return f.holders(clause.Agent(d, v), i)
		}
		return f.holders(clause.Subject(d, v), i)
	}
	if h := d.Tokens[i].Head; h >= 0 && d.Is(i, "xcomp", "obl", "conj") && clause.IsVerb(d, h) {
		if o := d.Child(h, "obj"); o >= 0 && o < i {
			return f.holders(o, i) // described X as a threat to Y
		}
		return f.holders(clause.Subject(d, h), i) // X remains a friend of Y
	}
	return []party{f.source(-1, i)}
}

// adjective looks for a stance in the adjective at token i: "critical of X".
func (f *finder) adjective(i int) {
	d := f.d
	for _, word := range []string{d.Tokens[i].Lower, d.Tokens[i].Lemma} {
		for _, g := range f.adjectives[word] {
			for _, p := range strings.Split(g.Construction, "|") {
				target := clause.Oblique(d, i, p)
				if target < i {
					target = -1
				}
				if target < 0 && i+1 < len(d.Tokens) && d.Tokens[i+1].Lower == p {
					target = f.following(i + 1)
				}
				if target < 0 {
					continue
				}
				f.between(claim{group: g, predicate: i, cue: [2]int{i, i}}, f.holders(f.described(i), i), f.targets(target))
				return
			}
		}
	}
}

// described returns the head of what the adjective at token i is said of.
func (f *finder) described(i int) int {
	d := f.d
	if s := d.Child(i, "nsubj"); s >= 0 {
		return clause.Subject(d, i)
	}
	h := d.Tokens[i].Head
	switch {
	case h < 0:
		return -1
	case d.Is(i, "amod", "acl") && clause.IsNoun(d, h):
		return h
	case d.Is(i, "xcomp", "conj", "advcl"):
		return clause.Subject(d, h)
	}
	return -1
}
