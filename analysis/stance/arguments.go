package stance

import (
	"fmt"
	"slices"
	"strings"

	"slant/analysis/clause"
	"slant/analysis/events"
	"slant/analysis/voice"
	"slant/lexicons"
)

// A party is the source or target of a stance: an actor, and the words that
// mean it.
type party struct {
	actor string
	words string
}

// source returns who holds a stance whose holder has the head h: the actor
// that it means; for "we", "I" and when nobody is named the one who speaks the
// words at token i.
func (f *finder) source(h, i int) party {
	if h >= 0 {
		switch f.d.Tokens[h].Lower {
		case "i", "we", "us", "me", "our", "my":
		default:
			return party{f.meant(h), f.text(h)}
		}
	}
	if v := f.speakers.Holder(i); v.Kind != voice.Outlet && v.Actor != "" {
		return party{v.Actor, "who speaks"}
	}
	return party{}
}

// target returns whom a stance towards the phrase of head h is about: the actor
// that it means or, when it is an act, who does it.
func (f *finder) target(h int) party {
	if h < 0 {
		return party{}
	}
	if acts := f.acts[h]; len(acts) > 0 {
		for _, e := range acts {
			if e.Agent != "" {
				return party{e.Agent, f.text(h) + ", done by " + e.Agent}
			}
		}
		return party{} // condemning a death is no stance against the dead
	}
	return party{f.meant(h), f.text(h)}
}

// targets returns the targets in the phrase of head h and those coordinated
// with it, each actor once.
func (f *finder) targets(h int) (out []party) {
	if h < 0 {
		return nil
	}
	for _, c := range clause.Coordinated(f.d, h) {
		t := f.target(c)
		if t.actor != "" && !slices.ContainsFunc(out, func(p party) bool { return p.actor == t.actor }) {
			out = append(out, t)
		}
	}
	return out
}

// meant returns the actor that the phrase of head h means, belongs to or comes
// from; "" when none is known. Where something is or against whom it goes does
// not make it somebody's.
func (f *finder) meant(h int) string {
	if f.index.At(h) < 0 && clause.Matter(f.d, h) {
		return "" // hating "the Hungary treaty" is no stance towards Hungary
	}
	first, last := clause.NounPhrase(f.d, h)
	if id := f.index.Of(first, last); id != "" {
		return id
	}
	for _, c := range f.d.Children(h) {
		p := f.d.Child(c, "case")
		if f.d.Is(c, "appos") || f.d.Is(c, "nmod", "obl") && p >= 0 && slices.Contains([]string{"of", "by", "from"}, f.d.Tokens[p].Lower) {
			first, last := clause.NounPhrase(f.d, c)
			if id := f.index.Of(first, last); id != "" {
				return id
			}
		}
	}
	return ""
}

func (f *finder) text(h int) string { return f.d.Text(f.d.Span(clause.NounPhrase(f.d, h))) }

// A claim is a stance in the making.
type claim struct {
	group     *lexicons.StanceGroup
	predicate int // token that is negated, coordinated and compared
	cue       [2]int
	source    party
	target    party
	sign      float64 // turns the polarity of the group
}

// add takes a claim as a stance, by how its predicate is told. Somebody's stance
// towards themselves is none.
func (f *finder) add(c claim) {
	d := f.d
	if c.source.actor == "" || c.target.actor == "" || c.source.actor == c.target.actor {
		return
	}
	polarity, strength := c.group.Polarity, c.group.Strength
	if c.sign != 0 {
		polarity *= c.sign
	}
	told := ""
	switch clause.Fact(d, c.predicate) {
	case clause.Negated:
		polarity, strength, told = -polarity, strength*0.6, ", negated"
	case clause.Possible:
		strength, told = strength*0.6, ", possible"
	case clause.Denied:
		return
	}
	first, last := f.widen(c)
	span := d.Span(first, last)
	s := Stance{
		Source: c.source.actor, Target: c.target.actor, Polarity: polarity, Strength: round(strength), Span: span, Cue: d.Text(span),
		Because: fmt.Sprintf("%s (%s, %+.1f%s): %s towards %s", d.Text(d.Span(c.cue[0], c.cue[1])), strings.TrimSuffix(c.group.Rule, ".yaml"),
			c.group.Polarity, told, c.source.words, c.target.words),
		Sentence: d.Tokens[c.predicate].Sentence, Explicit: true,
	}
	f.found = append(f.found, s)
	f.compare(c, s)
}

// compare adds the stance of those with whom the source of s is compared:
// "unlike the United States" the opposite one, "like Iran" the same.
func (f *finder) compare(c claim, s Stance) {
	d := f.d
	for _, k := range d.Children(c.predicate) {
		p := d.Child(k, "case")
		if p < 0 || !d.Is(k, "obl", "nmod") {
			continue
		}
		sign := 0.0
		switch d.Tokens[p].Lower {
		case "unlike":
			sign = -1
		case "like":
			sign = 1
		}
		other := f.meant(k)
		if sign == 0 || other == "" || other == s.Source || other == s.Target {
			continue
		}
		_, last := clause.NounPhrase(d, k)
		span := d.Span(p, last)
		t := s
		t.Source, t.Span, t.Cue, t.Polarity = other, span, d.Text(span), sign*s.Polarity
		t.Because = fmt.Sprintf("%s: stands %s to %s as %s does", t.Cue, map[bool]string{true: "likewise", false: "otherwise"}[sign > 0], s.Target, s.Source)
		f.found = append(f.found, t)
	}
}

// widen returns the tokens that show the cue of c: with its negation, and with
// the word of will that governs it ("committed to working with").
func (f *finder) widen(c claim) (first, last int) {
	d := f.d
	first, last = c.cue[0], c.cue[1]
	for _, k := range d.Children(c.predicate) {
		if d.Is(k, "aux", "advmod") && k < first && first-k <= 3 && clause.Fact(d, c.predicate) == clause.Negated {
			first = k
		}
	}
	for i, steps := c.predicate, 0; steps < 4 && d.Is(i, "xcomp", "advcl", "ccomp", "acl"); steps++ {
		h := d.Tokens[i].Head
		if h < 0 || h > first || last-h > 9 {
			break
		}
		if willing[d.Tokens[h].Lemma] || willing[d.Tokens[h].Lower] {
			first = h
		}
		i = h
	}
	return first, last
}

// willing lists words of will, which belong to the cue that they govern.
var willing = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("commit committed ready willing determined agree pledge promise vow want seek refuse eager prepared hope decline keen") {
		m[w] = true
	}
	return m
}()

// actsUnder returns the events whose predicate token i governs as its clause.
func (f *finder) actsUnder(i int) (out []events.Event) {
	for _, c := range f.d.Children(i) {
		if f.d.Is(c, "xcomp", "ccomp", "advcl", "acl") {
			out = append(out, f.acts[c]...)
			for _, e := range f.d.Children(c) {
				if f.d.Is(e, "conj", "xcomp") {
					out = append(out, f.acts[e]...)
				}
			}
		}
	}
	return out
}

func round(x float64) float64 { return float64(int64(x*1e6+0.5)) / 1e6 }
