package actors

import (
	"slices"
	"strings"

	"slant/analysis/language"
	"slant/lexicons"
)

// A run is a sequence of words of a name that nothing has explained yet.
type run struct {
	sentence    int
	first, last int // tokens of the name itself, without titles
	titles      int // first token of the titles before it; = first when there are none
}

// title reports whether a folded word stands before names.
func (r *reading) title(k string) bool { return r.words["titles"][k] }

// particle reports whether a word in lower case can stand within a name.
func particle(word string) bool {
	switch word {
	case "de", "da", "di", "do", "du", "del", "della", "dos", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "bint", "ben", "abu", "ter", "y", "e", "zu", "af", "av":
		return true
	}
	return false
}

// runs returns the unexplained names of all sentences.
func (r *reading) runs() []run {
	var out []run
	for s := range r.doc.Sentences {
		sentence := &r.doc.Sentences[s]
		for i := sentence.First; i < sentence.Last; i++ {
			if !r.nameLike(i, s) {
				continue
			}
			last := r.stretch(i, s)
			x := run{s, i, last, i}
			for x.first < x.last && (r.title(key(r.doc.Tokens[x.first].Word)) || x.first+1 < x.last && r.has("roles", key(r.doc.Tokens[x.first].Word))) && !(r.givenName(key(r.doc.Tokens[x.first].Word)) && x.first+1 == x.last) {
				x.first++
				for x.first < x.last && !letters(r.doc.Tokens[x.first].Word) {
					x.first++ // the hyphen of "Vice-President"
				}
			}
			r.pastOffice(&x)
			out = append(out, x)
			i = last
		}
	}
	return out
}

// pastOffice moves the beginning of a run past a title in its middle: "Richmond
// Mayor Lena Stone".
func (r *reading) pastOffice(x *run) {
	if r.givenName(key(r.doc.Tokens[x.first].Word)) {
		return
	}
	for i := x.last - 1; i > x.first; i-- {
		k := key(r.doc.Tokens[i].Word)
		if r.title(k) && r.has("roles", k) && !r.givenName(k) {
			x.first = i + 1
			return
		}
	}
}

// stretch returns the last token of the name that begins with token i: words
// with a capital, joined by particles, hyphens, and points after initials.
func (r *reading) stretch(i, s int) int {
	for {
		j := i + 1
		switch {
		case r.nameLike(j, s):
			i = j
		case r.lower(j, s) == "-" && r.doc.Tokens[j].Start == r.doc.Tokens[i].End && r.within(j+1, s) && r.cover[j+1] < 0 &&
			r.doc.Tokens[j+1].Start == r.doc.Tokens[j].End && letters(r.doc.Tokens[j+1].Word) && (upper(r.doc.Tokens[j+1].Word) || proper(r.doc.Tokens[j+1].Tag)):
			i = j + 1 // "Ocasio-Cortez", "Jae-in"
		case r.lower(j, s) == "-" && r.doc.Tokens[j].Start == r.doc.Tokens[i].End && r.within(j+1, s) && r.cover[j+1] < 0 && r.doc.Tokens[j+1].Start == r.doc.Tokens[j].End &&
			r.nameLike(i-1, s) && noun(r.tag(j+1, s)) && len(r.doc.Tokens[j+1].Word) <= 5 && !upper(r.doc.Tokens[j+1].Word) && !r.nameLike(j+2, s) && !noun(r.tag(j+2, s)):
			i = j + 1 // "Kim Seo-bin was held"
		case particle(r.lower(j, s)) && !upper(r.doc.Tokens[j].Word) && (r.nameLike(j+1, s) || r.lower(j+1, s) == "-" && r.nameLike(j+2, s) || particle(r.lower(j+1, s)) && r.nameLike(j+2, s)):
			i = j
			if r.lower(j+1, s) == "-" {
				i = j + 1
			}
		default:
			return i
		}
	}
}

