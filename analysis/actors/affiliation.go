package actors

import "strings"

// affiliations finds for whom the persons of the text speak or act: by what
// stands before the name ("Iranian Deputy Foreign Minister Ali Bagheri Kani"),
// by an apposition before or after it ("Israel's prime minister, …", "…, a
// spokesman for the army"), or by a party in brackets.
func (r *reading) affiliations() {
	for n := 0; n < len(r.marks); n++ {
		m := r.marks[n]
		if m.dead || m.first < 0 || r.found[m.actor].Type != "person" || m.form == "pronoun" || m.form == "description" {
			continue
		}
		s := r.doc.Tokens[m.first].Sentence
		for _, look := range []func(mark, int) int{r.affiliationBefore, r.affiliationAfter, r.affiliationOfOffice, r.appositionBefore, r.partyOf} {
			owner := look(m, s)
			if owner < 0 || owner == m.actor {
				continue
			}
			e := &r.found[m.actor]
			o := r.found[owner].ID
			switch {
			case e.PartOf != "":
			case r.comesRound(owner, e.ID):
			default:
				e.PartOf = o
			}
		}
	}
}

// comesRound reports whether found[i] is in the end part of id.
func (r *reading) comesRound(i int, id string) bool {
	up := r.found[i].ID
	for steps := 0; up != "" && steps < 9; steps++ {
		if up == id {
			return true
		}
		up = r.partOf(up)
	}
	return false
}

// partOf returns whom an actor of the article or of a list is part of.
func (r *reading) partOf(id string) string {
	if i, ok := r.byActor[id]; ok {
		return r.found[i].PartOf
	}
	if e, ok := r.byID[id]; ok {
		return r.entries[e].PartOf
	}
	return ""
}

// holds reports whether somebody who is called role acts for an actor of the
// given type: a minister for a state, a mayor for a town, anybody for a firm.
func (r *reading) holds(role string, owner *entity) bool {
	switch owner.Type {
	case "person":
		return false
	case "organisation", "group":
		return owner.kind != "people" || r.has("institutions", role)
	case "place":
		return r.has("institutions", role) || role == "mayor" || role == "governor" || role == "councillor" || role == "sheriff" || role == "chief" || role == "president" || role == "gov"
	}
	return r.has("institutions", role) || role == "chief" || role == "head" || role == "boss" || role == "mp" || role == "ruler" || role == "dictator" || role == "monarch" || role == "negotiator" || role == "prince"
}

// affiliationBefore goes left from a name over nouns and adjectives to the
// actor that they belong to.
func (r *reading) affiliationBefore(m mark, s int) int {
	e := &r.found[m.actor]
	role := ""
	for i := m.first - 1; r.within(i, s) && m.first-i < 10; i-- {
		t := &r.doc.Tokens[i]
		if c := r.cover[i]; c >= 0 {
			o := r.marks[c]
			owner := &r.found[o.actor]
			if r.lower(o.last+1, s) == "-" || owner.Type == "person" {
				return -1
			}
			if o.noun != "" {
				e.call(r.wordsOf(o)...)
				for _, w := range r.wordsOf(o) {
					r.told(e, w)
				}
				return r.unless(o.actor, owner, i, s)
			}
			if owner.Type == "state" && e.nation == "" {
				e.nation = owner.ID
			}
			if role != "" && r.holds(role, owner) {
				return r.unless(o.actor, owner, i, s)
			}
			return -1
		}
		switch {
		case r.has("roles", t.Lower) || r.title(key(t.Lower)):
			role = key(t.Lower)
		case t.Word == "-" || t.Lower == "'s" || t.Lower == "'" || t.Lower == "&" || t.Lower == "and" && role != "":
		case noun(t.Tag) || strings.HasPrefix(t.Tag, "JJ"):
		default:
			return -1
		}
	}
	return -1
}

// unless returns owner, or -1 where a word says that the person no longer acts
// for it.
func (r *reading) unless(actor int, owner *entity, i, s int) int {
	for j := i; r.within(j, s) && i-j < 5; j-- {
		switch r.lower(j, s) {
		case "former", "ex", "late", "then", "ousted", "deposed", "jailed", "exiled", "ex-":
			return -1
		}
	}
	for j := i + 1; r.within(j, s) && r.cover[j] < 0 && j < i+5; j++ {
		if w := r.lower(j, s); w == "former" || w == "ex" {
			return -1
		}
	}
	return actor
}

// wordsOf returns the words of a mark, folded.
func (r *reading) wordsOf(m mark) []string {
	var out []string
	for i := m.first; i <= m.last; i++ {
		if letters(r.doc.Tokens[i].Word) {
			out = append(out, key(r.doc.Tokens[i].Lower))
		}
	}
	return out
}

