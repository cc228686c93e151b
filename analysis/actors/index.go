package actors

import (
	"strings"

	"slant/analysis/language"
)

// An Index tells whom the words of a document mean. The zero value knows
// nobody.
type Index struct {
	finder *Finder
	doc    *language.Document
	actors []Actor
	byID   map[string]int
	nation map[string]string // by id, "" when it is not told
	at     []int             // for each token the actor of the innermost mention that covers it, or -1
}

func newIndex(f *Finder, d *language.Document, actors []Actor, nations map[string]string) *Index {
	x := &Index{finder: f, doc: d, actors: actors, nation: nations, byID: make(map[string]int, len(actors)), at: make([]int, len(d.Tokens))}
	size := make([]int, len(d.Tokens))
	for i := range x.at {
		x.at[i] = -1
	}
	for n, a := range actors {
		x.byID[a.ID] = n
		for _, m := range a.Mentions {
			for i := m.First; i <= m.Last && i >= 0; i++ {
				if strings.HasPrefix(d.Tokens[i].Lower, "anti-") || i > 1 && d.Tokens[i-1].Tag == "HYPH" && d.Tokens[i-2].Lower == "anti" {
					continue // who is against X is not X
				}
				if x.at[i] < 0 || m.End-m.Start < size[i] {
					x.at[i], size[i] = n, m.End-m.Start
				}
			}
		}
	}
	return x
}

// At returns the index, in the actors that Find gave, of the actor of the
// innermost mention that covers a token, or -1.
func (x *Index) At(token int) int {
	if token < 0 || token >= len(x.at) {
		return -1
	}
	return x.at[token]
}

// Of returns the id of the actor that the phrase from token first to last,
// inclusive, means: the one that its head names, else the one in whose name it
// stands ("Israel's plan", "Israeli plan", "the plan of Israel"), else "".
func (x *Index) Of(first, last int) string {
	if first < 0 || last >= len(x.at) || first > last {
		return ""
	}
	head := x.head(first, last)
	if x.doc.Is(head, "appos") && (x.at[head] < 0 || x.actors[x.at[head]].Type != "person") {
		// "Ana Ruiz, the FBI director" is the person, not the FBI
		if h := x.at[x.doc.Tokens[head].Head]; h >= 0 && x.actors[h].Type == "person" {
			return x.actors[h].ID
		}
	}
	if i := x.Titled(head); i >= 0 {
		return x.actors[x.at[i]].ID
	}
	n := x.of(first, last, head, 0)
	if n < 0 || x.at[head] < 0 && x.actors[n].Type != "person" {
		// a name that the tree has cut from its title: "White House contender | Ana Ruiz"
		for i := head + 1; i <= last; i++ {
			t := &x.doc.Tokens[i]
			if x.at[i] >= 0 && x.actors[x.at[i]].Type == "person" && t.Relation == x.doc.Tokens[head].Relation && t.Head == x.doc.Tokens[head].Head {
				n = x.at[i]
				break
			}
		}
	}
	if n >= 0 {
		return x.actors[n].ID
	}
	return ""
}

// head returns the word of a phrase on which its others depend: with a tree the
// first whose head lies outside, else its last noun before a preposition.
func (x *Index) head(first, last int) int {
	head := first
	for i := first; i <= last; i++ {
		t := &x.doc.Tokens[i]
		if t.Relation != "" && t.Relation != "punct" && (t.Head < first || t.Head > last) {
			return i
		}
		if t.Relation == "" && noun(t.Tag) {
			head = i
		}
		if t.Relation == "" && (t.Tag == "IN" || t.Tag == ",") && noun(x.doc.Tokens[head].Tag) {
			break
		}
	}
	return head
}

// standsFor are the relations of words that say whose the head of a phrase is,
// the surest first.
var standsFor = []string{"flat", "appos", "nmod:poss", "compound", "amod", "nmod:desc", "nmod"}