// persons finds the persons whom no list knows: full names first, then last
// names and titles with last names. Names is asked about what is left.
func (r *reading) persons(names func(int) []language.Name) {
	runs := r.runs()
	open := runs[:0]
	for _, x := range runs {
		if r.known(x) {
			continue
		}
		if x.first < x.last && r.personal(x) {
			r.person(x)
			continue
		}
		open = append(open, x)
	}
	open = slices.DeleteFunc(open, func(x run) bool {
		p := r.nicknamed(x)
		if p >= 0 {
			r.mark(p, x.last, x.last, "alias")
		}
		return p >= 0
	})
	if names != nil {
		open = r.asked(open, names)
	}
	var rest []run
	for _, x := range open {
		if !r.byLastName(x) {
			rest = append(rest, x)
		}
	}
	for _, x := range rest {
		switch {
		case r.byLastName(x):
		case x.first == x.last && r.addressed(x):
			r.person(x)
		}
	}
	for _, x := range rest {
		if r.cover[x.first] < 0 && !r.byLastName(x) {
			r.byGivenName(x)
		}
	}
	r.rebind()
}

// known marks a run that repeats a name which the text has explained.
func (r *reading) known(x run) bool {
	text := lexicons.Fold(r.doc.Text(r.doc.Span(x.first, x.last)))
	for i := range r.found {
		if e := &r.found[i]; e.entry < 0 && (e.Type == "place" || e.Type == "organisation") && len(e.Name) >= len(text) && lexicons.Fold(e.Name) == text {
			r.mark(i, x.first, x.last, "name")
			return true
		}
	}
	return false
}

// personal reports whether a run of several words is the name of a person, by
// what it begins with and what stands around it.
func (r *reading) personal(x run) bool {
	words := 0
	for i := x.first; i <= x.last; i++ {
		t := &r.doc.Tokens[i]
		if upper(t.Word) {
			words++
		}
		if k := key(t.Word); i > x.first && r.has("organisation-words", k) && !r.givenName(k) && i == x.last {
			return false
		}
	}
	if words < 2 || words > 5 {
		return false
	}
	if r.thing(x.last, x.sentence) || r.thing(x.last+1, x.sentence) || r.nicknamed(x) >= 0 {
		return false
	}
	if first := key(r.doc.Tokens[x.first].Word); r.givenName(first) {
		return !r.titled[x.sentence] || proper(r.doc.Tokens[x.last].Tag)
	}
	if x.titles < x.first {
		return true
	}
	if r.titled[x.sentence] {
		return false
	}
	if words == 2 && len(r.surnames[key(r.doc.Tokens[x.last].Word)]) > 0 && proper(r.doc.Tokens[x.first].Tag) {
		return true // of the family of somebody whom the text names
	}
	return r.roleBefore(x) || r.rolesBefore(x) || r.beside(x) || r.speaks(x) || r.described(x) || r.presented(x)
}

// presented reports whether a run stands between commas after a phrase that says
// what somebody is: "a spokesman for the committee, Nils Aho,".
func (r *reading) presented(x run) bool {
	s := x.sentence
	if r.lower(x.titles-1, s) != "," || r.lower(x.last+1, s) != "," && r.lower(x.last+1, s) != "." {
		return false
	}
	for i := x.titles - 2; r.within(i, s) && x.titles-i < 12; i-- {
		t := &r.doc.Tokens[i]
		if verb(t.Tag) || t.Word == "," {
			return false
		}
		if c := r.cover[i]; c >= 0 && r.has("roles", r.marks[c].noun) || c < 0 && noun(t.Tag) && t.Tag != "NNS" && r.has("roles", t.Lower) {
			return true
		}
	}
	return false
}

// thing reports whether token i ends the name of what is no actor: "Grand Union
// Street", "Clean Air Act".
func (r *reading) thing(i, s int) bool {
	return r.within(i, s) && upper(r.doc.Tokens[i].Word) && r.has("things", r.doc.Tokens[i].Lower) && !r.titled[s]
}

// roleBefore reports whether a noun for what a person is stands right before a
// run: "spokeswoman Maria Zakharova".
func (r *reading) roleBefore(x run) bool {
	w := r.lower(x.titles-1, x.sentence)
	return r.courtesy(x) || w != "" && !upper(r.doc.Tokens[x.titles-1].Word) && (r.has("roles", w) || r.title(w) && w != "former") ||
		r.within(x.titles-1, x.sentence) && r.at(x.titles-1) != nil && r.marks[r.cover[x.titles-1]].noun != "" && r.has("roles", r.marks[r.cover[x.titles-1]].noun)
}

