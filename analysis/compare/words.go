package compare

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// A WordTable holds the words that set an outlet apart from the others on the
// stories that both cover, in the own voice of each. Only words that stand in at
// least five articles and three stories on either side are looked at.
type WordTable struct {
	Outlet         string
	Words          int64 // all words of the outlet in these stories
	ReferenceWords int64 // and of the others
	Tested         int   // words looked at
	More, Less     []Word
}

// A Word is how much more often an outlet uses a word than the others do. Z
// ranks, and only ranks: it takes words for independent. What may be concluded
// is in Ratio, Interval, P and Q, which know that words come in stories.
type Word struct {
	Word                  string
	Count, ReferenceCount int64
	Articles              int // that use it
	ReferenceArticles     int
	Stories               int     // in which either side uses it
	LogOdds, Z            float64 // with an informative Dirichlet prior
	Ratio                 float64 // Mantel-Haenszel rate ratio over stories
	Interval              *Interval
	P                     float64 // of the jackknife over stories; NaN without an interval
	Q                     float64 // P adjusted for all words of the table, by Benjamini and Hochberg
	DP, NormDP            float64 // dispersion over the outlet's articles: 0 even, 1 all in one
	LogLikelihood         float64 // G², four cells; for comparison with older work only
	Bayes                 float64 // G² less ln of all words; likewise
	LogRatio              float64 // binary logarithm of the ratio of rates; likewise
}

const (
	fewestArticles = 5   // of a word, a side
	fewestStories  = 3   // likewise
	priorWords     = 500 // weight of the prior, about one article
	wordsAtATime   = 256 // done by one worker in one go
)

// A lexis is what all words of a panel need: how many words there are where
// they count, in stories that at least two outlets tell in their own voice.
type lexis struct {
	*panel
	o       Options
	all     int64      // words of all articles, wherever
	article []int32    // words of each article by its number in the corpus, 0 for one that is left out
	cellOf  []int32    // by number in the corpus: the cell of an article that counts, -1 for others
	cell    []int64    // words of each cell that counts; 0 for the others
	story   []int64    // of each story that counts; 0 for the others
	telling [][]teller // by story: its cells that count
	own     []int64    // of each outlet
	others  []int64    // of the others in its stories
	least   []int64    // of each outlet's shortest article
}

// A teller is a cell that counts: what one outlet tells about a story.
type teller struct {
	cell, outlet int32
	words        int64
}

// newLexis counts all words. nil when nobody counted any, or nothing is told by
// two outlets.
func (p *panel) newLexis(o Options) *lexis {
	if len(p.lemmata) == 0 || p.flow.Stories == 0 {
		return nil
	}
	x := &lexis{
		panel: p, o: o, article: make([]int32, len(p.articles)), cellOf: make([]int32, len(p.articles)),
		cell: make([]int64, len(p.cells)), story: make([]int64, len(p.stories)), telling: make([][]teller, len(p.stories)),
		own: make([]int64, len(p.outlets)), others: make([]int64, len(p.outlets)), least: make([]int64, len(p.outlets)),
	}
	for i := range p.lemmata {
		p.lemmata[i].each(func(article, n int32) { x.article[article] += n })
	}
	for i, at := range p.position {
		if x.cellOf[i] = -1; at < 0 || p.order[at].copy {
			x.article[i] = 0
			continue
		}
		x.all += int64(x.article[i])
		if c := p.order[at].cell; p.cells[c].story >= 0 {
			x.cellOf[i] = c
			x.cell[c] += int64(x.article[i])
		}
	}
	for story, cells := range p.tellers {
		for _, c := range cells {
			if x.cell[c] > 0 {
				x.telling[story] = append(x.telling[story], teller{c, p.cells[c].outlet, x.cell[c]})
				x.story[story] += x.cell[c]
			}
		}
		if len(x.telling[story]) == 1 {
			x.cell[x.telling[story][0].cell], x.story[story], x.telling[story] = 0, 0, nil
		}
		for _, c := range x.telling[story] {
			x.own[c.outlet] += c.words
			x.others[c.outlet] += x.story[story] - c.words
		}
	}
	for i, c := range x.cellOf {
		if c < 0 {
			continue
		}
		if x.cell[c] == 0 {
			x.cellOf[i] = -1
			continue
		}
		out := p.cells[c].outlet
		if n := int64(x.article[i]); n > 0 && (x.least[out] == 0 || n < x.least[out]) {
			x.least[out] = n
		}
	}
	return x
}

