package compare

// A column is a measure of every article of a panel, in order: numerators and
// denominators.
type column struct {
	num, den []int32
}

// columnOf counts m as the reading asks.
func (p *panel) columnOf(m measure, r reading) column {
	var c column
	p.fill(&c, m, r)
	return c
}

// fill counts m into a column, whatever was in it.
func (p *panel) fill(c *column, m measure, r reading) {
	if c.num == nil {
		c.num, c.den = make([]int32, len(p.order)), make([]int32, len(p.order))
	}
	clear(c.num)
	clear(c.den)
	var list []posting
	for i := range p.list {
		f := &p.list[i]
		over, under := int32(m.over(f.feature, r)), int32(m.under(f.feature, r))
		if over == 0 && under == 0 {
			continue
		}
		list = f.read(list)
		for _, q := range list {
			if at := p.position[q.article]; at >= 0 {
				c.num[at] += over * q.count
				c.den[at] += under * q.count
			}
		}
	}
}

// A sum is what a measure counts in some articles.
type sum struct {
	num, den int64
	articles int64 // with a denominator
}

func (s *sum) add(t sum) {
	s.num += t.num
	s.den += t.den
	s.articles += t.articles
}

func (s sum) minus(t sum) sum { return sum{s.num - t.num, s.den - t.den, s.articles - t.articles} }

// of returns what is counted in the article at a place. An article that has
// nothing to count in counts for nothing.
func (c column) of(place int32) sum {
	if c.den[place] <= 0 {
		return sum{}
	}
	return sum{int64(c.num[place]), int64(c.den[place]), 1}
}

// A choice is which articles count. The zero choice is that of the report.
type choice struct {
	noWire bool // leave out agency copy
	copies bool // count an article each time that its outlet has it
}

// takes reports whether an article counts.
func (c choice) takes(a *placed) bool { return (c.copies || !a.copy) && !(c.noWire && a.agency) }

// sums are what a measure counts by cell and by story.
type sums struct {
	cells   []sum
	stories []sum
}

// sum adds up a column, whatever was in s.
func (s *sums) sum(p *panel, col column, c choice) {
	if s.cells == nil {
		s.cells, s.stories = make([]sum, len(p.cells)), make([]sum, len(p.stories))
	}
	clear(s.stories)
	for i := range p.cells {
		cell := &p.cells[i]
		var all sum
		for at := cell.start; at < cell.end; at++ {
			if c.takes(&p.order[at]) {
				all.add(col.of(at))
			}
		}
		s.cells[i] = all
		if cell.story >= 0 {
			s.stories[cell.story].add(all)
		}
	}
}

// others returns, for a cell, what the other outlets have about its story.
func (s sums) others(cell int, story int32) sum { return s.stories[story].minus(s.cells[cell]) }
