package voice

import (
	"slices"
	"strings"

	"slant/lexicons"
)

// cueAt adds the attribution that token i is the cue of, if it is one.
func (g *reading) cueAt(i int) {
	t := g.d.Tokens[i]
	for _, p := range g.phrases[t.Lower] {
		if g.phraseAt(i, p) {
			return
		}
	}
	if t.Lemma != t.Lower {
		for _, p := range g.phrases[t.Lemma] {
			if g.phraseAt(i, p) {
				return
			}
		}
	}
	switch {
	case g.starts(i, "VB"):
		if c, last := g.verb(i); c != nil && !g.excluded(c, i) {
			g.verbCue(i, last, c)
		}
	case g.starts(i, "NN"):
		if c := g.nouns[t.Lemma]; c != nil && !g.excluded(c, i) {
			g.nounCue(i, c)
		}
	case g.starts(i, "JJ"):
		if c := g.adjectives[t.Lemma]; c != nil {
			g.adjectiveCue(i, c)
		}
	}
}

// verb returns the cue of the verb at i, with its particle, and its last token.
func (g *reading) verb(i int) (*lexicons.Cue, int) {
	d := g.d
	if i+1 < len(d.Tokens) && d.Tokens[i+1].Sentence == d.Tokens[i].Sentence {
		if c := g.verbs[d.Tokens[i].Lemma+" "+d.Tokens[i+1].Lower]; c != nil {
			return c, i + 1
		}
	}
	if i+2 < len(d.Tokens) && d.Tokens[i+1].Lower == "it" && d.Tokens[i+2].Sentence == d.Tokens[i].Sentence {
		if c := g.verbs[d.Tokens[i].Lemma+" "+d.Tokens[i+2].Lower]; c != nil {
			return c, i + 2 // "made it clear that …"
		}
	}
	if p := d.Child(i, "compound:prt"); p > i {
		if c := g.verbs[d.Tokens[i].Lemma+" "+d.Tokens[p].Lower]; c != nil {
			return c, i
		}
	}
	return g.verbs[d.Tokens[i].Lemma], i
}

// excluded reports whether the word at i has an object with which it is no cue:
// "denied entry", "claim of asylum".
func (g *reading) excluded(c *lexicons.Cue, i int) bool {
	if len(c.Group.Not) == 0 {
		return false
	}
	for _, k := range g.d.Children(i) {
		if g.d.Is(k, "obj", "nsubj:pass", "nmod", "compound") && slices.Contains(c.Group.Not, g.d.Tokens[k].Lemma) {
			return true
		}
	}
	return false
}

// verbCue reads what the verb at i governs.
func (g *reading) verbCue(i, last int, c *lexicons.Cue) {
	a := newAttribution(c, i, last)
	g.verbSource(a, i)
	for _, k := range g.d.Children(i) {
		g.verbContent(a, i, k)
	}
	g.takeFindings(a, i)
	g.interrupted(a, i)
	g.byOrder(a, i)
	g.stretchCue(a)
	if c.Rare && a.holder >= 0 && g.d.Tokens[a.holder].Lower == "it" && a.root >= 0 && g.that(a.root) && appearing[c.Lemma] {
		a.source, a.holder = noRun, -1 // "it emerged that …"
	}
	if !c.Takes("quote") && !c.Takes("clause") && g.d.Tokens[i].Tag == "VBN" && g.d.Child(i, "nsubj", "aux") < 0 && g.lower(i-1) == "," {
		return // "…, compared with 40 last year"
	}
	g.add(a)
}

// appearing are verbs whose it stands for the clause that comes out.
var appearing = map[string]bool{"come out": true, "emerge": true, "transpire": true, "turn out": true}

