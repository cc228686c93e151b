package compare

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
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

// A corpus is the articles that are compared, in groups. All its lists are
// sorted, so that nothing depends on the order in which articles came.
type corpus struct {
	rows    []Row // by outlet, story, id
	flow    Flow
	total   record.Tally
	outlets []outlet // by name
	stories []string // by name; those that only one outlet covers too
	cells   []cell   // by outlet, then story; articles without a story first, each a cell of its own
}

// An outlet is its part of corpus.rows and corpus.cells.
type outlet struct {
	name         string
	rows         []Row
	first, after int // its cells
}

// A cell is what one outlet wrote about one story, or one article without a
// story: the unit of the statistics, for what an outlet writes about a story
// hangs together.
type cell struct {
	outlet, story int // indices; story is -1 when there is none
	rows          []Row
}

// group puts rows in order and finds their groups.
func group(rows []Row) *corpus {
	c := &corpus{flow: Flow{Read: len(rows)}}
	c.rows = slices.Clone(rows)
	for i := range c.rows {
		c.rows[i].Outlet = cmp.Or(c.rows[i].Outlet, NoOutlet)
	}
	slices.SortFunc(c.rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Outlet, b.Outlet), cmp.Compare(a.Story, b.Story), cmp.Compare(a.ID, b.ID))
	})
	c.dropDuplicates()
	for _, r := range c.rows {
		if r.Story != "" {
			c.stories = append(c.stories, r.Story)
		}
		if r.Tally.Words.Outlet == 0 {
			c.flow.Empty++
		}
	}
	slices.Sort(c.stories)
	c.stories = slices.Compact(c.stories)
	for i, r := range c.rows {
		if i == 0 || r.Outlet != c.rows[i-1].Outlet {
			c.outlets = append(c.outlets, outlet{name: r.Outlet, first: len(c.cells)})
		}
		o := &c.outlets[len(c.outlets)-1]
		o.rows = c.rows[i-len(o.rows) : i+1]
		if n := len(o.rows); r.Story == "" || n == 1 || r.Story != o.rows[n-2].Story {
			story := -1
			if r.Story != "" {
				story, _ = slices.BinarySearch(c.stories, r.Story)
			}
			c.cells = append(c.cells, cell{outlet: len(c.outlets) - 1, story: story})
		}
		last := &c.cells[len(c.cells)-1]
		last.rows = c.rows[i-len(last.rows) : i+1]
		o.after = len(c.cells)
	}
	c.total = total(c.rows)
	covered := make([]int, len(c.stories)) // by how many outlets
	for _, cell := range c.cells {
		if cell.story >= 0 {
			covered[cell.story]++
		}
	}
	for _, n := range covered {
		if n > 1 {
			c.flow.Stories++
		}
	}
	for _, cell := range c.cells {
		if cell.story >= 0 && covered[cell.story] > 1 {
			c.flow.Matched += len(cell.rows)
		} else {
			c.flow.Unmatched += len(cell.rows)
		}
	}
	return c
}

// total adds up rows by halves, so that long lists of actors are not sorted anew
// for every article.
func total(rows []Row) record.Tally {
	var t record.Tally
	if len(rows) == 1 {
		t.Merge(&rows[0].Tally)
	} else if half := len(rows) / 2; half > 0 {
		t = total(rows[:half])
		rest := total(rows[half:])
		t.Merge(&rest)
	}
	return t
}

// dropDuplicates leaves each text in an outlet once. A text that several outlets
// carry stays in each: each chose to print it.
func (c *corpus) dropDuplicates() {
	type text struct{ outlet, id string }
	seen := map[text]bool{}
	for _, r := range c.rows {
		if r.DuplicateOf == "" {
			seen[text{r.Outlet, r.ID}] = true
		}
	}
	c.rows = slices.DeleteFunc(c.rows, func(r Row) bool {
		if r.DuplicateOf == "" {
			return false
		}
		t := text{r.Outlet, r.DuplicateOf}
		again := seen[t]
		seen[t] = true
		if again {
			c.flow.Duplicates++
		}
		return again
	})
}
