package actors

import "slices"

// papers ties a paper that is called by the last word of its name to the one
// that the text has named in full: after "the New York Times", "the Times" is no
// other, and after "the Washington Post" neither is "the Post".
func (r *reading) papers() {
	if !slices.ContainsFunc(r.marks, func(m mark) bool { return !m.dead && m.last > m.first && r.found[m.actor].kind == "media" }) {
		return
	}
	latest := map[string]int{} // papers by the key of their last word, as the text goes on
	order := r.inOrder()
	next := 0
	for i := range r.doc.Tokens {
		for ; next < len(order) && r.marks[order[next]].first < i; next++ {
			m := &r.marks[order[next]]
			if e := &r.found[m.actor]; e.kind == "media" && m.last > m.first && r.lower(m.first, r.doc.Tokens[m.first].Sentence) != "the" {
				latest[key(r.doc.Tokens[m.last].Word)] = m.actor
			}
		}
		t := &r.doc.Tokens[i]
		paper, known := latest[key(t.Word)]
		if !known || !upper(t.Word) || r.titled[t.Sentence] || r.lower(i-1, t.Sentence) != "the" || upper(r.wordAt(i+1, t.Sentence)) {
			continue
		}
		switch c := r.cover[i]; {
		case c < 0:
			r.mark(paper, i, i, "alias")
		case r.marks[c].last == i && r.found[r.marks[c].actor].kind == "media" && r.marks[c].first >= i-1 && r.marks[c].actor != paper:
			r.marks[c].actor, r.marks[c].form = paper, "alias"
		}
	}
}

// wordAt returns token i as it is written, "" where sentence s has no such token.
func (r *reading) wordAt(i, s int) string {
	if !r.within(i, s) {
		return ""
	}
	return r.doc.Tokens[i].Word
}
