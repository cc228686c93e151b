package voice

import (
	"strings"

	"slant/analysis/language"
	"slant/lexicons"
)

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

// cueAt adds the attribution that token i is the cue of, if it is one.
func (g *reading) cueAt(i int) {
	t := g.d.Tokens[i]
	for _, p := range g.phrases[t.Lower] {
		if g.phraseAt(i, p) {
			return
		}
	}
	if t.Lemma != t.Lower {
		for _, p := range g.phrases[t.Lemma] {
			if g.phraseAt(i, p) {
				return
			}
		}
	}
	switch {
	case strings.HasPrefix(t.Tag, "VB"):
		if c, last := g.verb(i); c != nil {
			g.verbCue(i, last, c)
		}
	case strings.HasPrefix(t.Tag, "NN"):
		if c := g.nouns[t.Lemma]; c != nil {
			g.nounCue(i, c)
		}
	case strings.HasPrefix(t.Tag, "JJ"):
		if c := g.adjectives[t.Lemma]; c != nil {
			g.adjectiveCue(i, c)
		}
	}
}

// verb returns the cue of the verb at i, with its particle, and its last token.
func (g *reading) verb(i int) (*lexicons.Cue, int) {
	d := g.d
	if i+1 < len(d.Tokens) && d.Tokens[i+1].Sentence == d.Tokens[i].Sentence {
		if c := g.verbs[d.Tokens[i].Lemma+" "+d.Tokens[i+1].Lower]; c != nil {
			return c, i + 1
		}
	}
	if p := d.Child(i, "compound:prt"); p > i {
		if c := g.verbs[d.Tokens[i].Lemma+" "+d.Tokens[p].Lower]; c != nil {
			return c, i
		}
	}
	return g.verbs[d.Tokens[i].Lemma], i
}

func (g *reading) newAttribution(c *lexicons.Cue, first, last int) *attribution {
	return &attribution{
		entry: c, cue: [2]int{first, last}, head: first, source: [2]int{-1, -1}, holder: -1,
		content: map[int]bool{}, quoted: map[int]bool{},
	}
}

func (g *reading) add(a *attribution) { g.found = append(g.found, a) }

// verbCue reads what the verb at i governs.
func (g *reading) verbCue(i, last int, c *lexicons.Cue) {
	a := g.newAttribution(c, i, last)
	g.verbSource(a, i)
	for _, k := range g.d.Children(i) {
		g.verbContent(a, i, k)
	}
	g.interrupted(a, i)
	g.stretchCue(a, i)
	g.add(a)
}

// stretchCue takes into the cue what belongs to saying it: auxiliaries, adverbs
// and negation before the word ("has also said", "would not confirm"), and the
// preposition that the content hangs on ("called for").
func (g *reading) stretchCue(a *attribution, i int) {
	d := g.d
	a.head = i
	for k := a.cue[0] - 1; k >= 0 && d.Tokens[k].Head == i && (d.Is(k, "aux", "advmod", "cop") || d.Tokens[k].Tag == "TO"); k-- {
		switch d.Tokens[k].Lower {
		case "when", "where", "why", "how", "so", "then", "now":
			return
		}
		a.cue[0] = k
	}
	if k := a.cue[1] + 1; k < len(d.Tokens) && d.Is(k, "case", "mark") && d.Tokens[k].Tag == "IN" && d.Tokens[k].Lower != "that" && !a.content[k] && a.content[d.Tokens[k].Head] {
		a.cue[1] = k
	}
}

