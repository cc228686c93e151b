package wording_test

import (
	"testing"

	"slant/analysis/wording"
)

// Sentences shorter than those that the weights were fitted on are judged by
// what stands in them, not by how short they are.
func TestShortSentences(t *testing.T) {
	s := prepare(t)
	for sentence, biased := range map[string]bool{
		"He left.":                         false,
		"She said no.":                     false,
		"It rained.":                       false,
		"Talks continue.":                  false,
		"Police arrived at noon.":          false,
		"The vote is on Monday.":           false,
		"The minister is a liar.":          true,
		"A disgraceful farce.":             true,
		"Thugs ran the shambolic council.": true,
	} {
		d, speakers, found := s.find("", sentence)
		p, parts := wording.Bias(d, 0, found, speakers)
		if biased && p < 0.6 || !biased && p > 0.4 {
			t.Errorf("%q has a bias of %.2f from %v", sentence, p, parts)
		}
	}
}
