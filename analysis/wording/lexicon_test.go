package wording_test

import (
	"testing"

	"slant/analysis/language"
	"slant/analysis/wording"
	"slant/lexicons"
)

// TestExamples runs the examples that the lists of loaded words give themselves.
func TestExamples(t *testing.T) {
	s := prepare(t)
	groups, sets, err := lexicons.Words(lexicons.Builtin(), "en/words")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, g := range groups {
		fires := func(sentence string) bool {
			n++
			d := language.Read("", sentence, nil)
			_, index := s.actors.Find(d, nil, d.Names)
			return wording.Fires(&g, sets, d, index)
		}
		for _, sentence := range g.Good {
			if !fires(sentence) {
				t.Errorf("%s: the group of %q does not fire in its good example %q", g.File, g.Words[0], sentence)
			}
		}
		for _, sentence := range g.Bad {
			if fires(sentence) {
				t.Errorf("%s: the group of %q fires in its bad example %q", g.File, g.Words[0], sentence)
			}
		}
	}
	t.Logf("%d examples of %d groups", n, len(groups))
}