// verbContent takes the dependent k of the cue i as content when the cue takes
// such a thing.
func (g *reading) verbContent(a *attribution, i, k int) {
	d, c := g.d, a.entry
	switch {
	case d.Is(k, "ccomp"):
		// "would add 200 jobs to what they have" is no speech: a word with
		// commoner uses needs a that, a quotation or a clause before it.
		clause := c.Takes("clause") && (!c.Rare || d.Child(k, "mark") >= 0 || k < i)
		question := c.Takes("question") && g.isQuestion(k)
		if clause || question {
			g.takeSubtree(a, k)
			g.dropTime(a, k)
		}
	case d.Is(k, "parataxis") && k > i && (c.Takes("quote") || c.Takes("clause")):
		if g.between(i, k, ":") || g.quote[k] >= 0 {
			g.takeSubtree(a, k)
		}
	case d.Is(k, "xcomp", "advcl") && d.Tokens[k].Tag == "VB" && c.Takes("infinitive") && k > i:
		g.takeSubtree(a, k)
	case d.Is(k, "obj") && c.Takes("predicate") && g.d.Child(i, "xcomp") > k:
		g.takeSubtree(a, k)
		g.takeSubtree(a, g.d.Child(i, "xcomp"))
	case d.Is(k, "nsubj:pass") && c.Takes("raising") && g.d.Child(i, "xcomp") > i:
		g.takeSubtree(a, k)
		g.takeSubtree(a, g.d.Child(i, "xcomp"))
	case d.Is(k, "obj", "nsubj:pass") && c.Takes("object") && !(c.Takes("addressee") && d.Is(k, "obj")):
		if !g.isNounCue(k) {
			g.takeSubtree(a, k)
		}
	case d.Is(k, "obl", "nmod") && k > i:
		if p := g.preposition(k); p >= 0 && c.Takes(d.Tokens[p].Lower) {
			g.takeSubtree(a, k)
			delete(a.content, p)
		}
	case d.Is(k, "advcl") && k > i:
		// "insisted on leaving", "warned of losing": a gerund after the preposition
		if m := d.Child(k, "mark", "case"); m >= 0 && d.Tokens[k].Tag == "VBG" && c.Takes(d.Tokens[m].Lower) {
			g.takeSubtree(a, k)
			delete(a.content, m)
		}
	}
}

func (g *reading) preposition(k int) int { return g.d.Child(k, "case") }

// days are the words for time that stand between a cue and its content: "said
// Monday the bridge was closed", "said last week she would go".
var days = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"today": true, "yesterday": true, "tonight": true, "earlier": true, "later": true, "recently": true,
	"last": true, "this": true, "next": true, "week": true, "month": true, "year": true, "day": true, "night": true,
	"morning": true, "afternoon": true, "evening": true, "on": true, "in": true,
}

// dropTime takes words for time at the head of the clause k out of the content:
// they say when it was said.
func (g *reading) dropTime(a *attribution, k int) {
	d := g.d
	if d.Child(k, "mark") >= 0 {
		return
	}
	subject := d.Child(k, "nsubj", "expl", "csubj")
	i, _ := d.Subtree(k)
	if subject < 0 || i <= a.head || i != a.cue[1]+1 {
		return
	}
	start, _ := d.Subtree(subject)
	for j := i; j < start; j++ {
		if !days[d.Tokens[j].Lower] || j == start-1 && (d.Tokens[j].Lower == "on" || d.Tokens[j].Lower == "in") {
			return
		}
	}
	for j := i; j < start; j++ {
		delete(a.content, j)
	}
}

// isNounCue reports whether k is a noun that brings content of its own: "made
// the claim that …".
func (g *reading) isNounCue(k int) bool {
	return g.nouns[g.d.Tokens[k].Lemma] != nil && g.d.Child(k, "acl", "ccomp") > k
}

// isQuestion reports whether the clause at k is an embedded question.
func (g *reading) isQuestion(k int) bool {
	first, _ := g.d.Subtree(k)
	for i := first; i <= min(first+1, k); i++ {
		switch g.d.Tokens[i].Lower {
		case "whether", "if", "what", "who", "how", "why", "where", "when", "which", "whom", "whose":
			return true
		}
	}
	return false
}

// between reports whether a token spelt w stands between i and k.
func (g *reading) between(i, k int, w string) bool {
	for j := min(i, k) + 1; j < max(i, k); j++ {
		if g.d.Tokens[j].Word == w {
			return true
		}
	}
	return false
}

