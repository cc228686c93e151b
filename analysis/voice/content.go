package voice

import "strings"

// verbContent takes the dependent k of the cue i as content when the cue takes
// such a thing.
func (g *reading) verbContent(a *attribution, i, k int) {
	d, c := g.d, a.entry
	switch {
	case d.Is(k, "ccomp"):
		// "would add 200 jobs to what they have" is no speech: a word with
		// commoner uses needs a that, a quotation or a clause before it.
		clause := c.Takes("clause") && (!c.Rare || d.Child(k, "mark") >= 0 || k < i)
		question := c.Takes("question") && g.isQuestion(k)
		if clause || question {
			g.takeSubtree(a, k)
			a.root = k
			g.dropTime(a, k)
			g.dropFellow(a, k)
		}
	case d.Is(k, "parataxis") && k > i && (c.Takes("quote") || c.Takes("clause")):
		if g.between(i, k, ":") || g.quote[k] >= 0 {
			g.takeSubtree(a, k)
			a.root = k
		}
	case d.Is(k, "xcomp", "advcl") && d.Tokens[k].Tag == "VB" && c.Takes("infinitive") && k > i:
		// "urged both sides to stop": who is to act belongs to what is wanted, but
		// not to what is quoted (told me “run”)
		if o := d.Child(i, "obj", "iobj", "obl"); o > i && o < k && g.quote[k] == g.quote[i] && g.under[o].last+1 == g.under[k].first {
			g.takeNoun(a, o)
		}
		g.takeSubtree(a, k)
		if o := d.Child(i, "obj", "iobj", "obl"); o > i && o < k {
			g.tell(a, o)
		}
		if !c.Takes("raising") {
			g.tell(a, k)
		}
	case d.Is(k, "obj") && c.Takes("predicate") && g.predicated(i, k) > k:
		g.takeSubtree(a, k)
		g.tell(a, k)
		g.takeSubtree(a, g.predicated(i, k))
	case d.Is(k, "nsubj:pass") && c.Takes("raising") && d.Child(i, "xcomp") > i:
		g.takeSubtree(a, k)
		g.takeSubtree(a, d.Child(i, "xcomp"))
	case d.Is(k, "xcomp", "ccomp", "advcl") && k > i && d.Tokens[k].Tag == "VBG" && c.Takes("object") && g.under[k].first == k && d.Child(i, "obj") < 0 && g.lower(k-1) != ",":
		g.takeSubtree(a, k) // "opposed closing the port"
		g.tell(a, k)
	case d.Is(k, "obj", "nsubj:pass") && c.Takes("object") && !(c.Takes("addressee") && d.Is(k, "obj")) && !(d.Is(k, "nsubj:pass") && d.Tokens[k].Lower == "it"):
		if !c.Takes("cue") || !g.isNounCue(k) {
			g.takeSubtree(a, k)
			g.tell(a, k)
			g.takeTopic(a, i, k)
		}
	case d.Is(k, "obl", "nmod") && k > i:
		g.takePreposition(a, k)
	case d.Is(k, "advcl", "xcomp") && k > i && c.Takes("as") && g.lower(d.Child(k, "mark", "case")) == "as":
		g.takeAs(a, k)
	case d.Is(k, "conj") && k > i && g.goesOnSaying(a, i, k):
		first := k
		if m := d.Child(k, "mark", "cc"); m >= 0 {
			first = m
		}
		a.content.add(g.under[first].first, g.under[k].last)
	case d.Is(k, "advcl") && k > i:
		// "insisted on leaving", "warned of losing": a gerund after the preposition
		if m := d.Child(k, "mark", "case"); m >= 0 && d.Tokens[k].Tag == "VBG" && c.Takes(d.Tokens[m].Lower) {
			object := a.content.has(m - 1)
			g.takeSubtree(a, k)
			if !object {
				a.content.remove(m, m)
			}
		}
	}
}

