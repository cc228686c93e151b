package wording

import (
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/lexicons"
)

// A Choice is a term for a thing that news calls by several names, each of which
// carries a side or none. Neutral terms are recorded as well: what is measured is
// how often one is taken among all.
type Choice struct {
	Set  string `json:"set"`  // the thing: "migrants-without-papers"
	Term string `json:"term"` // the entry of the lexicon: "illegal alien"
	Side string `json:"side"` // who would say so: "control", "neutral"
	language.Span
	Text  string      `json:"text"`
	Voice voice.Voice `json:"voice"`
}

// A Chooser finds choices. It is safe for concurrent use.
type Chooser struct {
	terms *matcher[*lexicons.ChoiceGroup]
}

// NewChooser prepares choice sets, with the sets of words that they name.
func NewChooser(groups []lexicons.ChoiceGroup, sets map[string][]string) *Chooser {
	c := &Chooser{newMatcher[*lexicons.ChoiceGroup](sets)}
	for i := range groups {
		for _, t := range groups[i].Terms {
			c.terms.add(t, sets, &groups[i].Conditions, &groups[i])
		}
	}
	return c
}

// Find returns the choices in d in order of Span.Compare, then of set. Of terms
// that overlap the longest counts: a Hamas-run ministry is no ministry.
func (c *Chooser) Find(d *language.Document, index *actors.Index, speakers *voice.Speakers) []Choice {
	found := []Choice{}
	for i := 0; i < len(d.Tokens); {
		matches := c.terms.at(d, index, i)
		if len(matches) == 0 {
			i++
			continue
		}
		for _, m := range matches {
			span := d.Span(m.first, m.last)
			found = append(found, Choice{
				Set: m.says.Set.Name, Term: m.text, Side: m.says.Side,
				Span: span, Text: d.Text(span), Voice: speakers.At(phraseHead(d, m.first, m.last)),
			})
		}
		i = matches[0].last + 1
	}
	slices.SortFunc(found, func(a, b Choice) int {
		if n := a.Span.Compare(b.Span); n != 0 {
			return n
		}
		return strings.Compare(a.Set, b.Set)
	})
	return found
}
