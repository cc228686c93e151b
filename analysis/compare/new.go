package compare

import (
	"cmp"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
)

// Options say how to compare. The zero Options are the defaults.
type Options struct {
	Level      float64 // of confidence, between 0 and 1; 0 means that of the study or 0.95
	Seed       uint64  // of the random numbers of tests; 0 means that of the study
	Tries      int     // random ways to flip signs where there are too many to try all; 0 means 9,999
	MinStories int     // fewer give no interval, at least 2; 0 means 6
	Words      int     // words that set an outlet apart to list, each way; 0 means 100
	Study      *Study  // what is to be compared; nil for all there is, nothing of it declared

	Metrics  []string          // only these, or "loaded.*" for all kinds; nil for all
	Lexicons map[string]string // SHA-256 by name of the lexicons that the records were made with; nil when not known
}

// fill returns o with defaults for what is left open.
func (o Options) fill() (Options, error) {
	if o.Study == nil {
		o.Study = &Study{}
	}
	o.Level = cmp.Or(o.Level, o.Study.Level, 0.95)
	o.Seed = cmp.Or(o.Seed, o.Study.Seed)
	o.Tries = cmp.Or(o.Tries, 9999)
	o.MinStories = cmp.Or(o.MinStories, 6)
	o.Words = cmp.Or(o.Words, 100)
	switch {
	case !(o.Level > 0 && o.Level < 1):
		return o, fmt.Errorf("compare: a level of confidence of %v is not between 0 and 1", o.Level)
	case o.Tries < 1:
		return o, fmt.Errorf("compare: %d random tries are too few", o.Tries)
	case o.MinStories < 2:
		return o, fmt.Errorf("compare: %d stories are too few for an interval", o.MinStories)
	case o.Words < 1:
		return o, fmt.Errorf("compare: %d words are too few to list", o.Words)
	}
	return o, nil
}

// mostActors is how many actors get metrics of their own when no study names
// any.
const mostActors = 5

// Compare compares the outlets of the corpus, which it leaves as it is. It fails
// only on options that make no sense.
func (c *Corpus) Compare(o Options) (*Comparison, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	p := c.arrange(o.Study)
	all := &Comparison{Options: o, Outlets: p.describe(), Actors: p.listActors(), Stories: p.listStories()}
	all.Flow = p.flow
	all.Flow.Authors = len(p.by.authors)
	f := newFlips(len(p.stories), o.Tries, o.Seed)
	about := o.chooseActors(all.Actors)
	ms := measures(c.kinds(), c.frames(), c.choices(o), about)
	if len(o.Metrics) > 0 {
		ms = slices.DeleteFunc(ms, func(m measure) bool { return !namesMetric(o.Metrics, m.ID) })
	}
	for i := range ms {
		o.Study.declare(&ms[i].Metric)
	}
	results := make([]*result, len(ms))
	memory := sync.Pool{New: func() any { return new(scratch) }}
	inParallel(len(ms), func(i int) {
		s := memory.Get().(*scratch)
		defer memory.Put(s)
		results[i] = p.estimate(ms[i], o, f, s)
	})

	var book notebook
	var tests []tested
	for i, r := range results {
		if r.empty {
			continue
		}
		all.Metrics = append(all.Metrics, ms[i].Metric)
		r.cite(&book)
		all.Rates = append(all.Rates, r.rates...)
		all.Contrasts = append(all.Contrasts, r.contrasts...)
		tests = append(tests, r.tests[:len(r.contrasts)]...)
		all.Trends = append(all.Trends, r.trends...)
		if r.omnibus != nil {
			all.Omnibus = append(all.Omnibus, *r.omnibus)
		}
		if r.pooling != nil {
			all.Poolings = append(all.Poolings, *r.pooling)
		}
	}
	for _, r := range results {
		if !r.empty {
			all.Pairs = append(all.Pairs, r.pairs...)
			tests = append(tests, r.tests[len(r.contrasts):]...)
		}
	}
	all.adjust(tests, f, &book)
	all.Stances = p.standings(o, &book)
	all.Interactions = p.interactions(o.Study.Pairs, o, f, &book)
	var actors []string
	for _, a := range about {
		actors = append(actors, a.ID)
	}
	all.Residuals = p.residuals(actors, o, f, &book)
	if x := p.newLexis(o); x != nil {
		all.Words = x.tables()
	}
	all.Notes = book.notes
	all.Deviations = slices.Concat(o.Study.Deviations, o.Study.otherLexicons(o.Lexicons))
	all.Missing = p.missing(o, all)
	return all, nil
}

