package events

import (
	"strings"
	"testing"

	"slant/analysis/language"
)

// BenchmarkFind gives the time for finding the events of an article that is
// full of them, with everything before them read.
func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Israel has retaliated by shelling the Gaza Strip, killing more than 7,000 people. About 220 Israelis were kidnapped by Hamas. "+
		"The minister spoke to reporters about the budget for the coming year and left without taking questions. ", 20)
	h, err := newHouse()
	if err != nil {
		b.Fatal(err)
	}
	d := language.Read("", text, nil)
	_, index := h.actors.Find(d, nil, d.Names)
	speakers := h.voices.Read(d, index)
	b.ReportAllocs()
	for b.Loop() {
		h.detector.Find(d, index, speakers)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
