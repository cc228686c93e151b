package wording

import (
	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/lexicons"
)

// Fires reports whether a word of group g stands in d where the group's conditions
// hold, outside names. It is for testing a group by its own examples, and by itself:
// among all groups another may hold a longer phrase for the same words.
func Fires(g *lexicons.WordGroup, sets map[string][]string, d *language.Document, index *actors.Index) bool {
	m := newMatcher[*lexicons.WordGroup](sets)
	for _, w := range g.Words {
		m.add(w, sets, &g.Conditions, g)
	}
	for i := range d.Tokens {
		for _, x := range m.at(d, index, i) {
			if !inName(d, index, x.first, x.last) {
				return true
			}
		}
	}
	return false
}