// rolesBefore reports whether a noun for what several persons are stands right
// before a run and another name after it: "hosts Ana Ruiz and Carl Webb".
func (r *reading) rolesBefore(x run) bool {
	i := x.titles - 1
	if r.tag(i, x.sentence) != "NNS" || upper(r.doc.Tokens[i].Word) || !r.has("roles", r.doc.Tokens[i].Lemma) {
		return false
	}
	w := r.lower(x.last+1, x.sentence)
	return (w == "and" || w == ",") && r.within(x.last+2, x.sentence) && upper(r.doc.Tokens[x.last+2].Word)
}

// beside reports whether a run is joined by "and" to the full name of a person.
func (r *reading) beside(x run) bool {
	if r.lower(x.titles-1, x.sentence) != "and" || !r.within(x.titles-2, x.sentence) || r.cover[x.titles-2] < 0 {
		return false
	}
	m := &r.marks[r.cover[x.titles-2]]
	return r.found[m.actor].Type == "person" && m.last > m.first && !r.has("organisation-words", key(r.doc.Tokens[x.last].Word))
}

// speaks reports whether a run is the subject of a verb of speaking, before or
// after it.
func (r *reading) speaks(x run) bool {
	for i := x.first; i <= x.last; i++ {
		t := &r.doc.Tokens[i]
		if t.Relation != "" && r.doc.Is(i, "nsubj:") && t.Head >= 0 && (t.Head < x.first || t.Head > x.last) {
			return r.has("speaking-verbs", r.doc.Tokens[t.Head].Lemma) && verb(r.doc.Tokens[t.Head].Tag)
		}
	}
	next, prev := x.last+1, x.titles-1
	if r.within(next, x.sentence) && finite(r.tag(next, x.sentence)) {
		return r.has("speaking-verbs", r.doc.Tokens[next].Lemma)
	}
	return r.within(prev, x.sentence) && finite(r.tag(prev, x.sentence)) && r.has("speaking-verbs", r.doc.Tokens[prev].Lemma) &&
		(r.lower(prev-1, x.sentence) == `"` || r.lower(prev-1, x.sentence) == ",")
}

// described reports whether an age or an apposition with a role follows a run:
// "Ayo Balogun, 45,", "Ayo Balogun, a trader", "Ayo Balogun (D-Ohio)".
func (r *reading) described(x run) bool {
	s := x.sentence
	if w := r.lower(x.last+1, s); w == "(" {
		return (r.lower(x.last+2, s) == "r" || r.lower(x.last+2, s) == "d" || r.lower(x.last+2, s) == "i") && r.lower(x.last+3, s) == "-"
	} else if w != "," {
		return false
	}
	if r.tag(x.last+2, s) == "CD" && (r.lower(x.last+3, s) == "," || r.lower(x.last+3, s) == ".") {
		return true
	}
	for i := x.last + 2; r.within(i, s) && i < x.last+10; i++ {
		t := &r.doc.Tokens[i]
		if t.Word == "," || verb(t.Tag) && t.Tag != "VBN" && t.Tag != "VBG" {
			return false
		}
		if _, person := men[t.Lower]; noun(t.Tag) && (person || r.has("roles", t.Lower) || r.has("roles", t.Lemma)) && t.Tag != "NNS" {
			return true
		}
	}
	return false
}

