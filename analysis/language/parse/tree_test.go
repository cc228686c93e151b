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

func TestHeadsAreTheBestTree(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	var found tree
	for range 400 {
		m := 1 + rng.Intn(5)
		scores := make([]float32, m*(m+1))
		for i := range scores {
			scores[i] = float32(rng.NormFloat64() * 3)
		}
		want := bestTree(scores, m)
		got := 0.0
		for i, h := range found.heads(scores, m) {
			got += float64(scores[i*(m+1)+h+1])
		}
		if !found.isTree() {
			t.Fatalf("%v is no tree", found.head)
		}
		if math.Abs(got-want) > 1e-4 {
			t.Fatalf("%d words: tree %v has %v, the best %v", m, found.head, got, want)
		}
	}
}
