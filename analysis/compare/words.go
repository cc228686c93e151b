package compare

import (
	"cmp"
	"math"
	"math/bits"
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
	P                     float64 // of the jackknife over stories and, with bylines, authors; NaN without an interval, but 1 where one side would not have the word without one of its authors
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
	o        Options
	lemmata  []*lemma
	all      int64     // words of all articles, wherever
	article  []int32   // words of each article by its number in the corpus, 0 for one that is left out
	tells    []place   // by number in the corpus: where an article counts
	outletOf []int32   // by telling: what one outlet tells about a story, by story, then outlet
	share    []float64 // by telling: of the words that all outlets tell about the story
	first    []int32   // by story: its first telling; and how many there are
	own      []int64   // words of each outlet that count
	others   []int64   // of the others in its stories
	least    []int64   // of each outlet's shortest article
	authors  *wrote    // nil when they are not taken into account
}

// A place is where an article counts; its telling is -1 if it does not.
type place struct{ telling, story int32 }

// newLexis counts all words. nil when nobody counted any, or nothing is told by
// two outlets.
func (p *panel) newLexis(o Options) *lexis {
	lemmata := p.lemmata()
	if len(lemmata) == 0 || p.flow.Stories == 0 {
		return nil
	}
	x := &lexis{
		panel: p, o: o, lemmata: lemmata, article: make([]int32, len(p.articles)), tells: make([]place, len(p.articles)), first: make([]int32, len(p.stories)+1),
		own: make([]int64, len(p.outlets)), others: make([]int64, len(p.outlets)), least: make([]int64, len(p.outlets)),
	}
	var list []posting
	for _, l := range lemmata {
		list = l.read(list)
		for _, q := range list {
			x.article[q.article] += q.count
		}
	}
	words := make([]int64, len(p.cells))
	for i, at := range p.position {
		if at < 0 || p.order[at].copy {
			x.article[i] = 0
			continue
		}
		x.all += int64(x.article[i])
		words[p.order[at].cell] += int64(x.article[i])
	}
	tells := make([]int32, len(p.cells))
	for c := range tells {
		tells[c] = -1
	}
	for story, cells := range p.tellers {
		x.first[story+1] = x.first[story]
		var all int64
		some := 0
		for _, c := range cells {
			all += words[c]
			some += is(words[c] > 0)
		}
		if some < 2 {
			continue
		}
		for _, c := range cells {
			if words[c] > 0 {
				out := p.cells[c].outlet
				tells[c] = int32(len(x.outletOf))
				x.outletOf = append(x.outletOf, out)
				x.share = append(x.share, float64(words[c])/float64(all))
				x.own[out] += words[c]
				x.others[out] += all - words[c]
			}
		}
		x.first[story+1] = int32(len(x.outletOf))
	}
	for i, at := range p.position {
		if x.tells[i] = (place{-1, -1}); at < 0 || x.article[i] == 0 {
			continue
		}
		cell := p.order[at].cell
		if x.tells[i] = (place{tells[cell], p.cells[cell].story}); tells[cell] >= 0 {
			if out, n := p.order[at].outlet, int64(x.article[i]); x.least[out] == 0 || n < x.least[out] {
				x.least[out] = n
			}
		}
	}
	x.authors = x.wrote(words, tells)
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
	for _, l := range x.lemmata {
		if l.n >= 2*fewestArticles {
			words = append(words, l)
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
//
// Authors are taken out only of words that are kept, or found to differ as
// stories have it: that makes p larger, never smaller, so what is found does not
// depend on the others, whose p would still be above all that find anything.
func (x *lexis) table(outlet int, list []scored, words []*lemma, w *wordWorker) WordTable {
	t := WordTable{Outlet: x.outlets[outlet].name, Words: x.own[outlet], ReferenceWords: x.others[outlet], Tested: len(list)}
	p := make([]float64, len(list))
	order := make([]int32, len(list))
	for k, s := range list {
		p[k], order[k] = s.p, int32(k)
	}
	found := FalseDiscovery(p, false)
	keep := func(side float64) (at []int32, kept []Word) {
		slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(side*list[b].z, side*list[a].z), cmp.Compare(a, b)) })
		for _, k := range order[:min(len(order), x.o.Words)] {
			if side*list[k].z > 0 {
				word := w.word(words[list[k].word], outlet)
				p[k], found[k] = word.P, math.NaN()
				at, kept = append(at, k), append(kept, word)
			}
		}
		return at, kept
	}
	more, ofMore := keep(1)
	less, ofLess := keep(-1)
	t.More, t.Less = ofMore, ofLess
	if x.authors != nil {
		for k, q := range found {
			if q <= 1-x.o.Level {
				p[k] = w.fit(words[list[k].word], outlet).p()
			}
		}
	}
	q := FalseDiscovery(p, false)
	for i, k := range more {
		t.More[i].Q = q[k]
	}
	for i, k := range less {
		t.Less[i].Q = q[k]
	}
	return t
}

// A wordWorker counts one word after another in the same memory.
type wordWorker struct {
	*lexis
	everywhere int64 // uses of the word, in whatever article
	heard      []posting
	counts     []used   // by telling; all 0 between words
	stories    []uint64 // in which the word is used, a bit each; likewise
	told       []told   // by outlet
	byline     *bylineWorker
}

// A used is how often a word is used, and in how many articles.
type used struct{ count, articles int32 }

// A told is what one outlet tells with a word, and what all tell in its stories.
type told struct {
	count, articles, stories int64
	allCount, allArticles    int64
	alone                    int64 // stories in which nobody else uses the word
	over, under              float64
	terms                    []wordTerm
}

// A wordTerm is what a story adds to the two sums of the rate ratio.
type wordTerm struct{ over, under float64 }

