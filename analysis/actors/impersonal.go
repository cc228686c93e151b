package actors

import "strings"

// it ties "it" and "its" to a state, organisation or group that is the subject
// before it in its sentence or of the whole sentence before.
func (r *reading) it(i int, past []int) int {
	if r.expletive(i) {
		return -1
	}
	return r.impersonal(i, past, func(m *mark) bool {
		e := &r.found[m.actor]
		if r.has("roles", r.doc.Tokens[m.last].Lower) {
			return false // "Israel's prime minister" is no "it"
		}
		return e.Type == "state" || e.Type == "organisation" || e.Type == "group" && e.kind != "people"
	})
}

// they ties "they" to a group, party or other body of many, or to those of an
// actor who are named as many: "Russian troops", "the Spanish".
func (r *reading) they(i int, past []int) int {
	if n := r.impersonal(i, past, r.many); n >= 0 {
		return n
	}
	return r.accused(i, past, func(e *entity) bool { return e.Type == "group" || e.kind == "party" })
}

// many reports whether a mark speaks of more than one.
func (r *reading) many(m *mark) bool {
	e := &r.found[m.actor]
	if e.Type == "person" || e.Type == "place" && m.form == "name" {
		return false
	}
	return e.Type == "group" || e.kind == "party" || m.form == "pronoun" && plural(r.doc.Tokens[m.first].Lower) || plurals(r.doc.Tokens[r.headOf(m)].Tag)
}

// accused ties "they" in a quotation to the only body of many that the sentence
// before the quotation names as an object: "Webb accused the Democrats of fraud.
// \"They lied,\" he said."
func (r *reading) accused(i int, past []int, many func(*entity) bool) int {
	s := r.doc.Tokens[i].Sentence
	if s == 0 || !r.quoted(i) || r.doc.In(i) != r.doc.In(r.doc.Sentences[s-1].First) || !r.doc.Is(i, "nsubj") || r.subjectBefore(i, s) >= 0 {
		return -1
	}
	actor := -1
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		at := r.doc.Tokens[m.first].Sentence
		if at < s-1 {
			break
		}
		if m.dead || at != s-1 || r.quoted(m.first) || !many(&r.found[m.actor]) || !r.doc.Is(r.headOf(m), "obj", "obl") {
			continue
		}
		if actor >= 0 && actor != m.actor {
			return -1
		}
		actor = m.actor
	}
	if actor < 0 {
		return -1
	}
	return r.mark(actor, i, i, "pronoun")
}

// impersonal ties a pronoun that does not mean a person to the actor that is the
// nearest subject before it which agrees with it in number.
func (r *reading) impersonal(i int, past []int, who func(*mark) bool) int {
	s := r.doc.Tokens[i].Sentence
	subject := r.ownerAround(i)
	if subject < 0 {
		subject = r.subjectBefore(i, s)
	}
	if subject < 0 && s > 0 && r.doc.Sentences[s-1].In == r.doc.Sentences[s].In && (r.doc.Is(i, "nsubj") || r.doc.Is(i, "nmod:poss")) {
		if subject = r.mainSubject(s - 1); subject >= 0 && (!r.agree(i, subject) || r.quoted(i) && !r.quoted(subject)) {
			subject = -1 // what the outlet spoke of, no source takes up
		}
	}
	if subject < 0 {
		return -1
	}
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		if m.dead || subject < m.first || subject > m.last || r.headOf(m) != subject && m.noun == "" {
			continue
		}
		if !who(m) || r.joined(subject) || r.otherwise(i, m.actor, past) {
			return -1
		}
		return r.mark(m.actor, i, i, "pronoun")
	}
	return -1
}

// ownerAround returns whoever owns the noun whose relative clause or participle
// the pronoun at token i stands in: "Norway's ships that could carry its
// grain"; -1 for nobody.
func (r *reading) ownerAround(i int) int {
	for p := i; p >= 0; p = r.doc.Tokens[p].Head {
		h := r.doc.Tokens[p].Head
		if h < 0 || h > i || !r.doc.Is(p, "acl", "acl:relcl") {
			continue
		}
		if owner := r.doc.Child(h, "nmod:poss"); owner >= 0 && owner < i && r.cover[owner] >= 0 && r.agree(i, owner) {
			return owner
		}
	}
	return -1
}

