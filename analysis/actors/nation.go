package actors

import "strings"

// institutions lets a nation, organisation or group take in the noun by which
// it acts: "Russian diplomacy", "Israel's army", "the government of Israel",
// "Hamas fighters". An institution of a list that follows an adjective of
// another state is that state's: "Indian Supreme Court".
func (r *reading) institutions() {
	for n := 0; n < len(r.marks); n++ {
		m := r.marks[n]
		if m.dead || m.first < 0 || m.form == "given" && r.found[m.actor].Type == "person" {
			continue
		}
		set := r.actingSet(m)
		if set == "" {
			continue
		}
		s := r.doc.Tokens[m.first].Sentence
		if r.lower(m.last+1, s) == "-" { // "Israeli-occupied", "Russian-Israeli"
			continue
		}
		if last, what := r.institution(m, set, s); last > 0 {
			r.acting(n, m.first, last, what)
			continue
		}
		if m.form == "name" || m.form == "alias" {
			if first, what := r.institutionOf(m, set, s); first >= 0 {
				r.acting(n, first, m.last, what)
			}
		}
	}
}

// actingSet names the set of nouns by which an actor acts, "" for none.
func (r *reading) actingSet(m mark) string {
	switch e := &r.found[m.actor]; e.Type {
	case "state":
		return "institutions"
	case "place":
		if m.form == "metonym" {
			return "institutions"
		}
		if e.entry >= 0 && (e.Type == "place" && (len(r.entries[e.entry].Demonyms) > 0 || e.kind == "place")) {
			return "institutions"
		}
	case "organisation", "group":
		if e.kind == "people" {
			return ""
		}
		return "members"
	}
	return ""
}

// acting turns a mark into one of the whole phrase.
func (r *reading) acting(n, first, last int, what string) {
	given := r.marks[n].form == "given"
	if given {
		return
	}
	r.extend(n, first, last)
	r.marks[n].form, r.marks[n].noun = "metonym", what
}

// institution returns the last token of the institution that follows mark m,
// and its noun, or 0. Up to three words may stand between: "Iranian Deputy
// Foreign Minister".
func (r *reading) institution(m mark, set string, s int) (last int, what string) {
	i := m.last + 1
	possessive := r.lower(i, s) == "'s" || r.lower(i, s) == "'"
	if possessive {
		i++
	}
	found := 0
	for steps := 0; steps < 4 && r.within(i, s); steps++ {
		t := &r.doc.Tokens[i]
		if c := r.cover[i]; c >= 0 {
			o := r.marks[c]
			other := &r.found[o.actor]
			if steps == 0 && found == 0 && other.Type == "organisation" && other.kind != "party" && o.name != nil && o.name.generic &&
				(r.top(o.actor) != r.top(m.actor) || r.found[m.actor].Type == "place") {
				return o.last, r.doc.Tokens[o.last].Lower
			}
			break
		}
		if r.is(set, t.Lower) || r.is(set, t.Lemma) {
			// an adjective is none ("military aid"), nor is what another noun heads
			if noun(t.Tag) || (t.Lower == "military" || t.Lower == "executive") && !noun(r.tag(i+1, s)) {
				found, what = i, t.Lemma
			}
		}
		if pair := t.Lower + " " + r.lower(i+1, s); noun(r.tag(i+1, s)) && r.cover[i+1] < 0 && r.is(set, pair) {
			found, what = i+1, pair
			i++
		}
		if !(noun(t.Tag) || strings.HasPrefix(t.Tag, "JJ") || t.Tag == "HYPH" || t.Tag == "VBG" && noun(r.tag(i+1, s))) {
			break
		}
		// "Israeli army attack": the attack is none of the army
		if found > 0 && found < i && noun(t.Tag) {
			break
		}
		i++
	}
	if found == 0 {
		return 0, ""
	}
	// "Russian Ministry of Defence"
	if next := r.lower(found+1, s); next == "of" || next == "for" {
		end := found + 1
		for r.within(end+1, s) && (upper(r.doc.Tokens[end+1].Word) && r.cover[end+1] < 0 || end > found+1 && r.lower(end+1, s) == "and" && r.within(end+2, s) && upper(r.doc.Tokens[end+2].Word) && r.cover[end+2] < 0) {
			end++
		}
		if end > found+1 && upper(r.doc.Tokens[found].Word) {
			found = end
		}
	}
	return found, what
}

// is reports whether a set of nouns holds a word.
func (r *reading) is(set, word string) bool {
	return r.has(set, word) || set == "members" && r.has("institutions", word)
}

// institutionOf returns the first token of the institution in "the government
// of Israel", where m is Israel, or -1.
func (r *reading) institutionOf(m mark, set string, s int) (first int, what string) {
	i := m.first - 1
	if r.lower(i, s) == "the" {
		i--
	}
	if r.lower(i, s) != "of" {
		return -1, ""
	}
	i--
	if !r.within(i, s) || r.cover[i] >= 0 || !noun(r.tag(i, s)) {
		return -1, ""
	}
	switch lemma := r.doc.Tokens[i].Lemma; lemma {
	case "government", "army", "military", "parliament", "leadership", "authority", "regime", "police", "navy", "government ministry":
		return i, lemma
	}
	return -1, ""
}
