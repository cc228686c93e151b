package actors

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"slant/analysis/language"
	"slant/lexicons"
)

// A reading is one article while its actors are being found.
type reading struct {
	*Finder
	doc    *language.Document
	pieces []piece

	found   []entity
	byActor map[string]int // index in found by id
	same    map[int]int    // entries that a given actor stands for, with its index in found
	marks   []mark
	cover   []int // for each token the mark that covers it, or -1

	acronyms map[string]int   // acronyms that the text itself explains
	surnames map[string][]int // persons by the key of their last name
	titled   []bool           // sentences in which most words have a capital, as in a headline
}

// An entity is an actor of the article with what the text tells about it.
type entity struct {
	Actor
	entry  int    // its entry in a list, or -1
	kind   string // see kinds
	nation string
	party  string   // the party of a person, by id, as the text tells it
	gender byte     // 'm', 'f' or 0
	words  []string // the words of a person's name, folded
	roles  []string // what the text calls a person: minister, spokeswoman
	known  []string // what a list calls a person
	full   bool     // named by more than a last name somewhere
}

// A mark is a mention of found[actor].
type mark struct {
	actor       int
	first, last int // tokens, inclusive
	start, end  int // bytes
	form        string
	name        *name  // the name of a list that it matched, or nil
	noun        string // the institution by which a state is meant: "ministry"
	dead        bool   // another mark has replaced it
}

// survey finds the sentences in which capitals say little: nearly all words
// have one, and no full stop follows, as in a headline.
func (r *reading) survey() {
	r.titled = make([]bool, len(r.doc.Sentences))
	for s, sentence := range r.doc.Sentences {
		if r.doc.Tokens[sentence.Last-1].Word == "." {
			continue
		}
		words, capitals := 0, 0
		for i := sentence.First + 1; i < sentence.Last; i++ {
			if t := &r.doc.Tokens[i]; len(t.Word) > 3 && letters(t.Word) {
				words++
				if upper(t.Word) {
					capitals++
				}
			}
		}
		r.titled[s] = words > 1 && (words-capitals)*6 <= words
	}
}

// entity returns the index in found of the actor of a list.
func (r *reading) entity(entry int) int {
	if i, ok := r.same[entry]; ok {
		return i
	}
	e := &r.entries[entry]
	if i, ok := r.byActor[e.ID]; ok {
		return i
	}
	i := r.make(e.ID, e.Name, e.Type)
	r.fill(i, entry)
	return i
}

// fill gives found[i] what a list says of it.
func (r *reading) fill(i, entry int) {
	e, x := &r.entries[entry], &r.found[i]
	x.entry, x.kind, x.PartOf, x.nation = entry, e.kind, e.PartOf, e.Nation
	if e.Type == "person" {
		_, x.words = split(e.Name)
		x.gender = r.gender(x.words[0])
		for _, role := range e.Roles {
			x.known = append(x.known, strings.Fields(role)...)
		}
		r.list(i)
	}
}

// make adds an actor to found. Its id must be new.
func (r *reading) make(id, name, typ string) int {
	r.found = append(r.found, entity{Actor: Actor{ID: id, Name: name, Type: typ}, entry: -1, kind: kindOf(typ)})
	r.byActor[id] = len(r.found) - 1
	return len(r.found) - 1
}

// fresh returns an id made from a name that no actor has yet.
func (r *reading) fresh(name string) string {
	id := cmp.Or(lexicons.Slug(name), "unnamed")
	for _, suffix := range []string{"", "-person", "-2", "-3", "-4", "-5"} {
		if _, taken := r.byID[id+suffix]; taken {
			continue
		}
		if _, taken := r.byActor[id+suffix]; !taken {
			return id + suffix
		}
	}
	return id + "-" + lexicons.Slug(r.doc.Title)
}

// mark adds a mention of found[actor] from token first to last.
func (r *reading) mark(actor, first, last int, form string) int {
	return r.add(mark{actor: actor, first: first, last: last, start: r.doc.Tokens[first].Start, end: r.doc.Tokens[last].End, form: form})
}

func (r *reading) add(m mark) int {
	r.marks = append(r.marks, m)
	n := len(r.marks) - 1
	for i := m.first; i <= m.last && i >= 0; i++ {
		r.cover[i] = n
	}
	return n
}

