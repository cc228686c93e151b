package actors

import (
	"strings"

	"slant/analysis/language"
)

// gazetteer marks the names of the lists: at each word the longest that fits.
func (r *reading) gazetteer() {
	for i := 0; i < len(r.pieces); i++ {
		n, last := r.longest(i)
		if n != nil && last > i && r.pieces[i].key == "the" {
			// the article is no part of the name, nor of a longer one after it
			if m, end := r.longest(i + 1); end > last && m != nil {
				n, last = m, end
			}
			i++
		}
		if n != nil {
			if n.entry != blocked && !r.foreign(n, i, last) && !r.marked(i, last) {
				r.matched(n, i, last)
			}
			i = last
		}
	}
	r.doubtful()
}

// longest returns the longest name that begins with piece i, and its last piece.
func (r *reading) longest(i int) (best *name, last int) {
	n := &r.names
	sentence := r.doc.Tokens[r.pieces[i].token].Sentence
	for j := i; j < len(r.pieces) && r.doc.Tokens[r.pieces[j].token].Sentence == sentence; j++ {
		if n = n.next[r.pieces[j].key]; n == nil {
			break
		}
		if n.name != nil && r.spelt(n.name, i, j) {
			best, last = n.name, j
		}
		if n.next == nil {
			break
		}
	}
	return best, last
}

// spelt reports whether pieces i to j are written as a name must be: with a
// capital where the name has one, all capitals for an acronym, and exactly as
// listed when its words are ordinary ones too.
func (r *reading) spelt(n *name, i, j int) bool {
	if n.entry == blocked {
		return upper(r.pieces[i].word) || !upper(n.words[0])
	}
	first := true // of the words with a capital
	article := r.pieces[i].key == "the" && len(n.words) > 1
	if article && n.exact && r.entries[n.entry].kind == "media" && r.pieces[i].word != "The" {
		return false // "the Atlantic" is no magazine
	}
	for k := range n.words {
		want, got := n.words[k], r.pieces[i+k].word
		if !upper(want) {
			continue
		}
		if k == 0 && article {
			continue // "the Guardian"
		}
		acronym := len(want) > 1 && shouted(want)
		switch {
		case acronym && got != want:
			if len(want) < 4 || n.exact || !upper(got) || strings.TrimSuffix(want, ".") != want {
				return false
			}
		case n.exact && got != want && !(shouted(got) && len(got) > 3):
			return false
		case first && !upper(got):
			return false
		case len(n.words) == 1 && !acronym && len(got) < 5 && got != want && shouted(got) && len(got) > 1 && !r.shouting(r.pieces[i].token):
			return false // "PEW" is not Pew
		}
		first = false
	}
	return !n.exact || r.plausible(n, i, j)
}

// shouting reports whether the words beside token i are all capitals too.
func (r *reading) shouting(i int) bool {
	s := r.doc.Tokens[i].Sentence
	for _, j := range []int{i - 1, i + 1} {
		if r.within(j, s) && letters(r.doc.Tokens[j].Word) && !shouted(r.doc.Tokens[j].Word) {
			return false
		}
	}
	return true
}

// plausible reports whether an ordinary word with a capital can be a name where
// the capital may have another reason.
func (r *reading) plausible(n *name, i, j int) bool {
	t := &r.doc.Tokens[r.pieces[j].token]
	if shouted(n.words[0]) && len(n.words[0]) > 1 && !r.shouting(r.pieces[i].token) {
		return true // "WHO" among words in lower case
	}
	if strings.HasPrefix(t.Tag, "VB") || t.Tag == "PRP" || t.Tag == "WP" || t.Tag == "MD" {
		return false
	}
	if !r.opens(r.pieces[i].token) && !r.titled[t.Sentence] {
		return true
	}
	if n.form == "demonym" {
		return proper(t.Tag) || t.Tag == "JJ"
	}
	return proper(t.Tag)
}

// marked reports whether a mark covers one of pieces i to j already.
func (r *reading) marked(i, j int) bool {
	for ; i <= j; i++ {
		if r.cover[r.pieces[i].token] >= 0 && r.marks[r.cover[r.pieces[i].token]].form == "given" {
			return true
		}
	}
	return false
}

