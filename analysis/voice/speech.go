package voice

import (
	"strings"

	"slant/lexicons"
)

// speechWords is how many words in quotation marks are speech by themselves.
// Fewer, without a cue, are a borrowed phrase or scare quotes.
const speechWords = 5

// inheritance is for how many sentences a quotation without a cue of its own
// goes to the last speaker.
const inheritance = 5

// takeQuotations gives each quotation to the cue beside it, whole, also where
// it runs over several sentences.
func (g *reading) takeQuotations() {
	for n := range g.quotes {
		if a := g.cueOf(n); a != nil {
			g.takeQuotation(a, n)
		}
	}
	// A cue with commoner uses, or one that can take no clause, is none unless
	// something is said.
	kept := g.found[:0]
	for _, a := range g.found {
		if len(a.content) > 0 {
			kept = append(kept, a)
		}
	}
	g.found = kept
}

func (g *reading) takeQuotation(a *attribution, n int) {
	q := g.quotes[n]
	a.quoted[n] = true
	for i := q.first; i <= q.last; i++ {
		a.content[i] = true
	}
}

// cueOf returns the attribution whose content quotation n is: one that has most
// of it by its grammar already, the cue that introduces it, or the one that
// follows it.
func (g *reading) cueOf(n int) *attribution {
	d, q := g.d, g.quotes[n]
	var best *attribution
	distance := 1 << 30
	for _, a := range g.found {
		if a.cue[0] < 0 || q.inside(a.cue[0]) || d.In(a.cue[0]) != d.In(q.first) {
			continue
		}
		if a.content[q.first] || a.content[min(q.first+1, q.last)] {
			if near := abs(a.cue[0] - q.first); near < distance {
				best, distance = a, near
			}
		}
	}
	if best != nil {
		return best
	}
	for _, a := range g.found {
		if a.cue[0] < 0 || q.inside(a.cue[0]) || !a.entry.Takes("quote") || d.In(a.cue[0]) != d.In(q.first) {
			continue
		}
		if gap := g.gap(a, q); gap >= 0 && gap < distance {
			best, distance = a, gap
		}
	}
	return best
}

// gap measures how far the cue of a stands from quotation q, -1 when it cannot
// belong to it.
func (g *reading) gap(a *attribution, q quotation) int {
	d := g.d
	cue := d.Tokens[a.cue[0]].Sentence
	switch {
	case a.cue[1] < q.first:
		// He said: “…” – he said “…” – he told the paper on Monday: “…”
		before := d.Tokens[q.first-1]
		if d.Tokens[q.first-1].Sentence == cue || cue == d.Tokens[q.first].Sentence {
			gap := q.first - a.cue[1]
			if before.Word == ":" || before.Word == "," && q.words >= speechWords || gap <= 2 && q.words > 1 || before.Lower == "that" {
				if g.quoteBetween(a.cue[1], q.first) {
					return -1
				}
				return gap
			}
		}
	case a.cue[0] > q.last:
		// “…,” he said – “…,” said the mayor of Port Ellis
		if cue != d.Tokens[q.last].Sentence && cue != d.Tokens[q.last].Sentence+1 {
			return -1
		}
		start := q.last + 1
		gap := a.cue[0] - q.last
		if a.source[0] >= 0 && a.source[0] > q.last && a.source[0] < a.cue[0] {
			gap -= a.cue[0] - a.source[0] // a long title does not part cue and quotation
		}
		comma := strings.ContainsAny(d.Tokens[max(q.last-1, 0)].Word, ",?!—–…-") || d.Tokens[min(start, len(d.Tokens)-1)].Word == ","
		if !comma && q.words < speechWords || gap > 10 || g.quoteBetween(q.last, a.cue[0]) {
			return -1
		}
		if cue != d.Tokens[q.last].Sentence && newParagraph(d, d.Sentences[cue].First) {
			return -1
		}
		return gap
	}
	return -1
}

// quoteBetween reports whether another quotation stands between i and j.
func (g *reading) quoteBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if g.quote[k] >= 0 {
			return true
		}
	}
	return false
}

// inherit gives quotations that stand alone to the last speaker, and makes an
// attribution without a source of those that nobody can be found for.
func (g *reading) inherit() {
	taken := make([]bool, len(g.quotes))
	for _, a := range g.found {
		for n, q := range g.quotes {
			if a.quoted[n] || a.content[min(q.first+1, q.last)] && a.content[q.last] {
				taken[n] = true
			}
		}
	}
	for n, q := range g.quotes {
		if taken[n] || q.words < speechWords || g.isTitle(q) {
			continue
		}
		last := g.lastSpeaker(q)
		if last != nil && g.continues(last, q) {
			g.takeQuotation(last, n)
			continue
		}
		a := g.newAttribution(&lexicons.Cue{}, -1, -1)
		if last != nil {
			a.source, a.holder, a.inherited = last.source, last.holder, true
		} else {
			a.unresolved = true
		}
		g.takeQuotation(a, n)
		g.add(a)
	}
}

// lastSpeaker returns the attribution, at most five sentences back, whose
// source goes on speaking in q: the latest that has one and quotes it.
func (g *reading) lastSpeaker(q quotation) *attribution {
	d := g.d
	here := d.Tokens[q.first].Sentence
	var last *attribution
	at := -1
	for _, a := range g.found {
		if a.holder < 0 || a.cue[0] > q.first || d.In(a.holder) != d.In(q.first) || here-d.Tokens[lastOf(a)].Sentence > inheritance {
			continue
		}
		if g.quote[a.holder] >= 0 {
			continue // a speaker within somebody's speech
		}
		if e := lastOf(a); e > at && e < q.first {
			last, at = a, e
		}
	}
	return last
}

// continues reports whether q is the rest of what a quotes: “…,” she said. “…”
func (g *reading) continues(a *attribution, q quotation) bool {
	d := g.d
	if len(a.quoted) == 0 {
		return false
	}
	end := lastOf(a)
	for i := end + 1; i < q.first; i++ {
		if d.Tokens[i].Sentence != d.Tokens[end].Sentence || newParagraph(d, i) {
			return false
		}
	}
	return !newParagraph(d, q.first) && d.Tokens[q.first].Sentence-d.Tokens[end].Sentence <= 1
}

func lastOf(a *attribution) int {
	last := max(a.cue[1], a.source[1])
	for i := range a.content {
		last = max(last, i)
	}
	return last
}

// isTitle reports whether q is a title of a work rather than speech: all its
// longer words are capitalised.
func (g *reading) isTitle(q quotation) bool {
	capitals, others := 0, 0
	for i := q.first; i <= q.last; i++ {
		t := g.d.Tokens[i]
		if !isWord(t) || len(t.Word) < 4 {
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
