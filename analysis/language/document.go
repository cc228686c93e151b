// Package language reads the text of an article as grammar: sentences, tokens
// with byte offsets, part-of-speech tags, lemmas and a dependency tree in
// Universal Dependencies labels. It says what is true of the text whatever one
// thinks of it; what the text does is for the packages to its right.
//
// It is the only package that imports prose.
package language

// Title is the value of Span.In for a span that lies in an article's title.
// A span in the body has an empty In.
const Title = "title"

// A Span is a range of bytes, End exclusive, in the body of an article or, with
// In = Title, in its title, exactly as the input gave them.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	In    string `json:"in,omitempty"`
}

// Overlaps reports whether s and t share a byte of the same field.
func (s Span) Overlaps(t Span) bool {
	return s.In == t.In && s.Start < t.End && t.Start < s.End
}

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool {
	return s.In == t.In && s.Start <= t.Start && t.End <= s.End
}

// Compare orders spans for output: the title before the body, then by start,
// then by end.
func (s Span) Compare(t Span) int {
	if s.In != t.In {
		if s.In == Title {
			return -1
		}
		return 1
	}
	if s.Start != t.Start {
		return s.Start - t.Start
	}
	return s.End - t.End
}

// A Token is a word, number or punctuation mark.
type Token struct {
	Start, End int    // bytes in the field of its sentence
	Word       string // as written, with straight quotes and without soft hyphens
	Lower      string // Word in lower case
	Lemma      string // dictionary form in lower case
	Tag        string // Penn Treebank part of speech
	Head       int    // index in Document.Tokens of the word it depends on, -1 for the root of a sentence
	Relation   string // Universal Dependencies relation to Head, with subtype: "nsubj:pass"; "root" for a root
	Sentence   int    // index in Document.Sentences
}

// A Sentence is the tokens First to Last-1 of its document.
type Sentence struct {
	Span
	First, Last int
	Paragraph   int // number of its paragraph, counted from 0 in each field
}

// A Document is an annotated article. Sentences of the title come before those
// of the body; tokens are in order and do not overlap; excluded text (teasers,
// bylines, …) has none.
type Document struct {
	Title, Body string
	Sentences   []Sentence
	Tokens      []Token
	Quotations  []Quotation // in order of where they begin, an outer one before those within it

	children [][]int // dependents of each token, in order
}

// Text returns the text that s covers, exactly as the input gave it.
func (d *Document) Text(s Span) string {
	if s.In == Title {
		return d.Title[s.Start:s.End]
	}
	return d.Body[s.Start:s.End]
}

// Span returns the span from token first to token last, inclusive. Both must be
// in one field.
func (d *Document) Span(first, last int) Span {
	return Span{d.Tokens[first].Start, d.Tokens[last].End, d.In(first)}
}

// In returns the field that token i lies in: Title or "".
func (d *Document) In(i int) string { return d.Sentences[d.Tokens[i].Sentence].In }

// Children returns the tokens that depend on token i, in order of the text.
func (d *Document) Children(i int) []int { return d.children[i] }

// Child returns the first dependent of token i that stands in one of the given
// relations, or -1. A relation matches itself and its subtypes: "nsubj" finds
// "nsubj:pass" too; "nsubj:" finds exactly "nsubj".
func (d *Document) Child(i int, relations ...string) int {
	for _, c := range d.children[i] {
		if d.Is(c, relations...) {
			return c
		}
	}
	return -1
}

// Is reports whether token i stands to its head in one of the given relations.
// See Child for how they match.
func (d *Document) Is(i int, relations ...string) bool {
	got := d.Tokens[i].Relation
	for _, want := range relations {
		exact := want[len(want)-1] == ':'
		if exact {
			want = want[:len(want)-1]
		}
		if got == want || !exact && len(got) > len(want) && got[len(want)] == ':' && got[:len(want)] == want {
			return true
		}
	}
	return false
}

// Subtree returns the first and last token that token i governs, itself
// included.
func (d *Document) Subtree(i int) (first, last int) {
	first, last = i, i
	for _, c := range d.children[i] {
		lo, hi := d.Subtree(c)
		first, last = min(first, lo), max(last, hi)
	}
	return first, last
}

// link fills the lists of dependents from the heads of all tokens.
func (d *Document) link() {
	d.children = make([][]int, len(d.Tokens))
	for i, t := range d.Tokens {
		if t.Head >= 0 {
			d.children[t.Head] = append(d.children[t.Head], i)
		}
	}
}
