package compare

import (
	"math/bits"
	"math/rand/v2"
	"slices"
)

// An Omnibus is a test of whether any outlets differ in a metric at all on the
// same stories. It comes before contrasts: where it finds nothing, single
// contrasts are not to be picked.
type Omnibus struct {
	Metric  string
	Outlets int
	Stories int
	P       float64
	Exact   bool // every way to rearrange was tried
}

const (
	// mostWays is the number of rearrangements up to which all are tried.
	mostWays = 1 << 16
	// fewerTries bounds the random rearrangements of a block permutation, which is
	// much slower than flipping signs.
	fewerTries = 1999
)

// A block is what one outlet wrote about one story: what it has more than the
// story's mean rate would give it.
type block struct {
	group int // the outlet
	d     float64
}

// anyDifference tests by a permutation of whole blocks: were the outlets alike,
// any of a story's blocks could have been any of its outlets'. With more than
// mostBlocks stories it flips signs instead, which comes to the same there.
func (c *counting) anyDifference() *Omnibus {
	o := &Omnibus{Metric: c.ID}
	var strata [][]block
	var at []int32 // stories
	present := make([]bool, len(c.outlets))
	list := make([]block, 0, len(c.cells)) // of all strata, one after another
	for story, cells := range c.tellers {
		start := len(list)
		all := c.counts.stories[story]
		for _, cell := range cells {
			n := c.counts.cells[cell]
			if n.den > 0 && n.den < all.den {
				d := float64(n.num) - float64(n.den)*float64(all.num)/float64(all.den)
				list = append(list, block{int(c.cells[cell].outlet), d})
				present[c.cells[cell].outlet] = true
			}
		}
		if s := list[start:]; len(s) > 1 {
			strata, at = append(strata, s), append(at, int32(story))
		}
	}
	for _, is := range present {
		if is {
			o.Outlets++
		}
	}
	if o.Stories = len(strata); o.Outlets < 3 { // with two, the contrast says it all
		return nil
	}
	if len(strata) <= mostBlocks {
		o.P, o.Exact = permuteBlocks(strata, len(c.outlets), stream(c.o.Seed, "blocks", c.ID), min(c.o.Tries, fewerTries))
		return o
	}
	swings := make([][]swing, len(c.outlets))
	for i, s := range strata {
		for _, b := range s {
			swings[b.group] = append(swings[b.group], swing{at[i], b.d})
		}
	}
	weights := blockWeights(strata, len(c.outlets))
	under := make([]float64, c.flips.tries)
	var observed float64
	for g, of := range swings {
		if weights[g] == 0 {
			continue
		}
		var sum float64
		for _, s := range of {
			sum += s.d
		}
		observed += sum * sum * weights[g]
		for i, v := range c.flips.sums(of) {
			under[i] += v * v * weights[g]
		}
	}
	n := 0
	for _, v := range under {
		n += is(v >= observed*(1-1e-9))
	}
	o.P = monteCarloP(n, len(under))
	return o
}

// blockWeights returns, for each group, one over the variance that its sum has
// under permutation, up to a factor; 0 for a group without variance. It does not
// depend on which block is whose.
func blockWeights(strata [][]block, groups int) []float64 {
	w := make([]float64, groups)
	for _, s := range strata {
		var squares float64
		for _, b := range s {
			squares += b.d * b.d
		}
		for _, b := range s {
			w[b.group] += squares / float64(len(s))
		}
	}
	for g := range w {
		if w[g] > 0 {
			w[g] = 1 / w[g]
		}
	}
	return w
}

// permuteBlocks tests whether it matters which block is whose. The statistic is
// the sum over groups of (sum of their blocks)² over its variance under
// permutation; blocks must be centred in each stratum. All arrangements are
// tried when there are at most mostWays, random ones else.
func permuteBlocks(strata [][]block, groups int, random *rand.ChaCha8, tries int) (p float64, exact bool) {
	weights := blockWeights(strata, groups)
	sums := make([]float64, groups)
	statistic := func() (q float64) {
		for g, s := range sums {
			q += s * s * weights[g]
		}
		return q
	}
	for _, s := range strata {
		for _, b := range s {
			sums[b.group] += b.d
		}
	}
	least := statistic() * (1 - 1e-9) // ties
	far := 0
	if ways := arrangements(strata); ways > 0 {
		everyArrangement(strata, groups, func(s []float64) {
			sums = s
			far += is(statistic() >= least)
		})
		return float64(far) / float64(ways), true
	}
	var who []int
	for range tries {
		clear(sums)
		for _, s := range strata {
			who = who[:0]
			for _, b := range s {
				who = append(who, b.group)
			}
			shuffle(who, random)
			for i, b := range s {
				sums[who[i]] += b.d
			}
		}
		far += is(statistic() >= least)
	}
	return monteCarloP(far, tries), false
}

// everyArrangement deals the blocks of each stratum to the groups in every way
// that gives each group as many as it has, and passes the sums of the groups to
// visit, which must not keep them.
func everyArrangement(strata [][]block, groups int, visit func(sums []float64)) {
	sums := make([]float64, groups)
	left := make([]int, groups) // blocks that each group is still to get of the stratum
	var deal func(stratum, i int)
	begin := func(stratum int) {
		if stratum == len(strata) {
			visit(sums)
			return
		}
		saved := slices.Clone(left)
		clear(left)
		for _, b := range strata[stratum] {
			left[b.group]++
		}
		deal(stratum, 0)
		copy(left, saved)
	}
	deal = func(stratum, i int) {
		if i == len(strata[stratum]) {
			begin(stratum + 1)
			return
		}
		for g := range left {
			if left[g] > 0 {
				left[g]--
				before := sums[g] // adding and taking away would leave dust
				sums[g] += strata[stratum][i].d
				deal(stratum, i+1)
				sums[g] = before
				left[g]++
			}
		}
	}
	begin(0)
}

// arrangements returns in how many different ways the blocks can be dealt to
// the groups, 0 for more than mostWays.
func arrangements(strata [][]block) int {
	ways := 1
	for _, s := range strata {
		of := map[int]int{}
		for i, b := range s {
			of[b.group]++
			ways = ways * (i + 1) / of[b.group] // stays whole: a product of binomials
			if ways > mostWays {
				return 0
			}
		}
	}
	return ways
}

// shuffle puts x in random order, by Fisher and Yates.
func shuffle(x []int, random *rand.ChaCha8) {
	for i := len(x) - 1; i > 0; i-- {
		j, _ := bits.Mul64(random.Uint64(), uint64(i+1))
		x[i], x[j] = x[j], x[i]
	}
}
