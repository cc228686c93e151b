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
	speechReach      = 4 // within a quotation, whose speaker is not who is spoken of
)

// refer ties descriptions and pronouns to the actors named before them. What it
// ties can be referred to in turn, so it goes from left to right.
func (r *reading) refer() {
	order := r.inOrder()
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
			if n = r.description(i, past); n < 0 {
				n = r.thisMan(i, past)
			}
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

// inOrder returns the marks on words in the order of the text.
func (r *reading) inOrder() []int {
	order := make([]int, 0, len(r.marks)+len(r.doc.Tokens)/10)
	for n := range r.marks {
		if !r.marks[n].dead && r.marks[n].first >= 0 {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.marks[a].first - r.marks[b].first })
	return order
}

// description ties the phrase that token i opens to the last actor whom it
// fits, and returns its mark, or -1.
func (r *reading) description(i int, past []int) int {
	s := r.doc.Tokens[i].Sentence
	if r.doc.Tokens[i].Tag != "DT" && r.doc.Tokens[i].Tag != "PDT" {
		return -1
	}
	p := r.phrase(i, s)
	if p.head < 0 {
		return -1
	}
	t := &r.doc.Tokens[p.head]
	person := p.member || r.has("roles", t.Lower) && t.Tag != "NNS"
	last := p.head
	switch next := r.lower(p.head+1, s); {
	case next == "of" && person && r.attached(p.head+1, p.head):
		of := p.head + 2 // "the secretary of state"
		if !r.within(of, s) || !noun(r.tag(of, s)) || noun(r.tag(of+1, s)) {
			return -1
		}
		p.words, last = append(p.words, r.lower(of, s)), of
	case next == "of" && person:
	case next == "of", next == "that", next == "-":
		return -1
	}
	actor := -1
	if person {
		actor = r.personCalled(i, &p, past)
	}
	if actor < 0 && (p.restricted || p.member || p.home >= 0 || last > p.head) {
		return -1
	}
	word, words := t.Lower, p.words
	if len(words) > 0 && len(r.nouns[words[len(words)-1]+" "+word]) > 0 {
		word = words[len(words)-1] + " " + word // "the news agency"
		words = words[:len(words)-1]
	}
	if actor < 0 && p.whole < 0 && (p.nation != "" || r.all("modifiers", words)) {
		actor = r.actorCalled(word, i, p.nation, past)
	}
	if actor < 0 {
		return -1
	}
	if p.whole >= 0 { // "The Iranian deputy minister": the adjective goes on meaning Iran
		m := &r.marks[p.whole]
		for j := m.first; j <= m.last; j++ {
			r.cover[j] = -1
		}
		m.last = m.first + len(m.name.words) - 1
		m.end, m.form, m.noun = r.doc.Tokens[m.last].End, m.name.form, ""
	}
	return r.mark(actor, i, last, "description")
}

// ofWhat are verbs that say with "of" what is done to their object or told it.
var ofWhat = map[string]bool{
	"accuse": true, "suspect": true, "convict": true, "acquit": true, "warn": true, "remind": true, "inform": true, "rob": true, "strip": true,
	"deprive": true, "rid": true, "clear": true, "assure": true, "notify": true, "advise": true, "tell": true, "relieve": true, "absolve": true,
}

// attached reports whether the preposition at token i belongs to the noun n
// before it, not to a verb ("accused the mayor of fraud"). Without a tree it does.
func (r *reading) attached(i, n int) bool {
	if h := r.doc.Tokens[n].Head; h >= 0 && r.doc.Is(n, "obj", "nsubj:pass") && ofWhat[r.doc.Tokens[h].Lemma] {
		return false
	}
	if r.doc.Tokens[i].Relation == "" {
		return true
	}
	h := r.doc.Tokens[i].Head
	return h < 0 || r.doc.Tokens[h].Head == n || r.doc.Is(h, "nmod")
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

// A phrase is a noun phrase that may refer back.
type phrase struct {
	head       int             // its noun, -1 where the phrase is not one that refers back
	nation     string          // the state or party whose adjective it holds, or of which its head is a member
	member     bool            // the head itself names a party: "the Democrat"
	home       int             // the actor, a place, that stands in it; -1 for none
	words      []string        // the other words before the head
	adjective  map[string]bool // those of them that are adjectives
	whole      int             // the mark that covers adjective and head; -1 for none
	restricted bool            // it says of which of several it speaks: only a person of whom it is known can be meant
}

// modifier reports whether a tag is that of a word before the head of a phrase, or of the head.
func modifier(tag string) bool { return noun(tag) || strings.HasPrefix(tag, "JJ") }

func plurals(tag string) bool { return tag == "NNS" || tag == "NNPS" }

// phrase reads the noun phrase that the determiner at token i opens.
func (r *reading) phrase(i, s int) phrase {
	p := phrase{head: -1, whole: -1, home: -1, adjective: map[string]bool{}}
	none := phrase{head: -1}
	for j := i + 1; r.within(j, s) && j < i+8; j++ {
		t := &r.doc.Tokens[j]
		if c := r.cover[j]; c >= 0 {
			m := &r.marks[c]
			e := &r.found[m.actor]
			if e.Type == "person" {
				return none
			}
			if p.head < 0 && m.first == j && (e.Type == "place" || e.Type == "state") && m.form != "demonym" && m.noun == "" && modifier(r.tag(m.last+1, s)) {
				p.home = m.actor // "the Iowa senator"
				j = m.last
				continue
			}
			if m.noun != "" && m.name != nil && r.has("roles", r.doc.Tokens[m.last].Lower) {
				switch {
				case m.name.form == "demonym":
					p.nation = e.ID
				case e.Type == "place" || e.Type == "state":
					p.home = m.actor
				default:
					return none
				}
				p.head, p.whole = m.last, c
				return p
			}
			if m.form != "demonym" || m.first != j || p.head >= 0 {
				return none
			}
			p.nation = e.ID
			j = m.last
			if e.kind == "party" && noun(t.Tag) && !plurals(t.Tag) && !modifier(r.tag(j+1, s)) {
				p.head, p.member = j, true
				return p
			}
			continue
		}
		switch {
		case noun(t.Tag):
			if p.head >= 0 {
				p.words = append(p.words, r.doc.Tokens[p.head].Lower)
			}
			p.head = j
		case strings.HasPrefix(t.Tag, "JJ") || t.Tag == "HYPH" || t.Tag == "VBN" || t.Tag == "VBG" || t.Tag == "CD":
			if p.head >= 0 {
				return p
			}
			p.words = append(p.words, t.Lower)
			p.adjective[t.Lower] = t.Tag != "CD"
			if t.Tag == "JJS" {
				return none
			}
			switch t.Lower {
			case "former":
				p.restricted = true
			case "other", "new", "first", "second", "third", "same", "rival", "local", "next", "latest", "another", "many", "few", "various", "opposing", "opposition", "last", "only", "foreign", "international", "late", "two", "three", "most", "own":
				return none
			}
		default:
			return p
		}
	}
	return p
}

// sentences returns how many sentences lie between two tokens.
func (r *reading) sentences(a, b int) int { return r.doc.Tokens[b].Sentence - r.doc.Tokens[a].Sentence }

// fromNation reports whether an actor acts for a state or party or comes from it.
func (r *reading) fromNation(e *entity, state string) bool {
	if e.ID == state || e.nation == state || e.party == state {
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
	adjective := -1 // the nearest state of the sentence that is only named by its adjective
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		e := &r.found[m.actor]
		if m.dead || e.Type == "person" {
			continue
		}
		far := r.sentences(m.first, i)
		if adjective >= 0 && far > 0 {
			return adjective
		}
		if e.kind == "state" && (m.form == "demonym" || m.form == "metonym") && far == 0 && nation == "" && adjective < 0 && slices.Contains(kinds, e.kind) && (word == "country" || word == "nation") {
			adjective = m.actor
		}
		if m.form == "demonym" && e.kind != "party" {
			continue
		}
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
			if slices.Contains(kinds, e.kind) && far <= reach && m.noun == "" && (e.kind != "state" || word == "country" || word == "nation" || word == "kingdom" || word == "republic" || word == "emirate") && !(e.kind == "state" && m.form == "description") {
				return m.actor
			}
		case r.called(m, word, kinds):
			return m.actor
		}
	}
	return adjective
}

// called reports whether a description by a noun, which fits actors of the given
// kinds, fits an actor. A noun such as "committee" must be in the actor's name.
func (r *reading) called(m *mark, word string, kinds []string) bool {
	e := &r.found[m.actor]
	if r.has("own-nouns", word) {
		_, keys := split(e.Name)
		return slices.Contains(keys, word) || m.form != "description" && slices.Contains(r.wordsOf(*m), word)
	}
	if slices.Contains(kinds, e.kind) {
		return true
	}
	// a user's organisation may be of any kind
	return e.kind == "union" && e.entry >= 0 && r.entries[e.entry].own && e.Type == "organisation" && r.entries[e.entry].Nation == "" && len(kinds) == 1 && kinds[0] != "place" && kinds[0] != "state"
}
