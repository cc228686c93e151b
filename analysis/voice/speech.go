package voice

import (
	"slant/analysis/language"
	"slices"
	"sort"
	"strings"

	"slant/lexicons"
)

// speechWords is how many words in quotation marks are speech by themselves.
// Fewer, without a cue, are a borrowed phrase or scare quotes, unless they are a
// sentence.
const speechWords = 5

// inheritance is for how many sentences a quotation without a cue of its own
// goes to the last speaker.
const inheritance = 5

// reach is how many tokens a cue may stand from a quotation that it brings.
const reach = 60

// takeQuotations gives each quotation, whole, to the cue that it hangs from by
// its grammar or stands beside; else to the speaker who goes on, or to nobody.
// Cues with nothing said are none and are left out.
func (g *reading) takeQuotations() {
	g.owner = make([]*attribution, len(g.quotes))
	cues := g.found
	for n := range g.quotes {
		if a := g.cueOf(cues, n); a != nil {
			g.takeQuotation(a, n)
		}
	}
	g.found = nil
	for _, a := range cues {
		g.quoteOnly(a)
		if len(a.content) > 0 {
			g.found = append(g.found, a)
		}
	}
	g.takeLabelled()
	g.inherit(g.found)
}

func (g *reading) takeQuotation(a *attribution, n int) {
	g.owner[n] = a
	a.quoted = append(a.quoted, n)
	a.content.add(g.quotes[n].First, g.quotes[n].Last)
}

// quoteOnly leaves a nothing but its quotations when the clause that its cue
// governs stands in one of them whole: what else the tree hangs there is the
// outlet's.
func (g *reading) quoteOnly(a *attribution) {
	if a.root < 0 || !slices.ContainsFunc(a.quoted, func(n int) bool { return g.quotes[n].Has(a.root) && g.isWhole(g.quotes[n]) }) {
		return
	}
	a.content = nil
	for _, n := range a.quoted {
		a.content.add(g.quotes[n].First, g.quotes[n].Last)
	}
}

// isWhole reports whether q ends as a sentence or before a cue does: in a stop
// or comma within the marks.
func (g *reading) isWhole(q language.Quotation) bool {
	if q.Unclosed || q.Last-q.First < 2 {
		return false
	}
	if c := g.d.Tokens[q.First+1].Word[0]; c >= 'a' && c <= 'z' && !q.GoesOn {
		return false
	}
	return strings.ContainsAny(g.d.Tokens[q.Last-1].Word, ",.?!…—")
}

// cueOf returns the attribution whose content quotation n is: one that has it by
// its grammar already, the cue that introduces it, or the one that follows it.
// Cues are in order of their head.
func (g *reading) cueOf(cues []*attribution, n int) *attribution {
	q := g.quotes[n]
	var byGrammar, beside *attribution
	grammar, gap := 1<<30, 1<<30
	for _, a := range window(cues, q.First-3*reach, q.Last+reach) {
		if a.cue.first < 0 || q.Has(a.head) || g.d.In(a.head) != g.d.In(q.First) || g.quote[a.head] != q.Outer {
			continue
		}
		if a.content.has(q.First) || a.content.has(min(q.First+1, q.Last)) {
			if near := abs(a.head - q.First); near < grammar {
				byGrammar, grammar = a, near
			}
		}
		if a.entry.Takes("quote") {
			if near := g.gap(a, q); near >= 0 && near < gap {
				beside, gap = a, near
			}
		}
	}
	if byGrammar != nil {
		return byGrammar
	}
	return beside
}

// window returns the attributions whose head lies from token first to last.
func window(cues []*attribution, first, last int) []*attribution {
	from := func(token int) int {
		return sort.Search(len(cues), func(i int) bool { return cues[i].head >= token })
	}
	return cues[from(first):from(last+1)]
}

// gap measures how far the cue of a stands from quotation q, -1 when it cannot
// belong to it.
func (g *reading) gap(a *attribution, q language.Quotation) int {
	d := g.d
	if a.cue.last < q.First {
		// He said: “…” – he said “…” – he told the paper on Monday: “…”
		gap := q.First - a.cue.last
		before := d.Tokens[q.First-1].Word
		if gap > reach || g.quoteBetween(a.cue.last, q.First) || before != ":" && d.Tokens[a.head].Sentence != d.Tokens[q.First].Sentence ||
			d.Tokens[a.head].Sentence != d.Tokens[q.First-1].Sentence {
			return -1
		}
		if before == ":" || before == "," && q.Words >= speechWords || gap <= 2 && q.Words > 1 || before == "that" {
			return gap
		}
		return -1
	}
	// “…,” he said – “…,” said the mayor of Port Ellis
	cue := d.Tokens[a.head].Sentence
	gap := a.cue.first - q.Last
	if a.source.first > q.Last && a.source.first < a.cue.first {
		gap -= a.cue.first - a.source.first // a long title does not part cue and quotation
	}
	comma := strings.ContainsAny(d.Tokens[max(q.Last-1, 0)].Word, ",?!—–…-") || g.lower(q.Last+1) == ","
	if !comma && q.Words < speechWords || gap > 10 || g.quoteBetween(q.Last, a.cue.first) {
		return -1
	}
	if cue == d.Tokens[q.Last].Sentence {
		return gap
	}
	// “Get out!” She shouted it.
	if cue == d.Tokens[q.Last].Sentence+1 && !d.BeginsParagraph(d.Sentences[cue].First) && comma {
		return gap
	}
	return -1
}

