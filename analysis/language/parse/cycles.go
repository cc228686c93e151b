package parse

import "slices"

// cycles finds the best tree where the best head of each word makes none: the
// algorithm of Chu and Liu (1965) and Edmonds (1967) in the form of Tarjan (1977,
// "Finding optimum branchings") for dense graphs, whose time grows with the square of
// the words whatever the scores are.
//
// Node 0 is the root and node i word i-1. A cycle of nodes that prefer each other is
// contracted to a new node, whose number is one more than the last.
type cycles struct {
	weight []float64 // of the arc to each node from each word or root, a row for each node
	enter  []int32   // the word at which that arc enters the node
	where  []int32   // the node that each word or root is in now
	above  []int32   // the node that each node was contracted to, 0 for none
	from   []int32   // the head that each node prefers, a word or the root
	state  []int8    // of nodes
	path   []int32   // nodes that led to the present one, by preferred heads
}

// States of nodes.
const (
	unseen  = iota
	onPath  // a cycle closes where a path comes back to it
	settled // leads to the root
)

// search sets t.head to the best tree of m words, with a price on each root.
func (t *tree) search(scores []float32, m int, price float64) {
	n := m + 1
	c := &t.cycles
	c.load(scores, n, price)
	last := n
	for i := 1; i < n; i++ {
		if c.state[c.where[i]] == settled {
			continue
		}
		c.path = append(c.path[:0], c.where[i])
		for {
			node := c.path[len(c.path)-1]
			c.state[node] = onPath
			next := c.prefer(node, n)
			if c.state[next] == settled {
				break
			}
			if c.state[next] == onPath {
				next = c.contract(next, int32(last), n)
				last++
			}
			c.path = append(c.path, next)
		}
		for _, node := range c.path {
			c.state[node] = settled
		}
	}
	// A cycle is entered at one node; that one takes the head from outside, the others
	// keep the heads that they preferred. Outer cycles come first.
	for node := int32(last) - 1; node >= int32(n); node-- {
		head := c.from[node]
		inner := c.enter[int(node)*n+int(head)]
		for c.above[inner] != node {
			inner = c.above[inner]
		}
		c.from[inner] = head
	}
	for i := range m {
		t.head[i] = int(c.from[i+1]) - 1
	}
}

// load makes a node of each word and of the root.
func (c *cycles) load(scores []float32, n int, price float64) {
	c.weight = slices.Grow(c.weight[:0], 2*n*n)[:2*n*n]
	c.enter = slices.Grow(c.enter[:0], 2*n*n)[:2*n*n]
	c.where = slices.Grow(c.where[:0], n)[:n]
	c.above = slices.Grow(c.above[:0], 2*n)[:2*n]
	c.from = slices.Grow(c.from[:0], 2*n)[:2*n]
	c.state = slices.Grow(c.state[:0], 2*n)[:2*n]
	clear(c.above)
	clear(c.state)
	c.state[0] = settled
	for i := range n {
		c.where[i] = int32(i)
		if i == 0 {
			continue
		}
		for j, v := range scores[(i-1)*n : i*n] {
			w := float64(v)
			if j == 0 {
				w -= price
			}
			if !(w > never) { // no sum may become infinite
				w = never
			}
			c.weight[i*n+j], c.enter[i*n+j] = w, int32(i)
		}
	}
}

// prefer sets the head that node prefers and returns the node which that is in.
func (c *cycles) prefer(node int32, n int) int32 {
	row := c.weight[int(node)*n : (int(node)+1)*n]
	best := -1
	for j, w := range row {
		if c.where[j] != node && (best < 0 || w > row[best]) {
			best = j
		}
	}
	c.from[node] = int32(best)
	return c.where[best]
}

// contract takes the cycle that begins at node first from the end of the path, makes
// node made of it and returns that. What an arc into the cycle weighs is how much is
// gained by it over the preferred arc to the node at which it enters.
func (c *cycles) contract(first, made int32, n int) int32 {
	row := c.weight[int(made)*n : (int(made)+1)*n]
	enter := c.enter[int(made)*n : (int(made)+1)*n]
	for k := len(c.path) - 1; ; k-- {
		node := c.path[k]
		c.above[node] = made
		inner := c.weight[int(node)*n : (int(node)+1)*n]
		at := c.enter[int(node)*n : (int(node)+1)*n]
		lost := inner[c.from[node]]
		begin := k == len(c.path)-1
		for j, w := range inner {
			if gain := w - lost; begin || gain > row[j] {
				row[j], enter[j] = gain, at[j]
			}
		}
		if node == first {
			c.path = c.path[:k]
			break
		}
	}
	for j, node := range c.where {
		if c.above[node] == made {
			c.where[j] = made
		}
	}
	return made
}
