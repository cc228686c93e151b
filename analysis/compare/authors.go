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
type part struct{ num, den, articles int32 }

// byline is who wrote which articles. Its parts are in order of the authors, and
// of an author in order of the cells.
type byline struct {
	authors []author // by outlet, then name; nil when too few articles have a byline
	cells   []int32  // by part
	stories []int32  // by part; -1 for none
	ends    []int32  // by part: where its articles end in places; they begin where those of the part before end
	places  []int32  // articles, by part
}

// An author is all that one person, or one agency, wrote for one outlet.
type author struct {
	name        string
	outlet      int32
	first, last int32 // of the parts, without the last
}

// add adds articles of one author, whose places must ascend.
func (b *byline) add(name string, outlet int32, places []int32, p *panel) {
	b.authors = append(b.authors, author{name: name, outlet: outlet, first: int32(len(b.cells))})
	for i, at := range places {
		if cell := p.order[at].cell; i == 0 || cell != b.cells[len(b.cells)-1] {
			b.cells, b.stories, b.ends = append(b.cells, cell), append(b.stories, p.cells[cell].story), append(b.ends, 0)
		}
		b.places = append(b.places, at)
		b.ends[len(b.ends)-1] = int32(len(b.places))
	}
	b.authors[len(b.authors)-1].last = int32(len(b.cells))
}

// parts adds up a column by author and cell, whatever was in all, which may be
// nil.
func (p *panel) parts(col column, c choice, all []part) []part {
	if all == nil {
		all = make([]part, len(p.by.cells))
	}
	start := int32(0)
	for i, end := range p.by.ends {
		var s part
		for _, at := range p.by.places[start:end] {
			if col.den[at] > 0 && c.takes(&p.order[at]) {
				s.num += col.num[at]
				s.den += col.den[at]
				s.articles++
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

// A storyTold is what a story adds, and its counts, as floats, which hold them
// exactly.
type storyTold struct{ over, under, num, den, ref, per float64 }

// withoutAuthors returns a contrast without each of the authors who wrote
// something in it, the indices of whom it returns too. Only the stories of an
// author change; what they add is taken out of the sums and added anew.
func (s side) withoutAuthors() (without []float64, who []int32) {
	ratio := s.Scale == Ratio
	add := func(t *storyTold) {
		if over := t.num * t.per; ratio {
			t.over, t.under = over/(t.den+t.per), float64(t.ref*t.den)/(t.den+t.per)
		} else {
			t.over, t.under = float64(over-float64(t.ref*t.den))/(t.den+t.per), float64(t.den*t.per)/(t.den+t.per)
		}
	}
	var whole storyTold
	if len(s.told) < len(s.strata) {
		s.told = make([]storyTold, len(s.strata))
	}
	stories := s.told[:len(s.strata)]
	for i, st := range s.strata {
		t := storyTold{num: float64(st.num), den: float64(st.den), ref: float64(st.ref), per: float64(st.per)}
		add(&t)
		stories[i] = t
		whole.over += t.over
		whole.under += t.under
		whole.num += t.num
		whole.ref += t.ref
	}
	for i := range s.by.authors {
		a := &s.by.authors[i]
		own := int(a.outlet) == s.outlet
		if !own && s.reference >= 0 && int(a.outlet) != s.reference {
			continue
		}
		w, left, touched := whole, len(stories), false
		of := s.by.stories[a.first:a.last]
		for p, c := range s.parts[a.first:a.last] {
			story := of[p]
			if c.articles == 0 || story < 0 || s.at[story] < 0 {
				continue
			}
			touched = true
			t := stories[s.at[story]]
			w.over -= t.over
			w.under -= t.under
			if own {
				w.num -= float64(c.num)
				t.num -= float64(c.num)
				t.den -= float64(c.den)
			} else {
				w.ref -= float64(c.num)
				t.ref -= float64(c.num)
				t.per -= float64(c.den)
			}
			if t.den <= 0 || t.per <= 0 { // the story is no longer one of both sides
				left--
				w.num -= t.num
				w.ref -= t.ref
				continue
			}
			add(&t)
			w.over += t.over
			w.under += t.under
		}
		if !touched {
			continue
		}
		v := w.over / w.under
		if left == 0 || ratio && (w.num == 0 || w.ref == 0) { // the sums may keep dust
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
