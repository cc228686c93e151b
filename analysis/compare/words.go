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
	all     int64   // words of all articles, wherever
	article []int32 // words of each article, in order
	cell    []int64 // of each cell that counts; 0 for the others
	story   []int64 // of each story that counts; 0 for the others
	own     []int64 // of each outlet
	others  []int64 // of the others in its stories
	least   []int64 // of each outlet's shortest article
}

// newLexis counts all words. nil when nobody counted any, or nothing is told by
// two outlets.
func (p *panel) newLexis(o Options) *lexis {
	if len(p.lemmata) == 0 || p.flow.Stories == 0 {
		return nil
	}
	x := &lexis{
		panel: p, o: o, article: make([]int32, len(p.order)), cell: make([]int64, len(p.cells)), story: make([]int64, len(p.stories)),
		own: make([]int64, len(p.outlets)), others: make([]int64, len(p.outlets)), least: make([]int64, len(p.outlets)),
	}
	for i := range p.lemmata {
		p.lemmata[i].each(func(article, n int32) {
			if at := p.position[article]; at >= 0 && !p.order[at].copy {
				x.article[at] += n
				x.all += int64(n)
			}
		})
	}
	for story, cells := range p.tellers {
		tellers := 0
		for _, c := range cells {
			for _, n := range x.article[p.cells[c].start:p.cells[c].end] {
				x.cell[c] += int64(n)
			}
			x.story[story] += x.cell[c]
			tellers += is(x.cell[c] > 0)
		}
		for _, c := range cells {
			if tellers < 2 {
				x.story[story] -= x.cell[c]
				x.cell[c] = 0
			}
		}
		for _, c := range cells {
			if x.cell[c] == 0 {
				continue
			}
			out := p.cells[c].outlet
			x.own[out] += x.cell[c]
			x.others[out] += x.story[story] - x.cell[c]
			for _, n := range x.article[p.cells[c].start:p.cells[c].end] {
				if n := int64(n); n > 0 && (x.least[out] == 0 || n < x.least[out]) {
					x.least[out] = n
				}
			}
		}
	}
	return x
}

// A found word is one outlet's.
type found struct {
	Word
	outlet int
}

// tables gives the word tables of all outlets, by outlet.
func (x *lexis) tables() []WordTable {
	var order []int
	for i := range x.lemmata {
		if x.lemmata[i].n >= 2*fewestArticles {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x.lemmata[a].word, x.lemmata[b].word) })
	chunks := make([][]found, (len(order)+wordsAtATime-1)/wordsAtATime)
	workers := sync.Pool{New: func() any { return x.newWorker() }}
	inParallel(len(chunks), func(i int) {
		w := workers.Get().(*wordWorker)
		defer workers.Put(w)
		for _, word := range order[i*wordsAtATime : min(len(order), (i+1)*wordsAtATime)] {
			chunks[i] = w.find(&x.lemmata[word], chunks[i])
		}
	})
	byOutlet := make([][]Word, len(x.outlets))
	for _, chunk := range chunks {
		for _, f := range chunk {
			byOutlet[f.outlet] = append(byOutlet[f.outlet], f.Word)
		}
	}
	tables := make([]WordTable, len(x.outlets))
	for i, list := range byOutlet {
		tables[i] = x.table(i, list)
	}
	return tables
}

// table adjusts for all words of an outlet and keeps those farthest apart.
func (x *lexis) table(outlet int, list []Word) WordTable {
	p := make([]float64, len(list))
	for k, w := range list {
		p[k] = w.P
	}
	for k, q := range FalseDiscovery(p, false) {
		list[k].Q = q
	}
	t := WordTable{Outlet: x.outlets[outlet].name, Words: x.own[outlet], ReferenceWords: x.others[outlet], Tested: len(list)}
	slices.SortStableFunc(list, func(a, b Word) int { return cmp.Compare(b.Z, a.Z) })
	for _, w := range list[:min(len(list), x.o.Words)] {
		if w.Z > 0 {
			t.More = append(t.More, w)
		}
	}
	slices.SortStableFunc(list, func(a, b Word) int { return cmp.Compare(a.Z, b.Z) })
	for _, w := range list[:min(len(list), x.o.Words)] {
		if w.Z < 0 {
			t.Less = append(t.Less, w)
		}
	}
	return t
}

// A wordWorker counts one word after another in the same memory.
type wordWorker struct {
	*lexis
	uses     []use
	cells    []int32 // cells that have the word
	count    []int64 // of the word, by cell
	articles []int32 // that have it, by cell
	told     []told  // by outlet
}

// A use is an article that has the word.
type use struct{ at, n int32 }

// A told is what one outlet and the others tell with a word.
type told struct {
	count, articles, stories          int64
	refCount, refArticles, refStories int64
	terms                             []term
	deviation
}

