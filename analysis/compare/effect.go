package compare

import (
	"cmp"
	"math"
	"slices"
)

// A Dominance is Cliff's delta: how much more often an article of the outlet
// has a higher rate than one of the reference on the same stories than a lower
// one, from -1 (never) to 1 (always). It asks which, not by how much, so single
// extreme articles cannot carry it. Cliff 1993 (Psychological Bulletin 114:494).
type Dominance struct {
	Value    float64   // NaN when a side has no article
	Interval *Interval // jackknife over stories; nil when refused, as at -1 and 1
}

// Ranks are the places of articles of matched stories among each other by their
// rate, equal rates having equal ranks.
type ranks struct {
	*counting
	number  int     // of different ranks
	list    []int32 // of the articles that count, by story, then outlet
	inStory []span  // of list, by story
	inCell  []span  // of list, by cell
	inside  []int64 // by cell: how many articles of its story have a lower rate than its own, less those with a higher one

	all, own         []int32 // articles of both sides and of the outlet by rank: used again and again
	overAll, overOwn []int32 // by rank: how many more of these are below than above
}

// A span is a part of a list, without what stands at its end.
type span struct{ start, end int32 }

// A rated article is to be ranked.
type rated struct {
	rate float64
	at   int32 // in list
}

// newDominance ranks the articles of matched stories.
func (c *counting) newDominance() ranks {
	r := ranks{counting: c, inStory: make([]span, len(c.tellers)), inCell: make([]span, len(c.panel.cells)), inside: make([]int64, len(c.panel.cells))}
	all := slices.Grow(c.rated[:0], len(c.order))
	c.scratch.rated = all
	for story, cells := range c.tellers {
		if !c.matched[story] {
			continue
		}
		r.inStory[story].start = int32(len(all))
		for _, cell := range cells {
			r.inCell[cell].start = int32(len(all))
			for at := c.panel.cells[cell].start; at < c.panel.cells[cell].end; at++ {
				if !c.order[at].copy && c.column.den[at] > 0 {
					all = append(all, rated{float64(c.column.num[at]) / float64(c.column.den[at]), int32(len(all))})
				}
			}
			r.inCell[cell].end = int32(len(all))
		}
		r.inStory[story].end = int32(len(all))
	}
	slices.SortFunc(all, func(a, b rated) int { return cmp.Compare(a.rate, b.rate) })
	r.list = make([]int32, len(all))
	for i, a := range all {
		if i == 0 || a.rate != all[i-1].rate {
			r.number++
		}
		r.list[a.at] = int32(r.number - 1)
	}
	r.compareInside()
	r.all, r.own, r.overAll, r.overOwn = make([]int32, r.number), make([]int32, r.number), make([]int32, r.number), make([]int32, r.number)
	return r
}

// compareInside compares the articles of each story with each other.
func (r *ranks) compareInside() {
	var of []uint64 // rank and cell
	for story, s := range r.inStory {
		of = of[:0]
		if s.start == s.end {
			continue
		}
		for _, cell := range r.tellers[story] {
			for _, rank := range r.list[r.inCell[cell].start:r.inCell[cell].end] {
				of = append(of, uint64(rank)<<32|uint64(cell))
			}
		}
		slices.Sort(of)
		for start, end := 0, 0; start < len(of); start = end {
			for end = start; end < len(of) && of[end]>>32 == of[start]>>32; end++ {
			}
			for _, a := range of[start:end] {
				r.inside[uint32(a)] += int64(start - (len(of) - end))
			}
		}
	}
}

