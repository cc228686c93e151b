package compare

import (
	"slices"
	"strings"

	"slant/analysis/record"
)

// A Row is what the comparison needs of one article.
type Row struct {
	ID, Outlet, Story, Author, Published, Wire, DuplicateOf string
	Tally                                                   record.Tally
	Lemmas                                                  record.Lemmas
}

// Count counts one record.
func Count(r *record.Record) Row {
	row := Row{ID: r.ID, Outlet: r.Outlet, Story: r.Story, Author: r.Author, Published: r.Published, Wire: r.Wire, DuplicateOf: r.DuplicateOf, Lemmas: r.Lemmas}
	row.Tally.Add(r)
	return row
}

// A Corpus is the articles of a comparison, counted: it keeps some hundreds of
// bytes of each. The zero Corpus is empty and ready for use. It is not safe for
// concurrent use.
type Corpus struct {
	articles []article
	names    names // of outlets, stories, authors, agencies
	features map[feature]int32
	list     []counted // the common features, then others in the order in which they came up
	words    [8]vocabulary
	pending  int // words that are not in the vocabularies yet
}

// An article is what is known of one article besides its counts.
type article struct {
	id                                        string
	outlet, story, author, wire, repeats, day int32  // names; 0 = none
	print                                     uint64 // of all its counts, to put articles of one name in order
}

// A counted feature is a feature with the articles that have it.
type counted struct {
	feature
	print uint64
	postings
}

// A vocabulary holds the words of a part of the alphabet, chosen so that several
// processors can fill several vocabularies. Words wait until there are many.
type vocabulary struct {
	index   map[string]int32
	lemmata []lemma // in the order in which they came up
	waiting []heard
}

// A lemma is a word with the articles that have it in their own voice.
type lemma struct {
	word string
	postings
}

// A heard word waits to be taken into a vocabulary.
type heard struct {
	word           string
	article, count int32
}

// mostPending is how many words may wait.
const mostPending = 1 << 17

// hear takes a word of an article.
func (c *Corpus) hear(word string, article, count int32) {
	part := len(word)
	if part > 0 {
		part += int(word[0]) + 3*int(word[part-1]) + 5*int(word[part/2])
	}
	v := &c.words[part%len(c.words)]
	v.waiting = append(v.waiting, heard{word, article, count})
	if c.pending++; c.pending >= mostPending {
		c.listen()
	}
}

// listen takes all waiting words into their vocabularies.
func (c *Corpus) listen() {
	inParallel(len(c.words), func(i int) {
		v := &c.words[i]
		if v.index == nil {
			v.index = map[string]int32{}
		}
		for _, h := range v.waiting {
			at, ok := v.index[h.word]
			if !ok {
				at = int32(len(v.lemmata))
				word := strings.Clone(h.word) // it may be a part of a whole text
				v.index[word] = at
				v.lemmata = append(v.lemmata, lemma{word: word})
			}
			v.lemmata[at].add(h.article, h.count)
		}
		clear(v.waiting)
		v.waiting = v.waiting[:0]
	})
	c.pending = 0
}

// lemmata returns all words.
func (c *Corpus) lemmata() []*lemma {
	c.listen()
	var all []*lemma
	for i := range c.words {
		for k := range c.words[i].lemmata {
			all = append(all, &c.words[i].lemmata[k])
		}
	}
	return all
}

// Names are strings that many articles share.
type names struct {
	list  []string
	index map[string]int32
}

// of returns the number of a name, 0 for none.
func (n *names) of(name string) int32 {
	if n.index == nil {
		n.index, n.list = map[string]int32{"": 0}, []string{""}
	}
	i, ok := n.index[name]
	if !ok {
		i = int32(len(n.list))
		n.list = append(n.list, name)
		n.index[name] = i
	}
	return i
}

// ranks returns the place of each name in the alphabet, by number.
func (n *names) ranks() []int32 {
	order := make([]int32, len(n.list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(n.list[a], n.list[b]) })
	ranks := make([]int32, len(order))
	for place, i := range order {
		ranks[i] = int32(place)
	}
	return ranks
}

// Add adds an article. The order in which articles are added does not matter.
func (c *Corpus) Add(r Row) {
	if c.features == nil {
		c.features = map[feature]int32{}
		for _, f := range common {
			c.list = append(c.list, counted{feature: f, print: f.print()})
		}
	}
	number := int32(len(c.articles))
	a := article{
		id: r.ID, outlet: c.names.of(r.Outlet), story: c.names.of(r.Story), author: c.names.of(r.Author), wire: c.names.of(r.Wire),
		repeats: c.names.of(r.DuplicateOf), day: c.names.of(date(r.Published)),
	}
	count := func(i int32, n int) {
		c.list[i].add(number, int32(n))
		a.print += c.list[i].print * uint64(n)
	}
	for i, n := range commonCounts(&r.Tally) {
		if n > 0 {
			count(int32(i), n)
		}
	}
	features(&r.Tally, func(f feature, n int) {
		if n <= 0 {
			return
		}
		i, ok := c.features[f]
		if !ok {
			i = int32(len(c.list))
			f.name, f.actor = strings.Clone(f.name), strings.Clone(f.actor) // they may be parts of a whole text
			c.features[f] = i
			c.list = append(c.list, counted{feature: f, print: f.print()})
		}
		count(i, n)
	})
	for _, w := range r.Lemmas {
		if w.Count > 0 {
			c.hear(w.Lemma, number, int32(w.Count))
		}
	}
	c.articles = append(c.articles, a)
}

// Len returns the number of articles.
func (c *Corpus) Len() int { return len(c.articles) }

// New compares the outlets of a small corpus; see [Corpus.Compare].
func New(rows []Row, o Options) (*Comparison, error) {
	var c Corpus
	for _, r := range rows {
		c.Add(r)
	}
	return c.Compare(o)
}