// enough reports whether the word is common enough on both sides.
func (t *told) enough() bool {
	return t.articles >= fewestArticles && t.allArticles-t.articles >= fewestArticles &&
		t.stories >= fewestStories && int64(len(t.terms))-t.alone >= fewestStories
}

func (x *lexis) newWorker() *wordWorker {
	return &wordWorker{lexis: x, counts: make([]used, len(x.outletOf)), told: make([]told, len(x.outlets)), stories: make([]uint64, (len(x.panel.stories)+63)/64)}
}

// take counts a word for every outlet. The counts of the word before it are gone.
func (w *wordWorker) take(l *lemma) {
	w.everywhere = 0
	for i := range w.told {
		w.told[i] = told{terms: w.told[i].terms[:0]}
	}
	w.heard = l.read(w.heard)
	for _, h := range w.heard {
		at := w.tells[h.article]
		if at.telling < 0 {
			if w.article[h.article] > 0 {
				w.everywhere += int64(h.count)
			}
			continue
		}
		u := &w.counts[at.telling]
		u.count += h.count
		u.articles++
		w.stories[at.story>>6] |= 1 << (at.story & 63)
	}
	for i, b := range w.stories {
		for ; b != 0; b &= b - 1 {
			w.tell(int32(i<<6 + bits.TrailingZeros64(b)))
		}
		w.stories[i] = 0
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
// it. Stories in which nobody uses the word say nothing about it. The terms are
// those of stratum.ratioTerm.
func (w *wordWorker) tell(story int32) {
	first, end := w.first[story], w.first[story+1]
	counts, share := w.counts[first:end], w.share[first:end]
	var all used
	for _, u := range counts {
		all.count += u.count
		all.articles += u.articles
	}
	w.everywhere += int64(all.count)
	for i, out := range w.outletOf[first:end] {
		t, u, share := &w.told[out], counts[i], share[i]
		t.allCount += int64(all.count)
		t.allArticles += int64(all.articles)
		term := wordTerm{under: float64(all.count-u.count) * share}
		if u.count > 0 {
			t.count += int64(u.count)
			t.articles += int64(u.articles)
			t.stories++
			t.alone += int64(is(u.count == all.count))
			term.over = float64(u.count) * (1 - share)
			t.over += term.over
			counts[i] = used{}
		}
		t.under += term.under
		t.terms = append(t.terms, term)
	}
}

// logOdds ranks one outlet's use of the word.
func (w *wordWorker) logOdds(outlet int) (delta, z float64) {
	t := &w.told[outlet]
	return logOdds(float64(t.count), float64(w.own[outlet]), float64(t.allCount-t.count), float64(w.others[outlet]),
		priorWords*float64(w.everywhere)/float64(w.all), priorWords)
}

// fit estimates the rate ratio with a jackknife over stories. Each step is a
// small change of two sums: the logarithm of the ratio without a story less that
// with it is taken of that change, so that nothing cancels.
func (t *told) fit(o Options) fit {
	f := fit{link: logLink, se: math.NaN(), value: t.over / t.under}
	f.y = math.Log(f.value)
	if len(t.terms) < o.MinStories {
		return f
	}
	var squares float64
	for _, k := range t.terms {
		d := logWithout(k.over, t.over, k.under, t.under)
		squares += float64(d * d)
	}
	k := float64(len(t.terms))
	if se := math.Sqrt((k - 1) / k * squares); se > 1e-12 && !math.IsInf(se, 1) && !math.IsNaN(se) {
		f.se, f.df = se, k-1
	}
	return f
}

// logWithout returns by how much ln(over/under) grows when a is taken from over
// and b from under: the logarithm of 1 + x with
//
//	x = (b·over − a·under) / (over·(under − b))
//
// Where that is small, as it is for nearly every story of a common word, it is
// summed up as 2·artanh(x/(2 + x)), with one division; the terms that are left
// out are below 1e-17 of it.
func logWithout(a, over, b, under float64) float64 {
	p := float64(b*over) - float64(a*under)
	s := p / (p + float64(2*over*(under-b)))
	q := float64(s * s)
	switch {
	case q < 2e-5:
		return 2 * s * (1 + float64(q*(1./3+float64(q*(1./5+float64(q*(1./7)))))))
	case q < 4e-3:
		return 2 * s * (1 + float64(q*(1./3+float64(q*(1./5+float64(q*(1./7+float64(q*(1./9+float64(q*(1./11+float64(q*(1./13)))))))))))))
	}
	a, b = a/over, b/under
	return math.Log1p((b - a) / (1 - b))
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
	f := w.fit(l, outlet)
	t := &w.told[outlet]
	y1, n1, y2, n2 := float64(t.count), float64(w.own[outlet]), float64(t.allCount-t.count), float64(w.others[outlet])
	g2 := likelihood(y1, y2, n1, n2)
	x := Word{
		Word: l.word, Count: t.count, ReferenceCount: t.allCount - t.count, Articles: int(t.articles), ReferenceArticles: int(t.allArticles - t.articles),
		Stories: len(t.terms), Ratio: f.value, Interval: f.interval(w.o.Level), P: f.p(),
		LogLikelihood: g2, Bayes: bayes(g2, n1, n2), LogRatio: logRatio(y1, y2, n1, n2),
	}
	x.LogOdds, x.Z = w.logOdds(outlet)
	d := deviation{total: t.count, size: w.own[outlet], least: w.least[outlet]}
	l.each(func(article, n int32) {
		if t := w.tells[article].telling; t >= 0 && int(w.outletOf[t]) == outlet {
			d.add(int64(n), int64(w.article[article]))
		}
	})
	x.DP, x.NormDP = d.dp()
	return x
}
