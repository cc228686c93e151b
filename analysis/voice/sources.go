package voice

// verbSource finds who speaks by the verb at i: its subject, the agent of its
// passive, or the subject of the verb that it hangs from.
func (g *reading) verbSource(a *attribution, i int) {
	d := g.d
	if outer := g.goesOn(i); outer != nil {
		a.source, a.holder = outer.source, outer.holder
		outer.content.remove(g.under[i].first, g.under[i].last)
		return
	}
	passive := d.Child(i, "nsubj:pass", "aux:pass", "csubj:pass") >= 0
	if s := d.Child(i, "obl:agent"); s >= 0 {
		g.setSource(a, s)
		return
	}
	if passive {
		return
	}
	if s := d.Child(i, "nsubj"); s >= 0 {
		g.setSource(a, g.antecedent(s, i))
		return
	}
	h := d.Tokens[i].Head
	for steps := 0; h >= 0 && steps < 4; steps++ {
		switch {
		case d.Is(i, "acl") && g.starts(h, "N"):
			if d.Tokens[i].Tag == "VBG" {
				g.setSource(a, h)
			}
			return
		case !d.Is(i, "conj", "advcl", "xcomp", "parataxis", "ccomp", "acl", "dep"):
			return
		}
		if s := d.Child(h, "nsubj"); s >= 0 {
			if d.Is(s, "nsubj:pass") && d.Is(i, "xcomp") {
				return // "is said to believe": the passive's subject holds the belief
			}
			g.setSource(a, g.antecedent(s, h))
			return
		}
		i, h = h, d.Tokens[h].Head
	}
}

// goesOn returns the attribution whose speaker goes on with the participle i
// after a comma: "said that …, adding that …"; nil when none does. Wherever the
// tree hangs such a participle, it is the speaker who adds.
func (g *reading) goesOn(i int) *attribution {
	d := g.d
	if d.Tokens[i].Tag != "VBG" || !d.Is(i, "advcl", "ccomp", "conj", "acl", "xcomp", "parataxis") {
		return nil
	}
	before := i - 1
	for before >= 0 && d.Tokens[before].Tag == "RB" { // adverbs may stand between: ", even admitting"
		before--
	}
	if before < 0 || d.Tokens[before].Word != "," && g.quote[before] < 0 || d.Tokens[before].Sentence != d.Tokens[i].Sentence {
		return nil
	}
	for n := len(g.found) - 1; n >= 0; n-- {
		a := g.found[n]
		if a.cue.first < 0 || d.Tokens[a.cue.first].Sentence != d.Tokens[i].Sentence {
			return nil
		}
		if a.holder < 0 || !g.starts(a.head, "V") || !(a.entry.Takes("clause") || a.entry.Takes("quote")) || g.quote[a.head] != g.quote[i] {
			continue
		}
		if g.hangs(i, a.head) {
			return a
		}
	}
	return nil
}

// antecedent returns what the relative pronoun s, subject of verb, stands for;
// s itself when it is none.
func (g *reading) antecedent(s, verb int) int {
	d := g.d
	if oneOf(d.Tokens[s].Lower, "who which that") && d.Is(verb, "acl:relcl", "acl") && d.Tokens[verb].Head >= 0 {
		return d.Tokens[verb].Head
	}
	return s
}

// setSource makes the noun phrase of head s the source of a: its words with
// title, apposition and relative clause. Where s is the antecedent of the
// relative pronoun that the cue has for a subject, the pronoun is the source.
func (g *reading) setSource(a *attribution, s int) {
	d := g.d
	if p := d.Child(a.head, "nsubj"); p >= 0 && p != s && d.Is(a.head, "acl:relcl", "acl") && d.Tokens[a.head].Head == s {
		a.source, a.holder = run{p, p}, s
		return
	}
	r := run{s, s}
	for _, c := range d.Children(s) {
		if d.Is(c, "acl", "appos") && g.hangs(a.head, c) || d.Is(c, "conj") && g.starts(c, "V") {
			continue // the clause that the cue stands in
		}
		r = g.grow(a, r, c)
	}
	if a.cue.first >= 0 && r.overlaps(a.cue) {
		if s > a.cue.last {
			r.first = a.cue.last + 1
		} else {
			r.last = a.cue.first - 1
		}
	}
	for r.first < s && !d.Tokens[r.first].IsWord() {
		r.first++
	}
	for r.last > s && !d.Tokens[r.last].IsWord() {
		r.last--
	}
	a.source, a.holder = r, s
}

// grow returns r with the words that i governs within a source.
func (g *reading) grow(a *attribution, r run, i int) run {
	d := g.d
	if d.Is(i, "punct", "parataxis", "case", "cop", "advcl", "mark", "cc:preconj") || a.cue.has(i) {
		return r
	}
	r = run{min(r.first, i), max(r.last, i)}
	for _, c := range d.Children(i) {
		r = g.grow(a, r, c)
	}
	return r
}

// nounSource finds whose claim it is: the possessor, "by X", or the subject of
// the verb that makes it.
func (g *reading) nounSource(a *attribution, i int) {
	d := g.d
	if p := d.Child(i, "nmod:poss"); p >= 0 {
		g.setSource(a, p)
		return
	}
	for _, k := range d.Children(i) {
		if d.Is(k, "nmod", "obl:agent") && oneOf(g.lower(d.Child(k, "case")), "by from") {
			g.setSource(a, k)
			return
		}
	}
	if h := d.Tokens[i].Head; h >= 0 && d.Is(i, "obj", "obl") && g.starts(h, "V") {
		if c, _ := g.verb(h); c != nil && c.Takes("cue") {
			if s := d.Child(h, "nsubj:"); s >= 0 {
				g.setSource(a, g.antecedent(s, h))
			}
		}
	}
}
