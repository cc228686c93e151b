package stance

import (
	"fmt"
	"slices"

	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// fromFindings adds the stances that loaded words about an actor show: the
// speaker's in attributed words, else the outlet's. Where a word of stance says
// the same, that one stays.
func (f *finder) fromFindings(findings []wording.Finding) {
	for i := range findings {
		x := &findings[i]
		if x.Target == nil || x.Target.Actor == "" || x.Polarity == 0 {
			continue
		}
		source := Outlet
		if x.Voice.Kind != voice.Outlet {
			source = x.Voice.Actor
		}
		if source == "" || source == x.Target.Actor || f.said(source, x.Target.Actor, x.Span, true) {
			continue
		}
		polarity, strength := 1.0, x.Weight*abs(x.Polarity)
		if x.Polarity < 0 {
			polarity = -1
		}
		if x.Negated {
			polarity, strength = -polarity, strength*0.6
		}
		f.found = append(f.found, Stance{
			Source: source, Target: x.Target.Actor, Polarity: polarity, Strength: round(strength), Span: x.Span, Cue: x.Text,
			Because: x.Because, Sentence: f.sentenceOf(x.Span),
		})
	}
}

// fromActs adds the stance of a source that says of somebody that they do harm
// or good.
func (f *finder) fromActs(acts []events.Event) {
	for i := range acts {
		e := &acts[i]
		if e.Voice.Kind == voice.Outlet || e.Voice.Actor == "" || e.Agent == "" || e.Agent == e.Voice.Actor || e.Fact != "asserted" {
			continue
		}
		if slices.Contains(f.index.Chain(e.Voice.Actor), e.Agent) {
			continue // whoever speaks for a state does not blame it by telling what it does
		}
		if abs(e.AgentEffect) < clearEffect || f.said(e.Voice.Actor, e.Agent, e.Span, false) {
			continue
		}
		polarity := 1.0
		if e.AgentEffect < 0 {
			polarity = -1
		}
		f.found = append(f.found, Stance{
			Source: e.Voice.Actor, Target: e.Agent, Polarity: polarity, Strength: round(abs(e.AgentEffect) / 2), Span: e.Span, Cue: f.d.Text(e.Span),
			Because: fmt.Sprintf("%s says of %s: %s (%s, %+.1f)", e.Voice.Actor, e.Agent, f.d.Text(e.Span), e.Kind, e.AgentEffect), Sentence: f.d.Tokens[e.Predicate].Sentence,
		})
	}
}

// clearEffect is the effect on an agent from which telling of an event is a stance.
const clearEffect = 0.4

// said reports whether a word of stance in the sentence of span, or at span
// itself, says how source stands towards target.
func (f *finder) said(source, target string, span language.Span, there bool) bool {
	for _, s := range f.found {
		if s.Explicit && s.Source == source && s.Target == target && s.Sentence == f.sentenceOf(span) && (!there || s.Span.Overlaps(span)) {
			return true
		}
	}
	return false
}

// sentenceOf returns the sentence that holds the beginning of span, -1 when none
// does.
func (f *finder) sentenceOf(span language.Span) int { return sentenceOf(f.d, span) }

func sentenceOf(d *language.Document, span language.Span) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		if m := (lo + hi) / 2; d.Sentences[m].Compare(language.Span{Start: span.Start, End: 1 << 60, In: span.In}) <= 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo > 0 && d.Sentences[lo-1].Overlaps(span) {
		return lo - 1
	}
	return -1
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
