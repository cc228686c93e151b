package events

import (
	"maps"
	"slices"

	"slant/analysis/clause"
	"slant/lexicons"
)

// A Detector finds events. It is built once and safe for concurrent use.
type Detector struct {
	verbs      map[string][]verb // by first word, longest phrase first
	nouns      map[string][]noun // by last word, longest compound first
	adjectives map[string][]noun // by the adjective
	sets       map[string]set
	agents     supports // launch an attack
	objects    supports // suffer an attack
	wars       *wars
}

// A verb is an entry that tells of an event in a verb.
type verb struct {
	*lexicons.EventGroup
	clause.Pattern
	lemma        string
	intransitive bool
}

// A noun is an entry that tells of an event in a noun.
type noun struct {
	*lexicons.EventGroup
	words []string
	lemma string
}

// A set is nouns that conditions name, and types of actor that belong to them.
type set struct {
	words, types map[string]bool
}

// supports are verbs that lend a noun their subject, by first word.
type supports map[string][]clause.Pattern

// NewDetector compiles the lexicon of events. Where a predicate stands in
// several groups, the first whose conditions hold tells. Conflicts say whose
// victims those are of whom the text names only who did it.
func NewDetector(groups []lexicons.EventGroup, sets map[string]lexicons.NounSet, conflicts ...lexicons.Conflict) *Detector {
	det := &Detector{verbs: map[string][]verb{}, nouns: map[string][]noun{}, adjectives: map[string][]noun{}, sets: map[string]set{}, wars: newWars(conflicts)}
	for i := range groups {
		g := &groups[i]
		for k, entry := range slices.Concat(g.Verbs, g.Intransitive) {
			p := clause.NewPattern(entry)
			det.verbs[p.Words[0]] = append(det.verbs[p.Words[0]], verb{g, p, p.String(), k >= len(g.Verbs)})
		}
		for _, n := range slices.Sorted(maps.Keys(g.Nouns)) {
			words := clause.Words(n)
			last := words[len(words)-1]
			det.nouns[last] = append(det.nouns[last], noun{g, words, g.Nouns[n]})
		}
		for _, a := range slices.Sorted(maps.Keys(g.Adjectives)) {
			det.adjectives[a] = append(det.adjectives[a], noun{g, []string{a}, g.Adjectives[a]})
		}
	}
	for _, list := range det.verbs {
		slices.SortStableFunc(list, func(a, b verb) int { return len(b.Words) - len(a.Words) })
	}
	for _, list := range det.nouns {
		slices.SortStableFunc(list, func(a, b noun) int { return len(b.words) - len(a.words) })
	}
	for name, s := range sets {
		det.sets[name] = set{lookup(s.Words), lookup(s.Types)}
	}
	det.agents = newSupports(sets["support_agent"].Words)
	det.objects = newSupports(sets["support_patient"].Words)
	return det
}

func newSupports(entries []string) supports {
	s := supports{}
	for _, e := range entries {
		p := clause.NewPattern(e)
		s[p.Words[0]] = append(s[p.Words[0]], p)
	}
	return s
}

func lookup(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
