package compare

import (
	"cmp"
	"fmt"
	"runtime"
	"sync"

	"slant/analysis/record"
)

// NoOutlet names the outlet of articles that do not say theirs.
const NoOutlet = "(no outlet)"

// Options say how to compare. The zero Options are the defaults.
type Options struct {
	Level      float64 // of confidence, between 0 and 1; 0 means 0.95
	Seed       uint64  // of the random numbers of tests
	Tries      int     // random ways to flip signs where there are too many to try all; 0 means 9,999
	MinStories int     // fewer give no interval, at least 2; 0 means 6
}

// fill returns o with defaults for what is left open.
func (o Options) fill() (Options, error) {
	o.Level = cmp.Or(o.Level, 0.95)
	o.Tries = cmp.Or(o.Tries, 9999)
	o.MinStories = cmp.Or(o.MinStories, 6)
	switch {
	case !(o.Level > 0 && o.Level < 1):
		return o, fmt.Errorf("compare: a level of confidence of %v is not between 0 and 1", o.Level)
	case o.Tries < 1:
		return o, fmt.Errorf("compare: %d random tries are too few", o.Tries)
	case o.MinStories < 2:
		return o, fmt.Errorf("compare: %d stories are too few for an interval", o.MinStories)
	}
	return o, nil
}

// A Row is what the comparison needs of one article.
type Row struct {
	ID, Outlet, Story, Published, Wire, DuplicateOf string
	Tally                                           record.Tally
}

// Count counts one record.
func Count(r *record.Record) Row {
	row := Row{ID: r.ID, Outlet: r.Outlet, Story: r.Story, Published: r.Published, Wire: r.Wire, DuplicateOf: r.DuplicateOf}
	row.Tally.Add(r)
	return row
}

// A Counted is one article's numerator and denominator in one metric.
type Counted struct {
	Metric                 string
	Numerator, Denominator int64
}

// Counts returns the article's counts in every metric, in the order of a report;
// kinds of loaded words that it does not use are left out.
func (r *Row) Counts() []Counted {
	var all []Counted
	for _, m := range measures(kinds(&r.Tally)) {
		num, den := m.count(&r.Tally)
		all = append(all, Counted{m.ID, int64(num), int64(den)})
	}
	return all
}

// New compares the outlets of a corpus. The order of rows does not matter, and
// rows are left as they are. It fails only on options that make no sense.
func New(rows []Row, o Options) (*Comparison, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	c := group(rows)
	all := &Comparison{Options: o, Flow: c.flow, Outlets: c.describe(), Actors: c.actors(), Stories: c.list()}
	ms := measures(kinds(&c.total))
	results := make([]result, len(ms))
	inParallel(len(ms), func(i int) { results[i] = c.estimate(ms[i], o) })

	var book notebook
	for i, r := range results {
		if r.empty {
			continue
		}
		all.Metrics = append(all.Metrics, ms[i].Metric)
		for _, e := range r.rates {
			e.Notes = book.cite(e.notes)
			all.Rates = append(all.Rates, e.Rate)
		}
		for _, e := range r.contrasts {
			e.Notes = book.cite(e.notes)
			all.Contrasts = append(all.Contrasts, e.Contrast)
		}
		for _, e := range r.pairs {
			e.Notes = book.cite(e.notes)
			all.Pairs = append(all.Pairs, e.Contrast)
		}
	}
	for _, s := range c.standings(o) {
		s.Mean.Notes = book.cite(s.notes)
		all.Stances = append(all.Stances, s.Standing)
	}
	all.Notes = book.notes
	return all, nil
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
