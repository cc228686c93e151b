package actors

import (
	"slices"
	"strings"
)

// Reach of what refers back, in sentences.
const (
	descriptionReach = 6 // "the group"; one with a nation reaches over the whole article
	placeReach       = 2
	pronounReach     = 2
)

// refer ties descriptions and pronouns to the actors named before them. What it
// ties can be referred to in turn, so it goes from left to right.
func (r *reading) refer() {
	order := make([]int, 0, len(r.marks)+len(r.doc.Tokens)/10)
	for n := range r.marks {
		if !r.marks[n].dead && r.marks[n].first >= 0 {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.marks[a].first - r.marks[b].first })
	past := make([]int, 0, cap(order)) // marks before the token that is looked at
	for i := range r.doc.Tokens {
		for len(order) > 0 && r.marks[order[0]].first < i {
			past, order = append(past, order[0]), order[1:]
		}
		if i > 0 && r.doc.In(i) != r.doc.In(i-1) {
			past = past[:0] // the body does not refer to the title
		}
		n := -1
		switch r.doc.Tokens[i].Lower {
		case "the", "this", "that", "these", "those":
			n = r.description(i, past)
		case "he", "him", "his", "himself", "she", "her", "hers", "herself":
			n = r.heOrShe(i, past)
		case "it", "its", "itself":
			n = r.it(i, past)
		case "they", "them", "their", "themselves":
			n = r.they(i, past)
		}
		if n >= 0 {
			past = append(past, n)
		}
	}
}

// description ties the phrase that token i opens to the last actor whom it
// fits, and returns its mark, or -1.
func (r *reading) description(i int, past []int) int {
	s := r.doc.Tokens[i].Sentence
	if r.doc.Tokens[i].Tag != "DT" && r.doc.Tokens[i].Tag != "PDT" {
		return -1
	}
	head, nation, modifiers, whole := r.phrase(i, s)
	if head < 0 {
		return -1
	}
	t := &r.doc.Tokens[head]
	switch r.lower(head+1, s) {
	case "of", "that", "-", "'s":
		if r.lower(head+1, s) != "'s" {
			return -1
		}
	}
	actor := -1
	if r.has("roles", t.Lower) && t.Tag != "NNS" {
		actor = r.personCalled(i, head, nation, modifiers, past)
	}
	word := t.Lower
	if len(modifiers) > 0 && len(r.nouns[modifiers[len(modifiers)-1]+" "+word]) > 0 {
		word = modifiers[len(modifiers)-1] + " " + word // "the news agency"
		modifiers = modifiers[:len(modifiers)-1]
	}
	if actor < 0 && whole < 0 && (nation != "" || r.all("modifiers", modifiers)) {
		actor = r.actorCalled(word, i, nation, past)
	}
	if actor < 0 {
		return -1
	}
	if whole >= 0 { // "The Iranian deputy minister": the adjective goes on meaning Iran
		m := &r.marks[whole]
		for j := m.first; j <= m.last; j++ {
			r.cover[j] = -1
		}
		m.last, m.end, m.form, m.noun = m.first, r.doc.Tokens[m.first].End, "demonym", ""
	}
	return r.mark(actor, i, head, "description")
}

// all reports whether a set holds every one of words.
func (r *reading) all(set string, words []string) bool {
	for _, w := range words {
		if !r.has(set, w) {
			return false
		}
	}
	return true
}

