package voice

// longest is how many tokens a content found by the order of words may have. It
// bounds the time in text without full stops.
const longest = 200

// byOrder takes the content that the order of words shows where the tree has not
// hung it on the cue at i: a clause after the cue, the sentence around it.
func (g *reading) byOrder(a *attribution, i int) {
	if a.root < 0 && (!a.entry.Rare || g.lower(a.cue.last+1) == "that" && g.d.Tokens[a.cue.last+1].Tag == "IN") {
		g.clauseAfter(a, i)
	}
	g.calledQuoted(a, i)
	g.sentenceAround(a, i)
	g.sentenceBefore(a, i)
	g.restOfSentence(a, i)
}

// clauseAfter takes the that-clause, question or bare clause that follows the
// cue, its adverbs and its addressee directly: "told agencies that …", "said in
// her speech that …", "assured voters he would …".
func (g *reading) clauseAfter(a *attribution, i int) {
	d, c := g.d, a.entry
	if !c.Takes("clause") && !c.Takes("question") {
		return
	}
	last := min(g.sentence(i).last, a.cue.last+25)
	for k := a.cue.last + 1; k <= last; k++ {
		t := d.Tokens[k]
		switch {
		case t.Lower == "that" && (t.Tag == "IN" || d.Is(k, "mark")) && c.Takes("clause"):
			if k > a.cue.last+1 && g.isCueNoun(k-1) && d.Child(k-1, "case") < 0 {
				return // "rejected the claim that …": the noun's
			}
			v := d.Tokens[k].Head
			if !d.Is(k, "mark") {
				v = g.predicateAfter(k)
			}
			g.takeClause(a, k, v)
			return
		case isFinite(t.Tag) && c.Takes("clause"):
			g.bareClause(a, i, k)
			return
		case isFinite(t.Tag) || t.Word == ";" || t.Word == ":" || t.Word == "(" || t.Word == "," || g.quote[k] != g.quote[i] || t.Tag == "WDT" || t.Tag == "WP":
			return
		}
	}
}

// isCueNoun reports whether token k is a noun that what follows may be the
// content of: "the claim that …".
func (g *reading) isCueNoun(k int) bool {
	return g.starts(k, "NN") && g.nouns[g.d.Tokens[k].Lemma] != nil
}

func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// predicateAfter returns the head of the first finite clause after token k in its
// sentence, -1 when there is none.
func (g *reading) predicateAfter(k int) int {
	d := g.d
	for j := k + 1; j <= g.sentence(k).last; j++ {
		if isFinite(d.Tokens[j].Tag) {
			return g.predicate(j)
		}
	}
	return -1
}

// predicate returns the head of the clause that the finite verb v stands in: the
// word that it is auxiliary or copula of, else v.
func (g *reading) predicate(v int) int {
	if d := g.d; d.Is(v, "aux", "cop") && d.Tokens[v].Head >= 0 {
		return d.Tokens[v].Head
	}
	return v
}

// takeClause takes the clause of predicate v, which begins at token first.
func (g *reading) takeClause(a *attribution, first, v int) {
	if v < first {
		return
	}
	a.content.add(first, max(v, g.under[v].last))
	a.root = v
}

// bareClause takes the clause of the finite verb k when its subject begins right
// after the cue at i or after whom the cue tells it.
func (g *reading) bareClause(a *attribution, i, k int) {
	d := g.d
	v := g.predicate(k)
	s := d.Child(v, "nsubj", "expl")
	if s < 0 || v < i {
		return
	}
	first := g.under[s].first
	if first > k || first <= a.cue.last || oneOf(d.Tokens[s].Lower, "who which that") {
		return
	}
	before := first - 1
	for before > a.cue.last && (days[d.Tokens[before].Lower] || d.Tokens[before].Tag == "RB") {
		before--
	}
	if before > a.cue.last && !(a.entry.Takes("addressee") && d.Is(before, "obj", "iobj") && d.Tokens[before].Head == i) {
		return
	}
	g.takeClause(a, first, v)
}

// sentenceAround takes what stands on both sides of a cue and its source that
// two commas part from the sentence: "The bridge, he said, was closed".
func (g *reading) sentenceAround(a *attribution, i int) {
	d := g.d
	if a.source.first < 0 || !(a.entry.Takes("clause") || a.entry.Takes("quote")) || !isFinite(d.Tokens[a.cue.first].Tag) {
		return
	}
	first, last := min(a.cue.first, a.source.first), max(a.cue.last, a.source.last)
	if last-first != a.cue.last-a.cue.first+a.source.last-a.source.first+1 || oneOf(g.lower(a.source.first), "who which that") {
		return
	}
	s := g.sentence(i)
	if q := g.quote[i]; q >= 0 {
		s = run{max(s.first, g.quotes[q].First), min(s.last, g.quotes[q].Last)}
	}
	if first <= s.first+1 || last+2 > s.last || d.Tokens[first-1].Word != "," || d.Tokens[last+1].Word != "," || g.quote[first-1] != g.quote[i] {
		return
	}
	if q := g.quote[last+2]; q != g.quote[i] {
		// A quotation that begins a sentence of its own does not go on with what stands before.
		if w := d.Tokens[min(last+3, s.last)].Word; w[0] < 'a' || w[0] > 'z' {
			return
		}
	}
	a.content.add(s.first, first-1)
	a.content.add(last+1, s.last)
}

