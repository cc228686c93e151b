package compare

import (
	"cmp"
	"slices"

	"slant/analysis/record"
)

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