// cite moves the notes of all estimates to the book of the comparison.
func (r *result) cite(book *notebook) {
	move := func(e *Estimate) {
		if e != nil {
			e.Notes = book.cite(r.book.read(e.Notes))
		}
	}
	for i := range r.rates {
		move(&r.rates[i].Estimate)
		move(r.rates[i].WithoutWire)
		move(r.rates[i].WithQuoted)
	}
	for _, list := range [][]Contrast{r.contrasts, r.pairs} {
		for i := range list {
			c := &list[i]
			move(&c.Estimate)
			move(c.WithoutWire)
			move(c.WithQuoted)
			if c.Curve != nil {
				for k := range c.Curve.Specifications {
					move(&c.Curve.Specifications[k].Estimate)
				}
			}
		}
	}
	for i := range r.trends {
		move(&r.trends[i].Estimate)
	}
}

// A Family is a set of tests that are adjusted for each other.
type Family struct {
	Name       string
	Correction string // MaxT, BH or BY
	Tests      int    // that could be done
	Declared   bool   // by the study
}

// correctionFor returns the correction of a family that no study declares.
func correctionFor(tests int) string {
	if tests <= mostTogether {
		return MaxT
	}
	return BH
}

// adjust adjusts all contrasts and pairs for their families. tests are those of
// the contrasts, then those of the pairs.
func (c *Comparison) adjust(tests []tested, f *flips, book *notebook) {
	at := func(i int) *Contrast {
		if i < len(c.Contrasts) {
			return &c.Contrasts[i]
		}
		return &c.Pairs[i-len(c.Contrasts)]
	}
	metrics := map[string]Metric{}
	for _, m := range c.Metrics {
		metrics[m.ID] = m
	}
	var members [][]int
	for _, declared := range c.Options.Study.Families {
		var list []int
		for i := range tests {
			if e := at(i); e.Family == "" && declared.holds(e, c.Options.Study) {
				e.Family = declared.Name
				list = append(list, i)
			}
		}
		c.Families = append(c.Families, Family{Name: declared.Name, Correction: cmp.Or(declared.Correction, correctionFor(len(list))), Declared: true})
		members = append(members, list)
	}
	index := map[string]int{}
	for i := range tests {
		e := at(i)
		if e.Family != "" {
			continue
		}
		e.Family = metrics[e.Metric].Name + ": each outlet against the others"
		if e.Reference != "" {
			e.Family = metrics[e.Metric].Name + ": every two outlets"
		}
		k, known := index[e.Family]
		if !known {
			k = len(members)
			index[e.Family] = k
			c.Families = append(c.Families, Family{Name: e.Family})
			members = append(members, nil)
		}
		members[k] = append(members[k], i)
	}
	inParallel(len(members), func(k int) {
		family := make([]tested, len(members[k]))
		for n, i := range members[k] {
			family[n] = tests[i]
		}
		fam := &c.Families[k]
		fam.Correction = cmp.Or(fam.Correction, correctionFor(len(family)))
		for n, q := range f.adjust(family, fam.Correction) {
			at(members[k][n]).Adjusted = q
			fam.Tests += is(!math.IsNaN(q))
		}
	})
	for i := range tests {
		if e := at(i); (e.Verdict == Differs || e.Verdict == DiffersLess) && e.Adjusted > 1-c.Options.Level {
			e.Notes = append(slices.Clip(e.Notes), book.cite([]string{noteUnadjusted})...)
		}
	}
}

// inParallel does do(0) to do(n-1) on all processors. What they give must not
// depend on which is done first.
func inParallel(n int, do func(i int)) {
	work := make(chan int)
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := range work {
				do(i)
			}
		})
	}
	for i := range n {
		work <- i
	}
	close(work)
	all.Wait()
}