// takeSubtree adds what k governs to the content of a, but for the cue's own
// clause where the tree has the cue inside (a clause that it interrupts).
func (g *reading) takeSubtree(a *attribution, k int) {
	var take func(int)
	take = func(j int) {
		if a.cue[0] <= j && j <= a.cue[1] || g.phrase[j] {
			return
		}
		a.content[j] = true
		for _, c := range g.d.Children(j) {
			take(c)
		}
	}
	take(k)
}

// interrupted takes the clause that the cue stands in by way of parenthesis:
// "The bridge, he said, was closed".
func (g *reading) interrupted(a *attribution, i int) {
	d, c := g.d, a.entry
	h := d.Tokens[i].Head
	if h < 0 || !(c.Takes("clause") || c.Takes("quote")) || len(a.content) > 0 {
		return
	}
	aside := d.Is(i, "parataxis") && i > h || d.Is(i, "advcl") && d.Child(i, "mark") >= 0 && strings.EqualFold(d.Tokens[d.Child(i, "mark")].Word, "as")
	if !aside || c.Rare && !d.Is(i, "parataxis") {
		return
	}
	own := map[int]bool{}
	first, last := d.Subtree(i)
	for j := first; j <= last; j++ {
		own[j] = true
	}
	g.takeSubtree(a, h)
	for j := range own {
		delete(a.content, j)
	}
}

// verbSource finds who speaks by the verb at i: its subject, the agent of its
// passive, or the subject of the verb that it hangs from.
func (g *reading) verbSource(a *attribution, i int) {
	d := g.d
	if outer := g.goesOn(i); outer != nil {
		a.source, a.holder = outer.source, outer.holder
		first, _ := d.Subtree(i)
		for j := first; j < len(d.Tokens) && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j++ {
			if j == i || g.under(j, i) {
				delete(outer.content, j)
			}
		}
		return
	}
	passive := d.Child(i, "nsubj:pass", "aux:pass", "csubj:pass") >= 0
	if s := d.Child(i, "obl:agent"); s >= 0 {
		g.setSource(a, s)
		return
	}
	if passive {
		return
	}
	if s := d.Child(i, "nsubj"); s >= 0 {
		g.setSource(a, g.antecedent(s, i))
		return
	}
	h := d.Tokens[i].Head
	for steps := 0; h >= 0 && steps < 4; steps++ {
		t := d.Tokens[h]
		switch {
		case d.Is(i, "acl") && strings.HasPrefix(t.Tag, "N"):
			if d.Tokens[i].Tag == "VBG" {
				g.setSource(a, h)
			}
			return
		case !d.Is(i, "conj", "advcl", "xcomp", "parataxis", "ccomp", "acl", "dep"):
			return
		}
		if s := d.Child(h, "nsubj"); s >= 0 {
			if d.Is(s, "nsubj:pass") && d.Is(i, "xcomp") {
				return // "is said to believe": the passive's subject holds the belief
			}
			g.setSource(a, g.antecedent(s, h))
			return
		}
		i, h = h, t.Head
	}
}

// goesOn returns the attribution whose speaker goes on with the participle i
// after a comma: "said that …, adding that …"; nil when none does. Wherever the
// tree hangs such a participle, it is the speaker who adds.
func (g *reading) goesOn(i int) *attribution {
	d := g.d
	if d.Tokens[i].Tag != "VBG" || !d.Is(i, "advcl", "ccomp", "conj", "acl", "xcomp", "parataxis") {
		return nil
	}
	first, _ := d.Subtree(i)
	for k := i - 1; k >= first || k == i-1; k-- { // adverbs may stand between: ", even admitting"
		if k < 0 || d.Tokens[k].Tag != "RB" {
			first = k
			break
		}
	}
	if first < 0 || d.Tokens[first].Word != "," && g.quote[first] < 0 || d.Tokens[first].Sentence != d.Tokens[i].Sentence {
		return nil
	}
	for n := len(g.found) - 1; n >= 0; n-- {
		a := g.found[n]
		if a.cue[0] < 0 || a.holder < 0 || a.cue[0] > i || d.Tokens[a.cue[0]].Sentence != d.Tokens[i].Sentence || !strings.HasPrefix(d.Tokens[a.cue[0]].Tag, "V") {
			continue
		}
		if !(a.entry.Takes("clause") || a.entry.Takes("quote")) || (g.quote[a.cue[0]] != g.quote[i]) {
			continue
		}
		if g.under(i, a.cue[0]) {
			return a
		}
	}
	return nil
}

