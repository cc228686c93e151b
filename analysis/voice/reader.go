package voice

import (
	"cmp"
	"slices"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/lexicons"
)

// A Reader finds who is speaking. It is safe for concurrent use.
type Reader struct {
	verbs      map[string]*lexicons.Cue // by lemma
	nouns      map[string]*lexicons.Cue
	adjectives map[string]*lexicons.Cue
	phrases    map[string][]phrase // by first word
}

// Speakers is who speaks in one article.
type Speakers struct {
	Attributions []Attribution // ordered by start of their content
	Borrowed     [][2]int      // short quotations that nobody is said to have said: first and last token, marks included

	voices []Voice // of each token
}

// At returns who stands behind token i.
func (s *Speakers) At(i int) Voice { return s.voices[i] }

// reading is the state of reading one document.
type reading struct {
	*Reader
	d      *language.Document
	index  *actors.Index
	quotes []quotation
	quote  []int  // index of the quotation that holds a token, or -1
	phrase []bool // whether a token is part of a phrase such as "according to the ministry"
	found  []*attribution
}

// An attribution is an Attribution in tokens.
type attribution struct {
	entry      *lexicons.Cue
	cue        [2]int // first and last token, -1 when there is none
	head       int    // its verb, noun or adjective
	source     [2]int // likewise
	holder     int    // head word of the source, -1 when there is none
	content    map[int]bool
	quoted     map[int]bool // quotations that it has taken
	inherited  bool
	parent     *attribution
	number     int
	unresolved bool
}

// Read says who is speaking at each token of d. Actors of sources are looked up
// in index.
func (r *Reader) Read(d *language.Document, index *actors.Index) *Speakers {
	g := &reading{Reader: r, d: d, index: index, quotes: quotations(d)}
	g.quote = make([]int, len(d.Tokens))
	g.phrase = make([]bool, len(d.Tokens))
	for i := range g.quote {
		g.quote[i] = -1
	}
	for n, q := range g.quotes {
		for i := q.first; i <= q.last; i++ {
			g.quote[i] = n
		}
	}
	for i := range d.Tokens {
		g.cueAt(i)
	}
	g.takeQuotations()
	g.inherit()
	g.found = slices.DeleteFunc(g.found, func(a *attribution) bool { return len(a.content) == 0 })
	return g.speakers()
}

// speakers numbers the attributions, nests them and gives each token its voice.
func (g *reading) speakers() *Speakers {
	for _, a := range g.found {
		g.trim(a)
	}
	g.found = slices.DeleteFunc(g.found, func(a *attribution) bool { return len(a.content) == 0 })
	slices.SortStableFunc(g.found, func(a, b *attribution) int {
		return cmp.Or(cmp.Compare(lowest(a.content), lowest(b.content)), cmp.Compare(len(b.content), len(a.content)), cmp.Compare(a.cue[0], b.cue[0]))
	})
	inner := make([]*attribution, len(g.d.Tokens)) // innermost holder of each token
	bySize := slices.Clone(g.found)
	slices.SortStableFunc(bySize, func(a, b *attribution) int { return cmp.Compare(len(b.content), len(a.content)) })
	for _, a := range bySize {
		at := lowest(a.content)
		if a.cue[0] >= 0 {
			at = a.cue[0]
		}
		if p := inner[at]; p != a {
			a.parent = p
		}
		for i := range a.content {
			inner[i] = a
		}
	}
	for n, a := range g.found {
		a.number = n
	}
	s := &Speakers{Borrowed: g.borrowed(inner), Attributions: make([]Attribution, len(g.found)), voices: make([]Voice, len(g.d.Tokens))}
	for n, a := range g.found {
		s.Attributions[n] = g.attribution(a)
	}
	for i := range s.voices {
		s.voices[i] = Voice{Kind: Outlet, Attribution: -1}
		a := inner[i]
		if a == nil {
			continue
		}
		v := Voice{Kind: Indirect, Attribution: a.number}
		if src := s.Attributions[a.number].Source; src != nil {
			v.Actor = src.Actor
		}
		switch {
		case a.unresolved:
			v.Kind = Unresolved
		case g.quote[i] >= 0:
			v.Kind = Direct
		}
		s.voices[i] = v
	}
	return s
}

