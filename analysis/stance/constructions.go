package stance

import (
	"slices"
	"strings"

	"slant/analysis/clause"
	"slant/lexicons"
)

// verb looks for a stance in the verb at token i. Of several entries the
// longest phrase tells; entries of other constructions may tell besides.
func (f *finder) verb(i int) {
	if f.taken[i] || f.violent(i) {
		return
	}
	longest := 0
	for k := range f.verbs[f.d.Tokens[i].Lemma] {
		v := &f.verbs[f.d.Tokens[i].Lemma][k]
		if len(v.Words) < longest {
			return
		}
		at := v.Match(f.d, i)
		if at == nil || f.d.Is(i, "aux") {
			continue
		}
		before := len(f.found)
		switch v.Construction {
		case "clause":
			f.intent(v, i, at)
		case "complement":
			f.naming(v, i)
		case "each":
			f.each(v.StanceGroup, clause.Predicate(f.d, i), [2]int{i, at[len(at)-1]})
		default:
			f.object(v, i, at)
		}
		if len(f.found) > before {
			longest = len(v.Words)
			for _, j := range at {
				f.taken[j] = true
			}
		}
	}
}

// object reads "condemn X", "side with X", "X was condemned by Y".
func (f *finder) object(v *verb, i int, at []int) {
	d := f.d
	predicate := clause.Predicate(d, i)
	c := claim{group: v.StanceGroup, predicate: predicate, cue: [2]int{i, at[len(at)-1]}}
	source, target := clause.Subject(d, predicate), -1
	passive := clause.Passive(d, i) && v.Words[0] != "be"
	switch {
	case passive && v.Preposition() == "":
		source, target = clause.Agent(d, i), source
		if target < 0 && d.Is(i, "amod") {
			target = d.Tokens[i].Head
		}
		if source < 0 {
			return // nobody is said to hold it
		}
	case v.Preposition() != "":
		target = f.following(at[len(at)-1])
		if passive {
			source = clause.Agent(d, i)
		}
	default:
		if target = clause.Object(d, i); slices.Contains(at, target) {
			target = -1
			for _, k := range d.Children(i) {
				if d.Is(k, "obj", "iobj") && !slices.Contains(at, k) {
					target = k
				}
			}
		}
	}
	if len(at) == 1 {
		c.cue[1] = i
	}
	if target < 0 || slices.Contains(v.NotObjects, d.Tokens[target].Lemma) {
		if target < 0 && v.Reciprocal {
			f.each(v.StanceGroup, predicate, c.cue)
		}
		return
	}
	f.between(c, f.holders(source, i), f.targets(target))
}

// holders returns the sources of head h and those coordinated with it.
func (f *finder) holders(h, i int) (out []party) {
	if h < 0 {
		return []party{f.source(h, i)}
	}
	for _, c := range clause.Coordinated(f.d, h) {
		s := f.source(c, i)
		if s.actor != "" && !slices.ContainsFunc(out, func(p party) bool { return p.actor == s.actor }) {
			out = append(out, s)
		}
	}
	return out
}

// between adds the stance of every source towards every target.
func (f *finder) between(c claim, sources, targets []party) {
	for _, s := range sources {
		for _, t := range targets {
			c.source, c.target = s, t
			f.add(c)
		}
	}
}

// following returns the head of the phrase that the preposition p introduces.
func (f *finder) following(p int) int {
	if h := f.d.Tokens[p].Head; h > p && f.d.Is(p, "case") {
		return h
	}
	return clause.FirstPhrase(f.d, p)
}

// each reads "X and Y trade insults": each stands so towards each other.
func (f *finder) each(g *lexicons.StanceGroup, predicate int, cue [2]int) {
	s := clause.Subject(f.d, predicate)
	if s < 0 {
		return
	}
	parties := f.targets(s)
	if len(parties) > 1 {
		f.between(claim{group: g, predicate: predicate, cue: cue}, parties, parties)
	}
}

// intent reads "vowed to destroy X", "called for the release of X": whether for
// or against its patient is in the act.
func (f *finder) intent(v *verb, i int, at []int) {
	d := f.d
	predicate := clause.Predicate(d, i)
	last := at[len(at)-1]
	if v.Words[0] == "be" && len(at) > 1 {
		predicate = last
	}
	acts := f.actsUnder(last)
	if last != predicate {
		acts = append(acts, f.actsUnder(predicate)...)
	}
	if v.Preposition() != "" {
		acts = append(acts, f.acts[f.following(last)]...)
	}
	source := f.source(clause.Subject(d, predicate), i)
	for _, e := range acts {
		if e.Patient == "" || e.Agent != "" && e.Agent != source.actor && v.Preposition() == "" {
			continue
		}
		sign := -1.0
		if e.Class == "help" {
			sign = 1
		}
		f.add(claim{
			group: v.StanceGroup, predicate: predicate, cue: [2]int{i, max(last, min(e.Predicate, last+4))},
			source: source, target: party{e.Patient, d.Text(e.Span)}, sign: sign,
		})
	}
}

// naming reads "call X a killer", "X is regarded by Y as an enemy".
func (f *finder) naming(v *verb, i int) {
	d := f.d
	name := f.complement(v.StanceGroup, i)
	if name < 0 {
		return
	}
	source, target := clause.Subject(d, i), -1
	if clause.Passive(d, i) {
		source, target = clause.Agent(d, i), source
		if source < 0 {
			return
		}
	} else {
		target = clause.Object(d, i)
		if target >= name-1 && target <= name {
			target = f.namedBefore(i, name)
		}
	}
	if target < 0 {
		return
	}
	f.between(claim{group: v.StanceGroup, predicate: i, cue: [2]int{i, i}}, f.holders(source, i), f.targets(target))
}

// namedBefore returns the head of the first phrase between verb i and the name
// that it gives, for trees that make one phrase of both.
func (f *finder) namedBefore(i, name int) int {
	for j := i + 1; j < name; j++ {
		if f.index.At(j) >= 0 {
			return j
		}
	}
	return -1
}

// reachOfName is how many words after its verb a name may stand.
const reachOfName = 14

// complement returns the last token of one of the group's complements that the
// verb at token i gives as a name, -1 when it gives none.
func (f *finder) complement(g *lexicons.StanceGroup, i int) int {
	d := f.d
	for j := i + 1; j < len(d.Tokens) && j <= i+reachOfName && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j++ {
		switch d.Tokens[j].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return -1
		}
		if d.Tokens[j].Lower == "," || d.Tokens[j].Lower == ":" || d.Tokens[j].Lower == ";" {
			return -1
		}
		for _, c := range g.Complements {
			words := strings.Fields(c)
			if j+len(words) > len(d.Tokens) {
				continue
			}
			match := true
			for k, w := range words {
				if t := &d.Tokens[j+k]; t.Lemma != w && t.Lower != w {
					match = false
				}
			}
			// It must be the name itself, not a part of the target: "call the enemy's leader".
			if last := j + len(words) - 1; match && j > i+1 && !d.Is(last, "nmod:poss", "compound", "amod", "nsubj") || match && d.Is(last, "amod") && f.isPredicate(last, i) {
				return last
			}
		}
	}
	return -1
}

// isPredicate reports whether the adjective at token k modifies the name that
// the verb at token i gives: "called him a dangerous man".
func (f *finder) isPredicate(k, i int) bool {
	h := f.d.Tokens[k].Head
	return h > k && f.d.Is(h, "xcomp", "obl") && f.d.Tokens[h].Head == i
}

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