// under reports whether token i hangs from token top, at whatever distance.
func (g *reading) under(i, top int) bool {
	for i >= 0 && i != top {
		i = g.d.Tokens[i].Head
	}
	return i == top
}

// antecedent returns what the relative pronoun s, subject of verb, stands for;
// s itself when it is none.
func (g *reading) antecedent(s, verb int) int {
	d := g.d
	switch d.Tokens[s].Lower {
	case "who", "which", "that":
		if d.Is(verb, "acl:relcl", "acl") && d.Tokens[verb].Head >= 0 {
			return d.Tokens[verb].Head
		}
	}
	return s
}

// setSource makes the noun phrase of head s the source of a: its words with
// title, apposition and relative clause. Where s is the antecedent of the
// relative pronoun that the cue has for a subject, the pronoun is the source.
func (g *reading) setSource(a *attribution, s int) {
	d := g.d
	if p := d.Child(a.head, "nsubj"); p >= 0 && p != s && d.Is(a.head, "acl:relcl", "acl") && d.Tokens[a.head].Head == s {
		a.source, a.holder = [2]int{p, p}, s
		return
	}
	first, last := s, s
	var grow func(int)
	grow = func(i int) {
		first, last = min(first, i), max(last, i)
		for _, c := range d.Children(i) {
			if d.Is(c, "punct", "parataxis", "case", "cop", "advcl", "mark", "cc:preconj") || a.cue[0] <= c && c <= a.cue[1] {
				continue
			}
			if i == s && d.Is(c, "acl", "appos") && g.under(a.head, c) {
				continue // the clause that the cue stands in
			}
			if i == s && d.Is(c, "conj") && strings.HasPrefix(d.Tokens[c].Tag, "V") {
				continue
			}
			grow(c)
		}
	}
	grow(s)
	if a.cue[0] >= 0 && first <= a.cue[1] && a.cue[0] <= last {
		if s > a.cue[1] {
			first = a.cue[1] + 1
		} else {
			last = a.cue[0] - 1
		}
	}
	for first < s && !isWord(d.Tokens[first]) {
		first++
	}
	for last > s && !isWord(d.Tokens[last]) {
		last--
	}
	a.source, a.holder = [2]int{first, last}, s
}

// nounCue reads "the claim that …", "accusations of …".
func (g *reading) nounCue(i int, c *lexicons.Cue) {
	d := g.d
	a := g.newAttribution(c, i, i)
	clause := false
	for _, k := range d.Children(i) {
		switch {
		case k < i:
		case d.Is(k, "acl", "ccomp") && !d.Is(k, "acl:relcl") && c.Takes("clause") && that(d, k):
			clause = true
			g.takeSubtree(a, k)
		case d.Is(k, "acl") && d.Tokens[k].Tag == "VB" && c.Takes("infinitive"):
			g.takeSubtree(a, k)
		case d.Is(k, "nmod"):
			if p := g.preposition(k); p >= 0 && c.Takes(d.Tokens[p].Lower) {
				g.takeSubtree(a, k)
				delete(a.content, p)
			}
		}
	}
	if len(a.content) == 0 {
		return
	}
	g.nounSource(a, i)
	// "talks on arms" and "attacks against civilians" are acts; "his attacks on
	// the press" may be words.
	if a.holder >= 0 || clause {
		g.add(a)
	}
}