// A scored word is one outlet's word by what it ranks by and what it is tested
// by. There may be millions: all else is worked out for those that are kept.
type scored struct {
	outlet, word int32 // word is its place in the alphabet
	z, p         float64
}

// tables gives the word tables of all outlets, by outlet.
func (x *lexis) tables() []WordTable {
	var words []*lemma
	for i := range x.lemmata {
		if x.lemmata[i].n >= 2*fewestArticles {
			words = append(words, &x.lemmata[i])
		}
	}
	slices.SortFunc(words, func(a, b *lemma) int { return cmp.Compare(a.word, b.word) })
	chunks := make([][]scored, (len(words)+wordsAtATime-1)/wordsAtATime)
	workers := sync.Pool{New: func() any { return x.newWorker() }}
	inParallel(len(chunks), func(i int) {
		w := workers.Get().(*wordWorker)
		defer workers.Put(w)
		for at := i * wordsAtATime; at < min(len(words), (i+1)*wordsAtATime); at++ {
			chunks[i] = w.score(words[at], int32(at), chunks[i])
		}
	})
	byOutlet := make([][]scored, len(x.outlets))
	for _, chunk := range chunks {
		for _, s := range chunk {
			byOutlet[s.outlet] = append(byOutlet[s.outlet], s)
		}
	}
	tables := make([]WordTable, len(x.outlets))
	inParallel(len(tables), func(i int) {
		w := workers.Get().(*wordWorker)
		defer workers.Put(w)
		tables[i] = x.table(i, byOutlet[i], words, w)
	})
	return tables
}

// table adjusts for all words of an outlet and keeps those farthest apart.
func (x *lexis) table(outlet int, list []scored, words []*lemma, w *wordWorker) WordTable {
	p := make([]float64, len(list))
	for k, s := range list {
		p[k] = s.p
	}
	q := FalseDiscovery(p, false)
	t := WordTable{Outlet: x.outlets[outlet].name, Words: x.own[outlet], ReferenceWords: x.others[outlet], Tested: len(list)}
	order := make([]int32, len(list))
	for k := range order {
		order[k] = int32(k)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(list[b].z, list[a].z) })
	keep := func(k int32) Word {
		word := w.word(words[list[k].word], outlet)
		word.Q = q[k]
		return word
	}
	for _, k := range order[:min(len(order), x.o.Words)] {
		if list[k].z > 0 {
			t.More = append(t.More, keep(k))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(list[a].z, list[b].z), cmp.Compare(a, b)) })
	for _, k := range order[:min(len(order), x.o.Words)] {
		if list[k].z < 0 {
			t.Less = append(t.Less, keep(k))
		}
	}
	return t
}

// A wordWorker counts one word after another in the same memory.
type wordWorker struct {
	*lexis
	everywhere int64   // uses of the word, in whatever article
	cells      []int32 // cells that have the word
	counts     []used  // by cell
	stories    []int32
	told       []told // by outlet
}

// A used is how often a word is used, and in how many articles.
type used struct{ count, articles int32 }

// A told is what one outlet and the others tell with a word.
type told struct {
	count, articles, stories          int64
	refCount, refArticles, refStories int64
	terms                             []term
}

// enough reports whether the word is common enough on both sides.
func (t *told) enough() bool {
	return t.articles >= fewestArticles && t.refArticles >= fewestArticles && t.stories >= fewestStories && t.refStories >= fewestStories
}

func (x *lexis) newWorker() *wordWorker {
	return &wordWorker{lexis: x, counts: make([]used, len(x.cell)), told: make([]told, len(x.outlets))}
}

// take counts a word in every cell and story. The counts of the word before it
// are gone.
func (w *wordWorker) take(l *lemma) {
	for _, c := range w.cells {
		w.counts[c] = used{}
	}
	w.cells, w.stories, w.everywhere = w.cells[:0], w.stories[:0], 0
	for i := range w.told {
		w.told[i] = told{terms: w.told[i].terms[:0]}
	}
	uses := 0
	l.each(func(article, n int32) {
		c := w.cellOf[article]
		if c < 0 {
			if w.article[article] > 0 {
				w.everywhere += int64(n)
			}
			return
		}
		u := &w.counts[c]
		if u.count == 0 {
			w.cells = append(w.cells, c)
			w.stories = append(w.stories, w.panel.cells[c].story)
		}
		u.count += n
		u.articles++
		uses++
	})
	if uses < 2*fewestArticles {
		return
	}
	for _, c := range w.cells {
		w.everywhere += int64(w.counts[c].count)
	}
	slices.Sort(w.stories)
	w.stories = slices.Compact(w.stories)
	for _, s := range w.stories {
		w.tell(s)
	}
}