// nounCue reads "the claim that …", "accusations of …".
func (g *reading) nounCue(i int, c *lexicons.Cue) {
	d := g.d
	a := newAttribution(c, i, i)
	clause := false
	for _, k := range d.Children(i) {
		switch {
		case k < i:
		case d.Is(k, "acl", "ccomp") && !d.Is(k, "acl:relcl") && c.Takes("clause") && g.that(k):
			clause = true
			g.takeSubtree(a, k)
			a.root = k
		case d.Is(k, "acl") && d.Tokens[k].Tag == "VB" && c.Takes("infinitive"):
			g.takeSubtree(a, k)
			g.tell(a, k)
		case d.Is(k, "nmod"):
			g.takePreposition(a, k)
		}
	}
	copula := g.copulaAfter(i)
	if copula >= 0 && c.Takes("clause") {
		a.content, clause = nil, true
		g.takeClause(a, copula+1, g.predicateAfter(copula+1))
	}
	if len(a.content) == 0 {
		return
	}
	g.nounSource(a, i)
	if a.holder < 0 && copula >= 0 {
		for _, k := range d.Children(i) { // "the idea of the founders was that …"
			if d.Is(k, "nmod") && k > i && k < copula && g.lower(d.Child(k, "case")) == "of" {
				g.setSource(a, k)
			}
		}
	}
	// "talks on arms" and "attacks against civilians" are acts; "his attacks on
	// the press" may be words.
	// the preposition that the content hangs on is the cue's: "criticism of"
	if k := i + 1; k < len(d.Tokens) && d.Is(k, "case") && d.Tokens[k].Head >= 0 && a.content.has(k+1) && !a.content.has(k) && a.content.has(d.Tokens[k].Head) {
		a.cue.last = k
	}
	if a.holder >= 0 || clause && (!c.Rare || copula >= 0) {
		g.add(a)
	}
}

// copulaAfter returns the form of be, with a that behind it, that follows the noun
// phrase of i: "her answer | is | that …"; -1 when none does.
func (g *reading) copulaAfter(i int) int {
	last := g.under[i].last
	if g.d.Is(i, "root") || last > i+12 || g.d.Tokens[i].Head >= 0 && g.d.Tokens[i].Head <= last {
		last = i
	}
	for k := last + 1; k <= min(last+2, g.sentence(i).last-1); k++ {
		if g.d.Tokens[k].Lemma == "be" && g.lower(k+1) == "that" && g.d.Tokens[k+1].Tag == "IN" {
			return k
		}
	}
	return -1
}

func (g *reading) that(k int) bool {
	m := g.d.Child(k, "mark")
	return m >= 0 && g.d.Tokens[m].Lower == "that"
}

// adjectiveCue reads "is adamant that …", "was critical of …".
func (g *reading) adjectiveCue(i int, c *lexicons.Cue) {
	d := g.d
	a := newAttribution(c, i, i)
	for _, k := range d.Children(i) {
		switch {
		case k < i:
		case d.Is(k, "ccomp", "advcl", "acl") && c.Takes("clause") && d.Child(k, "nsubj", "csubj", "expl") >= 0:
			g.takeSubtree(a, k)
		case d.Is(k, "xcomp", "advcl", "ccomp") && d.Tokens[k].Tag == "VB" && c.Takes("infinitive"):
			g.takeSubtree(a, k)
			g.tell(a, k)
		case d.Is(k, "obl", "nmod"):
			g.takePreposition(a, k)
		}
	}
	s := d.Child(i, "nsubj:")
	if s < 0 && d.Is(i, "xcomp") && d.Tokens[i].Head >= 0 {
		s = d.Child(d.Tokens[i].Head, "nsubj:")
	}
	if s < 0 || len(a.content) == 0 || d.Tokens[s].Lower == "it" {
		return
	}
	g.setSource(a, g.antecedent(s, i))
	g.stretchCue(a)
	g.add(a)
}

// lower returns the token at i in lower case, "" outside the document.
func (g *reading) lower(i int) string {
	if i < 0 || i >= len(g.d.Tokens) {
		return ""
	}
	return g.d.Tokens[i].Lower
}

// oneOf reports whether a word is among those of a list parted by spaces.
func oneOf(word, list string) bool {
	return word != "" && slices.Contains(strings.Fields(list), word)
}
