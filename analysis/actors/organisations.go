package actors

import (
	"strings"
	"unicode"
)

// nameLike reports whether token i can be a word of a name: it has a capital
// for no other reason than that, and no mark covers it.
func (r *reading) nameLike(i, s int) bool {
	if !r.within(i, s) || r.cover[i] >= 0 {
		return false
	}
	t := &r.doc.Tokens[i]
	if !upper(t.Word) {
		return false
	}
	k := key(t.Word)
	if r.has("not-names", k) && !(r.givenName(k) && r.within(i+1, s) && r.cover[i+1] < 0 && proper(r.doc.Tokens[i+1].Tag)) {
		return false // "April", unless it is April Jones
	}
	if len(t.Word) == 1 && t.Word == "I" {
		return false
	}
	if r.opens(i) || r.titled[s] {
		return proper(t.Tag) || r.givenName(k) && noun(t.Tag)
	}
	return !finite(t.Tag) || len(t.Word) > 3
}

func (r *reading) givenName(k string) bool {
	return r.words["given-names-male"][k] || r.words["given-names-female"][k]
}

// organisations finds organisations that no list knows, by a word such as
// Union, Ministry or Corp in their name, and the acronyms that the text
// explains.
func (r *reading) organisations() {
	for s := range r.doc.Sentences {
		sentence := &r.doc.Sentences[s]
		for i := sentence.First; i < sentence.Last; i++ {
			if !r.nameLike(i, s) {
				continue
			}
			k := key(r.doc.Tokens[i].Word)
			if !r.has("organisation-words", k) && !r.has("organisation-starts", k) || r.lower(i-1, s) == "-" && len(r.lower(i-2, s)) == 1 {
				continue // "(R-CO)" is no company
			}
			if first, last := r.organisation(i, s); first < last {
				r.organised(first, last)
				i = last
			}
		}
	}
	r.explained()
	r.shortened()
}

// organisation returns the first and last token of the name of an organisation
// whose word is token i; first = last when there is no more than that word.
func (r *reading) organisation(i, s int) (first, last int) {
	first, last = i, i
	k := key(r.doc.Tokens[i].Word)
	for r.nameLike(last+1, s) && r.has("organisation-words", key(r.doc.Tokens[last+1].Word)) {
		last++ // "Trade Union Congress"
	}
	if r.has("organisation-words", key(r.doc.Tokens[last].Word)) {
		first = r.left(first, s)
	}
	if r.has("organisation-starts", k) {
		last = r.right(last, s)
	}
	if r.thing(last+1, s) {
		return i, i
	}
	if r.title(key(r.doc.Tokens[first].Word)) && last-first == 1 && !r.has("organisation-starts", k) {
		first = last // "Senator Party" is nobody
	}
	return first, last
}

// left goes left from token i over the words of an organisation's name.
func (r *reading) left(i, s int) int {
	first := i
	for {
		j := first - 1
		switch {
		case r.nameLike(j, s):
			first = j
			continue
		case r.lower(j, s) == "&" && r.nameLike(j-1, s):
			first = j - 1
			continue
		case (r.lower(j, s) == "'s" || r.lower(j, s) == "'") && r.nameLike(j-1, s):
			first = j - 1
			continue
		case r.lower(j, s) == "-" && (r.nameLike(j-1, s) || r.nation(j-1)):
			first = j - 1
			continue
		case r.lower(j, s) == "of" && r.nameLike(j-1, s) && r.has("organisation-starts", key(r.doc.Tokens[j-1].Word)):
			first = j - 1
			continue
		case r.nation(j):
			// "American Dockers' Union": the nation is in the name
			return r.marks[r.cover[j]].first
		}
		return first
	}
}

// nation reports whether token i is an adjective of a nation or the name of a
// place, which the name of an organisation may begin with.
func (r *reading) nation(i int) bool {
	e := r.at(i)
	if e == nil || r.marks[r.cover[i]].last != i {
		return false
	}
	m := &r.marks[r.cover[i]]
	return m.form == "demonym" && (m.name == nil || len(m.name.words) == 1) && upper(r.doc.Tokens[i].Word) && !strings.HasSuffix(r.doc.Tokens[i].Tag, "S") ||
		e.Type == "place" && m.form == "name"
}

// right goes right from token i over "of the …", "for …", "to …".
func (r *reading) right(i, s int) int {
	last := i
	switch r.lower(i+1, s) {
	case "of", "for", "on", "against", "to":
	default:
		return last
	}
	j := i + 2
	if r.lower(j, s) == "the" {
		j++
	}
	for r.nameLike(j, s) || r.nation(j) {
		last = j
		j++
		switch r.lower(j, s) {
		case "and", "of", "&", "-", "for":
			if r.nameLike(j+1, s) && !r.givenName(key(r.doc.Tokens[j+1].Word)) {
				j++
			}
		case ",":
			// "Department for Culture, Media and Sport"
			if r.nameLike(j+1, s) && r.lower(j+2, s) == "and" && r.nameLike(j+3, s) {
				j++
			}
		}
	}
	return last
}

