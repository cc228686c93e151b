package actors

import "slices"

// places finds places that no list knows by the known one that holds them:
// "Port Ellis, Ohio".
func (r *reading) places() {
	for n := 0; n < len(r.marks); n++ {
		m := r.marks[n]
		if m.dead || m.first < 2 || m.form == "demonym" || m.form == "given" {
			continue
		}
		holder := &r.found[m.actor]
		s := r.doc.Tokens[m.first].Sentence
		if holder.Type != "place" && holder.Type != "state" || r.lower(m.first-1, s) != "," || !r.nameLike(m.first-2, s) {
			continue
		}
		first := m.first - 2
		for r.nameLike(first-1, s) && m.first-first < 5 {
			first--
		}
		switch r.lower(first-1, s) {
		case "in", "at", "near", "from", "of", "to", "outside", "around", "through":
		default:
			continue // a list: "Alice, France"
		}
		if r.givenName(key(r.doc.Tokens[first].Word)) && m.first-2 > first {
			continue
		}
		r.placed(first, m.first-2, holder.ID)
	}
}

// placed marks tokens first to last as a place that lies in another.
func (r *reading) placed(first, last int, partOf string) {
	text := r.doc.Text(r.doc.Span(first, last))
	actor := slices.IndexFunc(r.found, func(e entity) bool { return e.Type == "place" && e.Name == text })
	if actor < 0 {
		actor = r.make(r.fresh(text), text, "place")
		r.found[actor].PartOf = partOf
	}
	r.mark(actor, first, last, "name")
}
