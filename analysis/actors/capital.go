package actors

import "strings"

// acts reports whether the name of a capital, tokens first to last, stands for
// whom it is the capital of: where it speaks, acts or is dealt with. Without a
// sign of that it is the place.
func (r *reading) acts(first, last int) bool {
	s := r.doc.Tokens[first].Sentence
	next := r.lower(last+1, s)
	switch {
	case next == "'s" || next == "'" && r.doc.Tokens[last].End == r.doc.Tokens[last+1].Start:
		return !r.ofCity(last+2, s)
	case next == "-" && r.within(last+2, s):
		switch r.lower(last+2, s) {
		case "based", "born", "area", "bound", "trained", "wide", "style", "educated":
			return false
		}
		return strings.HasPrefix(r.tag(last+2, s), "VBN") || proper(r.tag(last+2, s))
	case noun(r.tag(last+1, s)) && r.cover[last+1] < 0 && r.doc.Tokens[last+1].Word != "%":
		// "Kyiv officials" speak for the state, "Kyiv suburbs" do not
		return r.has("institutions", next) && !r.has("capital-nouns", next)
	}
	if p := r.preposition(first, s); p >= 0 {
		return r.dealtWith(p, s)
	}
	if before := r.lower(first-1, s); before == "capital" || before == "city" || before == "," && r.cityBefore(first-2, s) {
		return false
	}
	if r.doc.Tokens[last].Relation != "" {
		return r.actsByTree(first, last, s)
	}
	return finite(r.tag(last+1, s)) || strings.HasPrefix(r.tag(last+1, s), "RB") && finite(r.tag(last+2, s))
}

// cityBefore reports whether token i, before a comma, calls what comes a city.
func (r *reading) cityBefore(i, s int) bool {
	return r.lower(i, s) == "capital" || r.lower(i, s) == "city"
}

// ofCity reports whether the phrase that begins with token i, after a
// possessive, is about the city: "Moscow's suburbs".
func (r *reading) ofCity(i, s int) bool {
	for steps := 0; steps < 4 && r.within(i, s); steps++ {
		t := &r.doc.Tokens[i]
		if r.has("capital-nouns", t.Lower) || strings.HasSuffix(t.Tag, "JJS") {
			return true
		}
		if !noun(t.Tag) && !strings.HasPrefix(t.Tag, "JJ") {
			return false
		}
		i++
	}
	return false
}

// preposition returns the preposition that token i stands after, with nothing
// but an adjective, article or a first member of a pair between them, or -1.
func (r *reading) preposition(i, s int) int {
	for j := i - 1; r.within(j, s) && i-j < 7; j-- {
		t := &r.doc.Tokens[j]
		switch {
		case t.Tag == "IN" || t.Tag == "TO":
			if t.Relation == "mark" || t.Lower == "that" || t.Lower == "while" || t.Lower == "as" || t.Lower == "because" || t.Lower == "if" || t.Lower == "although" {
				return -1
			}
			return j
		case strings.HasPrefix(t.Tag, "JJ"), proper(t.Tag), t.Tag == "CC" && t.Lower == "and", t.Tag == "DT" && t.Lower == "the", t.Lower == "both":
		case t.Lower == ",":
			// "in London, Paris and Berlin", but not "After the talks, Moscow said"
			if !r.within(j-1, s) || !proper(r.tag(j-1, s)) || r.subject(i) {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// subject reports whether the tree has token i as the subject of a verb.
func (r *reading) subject(i int) bool {
	return r.doc.Is(i, "nsubj") || r.doc.Is(i, "conj") && r.doc.Tokens[i].Head >= 0 && r.doc.Is(r.doc.Tokens[i].Head, "nsubj")
}

// dealtWith reports whether a capital after preposition p is its state: "with
// Beijing" and "between Moscow and Tehran" are, "in Moscow" is not, and "from
// Moscow" is after a word for what only a government gives.
func (r *reading) dealtWith(p, s int) bool {
	before := r.before(p, s)
	switch r.doc.Tokens[p].Lower {
	case "with", "by", "against", "between", "among", "without", "despite", "unlike", "like", "via", "than":
		return true
	case "of":
		return !r.has("capital-nouns", before) && !r.cityBefore(p-1, s)
	case "to", "from", "on", "for", "toward", "towards", "over":
		return r.has("state-nouns", before)
	}
	return false
}

// before returns the noun, verb or adjective before a preposition, as a lemma
// where it is a verb.
func (r *reading) before(p, s int) string {
	for j := p - 1; r.within(j, s) && p-j < 4; j-- {
		t := &r.doc.Tokens[j]
		switch {
		case verb(t.Tag):
			return t.Lemma
		case letters(t.Word):
			return t.Lower
		}
	}
	return ""
}

// actsByTree decides by what the capital depends on.
func (r *reading) actsByTree(first, last, s int) bool {
	i := last
	for j := first; j <= last; j++ {
		if h := r.doc.Tokens[j].Head; h < first || h > last {
			i = j
		}
	}
	for steps := 0; r.doc.Is(i, "conj") && steps < 4 && r.doc.Tokens[i].Head >= 0; steps++ {
		i = r.doc.Tokens[i].Head // "Moscow and Tehran agreed"
	}
	t := &r.doc.Tokens[i]
	if t.Head < 0 {
		return r.lower(last+1, s) == ":" // a headline: "Moscow: no talks"
	}
	head := &r.doc.Tokens[t.Head]
	switch {
	case r.doc.Is(i, "nsubj:pass"):
		return r.has("speaking-verbs", head.Lemma)
	case r.doc.Is(i, "nsubj:", "nsubj:outer", "nsubj:xsubj"):
		return verb(head.Tag) && !r.has("place-verbs", head.Lemma) || strings.HasPrefix(head.Tag, "JJ") || r.doc.Child(t.Head, "aux") >= 0
	case r.doc.Is(i, "obj", "iobj"):
		return verb(head.Tag) && !r.has("place-verbs", head.Lemma) && head.Lemma != "be"
	case r.doc.Is(i, "obl:agent"):
		return true
	case r.doc.Is(i, "parataxis", "vocative"):
		return false
	}
	return false
}