// borrowed returns the quotations too short for speech that no attribution
// holds.
func (g *reading) borrowed(inner []*attribution) (out [][2]int) {
	for _, q := range g.quotes {
		if q.words < speechWords && !q.unclosed && inner[q.first+1] == nil && !g.isTitle(q) {
			out = append(out, [2]int{q.first, q.last})
		}
	}
	return out
}

func (g *reading) attribution(a *attribution) Attribution {
	out := Attribution{Content: g.spans(a.content), Kind: g.kind(a), Inherited: a.inherited, Parent: -1}
	if a.parent != nil {
		out.Parent = a.parent.number
	}
	if a.cue[0] >= 0 {
		span := g.d.Span(a.cue[0], a.cue[1])
		out.Cue = &Cue{Span: span, Text: g.d.Text(span), Lemma: a.entry.Lemma, Tone: a.entry.Tone, First: a.head, Rule: a.entry.Rule}
	}
	if a.source[0] >= 0 {
		span := g.d.Span(a.source[0], a.source[1])
		out.Source = &Source{Span: span, Text: g.d.Text(span), Actor: g.index.Of(a.source[0], a.source[1])}
	}
	return out
}

// kind says how much of the content stands in quotation marks.
func (g *reading) kind(a *attribution) string {
	in, out := 0, 0
	for i := range a.content {
		switch {
		case !isWord(g.d.Tokens[i]):
		case g.quote[i] >= 0:
			in++
		default:
			out++
		}
	}
	switch {
	case in == 0:
		return Indirect
	case out == 0:
		return Direct
	}
	return Mixed
}

// spans returns the runs of tokens in content.
func (g *reading) spans(content map[int]bool) []language.Span {
	tokens := make([]int, 0, len(content))
	for i := range content {
		tokens = append(tokens, i)
	}
	slices.Sort(tokens)
	var out []language.Span
	for k := 0; k < len(tokens); {
		j := k
		for j+1 < len(tokens) && tokens[j+1] == tokens[j]+1 && g.d.In(tokens[j+1]) == g.d.In(tokens[k]) {
			j++
		}
		out = append(out, g.d.Span(tokens[k], tokens[j]))
		k = j + 1
	}
	return out
}

// trim takes the cue, the source and marks at the edges of runs out of the
// content: they are the outlet's.
func (g *reading) trim(a *attribution) {
	if a.cue[0] >= 0 {
		for i := a.cue[0]; i <= a.cue[1]; i++ {
			delete(a.content, i)
		}
	}
	if a.source[0] >= 0 {
		for i := a.source[0]; i <= a.source[1]; i++ {
			delete(a.content, i)
		}
	}
	edge := func(i int) bool {
		t := g.d.Tokens[i]
		return !isWord(t) && g.quote[i] < 0 && t.Word != "(" && t.Word != ")" && t.Word != "$"
	}
	runs := make([]int, 0, len(a.content))
	for i := range a.content {
		runs = append(runs, i)
	}
	slices.Sort(runs)
	for _, i := range runs {
		if !a.content[i-1] && edge(i) {
			delete(a.content, i)
		}
	}
	for k := len(runs) - 1; k >= 0; k-- {
		if i := runs[k]; !a.content[i+1] && edge(i) {
			delete(a.content, i)
		}
	}
	// A run of nothing but marks is no content.
	for k := 0; k < len(runs); {
		j, words := k, false
		for j < len(runs) && (j == k || runs[j] == runs[j-1]+1) {
			words = words || a.content[runs[j]] && isWord(g.d.Tokens[runs[j]])
			j++
		}
		if !words {
			for _, i := range runs[k:j] {
				delete(a.content, i)
			}
		}
		k = j
	}
}

func lowest(content map[int]bool) int {
	first := true
	low := 0
	for i := range content {
		if first || i < low {
			low, first = i, false
		}
	}
	return low
}
