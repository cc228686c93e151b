package voice

import (
	"strings"

	"slant/lexicons"
)

// takeLabelled gives what stands behind a name and a colon to whom it names: a
// quotation (“Ruiz: ‘There is no plan B.’”), and the turns of a transcript, which
// are paragraphs that begin so.
func (g *reading) takeLabelled() {
	for n, q := range g.quotes {
		if g.owner[n] == nil && q.Outer < 0 && q.First > 0 && g.d.Tokens[q.First-1].Word == ":" {
			if l := g.label(q.First - 1); l.first >= 0 {
				a := g.labelled(l)
				g.takeQuotation(a, n)
			}
		}
	}
	turns := g.turns()
	if len(turns) < 2 {
		return // one is as likely a heading: "Update: …"
	}
	for _, colon := range turns {
		last := colon
		for last+1 < len(g.d.Tokens) && !g.d.BeginsParagraph(last+1) && g.d.In(last+1) == g.d.In(colon) {
			last++
		}
		if last > colon {
			g.labelled(g.label(colon)).content.add(colon+1, last)
		}
	}
}

// labelled adds an attribution without a cue to the source l.
func (g *reading) labelled(l run) *attribution {
	a := newAttribution(&lexicons.Cue{}, -1, -1)
	a.source, a.holder = l, l.last
	g.add(a)
	return a
}

// label returns the noun phrase of a few words between the beginning of a sentence
// and the colon at token i, noRun when something else stands there.
func (g *reading) label(i int) run {
	first := g.sentence(i).first
	if i-first < 1 || i-first > 8 {
		return noRun
	}
	for k := first; k < i; k++ {
		t := g.d.Tokens[k]
		if !g.starts(k, "NN") && !g.starts(k, "JJ") && !oneOf(t.Tag, "DT POS PRP$ IN CD") && t.Word != "," && t.Word != "." || g.quote[k] >= 0 {
			return noRun
		}
	}
	if !g.starts(i-1, "NN") || !isSpeaker(g.d.Tokens[i-1].Tag, g.d.Tokens[i-1].Lemma) {
		return noRun
	}
	return run{first, i - 1}
}

// isSpeaker reports whether a word of that tag and lemma may be a speaker's: a name
// or a noun for people.
func isSpeaker(tag, lemma string) bool { return strings.HasPrefix(tag, "NNP") || viewers[lemma] }

// turns returns the colons after which somebody speaks in a transcript: those behind
// a name in capitals that begins a paragraph.
func (g *reading) turns() (out []int) {
	d := g.d
	for i := range d.Tokens {
		if !d.BeginsParagraph(i) || g.quote[i] >= 0 {
			continue
		}
		k := i
		for k < len(d.Tokens) && k < i+5 && d.Tokens[k].Sentence == d.Tokens[i].Sentence && len(d.Tokens[k].Word) > 1 && d.Tokens[k].Word == strings.ToUpper(d.Tokens[k].Word) && d.Tokens[k].IsWord() {
			k++
		}
		if k > i && k < len(d.Tokens) && d.Tokens[k].Word == ":" && d.Tokens[k].Sentence == d.Tokens[i].Sentence {
			if l := g.label(k); l.first == i {
				out = append(out, k)
			}
		}
	}
	return out
}
