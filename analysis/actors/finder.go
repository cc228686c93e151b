package actors

import (
	"regexp"
	"slices"
	"strings"

	"slant/analysis/language"
	"slant/lexicons"
)

// A Finder finds actors in articles. It is safe for concurrent use.
type Finder struct {
	entries []entry
	byID    map[string]int
	names   node
	regex   []pattern
	words   map[string]map[string]bool // sets of the gazetteer
	nouns   map[string][]string        // a noun of a description, and the kinds of actor that it fits
	phrases map[string]int             // number of words of the longest institution that begins with a word
}

// An entry is an actor of a list.
type entry struct {
	lexicons.Actor
	kind string // what it has in common with the others of its list: see kinds
	own  bool   // it is the user's, of whose organisations the kind is not known
}

type pattern struct {
	expr  *regexp.Regexp
	entry int
}

// kinds names what a description can call the actors of each built-in list.
// Those of a user's list are told by their type.
var kinds = map[string]string{
	"states": "state", "services": "army", "institutions": "parliament", "international": "alliance",
	"armed-groups": "group", "parties": "party", "companies": "company", "media": "media", "ngos": "union",
	"places": "place", "peoples": "people", "persons": "person",
}

// NewFinder makes a Finder from a gazetteer and the user's own lists. A name in
// a later list wins over the same name in an earlier one; an entry with the id
// of an earlier one adds its names to it and replaces what it says of it. A
// reference to nobody is a *lexicons.Error.
func NewFinder(g *lexicons.Gazetteer, own ...*lexicons.ActorList) (*Finder, error) {
	lists := slices.Concat(g.Lists, own)
	if err := lexicons.CheckReferences(lists...); err != nil {
		return nil, err
	}
	f := &Finder{byID: map[string]int{}, words: map[string]map[string]bool{}, nouns: map[string][]string{}, phrases: map[string]int{}}
	for set, words := range g.Words {
		f.words[set] = make(map[string]bool, len(words))
		for _, w := range words {
			f.words[set][lexicons.Fold(w)] = true
		}
		if kind, ok := strings.CutPrefix(set, "describes-"); ok {
			for _, w := range words {
				f.nouns[w] = append(f.nouns[w], kind)
			}
		}
	}
	for _, kinds := range f.nouns {
		slices.Sort(kinds)
	}
	for _, phrase := range g.Words["not-actors"] {
		words, keys := split(phrase)
		f.names.add(keys, &name{entry: blocked, words: words, exact: true, capital: -1})
	}
	for i, list := range lists {
		kind := kinds[list.Kind()]
		if i >= len(g.Lists) {
			kind = ""
		}
		for _, a := range list.Actors {
			f.add(a, kind)
		}
	}
	f.capitals()
	return f, nil
}

func (f *Finder) add(a lexicons.Actor, kind string) {
	at, known := f.byID[a.ID]
	if !known {
		at = len(f.entries)
		f.byID[a.ID] = at
		f.entries = append(f.entries, entry{})
	} else if kind == "" {
		kind = f.entries[at].kind
	}
	own := kind == ""
	if own {
		kind = kindOf(a.Type)
	}
	if a.Capital == "" {
		a.Capital = f.entries[at].Capital
	}
	if len(a.Roles) == 0 {
		a.Roles = f.entries[at].Roles
	}
	if kind == "parliament" { // a list of all that a state is made of
		words := strings.Fields(strings.ToLower(a.Name))
		kind = organisationKind(words[len(words)-1], words[0])
	}
	f.entries[at] = entry{a, kind, own}
	for _, n := range []struct {
		form  string
		names []string
	}{{"name", []string{a.Name}}, {"alias", a.Aliases}, {"demonym", a.Demonyms}, {"metonym", a.Metonyms}} {
		for _, s := range n.names {
			words, keys := split(s)
			if len(keys) == 0 {
				continue
			}
			f.names.add(keys, &name{
				entry: at, form: n.form, words: words, capital: -1,
				exact: f.words["common-words"][lexicons.Fold(s)], generic: f.words["generic-names"][lexicons.Fold(s)],
			})
		}
	}
	for _, expr := range a.Regex {
		f.regex = append(f.regex, pattern{regexp.MustCompile(expr), at}) // the list's reader has compiled it before
	}
}

// kindOf returns the kind of an actor of whom only the type is known.
func kindOf(typ string) string {
	if typ == "organisation" {
		return "union"
	}
	return typ
}

// capitals joins each capital with its place, which it makes where no list has
// it, so that the name of the one means the other when it acts.
func (f *Finder) capitals() {
	for owner := range f.entries {
		a := &f.entries[owner]
		if a.Capital == "" {
			continue
		}
		words, keys := split(a.Capital)
		n := f.names.find(keys)
		if n == nil || n.name == nil || n.name.entry == blocked {
			place := lexicons.Actor{ID: lexicons.Slug(a.Capital), Name: a.Capital, Type: "place", PartOf: a.ID}
			if _, taken := f.byID[place.ID]; taken {
				place.ID += "-city"
			}
			at := len(f.entries)
			f.byID[place.ID] = at
			f.entries = append(f.entries, entry{Actor: place, kind: "place"})
			f.names.add(keys, &name{entry: at, form: "name", words: words, capital: owner, exact: f.words["common-words"][lexicons.Fold(place.Name)]})
			continue
		}
		place := n.name.entry
		if f.entries[place].Type != "place" {
			continue // a user's actor of that name is meant whatever it does
		}
		for _, s := range slices.Concat([]string{f.entries[place].Name}, f.entries[place].Aliases) {
			_, other := split(s)
			if len(other) > len(keys) {
				continue // "Washington, D.C." is a place whatever it does
			}
			if n := f.names.find(other); n != nil && n.name != nil && n.name.entry == place {
				n.name.capital = owner
			}
		}
	}
}

// has reports whether a folded word is in a set of the gazetteer.
func (f *Finder) has(set, word string) bool { return f.words[set][strings.TrimSuffix(word, ".")] }

// Find returns the actors that a document names, in the order of their first
// mention, and an index of whom its words mean. Given mentions come back under
// exactly the id that they were given, with the form "given"; an actor of that
// id is made, as a person, when no list has it. Names finds persons and places
// in a sentence; it may be slow and is called only for sentences that hold a
// name which nothing else explains. It may be nil.
func (f *Finder) Find(doc *language.Document, given []Given, names func(sentence int) []language.Name) ([]Actor, *Index) {
	r := &reading{Finder: f, doc: doc, byActor: map[string]int{}, same: map[int]int{}, acronyms: map[string]int{}, surnames: map[string][]int{}}
	r.pieces = pieces(doc)
	r.cover = make([]int, len(doc.Tokens))
	for i := range r.cover {
		r.cover[i] = -1
	}
	r.survey()
	r.given(given)
	r.gazetteer()
	r.patterns()
	r.institutions()
	r.places()
	r.organisations()
	r.papers()
	r.persons(names)
	r.affiliations()
	r.refer()
	return r.result()
}
