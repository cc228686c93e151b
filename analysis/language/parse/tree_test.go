package parse

import (
	"math"
	"math/rand"
	"testing"
)

// bestTree tries all trees with one root.
func bestTree(scores []float32, m int) float64 {
	heads := make([]int, m)
	top := math.Inf(-1)
	var try func(i int, sum float64)
	try = func(i int, sum float64) {
		if i == m {
			roots := 0
			for _, h := range heads {
				if h < 0 {
					roots++
				}
			}
			if t := (tree{head: heads}); roots == 1 && t.isTree() {
				top = max(top, sum)
			}
			return
		}
		for h := -1; h < m; h++ {
			if h != i {
				heads[i] = h
				try(i+1, sum+float64(scores[i*(m+1)+h+1]))
			}
		}
	}
	try(0, 0)
	return top
}

// sum adds up the scores of the arcs of a tree.
func sum(scores []float32, heads []int) float64 {
	s := 0.0
	for i, h := range heads {
		s += float64(scores[i*(len(heads)+1)+h+1])
	}
	return s
}

func TestHeadsAreTheBestTree(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	var found tree
	for trial := range 900 {
		m := 1 + rng.Intn(5)
		if trial%100 == 0 {
			m = 6
		}
		scores := make([]float32, m*(m+1))
		for i := range scores {
			scores[i] = float32(rng.NormFloat64() * 3)
			if trial%3 == 0 {
				scores[i] = float32(rng.Intn(3)) // many trees are equally good
			}
		}
		want := bestTree(scores, m)
		got := sum(scores, found.heads(scores, m))
		if !found.isTree() || found.roots() != 1 {
			t.Fatalf("%v is no tree with one root", found.head)
		}
		if math.Abs(got-want) > 1e-4 {
			t.Fatalf("%d words: tree %v has %v, the best %v", m, found.head, got, want)
		}
	}
}

// The best tree of long sentences cannot be found by trying all; but its score does
// not depend on the order of words.
func TestHeadsDoNotDependOnTheOrder(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	var found tree
	for range 60 {
		m := 20 + rng.Intn(101)
		scores, mixed := make([]float32, m*(m+1)), make([]float32, m*(m+1))
		order := rng.Perm(m)
		for i := range m {
			for h := range m + 1 {
				s := float32(rng.NormFloat64())
				scores[i*(m+1)+h] = s
				if h > 0 {
					mixed[order[i]*(m+1)+order[h-1]+1] = s
				} else {
					mixed[order[i]*(m+1)] = s
				}
			}
		}
		a := sum(scores, found.heads(scores, m))
		b := sum(mixed, found.heads(mixed, m))
		if !found.isTree() || found.roots() != 1 || math.Abs(a-b) > 1e-3 {
			t.Fatalf("%d words: %v, and %v in another order", m, a, b)
		}
	}
}

// BenchmarkHeads takes the longest sentence that is parsed as a whole, with scores
// that form cycles within cycles.
func BenchmarkHeads(b *testing.B) {
	const m = 120
	scores := make([]float32, m*(m+1))
	for i := range m {
		for h := range m {
			scores[i*(m+1)+h+1] = -float32(i^h) / 8
		}
		scores[i*(m+1)] = -1000
	}
	var found tree
	for b.Loop() {
		found.heads(scores, m)
	}
}
