package voice

// stretchCue takes into the cue what belongs to saying it: before its word the
// auxiliaries, adverbs and negation ("has also said", "would not confirm") and
// the verb or adjective that it is an infinitive of ("went on to say", "was quick
// to condemn"); after it adverbs, the day, the medium ("said in a statement") and
// the preposition that the content hangs on ("called for").
func (g *reading) stretchCue(a *attribution) {
	d := g.d
	g.stretchBack(a, a.head)
	for i := a.head; d.Is(i, "xcomp"); i = d.Tokens[i].Head {
		h := d.Tokens[i].Head
		if h < 0 || h >= a.cue.first || !g.starts(h, "V") && !g.starts(h, "JJ") || !g.onlyAdverbs(h+1, a.cue.first-1) {
			break
		}
		a.cue.first = h
		g.stretchBack(a, h)
	}
	for k := a.cue.last + 1; k < len(d.Tokens) && d.Tokens[k].Head == a.head && !a.content.has(k) && g.isManner(k); k++ {
		a.cue.last = k
	}
	if n := g.medium(a); n > 0 {
		a.cue.last = n
	}
	if k := a.cue.last + 1; k < len(d.Tokens) && d.Is(k, "case", "mark") && d.Tokens[k].Tag == "IN" && d.Tokens[k].Lower != "that" && !a.content.has(k) && a.content.has(d.Tokens[k].Head) {
		a.cue.last = k
	}
}

// stretchBack takes the words before the cue that belong to the verb or adjective
// i into it.
func (g *reading) stretchBack(a *attribution, i int) {
	d := g.d
	for k := a.cue.first - 1; k >= 0 && d.Tokens[k].Head == i && (d.Is(k, "aux", "advmod", "cop") || d.Tokens[k].Tag == "TO"); k-- {
		if oneOf(d.Tokens[k].Lower, "when where why how so then now") {
			return
		}
		a.cue.first = k
	}
}

// onlyAdverbs reports whether at most three tokens, all adverbs or "to", stand
// from first to last, so that the verbs on both sides are one cue.
func (g *reading) onlyAdverbs(first, last int) bool {
	for k := first; k <= last; k++ {
		if !oneOf(g.d.Tokens[k].Tag, "RB TO RP") {
			return false
		}
	}
	return last-first < 3
}

// isManner reports whether token k after a cue says how or on which day it was
// said.
func (g *reading) isManner(k int) bool {
	return g.d.Is(k, "advmod") && g.d.Tokens[k].Tag == "RB" ||
		g.d.Is(k, "obl:unmarked", "obl:tmod", "obl:npmod") && days[g.d.Tokens[k].Lower] && g.under[k] == run{k, k}
}

// medium returns the last token of what a cue was said in, when that follows it:
// "said in a statement", "wrote on Twitter"; 0 when none does.
func (g *reading) medium(a *attribution) int {
	d := g.d
	p := a.cue.last + 1
	if !oneOf(g.lower(p), "in on via") || a.content.has(p) {
		return 0
	}
	n := d.Tokens[p].Head
	if n <= p || n > p+4 || d.Tokens[n].Head != a.head || g.under[n].last != n || a.content.has(n) || !media[d.Tokens[n].Lemma] || n > p+1 && !oneOf(g.lower(p+1), "a an the his her its their") {
		return 0
	}
	return n
}

var media = wordSet(`address article blog broadcast column email e-mail essay editorial facebook filing instagram interview
	letter memo message note podcast post release report speech statement telegram tweet twitter video`)