// organised marks tokens first to last as an organisation of their name.
func (r *reading) organised(first, last int) {
	nation := ""
	if e := r.at(first); e != nil {
		switch e.Type {
		case "state":
			nation = e.ID
		case "place":
			nation = e.ID
		}
	}
	if first > 0 && nation == "" {
		// "the Russian Institute", "Israel's Bar Association"
		j := first - 1
		s := r.doc.Tokens[first].Sentence
		if r.lower(j, s) == "'s" || r.lower(j, s) == "'" {
			j--
		}
		if e := r.at(j); e != nil && e.Type == "state" && r.doc.Tokens[j].Sentence == s {
			nation = e.ID
		}
	}
	text := r.doc.Text(r.doc.Span(first, last))
	actor, ok := r.organisationNamed(text)
	if !ok {
		actor = r.make(r.fresh(text), text, "organisation")
		r.found[actor].kind = organisationKind(r.doc.Tokens[last].Lower, r.doc.Tokens[first].Lower)
		r.found[actor].nation = nation
	}
	m := r.mark(actor, first, last, "name")
	for i := first; i <= last; i++ {
		for n := range r.marks {
			if n != m && !r.marks[n].dead && r.marks[n].first == i && r.marks[n].last <= last && r.marks[n].form == "name" && r.found[r.marks[n].actor].Type == "place" {
				r.marks[n].dead = true // "Port Moresby Council" names no place
			}
		}
	}
}

// organisationNamed returns the actor of the article that has exactly this name.
func (r *reading) organisationNamed(text string) (int, bool) {
	_, keys := split(text)
	want := strings.Join(keys, " ")
	for i := range r.found {
		if e := &r.found[i]; e.Type == "organisation" || e.Type == "group" {
			_, keys := split(e.Name)
			if strings.Join(keys, " ") == want {
				return i, true
			}
		}
	}
	return 0, false
}

// organisationKind returns the kind of description that fits an organisation,
// by the last or first word of its name.
func organisationKind(words ...string) string {
	for _, w := range words {
		switch strings.TrimSuffix(w, ".") {
		case "party":
			return "party"
		case "corp", "corporation", "company", "co", "inc", "ltd", "limited", "plc", "llc", "holdings", "industries", "bank", "airlines", "airways", "motors",
			"technologies", "systems", "solutions", "partners", "ventures", "shipping", "lines", "energy", "oil", "steel", "bakery", "gmbh", "sa", "ag", "airline", "insurance", "pharmaceuticals":
			return "company"
		case "times", "post", "herald", "gazette", "tribune", "chronicle", "journal", "magazine", "news", "press", "television", "radio", "broadcasting":
			return "media"
		case "ministry", "department", "agency", "office", "bureau", "authority", "service", "directorate", "inspectorate", "secretariat":
			return "ministry"
		case "parliament", "congress", "senate", "assembly", "committee", "commission", "court", "tribunal", "council":
			return "parliament"
		case "army", "battalion", "brigade", "brigades", "militia", "front", "cartel", "gang", "resistance":
			return "group"
		}
	}
	return "union"
}

// explained learns acronyms from "Dockers' National Union (DNU)" and, the other
// way about, "DNU (Dockers' National Union)", and marks them.
func (r *reading) explained() {
	for s := range r.doc.Sentences {
		sentence := &r.doc.Sentences[s]
		for i := sentence.First + 1; i+1 < sentence.Last; i++ {
			if w := r.doc.Tokens[i].Word; w != "(" && w != "[" {
				continue
			}
			end := i + 1
			for r.within(end, s) && r.doc.Tokens[end].Word != ")" && r.doc.Tokens[end].Word != "]" && end < i+9 {
				end++
			}
			before, after := r.at(i-1), r.at(i+1)
			switch {
			case end == i+2 && acronym(r.doc.Tokens[i+1].Word) && before != nil && (after == nil || r.marks[r.cover[i+1]].form != "given") && (before.Type == "organisation" || before.Type == "group"):
				if after != nil && after.ID == before.ID {
					continue
				}
				if after != nil { // here it means what the text says, not what a list does
					r.kill(r.cover[i+1])
				}
				actor := r.marks[r.cover[i-1]].actor
				r.acronyms[r.doc.Tokens[i+1].Word] = actor
				r.mark(actor, i+1, i+1, "alias")
			case before == nil && acronym(r.doc.Tokens[i-1].Word) && after != nil && after.Type == "organisation" && r.cover[end-1] == r.cover[i+1]:
				actor := r.marks[r.cover[i+1]].actor
				r.acronyms[r.doc.Tokens[i-1].Word] = actor
				r.mark(actor, i-1, i-1, "alias")
			}
		}
	}
}

// acronym reports whether a word looks like one.
func acronym(word string) bool {
	capitals := 0
	for _, c := range word {
		if unicode.IsUpper(c) {
			capitals++
		} else if c != '.' && !unicode.IsLower(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return capitals >= 2 && len(word) <= 8 && capitals*2 >= len(word)
}

// shortened marks the later mentions of an organisation by its acronym, also
// one that the text does not explain, when it is made of the name's initials.
func (r *reading) shortened() {
	initials := map[string]int{}
	for i := range r.found {
		if e := &r.found[i]; e.entry < 0 && e.Type == "organisation" {
			if a := initialsOf(e.Name); len(a) > 2 {
				if _, twice := initials[a]; twice {
					initials[a] = -1
					continue
				}
				initials[a] = i
			}
		}
	}
	for i := range r.doc.Tokens {
		w := r.doc.Tokens[i].Word
		if len(w) < 2 || !upper(w) || !acronym(w) {
			continue
		}
		if actor, ok := r.acronyms[w]; ok {
			if c := r.cover[i]; c >= 0 {
				if m := &r.marks[c]; m.first == i && m.last == i && m.form != "given" && m.actor != actor {
					r.kill(c)
				} else {
					continue
				}
			}
			r.mark(actor, i, i, "alias")
			continue
		}
		if actor, ok := initials[w]; ok && actor >= 0 && r.cover[i] < 0 {
			r.mark(actor, i, i, "alias")
		}
	}
}

// initialsOf returns the first letters of the words of a name that have a
// capital.
func initialsOf(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if upper(w) {
			for _, c := range w {
				b.WriteRune(c)
				break
			}
		}
	}
	return b.String()
}
