package compare

import (
	"crypto/sha256"
	"fmt"
	"math"
	"math/rand/v2"
)

// exactStories is the number of stories up to which every way to flip signs is
// tried: 65,536 ways.
const exactStories = 16

// signFlip tests whether swings have no direction. Were the sides exchangeable
// within each story, each swing would be as likely as its negative: p is the
// share of ways to flip signs in which the sum is at least as far from 0 as it
// is. Whole stories flip, as all that one outlet writes about a story hangs
// together. All ways are tried for up to 16 stories that differ; above that,
// random ones, and p = (1 + as far)/(1 + tried), which is never 0 (Phipson and
// Smyth 2010, SAGMB 9:39).
//
// It also returns the smallest p that swings of this size could give. Without
// any swing that differs from 0, both are 1.
func signFlip(swings []float64, random *rand.ChaCha8, tries int) (p, least float64) {
	var d []float64
	var sum, size float64
	for _, s := range swings {
		if s != 0 { // flipping a 0 changes nothing
			d = append(d, s)
			sum += s
			size += math.Abs(s)
		}
	}
	// Sums that are equal on paper differ by rounding; without slack, ties would be lost and p too small.
	far := math.Abs(sum) - 1e-9*size
	if len(d) == 0 {
		return 1, 1
	}
	if len(d) <= exactStories {
		// Flipping all signs changes nothing: fix the first and try the others.
		ways := 1 << (len(d) - 1)
		return float64(countFar(d[0], d[1:], far)) / float64(ways), 1 / float64(ways)
	}
	return flipAtRandom(d, far, random, tries), 1 / float64(1+tries)
}

// countFar counts the ways to sign rest so that it adds with sum to at least far.
func countFar(sum float64, rest []float64, far float64) int {
	if len(rest) == 0 {
		if math.Abs(sum) >= far {
			return 1
		}
		return 0
	}
	return countFar(sum+rest[0], rest[1:], far) + countFar(sum-rest[0], rest[1:], far)
}

// flipAtRandom flips eight stories at a time: the 256 sums that they can give are
// listed once, and a random byte picks one for each try.
func flipAtRandom(d []float64, far float64, random *rand.ChaCha8, tries int) float64 {
	sums := make([]float64, tries)
	var table [256]float64
	for ; len(d) > 0; d = d[min(8, len(d)):] {
		table[0] = 0
		for i, v := range d[:min(8, len(d))] {
			for j := range 1 << i {
				table[j|1<<i] = table[j] - v
				table[j] += v
			}
		}
		mask := byte(1<<min(8, len(d)) - 1)
		var bits uint64
		for i := range sums {
			if i%8 == 0 {
				bits = random.Uint64()
			}
			sums[i] += table[byte(bits)&mask]
			bits >>= 8
		}
	}
	n := 0
	for _, s := range sums {
		if math.Abs(s) >= far {
			n++
		}
	}
	return monteCarloP(n, tries)
}

func monteCarloP(far, tries int) float64 { return float64(1+far) / float64(1+tries) }

// stream returns the random numbers of one contrast: a stream of its own, so
// that its p depends neither on the other contrasts nor on what runs beside it.
func stream(seed uint64, metric, outlet, reference string) *rand.ChaCha8 {
	return rand.NewChaCha8(sha256.Sum256(fmt.Appendf(nil, "%d\x00%s\x00%s\x00%s", seed, metric, outlet, reference)))
}
