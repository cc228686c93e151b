package parse_test

import (
	"testing"

	"slant/analysis/language/parse"
)

var sample = [][]string{
	{"The", "minister", "said", "on", "Tuesday", "that", "the", "bill", "was", "rejected", "by", "lawmakers", "who", "feared", "a", "backlash", "."},
	{"\"", "We", "will", "not", "yield", ",", "\"", "she", "told", "reporters", "in", "Washington", "."},
	{"Police", "arrested", "three", "men", "after", "clashes", "near", "the", "border", ",", "where", "protesters", "had", "gathered", "for", "days", "."},
}

func BenchmarkParse(b *testing.B) {
	p, err := parse.Load()
	if err != nil {
		b.Fatal(err)
	}
	var s [][]string
	for range 20 {
		s = append(s, sample...)
	}
	n := 0
	for _, x := range s {
		n += len(x)
	}
	for b.Loop() {
		p.Parse(s)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
