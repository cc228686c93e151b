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

// Ranks are the places of articles among all articles by their rate, equal
// rates having equal ranks; -1 for articles that do not count.
type ranks struct {
	*counting
	of     []int32
	number int // of different ranks

	xs, ys       []int32 // articles of the outlet and of the others by rank: used again and again
	overX, overY []int32 // by rank: how many more of the one side are below than above
}

// newDominance ranks the articles of matched stories.
func (c *counting) newDominance() ranks {
	type scored struct {
		score float64
		at    int32
	}
	r := ranks{counting: c, of: make([]int32, len(c.order))}
	all := make([]scored, 0, len(c.order))
	for i := range c.order {
		a := &c.order[i]
		r.of[i] = -1
		if story := c.cells[a.cell].story; !a.copy && c.column.den[i] > 0 && story >= 0 && c.matched[story] {
			all = append(all, scored{float64(c.column.num[i]) / float64(c.column.den[i]), int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b scored) int { return cmp.Compare(a.score, b.score) })
	for i, a := range all {
		if i == 0 || a.score != all[i-1].score {
			r.number++
		}
		r.of[a.at] = int32(r.number - 1)
	}
	r.xs, r.ys, r.overX, r.overY = make([]int32, r.number), make([]int32, r.number), make([]int32, r.number), make([]int32, r.number)
	return r
}

// dominance returns the dominance of one side. The sum over pairs of articles without
// one story is the whole less what its articles add on either side, plus what
// both add together.
func (r ranks) dominance(s side) Dominance {
	d := Dominance{Value: math.NaN()}
	xs, ys := r.xs, r.ys
	clear(xs)
	clear(ys)
	var n, m int64
	each := func(st stratum, do func(rank int32, own bool)) {
		for _, cell := range r.tellers[st.story] {
			c := r.cells[cell]
			own := int(c.outlet) == s.outlet
			if !own && s.reference >= 0 && int(c.outlet) != s.reference {
				continue
			}
			for _, rank := range r.of[c.start:c.end] {
				if rank >= 0 {
					do(rank, own)
				}
			}
		}
	}
	for _, st := range s.strata {
		each(st, func(rank int32, own bool) {
			if own {
				xs[rank]++
				n++
			} else {
				ys[rank]++
				m++
			}
		})
	}
	if n == 0 || m == 0 {
		return d
	}
	over := func(counts []int32, all int64, o []int32) []int32 {
		var below int64
		for i, k := range counts {
			o[i] = int32(below - (all - below - int64(k)))
			below += int64(k)
		}
		return o
	}
	overY, overX := over(ys, m, r.overY), over(xs, n, r.overX)
	var whole int64
	for rank, k := range xs {
		whole += int64(k) * int64(overY[rank])
	}
	d.Value = float64(whole) / float64(n*m)
	without := make([]float64, len(s.strata))
	var own, ref []int32
	for i, st := range s.strata {
		own, ref = own[:0], ref[:0]
		left := whole
		each(st, func(rank int32, mine bool) {
			if mine {
				own = append(own, rank)
				left -= int64(overY[rank])
			} else {
				ref = append(ref, rank)
				left += int64(overX[rank])
			}
		})
		for _, x := range own {
			for _, y := range ref {
				left += int64(cmp.Compare(x, y))
			}
		}
		without[i] = float64(left) / float64((n-int64(len(own)))*(m-int64(len(ref)))) // NaN without anything left
	}
	if len(without) < s.o.MinStories || math.Abs(d.Value) == 1 {
		return d
	}
	if se, ok := cv3(without, d.Value, plainLink); ok && se > 1e-12 {
		f := fit{link: meanLink, y: d.Value, se: se, df: float64(len(without) - 1)}
		d.Interval = f.interval(s.o.Level)
	}
	return d
}

// hedges returns the difference of two means in standard deviations, corrected
// for small samples: Hedges 1981 (J. Educational Statistics 6:107), with the
// exact factor. NaN where there is no deviation.
func hedges(x, y []float64) float64 {
	mean := func(v []float64) (mean, squares float64) {
		for _, a := range v {
			mean += a
		}
		mean /= float64(len(v))
		for _, a := range v {
			squares += (a - mean) * (a - mean)
		}
		return mean, squares
	}
	df := float64(len(x) + len(y) - 2)
	if len(x) == 0 || len(y) == 0 || df < 1 {
		return math.NaN()
	}
	mx, sx := mean(x)
	my, sy := mean(y)
	sd := math.Sqrt((sx + sy) / df)
	if sd == 0 {
		return math.NaN()
	}
	a, _ := math.Lgamma(df / 2)
	b, _ := math.Lgamma((df - 1) / 2)
	j := math.Exp(a-b) / math.Sqrt(df/2)
	if df == 1 {
		j = 0 // the gamma function has a pole
	}
	return j * (mx - my) / sd
}

// scores returns the rates of single articles on both sides.
func (s side) scores() (own, ref []float64) {
	for _, st := range s.strata {
		for _, cell := range s.tellers[st.story] {
			c := s.cells[cell]
			mine := int(c.outlet) == s.outlet
			if !mine && s.reference >= 0 && int(c.outlet) != s.reference {
				continue
			}
			for at := c.start; at < c.end; at++ {
				if s.order[at].copy || s.column.den[at] <= 0 {
					continue
				}
				if v := float64(s.column.num[at]) / float64(s.column.den[at]); mine {
					own = append(own, v)
				} else {
					ref = append(ref, v)
				}
			}
		}
	}
	return own, ref
}