// foreign reports whether pieces i to j, which match n, belong to something
// else: the longer name of a person ("Michael Jordan", "Chad Smith", "Jill
// Biden"), or a tongue ("speaks Russian").
func (r *reading) foreign(n *name, i, j int) bool {
	e := &r.entries[n.entry]
	first, last := r.pieces[i].token, r.pieces[j].token
	s := r.doc.Tokens[first].Sentence
	if n.form == "demonym" {
		return len(n.words) == 1 && !noun(r.tag(last+1, s)) && r.tongue(first, s)
	}
	if len(n.words) == 1 && n.exact && (e.Type == "organisation" || e.Type == "group") && !shouted(n.words[0]) {
		prev := r.pieceBefore(i, s) // "Sydney Opera House"
		return prev != nil && upper(prev.word) && !r.opens(prev.token) && proper(r.doc.Tokens[prev.token].Tag) && r.cover[prev.token] < 0 && !r.titled[s] && !r.title(prev.key)
	}
	if len(n.words) > 1 || shouted(r.pieces[i].word) && !r.titled[s] || e.Type == "organisation" || e.Type == "group" {
		return false
	}
	given := r.has("given-names-male", r.pieces[i].key) || r.has("given-names-female", r.pieces[i].key)
	if prev := r.pieceBefore(i, s); prev != nil && upper(prev.word) && !r.opens(prev.token) && !r.title(prev.key) {
		if r.has("given-names-male", prev.key) || r.has("given-names-female", prev.key) || len(prev.key) == 1 ||
			e.Type == "person" && proper(r.doc.Tokens[prev.token].Tag) && r.cover[prev.token] < 0 && !r.titled[s] {
			return true
		}
	} else if prev != nil && upper(prev.word) && (r.has("given-names-male", prev.key) || r.has("given-names-female", prev.key)) {
		return true
	}
	if prev := r.pieceBefore(i, s); prev != nil && n.form == "name" && upper(prev.word) && proper(r.doc.Tokens[prev.token].Tag) && !r.title(prev.key) &&
		!r.has("organisation-words", prev.key) && !r.has("organisation-starts", prev.key) && r.described(run{s, prev.token, last, prev.token}) {
		return true // "Zsanett Paris, a Norwegian nurse"
	}
	next := r.pieceAfter(j, s)
	if given && next != nil && upper(next.word) && !shouted(next.word) && proper(r.doc.Tokens[next.token].Tag) && !r.title(next.key) &&
		!r.has("organisation-words", next.key) && !r.has("institutions", next.key) {
		if other, _ := r.longest(j + 1); other == nil || r.entries[max(other.entry, 0)].Type == "person" {
			return true
		}
	}
	return false
}

// pieceBefore returns the piece before piece i when nothing but a space or a
// hyphen parts them.
func (r *reading) pieceBefore(i, s int) *piece {
	if i == 0 || r.doc.Tokens[r.pieces[i-1].token].Sentence != s || !letters(r.pieces[i-1].word) || r.pieces[i].start-r.pieces[i-1].end > 2 {
		return nil
	}
	return &r.pieces[i-1]
}

func (r *reading) pieceAfter(i, s int) *piece {
	if i+1 >= len(r.pieces) || r.doc.Tokens[r.pieces[i+1].token].Sentence != s || !letters(r.pieces[i+1].word) || r.pieces[i+1].start-r.pieces[i].end > 2 {
		return nil
	}
	return &r.pieces[i+1]
}

// tongue reports whether token i stands where a language is named.
func (r *reading) tongue(i, s int) bool {
	if r.tag(i, s) == "NNS" || r.tag(i, s) == "NNPS" {
		return false
	}
	switch r.lower(i-1, s) {
	case "in", "into", "speak", "speaks", "spoke", "speaking", "spoken", "fluent", "learn", "learned", "learning", "learnt", "translated", "broken", "fluently", "teaches", "taught":
		return true
	}
	return false
}

