package language

import (
	"strings"

	"slant/analysis/language/lemma"
	"slant/analysis/language/parse"
	"slant/analysis/language/tokenise"
)

// Read annotates an article. Excluded spans of the body, in order and not
// overlapping, are passed over as if they were not there. Any input is read,
// also what is not English or not UTF-8; it may hold no sentence at all.
func Read(title, body string, excluded []Span) *Document {
	d := &Document{Title: title, Body: body}
	d.tokenise(Title, title, nil)
	d.tokenise("", body, excluded)
	d.parse(false)
	return d
}

// ReadProse annotates an article as Read does, but with the tokens, sentences
// and tags of prose: a second reading, for seeing what a result owes to the
// first. Trees are made over prose's tokens.
func ReadProse(title, body string, excluded []Span) *Document {
	d := &Document{Title: title, Body: body}
	d.prose(Title, title, nil)
	d.prose("", body, excluded)
	d.parse(true)
	return d
}

// tokenise appends the sentences and tokens of a field.
func (d *Document) tokenise(field, text string, excluded []Span) {
	out := make([][2]int, len(excluded))
	for i, x := range excluded {
		out[i] = [2]int{x.Start, x.End}
	}
	r := tokenise.Text(text, out)
	base := len(d.Tokens)
	for _, s := range r.Sentences {
		for _, t := range r.Tokens[s.First:s.Last] {
			form := tokenise.Form(text[t.Start:t.End])
			d.Tokens = append(d.Tokens, Token{
				Start: int(t.Start), End: int(t.End), Word: form, Lower: strings.ToLower(form), Sentence: len(d.Sentences),
			})
		}
		d.Sentences = append(d.Sentences, Sentence{
			Span:  Span{int(r.Tokens[s.First].Start), int(r.Tokens[s.Last-1].End), field},
			First: base + s.First, Last: base + s.Last, Paragraph: s.Paragraph,
		})
	}
}

// parser is the parser for English. Its weights are part of the program: that
// they cannot be read is a mistake in the build, which the tests of package
// parse would have shown.
func parser() *parse.Parser {
	p, err := parse.Load()
	if err != nil {
		panic(err)
	}
	return p
}

// parse gives every sentence its tags, unless they are there already, its tree
// and its lemmas.
func (d *Document) parse(tagged bool) {
	words := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		words[i] = d.Tokens[i].Word
	}
	sentences := make([][]string, len(d.Sentences))
	for i, s := range d.Sentences {
		sentences[i] = words[s.First:s.Last]
	}
	for n, tree := range parser().Parse(sentences) {
		first := d.Sentences[n].First
		for i, w := range tree {
			t := &d.Tokens[first+i]
			if !tagged {
				t.Tag = w.XPOS
			}
			t.Lemma = lemma.Of(t.Lower, t.Tag)
			t.Head, t.Relation = w.Head, w.Relation
			if w.Head >= 0 {
				t.Head += first
			}
		}
	}
	d.link()
}
