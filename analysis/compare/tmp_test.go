package compare

import (
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"
)

func TestTmpHeap(t *testing.T) {
	if os.Getenv("TMPHEAP") == "" {
		t.Skip()
	}
	runtime.MemProfileRate = 4096
	n := 100000
	g := newNews(n, 12, n/50, 300000)
	var articles Corpus
	for i := range n {
		articles.Add(g.row(i))
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println("live after adding", m.HeapAlloc>>20)
	f, _ := os.Create("/tmp/w/stats-heap.prof")
	pprof.WriteHeapProfile(f)
	f.Close()
	total := 0
	for i := range articles.lemmata {
		total += cap(articles.lemmata[i].bytes)
	}
	used := 0
	for i := range articles.lemmata {
		used += len(articles.lemmata[i].bytes)
	}
	fu := 0
	for i := range articles.list {
		fu += cap(articles.list[i].bytes)
	}
	fmt.Println("lemma bytes", used>>20, "cap", total>>20, "features", len(articles.list), fu>>20)
	runtime.KeepAlive(&articles)
}