// otherwise reports whether the sentence has taken up an actor before token i by
// a pronoun of the other number.
func (r *reading) otherwise(i, actor int, past []int) bool {
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		if r.doc.Tokens[m.first].Sentence != r.doc.Tokens[i].Sentence {
			return false
		}
		if m.actor == actor && m.form == "pronoun" && plural(r.doc.Tokens[m.first].Lower) != plural(r.doc.Tokens[i].Lower) {
			return true
		}
	}
	return false
}

// agree reports whether the pronoun at token i, "it" or "they", can stand for
// the subject at token j: what is one is not many, a person is no "it", and the
// object of a verb is not its subject.
func (r *reading) agree(i, j int) bool {
	t := &r.doc.Tokens[j]
	if r.object(i) && t.Head >= 0 && t.Head == r.clauseOf(i) {
		return false
	}
	one := !plural(r.doc.Tokens[i].Lower)
	if c := r.cover[j]; c >= 0 {
		m := &r.marks[c]
		return m.form == "pronoun" && r.found[m.actor].Type != "person" && plural(t.Lower) != one || m.form != "pronoun" && r.found[m.actor].Type != "person" && (one || r.many(m))
	}
	switch {
	case t.Tag == "PRP":
		return t.Lower == "it" && one || t.Lower == "they" && !one
	case t.Tag == "NNS" || t.Tag == "NNPS":
		return !one
	}
	return one || r.joined(j) || !noun(t.Tag)
}

func plural(pronoun string) bool { return strings.HasPrefix(pronoun, "the") }

// joined reports whether another noun is joined to token i by "and".
func (r *reading) joined(i int) bool { return r.doc.Child(i, "conj") >= 0 }

// subjectBefore returns the nearest subject before token i in sentence s that
// agrees with the pronoun there, for an object the one whose clause is the nearest
// in the tree ("While Norway said it would stay if Hungary voted, Price attacked it");
// -1 when there is none.
func (r *reading) subjectBefore(i, s int) int {
	best, far := -1, 0
	for j := i - 1; r.within(j, s); j-- {
		if !r.doc.Is(j, "nsubj") || r.doc.Tokens[j].Tag == "WDT" || r.doc.Tokens[j].Tag == "WP" || r.doc.Tokens[j].Tag == "EX" || !r.agree(i, j) {
			continue
		}
		if !r.object(i) {
			return j
		}
		if d := r.hops(i, r.doc.Tokens[j].Head); best < 0 || d < far {
			best, far = j, d
		}
	}
	return best
}

// hops returns how many steps it is in the tree from token i up to the first
// token that governs it and j, and from there down to j.
func (r *reading) hops(i, j int) int {
	const most = 12
	for up, a := 0, i; a >= 0 && up < most; up, a = up+1, r.doc.Tokens[a].Head {
		for down, b := 0, j; b >= 0 && down < most; down, b = down+1, r.doc.Tokens[b].Head {
			if a == b {
				return up + down
			}
		}
	}
	return 2 * most
}

// mainSubject returns the subject of the main clause of sentence s, or -1.
func (r *reading) mainSubject(s int) int {
	for i := r.doc.Sentences[s].First; i < r.doc.Sentences[s].Last; i++ {
		if h := r.doc.Tokens[i].Head; h >= 0 && r.doc.Tokens[h].Head < 0 && r.doc.Is(i, "nsubj") {
			return i
		}
	}
	return -1
}

// expletive reports whether "it" stands for nothing: "it is clear that", "it
// seems", "made it possible".
func (r *reading) expletive(i int) bool {
	t := &r.doc.Tokens[i]
	if t.Lower != "it" {
		return false
	}
	if r.doc.Is(i, "expl") {
		return true
	}
	s := t.Sentence
	j := i + 1
	for r.tag(j, s) == "MD" || strings.HasPrefix(r.tag(j, s), "RB") {
		j++
	}
	if !r.within(j, s) {
		return false
	}
	switch r.doc.Tokens[j].Lemma {
	case "seem", "appear", "take", "rain", "snow", "turn", "happen", "matter", "follow", "emerge", "remain":
		return true
	case "be", "become":
		for k := j + 1; r.within(k, s) && k < j+6; k++ {
			if w := r.lower(k, s); w == "that" || w == "to" || w == "whether" || w == "who" || w == "when" {
				return true
			}
		}
	}
	return false
}
