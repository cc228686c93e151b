package compare

import (
	"cmp"
	"math"
	"slices"
)

// Corrections for many tests.
const (
	MaxT = "maxT" // the chance of any false finding in the family: step-down maxT of Westfall and Young
	BH   = "BH"   // the expected share of false findings: Benjamini and Hochberg
	BY   = "BY"   // the same under any dependence: Benjamini and Yekutieli
)

// mostTogether is the number of tests up to which a family is adjusted by maxT
// unless a study says otherwise.
const mostTogether = 50

// FalseDiscovery returns p-values adjusted so that those up to q hold a share of
// false findings of at most q on average: the step-up procedure of Benjamini and
// Hochberg 1995 (JRSS-B 57:289) or, if anyDependence is set, that of Benjamini
// and Yekutieli 2001 (Annals of Statistics 29:1165). NaN stays NaN and is not
// counted.
func FalseDiscovery(p []float64, anyDependence bool) []float64 {
	q := make([]float64, len(p))
	var order []int
	for i, v := range p {
		if q[i] = v; !math.IsNaN(v) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[b], p[a]) })
	m, harmonic := len(order), 1.0
	if anyDependence {
		harmonic = 0
		for i := range m {
			harmonic += 1 / float64(i+1)
		}
	}
	least := 1.0
	for i, at := range order {
		least = min(least, p[at]*harmonic*float64(m)/float64(m-i))
		q[at] = least
	}
	return q
}

// stepDown returns p-values that hold for all of a family at once: the step-down
// maxT procedure of Westfall and Young 1993; Ge, Dudoit and Speed 2003 (Test
// 12:1). observed are statistics of which only the size counts, NaN where there
// is none; under holds, for each, its values under each of the ways to
// rearrange the data, the same ways for all. When the observed arrangement is
// not among them it is counted in addition.
func stepDown(observed []float64, under [][]float64, observedAmong bool) []float64 {
	adjusted := make([]float64, len(observed))
	var order []int
	for i, v := range observed {
		if adjusted[i] = math.NaN(); !math.IsNaN(v) {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return adjusted
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(math.Abs(observed[b]), math.Abs(observed[a])) })
	most := make([]float64, len(under[order[0]]))
	far := make([]int, len(order))
	for k := len(order) - 1; k >= 0; k-- { // most under each way, of this test and those less far
		size := math.Abs(observed[order[k]])
		size -= 1e-9 * max(1, size) // ties
		for w, v := range under[order[k]] {
			if most[w] = max(most[w], math.Abs(v)); most[w] >= size {
				far[k]++
			}
		}
	}
	p := 0.0
	for k, at := range order {
		ways, n := len(most), far[k]
		if !observedAmong {
			ways, n = ways+1, n+1
		}
		p = max(p, float64(n)/float64(ways))
		adjusted[at] = p
	}
	return adjusted
}

// A tested is a test with what is needed to adjust it for its family: its own p
// and the swings of its stories.
type tested struct {
	p      float64
	swings []swing
}

// adjust returns the p-values of a family, adjusted, none below its own p.
func (f *flips) adjust(family []tested, correction string) []float64 {
	p := make([]float64, len(family))
	for i, t := range family {
		p[i] = t.p
	}
	switch correction {
	case BH:
		return FalseDiscovery(p, false)
	case BY:
		return FalseDiscovery(p, true)
	}
	// What differs in size is made alike by what does not change when signs flip.
	observed := make([]float64, len(family))
	under := make([][]float64, len(family))
	exact, stories := f.common(family)
	for i, t := range family {
		var sum, squares float64
		for _, s := range t.swings {
			sum += s.d
			squares += float64(s.d * s.d)
		}
		if math.IsNaN(t.p) || squares == 0 {
			observed[i] = math.NaN()
			continue
		}
		size := math.Sqrt(squares)
		observed[i] = sum / size
		if exact {
			under[i] = allSums(t.swings, stories)
		} else {
			under[i] = f.sums(t.swings)
		}
		for w := range under[i] {
			under[i][w] /= size
		}
	}
	adjusted := stepDown(observed, under, exact)
	for i, t := range family {
		if adjusted[i] = max(adjusted[i], t.p); math.IsNaN(observed[i]) {
			adjusted[i] = t.p
		}
	}
	return adjusted
}

// common returns the stories in which anything of a family differs, if they are
// few enough to try all ways to flip their signs.
func (f *flips) common(family []tested) (few bool, stories []int32) {
	for _, t := range family {
		for _, s := range t.swings {
			if s.d == 0 {
				continue
			}
			if at, found := slices.BinarySearch(stories, s.story); !found {
				if len(stories) == exactStories {
					return false, nil
				}
				stories = slices.Insert(stories, at, s.story)
			}
		}
	}
	return true, stories
}
