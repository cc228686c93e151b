package compare

import (
	"cmp"
	"math"
	"slices"
)

// fewestAuthors is the number of authors from which intervals take them into
// account.
const fewestAuthors = 4

// A part is what one author wrote in one cell.
type part struct {
	cell int32
	sum
}

// parts adds up a column by author and cell. It returns nil without bylines.
func (p *panel) parts(col column, c choice) [][]part {
	all := make([][]part, len(p.authors))
	for i, a := range p.authors {
		for _, at := range a.articles {
			s := col.of(at)
			if s.articles == 0 || !c.takes(&p.order[at]) {
				continue
			}
			cell := p.order[at].cell
			if n := len(all[i]); n > 0 && all[i][n-1].cell == cell {
				all[i][n-1].add(s)
				continue
			}
			all[i] = append(all[i], part{cell, s})
		}
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

// withoutAuthors returns a contrast without each of the authors who wrote
// something in it, the indices of whom it returns too. Only the stories of an
// author change; what they add is taken out of the sums and added anew.
func (p *panel) withoutAuthors(parts [][]part, matter func(outlet int32) (own, other bool), at []int32, strata []stratum, toTerm func(stratum) term, ratio bool) (without []float64, who []int32) {
	var over, under float64
	var num, ref int64 // of what is left: the floats may keep dust
	terms := make([]term, len(strata))
	for i, st := range strata {
		terms[i] = toTerm(st)
		over += terms[i].over
		under += terms[i].under
		num += st.num
		ref += st.ref
	}
	for i, cells := range parts {
		if len(cells) == 0 {
			continue
		}
		own, other := matter(p.cells[cells[0].cell].outlet)
		if !own && !other {
			continue
		}
		o, u, n, r, left, touched := over, under, num, ref, len(strata), false
		for _, c := range cells {
			story := p.cells[c.cell].story
			if story < 0 || at[story] < 0 {
				continue
			}
			touched = true
			k := at[story]
			st := strata[k]
			o -= terms[k].over
			u -= terms[k].under
			n -= st.num
			r -= st.ref
			if own {
				st.num -= c.num
				st.den -= c.den
			} else {
				st.ref -= c.num
				st.per -= c.den
			}
			if st.den <= 0 || st.per <= 0 {
				left--
				continue
			}
			t := toTerm(st)
			o += t.over
			u += t.under
			n += st.num
			r += st.ref
		}
		if !touched {
			continue
		}
		v := o / u
		if left == 0 || ratio && (n == 0 || r == 0) {
			v = math.NaN()
		}
		without = append(without, v)
		who = append(who, int32(i))
	}
	return without, who
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

// farthest returns the n of list whose values are farthest from y on the scale
// of l, farthest first, in the order of the list where that is the same. What is
// not defined is farthest of all. It leaves list in no order.
func farthest[T any](list []T, n int, value func(T) float64, f fit, order func(a, b T) int) []T {
	if math.IsNaN(f.y) || math.IsInf(f.y, 0) {
		return nil
	}
	type far struct {
		at   int32
		away float64
	}
	away := make([]far, len(list))
	for i, x := range list {
		d := math.Abs(f.link.to(value(x)) - f.y)
		if math.IsNaN(d) {
			d = math.Inf(1)
		}
		away[i] = far{int32(i), d}
	}
	less := func(a, b far) int {
		return cmp.Or(cmp.Compare(b.away, a.away), order(list[a.at], list[b.at]))
	}
	if len(away) > 4*n {
		// Sorting all would take longer than everything else.
		sizes := make([]float64, len(away))
		for i, a := range away {
			sizes[i] = a.away
		}
		limit := nthLargest(sizes, n)
		away = slices.DeleteFunc(away, func(a far) bool { return a.away < limit })
	}
	slices.SortFunc(away, less)
	top := make([]T, min(n, len(away)))
	for i := range top {
		top[i] = list[away[i].at]
	}
	return top
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