// affiliationAfter reads the apposition after a name, past an age.
func (r *reading) affiliationAfter(m mark, s int) int {
	i := m.last + 1
	if r.lower(i, s) != "," {
		return -1
	}
	i++
	if r.tag(i, s) == "CD" && r.lower(i+1, s) == "," {
		i += 2
	}
	end := i
	for r.within(end, s) && end < i+14 && r.lower(end, s) != "," && r.lower(end, s) != "." && !finite(r.tag(end, s)) && r.lower(end, s) != "who" && r.lower(end, s) != "whose" && r.lower(end, s) != `"` {
		end++
	}
	if i < end && (r.lower(i, s) == "the" || r.lower(i, s) == "a" || r.lower(i, s) == "an" || r.tag(i, s) == "PRP$" || r.cover[i] >= 0 || r.has("roles", r.lower(i, s)) || strings.HasPrefix(r.tag(i, s), "JJ") || noun(r.tag(i, s)) && !upper(r.doc.Tokens[i].Word)) {
		return r.office(m.actor, i, end, s)
	}
	return -1
}

// appositionBefore reads "Israel's prime minister, Benjamin Netanyahu,".
func (r *reading) appositionBefore(m mark, s int) int {
	end := m.first - 1
	if r.lower(end, s) != "," || !r.has("roles", r.lower(end-1, s)) && !(r.within(end-1, s) && r.cover[end-1] >= 0) {
		return -1
	}
	i := end
	for r.within(i-1, s) && end-i < 12 && !verb(r.tag(i-1, s)) && r.lower(i-1, s) != "," && r.lower(i-1, s) != `"` {
		i--
	}
	return r.office(m.actor, i, end, s)
}

// office reads tokens i to end-1 as what a person is, and returns for whom.
func (r *reading) office(person, i, end, s int) int {
	e := &r.found[person]
	role, at := "", -1
	for j := i; j < end; j++ {
		t := &r.doc.Tokens[j]
		if o := r.at(j); o != nil && o.kind == "party" && e.party == "" {
			e.party = o.ID // "a Democrat from Ohio"
		}
		if c := r.cover[j]; c >= 0 && r.marks[c].noun != "" && role == "" && r.has("roles", r.marks[c].noun) && r.found[r.marks[c].actor].Type != "person" {
			e.call(r.wordsOf(r.marks[c])...)
			return r.unless(r.marks[c].actor, &r.found[r.marks[c].actor], j, s)
		}
		if r.cover[j] < 0 && (r.has("roles", t.Lower) || r.has("roles", t.Lemma) && t.Tag != "NNS" || r.lower(j, s) == "mp") && (noun(t.Tag) || t.Tag == "JJ") {
			role, at = t.Lower, j
			e.call(t.Lower)
			r.told(e, t.Lower)
			if r.lower(j+1, s) == "of" && noun(r.tag(j+2, s)) {
				e.call(r.lower(j+2, s)) // "secretary of state"
			}
			if !noun(r.tag(j+1, s)) {
				break
			}
		}
	}
	if role == "" {
		return -1
	}
	for j := at - 1; j >= i; j-- { // "Hamas's political chief"
		if c := r.cover[j]; c >= 0 && r.lower(r.marks[c].last+1, s) != "-" {
			if owner := &r.found[r.marks[c].actor]; r.holds(role, owner) {
				return r.unless(r.marks[c].actor, owner, j, s)
			}
			return -1
		}
	}
	switch r.lower(at+1, s) {
	case "of", "for", "at", "with", "in", "from", "to":
	default:
		return -1
	}
	for j := at + 2; j < end; j++ { // "a spokesman for the Israeli army"
		if c := r.cover[j]; c >= 0 {
			owner := &r.found[r.marks[c].actor]
			if r.lower(at+1, s) == "to" && owner.Type == "state" && role != "envoy" {
				return -1
			}
			if r.holds(role, owner) && r.marks[c].form != "demonym" {
				return r.unless(r.marks[c].actor, owner, at, s)
			}
			return -1
		}
	}
	return -1
}

// affiliationOfOffice reads "Mayor Jane Doe of Port Ellis", and makes the place
// when nothing knows it.
func (r *reading) affiliationOfOffice(m mark, s int) int {
	if r.lower(m.last+1, s) != "of" || len(r.found[m.actor].roles) == 0 {
		return -1
	}
	i := m.last + 2
	if r.lower(i, s) == "the" {
		i++
	}
	if !r.within(i, s) {
		return -1
	}
	if r.cover[i] < 0 && r.nameLike(i, s) && r.lower(i-1, s) == "of" {
		for _, role := range r.found[m.actor].roles {
			if role == "mayor" || role == "governor" || role == "gov" || role == "bishop" || role == "archbishop" {
				r.placed(i, r.stretch(i, s), "")
				break
			}
		}
	}
	if r.cover[i] < 0 {
		return -1
	}
	owner := r.marks[r.cover[i]].actor
	for _, role := range r.found[m.actor].roles {
		if r.holds(role, &r.found[owner]) {
			return owner
		}
	}
	return -1
}

// partyOf reads "(R-Ohio)" and "(D-Calif.)".
func (r *reading) partyOf(m mark, s int) int {
	if r.lower(m.last+1, s) != "(" || r.lower(m.last+3, s) != "-" {
		return -1
	}
	party := ""
	switch r.doc.Tokens[m.last+2].Word {
	case "R":
		party = "republican-party"
	case "D":
		party = "democratic-party"
	}
	if e := r.entry(party); e >= 0 {
		r.found[m.actor].party = party
		return r.entity(e)
	}
	return -1
}
