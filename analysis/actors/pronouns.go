package actors

import (
	"slices"
	"strings"

	"slant/analysis/clause"
	"slant/analysis/language"
)

// heOrShe ties a personal pronoun to a person: the subject before it in its
// sentence, else the subject of the sentence before, else the only person
// there. Two who fit alike are none.
func (r *reading) heOrShe(i int, past []int) int {
	t := &r.doc.Tokens[i]
	gender := byte('m')
	switch t.Lower {
	case "she", "her", "hers", "herself":
		gender = 'f'
	}
	actor := r.somebody(i, gender, past)
	if actor < 0 {
		return -1
	}
	return r.mark(actor, i, i, "pronoun")
}

// men are nouns that say no more of somebody than a pronoun does.
var men = map[string]byte{"man": 'm', "guy": 'm', "fellow": 'm', "gentleman": 'm', "woman": 'f', "lady": 'f', "person": 0}

// thisMan ties "this man" and the like to a person as "he" is tied.
func (r *reading) thisMan(i int, past []int) int {
	if w := r.doc.Tokens[i].Lower; w != "this" && w != "that" || r.doc.Tokens[i].Tag != "DT" {
		return -1
	}
	gender, ok := men[r.lower(i+1, r.doc.Tokens[i].Sentence)]
	if !ok {
		return -1
	}
	actor := r.somebody(i, gender, past)
	if actor < 0 {
		return -1
	}
	return r.mark(actor, i, i+1, "description")
}

// somebody returns the person of a gender, 0 for either, whom the pronoun or
// phrase at token i refers to, or -1.
func (r *reading) somebody(i int, gender byte, past []int) int {
	speaker := r.speaker(i)
	fits := func(m *mark) bool {
		e := &r.found[m.actor]
		return m.actor != speaker && e.Type == "person" && (e.gender == 0 || gender == 0 || e.gender == gender) && !(r.object(i) && r.sameClause(m, i))
	}
	reach := pronounReach
	if speaker >= 0 {
		reach = speechReach
	}
	actor := r.antecedent(i, past, fits, reach)
	if actor < 0 {
		return -1
	}
	if e := &r.found[actor]; e.gender == 0 {
		e.gender = gender
	}
	return actor
}

// speaker returns the actor who is said, before or after it, to speak the
// quotation in which token i stands, or -1: in it he is "I". A few words in
// quotation marks are no speech.
func (r *reading) speaker(i int) int {
	const speech, near = 5, 60 // tokens
	for n := range r.doc.Quotations {
		q := &r.doc.Quotations[n]
		if q.First > i {
			break
		}
		if !q.Has(i) || q.Last-q.First < speech {
			continue
		}
		at := r.doc.Tokens[q.First].Sentence
		if n > 0 && at > 0 && r.doc.Tokens[r.doc.Quotations[n-1].Last].Sentence == at-1 {
			at-- // goes on after "said X."
		}
		from, to := r.doc.Sentences[at].First, r.doc.Sentences[r.doc.Tokens[q.Last].Sentence].Last
		from, to = max(from, q.First-near), min(to, q.Last+near)
		for j := from; j < to; j++ {
			if q.Has(j) && !q.Unclosed {
				j = q.Last
				continue
			}
			if r.cover[j] < 0 || !r.doc.Is(j, "nsubj") {
				continue
			}
			if v := r.doc.Tokens[j].Head; v >= 0 && r.has("speaking-verbs", r.doc.Tokens[v].Lemma) && !r.quoted(v) {
				return r.marks[r.cover[j]].actor
			}
		}
	}
	return -1
}

// quoted reports whether token i stands in a quotation that is closed.
func (r *reading) quoted(i int) bool {
	return slices.ContainsFunc(r.doc.Quotations, func(q language.Quotation) bool { return q.Has(i) && !q.Unclosed })
}

// object reports whether a pronoun is the object of a verb.
func (r *reading) object(i int) bool {
	switch r.doc.Tokens[i].Lower {
	case "him", "them":
		return true
	case "her", "it":
		return r.doc.Is(i, "obj", "iobj")
	}
	return false
}

// sameClause reports whether a mark is the subject of the verb that the pronoun
// at token i is the object of: then it is somebody else.
func (r *reading) sameClause(m *mark, i int) bool {
	h := r.headOf(m)
	for r.doc.Is(h, "appos") && r.doc.Tokens[h].Head >= 0 {
		h = r.doc.Tokens[h].Head
	}
	return r.doc.Tokens[i].Head >= 0 && r.doc.Tokens[h].Head == r.clauseOf(i) && r.doc.Is(h, "nsubj")
}

// clauseOf returns the verb whose subject is that of the verb which token i
// depends on: of "met and thanked him" met.
func (r *reading) clauseOf(i int) int {
	v := r.doc.Tokens[i].Head
	for steps := 0; steps < 8 && v >= 0 && (r.doc.Is(v, "conj") && r.doc.Child(v, "nsubj") < 0 || clause.Listed(r.doc, v)) && r.doc.Tokens[v].Head >= 0; steps++ {
		v = r.doc.Tokens[v].Head
	}
	return v
}

// headOf returns the token of a mark on which its others depend.
func (r *reading) headOf(m *mark) int {
	for i := m.first; i <= m.last; i++ {
		if t := &r.doc.Tokens[i]; t.Relation != "" && t.Relation != "punct" && (t.Head < m.first || t.Head > m.last) {
			return i
		}
	}
	return m.last
}

// subjectMark reports whether a mark is the subject of a clause.
func (r *reading) subjectMark(m *mark) bool {
	h := r.headOf(m)
	if r.doc.Tokens[h].Relation == "" {
		s := r.doc.Tokens[m.last].Sentence
		return finite(r.tag(m.last+1, s)) || strings.HasPrefix(r.tag(m.last+1, s), "RB") && finite(r.tag(m.last+2, s))
	}
	for steps := 0; steps < 3; steps++ {
		if r.doc.Is(h, "nsubj") {
			return true
		}
		if !r.doc.Is(h, "appos", "flat", "nmod:desc") || r.doc.Tokens[h].Head < 0 {
			return false
		}
		h = r.doc.Tokens[h].Head
	}
	return false
}

// antecedent returns the actor to whom the pronoun at token i refers among the
// marks before it, up to reach sentences back, or -1. One who is no subject will
// do where he is the only one who fits.
func (r *reading) antecedent(i int, past []int, fits func(*mark) bool, reach int) int {
	sentence := r.doc.Tokens[i].Sentence
	for back := 0; back <= reach; back++ {
		subject, only, several := -1, -1, false
		first := true
		for n := len(past) - 1; n >= 0; n-- {
			m := &r.marks[past[n]]
			if m.dead {
				continue
			}
			at := sentence - r.doc.Tokens[m.first].Sentence
			if at > back {
				break
			}
			if at != back || r.doc.In(m.first) != r.doc.In(i) || !fits(m) {
				continue
			}
			if r.subjectMark(m) && (subject < 0 || back > 0 && !r.embedded(m)) {
				subject = m.actor // the nearest in its own sentence, the main one in another
			}
			if first {
				only, first = m.actor, false
			} else if m.actor != only {
				several = true
			}
		}
		switch {
		case subject >= 0:
			return subject
		case only >= 0 && !several:
			return only
		case only >= 0:
			return -1
		}
	}
	return -1
}

// embedded reports whether a subject is that of a clause within another.
func (r *reading) embedded(m *mark) bool {
	h := r.headOf(m)
	v := r.doc.Tokens[h].Head
	return v >= 0 && r.doc.Tokens[v].Head >= 0 && !r.doc.Is(v, "conj", "parataxis")
}