// sentenceBefore takes what stands before a cue and its source that a comma parts
// from it and that they close: "The bridge was closed, the mayor said on Monday",
// "Fares would rise, analysts say; pay would not".
func (g *reading) sentenceBefore(a *attribution, i int) {
	d := g.d
	if len(a.content) > 0 || a.source.first < 0 || !(a.entry.Takes("clause") || a.entry.Takes("quote")) || !isFinite(d.Tokens[a.cue.first].Tag) {
		return
	}
	first, last := min(a.cue.first, a.source.first), max(a.cue.last, a.source.last)
	if !g.onlyWords(a.cue.last+1, a.source.first-1) && !g.onlyWords(a.source.last+1, a.cue.first-1) || oneOf(g.lower(a.source.first), "who which that") {
		return
	}
	s := g.sentence(i)
	if first < s.first+3 || d.Tokens[first-1].Word != "," || g.quote[first-1] != g.quote[i] || !g.closes(last, s.last) {
		return
	}
	begin := max(s.first, first-longest)
	for k := first - 2; k > begin; k-- {
		if g.quote[k] != g.quote[i] || d.Tokens[k].Word == ";" {
			begin = k + 1
			break
		}
	}
	if !g.hasFinite(begin, first-1) && !g.has(begin, first-1, "TO") {
		return
	}
	a.content.add(begin, first-1)
}

// closes reports whether nothing but when, where and to whom it was said follows
// token i up to a semicolon or the end of the sentence at last.
func (g *reading) closes(i, last int) bool {
	for k := i + 1; k <= last; k++ {
		t := g.d.Tokens[k]
		if t.Word == ";" {
			return true
		}
		if isFinite(t.Tag) || t.Word == "," || t.Word == ":" || g.quote[k] != g.quote[i] || k > i+12 {
			return false
		}
	}
	return true
}

// onlyWords reports whether adverbs and auxiliaries are all that stands from
// first to last, an empty stretch included.
func (g *reading) onlyWords(first, last int) bool {
	if first > last+1 {
		return false
	}
	for k := first; k <= last; k++ {
		if !g.starts(k, "RB") && !g.d.Is(k, "aux") {
			return false
		}
	}
	return true
}

// has reports whether a token of that tag stands from first to last.
func (g *reading) has(first, last int, tag string) bool {
	for k := first; k <= last; k++ {
		if g.d.Tokens[k].Tag == tag {
			return true
		}
	}
	return false
}

func (g *reading) hasFinite(first, last int) bool {
	for k := first; k <= last; k++ {
		if isFinite(g.d.Tokens[k].Tag) {
			return true
		}
	}
	return false
}

// restOfSentence takes what follows a verb of saying up to the end of its sentence,
// when a noun phrase follows at once, a finite verb after it, and the tree has
// given the cue nothing: "He also says the plan, while costly, was sound".
func (g *reading) restOfSentence(a *attribution, i int) {
	d, c := g.d, a.entry
	if len(a.content) > 0 || c.Rare || !c.Takes("clause") || c.Takes("addressee") || c.Takes("cue") || c.Takes("object") || !c.Takes("quote") || a.source.first < 0 || !g.onlyWords(a.source.last+1, a.cue.first-1) {
		return
	}
	first := a.cue.last + 1
	last := min(g.sentence(i).last, first+longest)
	if q := g.quote[i]; q >= 0 {
		last = min(last, g.quotes[q].Last)
	}
	if first >= last || g.quote[first] != g.quote[i] || !g.starts(first, "NN") && !g.starts(first, "PRP") && !g.starts(first, "JJ") && !oneOf(d.Tokens[first].Tag, "DT CD EX") || !g.hasFinite(first+1, last) {
		return
	}
	for k := first; k <= last; k++ {
		if d.Tokens[k].Word == ";" || d.Tokens[k].Word == ":" {
			last = k - 1
		}
	}
	a.content.add(first, last)
}

// calledQuoted takes the noun phrase after a verb of calling with the few words in
// quotation marks that follow it: "called the plan of the council “madness”".
func (g *reading) calledQuoted(a *attribution, i int) {
	if len(a.content) > 0 || !a.entry.Takes("predicate") {
		return
	}
	first, end := a.cue.last+1, min(a.cue.last+16, g.sentence(i).last)
	for k := first; k <= end; k++ {
		q := g.quote[k]
		switch {
		case q >= 0 && q != g.quote[i] && k > first:
			if g.quotes[q].Words < 2*speechWords {
				a.content.add(first, g.quotes[q].Last)
				a.told.add(first, k-1)
			}
			return
		case q != g.quote[i] || isFinite(g.d.Tokens[k].Tag):
			return
		}
	}
}