func (x *lexis) newWorker() *wordWorker {
	return &wordWorker{lexis: x, count: make([]int64, len(x.cell)), articles: make([]int32, len(x.cell)), told: make([]told, len(x.outlets))}
}

// find appends what sets each outlet apart in one word.
func (w *wordWorker) find(l *lemma, list []found) []found {
	w.uses, w.cells = w.uses[:0], w.cells[:0]
	var everywhere int64
	l.each(func(article, n int32) {
		at := w.position[article]
		if at < 0 || w.order[at].copy {
			return
		}
		everywhere += int64(n)
		c := w.order[at].cell
		if w.cell[c] == 0 {
			return
		}
		if w.count[c] == 0 {
			w.cells = append(w.cells, c)
		}
		w.count[c] += int64(n)
		w.articles[c]++
		w.uses = append(w.uses, use{at, n})
	})
	if len(w.uses) >= 2*fewestArticles {
		list = w.compare(l.word, float64(everywhere), list)
	}
	for _, c := range w.cells {
		w.count[c], w.articles[c] = 0, 0
	}
	return list
}

// compare compares the outlets in a word that has been counted.
func (w *wordWorker) compare(word string, everywhere float64, list []found) []found {
	for i := range w.told {
		w.told[i] = told{terms: w.told[i].terms[:0]}
	}
	stories := make([]int32, len(w.cells))
	for i, c := range w.cells {
		stories[i] = w.panel.cells[c].story
	}
	slices.Sort(stories)
	for _, s := range slices.Compact(stories) {
		w.tell(s)
	}
	for i := range w.told {
		t := &w.told[i]
		if t.articles >= fewestArticles && t.refArticles >= fewestArticles && t.stories >= fewestStories && t.refStories >= fewestStories {
			t.deviation = deviation{total: t.count, size: w.own[i], least: w.least[i]}
		}
	}
	for _, u := range w.uses {
		if t := &w.told[w.order[u.at].outlet]; t.total > 0 {
			t.add(int64(u.n), int64(w.article[u.at]))
		}
	}
	for i := range w.told {
		if t := &w.told[i]; t.total > 0 {
			list = append(list, found{w.word(word, i, everywhere), i})
		}
	}
	return list
}

// tell adds up one story in which the word occurs, for every outlet that tells
// it. Stories in which nobody uses the word say nothing about it.
func (w *wordWorker) tell(story int32) {
	var count, articles int64
	for _, c := range w.tellers[story] {
		count += w.count[c]
		articles += int64(w.articles[c])
	}
	for _, c := range w.tellers[story] {
		if w.cell[c] == 0 {
			continue
		}
		t := &w.told[w.panel.cells[c].outlet]
		a, b := w.count[c], count-w.count[c]
		t.count += a
		t.refCount += b
		t.articles += int64(w.articles[c])
		t.refArticles += articles - int64(w.articles[c])
		t.stories += int64(is(a > 0))
		t.refStories += int64(is(b > 0))
		t.terms = append(t.terms, stratum{num: a, den: w.cell[c], ref: b, per: w.story[story] - w.cell[c]}.ratioTerm())
	}
}

// word sums up one outlet's use of a word.
func (w *wordWorker) word(word string, outlet int, everywhere float64) Word {
	t := &w.told[outlet]
	y1, n1, y2, n2 := float64(t.count), float64(w.own[outlet]), float64(t.refCount), float64(w.others[outlet])
	g2 := likelihood(y1, y2, n1, n2)
	x := Word{
		Word: word, Count: t.count, ReferenceCount: t.refCount, Articles: int(t.articles), ReferenceArticles: int(t.refArticles),
		Stories: len(t.terms), P: math.NaN(), Q: math.NaN(), LogLikelihood: g2, Bayes: bayes(g2, n1, n2), LogRatio: logRatio(y1, y2, n1, n2),
	}
	x.LogOdds, x.Z = logOdds(y1, n1, y2, n2, priorWords*everywhere/float64(w.all), priorWords)
	x.DP, x.NormDP = t.dp()
	var over, under, squares float64
	for _, k := range t.terms {
		over += k.over
		under += k.under
	}
	x.Ratio = over / under
	if len(t.terms) < w.o.MinStories {
		return x
	}
	for _, k := range t.terms { // log ratio without a story, less that with it
		d := math.Log1p(-k.over/over) - math.Log1p(-k.under/under)
		squares += float64(d * d)
	}
	k := float64(len(t.terms))
	f := fit{link: logLink, y: math.Log(x.Ratio), se: math.Sqrt((k - 1) / k * squares), df: k - 1}
	if f.se > 1e-12 && !math.IsInf(f.se, 1) {
		x.Interval = f.interval(w.o.Level)
		x.P = 2 * studentTail(math.Abs(f.y)/f.se, f.df)
	}
	return x
}
