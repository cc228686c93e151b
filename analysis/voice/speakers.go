package voice

import (
	"cmp"
	"slices"

	"slant/analysis/language"
)

// speakers numbers the attributions, nests them and gives each token its voice.
func (g *reading) speakers() *Speakers {
	slices.SortStableFunc(g.found, func(a, b *attribution) int {
		return cmp.Or(cmp.Compare(a.content.first(), b.content.first()), cmp.Compare(b.content.size(), a.content.size()), cmp.Compare(a.cue.first, b.cue.first))
	})
	inner, holds := g.nest()
	for n, a := range g.found {
		a.number = n
	}
	s := &Speakers{Borrowed: g.borrowed(inner), Attributions: make([]Attribution, len(g.found))}
	for n, a := range g.found {
		s.Attributions[n] = g.attribution(a)
	}
	s.voices, s.holders = g.voices(s, inner), g.voices(s, holds)
	return s
}

// voices returns the voice of each token, by the attribution that it belongs to,
// nil where the outlet speaks.
func (g *reading) voices(s *Speakers, of []*attribution) []Voice {
	out := make([]Voice, len(of))
	for i, a := range of {
		out[i] = Voice{Kind: Outlet, Attribution: -1}
		if a == nil {
			continue
		}
		v := Voice{Kind: Indirect, Attribution: a.number}
		if src := s.Attributions[a.number].Source; src != nil {
			v.Actor = src.Actor
			if v.Actor == "" && a.parent != nil && g.pointsBack(a.source) {
				if up := s.Attributions[a.parent.number].Source; up != nil {
					v.Actor = up.Actor
				}
			}
		}
		switch {
		case a.unresolved:
			v.Kind = Unresolved
		case g.quote[i] >= 0:
			v.Kind = Direct
		}
		out[i] = v
	}
	return out
}

// pointsBack reports whether a source only takes up persons named before ("the
// two men", "both sides"): what they say stands for whoever tells it.
func (g *reading) pointsBack(source run) bool {
	for i := source.first; i <= source.last; i++ {
		if oneOf(g.d.Tokens[i].Lower, "both two pair duo they three all") {
			return true
		}
	}
	return false
}

// nest gives each attribution the one that it sits in, and returns for each token
// the innermost whose source's words it is, nil where the outlet speaks, and the
// innermost that holds it, what the outlet tells of a content included.
func (g *reading) nest() (inner, holds []*attribution) {
	inner = make([]*attribution, len(g.d.Tokens))
	holds = make([]*attribution, len(g.d.Tokens))
	bySize := slices.Clone(g.found)
	slices.SortStableFunc(bySize, func(a, b *attribution) int { return cmp.Compare(b.content.size(), a.content.size()) })
	for _, a := range bySize {
		at := a.content.first()
		if a.cue.first >= 0 {
			at = a.cue.first
		}
		a.parent = holds[at]
		if a.parent != nil && !g.isOther(a) {
			a.number = -1
			continue
		}
		for _, r := range a.content {
			for i := r.first; i <= r.last; i++ {
				holds[i] = a
				if g.quote[i] >= 0 || !a.told.has(i) {
					inner[i] = a
				}
			}
		}
	}
	g.found = slices.DeleteFunc(g.found, func(a *attribution) bool { return a.number < 0 })
	return inner, holds
}

// borrowed returns the quotations too short for speech that no attribution
// holds.
func (g *reading) borrowed(inner []*attribution) (out [][2]int) {
	for _, q := range g.quotes {
		if q.Words < speechWords && !q.Unclosed && !g.isSentence(q) && inner[q.First+1] == nil && !g.isTitle(q) {
			out = append(out, [2]int{q.First, q.Last})
		}
	}
	return out
}

