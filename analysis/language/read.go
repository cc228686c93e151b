package language

import (
	"strings"

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

// parse finds the quotations and gives every token its tag, unless it is there
// already, its head and its lemma.
func (d *Document) parse(tagged bool) {
	d.Quotations = quotations(d)
	parts := d.parts()
	sentences := make([][]string, len(parts))
	for n, p := range parts {
		sentences[n] = p.words
	}
	trees := parser().Parse(sentences)
	roots := make([]int, len(parts))
	for n, p := range parts {
		roots[n] = d.read(p, trees[n], roots, tagged)
	}
	d.attach()
	d.link()
}