// asked settles runs by the name finder. It is slow, and by itself it sees names
// where there are none, so it is called only for a sentence in which something
// else speaks for a name, and its word only counts together with that.
func (r *reading) asked(open []run, names func(int) []language.Name) []run {
	lone := map[string]bool{} // words that stand alone with a capital somewhere
	for _, x := range open {
		if x.first == x.last && !r.opens(x.first) {
			lone[r.doc.Tokens[x.first].Lower] = true
		}
	}
	var rest []run
	sentence := -1
	var seen []language.Name
	for _, x := range open {
		place := r.locative(x)
		person := x.first < x.last && lone[r.doc.Tokens[x.last].Lower] || x.first == x.last && !r.opens(x.first) && r.speaks(x)
		if !place && !person || r.titled[x.sentence] || r.thing(x.last, x.sentence) || r.thing(x.last+1, x.sentence) ||
			r.has("organisation-words", key(r.doc.Tokens[x.last].Word)) || len(r.surnames[key(r.doc.Tokens[x.last].Word)]) > 0 {
			rest = append(rest, x)
			continue
		}
		if r.known(x) {
			continue
		}
		if x.sentence != sentence {
			sentence, seen = x.sentence, names(x.sentence)
		}
		switch kind := seenAs(x, seen); {
		case kind == "person" && person:
			r.person(x)
		case kind == "place" && place:
			r.placed(x.first, x.last, "")
		default:
			rest = append(rest, x)
		}
	}
	return rest
}

// seenAs returns what the name finder takes a run for: person, place or "".
func seenAs(x run, names []language.Name) string {
	for _, n := range names {
		if n.First <= x.first && n.Last >= x.last {
			return n.Kind
		}
	}
	return ""
}

// locative reports whether a run stands where places do, and belongs to no noun
// after it.
func (r *reading) locative(x run) bool {
	if x.first == x.last && (r.has("capital-nouns", r.doc.Tokens[x.first].Lower) || r.givenName(key(r.doc.Tokens[x.first].Word)) && r.lower(x.first-1, x.sentence) != "in") {
		return false // "the South", "from Mary"
	}
	if noun(r.tag(x.last+1, x.sentence)) || !proper(r.doc.Tokens[x.last].Tag) || x.titles < x.first {
		return false
	}
	switch r.lower(x.titles-1, x.sentence) {
	case "in", "near", "outside", "around":
		return len(r.doc.Tokens[x.last].Word) > 3 && !shouted(r.doc.Tokens[x.last].Word)
	}
	return false
}

// addressed reports whether a single word has a title before it: "Mayor Doe".
func (r *reading) addressed(x run) bool {
	if r.has("organisation-words", key(r.doc.Tokens[x.first].Word)) || r.has("institutions", r.doc.Tokens[x.first].Lower) || r.has("not-names", key(r.doc.Tokens[x.first].Word)) {
		return false
	}
	if x.titles < x.first && !r.title(key(r.doc.Tokens[x.first].Word)) {
		return true
	}
	return r.courtesy(x)
}

// courtesy reports whether Mr, Dr or the like stands before a run.
func (r *reading) courtesy(x run) bool {
	switch key(r.lower(x.first-1, x.sentence)) {
	case "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "sir", "lord", "lady", "dame", "miss":
		return upper(r.doc.Tokens[x.first-1].Word)
	}
	return false
}

// person marks a run as a person: one of that name in the article or a new one.
func (r *reading) person(x run) int {
	words := r.nameWords(x.first, x.last)
	actor := r.samePerson(words)
	if actor < 0 {
		text := r.doc.Text(r.doc.Span(x.first, x.last))
		actor = r.make(r.fresh(text), text, "person")
		r.found[actor].words = words
		r.list(actor)
	}
	e := &r.found[actor]
	if len(words) > 1 {
		if !e.full && e.entry < 0 && len(e.words) < len(words) {
			e.words = words
		}
		e.full = true
	}
	if e.gender == 0 {
		e.gender = r.gender(words[0])
	}
	r.mark(actor, x.first, x.last, "name")
	r.titlesOf(x, actor)
	return actor
}

// titlesOf keeps what the titles of a run tell of a person.
func (r *reading) titlesOf(x run, actor int) {
	e := &r.found[actor]
	for i := x.titles; i < x.first; i++ {
		e.call(key(r.doc.Tokens[i].Word))
		r.told(e, key(r.doc.Tokens[i].Word))
	}
	for i := x.titles - 1; r.within(i, x.sentence) && x.titles-i < 6; i-- {
		t := &r.doc.Tokens[i]
		if !modifier(t.Tag) && t.Tag != "HYPH" && key(t.Word) != "mr" && !(t.Lower == "of" && r.lower(i+1, x.sentence) == "state") {
			break
		}
		e.call(key(t.Lower))
		r.told(e, key(t.Lower))
	}
}

