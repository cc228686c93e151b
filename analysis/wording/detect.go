package wording

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/lexicons"
)

// A Finder finds loaded words. It is safe for concurrent use.
type Finder struct {
	words *matcher
	harm  map[string]bool // verbs that an adverb of manner makes worse
}

// NewFinder prepares lists of loaded words, with the sets that they name.
func NewFinder(groups []lexicons.WordGroup, sets map[string][]string) *Finder {
	return &Finder{words: newMatcher(groups, sets), harm: set(sets["harm"])}
}

// warns are verbs whose object is told what its own acts will bring.
var warns = set([]string{"warn", "caution", "accuse", "blame", "condemn", "criticise", "criticize", "denounce", "urge", "charge", "reproach", "rebuke", "chide"})

// Find returns the loaded words of d in order of Span.Compare, then of rule.
func (f *Finder) Find(d *language.Document, index *actors.Index, speakers *voice.Speakers) []Finding {
	t := targeter{d, index, f.words.sets["act"], warns}
	found := []Finding{}
	for i := 0; i < len(d.Tokens); {
		entries := f.words.at(d, i)
		if len(entries) == 0 || inName(d, index, i, i+len(entries[0].words)-1) {
			i++
			continue
		}
		for _, e := range entries {
			found = append(found, f.finding(t, speakers, i, e))
		}
		i += len(entries[0].words)
	}
	found = append(found, scareQuotes(d, t, speakers, found)...)
	found = append(found, reporting(t, speakers)...)
	return phrases(d, found)
}

func (f *Finder) finding(t targeter, speakers *voice.Speakers, i int, e *entry) Finding {
	d := t.d
	last := i + len(e.words) - 1
	w := phraseHead(d, i, last)
	first, end := f.extent(d, i, last, w)
	g := e.group
	x := Finding{
		Detector: g.List.Detector, Category: g.List.Category,
		Span: d.Span(first, end), Weight: g.Weight, Polarity: g.Polarity,
		Negated: negated(d, w), Rule: e.rule, Voice: speakers.At(w), Target: t.of(w, g.List.Detector), Word: w,
	}
	if g.Polarity == 0 {
		x.Polarity = f.intensified(d, w)
	}
	x.Text = d.Text(x.Span)
	x.Because = because(t, &x, strings.Join(e.words, " "))
	return x
}

// intensified returns the polarity that a word of intensity at w takes from what
// it makes more of: a crisis is worse for being unprecedented, a success better.
func (f *Finder) intensified(d *language.Document, w int) float64 {
	h := d.Tokens[w].Head
	if h < 0 || !d.Is(w, "amod", "advmod", "compound") {
		return 0
	}
	lemma := d.Tokens[h].Lemma
	switch {
	case f.harm[lemma] || f.words.sets["ill"][lemma]:
		return -1
	case f.words.sets["good"][lemma]:
		return 1
	}
	return 0
}

// extent stretches a loaded modifier to the phrase that it makes loaded: an
// adjective to its noun, an adverb to the harmful verb beside it.
func (f *Finder) extent(d *language.Document, first, last, w int) (int, int) {
	h := d.Tokens[w].Head
	if d.Is(w, "conj") && h >= 0 && d.Is(h, "amod") {
		first, h = min(first, h), d.Tokens[h].Head
	}
	switch {
	case h < 0:
	case d.Is(w, "amod", "conj") && h > last && h-last <= 3 && strings.HasPrefix(d.Tokens[h].Tag, "NN") && onlyModifiers(d, last+1, h):
		return first, h
	case d.Is(w, "advmod") && f.harm[d.Tokens[h].Lemma] && h-last == 1:
		return first, h
	case d.Is(w, "advmod") && f.harm[d.Tokens[h].Lemma] && first-h == 1:
		return h, last
	}
	return first, last
}

func onlyModifiers(d *language.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if tag := d.Tokens[i].Tag; !strings.HasPrefix(tag, "JJ") && !strings.HasPrefix(tag, "NN") && tag != "CC" && tag != "," && tag != "HYPH" {
			return false
		}
	}
	return true
}

// phrases makes one finding of loaded words that share a phrase ("blind and
// murderous response"): the heaviest gives its reason, and the span covers all.
// What is left is sorted.
func phrases(d *language.Document, found []Finding) []Finding {
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(a.Span.Compare(b.Span), strings.Compare(a.Rule, b.Rule))
	})
	out := found[:0]
	for _, x := range found {
		k := len(out) - 1
		if k < 0 || !out[k].Overlaps(x.Span) || out[k].Detector != x.Detector || out[k].Polarity*x.Polarity < 0 {
			out = append(out, x)
			continue
		}
		whole := language.Span{Start: out[k].Start, End: max(out[k].End, x.End), In: x.In}
		if x.Weight > out[k].Weight || x.Target != nil && out[k].Target == nil {
			out[k] = x
		}
		out[k].Span, out[k].Text = whole, d.Text(whole)
	}
	return out
}