func that(d *language.Document, k int) bool {
	m := d.Child(k, "mark")
	return m >= 0 && d.Tokens[m].Lower == "that"
}

// nounSource finds whose claim it is: the possessor, "by X", or the subject of
// the verb that makes it.
func (g *reading) nounSource(a *attribution, i int) {
	d := g.d
	if p := d.Child(i, "nmod:poss"); p >= 0 {
		g.setSource(a, p)
		return
	}
	for _, k := range d.Children(i) {
		if d.Is(k, "nmod", "obl:agent") {
			if p := g.preposition(k); p >= 0 && (d.Tokens[p].Lower == "by" || d.Tokens[p].Lower == "from") {
				g.setSource(a, k)
				return
			}
		}
	}
	if h := d.Tokens[i].Head; h >= 0 && d.Is(i, "obj", "obl") && strings.HasPrefix(d.Tokens[h].Tag, "V") {
		if c, _ := g.verb(h); c != nil && c.Takes("cue") {
			if s := d.Child(h, "nsubj:"); s >= 0 {
				g.setSource(a, g.antecedent(s, h))
			}
		}
	}
}

// adjectiveCue reads "is adamant that …", "was critical of …".
func (g *reading) adjectiveCue(i int, c *lexicons.Cue) {
	d := g.d
	a := g.newAttribution(c, i, i)
	for _, k := range d.Children(i) {
		switch {
		case k < i:
		case d.Is(k, "ccomp", "advcl", "acl") && c.Takes("clause") && d.Child(k, "nsubj", "csubj", "expl") >= 0:
			g.takeSubtree(a, k)
		case d.Is(k, "xcomp", "advcl", "ccomp") && d.Tokens[k].Tag == "VB" && c.Takes("infinitive"):
			g.takeSubtree(a, k)
		case d.Is(k, "obl", "nmod"):
			if p := g.preposition(k); p >= 0 && c.Takes(d.Tokens[p].Lower) {
				g.takeSubtree(a, k)
				delete(a.content, p)
			}
		}
	}
	s := d.Child(i, "nsubj:")
	if s < 0 && d.Is(i, "xcomp") && d.Tokens[i].Head >= 0 {
		s = d.Child(d.Tokens[i].Head, "nsubj:")
	}
	if s < 0 || len(a.content) == 0 || d.Tokens[s].Lower == "it" {
		return
	}
	g.setSource(a, g.antecedent(s, i))
	g.stretchCue(a, i)
	g.add(a)
}

// A phrase is a cue of several words around its source.
type phrase struct {
	before, after []string // words on both sides of the source
	possessive    bool     // the source is a possessor: "in *'s words"
	cue           *lexicons.Cue
}

func newPhrase(c *lexicons.Cue) phrase {
	p := phrase{cue: c}
	words := &p.before
	for _, w := range strings.Fields(c.Lemma) {
		switch w {
		case "*'s":
			p.possessive = true
			words = &p.after
		case "*":
			words = &p.after
		default:
			*words = append(*words, w)
		}
	}
	return p
}

// phraseAt reads "according to X" at i and reports whether p stands there. The
// content is the clause around.
func (g *reading) phraseAt(i int, p phrase) bool {
	d := g.d
	if !g.spelt(i, p.before) {
		return false
	}
	last := i + len(p.before) - 1
	a := g.newAttribution(p.cue, i, last)
	switch {
	case p.possessive:
		// The possessor hangs from the first word after it.
		for j := last + 1; j < min(last+10, len(d.Tokens)); j++ {
			if d.Is(j, "nmod:poss") && d.Tokens[j].Head > j && g.spelt(d.Tokens[j].Head-len(p.after)+1, p.after) {
				g.setSource(a, j)
				a.cue[1] = d.Tokens[j].Head
				break
			}
		}
	default:
		s := g.nounAfter(last)
		if s < 0 {
			return false
		}
		g.setSource(a, s)
		if len(p.after) > 0 && !g.spelt(a.source[1]+1, p.after) {
			return false
		}
	}
	if a.holder < 0 {
		return false
	}
	if len(p.before) == 1 && len(p.after) == 0 && !g.apart(i, a.source[1]) {
		return false
	}
	if a.source[0] <= last {
		a.source[0] = last + 1
	}
	g.clauseAround(a)
	g.add(a)
	return true
}