func (g *reading) attribution(a *attribution) Attribution {
	out := Attribution{Kind: g.kind(a), Inherited: a.inherited, Parent: -1}
	for _, r := range a.content {
		out.Content = append(out.Content, g.spans(r)...)
	}
	if a.parent != nil {
		out.Parent = a.parent.number
	}
	if a.cue.first >= 0 {
		span := g.d.Span(a.cue.first, a.cue.last)
		out.Cue = &Cue{Span: span, Text: g.d.Text(span), Lemma: a.entry.Lemma, Tone: a.entry.Tone, First: a.head, Rule: a.entry.Rule}
	}
	if a.source.first >= 0 {
		span := g.d.Span(a.source.first, a.source.last)
		out.Source = &Source{Span: span, Text: g.d.Text(span), Actor: g.index.Of(a.source.first, a.source.last)}
	}
	return out
}

// spans returns the spans of a run: one, but where it runs from the title into
// the body.
func (g *reading) spans(r run) []language.Span {
	if g.d.In(r.first) == g.d.In(r.last) {
		return []language.Span{g.d.Span(r.first, r.last)}
	}
	i := r.first
	for g.d.In(i) == g.d.In(r.first) {
		i++
	}
	return []language.Span{g.d.Span(r.first, i-1), g.d.Span(i, r.last)}
}

// kind says how much of the content stands in quotation marks.
func (g *reading) kind(a *attribution) string {
	in, out := false, false
	for _, r := range a.content {
		for i := r.first; i <= r.last; i++ {
			if g.d.Tokens[i].IsWord() {
				in = in || g.quote[i] >= 0
				out = out || g.quote[i] < 0
			}
		}
	}
	switch {
	case !in:
		return Indirect
	case !out:
		return Direct
	}
	return Mixed
}

// trim takes the cue, the source and marks at the edges of runs out of the
// content: they are the outlet's.
func (g *reading) trim(a *attribution) {
	if a.cue.first >= 0 {
		a.content.remove(a.cue.first, a.cue.last)
	}
	if a.source.first >= 0 {
		a.content.remove(a.source.first, a.source.last)
	}
	kept := a.content[:0]
	for _, r := range a.content {
		for r.first <= r.last && g.isEdge(r.first) {
			r.first++
		}
		for r.first <= r.last && g.isEdge(r.last) {
			r.last--
		}
		if g.hasWord(r) && !(r.first == r.last && g.d.Tokens[r.first].Tag == "CC" && g.quote[r.first] < 0) {
			kept = append(kept, r)
		}
	}
	a.content = kept
}

// isEdge reports whether token i does not belong to a content that it begins or
// ends: a stop, comma or dash outside quotation marks.
func (g *reading) isEdge(i int) bool {
	t := g.d.Tokens[i]
	return !t.IsWord() && g.quote[i] < 0 && t.Word != "(" && t.Word != ")" && t.Word != "$"
}

func (g *reading) hasWord(r run) bool {
	for i := r.first; i <= r.last; i++ {
		if g.d.Tokens[i].IsWord() {
			return true
		}
	}
	return false
}

// isOther reports whether a, which stands in the content of another attribution,
// gives its words to somebody else: whoever says what he himself thinks or wants
// goes on speaking (“I think …”; he said he hoped that …), and approval, blame
// and the like of things are part of what is said. What is left is what another
// is said to say or think, in a clause or quotation.
func (g *reading) isOther(a *attribution) bool {
	switch {
	case a.root < 0 && len(a.quoted) == 0 && a.entry.Kind != "phrase":
		return false
	case a.head < 0: // a quotation that stands alone goes on with whoever spoke last
		return a.holder != a.parent.holder
	case a.holder < 0:
		return a.entry.Kind == "noun"
	case g.quote[a.head] >= 0:
		return !firstPerson[g.d.Tokens[a.holder].Lower]
	}
	return !thirdPerson[g.d.Tokens[a.holder].Lower] && !firstPerson[g.d.Tokens[a.holder].Lower]
}

var (
	firstPerson = wordSet("i we me us my our you your") // with the second, which is anybody: "you know"
	thirdPerson = wordSet("he she it they")
)
