package events

import (
	"slant/analysis/clause"
	"slant/analysis/language"
)

// widest is how many tokens a span may hold: what stands further away is not
// shown.
const widest = 14

// span returns the words that show x: from its predicate to the nearest of its
// core arguments, such as "kidnapped by rebels" or "Israeli bombings".
func (f *finder) span(x *occurrence) language.Span {
	d := f.d
	first, last := x.first, x.last
	reach := func(h int) {
		if h < 0 || d.Tokens[h].Sentence != d.Tokens[x.predicate].Sentence {
			return
		}
		lo, hi := clause.NounPhrase(d, h)
		if lo, hi := min(first, lo), max(last, hi); hi-lo < widest {
			first, last = lo, hi
		}
	}
	switch x.form {
	case Active:
		if x.patient > x.predicate {
			reach(x.patient)
		}
	case Passive:
		if x.agent > x.predicate {
			reach(x.agent)
		}
		fallthrough
	case Agentless:
		for _, c := range d.Children(x.predicate) {
			if d.Is(c, "aux:pass", "aux") && c < first && x.predicate-c < 4 {
				first = c
			}
		}
		if d.Is(x.predicate, "amod") {
			reach(x.patient)
		}
	case Nominal:
		for _, h := range []int{x.agent, x.patient} {
			if h >= 0 && h < first && d.Tokens[h].Head == x.predicate {
				reach(h)
			}
		}
		for _, h := range []int{x.agent, x.patient} {
			if first == x.first && h > last && h-last < 6 {
				reach(h)
			}
		}
	}
	return d.Span(first, last)
}
