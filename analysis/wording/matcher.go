package wording

import (
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/language"
	"slant/lexicons"
)

// An entry is a word, phrase or pattern of a list, with what the list says of it.
type entry[T any] struct {
	pattern []place
	text    string // as its list writes it
	stem    bool   // whether its first word stands for all that begin so
	when    *lexicons.Conditions
	says    T
}

// A place is an element of a pattern, with its words as a set when they are many
// and each stands for itself.
type place struct {
	lexicons.Element
	any map[string]bool
}

// many is from how many words on a set finds one faster than a look at each.
const many = 6

func places(p lexicons.Pattern) []place {
	ps := make([]place, len(p))
	for i, e := range p {
		ps[i].Element = e
		if len(e.Words) >= many && !slices.ContainsFunc(e.Words, func(w string) bool { return w[0] == '@' || strings.HasSuffix(w, "*") }) {
			ps[i].any = set(e.Words)
		}
	}
	return ps
}

// A match is where an entry stands in a text: its tokens from first to last. Of
// "lined their own pockets" the pattern line obj:pocket matches all.
type match[T any] struct {
	*entry[T]
	first, last int
}

// A matcher finds entries in one pass over the tokens, whatever their number:
// each token is looked up by its lemma and its form.
type matcher[T any] struct {
	first  map[string][]*entry[T] // by first word, the longest pattern first
	prefix map[string][]*entry[T] // by the lexicons.MinPrefix bytes that a first word with * begins with
	sets   map[string]map[string]bool
}

func newMatcher[T any](sets map[string][]string) *matcher[T] {
	m := &matcher[T]{first: map[string][]*entry[T]{}, prefix: map[string][]*entry[T]{}, sets: map[string]map[string]bool{}}
	for name, words := range sets {
		m.sets[name] = set(words)
	}
	return m
}

// add takes in a word of a list that was checked when it was read.
func (m *matcher[T]) add(text string, sets map[string][]string, when *lexicons.Conditions, says T) {
	patterns, _ := lexicons.Patterns(text, sets)
	for _, p := range patterns {
		e := &entry[T]{pattern: places(p), text: text, when: when, says: says}
		for _, w := range p[0].Words {
			index, key := m.first, w
			if stem, ok := strings.CutSuffix(w, "*"); ok {
				index, key, e.stem = m.prefix, stem[:lexicons.MinPrefix], true
			}
			at := index[key]
			k := len(at)
			for k > 0 && len(at[k-1].pattern) < len(p) {
				k--
			}
			index[key] = slices.Insert(at, k, e)
		}
	}
}