// inName reports whether the tokens are part of a proper name, where no word is
// chosen: "the Terrorist Screening Center", "Fury Road". A capital alone makes
// no name: "the Islamist movement" has one because adjectives of creeds do.
func inName(d *language.Document, index *actors.Index, first, last int) bool {
	s := d.Sentences[d.Tokens[first].Sentence]
	for i := first; i <= last; i++ {
		if !capital(d, i) || i == s.First {
			return false
		}
	}
	if d.In(first) == language.Title && capital(d, s.First) && capital(d, s.Last-1) {
		return index.At(first) >= 0 // headlines may capitalise every word
	}
	after := last+1 < s.Last && capital(d, last+1)
	before := first-1 > s.First && capital(d, first-1) && index.At(first-1) < 0
	return after || before || strings.HasPrefix(d.Tokens[last].Tag, "NNP") && last+1 < s.Last && !strings.HasPrefix(d.Tokens[last+1].Tag, "NN")
}

func capital(d *language.Document, i int) bool {
	c := d.Tokens[i].Word[0]
	return c >= 'A' && c <= 'Z'
}

func because(t targeter, x *Finding, word string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s", word, x.Category)
	if x.Polarity != 0 {
		b.WriteString(", " + signed(x.Polarity*x.Weight))
	}
	b.WriteString(")")
	if h := t.d.Tokens[x.Word].Head; h >= 0 && t.d.Is(x.Word, "amod", "advmod", "compound") {
		fmt.Fprintf(&b, " modifies %s", t.d.Tokens[h].Word)
	}
	if x.Negated {
		b.WriteString(", negated")
	}
	if x.Target != nil {
		name := t.index.Name(x.Target.Actor)
		if name == "" {
			name = x.Target.Actor
		}
		fmt.Fprintf(&b, "; about %s by way of %s (%s)", name, x.Target.Text, strings.ReplaceAll(x.Target.Path, ">", ", "))
	}
	return b.String()
}

func signed(v float64) string {
	return strings.Replace(fmt.Sprintf("%+.1f", v), "-", "−", 1)
}

// scareQuotes finds words that the outlet holds at arm's length: one to four in
// quotation marks that nobody is said to have said.
// A loaded word between them is a finding already.
func scareQuotes(d *language.Document, t targeter, speakers *voice.Speakers, loaded []Finding) (found []Finding) {
	for _, q := range speakers.Borrowed {
		v := speakers.At(q[0])
		span := d.Span(q[0], q[1])
		if v.Kind != voice.Outlet || slices.ContainsFunc(loaded, func(f Finding) bool { return f.Overlaps(span) }) {
			continue
		}
		w := phraseHead(d, q[0]+1, max(q[0]+1, q[1]-1))
		x := Finding{
			Detector: ScareQuote, Category: "scare quotes", Span: span,
			Weight: 0.4, Polarity: -0.5, Negated: negated(d, w), Rule: "scarequote", Voice: v,
			Target: t.of(w, ScareQuote), Word: w,
		}
		x.Text = d.Text(x.Span)
		x.Because = because(t, &x, "quotation marks without a source")
		found = append(found, x)
	}
	return found
}

// toneWeight is how much of a stance lies in the tone of a cue, with its
// direction for the source: a doubted source is put in the wrong.
var toneWeight = map[string][2]float64{
	"doubt":   {0.4, -0.5},
	"contest": {0.4, -0.3},
	"concede": {0.5, -0.5},
	"endorse": {0.4, 0.5},
}

// reporting finds cues whose tone takes sides: the choice is that of whoever
// reports, about the source.
func reporting(t targeter, speakers *voice.Speakers) (found []Finding) {
	d := t.d
	for n := range speakers.Attributions {
		a := &speakers.Attributions[n]
		if a.Cue == nil {
			continue
		}
		w, ok := toneWeight[a.Cue.Tone]
		if !ok {
			continue
		}
		x := Finding{
			Detector: Reporting, Category: a.Cue.Tone, Span: a.Cue.Span, Text: a.Cue.Text,
			Weight: w[0], Polarity: w[1], Rule: a.Cue.Rule, Voice: speakers.At(a.Cue.First), Word: a.Cue.First,
		}
		x.Negated = negated(d, x.Word)
		if a.Source != nil && a.Source.Actor != "" {
			x.Target = &Target{a.Source.Actor, a.Source.Text, "source"}
		}
		x.Because = because(t, &x, a.Cue.Lemma)
		found = append(found, x)
	}
	return found
}