// goesOnSaying reports whether the clause at k, coordinated with the cue at i, is
// more of what was said: it has a that of its own, or the tense of reported speech
// and another subject: "said the plan was rushed, and the vote would be close".
func (g *reading) goesOnSaying(a *attribution, i, k int) bool {
	d := g.d
	if a.root < 0 || !a.entry.Takes("clause") || g.starts(k, "V") && g.verbs[d.Tokens[k].Lemma] != nil {
		return false
	}
	if g.that(k) {
		return true
	}
	s := d.Child(k, "nsubj", "expl")
	if s < 0 || d.Tokens[i].Tag != "VBD" {
		return false
	}
	for _, x := range d.Children(k) {
		if d.Is(x, "aux") && (oneOf(d.Tokens[x].Lower, "would could might should") || d.Tokens[x].Lower == "had") {
			return true
		}
	}
	return false
}

// predicated returns what the verb i says that its object is: its complement or
// a second object, as many a tree has it ("consider the treaty a defeat"); -1
// when it says nothing of the kind.
func (g *reading) predicated(i, object int) int {
	if x := g.d.Child(i, "xcomp"); x >= 0 {
		return x
	}
	for _, c := range g.d.Children(i) {
		if c > object && g.d.Is(c, "obj:") {
			return c
		}
	}
	// "called the deal “a disaster”": in quotation marks after an object that is not
	for _, c := range g.d.Children(i) {
		if c > object && g.quote[c] >= 0 && g.quote[c] != g.quote[object] && g.quotes[g.quote[c]].Words <= 8 {
			return c
		}
	}
	return -1
}

// takePreposition takes the noun k as content when it hangs on a preposition
// that the cue takes.
func (g *reading) takePreposition(a *attribution, k int) {
	p := g.d.Child(k, "case", "mark")
	if p < 0 && g.lower(g.under[k].first) == "as" { // "as disgraceful", with an adverb in the tree
		p = g.under[k].first
	}
	likens := a.entry.Kind == "verb" && !a.entry.Takes("quote") && !a.entry.Takes("clause") && g.d.Child(a.head, "obj", "nsubj:pass") >= 0
	if p >= 0 && a.entry.Takes(g.d.Tokens[p].Lower) && (g.d.Tokens[p].Lower == "as" || likens) {
		g.takeAs(a, k)
		return
	}
	if p := g.d.Child(k, "case"); p >= 0 && a.entry.Takes(g.d.Tokens[p].Lower) {
		object := a.content.has(p - 1) // "accused him of theft", against "warned of war"
		g.takeSubtree(a, k)
		if !object {
			a.content.remove(p, p)
		}
	}
}

// takeAs takes "him as a thug", "the tax to theft" with what comes between, where k is the
// thug. Whom
// or what it is said of is told by the outlet.
func (g *reading) takeAs(a *attribution, k int) {
	d := g.d
	if a.entry.Kind == "verb" {
		if o := d.Child(a.head, "obj", "nsubj:pass"); o >= 0 && o < k && !a.entry.Takes("addressee") {
			g.takeSubtree(a, o)
			g.tell(a, o)
			if o > a.head && g.under[o].last < g.under[k].first {
				a.content.add(g.under[o].first, g.under[k].first)
			}
		}
	}
	g.takeSubtree(a, k)
}

// takeTopic takes the phrase right behind the object k that says what it is about,
// though the tree hangs it from the cue at i: "touted her record on housing".
func (g *reading) takeTopic(a *attribution, i, k int) {
	d := g.d
	next := g.under[k].last + 1
	for _, c := range d.Children(i) {
		if !d.Is(c, "obl", "nmod") || g.under[c].first != next || a.entry.Takes(g.lower(next)) || !oneOf(g.lower(next), "about against for from of on over to towards with") {
			continue
		}
		for j := next; j <= g.under[c].last; j++ {
			if days[d.Tokens[j].Lower] && j > next || months[d.Tokens[j].Lower] || d.Tokens[j].Tag == "CD" || media[d.Tokens[j].Lemma] {
				return // when, or in what, it was said
			}
		}
		g.takeSubtree(a, c)
		g.tell(a, c)
		return
	}
}