// apart reports whether what stands from i to last opens a sentence and a comma
// follows: "For Moscow, the talks were a start".
func (g *reading) apart(i, last int) bool {
	d := g.d
	return i == d.Sentences[d.Tokens[i].Sentence].First && last+1 < len(d.Tokens) && d.Tokens[last+1].Word == ","
}

// spelt reports whether words, as they are or as lemmas, stand at token i in
// one sentence.
func (g *reading) spelt(i int, words []string) bool {
	d := g.d
	if i < 0 || i+len(words) > len(d.Tokens) {
		return false
	}
	for k, w := range words {
		if t := d.Tokens[i+k]; t.Lower != w && t.Lemma != w || t.Sentence != d.Tokens[i].Sentence {
			return false
		}
	}
	return true
}

// nounAfter returns the head of the noun phrase after token i, -1 when none
// follows at once.
func (g *reading) nounAfter(i int) int {
	d := g.d
	for j := i + 1; j < len(d.Tokens) && j <= i+12 && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j++ {
		t := d.Tokens[j]
		if !isWord(t) && j == i+1 {
			return -1
		}
		nominal := strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP" || t.Tag == "DT" || t.Tag == "CD" || strings.HasPrefix(t.Tag, "JJ")
		if !nominal && t.Tag != "PRP$" && t.Tag != "POS" {
			return -1
		}
		first, _ := d.Subtree(j)
		head := t.Head
		if (strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP") && (head < 0 || head <= i || head > j && !near(d, j, head) || first <= i+1 && !d.Is(j, "compound", "nmod:poss", "amod", "flat")) {
			return j
		}
	}
	return -1
}

// near reports whether all between i and j is one phrase: no verb, no comma.
func near(d *language.Document, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if strings.HasPrefix(d.Tokens[k].Tag, "V") || d.Tokens[k].Word == "," {
			return false
		}
	}
	return strings.HasPrefix(d.Tokens[j].Tag, "N")
}

// clauseAround takes the sentence around a phrase cue as its content. At the
// end of a sentence the phrase covers the last participle clause when that is
// what gives the figures: "…, killing 70 people, according to the ministry".
func (g *reading) clauseAround(a *attribution) {
	d := g.d
	s := d.Sentences[d.Tokens[a.cue[0]].Sentence]
	first, last := s.First, s.Last-1
	if a.source[1] >= last-1 {
		if p := g.lastParticiple(s.First, a.cue[0]); p >= 0 {
			first = p
		}
	} else if a.cue[0] > s.First+1 && d.Tokens[a.cue[0]-1].Word != "," {
		last = a.cue[0] - 1
	}
	// Inside a quotation only the quoted words can be meant, outside all.
	if q := g.quote[a.cue[0]]; q >= 0 {
		first, last = max(first, g.quotes[q].first), min(last, g.quotes[q].last)
	}
	for i := first; i <= last; i++ {
		if i < a.cue[0] || i > a.source[1] {
			a.content[i] = true
		}
	}
	for i := a.cue[0]; i <= a.source[1]; i++ {
		g.phrase[i] = true
	}
}

// lastParticiple returns the token that begins the last clause of the form
// ", killing 70 people" between from and to, -1 when there is none.
func (g *reading) lastParticiple(from, to int) int {
	d := g.d
	for i := to - 1; i > from; i-- {
		if d.Tokens[i].Tag == "VBG" && d.Tokens[i-1].Word == "," && d.Tokens[i].Lower != "according" && d.Tokens[i].Lower != "including" {
			for j := i; j < to; j++ {
				if d.Tokens[j].Tag == "CD" {
					return i
				}
			}
			return -1
		}
	}
	return -1
}
