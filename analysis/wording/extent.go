package wording

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/language"
	"slant/lexicons"
)

// entry makes a finding of a listed word.
func (r *reading) entry(m match[*lexicons.WordGroup]) Finding {
	w := phraseHead(r.d, m.first, m.last)
	g := m.says
	first, end := r.extent(m.first, m.last, w, g.Weight, g.Polarity)
	x := Finding{
		Detector: g.List.Detector, Category: g.List.Category,
		Span: r.d.Span(first, end), Weight: g.Weight, Polarity: g.Polarity,
		Rule: g.File + ":" + m.text, Word: w, word: m.text,
	}
	if strings.ContainsAny(m.text, "|<$:.*?") {
		x.word = strings.ToLower(r.d.Text(r.d.Span(m.first, m.last))) // a pattern is for who writes lists
	}
	if g.Polarity == 0 && g.List.Category == "intensifier" {
		x.Polarity = r.intensified(w)
	}
	return r.placed(x, m.first, m.last)
}

// placed fills in what the place of a finding, of the tokens first to last, says:
// whether it is negated, who says it and about whom.
func (r *reading) placed(x Finding, first, last int) Finding {
	x.Negated = negated(r.d, x.Word, first, last)
	x.Voice = r.speakers.At(x.Word)
	x.Target = r.of(x.Word, x.Detector, r.attacks[x.Word])
	if x.Target == nil {
		x.Target = r.byClause(&x)
	}
	if x.Target == nil {
		x.Target = r.bySpeech(&x)
	}
	if x.Target == nil {
		x.Target = r.byRemark(&x)
	}
	return x
}

// strong is the weight from which a modifier makes the whole of its noun phrase
// loaded, whatever the noun.
const strong = 0.5

// extent stretches a loaded modifier to the phrase that it makes loaded: two
// coordinated adjectives to their noun, a strong adjective to any noun, another
// to a noun for an act or an evil, an adverb to the harmful verb beside it. Else
// the noun is the topic; and so it is beside praise.
func (r *reading) extent(first, last, w int, weight, polarity float64) (int, int) {
	d := r.d
	h := d.Tokens[w].Head
	doublet := false
	if d.Is(w, "conj") && h >= 0 && d.Is(h, "amod") {
		first, h, doublet = min(first, h), d.Tokens[h].Head, true
	}
	switch {
	case h < 0:
	case d.Is(w, "amod", "conj") && h > last && h-last <= 3 && strings.HasPrefix(d.Tokens[h].Tag, "NN") && onlyModifiers(d, last+1, h):
		if polarity <= 0 && (doublet || weight >= strong || r.charged(d.Tokens[h].Lemma)) {
			return r.heightening(first, w), h
		}
	case d.Is(w, "advmod") && r.sets.harm[d.Tokens[h].Lemma] && h-last == 1:
		return first, h
	case d.Is(w, "advmod") && r.sets.harm[d.Tokens[h].Lemma] && first-h == 1:
		return h, last
	}
	if polarity < 0 {
		first = r.heightening(first, w)
		if weight >= strong {
			return r.paired(first, last, w)
		}
	}
	return first, last
}

// paired takes in the like of a loaded predicate that "and" or "or" joins to it
// directly: any adjective ("dishonest and secretive"), a noun for what is bad
// ("violence and hatred").
func (r *reading) paired(first, last, w int) (int, int) {
	d := r.d
	if h := d.Tokens[w].Head; d.Is(w, "conj") && h == first-2 && couples(d, first-1) && r.alike(h, w) {
		return h, last
	}
	for _, c := range d.Children(w) {
		if d.Is(c, "conj") && c == last+2 && couples(d, last+1) && r.alike(c, w) {
			return first, c
		}
	}
	return first, last
}

// couples reports whether token i makes one of what stands beside it; "but" parts it.
func couples(d *language.Document, i int) bool {
	return d.Tokens[i].Lower == "and" || d.Tokens[i].Lower == "or"
}

// alike reports whether token i, which stands in no name, goes with the loaded
// word w as its like.
func (r *reading) alike(i, w int) bool {
	a, b := &r.d.Tokens[i], &r.d.Tokens[w]
	if a.Sentence != b.Sentence || capital(r.d, i) || r.index.At(i) >= 0 {
		return false
	}
	return a.Tag == "JJ" && b.Tag == "JJ" || strings.HasPrefix(a.Tag, "NN") && strings.HasPrefix(b.Tag, "NN") && r.sets.ill[a.Lemma]
}

// heightening returns where the words begin that stand before a loaded word and
// make it worse or say more of it: the adjectives and plain nouns before a loaded
// noun ("serial liars"), the adverb before a loaded adjective.
func (r *reading) heightening(first, w int) int {
	d := r.d
	for first > 0 {
		c := first - 1
		t := &d.Tokens[c]
		if t.Head != w || t.Sentence != d.Tokens[w].Sentence || capital(d, c) || r.index.At(c) >= 0 {
			break
		}
		switch {
		case clause.IsNoun(d, w) && (t.Tag == "JJ" && d.Is(c, "amod") || t.Tag == "NN" && d.Is(c, "compound")):
		case strings.HasPrefix(d.Tokens[w].Tag, "J") && t.Tag == "RB" && d.Is(c, "advmod") && strings.HasSuffix(t.Lower, "ly"):
		default:
			return first
		}
		if first = c; c > 1 && d.Tokens[c-1].Tag == "HYPH" {
			first = c - 2 // "far-right thugs"
		}
	}
	return first
}

// charged reports whether a noun is part of the judgement when a loaded word
// stands before it: what somebody does, what is bad.
func (r *reading) charged(lemma string) bool { return r.sets.ill[lemma] || r.sets.acts[lemma] }

func onlyModifiers(d *language.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if tag := d.Tokens[i].Tag; !strings.HasPrefix(tag, "JJ") && !strings.HasPrefix(tag, "NN") && tag != "CC" && tag != "," && tag != "HYPH" {
			return false
		}
	}
	return true
}
