package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Entries are what each entry of the lexicons adds to the numerators of a
// measure, by cell.
type entries struct {
	rules []string
	cells [][]entryCount // by rule, then cell
	less  [][]entrySum   // by rule, then outlet
}

// An entrySum is what an entry adds to the contrast of an outlet with all others.
type entrySum struct {
	over, under float64
	num, ref    int64
}

type entryCount struct {
	cell  int32
	count int32
}

// entries counts by entry what the measure counts. It gives nil when the measure
// does not count words of a lexicon.
func (c *counting) entries() *entries {
	features := map[string][]int{}
	e := &entries{}
	for i := range c.list {
		if f := c.list[i].feature; f.of == ofFindings && f.rule != "" && c.over(f, reading{}) != 0 {
			if features[f.rule] == nil {
				e.rules = append(e.rules, f.rule)
			}
			features[f.rule] = append(features[f.rule], i)
		}
	}
	if len(e.rules) == 0 {
		return nil
	}
	slices.Sort(e.rules)
	for _, rule := range e.rules {
		var counts []entryCount
		for _, i := range features[rule] {
			c.list[i].each(func(article, n int32) {
				at := c.position[article]
				if at >= 0 && !c.order[at].copy && c.column.den[at] > 0 {
					counts = append(counts, entryCount{c.order[at].cell, n})
				}
			})
		}
		slices.SortFunc(counts, func(a, b entryCount) int { return cmp.Compare(a.cell, b.cell) })
		k := 0
		for _, n := range counts {
			if k > 0 && counts[k-1].cell == n.cell {
				counts[k-1].count += n.count
				continue
			}
			counts[k] = n
			k++
		}
		e.cells = append(e.cells, slices.Clip(counts[:k]))
	}
	e.sum(c)
	return e
}

// sum works out what each entry adds to each contrast.
func (e *entries) sum(c *counting) {
	n := len(c.outlets)
	shares := make([]float64, len(c.stories)*n) // by story, then outlet: of the denominator; 0 for what is no stratum
	for i, cell := range c.cells {
		if cell.story < 0 {
			continue
		}
		if own, all := c.counts.cells[i].den, c.counts.stories[cell.story].den; own > 0 && own < all {
			shares[int(cell.story)*n+int(cell.outlet)] = float64(own) / float64(all)
		}
	}
	for _, counts := range e.cells {
		sums := make([]entrySum, n)
		for _, k := range counts {
			cell := c.cells[k.cell]
			if cell.story < 0 {
				continue
			}
			for i, share := range shares[int(cell.story)*n : int(cell.story+1)*n] {
				switch s := &sums[i]; {
				case share == 0:
				case i == int(cell.outlet):
					s.over += float64(float64(k.count) * (1 - share))
					s.num += int64(k.count)
				default:
					s.under += float64(float64(k.count) * share)
					s.ref += int64(k.count)
				}
			}
		}
		e.less = append(e.less, sums)
	}
}

// without lists what the ratio would be without each entry, the entries that
// matter most first. Where the ratio would no longer differ from 1 without the
// first, a note says so.
func (e *entries) without(s side, c *Contrast) []LeftOut {
	if e == nil || math.IsNaN(c.Value) || c.Value == 0 {
		return nil
	}
	var over, under float64
	for _, st := range s.strata {
		t := st.ratioTerm()
		over += t.over
		under += t.under
	}
	var rules []int
	var values []float64
	for i := range e.rules {
		less := e.less[i][s.outlet]
		if less.num == 0 && less.ref == 0 {
			continue
		}
		o, u, num, ref := over-less.over, under-less.under, c.Numerator-less.num, c.ReferenceNumerator-less.ref
		v := o / u
		if ref == 0 {
			v = math.NaN()
		} else if num == 0 {
			v = 0
		}
		rules, values = append(rules, i), append(values, v)
	}
	f := fit{link: logLink, y: math.Log(c.Value)}
	top := f.farthest(values, mostLeftOut, func(a, b int32) int { return cmp.Compare(e.rules[rules[a]], e.rules[rules[b]]) })
	var list []LeftOut
	for _, k := range top {
		list = append(list, LeftOut{Name: e.rules[rules[k]], Without: values[k]})
	}
	if len(top) > 0 && (c.Verdict == Differs || c.Verdict == DiffersLess) {
		if i := s.omit(e.cells[rules[top[0]]]).interval(s.o.Level); i == nil || i.Low <= 1 && i.High >= 1 {
			c.Notes = append(c.Notes, s.book.cite([]string{fmt.Sprintf(noteEntry, list[0].Name)})...)
		}
	}
	return list
}

// omit estimates the ratio without some counts.
func (s side) omit(counts []entryCount) fit {
	strata := slices.Clone(s.strata)
	for _, n := range counts {
		st, own := s.stratumOf(n.cell)
		if st == nil {
			continue
		}
		if left := &strata[s.at[st.story]]; own {
			left.num -= int64(n.count)
		} else {
			left.ref -= int64(n.count)
		}
	}
	terms := make([]term, len(strata))
	for i, st := range strata {
		terms[i] = st.ratioTerm()
	}
	return jackknife(terms, logLink, s.o)
}

// stratumOf returns the stratum that a cell belongs to and whether it is the
// outlet's own; nil when the cell is on neither side.
func (s side) stratumOf(cell int32) (st *stratum, own bool) {
	c := s.cells[cell]
	if c.story < 0 || s.at[c.story] < 0 {
		return nil, false
	}
	own = int(c.outlet) == s.outlet
	if !own && s.reference >= 0 && int(c.outlet) != s.reference {
		return nil, false
	}
	return &s.strata[s.at[c.story]], own
}
