package parse

import (
	"math"
	"slices"
)

// A tree finds trees in scores of arcs. It holds the buffers for that.
type tree struct {
	head   []int
	state  []int8
	cycles cycles
}

// heads returns the head of each of m words, -1 for the root, such that the sum
// of scores is highest among the trees with one root. scores has m rows, one for
// each word, of m+1 columns: the score of the root as head, then of each word. The
// result is valid until the next call.
//
// Mostly the best head of each word makes a tree already. If not, the tree is
// searched; where that has several roots, once more with a price on roots that all
// but one avoid.
func (t *tree) heads(scores []float32, m int) []int {
	t.head = slices.Grow(t.head[:0], m)[:m]
	roots := 0
	for i := range m {
		row := scores[i*(m+1) : (i+1)*(m+1)]
		row[i+1] = float32(math.Inf(-1))
		best := 0
		for j, v := range row {
			if v > row[best] {
				best = j
			}
		}
		t.head[i] = best - 1
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && t.isTree() {
		return t.head
	}
	if t.search(scores, m, 0); t.roots() > 1 {
		t.search(scores, m, rootCost)
	}
	return t.head
}

// roots counts the words whose head is the root.
func (t *tree) roots() int {
	n := 0
	for _, h := range t.head {
		if h < 0 {
			n++
		}
	}
	return n
}

// isTree reports whether every word leads to the root.
func (t *tree) isTree() bool {
	const open, done = 1, 2
	t.state = slices.Grow(t.state[:0], len(t.head))[:len(t.head)]
	clear(t.state)
	for i := range t.head {
		j := i
		for j >= 0 && t.state[j] == 0 {
			t.state[j] = open
			j = t.head[j]
		}
		if j >= 0 && t.state[j] == open {
			return false
		}
		for j = i; j >= 0 && t.state[j] == open; j = t.head[j] {
			t.state[j] = done
		}
	}
	return true
}

// never is the weight of an arc that must not be taken.
const never = -1e12

// rootCost is what an arc from the root costs in a search for a tree with one root:
// more than any sum of scores, so that the best tree takes one such arc, and far
// less than never, so that sums keep their decimals.
const rootCost = 1e8

// BestTree returns the heads of m words in the tree with one root whose scores
// have the highest sum, -1 for the root. scores has m rows, one for each word, of
// m+1 columns: the score of the root as head, then of each word.
func BestTree(scores []float32, m int) []int { return new(tree).heads(scores, m) }