// phrase reads the noun phrase that the determiner at token i opens: its head,
// the state whose adjective it holds ("" for none), the other words before the
// head, and the mark, or -1, that covers adjective and head. The head is -1
// where the phrase is not one that refers back.
func (r *reading) phrase(i, s int) (head int, nation string, modifiers []string, whole int) {
	head, whole = -1, -1
	for j := i + 1; r.within(j, s) && j < i+8; j++ {
		t := &r.doc.Tokens[j]
		if c := r.cover[j]; c >= 0 {
			m := &r.marks[c]
			if r.found[m.actor].Type == "person" {
				return -1, "", nil, -1
			}
			if m.noun != "" && m.name != nil && m.name.form == "demonym" && r.has("roles", r.doc.Tokens[m.last].Lower) {
				return m.last, r.found[m.actor].ID, nil, c
			}
			if m.form != "demonym" || m.first != j || head >= 0 {
				return -1, "", nil, -1
			}
			nation = r.found[m.actor].ID
			j = m.last
			continue
		}
		switch {
		case noun(t.Tag):
			if head >= 0 {
				modifiers = append(modifiers, r.doc.Tokens[head].Lower)
			}
			head = j
		case strings.HasPrefix(t.Tag, "JJ") || t.Tag == "HYPH" || t.Tag == "VBN" || t.Tag == "CD":
			if head >= 0 {
				return head, nation, modifiers, whole
			}
			modifiers = append(modifiers, t.Lower)
			if t.Tag == "JJS" {
				return -1, "", nil, -1
			}
			switch t.Lower {
			case "other", "new", "first", "second", "third", "same", "rival", "local", "next", "latest", "another", "many", "few", "various", "opposing", "opposition", "last", "only", "foreign", "international", "former", "late", "two", "three", "most", "own":
				return -1, "", nil, -1
			}
		default:
			return head, nation, modifiers, whole
		}
	}
	return head, nation, modifiers, whole
}

// personCalled returns the last person whom the text has called what the phrase
// from token i to head calls somebody.
func (r *reading) personCalled(i, head int, nation string, modifiers []string, past []int) int {
	role := key(r.doc.Tokens[head].Lower)
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		e := &r.found[m.actor]
		if e.Type != "person" || m.dead {
			continue
		}
		if !slices.Contains(e.roles, role) || slices.ContainsFunc(modifiers, func(w string) bool { return !slices.Contains(e.roles, w) && !r.has("modifiers", w) }) {
			continue
		}
		if nation != "" && !r.fromNation(e, nation) {
			continue
		}
		if nation == "" && r.sentences(m.first, i) > descriptionReach {
			return -1
		}
		return m.actor
	}
	return -1
}

// sentences returns how many sentences lie between two tokens.
func (r *reading) sentences(a, b int) int { return r.doc.Tokens[b].Sentence - r.doc.Tokens[a].Sentence }

// fromNation reports whether an actor acts for a state or comes from it.
func (r *reading) fromNation(e *entity, state string) bool {
	if e.ID == state || e.nation == state {
		return true
	}
	for up, steps := e.PartOf, 0; up != "" && steps < 8; up, steps = r.partOf(up), steps+1 {
		if up == state {
			return true
		}
		if n, ok := r.byID[up]; ok && r.entries[n].Nation == state {
			return true
		}
		if n, ok := r.byActor[up]; ok && r.found[n].nation == state {
			return true
		}
	}
	return false
}

// actorCalled returns the last actor other than a person whom a noun fits: a
// group for "movement", a state whose army was named for "army".
func (r *reading) actorCalled(word string, i int, nation string, past []int) int {
	kinds := r.nouns[word]
	office := r.has("offices", word)
	if len(kinds) == 0 && !office {
		return -1
	}
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		e := &r.found[m.actor]
		if m.dead || e.Type == "person" || m.form == "demonym" && e.kind != "party" {
			continue
		}
		far := r.sentences(m.first, i)
		if nation == "" && far > descriptionReach {
			return -1
		}
		if nation != "" && (!r.fromNation(e, nation) || e.ID == nation) {
			continue
		}
		switch {
		case office && m.noun == word:
			return m.actor // "the Israeli army … the army"
		case e.Type == "state" || e.Type == "place":
			reach := placeReach
			if nation != "" {
				reach = 1 << 20
			}
			if slices.Contains(kinds, e.kind) && far <= reach && m.noun == "" && (e.kind != "state" || word == "country" || word == "kingdom" || word == "republic" || word == "emirate") && !(e.kind == "state" && m.form == "description") {
				return m.actor
			}
		case r.called(e, word, kinds):
			return m.actor
		}
	}
	return -1
}

// called reports whether a description by a noun, which fits actors of the given
// kinds, fits an actor. A noun such as "committee" must be in the actor's name.
func (r *reading) called(e *entity, word string, kinds []string) bool {
	if r.has("own-nouns", word) {
		_, keys := split(e.Name)
		return slices.Contains(keys, word)
	}
	if slices.Contains(kinds, e.kind) {
		return true
	}
	// a user's organisation may be of any kind
	return e.kind == "union" && e.entry >= 0 && e.Type == "organisation" && r.entries[e.entry].Nation == "" && len(kinds) == 1 && kinds[0] != "place" && kinds[0] != "state"
}