// quoteBetween reports whether another quotation stands between i and j.
func (g *reading) quoteBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if g.quote[k] >= 0 && g.quote[k] != g.quote[i] {
			return true
		}
	}
	return false
}

// inherit gives quotations that stand alone to the last speaker, and makes an
// attribution without a source of those that nobody can be found for.
func (g *reading) inherit(cues []*attribution) {
	covered := make([]bool, len(g.d.Tokens))
	for _, a := range cues {
		for _, r := range a.content {
			for i := r.first; i <= r.last; i++ {
				covered[i] = true
			}
		}
	}
	var speaker *attribution // the last who spoke, by what ends last
	next := 0
	hear := func(a *attribution) {
		if a.holder >= 0 && g.quote[a.holder] < 0 && (speaker == nil || lastOf(a) > lastOf(speaker)) {
			speaker = a
		}
	}
	for n, q := range g.quotes {
		for next < len(cues) && cues[next].head < q.First {
			hear(cues[next])
			next++
		}
		if g.owner[n] != nil {
			if q.Outer < 0 {
				hear(g.owner[n])
			}
			continue
		}
		if q.Outer >= 0 || covered[min(q.First+1, q.Last)] && covered[q.Last] {
			continue
		}
		if q.GoesOn && n > 0 && g.owner[n-1] != nil {
			g.takeQuotation(g.owner[n-1], n)
			continue
		}
		if n+1 < len(g.quotes) && g.quotes[n+1].GoesOn && g.owner[n+1] != nil {
			g.takeQuotation(g.owner[n+1], n)
			continue
		}
		if q.Words < speechWords && !g.isSentence(q) || g.isTitle(q) {
			continue
		}
		last := speaker
		if last != nil && (lastOf(last) >= q.First || g.d.In(last.holder) != g.d.In(q.First) || g.d.Tokens[q.First].Sentence-g.d.Tokens[lastOf(last)].Sentence > inheritance) {
			last = nil
		}
		if last != nil && g.continues(last, q) {
			g.takeQuotation(last, n)
			continue
		}
		a := newAttribution(&lexicons.Cue{}, -1, -1)
		if last != nil {
			a.source, a.holder, a.inherited = last.source, last.holder, true
		} else {
			a.unresolved = true
		}
		g.takeQuotation(a, n)
		g.add(a)
	}
}

// isSentence reports whether q is a sentence in marks, or several, however short:
// “It is awful.” What is borrowed stands within a sentence of the outlet's.
func (g *reading) isSentence(q language.Quotation) bool {
	d := g.d
	first, end := d.Tokens[min(q.First+1, q.Last)], d.Tokens[max(q.Last-1, 0)].Word
	return !q.Unclosed && q.Words > 1 && d.Sentences[d.Tokens[q.First].Sentence].First == q.First &&
		(first.Word[0] < 'a' || first.Word[0] > 'z') && (end == "." || end == "!" || end == "?" || end == "…")
}

// continues reports whether q is the rest of what a quotes: “…,” she said. “…”
func (g *reading) continues(a *attribution, q language.Quotation) bool {
	d := g.d
	end := lastOf(a)
	for i := end + 1; i < q.First; i++ {
		if d.Tokens[i].Sentence != d.Tokens[end].Sentence || d.BeginsParagraph(i) {
			return false
		}
	}
	return !d.BeginsParagraph(q.First) && d.Tokens[q.First].Sentence-d.Tokens[end].Sentence <= 1
}

// lastOf returns the last token of an attribution.
func lastOf(a *attribution) int { return max(a.cue.last, a.source.last, a.content.last()) }

// isTitle reports whether q is a title of a work rather than speech: all its
// longer words are capitalised.
func (g *reading) isTitle(q language.Quotation) bool {
	capitals, others := 0, 0
	for i := q.First; i <= q.Last; i++ {
		t := g.d.Tokens[i]
		if !t.IsWord() || len(t.Word) < 4 {
			continue
		}
		if c := t.Word[0]; c >= 'A' && c <= 'Z' {
			capitals++
		} else {
			others++
		}
	}
	return others == 0 && capitals > 0
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}