// score appends what ranks and tests a word, for every outlet in which it is
// common enough.
func (w *wordWorker) score(l *lemma, number int32, list []scored) []scored {
	w.take(l)
	for i := range w.told {
		t := &w.told[i]
		if !t.enough() {
			continue
		}
		_, z := w.logOdds(i)
		list = append(list, scored{int32(i), number, z, t.fit(w.o).p()})
	}
	return list
}

// tell adds up one story in which the word occurs, for every outlet that tells
// it. Stories in which nobody uses the word say nothing about it.
func (w *wordWorker) tell(story int32) {
	var all used
	for _, c := range w.telling[story] {
		u := w.counts[c.cell]
		all.count += u.count
		all.articles += u.articles
	}
	words := w.story[story]
	for _, c := range w.telling[story] {
		u := w.counts[c.cell]
		t := &w.told[c.outlet]
		a, b := int64(u.count), int64(all.count-u.count)
		t.count += a
		t.refCount += b
		t.articles += int64(u.articles)
		t.refArticles += int64(all.articles - u.articles)
		t.stories += int64(is(a > 0))
		t.refStories += int64(is(b > 0))
		t.terms = append(t.terms, stratum{num: a, den: c.words, ref: b, per: words - c.words}.ratioTerm())
	}
}

// logOdds ranks one outlet's use of the word.
func (w *wordWorker) logOdds(outlet int) (delta, z float64) {
	t := &w.told[outlet]
	return logOdds(float64(t.count), float64(w.own[outlet]), float64(t.refCount), float64(w.others[outlet]),
		priorWords*float64(w.everywhere)/float64(w.all), priorWords)
}

// fit estimates the rate ratio with a jackknife over stories. Each step is a
// small change of two sums: the logarithm of the ratio without a story less that
// with it is taken of that change, so that nothing cancels.
func (t *told) fit(o Options) fit {
	f := fit{link: logLink, se: math.NaN()}
	var over, under, squares float64
	for _, k := range t.terms {
		over += k.over
		under += k.under
	}
	f.value = over / under
	f.y = math.Log(f.value)
	if len(t.terms) < o.MinStories {
		return f
	}
	for _, k := range t.terms {
		a, b := k.over/over, k.under/under
		d := math.Log1p((b - a) / (1 - b))
		squares += float64(d * d)
	}
	k := float64(len(t.terms))
	if se := math.Sqrt((k - 1) / k * squares); se > 1e-12 && !math.IsInf(se, 1) && !math.IsNaN(se) {
		f.se, f.df = se, k-1
	}
	return f
}

// p returns the two-sided p of an estimate, NaN without a standard error.
func (f fit) p() float64 {
	if math.IsNaN(f.se) {
		return math.NaN()
	}
	return 2 * studentTail(math.Abs(f.y)/f.se, f.df)
}

// word sums up one outlet's use of a word.
func (w *wordWorker) word(l *lemma, outlet int) Word {
	w.take(l)
	t := &w.told[outlet]
	y1, n1, y2, n2 := float64(t.count), float64(w.own[outlet]), float64(t.refCount), float64(w.others[outlet])
	g2 := likelihood(y1, y2, n1, n2)
	f := t.fit(w.o)
	x := Word{
		Word: l.word, Count: t.count, ReferenceCount: t.refCount, Articles: int(t.articles), ReferenceArticles: int(t.refArticles),
		Stories: len(t.terms), Ratio: f.value, Interval: f.interval(w.o.Level), P: f.p(),
		LogLikelihood: g2, Bayes: bayes(g2, n1, n2), LogRatio: logRatio(y1, y2, n1, n2),
	}
	x.LogOdds, x.Z = w.logOdds(outlet)
	d := deviation{total: t.count, size: w.own[outlet], least: w.least[outlet]}
	l.each(func(article, n int32) {
		if c := w.cellOf[article]; c >= 0 && int(w.panel.cells[c].outlet) == outlet {
			d.add(int64(n), int64(w.article[article]))
		}
	})
	x.DP, x.NormDP = d.dp()
	return x
}
