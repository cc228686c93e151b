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
	if outer := g.speaksOn(i); outer != nil {
		a.source, a.holder = outer.source, outer.holder
		first := g.under[i].first
		if c := d.Child(i, "cc"); c >= 0 {
			first = min(first, c)
		}
		outer.content.remove(first, g.under[i].last)
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
	if s := g.subject(a, i); s >= 0 {
		g.setSource(a, g.antecedent(s, i))
		return
	}
	if d.Is(i, "advcl") && (d.Tokens[i].Tag == "VBN" || d.Tokens[i].Tag == "VBD" && i == g.sentence(i).first) && d.Child(i, "aux") < 0 {
		return // "Asked about the delay, she …": whoever is asked does not ask
	}
	if s := g.quotedOrIssued(i); s >= 0 {
		g.setSource(a, s)
		return
	}
	if s := g.beside(a, i); s >= 0 {
		g.setSource(a, s)
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

// quotedOrIssued returns who says what follows the participle i in "quoted the
// minister as saying …", "was quoted as saying …" and "the firm issued a statement
// saying …"; -1 when it is none of these.
func (g *reading) quotedOrIssued(i int) int {
	d := g.d
	h := d.Tokens[i].Head
	if h < 0 || d.Tokens[i].Tag != "VBG" {
		return -1
	}
	if g.lower(i-1) == "as" {
		if !g.starts(h, "VB") && d.Tokens[h].Head >= 0 && d.Is(h, "obj") {
			return h // hung on whom it quotes
		}
		return d.Child(h, "obj", "nsubj:pass")
	}
	if d.Is(i, "acl") && d.Is(h, "obj") && documents[d.Tokens[h].Lemma] && d.Tokens[h].Head >= 0 && g.starts(d.Tokens[h].Head, "VB") {
		return d.Child(d.Tokens[h].Head, "nsubj:")
	}
	return -1
}

// subject returns the subject of the verb i, -1 when it has none. Where the tree
// hangs two there, the other is that of what is said: "The bridge, he said, was …".
func (g *reading) subject(a *attribution, i int) int {
	subject, near := -1, 1<<30
	for _, s := range g.d.Children(i) {
		if !g.d.Is(s, "nsubj") || g.quote[s] >= 0 && g.quote[i] < 0 && g.quotes[g.quote[s]].Words > 1 && g.isComma(g.quotes[g.quote[s]].Last) {
			continue // what is said has its own: “Every child,” said Ruiz, “has …”
		}
		gap := g.under[s].first - a.cue.last
		if s < i {
			gap = a.cue.first - g.under[s].last
		}
		if gap < near {
			subject, near = s, gap
		}
	}
	return subject
}

// isComma reports whether a comma stands before or after the mark at token q that
// ends a quotation.
func (g *reading) isComma(q int) bool { return g.lower(q-1) == "," || g.lower(q+1) == "," }

// beside returns the head of the noun phrase that stands as the subject of the
// finite verb i should, when the tree has hung it elsewhere: before the verb with
// a comma or nothing before it ("In an interview, Ana Ruiz, a nurse, said"), or
// after a quotation and the verb (“…,” said a nurse). It is -1 when none does.
func (g *reading) beside(a *attribution, i int) int {
	d := g.d
	if !oneOf(d.Tokens[i].Tag, "VBD VBZ VBP") || d.Is(i, "conj", "acl") {
		return -1
	}
	first := a.cue.first
	for first > 0 && d.Tokens[first-1].Head == i && d.Is(first-1, "aux", "advmod") {
		first--
	}
	s := g.sentence(i)
	end := first - 1
	for end > s.first && d.Tokens[end].Word == "," {
		end--
	}
	for j := max(s.first, end-40); j <= end; j++ {
		u := g.under[j]
		if g.quote[j] != g.quote[i] || !g.starts(j, "NN") && d.Tokens[j].Tag != "PRP" || u.last < end || u.last > first || d.Child(j, "case") >= 0 {
			continue
		}
		if u.first == s.first || d.Tokens[u.first-1].Word == "," || d.Tokens[u.first-1].Tag == "CC" || d.Tokens[u.first].Word == "," {
			return j
		}
	}
	if k := first - 1; k >= 0 && g.quote[k] >= 0 && g.quote[i] < 0 {
		if oneOf(g.lower(a.cue.last+1), "him them me us") {
			return -1 // “…,” mocked him
		}
		return g.nounAfter(a.cue.last)
	}
	return -1
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
		if a.holder < 0 || !g.starts(a.head, "V") || !(a.entry.Takes("clause") || a.entry.Takes("quote")) || g.quote[a.head] != g.quote[i] || len(a.content) == 0 && d.Tokens[a.head].Tag == "VBG" {
			continue
		}
		if g.hangs(i, a.head) {
			return a
		}
	}
	return nil
}

// speaksOn returns the attribution whose speaker goes on with the verb i, though the
// tree has coordinated it with what he said: "said the talks had failed, and
// accused the union of …". That is so when the verb of what was said cannot be its
// fellow: another form, or a comma between. It is nil when nobody goes on.
func (g *reading) speaksOn(i int) *attribution {
	d := g.d
	h := d.Tokens[i].Head
	if h < 0 || !d.Is(i, "conj") || !isFinite(d.Tokens[i].Tag) || d.Child(i, "nsubj", "aux", "mark", "expl") >= 0 {
		return nil
	}
	c, _ := g.verb(i)
	if c == nil || c.Rare {
		return nil
	}
	fellow := d.Tokens[h].Tag == d.Tokens[i].Tag && d.Child(h, "aux", "cop") < 0
	comma := g.under[i].first > 0 && d.Tokens[g.under[i].first-1].Word == "," || g.lower(g.under[i].first) == ","
	if fellow && !comma {
		return nil
	}
	for n := len(g.found) - 1; n >= 0 && n >= len(g.found)-6; n-- {
		a := g.found[n]
		if a.root == h && g.starts(a.head, "V") && a.holder >= 0 && d.Tokens[a.head].Tag == d.Tokens[i].Tag && g.quote[a.head] == g.quote[i] && g.quote[h] == g.quote[i] {
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
	a.source, a.holder = g.phraseOf(a, s), s
	if name := g.namedBefore(s); name >= 0 {
		a.source = g.phraseOf(a, name)
	}
}

// phraseOf returns the noun phrase of head s as a source of a.
func (g *reading) phraseOf(a *attribution, s int) run {
	d := g.d
	r := run{s, s}
	for _, c := range d.Children(s) {
		if d.Is(c, "acl", "appos") && g.hangs(a.head, c) || d.Is(c, "conj") && g.starts(c, "V") {
			continue // the clause that the cue stands in
		}
		if m := d.Child(c, "mark"); d.Is(c, "acl") && g.lower(m) == "that" && a.entry.Takes("clause") && c > a.cue.last {
			continue // what he says: "told by the crew | that the flight …"
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
	r = g.wholeName(a, r, s)
	for r.first < s && (!d.Tokens[r.first].IsWord() || notSource[d.Tokens[r.first].Lower]) {
		r.first++
	}
	for r.last > s && (!d.Tokens[r.last].IsWord() || days[d.Tokens[r.last].Lower]) {
		r.last--
	}
	return r
}

// namedBefore returns the subject of the clause that opens the sentence when it
// names whom the pronoun s, subject of the main clause, means: "While Moscow
// condemned the raid, it warned …". A name says who speaks, a pronoun does not.
// It is -1 when there is none.
func (g *reading) namedBefore(s int) int {
	d := g.d
	if !thirdPerson[d.Tokens[s].Lower] || !d.Is(s, "nsubj:") || g.index.At(s) < 0 {
		return -1
	}
	c := d.Child(d.Tokens[s].Head, "advcl")
	if c < 0 || g.under[c].last > s || g.under[c].first != g.sentence(s).first || d.Child(c, "mark") < 0 {
		return -1
	}
	n := d.Child(c, "nsubj")
	if n < 0 || !g.starts(n, "NNP") || g.index.At(n) != g.index.At(s) {
		return -1
	}
	return n
}

// notSource are words before a source that are not part of it.
var notSource = wordSet("and but or so yet even also only just then")

// wholeName returns r with the noun phrases that stand beside it without a mark
// and hang from the same word: the tree parts many a title from its name.
func (g *reading) wholeName(a *attribution, r run, s int) run {
	h := g.d.Tokens[s].Head
	if h < 0 {
		return r
	}
	for grown := true; grown; {
		grown = false
		for _, c := range g.d.Children(h) {
			u := g.under[c]
			if c == s || !g.starts(c, "NN") || u.overlaps(a.cue) || days[g.d.Tokens[c].Lower] || g.d.Child(c, "case") >= 0 || !g.d.Is(c, "nsubj", "obj", "appos", "dep", "compound", "vocative") {
				continue
			}
			if u.last+1 == r.first || r.last+1 == u.first {
				r = run{min(r.first, u.first), max(r.last, u.last)}
				grown = true
			}
		}
	}
	return r
}

// grow returns r with the words that i governs within a source.
func (g *reading) grow(a *attribution, r run, i int) run {
	d := g.d
	if d.Is(i, "punct", "parataxis", "case", "cop", "advcl", "mark") || a.cue.has(i) {
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
