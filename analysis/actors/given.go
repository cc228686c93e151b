package actors

import "slices"

// given marks what the user has marked. A person, group or organisation of the
// lists that is named so is from here on the user's actor, so that its other
// mentions in the article are his too.
func (r *reading) given(given []Given) {
	given = slices.Clone(given)
	slices.SortStableFunc(given, func(a, b Given) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	for _, g := range given {
		if g.Start < 0 || g.End > len(r.doc.Body) || g.Start >= g.End || g.Actor == "" {
			continue // bytes that are not in the text mark nothing
		}
		text := r.doc.Body[g.Start:g.End]
		first, last := r.tokens("", g.Start, g.End)
		actor, known := r.byActor[g.Actor]
		if !known {
			if e, ok := r.byID[g.Actor]; ok {
				actor = r.entity(e)
			} else {
				actor = r.make(g.Actor, text, "person")
				r.claim(actor, text)
			}
		}
		r.add(mark{actor: actor, first: first, last: last, start: g.Start, end: g.End, form: "given"})
	}
}

// claim lets found[i] stand for the entry of the lists that bears the name
// text, and gives it what the list says; else text names a person.
func (r *reading) claim(i int, text string) {
	words, keys := split(text)
	n := r.names.find(keys)
	if len(keys) > 0 && n != nil && n.name != nil && n.name.entry != blocked && n.name.form != "demonym" && n.name.form != "metonym" {
		e := n.name.entry
		_, taken := r.same[e]
		switch typ := r.entries[e].Type; {
		case taken:
		case typ == "state" || typ == "place":
			r.found[i].Type, r.found[i].kind = typ, r.entries[e].kind
			return
		default:
			r.same[e] = i
			r.found[i].Name, r.found[i].Type = r.entries[e].Name, typ
			r.fill(i, e)
			r.found[i].full = len(words) > 1
			return
		}
	}
	if len(keys) == 0 || len(keys) > 5 || !upper(words[0]) {
		return
	}
	r.found[i].words = keys
	r.found[i].full = len(keys) > 1
	r.found[i].gender = r.gender(keys[0])
	r.list(i)
}