func set(words []string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// at returns the longest matches that begin at token i and may stand there: one
// for each entry of that length.
func (m *matcher[T]) at(d *language.Document, index *actors.Index, i int) (found []match[T]) {
	t := &d.Tokens[i]
	try := func(entries []*entry[T]) {
		for _, e := range entries {
			if len(found) > 0 && fixed(e.pattern) && len(e.pattern) <= found[0].last-i {
				break
			}
			if x, ok := m.match(d, index, i, e); ok {
				if len(found) > 0 && x.last > found[0].last {
					found = found[:0]
				}
				if len(found) == 0 || x.last == found[0].last {
					found = append(found, x)
				}
			}
		}
	}
	try(m.first[t.Lower]) // before its lemma: rigged says more than rig
	if len(found) == 0 && t.Lemma != t.Lower {
		try(m.first[t.Lemma])
	}
	if len(found) == 0 && len(m.prefix) > 0 && len(t.Lower) >= lexicons.MinPrefix {
		try(m.prefix[t.Lower[:lexicons.MinPrefix]])
	}
	return found
}

// fixed reports whether a pattern matches as many tokens as it has elements.
func fixed(p []place) bool {
	return !slices.ContainsFunc(p, func(e place) bool { return e.Gap > 0 || e.Relation != "" })
}

func (m *matcher[T]) match(d *language.Document, index *actors.Index, i int, e *entry[T]) (match[T], bool) {
	x := match[T]{e, i, -1}
	if !strings.HasPrefix(d.Tokens[i].Tag, e.pattern[0].Tag) || e.stem && !m.fits(d, index, i, &e.pattern[0]) {
		return x, false // that the first word is the entry's, its index has told
	}
	x.last = m.rest(d, index, i, i, e.pattern[1:])
	return x, x.last >= 0 && m.holds(d, index, x)
}

// rest returns the last token of those that match elements after token at, the
// first of the pattern being token i; -1 when they do not match.
func (m *matcher[T]) rest(d *language.Document, index *actors.Index, i, at int, elements []place) int {
	if len(elements) == 0 {
		return at
	}
	e := &elements[0]
	if e.Relation != "" {
		for _, c := range d.Children(i) {
			if d.Is(c, e.Relation) && m.fits(d, index, c, e) {
				return m.rest(d, index, i, max(at, c), elements[1:])
			}
		}
		return -1
	}
	end := d.Sentences[d.Tokens[i].Sentence].Last
	for j := at + 1; j < end && j <= at+1+e.Gap; j++ {
		if m.fits(d, index, j, e) {
			if last := m.rest(d, index, i, j, elements[1:]); last >= 0 {
				return last
			}
		}
	}
	if e.Optional {
		return m.rest(d, index, i, at, elements[1:])
	}
	return -1
}

// fits reports whether token i is what an element asks for.
func (m *matcher[T]) fits(d *language.Document, index *actors.Index, i int, e *place) bool {
	t := &d.Tokens[i]
	if e.Tag != "" && !strings.HasPrefix(t.Tag, e.Tag) {
		return false
	}
	if len(e.Words) == 0 {
		return true
	}
	if e.any != nil {
		return e.any[t.Lower] || e.any[t.Lemma]
	}
	return slices.ContainsFunc(e.Words, func(w string) bool { return m.same(d, index, i, w) })
}

// same reports whether token i is a word of a condition or pattern.
func (m *matcher[T]) same(d *language.Document, index *actors.Index, i int, w string) bool {
	t := &d.Tokens[i]
	switch w[0] {
	case '$':
		s := m.sets[w[1:]]
		return s[t.Lemma] || s[t.Lower]
	case '@':
		return index.At(i) >= 0
	}
	if stem, ok := strings.CutSuffix(w, "*"); ok && stem != "" {
		return strings.HasPrefix(t.Lower, stem)
	}
	return w == t.Lemma || w == t.Lower
}

// in reports whether a token is among words; no token is.
func (m *matcher[T]) in(d *language.Document, index *actors.Index, i int, words []string) bool {
	return i >= 0 && slices.ContainsFunc(words, func(w string) bool { return m.same(d, index, i, w) })
}

// holds reports whether the conditions of a match hold where it stands.
func (m *matcher[T]) holds(d *language.Document, index *actors.Index, x match[T]) bool {
	c := x.when
	if !tagged(d, x.last, c.Tag) && !misread(d, x.first, x.last, c.Tag) {
		return false
	}
	if len(c.NotBefore) > 0 && x.last+1 < len(d.Tokens) && m.in(d, index, x.last+1, c.NotBefore) {
		return false
	}
	if len(c.NotAfter) > 0 && m.in(d, index, x.first-1, c.NotAfter) {
		return false
	}
	if len(c.Relations) > 0 && !d.Is(phraseHead(d, x.first, x.last), c.Relations...) {
		return false
	}
	if !m.argument(d, index, x, clause.Subject, c.Subjects, c.NotSubjects) || !m.argument(d, index, x, clause.Object, c.Objects, c.NotObjects) {
		return false
	}
	if len(c.Heads) == 0 && len(c.NotHeads) == 0 {
		return true
	}
	heads := headsOf(d, x.first, x.last)
	among := func(words []string) bool {
		return slices.ContainsFunc(heads, func(h int) bool { return m.in(d, index, h, words) })
	}
	return (len(c.NotHeads) == 0 || !among(c.NotHeads)) && (len(c.Heads) == 0 || among(c.Heads))
}

// argument reports whether the subject or object of a verb is among wanted, if
// any are, and not among unwanted.
func (m *matcher[T]) argument(d *language.Document, index *actors.Index, x match[T], of func(*language.Document, int) int, wanted, unwanted []string) bool {
	if len(wanted) == 0 && len(unwanted) == 0 {
		return true
	}
	a := of(d, phraseHead(d, x.first, x.last))
	return (len(wanted) == 0 || m.in(d, index, a, wanted)) && !m.in(d, index, a, unwanted)
}

// misread reports whether the last word of a phrase of nouns was taken for the
// infinitive that it is spelt like ("a power grab"): a noun right before it is its
// modifier, since an infinitive follows "to", a modal or an object.
func misread(d *language.Document, first, last int, want string) bool {
	return want == "NN" && last > first && d.Tokens[last].Tag == "VB" && strings.HasPrefix(d.Tokens[last-1].Tag, "NN") && !d.Is(last, "xcomp", "ccomp")
}

// tagged reports whether the Penn tag of token i is of the kind that a group asks
// for. An adjective may be tagged as the participle that it comes from, or, before
// a noun, as a noun.
func tagged(d *language.Document, i int, want string) bool {
	tag := d.Tokens[i].Tag
	return want == "" || strings.HasPrefix(tag, want) ||
		want == "JJ" && (tag == "VBN" || tag == "VBG" || tag == "NN" && d.Is(i, "compound"))
}
