package parse

import (
	"math"
	"slices"
)

// A tree finds trees in scores of arcs. It holds the buffers for that.
type tree struct {
	head  []int
	state []int8
}

// heads returns the head of each of m words, -1 for the root, such that the sum
// of scores is highest among the trees with one root. scores has m rows, one for
// each word, of m+1 columns: the score of the root as head, then of each word. The
// result is valid until the next call.
//
// Mostly the best head of each word makes a tree already. If not, the tree is
// found by the algorithm of Chu and Liu (1965) and Edmonds (1967); where that
// has several roots, once more with a price on roots that all but one avoid.
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
	w := newGraph(m + 1)
	for i := range m {
		for h := range m + 1 {
			w.set(h, i+1, float64(scores[i*(m+1)+h]))
		}
	}
	copy(t.head, w.singleRoot())
	return t.head
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

// A graph holds the weight of the arc from each node to each other. Node 0 is
// the root.
type graph struct {
	n      int
	weight []float64
}

func newGraph(n int) *graph { return &graph{n, make([]float64, n*n)} }

func (g *graph) at(head, node int) float64 { return g.weight[head*g.n+node] }

func (g *graph) set(head, node int, w float64) {
	// no sum may become infinite
	if !(w > never) {
		w = never
	}
	g.weight[head*g.n+node] = w
}

// rootCost is what an arc from node 0 costs in a search for a tree with one root:
// more than any sum of scores, so that the best tree takes one such arc, and far
// less than never, so that sums keep their decimals.
const rootCost = 1e8

// singleRoot returns the heads of nodes 1 to n-1, counted from -1 for node 0, in
// the best tree with one child of node 0.
func (g *graph) singleRoot() []int {
	head := g.arborescence()
	roots := 0
	for i := 1; i < g.n; i++ {
		if head[i] == 0 {
			roots++
		}
	}
	if roots > 1 {
		for i := 1; i < g.n; i++ {
			g.set(0, i, g.at(0, i)-rootCost)
		}
		head = g.arborescence()
	}
	for i := range head {
		head[i]--
	}
	return head[1:]
}

// arborescence returns the head of each node in the best tree below node 0.
func (g *graph) arborescence() []int {
	head := make([]int, g.n)
	for i := 1; i < g.n; i++ {
		for h := 1; h < g.n; h++ {
			if h != i && g.at(h, i) > g.at(head[i], i) {
				head[i] = h
			}
		}
	}
	cycle := findCycle(head)
	if cycle == nil {
		return head
	}
	// Contract the cycle to one node and find the best tree of what is left.
	inside := make([]bool, g.n)
	for _, i := range cycle {
		inside[i] = true
	}
	outside := make([]int, 0, g.n)
	for i := range g.n {
		if !inside[i] {
			outside = append(outside, i)
		}
	}
	small := newGraph(len(outside) + 1)
	node := len(outside)               // the cycle
	entry := make([]int, len(outside)) // where the best arc from each node enters the cycle
	exit := make([]int, len(outside))  // where the best arc to each node leaves it
	for a, u := range outside {
		for b, v := range outside {
			small.set(a, b, g.at(u, v))
		}
		enter, leave := math.Inf(-1), math.Inf(-1)
		for _, v := range cycle {
			if gain := g.at(u, v) - g.at(head[v], v); gain > enter {
				enter, entry[a] = gain, v
			}
			if w := g.at(v, u); w > leave {
				leave, exit[a] = w, v
			}
		}
		small.set(a, node, enter)
		small.set(node, a, leave)
	}
	best := small.arborescence()
	from := best[node]
	head[entry[from]] = outside[from]
	for b, v := range outside {
		if b == 0 {
			continue // node 0 has no head and is always outside, first
		}
		if best[b] == node {
			head[v] = exit[b]
		} else {
			head[v] = outside[best[b]]
		}
	}
	return head
}

// findCycle returns the nodes of a cycle among heads, or nil.
func findCycle(head []int) []int {
	seen := make([]int, len(head))
	for i := 1; i < len(head); i++ {
		j := i
		for j > 0 && seen[j] == 0 {
			seen[j] = i
			j = head[j]
		}
		if j > 0 && seen[j] == i {
			cycle := []int{j}
			for k := head[j]; k != j; k = head[k] {
				cycle = append(cycle, k)
			}
			return cycle
		}
	}
	return nil
}

// BestTree returns the heads of m words in the tree with one root whose scores
// have the highest sum, -1 for the root. scores has m rows, one for each word, of
// m+1 columns: the score of the root as head, then of each word.
func BestTree(scores []float32, m int) []int { return new(tree).heads(scores, m) }
