package compare

import (
	"cmp"
	"math"
	"slices"
)

// fewestAuthors is the number of authors from which intervals take them into
// account.
const fewestAuthors = 4

// A part is what one author wrote in one cell. It counts nothing if its
// denominator is 0.
type part struct{ num, den int32 }

// A byline is who wrote which articles. Its parts are in order of the cells, and
// in a cell in order of the authors: what is counted story by story is then read
// in order.
type byline struct {
	authors []author // by outlet, then name; nil when too few articles have a byline
	ranges  []int32  // by outlet: its first author; and how many there are
	first   []int32  // by cell: its first part; and how many there are
	who     []int32  // by part: its author
	ends    []int32  // by part: where its articles end in places; they begin where those of the part before end
	places  []int32  // articles, by part
	of      []int32  // author, by place; -1 for articles that do not count
}

// An author is all that one person, or one agency, wrote for one outlet.
type author struct {
	name   string
	outlet int32
}

// newByline takes the author of each article, as in byline.of.
func (p *panel) newByline(authors []author, of []int32) byline {
	b := byline{authors: authors, of: of, ranges: make([]int32, len(p.outlets)+1), first: make([]int32, 0, len(p.cells)+1)}
	for _, a := range authors {
		b.ranges[a.outlet+1]++
	}
	for o := range p.outlets {
		b.ranges[o+1] += b.ranges[o]
	}
	for _, c := range p.cells {
		b.first = append(b.first, int32(len(b.who)))
		start := len(b.places)
		for at := c.start; at < c.end; at++ {
			if of[at] >= 0 {
				b.places = append(b.places, at)
			}
		}
		slices.SortFunc(b.places[start:], func(x, y int32) int { return cmp.Or(cmp.Compare(of[x], of[y]), cmp.Compare(x, y)) })
		for i := start; i < len(b.places); i++ {
			if i == start || of[b.places[i]] != of[b.places[i-1]] {
				b.who, b.ends = append(b.who, of[b.places[i]]), append(b.ends, 0)
			}
			b.ends[len(b.ends)-1] = int32(i + 1)
		}
	}
	b.first = append(b.first, int32(len(b.who)))
	return b
}

// partsOf adds up a column by author and cell, whatever was in all, which may be
// nil.
func (p *panel) partsOf(col column, c choice, all []part) []part {
	if all == nil {
		all = make([]part, len(p.by.who))
	}
	start := int32(0)
	for i, end := range p.by.ends {
		var s part
		for _, at := range p.by.places[start:end] {
			if col.den[at] > 0 && c.takes(&p.order[at]) {
				s.num += col.num[at]
				s.den += col.den[at]
			}
		}
		all[i] = s
		start = end
	}
	return all
}

// widen takes authors into account. What one person writes hangs together, so
// the standard error is the larger of that over stories and that over authors;
// the sum of both less that over cells, the usual one, is too small when authors
// are few. without holds the estimate without each author, free what authors
// leave of their number as degrees of freedom.
func (f *fit) widen(without []float64, free int) (ok bool) {
	if math.IsNaN(f.se) {
		return false
	}
	if len(without) < fewestAuthors || free < 1 {
		f.notes = append(f.notes, noteFewAuthors)
		return false
	}
	se, ok := cv3(without, f.y, f.link)
	if !ok {
		f.notes = append(f.notes, noteOneAuthor)
		return false
	}
	f.se, f.df = max(f.se, se), min(f.df, float64(free))
	return true
}

// widenRate takes authors into account in a rate, if there are any, from what
// each adds to it.
func (p *panel) widenRate(f *fit, byAuthor []term) {
	if p.by.authors != nil && f.widen(leaveOneOut(byAuthor), len(byAuthor)-1) && p.someAnon {
		f.notes = append(f.notes, noteUnsigned)
	}
}

// take returns the terms of those authors, and leaves 0 in their place.
func take(authors []int32, byAuthor []term) []term {
	taken := make([]term, len(authors))
	for i, a := range authors {
		taken[i], byAuthor[a] = byAuthor[a], term{}
	}
	return taken
}

// A remainder is a contrast without one author: its two sums and what they rest on.
type remainder struct {
	over, under float64
	num, ref    float64
	stories     int32
	touched     bool // the author wrote something in it
}

