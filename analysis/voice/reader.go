package voice

import (
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

// NewReader prepares the cues for reading.
func NewReader(cues []lexicons.Cue) *Reader {
	r := &Reader{
		verbs: map[string]*lexicons.Cue{}, nouns: map[string]*lexicons.Cue{},
		adjectives: map[string]*lexicons.Cue{}, phrases: map[string][]phrase{},
	}
	for i := range cues {
		c := &cues[i]
		switch c.Kind {
		case "verb":
			r.verbs[c.Lemma] = c
		case "noun":
			r.nouns[c.Lemma] = c
		case "adjective":
			r.adjectives[c.Lemma] = c
		case "phrase":
			p := newPhrase(c)
			r.phrases[p.before[0]] = append(r.phrases[p.before[0]], p)
		}
	}
	return r
}

// Speakers is who speaks in one article.
type Speakers struct {
	Attributions []Attribution // ordered by start of their content
	Borrowed     [][2]int      // short quotations that nobody is said to have said: first and last token, marks included

	voices  []Voice // of each token
	holders []Voice // of each token, see Holder
}

// At returns who stands behind the wording of token i.
func (s *Speakers) At(i int) Voice { return s.voices[i] }

// Holder returns whose speech, thought or wish tells of token i, though the
// outlet may have put it into words: in "the mayor vowed to calm the panic" it is
// the mayor's to calm the panic, and At says that the outlet calls it panic.
func (s *Speakers) Holder(i int) Voice { return s.holders[i] }

// Read says who is speaking at each token of d. Actors of sources are looked up
// in index.
func (r *Reader) Read(d *language.Document, index *actors.Index) *Speakers {
	g := &reading{Reader: r, d: d, index: index, quotes: d.Quotations}
	g.quote = make([]int, len(d.Tokens))
	for i := range g.quote {
		g.quote[i] = -1
	}
	for n, q := range g.quotes {
		for i := q.First; i <= q.Last; i++ {
			g.quote[i] = n
		}
	}
	g.measure()
	for i := range d.Tokens {
		g.cueAt(i)
	}
	g.takeQuotations()
	for _, a := range g.found {
		g.trim(a)
		g.tellAsides(a)
	}
	g.found = slices.DeleteFunc(g.found, func(a *attribution) bool { return len(a.content) == 0 })
	return g.speakers()
}

// reading is the state of reading one document.
type reading struct {
	*Reader
	d      *language.Document
	index  *actors.Index
	quotes []language.Quotation
	quote  []int          // index of the innermost quotation that holds a token, or -1
	under  []run          // the stretch of text that each token governs, itself included
	asides []run          // phrases such as "according to the ministry"
	owner  []*attribution // of each quotation, nil when nobody is found
	found  []*attribution // in order of their cues; those of quotations without a cue at the end
}

// An attribution is an Attribution in tokens.
type attribution struct {
	entry      *lexicons.Cue
	cue        run // with all that belongs to saying it; noRun when there is none
	head       int // its verb, noun or adjective
	source     run
	holder     int // head word of the source, -1 when there is none
	content    tokenSet
	told       tokenSet // of the content, what the outlet describes in its own words
	root       int      // head word of a clause that is the content, -1 when there is none
	quoted     []int    // quotations that it has taken
	inherited  bool
	unresolved bool // a quotation that nobody can be found for
	parent     *attribution
	number     int
}

func newAttribution(c *lexicons.Cue, first, last int) *attribution {
	return &attribution{entry: c, cue: run{first, last}, head: first, source: noRun, holder: -1, root: -1}
}

func (g *reading) add(a *attribution) { g.found = append(g.found, a) }

// measure fills g.under. Heads may come before or after their dependents, so
// each token's stretch is handed up when all that depend on it are done.
func (g *reading) measure() {
	d := g.d
	g.under = make([]run, len(d.Tokens))
	waits := make([]int, len(d.Tokens)) // dependents that are not done
	var done []int
	for i := range d.Tokens {
		g.under[i] = run{i, i}
		if waits[i] = len(d.Children(i)); waits[i] == 0 {
			done = append(done, i)
		}
	}
	for len(done) > 0 {
		i := done[len(done)-1]
		done = done[:len(done)-1]
		h := d.Tokens[i].Head
		if h < 0 {
			continue
		}
		g.under[h] = run{min(g.under[h].first, g.under[i].first), max(g.under[h].last, g.under[i].last)}
		if waits[h]--; waits[h] == 0 {
			done = append(done, h)
		}
	}
}

// hangs reports whether token i hangs from token top, at whatever distance.
func (g *reading) hangs(i, top int) bool {
	for i >= 0 && i != top {
		i = g.d.Tokens[i].Head
	}
	return i == top
}

// sentence returns the tokens of the sentence that token i stands in.
func (g *reading) sentence(i int) run {
	s := g.d.Sentences[g.d.Tokens[i].Sentence]
	return run{s.First, s.Last - 1}
}

// starts reports whether the tag of token i begins with one of tags: "V" for
// verbs, "N" for nouns.
func (g *reading) starts(i int, tag string) bool {
	t := g.d.Tokens[i].Tag
	return len(t) >= len(tag) && t[:len(tag)] == tag
}
