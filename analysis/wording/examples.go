package wording

import (
	"slices"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/lexicons"
)

// Fires reports whether a word of group g, one of those that f was made from,
// stands in d where the group's conditions hold, outside names. It is for testing
// a group by its own examples; Find may still join the word to another's phrase.
func (f *Finder) Fires(d *language.Document, index *actors.Index, g *lexicons.WordGroup) bool {
	return fires(f.words, d, index, func(says *lexicons.WordGroup) bool { return says.File == g.File && slices.Equal(says.Words, g.Words) },
		func(first, last int) bool { return inName(d, index, first, last) })
}

// fires reports whether m finds in d what is wanted where it is not barred.
func fires[T any](m *matcher[T], d *language.Document, index *actors.Index, wanted func(T) bool, barred func(first, last int) bool) bool {
	for i := range d.Tokens {
		for _, x := range m.at(d, index, i) {
			if wanted(x.says) && !barred(x.first, x.last) {
				return true
			}
		}
	}
	return false
}