// matched marks pieces i to j as name n.
func (r *reading) matched(n *name, i, j int) {
	first, last := r.pieces[i].token, r.pieces[j].token
	entry, form := n.entry, n.form
	if n.capital >= 0 && r.acts(first, last) {
		entry, form = n.capital, "metonym"
	}
	m := r.add(mark{
		actor: r.entity(entry), first: first, last: last,
		start: r.pieces[i].start, end: r.pieces[j].end, form: form, name: n,
	})
	if e := &r.found[r.marks[m].actor]; e.Type == "person" && len(n.words) > 1 {
		e.full = true
	}
	if t := &r.doc.Tokens[last]; t.End == r.pieces[j].end+1 && strings.HasSuffix(r.pieces[j].word, ".") {
		r.marks[m].end = t.End
	}
}

// doubtful settles names that have two owners once the whole article is known:
// institutions of many states, and Georgia.
func (r *reading) doubtful() {
	states := map[int]int{} // mentions by the entry of the state that they belong to
	for _, m := range r.marks {
		if m.dead || m.name != nil && m.name.generic {
			continue
		}
		if top := r.top(m.actor); top >= 0 {
			states[top]++
		}
	}
	georgia, georgian := r.entry("georgia"), 0
	for n := range r.marks {
		m := &r.marks[n]
		if m.name == nil || m.form == "given" {
			continue
		}
		if e := r.found[m.actor].entry; e == georgia && e >= 0 && m.form != "name" || e >= 0 && e != georgia && r.topEntry(e) == georgia && georgia >= 0 {
			georgian++
		}
	}
	for n := range r.marks {
		m := &r.marks[n]
		switch {
		case m.name == nil || m.dead:
		case m.name.generic:
			owner := r.topEntry(m.name.entry)
			if states[owner] > 0 || r.found[m.actor].kind == "party" { // no party is a state
				continue
			}
			switch state, several := r.onlyState(states); {
			case several:
				r.kill(n)
			case state >= 0:
				m.actor, m.form, m.noun = r.entity(state), "metonym", r.doc.Tokens[m.last].Lower
			}
		case georgia >= 0 && m.name.entry == georgia && m.form == "name" && georgian == 0 && states[r.entry("united-states")] > 0:
			m.actor = r.entity(r.entry("georgia-us"))
		}
	}
}

// onlyState returns the only state that is named, or -1 for none; several tells
// that there is more than one.
func (r *reading) onlyState(states map[int]int) (state int, several bool) {
	state = -1
	for e := range states {
		if state >= 0 {
			return -1, true
		}
		state = e
	}
	return state, false
}

func (r *reading) entry(id string) int {
	if e, ok := r.byID[id]; ok {
		return e
	}
	return -1
}

// top returns the entry of the state that found[i] belongs to, or -1.
func (r *reading) top(i int) int {
	if r.found[i].entry < 0 {
		return -1
	}
	return r.topEntry(r.found[i].entry)
}

// topEntry follows part_of, and nation where that ends, to a state.
func (r *reading) topEntry(e int) int {
	for steps := 0; steps < 8 && e >= 0; steps++ {
		a := &r.entries[e]
		switch {
		case a.Type == "state":
			return e
		case a.PartOf != "":
			e = r.entry(a.PartOf)
		case a.Nation != "":
			e = r.entry(a.Nation)
		default:
			return -1
		}
	}
	return -1
}

// patterns marks what the regular expressions of the user's lists find.
func (r *reading) patterns() {
	if len(r.regex) == 0 {
		return
	}
	for _, field := range []struct{ in, text string }{{language.Title, r.doc.Title}, {"", r.doc.Body}} {
		for _, p := range r.regex {
			for _, at := range p.expr.FindAllStringIndex(field.text, -1) {
				first, last := r.tokens(field.in, at[0], at[1])
				if first < 0 || r.cover[first] >= 0 || r.cover[last] >= 0 || at[0] == at[1] {
					continue
				}
				r.add(mark{actor: r.entity(p.entry), first: first, last: last, start: at[0], end: at[1], form: "alias"})
			}
		}
	}
}

// tokens returns the tokens of a field that bytes start to end-1 touch, or -1.
func (r *reading) tokens(in string, start, end int) (first, last int) {
	first, last = -1, -1
	for s := range r.doc.Sentences {
		sentence := &r.doc.Sentences[s]
		if sentence.In != in || sentence.End <= start || sentence.Start >= end {
			continue
		}
		for i := sentence.First; i < sentence.Last; i++ {
			if t := &r.doc.Tokens[i]; t.End > start && t.Start < end {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
	}
	return first, last
}
