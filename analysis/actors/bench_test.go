package actors

import (
	"strings"
	"testing"

	"slant/analysis/language"
)

// BenchmarkFind measures the finding of actors alone, without the name finder,
// in a text as dense with names as news is.
func BenchmarkFind(b *testing.B) {
	f := finder(b)
	var paragraphs []string
	for range 20 {
		paragraphs = append(paragraphs,
			"Russian diplomacy announced talks in Moscow on Thursday with the Dockers' National Union (DNU), which is at odds with the port's owners, a first since the strike began nearly three weeks ago.",
			"“We have come to listen, not to threaten anybody,” Russian diplomatic spokeswoman Marina Sokolova said, and she confirmed that Iranian Deputy Foreign Minister Reza Farhadi was on his way.",
			"While London condemned the blockade, it also insisted on the need for an agreement and warned the company of what a hard winter would bring to the people who live along the quay.",
			"The union has not said whether its members will return to work, but officials in Port Ellis, Ohio, expect the harbour to open before the end of the month, according to the ministry.")
	}
	doc := language.Read("Dockers and owners meet in Moscow", strings.Join(paragraphs, "\n\n"), nil)
	words := 0
	for _, t := range doc.Tokens {
		if letters(t.Word) {
			words++
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		f.Find(doc, nil, nil)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNewFinder(b *testing.B) {
	g, err := gazetteer()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := NewFinder(g); err != nil {
			b.Fatal(err)
		}
	}
}
