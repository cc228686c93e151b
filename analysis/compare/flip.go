package compare

import (
	"crypto/sha256"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	// exactStories is the number of stories up to which every way to flip signs
	// is tried: 65,536 ways.
	exactStories = 16
	// mostBlocks is the number of blocks into which more stories are put. All
	// stories of a block flip together: these flips are a subgroup of all flips, so
	// the test keeps its level, and with 512 blocks it loses no power to speak of.
	mostBlocks = 512
)

// A swing is by how much an outlet exceeds, in a story, what it would have if
// both sides counted alike.
type swing struct {
	story int32
	d     float64
}

// Flips are random ways to flip the signs of stories, the same for all tests of
// a comparison, so that tests can be adjusted for each other. They depend on the
// seed alone.
type flips struct {
	tries  int
	blocks int      // story s is in block s mod blocks
	bits   [][]byte // for each eight blocks, one byte for each try
}

// newFlips draws flips for that many stories.
func newFlips(stories, tries int, seed uint64) *flips {
	f := &flips{tries: tries, blocks: max(1, min(stories, mostBlocks))}
	random := stream(seed, "flips")
	for range (f.blocks + 7) / 8 {
		bits := make([]byte, tries)
		random.Read(bits) // never fails
		f.bits = append(f.bits, bits)
	}
	return f
}

// test tests whether swings have no direction. Were the sides exchangeable
// within each story, each swing would be as likely as its negative: p is the
// share of ways to flip signs in which the sum is at least as far from 0 as it
// is. Whole stories flip, as all that one outlet writes about a story hangs
// together. All ways are tried for up to 16 stories that differ; above that,
// random ones, and p = (1 + as far)/(1 + tried), which is never 0 (Phipson and
// Smyth 2010, SAGMB 9:39).
//
// It also returns the smallest p that swings of this size could give. Without
// any swing that differs from 0, both are 1.
func (f *flips) test(swings []swing) (p, least float64) {
	var sum, size float64
	differ := 0
	for _, s := range swings {
		if s.d != 0 { // flipping a 0 changes nothing
			differ++
			sum += s.d
			size += math.Abs(s.d)
		}
	}
	if differ == 0 {
		return 1, 1
	}
	// Sums that are equal on paper differ by rounding; without slack, ties would be lost and p too small.
	far := math.Abs(sum) - 1e-9*size
	if differ <= exactStories {
		var d []float64
		for _, s := range swings {
			if s.d != 0 {
				d = append(d, s.d)
			}
		}
		// Flipping all signs changes nothing: fix the first and try the others.
		ways := 1 << (len(d) - 1)
		return float64(countFar(d[0], d[1:], far)) / float64(ways), 1 / float64(ways)
	}
	n := 0
	for _, s := range f.sums(swings) {
		if math.Abs(s) >= far {
			n++
		}
	}
	return monteCarloP(n, f.tries), 1 / float64(1+f.tries)
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

// sums returns the sum of the swings under each flip. Eight blocks are done at a
// time: the 256 sums that they can give are listed once, and a byte of random
// bits picks one.
func (f *flips) sums(swings []swing) []float64 {
	d := make([]float64, (f.blocks+7)/8*8)
	for _, s := range swings {
		d[int(s.story)%f.blocks] += s.d
	}
	sums := make([]float64, f.tries)
	for g := 0; g < len(f.bits); g++ {
		if !slices.ContainsFunc(d[8*g:8*g+8], func(v float64) bool { return v != 0 }) {
			continue
		}
		if g+1 < len(f.bits) { // two at a time: each sum is read and written half as often
			one, two := signed(d[8*g:8*g+8]), signed(d[8*g+8:8*g+16])
			bits := f.bits[g+1][:len(sums)]
			for i, b := range f.bits[g][:len(sums)] {
				sums[i] = sums[i] + one[b] + two[bits[i]]
			}
			g++
			continue
		}
		one := signed(d[8*g : 8*g+8])
		for i, b := range f.bits[g] {
			sums[i] += one[b]
		}
	}
	return sums
}

// block returns swings as tests in a family need them: those of one block added
// up where there are too many stories to try all flips, as they are otherwise.
func (f *flips) block(swings []swing) []swing {
	var few []swing
	for _, s := range swings {
		if s.d != 0 {
			if few = append(few, s); len(few) > exactStories {
				break
			}
		}
	}
	if len(few) <= exactStories {
		return slices.Clip(few)
	}
	d := make([]float64, f.blocks)
	for _, s := range swings {
		d[int(s.story)%f.blocks] += s.d
	}
	var blocks []swing
	for b, v := range d {
		if v != 0 {
			blocks = append(blocks, swing{int32(b), v})
		}
	}
	return blocks
}

// signed returns the sums of eight numbers under all their signs.
func signed(d []float64) (table [256]float64) {
	for i, v := range d {
		for j := range 1 << i {
			table[j|1<<i] = table[j] - v
			table[j] += v
		}
	}
	return table
}

// allSums returns the sums of the swings under every way to flip the signs of
// the stories, of which there must be at most exactStories; the first has no sign
// flipped.
func allSums(swings []swing, stories []int32) []float64 {
	sums := make([]float64, 1, 1<<len(stories))
	d := make([]float64, len(stories))
	for _, s := range swings {
		if at, ok := slices.BinarySearch(stories, s.story); ok {
			d[at] += s.d
		}
	}
	for _, v := range d {
		n := len(sums)
		for i := range n {
			sums = append(sums, sums[i]-v)
		}
		for i := range n {
			sums[i] += v
		}
	}
	return sums
}

func monteCarloP(far, tries int) float64 { return float64(1+far) / float64(1+tries) }

// stream returns the random numbers of one purpose: a stream of its own, so that
// what is drawn depends neither on other draws nor on what runs beside it.
func stream(seed uint64, purpose ...string) *rand.ChaCha8 {
	return rand.NewChaCha8(sha256.Sum256(fmt.Appendf(nil, "%d\x00%q", seed, purpose)))
}
