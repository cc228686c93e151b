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
	if p+1 < len(f.d.Tokens) && clause.IsPreposition(f.d, p+1) {
		return -1 // "those that they work with in Libya"
	}
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