func (x *Index) of(first, last, head, depth int) int {
	if n := x.at[head]; n >= 0 || depth > 4 {
		if n >= 0 && x.actors[n].Type != "person" {
			// "Russian spokeswoman Maria Zakharova" is the person
			for _, c := range x.doc.Children(head) {
				if c >= first && c <= last && x.doc.Is(c, "flat", "appos", "nmod:desc") && x.at[c] >= 0 && x.actors[x.at[c]].Type == "person" {
					return x.at[c]
				}
			}
		}
		return n
	}
	if x.doc.Tokens[head].Relation == "" {
		for i := head - 1; i >= first; i-- { // no tree: the nearest modifier before the head
			if x.at[i] >= 0 {
				return x.at[i]
			}
		}
		if head+1 <= last && x.doc.Tokens[head+1].Lower == "of" {
			for i := head + 2; i <= last; i++ {
				if x.at[i] >= 0 {
					return x.at[i]
				}
			}
		}
		return -1
	}
	against := Opponent(x.doc.Tokens[head].Lemma)
	for _, relation := range standsFor {
		if against && (relation == "nmod:poss" || relation == "nmod") {
			continue // "Poland's critics", "opponents of Poland" are not Poland
		}
		for _, c := range x.doc.Children(head) {
			if c < first || c > last || !x.doc.Is(c, relation) {
				continue
			}
			if relation == "nmod" && !x.owns(c) && !(speaksFor[x.doc.Tokens[head].Lemma] && x.preposition(c) == "for") {
				continue
			}
			if n := x.of(first, last, c, depth+1); n >= 0 {
				return n
			}
		}
	}
	return -1
}

// Opponent reports whether a noun means those who are against, or other than,
// whoever it is said to be of: "Poland's critics", "a victim of the army".
func Opponent(lemma string) bool { return opponents[lemma] }

var opponents = map[string]bool{
	"accuser": true, "adversary": true, "antagonist": true, "assailant": true, "attacker": true, "assassin": true, "challenger": true, "competitor": true,
	"critic": true, "detractor": true, "enemy": true, "foe": true, "hater": true, "killer": true, "nemesis": true, "opponent": true, "predecessor": true,
	"rival": true, "sceptic": true, "skeptic": true, "successor": true, "victim": true,
}

// speaksFor are nouns for who speaks in another's name: "a spokesman for X".
var speaksFor = map[string]bool{
	"spokesman": true, "spokeswoman": true, "spokesperson": true, "spokespeople": true, "spox": true,
	"lawyer": true, "attorney": true, "solicitor": true, "barrister": true, "counsel": true, "representative": true,
}

// owns reports whether a noun after another says whose that is: "the plan of
// Israel", "attacks by Hamas".
func (x *Index) owns(token int) bool {
	switch x.preposition(token) {
	case "of", "by", "from", "'s", "'", "within", "inside":
		return true
	}
	return false
}

// preposition returns the preposition or case ending of a noun, "" when it has
// none.
func (x *Index) preposition(token int) string {
	if c := x.doc.Child(token, "case"); c >= 0 {
		return x.doc.Tokens[c].Lower
	}
	return ""
}

// Type returns the type of an actor of the document or of a list, "" for an id
// that nobody has.
func (x *Index) Type(id string) string {
	if n, ok := x.byID[id]; ok {
		return x.actors[n].Type
	}
	if x.finder != nil {
		if n, ok := x.finder.byID[id]; ok {
			return x.finder.entries[n].Type
		}
	}
	return ""
}

// Chain returns the ids of those for whom an actor speaks or acts, the nearest
// first: for the Quds Force irgc, then iran. It does not hold the actor itself.
func (x *Index) Chain(id string) []string {
	var chain []string
	for up := x.partOf(id); up != "" && up != id && len(chain) < 8; up = x.partOf(up) {
		chain = append(chain, up)
	}
	return chain
}

func (x *Index) partOf(id string) string {
	if n, ok := x.byID[id]; ok {
		return x.actors[n].PartOf
	}
	if x.finder != nil {
		if n, ok := x.finder.byID[id]; ok {
			return x.finder.entries[n].PartOf
		}
	}
	return ""
}

// Nation returns the id of the state that an actor comes from without speaking
// for it, as the text or a list tells it; "" when neither does.
func (x *Index) Nation(id string) string {
	if n := x.nation[id]; n != "" {
		return n
	}
	if x.finder != nil {
		if n, ok := x.finder.byID[id]; ok {
			return x.finder.entries[n].Nation
		}
	}
	return ""
}

// Name returns the name of an actor of the document or of a list, "" for an id
// that nobody has.
func (x *Index) Name(id string) string {
	if n, ok := x.byID[id]; ok {
		return x.actors[n].Name
	}
	if x.finder != nil {
		if n, ok := x.finder.byID[id]; ok {
			return x.finder.entries[n].Name
		}
	}
	return ""
}