// takeNoun takes the noun k without the preposition that it hangs on.
func (g *reading) takeNoun(a *attribution, k int) {
	g.takeSubtree(a, k)
	if p := g.d.Child(k, "case"); p >= 0 && p == g.under[k].first {
		a.content.remove(p, p)
	}
}

// takeSubtree adds what k governs to the content of a, but for the cue's own
// clause where the tree has the cue inside (a clause that it interrupts).
func (g *reading) takeSubtree(a *attribution, k int) {
	a.content.add(g.under[k].first, g.under[k].last)
	if g.hangs(a.head, k) {
		a.content.remove(g.under[a.head].first, g.under[a.head].last)
	}
}

// tell marks what k governs as told by the outlet. A clause, a quotation and what
// is said of something give the words of a source; a noun that is spoken of, or
// an act that is wanted, is described by the outlet: "condemned the brutal raid",
// "sought to calm the panic". It is content all the same, and what is quoted in it
// is the source's. Verbs that take a subject with its infinitive ("is believed to
// be") report a proposition by any infinitive, others an act (Landau 2013, Control
// in Generative Grammar).
func (g *reading) tell(a *attribution, k int) {
	a.told.add(g.under[k].first, g.under[k].last)
}

// tellAsides marks the asides in what the outlet reports indirectly as told by
// the outlet: appositions and relative clauses that a comma or dash parts from
// their noun ("he said the mayor, a bitter rival, had left"). Such supplements are
// the narrator's, not part of what was said (Potts 2005, The Logic of
// Conventional Implicatures). So are the words by which a narrator explains a
// term or keeps away from it, and the term: "the so-called green list".
// And where a content that is no clause is quoted in part, the marks say which
// words are the source's: "mocked the sorry plan as “a toy”".
func (g *reading) tellAsides(a *attribution) {
	d := g.d
	if a.root < 0 && len(a.quoted) > 0 && a.entry.Kind != "phrase" {
		for _, r := range a.content {
			a.told.add(r.first, r.last)
		}
	}
	for _, r := range a.content {
		for k := r.first; k <= r.last; k++ {
			if n := g.glossAt(k); n > 0 && g.quote[k] < 0 {
				a.told.add(k, max(k+n-1, d.Tokens[k+n-1].Head))
			}
			if g.quote[k] >= 0 || !d.Is(k, "appos", "acl", "parataxis") {
				continue
			}
			u := g.under[k]
			if u.first <= r.first || u.last > r.last || d.Tokens[k].Head >= u.first || g.quote[d.Tokens[k].Head] >= 0 {
				continue
			}
			if b := u.first - 1; !d.Tokens[b].IsWord() && d.Tokens[b].Head != k || !d.Tokens[u.first].IsWord() {
				a.told.add(u.first, u.last)
			}
		}
	}
}

// glossAt returns how many tokens the word of distance at token k has, 0 when none
// stands there: "so-called", of one token or of three.
func (g *reading) glossAt(k int) int {
	if glosses[g.lower(k)] {
		return 1
	}
	if g.lower(k+1) == "-" && glosses[g.lower(k)+"-"+g.lower(k+2)] {
		return 3
	}
	return 0
}

// dropFellow takes out of the content a verb that the tree has coordinated with its
// root k, though it has the tense of the cue and k has not: "said the ban goes too
// far and struck it down".
func (g *reading) dropFellow(a *attribution, k int) {
	d := g.d
	tag := d.Tokens[a.head].Tag
	if !isFinite(tag) || g.tense(k) == tag {
		return
	}
	for _, c := range d.Children(k) {
		if d.Is(c, "conj") && c > k && d.Tokens[c].Tag == tag && d.Child(c, "nsubj", "aux", "mark", "expl") < 0 {
			first := g.under[c].first
			if cc := d.Child(c, "cc"); cc >= 0 {
				first = min(first, cc)
			}
			a.content.remove(first, g.under[c].last)
		}
	}
}

// tense returns the tag of the finite verb of the clause of head k: its own or
// that of its auxiliary or copula.
func (g *reading) tense(k int) string {
	for _, c := range g.d.Children(k) {
		if g.d.Is(c, "aux", "cop") && isFinite(g.d.Tokens[c].Tag) {
			return g.d.Tokens[c].Tag
		}
	}
	return g.d.Tokens[k].Tag
}