// told lets a title tell whether a person is a man or a woman.
func (r *reading) told(e *entity, title string) {
	switch title {
	case "mr", "sir", "lord", "king", "prince", "duke", "congressman", "spokesman", "chairman", "father", "brother", "businessman", "sheikh", "pope", "assemblyman", "emperor", "actor", "baron":
		e.gender = 'm'
	case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "congresswoman", "spokeswoman", "chairwoman", "sister", "baroness", "businesswoman", "actress", "empress", "countess", "assemblywoman":
		e.gender = 'f'
	}
}

func (r *reading) gender(given string) byte {
	m, f := r.words["given-names-male"][given], r.words["given-names-female"][given]
	switch {
	case m && !f:
		return 'm'
	case f && !m:
		return 'f'
	}
	return 0
}

// nameWords returns the folded words of a name, without initials' points.
func (r *reading) nameWords(first, last int) []string {
	var words []string
	for i := first; i <= last; i++ {
		_, keys := split(r.doc.Tokens[i].Word)
		words = append(words, keys...)
	}
	for len(words) > 2 && (words[len(words)-1] == "jr" || words[len(words)-1] == "sr" || words[len(words)-1] == "ii" || words[len(words)-1] == "iii") {
		words = words[:len(words)-1]
	}
	return words
}

// list enters a person under his last name.
func (r *reading) list(actor int) {
	if w := r.found[actor].words; len(w) > 0 {
		last := w[len(w)-1]
		r.surnames[last] = append(r.surnames[last], actor)
	}
}

// samePerson returns the person of the article who bears a name, or -1: the
// last names are the same and the first ones do not differ.
func (r *reading) samePerson(words []string) int {
	if len(words) == 0 {
		return -1
	}
	match := -1
	for _, actor := range r.surnames[words[len(words)-1]] {
		e := &r.found[actor]
		a, b := words[0], e.words[0]
		if len(words) == 1 || len(e.words) == 1 || a == b || suffix(e.words, words) || suffix(words, e.words) || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) {
			match = actor
			if len(words) > 1 && a == b {
				return actor
			}
		}
	}
	return match
}

// suffix reports whether a longer name ends with a shorter one: "Ali Bagheri
// Kani" with "Bagheri Kani".
func suffix(long, short []string) bool {
	return len(long) > len(short) && slices.Equal(long[len(long)-len(short):], short)
}

// byLastName marks a run that is the last name of a person of the article; with
// two of that name, of the one named last before it.
func (r *reading) byLastName(x run) bool {
	words := r.nameWords(x.first, x.last)
	if len(words) == 0 {
		return false
	}
	if len(words) > 1 {
		for _, actor := range r.surnames[words[len(words)-1]] {
			if suffix(r.found[actor].words, words) {
				r.mark(actor, x.first, x.last, "alias")
				return true
			}
		}
		return false
	}
	actor := r.nearest(r.surnames[words[0]], x.first)
	if actor < 0 || x.first != x.last {
		return false
	}
	if next := r.lower(x.last+1, x.sentence); upper(r.doc.Tokens[x.last].Word) && next != "" && upper(r.doc.Tokens[x.last+1].Word) && r.cover[x.last+1] < 0 && r.has("organisation-words", next) {
		return false
	}
	r.mark(actor, x.first, x.last, "alias")
	r.titlesOf(x, actor)
	return true
}

// nearest returns the one of several persons who is named last before a token,
// or else first after it; -1 when there is none.
func (r *reading) nearest(persons []int, token int) int {
	best, where := -1, -1
	for _, p := range persons {
		at := -1
		for i := range r.marks {
			if m := &r.marks[i]; m.actor == p && !m.dead && m.first >= 0 && m.first < token {
				at = max(at, m.first)
			}
		}
		if best < 0 || at > where {
			best, where = p, at
		}
	}
	return best
}

// byGivenName marks a single word that is the first name of the only person of
// the article who has it, and who speaks or acts there.
func (r *reading) byGivenName(x run) {
	if x.first != x.last || r.titled[x.sentence] {
		return
	}
	match := -1
	for i := range r.found {
		if e := &r.found[i]; e.Type == "person" && e.entry < 0 && len(e.words) > 1 && e.words[0] == key(r.doc.Tokens[x.first].Word) {
			if match >= 0 {
				return
			}
			match = i
		}
	}
	if match >= 0 {
		r.mark(match, x.first, x.last, "alias")
	}
}