// kill takes a mark back.
func (r *reading) kill(n int) {
	m := &r.marks[n]
	m.dead = true
	for i := m.first; i <= m.last; i++ {
		if r.cover[i] == n {
			r.cover[i] = -1
		}
	}
}

// extend stretches a mark over tokens first to last.
func (r *reading) extend(n, first, last int) {
	m := &r.marks[n]
	if first < m.first {
		m.first, m.start = first, r.doc.Tokens[first].Start
	}
	if last > m.last {
		m.last, m.end = last, r.doc.Tokens[last].End
	}
	for i := m.first; i <= m.last; i++ {
		if old := r.cover[i]; old >= 0 && old != n && r.marks[old].first >= m.first && r.marks[old].last <= m.last {
			r.marks[old].dead = true
		}
		r.cover[i] = n
	}
}

// at returns the entity that covers token i, or nil.
func (r *reading) at(i int) *entity {
	if i < 0 || i >= len(r.cover) || r.cover[i] < 0 {
		return nil
	}
	return &r.found[r.marks[r.cover[i]].actor]
}

// within reports whether token i exists in sentence s.
func (r *reading) within(i, s int) bool {
	return i >= r.doc.Sentences[s].First && i < r.doc.Sentences[s].Last
}

// lower returns token i in lower case, "" where sentence s has no such token.
func (r *reading) lower(i, s int) string {
	if !r.within(i, s) {
		return ""
	}
	return r.doc.Tokens[i].Lower
}

// tag returns the tag of token i, "" where sentence s has no such token.
func (r *reading) tag(i, s int) string {
	if !r.within(i, s) {
		return ""
	}
	return r.doc.Tokens[i].Tag
}

// opens reports whether token i is the first word of its sentence or of a
// quotation in it.
func (r *reading) opens(i int) bool {
	s := r.doc.Tokens[i].Sentence
	for i--; i >= r.doc.Sentences[s].First; i-- {
		t := &r.doc.Tokens[i]
		switch {
		case t.Word == "'" && i > 0 && r.doc.Tokens[i-1].End == t.Start:
			return false // a possessive
		case t.Word == `"` || t.Word == "'" || t.Word == ":" || t.Word == "``" || t.Word == "“" || t.Word == "•":
			return true
		case letters(t.Word) || t.Word == ",":
			return false
		}
	}
	return true
}

func noun(tag string) bool   { return strings.HasPrefix(tag, "NN") }
func verb(tag string) bool   { return strings.HasPrefix(tag, "VB") || tag == "MD" }
func proper(tag string) bool { return strings.HasPrefix(tag, "NNP") }

// finite reports whether a tag is that of a verb which has a subject.
func finite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// upper reports whether a word begins with a capital.
func upper(word string) bool {
	if word == "" {
		return false
	}
	if c := word[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(c)
}

// shouted reports whether a word is all capitals.
func shouted(word string) bool {
	any := false
	for _, c := range word {
		if unicode.IsLower(c) {
			return false
		}
		any = any || unicode.IsUpper(c)
	}
	return any
}

// letters reports whether a word begins with a letter.
func letters(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(c)
}

// result gives the actors in the order of their first mention.
func (r *reading) result() ([]Actor, *Index) {
	live := slices.DeleteFunc(r.marks, func(m mark) bool { return m.dead })
	for _, m := range live {
		span := language.Span{Start: m.start, End: m.end}
		if m.first >= 0 {
			span.In = r.doc.In(m.first)
		}
		a := &r.found[m.actor].Actor
		a.Mentions = append(a.Mentions, Mention{Span: span, Text: r.doc.Text(span), Form: m.form, First: m.first, Last: m.last})
	}
	var out []Actor
	nations := map[string]string{}
	for _, e := range r.found {
		if len(e.Mentions) == 0 {
			continue
		}
		nations[e.ID] = e.nation
		slices.SortFunc(e.Mentions, func(a, b Mention) int {
			return cmp.Or(a.Span.Compare(b.Span), strings.Compare(a.Form, b.Form))
		})
		out = append(out, e.Actor)
	}
	slices.SortFunc(out, func(a, b Actor) int {
		return cmp.Or(a.Mentions[0].Span.Compare(b.Mentions[0].Span), strings.Compare(a.ID, b.ID))
	})
	return out, newIndex(r.Finder, r.doc, out, nations)
}