// dominance returns the dominance of an outlet over all others. The sum over
// pairs of articles is that of the outlet's articles with all articles, as
// those of the outlet with each other add up to nothing. That without one story
// is the whole less what its articles add on either side, plus what both add
// together.
func (r ranks) dominance(s side) Dominance {
	d := Dominance{Value: math.NaN()}
	clear(r.all)
	clear(r.own)
	var n, m int64 // articles of the outlet and of all
	eachStory := func(do func(cell int32, own, all []int32)) {
		for cell := s.outlets[s.outlet].first; cell < s.outlets[s.outlet].last; cell++ {
			if story := r.panel.cells[cell].story; story >= 0 && s.at[story] >= 0 {
				own, all := r.inCell[cell], r.inStory[story]
				do(int32(cell), r.list[own.start:own.end], r.list[all.start:all.end])
			}
		}
	}
	eachStory(func(_ int32, own, all []int32) {
		n += int64(len(own))
		m += int64(len(all))
		for _, rank := range own {
			r.own[rank]++
		}
		for _, rank := range all {
			r.all[rank]++
		}
	})
	if n == 0 || n == m {
		return d
	}
	over := func(counts []int32, all int64, o []int32) {
		var below int64
		for i, k := range counts {
			o[i] = int32(below - (all - below - int64(k)))
			below += int64(k)
		}
	}
	over(r.all, m, r.overAll)
	over(r.own, n, r.overOwn)
	var whole int64
	for rank, k := range r.own {
		whole += int64(k) * int64(r.overAll[rank])
	}
	d.Value = float64(whole) / float64(n*(m-n))
	without := make([]float64, 0, len(s.strata))
	eachStory(func(cell int32, own, all []int32) {
		left := whole + r.inside[cell]
		for _, rank := range own {
			left -= int64(r.overAll[rank])
		}
		for _, rank := range all {
			left += int64(r.overOwn[rank])
		}
		k := int64(len(own))
		without = append(without, float64(left)/float64((n-k)*(m-n-(int64(len(all))-k)))) // NaN without anything left
	})
	if len(without) < s.o.MinStories || math.Abs(d.Value) == 1 {
		return d
	}
	if se, ok := cv3(without, d.Value, plainLink); ok && se > 1e-12 {
		f := fit{link: meanLink, y: d.Value, se: se, df: float64(len(without) - 1)}
		d.Interval = f.interval(s.o.Level)
	}
	return d
}

// Moments are the number of some values, their mean, and the sum of the squares
// of their distances from it.
type moments struct{ n, mean, squares float64 }

// add adds other values: Chan, Golub and LeVeque 1983 (The American Statistician
// 37:242).
func (m *moments) add(o moments) {
	if o.n == 0 {
		return
	}
	n, d := m.n+o.n, o.mean-m.mean
	m.squares += o.squares + float64(float64(d*d)*m.n*(o.n/n))
	m.mean += float64(d * (o.n / n))
	m.n = n
}

// hedges returns the difference of two means in standard deviations, corrected
// for small samples: Hedges 1981 (J. Educational Statistics 6:107), with the
// exact factor. NaN where there is no deviation.
func hedges(x, y moments) float64 {
	df := x.n + y.n - 2
	if x.n == 0 || y.n == 0 || df < 1 {
		return math.NaN()
	}
	sd := math.Sqrt((x.squares + y.squares) / df)
	if sd == 0 {
		return math.NaN()
	}
	a, _ := math.Lgamma(df / 2)
	b, _ := math.Lgamma((df - 1) / 2)
	j := math.Exp(a-b) / math.Sqrt(df/2)
	if df == 1 {
		j = 0 // the gamma function has a pole
	}
	return j * (x.mean - y.mean) / sd
}

// moments returns those of the rates of single articles, by cell.
func (c *counting) moments(list []moments) []moments {
	list = list[:0]
	for _, cell := range c.cells {
		var m moments
		for at := cell.start; at < cell.end; at++ {
			if !c.order[at].copy && c.column.den[at] > 0 {
				m.add(moments{1, float64(c.column.num[at]) / float64(c.column.den[at]), 0})
			}
		}
		list = append(list, m)
	}
	return list
}

// scores returns the moments of single articles on both sides.
func (s side) scores() (own, ref moments) {
	for _, st := range s.strata {
		for _, cell := range s.tellers[st.story] {
			switch out := int(s.cells[cell].outlet); {
			case out == s.outlet:
				own.add(s.byCell[cell])
			case s.reference < 0 || out == s.reference:
				ref.add(s.byCell[cell])
			}
		}
	}
	return own, ref
}