// nicknamed returns the person of the article whom a run calls by his first name
// and a word for what he is said to be, "Sleepy Joe", or -1.
func (r *reading) nicknamed(x run) int {
	if x.last != x.first+1 || x.titles < x.first || r.titled[x.sentence] || r.givenName(key(r.doc.Tokens[x.first].Word)) ||
		len(r.surnames[key(r.doc.Tokens[x.last].Word)]) > 0 {
		return -1
	}
	match := -1
	for i := range r.found {
		if e := &r.found[i]; e.Type == "person" && len(e.words) > 1 && e.words[0] == key(r.doc.Tokens[x.last].Word) && !slices.Contains(e.words, key(r.doc.Tokens[x.first].Word)) {
			if match >= 0 {
				return -1
			}
			match = i
		}
	}
	return match
}

// rebind gives a name of a list to a person of the article who bears it too:
// "Jordan" to Michael Jordan when nothing else speaks of the state, "Biden" to
// Jill Biden when the article names no other in full.
func (r *reading) rebind() {
	for n := range r.marks {
		m := &r.marks[n]
		if m.dead || m.name == nil || len(m.name.words) > 1 || m.form == "given" || m.form == "demonym" || m.noun != "" {
			continue
		}
		k := key(m.name.words[0])
		old := &r.found[m.actor]
		switch old.Type {
		case "person":
			if old.full {
				continue
			}
		case "state", "place":
			if r.spokenOf(m.actor, k) || !r.givenName(k) && !r.subjectMark(m) {
				continue
			}
		default:
			continue
		}
		if p := r.otherPerson(k, m.actor, old.Type != "person" && r.givenName(k)); p >= 0 && !(old.Type == "person" && r.meantFirst(m, p)) {
			m.actor, m.form = p, "alias"
		}
	}
}

// meantFirst reports whether the text speaks of the person of a list by the
// last name of m before it names the other in full, or calls him by a title of
// the other sex: "Trump" stays Donald Trump when Melania Trump comes later.
func (r *reading) meantFirst(m *mark, other int) bool {
	in := func(n *mark) bool { return n.first >= 0 && !n.dead && r.doc.In(n.first) == r.doc.In(m.first) }
	first := -1
	for n := range r.marks {
		if x := &r.marks[n]; in(x) && x.actor == other && x.last > x.first && (first < 0 || x.first < first) {
			first = x.first
		}
	}
	for n := range r.marks {
		x := &r.marks[n]
		if x.actor != m.actor || !in(x) {
			continue
		}
		if first < 0 || x.first < first {
			return true
		}
		title := entity{}
		if s := r.doc.Tokens[x.first].Sentence; r.within(x.first-1, s) {
			r.told(&title, key(r.lower(x.first-1, s)))
		}
		if title.gender != 0 && r.found[other].gender != 0 && title.gender != r.found[other].gender {
			return true
		}
	}
	return false
}

// spokenOf reports whether a state or place is named by more than its name, or
// that of its capital, which is the word k.
func (r *reading) spokenOf(actor int, k string) bool {
	for n := range r.marks {
		m := &r.marks[n]
		if m.actor != actor || m.dead || m.form != "demonym" && m.form != "metonym" {
			continue
		}
		if m.noun != "" || m.name == nil || len(m.name.words) > 1 || key(m.name.words[0]) != k {
			return true
		}
	}
	return false
}

// otherPerson returns a person with a full name whose last name, or first where
// that is allowed, is k; -1 for none or two.
func (r *reading) otherPerson(k string, not int, first bool) int {
	match := -1
	for i := range r.found {
		e := &r.found[i]
		if i == not || e.Type != "person" || !e.full || len(e.words) < 2 {
			continue
		}
		if e.words[len(e.words)-1] == k || first && e.words[0] == k && e.entry < 0 {
			if match >= 0 {
				return -1
			}
			match = i
		}
	}
	return match
}