// withoutAuthors returns a contrast without each of the authors who wrote
// something in it, the indices of whom it returns too. Only the stories of an
// author change; what they add is taken out of the sums and added anew. terms
// are those of the strata.
func (s side) withoutAuthors(terms []term) (without []float64, who []int32) {
	var whole remainder
	for i, st := range s.strata {
		whole.over += terms[i].over
		whole.under += terms[i].under
		whole.num += float64(st.num)
		whole.ref += float64(st.ref)
	}
	whole.stories = int32(len(s.strata))
	for o := range s.outlets {
		if o != s.outlet && s.reference >= 0 && o != s.reference {
			continue
		}
		first := s.by.ranges[o]
		for i, r := range s.remaindersOf(o, whole, terms) {
			if !r.touched {
				continue
			}
			v := r.over / r.under
			if r.stories == 0 || s.Scale == Ratio && (r.num == 0 || r.ref == 0) { // the sums may keep dust
				v = math.NaN()
			}
			without = append(without, v)
			who = append(who, first+int32(i))
		}
	}
	return without, who
}

// remaindersOf returns the contrast without each author of one of its outlets. What
// it returns is gone with the next call.
func (s side) remaindersOf(o int, whole remainder, terms []term) []remainder {
	first := s.by.ranges[o]
	remainders := s.remainders[:0]
	for range s.by.ranges[o+1] - first {
		remainders = append(remainders, whole)
	}
	s.scratch.remainders = remainders
	ratio, own := s.Scale == Ratio, o == s.outlet
	for c := s.outlets[o].first; c < s.outlets[o].last; c++ {
		story := s.cells[c].story
		if story < 0 || s.at[story] < 0 {
			continue
		}
		before, st := &terms[s.at[story]], &s.strata[s.at[story]]
		num, den, ref, per := float64(st.num), float64(st.den), float64(st.ref), float64(st.per)
		from, to := s.by.first[c], s.by.first[c+1]
		by := s.by.who[from:to]
		for i, part := range s.parts[from:to] {
			if part.den == 0 {
				continue
			}
			r := &remainders[by[i]-first]
			r.touched = true
			r.over -= before.over
			r.under -= before.under
			a, t, b, u := num, den, ref, per
			if own {
				r.num -= float64(part.num)
				a -= float64(part.num)
				t -= float64(part.den)
			} else {
				r.ref -= float64(part.num)
				b -= float64(part.num)
				u -= float64(part.den)
			}
			switch {
			case t <= 0 || u <= 0: // the story is no longer one of both sides
				r.stories--
				r.num -= a
				r.ref -= b
			case ratio:
				r.over += float64(a*u) / (t + u)
				r.under += float64(b*t) / (t + u)
			default:
				r.over += (float64(a*u) - float64(b*t)) / (t + u)
				r.under += float64(t*u) / (t + u)
			}
		}
	}
	return remainders
}

// A LeftOut is an estimate without one author, or without one entry of a
// lexicon.
type LeftOut struct {
	Outlet  string // of the author; "" for an entry
	Name    string // of the author, "" for an article without a byline; or the entry: "en/words/polemic-verbs.yaml:slam"
	Without float64
}

// mostLeftOut bounds how many authors and entries a contrast lists.
const mostLeftOut = 20

// farthest returns the indices of the n values that are farthest from y on the
// scale of l, farthest first, in the given order where that is the same. What is
// not defined is farthest of all.
func (f *fit) farthest(values []float64, n int, order func(a, b int32) int) []int32 {
	if math.IsNaN(f.y) || math.IsInf(f.y, 0) {
		return nil
	}
	away := make([]float64, len(values))
	for i, v := range values {
		d := math.Abs(f.link.to(v) - f.y)
		if math.IsNaN(d) {
			d = math.Inf(1)
		}
		away[i] = d
	}
	limit := 0.0
	if len(away) > 4*n { // sorting all would take longer than everything else
		limit = nthLargest(slices.Clone(away), n)
	}
	var top []int32
	for i, d := range away {
		if d >= limit {
			top = append(top, int32(i))
		}
	}
	slices.SortFunc(top, func(a, b int32) int { return cmp.Or(cmp.Compare(away[b], away[a]), order(a, b)) })
	return top[:min(n, len(top))]
}

// nthLargest returns the n-th largest of x, which it puts in another order:
// quickselect with the middle as pivot.
func nthLargest(x []float64, n int) float64 {
	low, high, want := 0, len(x)-1, n-1
	for low < high {
		pivot := x[(low+high)/2]
		i, j := low, high
		for i <= j {
			for x[i] > pivot {
				i++
			}
			for x[j] < pivot {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		switch {
		case want <= j:
			high = j
		case want >= i:
			low = i
		default:
			return x[want]
		}
	}
	return x[want]
}
