package events

import (
	"slices"

	"slant/analysis/clause"
	"slant/analysis/language"
	"slant/lexicons"
)

// An opposition is one side of a conflict as another side of it sees it.
type opposition struct {
	people  string   // whose people suffer when the side is hit
	members []string // who fights on it
}

// oppositions returns, for every actor of the conflicts, the sides against it.
func oppositions(conflicts []lexicons.Conflict) map[string][]opposition {
	m := map[string][]opposition{}
	for _, c := range conflicts {
		for i, side := range c.Sides {
			for k, other := range c.Sides {
				if i == k {
					continue
				}
				for _, id := range side {
					m[id] = append(m[id], opposition{other[0], other})
				}
			}
		}
	}
	return m
}

// lineage returns an actor and those for whom it acts, the nearest first.
func (f *finder) lineage(id string) []string {
	if id == "" {
		return nil
	}
	return append([]string{id}, f.index.Chain(id)...)
}

// opponent returns whose people the victims of agent are when nothing else says
// so: the one side against it that is named in the sentence, else in the title,
// else in the document; "" when several are, or nobody is known to fight it.
func (f *finder) opponent(agent string, sentence int) string {
	var against []opposition
	for _, id := range f.lineage(agent) {
		if against = f.enemies[id]; len(against) > 0 {
			break
		}
	}
	if len(against) == 0 {
		return f.foe(agent)
	}
	for _, scope := range [...][]string{f.namedIn(sentence), f.namedIn(f.headline()), f.named()} {
		found := ""
		for _, o := range against {
			if !slices.ContainsFunc(o.members, func(id string) bool { return slices.Contains(scope, id) }) {
				continue
			}
			if found != "" && found != o.people {
				found = ""
				break
			}
			found = o.people
		}
		if found != "" {
			return found
		}
	}
	if !slices.ContainsFunc(against, func(o opposition) bool { return o.people != against[0].people }) {
		return against[0].people
	}
	return ""
}

// foe returns the one actor that the document says agent harms or is harmed by,
// for conflicts that no list knows; "" when there are several or none.
func (f *finder) foe(agent string) string {
	if agent == "" {
		return ""
	}
	found := ""
	for _, x := range f.found {
		if x.list.Class != "harm" || x.fact != clause.Asserted {
			continue
		}
		other := ""
		switch a, p := f.agentOf(x), f.actor(x.patient, 0); {
		case a == agent:
			other = p
		case p == agent:
			other = a
		}
		if other == "" || other == agent || f.index.Type(other) == "person" || slices.Contains(f.lineage(other), agent) {
			continue
		}
		if found != "" && found != other {
			return ""
		}
		found = other
	}
	return found
}

// headline returns the sentence of the title, -1 without one.
func (f *finder) headline() int {
	if len(f.d.Sentences) > 0 && f.d.Sentences[0].In == language.Title {
		return 0
	}
	return -1
}

// namedIn returns the actors that a sentence names, with those for whom they
// act, in no order; nil for sentence -1.
func (f *finder) namedIn(sentence int) []string {
	if sentence < 0 {
		return nil
	}
	if names, ok := f.names[sentence]; ok {
		return names
	}
	var names []string
	s := f.d.Sentences[sentence]
	for i, last := s.First, -1; i < s.Last; i++ {
		n := f.index.At(i)
		if n < 0 || n == last {
			continue
		}
		last = n
		for _, id := range f.lineage(f.index.Of(i, i)) {
			if !slices.Contains(names, id) {
				names = append(names, id)
			}
		}
	}
	f.names[sentence] = names
	return names
}

// named returns the actors that the document names, with those for whom they act.
func (f *finder) named() []string {
	if f.all == nil {
		f.all = []string{}
		for s := range f.d.Sentences {
			for _, id := range f.namedIn(s) {
				if !slices.Contains(f.all, id) {
					f.all = append(f.all, id)
				}
			}
		}
	}
	return f.all
}

// warring returns the two sides of the conflict that a sentence, else the title,
// else the document names both sides of, nil when it is none or several.
func (f *finder) warring(sentence int) []string {
	for _, scope := range [...][]string{f.namedIn(sentence), f.namedIn(f.headline()), f.named()} {
		var pairs [][]string
		for _, id := range scope {
			for _, o := range f.enemies[id] {
				own := ""
				for _, back := range f.enemies[o.people] {
					if slices.Contains(back.members, id) {
						own = back.people
					}
				}
				if own == "" || !slices.ContainsFunc(o.members, func(m string) bool { return slices.Contains(scope, m) }) {
					continue
				}
				pair := []string{min(own, o.people), max(own, o.people)}
				if !slices.ContainsFunc(pairs, func(p []string) bool { return slices.Equal(p, pair) }) {
					pairs = append(pairs, pair)
				}
			}
		}
		if len(pairs) == 1 {
			return pairs[0]
		}
		if len(pairs) > 1 {
			return nil
		}
	}
	return nil
}