var glosses = wordSet("so-called self-described self-proclaimed self-styled self-appointed")

// dropTime takes words for time at the head of the clause k out of the content:
// they say when it was said.
func (g *reading) dropTime(a *attribution, k int) {
	d := g.d
	if d.Child(k, "mark") >= 0 {
		return
	}
	subject := d.Child(k, "nsubj", "expl", "csubj")
	i := g.under[k].first
	if subject < 0 || i <= a.head || i != a.cue.last+1 {
		return
	}
	start := g.under[subject].first
	for j := i; j < start; j++ {
		if !days[d.Tokens[j].Lower] || j == start-1 && (d.Tokens[j].Lower == "on" || d.Tokens[j].Lower == "in") {
			return
		}
	}
	a.content.remove(i, start-1)
}

// days are the words for time that stand between a cue and its content: "said
// Monday the bridge was closed", "said last week she would go".
var days = wordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later
	recently last this next week month year day night morning afternoon evening on in`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// isNounCue reports whether k is a noun that brings content of its own: "made
// the claim that …".
func (g *reading) isNounCue(k int) bool {
	return g.nouns[g.d.Tokens[k].Lemma] != nil && g.d.Child(k, "acl", "ccomp") > k
}

// isQuestion reports whether the clause at k is an embedded question.
func (g *reading) isQuestion(k int) bool {
	for i := g.under[k].first; i <= min(g.under[k].first+1, k); i++ {
		if questions[g.d.Tokens[i].Lower] {
			return true
		}
	}
	return false
}

var questions = wordSet("whether if what who how why where when which whom whose")

// between reports whether a token spelt w stands between i and k.
func (g *reading) between(i, k int, w string) bool {
	for j := min(i, k) + 1; j < max(i, k); j++ {
		if g.d.Tokens[j].Word == w {
			return true
		}
	}
	return false
}

// interrupted takes the clause that the cue stands in by way of parenthesis:
// "The bridge, he said, was closed".
func (g *reading) interrupted(a *attribution, i int) {
	d, c := g.d, a.entry
	h := d.Tokens[i].Head
	if h < 0 || !(c.Takes("clause") || c.Takes("quote")) || len(a.content) > 0 {
		return
	}
	as := d.Is(i, "advcl") && g.lower(d.Child(i, "mark")) == "as"
	aside := d.Is(i, "parataxis") && i > h || as
	if !as && (d.Child(i, "xcomp", "ccomp") >= 0 || d.Child(i, "obj") >= 0 && !c.Takes("addressee")) {
		return // "most like it" says something of its own
	}
	if !aside || c.Rare && as && !g.speaks(i) {
		return
	}
	g.takeSubtree(a, h)
	a.root = h
	g.dropWhen(a, i)
}

// dropWhen takes out of the content what closes an interrupting cue up to its
// comma: "The bridge, he said on Monday, was closed".
func (g *reading) dropWhen(a *attribution, i int) {
	first := max(a.cue.last, a.source.last) + 1
	if b := min(a.cue.first, max(a.source.first, 0)); b <= 0 || g.d.Tokens[b-1].Word != "," {
		return
	}
	for k := first; k <= min(first+6, g.sentence(i).last); k++ {
		switch t := g.d.Tokens[k]; {
		case t.Word == "," && k > first:
			a.content.remove(first, k)
			return
		case !t.IsWord() || isFinite(t.Tag):
			return
		}
	}
}

// speaks reports whether the verb i, which has commoner uses, is one of speech in
// "as X put it": it has an object, or a person or a name for its subject. In "as
// time went on" it has neither.
func (g *reading) speaks(i int) bool {
	s := g.d.Child(i, "nsubj")
	if s < 0 || g.lower(s) == "it" {
		return false
	}
	return g.d.Child(i, "obj") >= 0 || g.starts(s, "NNP") || g.d.Tokens[s].Tag == "PRP" || g.index.At(s) >= 0
}
